#include "finance/verdeling.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ketenplan::finance {

namespace {

/// Whole cents whose sum is `total` from amounts that add up to it but for rounding: down, and a
/// cent more for those that lost most. Those that are whole already stay as they are, unless
/// arithmetic left nobody else.
std::vector<Centen> whole_cents(std::span<const double> amounts, Centen total) {
    std::vector<Centen> cents(amounts.size());
    std::vector<double> lost(amounts.size());
    Centen left = total;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        constexpr double arithmetic = 1e-6; // of a cent
        cents[i] = static_cast<Centen>(std::floor(amounts[i] + arithmetic));
        lost[i] = amounts[i] - static_cast<double>(cents[i]);
        left -= cents[i];
    }
    std::vector<std::size_t> order(amounts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return lost[i]; });
    engine::ensure(left >= 0 && left <= static_cast<Centen>(order.size()),
                   "cents that do not add up");
    for (Centen c = 0; c < left; ++c)
        ++cents[order[static_cast<std::size_t>(c)]];
    return cents;
}

/// What somebody pays beside the fixed part lies between these.
struct Grenzen {
    double laag = 0.0;
    double hoog = 0.0;
};

double clamped_sum(std::span<const double> weights, std::span<const Grenzen> bounds, double rate) {
    double sum = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += std::clamp(rate * weights[i], bounds[i].laag, bounds[i].hoog);
    return sum;
}

/// The amounts rate x weight, within bounds, that add up to `total`; the rate is found between the
/// rates at which somebody reaches a bound, where the sum is a straight line.
std::vector<double>
in_proportion(double total, std::span<const double> weights, std::span<const Grenzen> bounds) {
    std::vector<double> rates{0.0};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] > 0.0) {
            rates.push_back(bounds[i].laag / weights[i]);
            rates.push_back(bounds[i].hoog / weights[i]);
        }
    }
    std::ranges::sort(rates);
    const auto above = std::ranges::find_if(
        rates, [&](double rate) { return clamped_sum(weights, bounds, rate) >= total; });
    const double high = above == rates.end() ? rates.back() : *above;
    const double low = above == rates.begin() ? high : *std::prev(above);
    const double at_low = clamped_sum(weights, bounds, low);
    const double at_high = clamped_sum(weights, bounds, high);
    const double rate =
        at_high > at_low ? low + (high - low) * ((total - at_low) / (at_high - at_low)) : high;
    std::vector<double> amounts(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        amounts[i] = std::clamp(rate * weights[i], bounds[i].laag, bounds[i].hoog);
    return amounts;
}

/// The mixed and surcharged figures of those who take part; empty when a measure is 0 for all.
std::vector<double> weights_of(const Sleutel& sleutel, const std::vector<std::size_t>& who) {
    std::vector<double> weights(who.size(), 0.0);
    for (const Sleuteldeel& deel : sleutel.delen) {
        double all = 0.0;
        for (const std::size_t i : who)
            all += deel.cijfers[i];
        if (all <= 0.0)
            return {};
        for (std::size_t k = 0; k < who.size(); ++k)
            weights[k] += deel.aandeel * deel.cijfers[who[k]] / all;
    }
    for (std::size_t k = 0; k < who.size(); ++k)
        weights[k] *= sleutel.toeslag[who[k]];
    return weights;
}

std::vector<std::size_t> participants(const std::vector<bool>& doet_mee) {
    std::vector<std::size_t> who;
    for (std::size_t i = 0; i < doet_mee.size(); ++i) {
        if (doet_mee[i])
            who.push_back(i);
    }
    return who;
}

Bezwaar objection(Centen rest, std::span<const Grenzen> bounds, std::span<const double> weights) {
    if (weights.empty())
        return Bezwaar::leeg_deel;
    if (rest < 0)
        return Bezwaar::vast_te_veel;
    double least = 0.0;
    double most = 0.0;
    for (std::size_t k = 0; k < bounds.size(); ++k) {
        if (bounds[k].hoog < bounds[k].laag)
            return Bezwaar::maximum_te_weinig; // a fixed part above the maximum
        least += bounds[k].laag;
        // Who has no figures pays no more than the least, whatever the rate.
        most += weights[k] > 0.0 ? bounds[k].hoog : bounds[k].laag;
    }
    if (least > static_cast<double>(rest))
        return Bezwaar::minimum_te_veel;
    return most < static_cast<double>(rest) ? Bezwaar::maximum_te_weinig : Bezwaar::geen;
}

} // namespace

std::vector<Centen> verdeel(Centen bedrag, std::span<const double> gewichten) {
    const double all = std::accumulate(gewichten.begin(), gewichten.end(), 0.0);
    engine::ensure(bedrag >= 0 && all > 0.0 &&
                       std::ranges::all_of(gewichten, [](double w) { return w >= 0.0; }),
                   "an amount spread by weights that cannot be");
    std::vector<double> amounts(gewichten.size());
    std::ranges::transform(gewichten, amounts.begin(), [&](double w) {
        return static_cast<double>(bedrag) * (w / all);
    });
    return whole_cents(amounts, bedrag);
}

std::vector<double> gewichten_van(const Sleutel& sleutel, const std::vector<bool>& doet_mee) {
    return weights_of(sleutel, participants(doet_mee));
}

Verdeling verdeel(Centen bedrag, const Sleutel& sleutel, const std::vector<bool>& doet_mee) {
    const std::vector<std::size_t> who = participants(doet_mee);
    const std::vector<double> weights = weights_of(sleutel, who);
    Centen rest = bedrag;
    std::vector<Grenzen> bounds;
    for (const std::size_t i : who) {
        rest -= sleutel.vast[i];
        bounds.push_back(
            {static_cast<double>(std::max(Centen{0}, sleutel.minimum - sleutel.vast[i])),
             static_cast<double>(sleutel.maximum - sleutel.vast[i])});
    }
    Verdeling result{objection(rest, bounds, weights), std::vector<Centen>(doet_mee.size(), 0)};
    if (result.bezwaar != Bezwaar::geen)
        return result;
    const std::vector<Centen> cents =
        whole_cents(in_proportion(static_cast<double>(rest), weights, bounds), rest);
    for (std::size_t k = 0; k < who.size(); ++k)
        result.bijdragen[who[k]] = sleutel.vast[who[k]] + cents[k];
    return result;
}

std::vector<Uittredingsjaar> treed_uit(Centen bedrag,
                                       const Sleutel& sleutel,
                                       const std::vector<bool>& doet_mee,
                                       const Uittreding& uittreding) {
    const Verdeling before = verdeel(bedrag, sleutel, doet_mee);
    if (before.bezwaar != Bezwaar::geen)
        return {{before, bedrag}};
    const Centen paid = before.bijdragen[uittreding.deelnemer];
    std::vector<bool> others = doet_mee;
    others[uittreding.deelnemer] = false;
    std::vector<Uittredingsjaar> years;
    for (std::size_t year = 0; year <= uittreding.afbouw.size(); ++year) {
        const Centen total = std::max(Centen{0}, bedrag - uittreding.besparing);
        const double share = year < uittreding.afbouw.size() ? uittreding.afbouw[year] : 0.0;
        const Centen still =
            std::min(total, static_cast<Centen>(std::llround(share * static_cast<double>(paid))));
        Uittredingsjaar one{verdeel(total - still, sleutel, others), total};
        one.verdeling.bijdragen[uittreding.deelnemer] = still;
        years.push_back(std::move(one));
    }
    return years;
}

} // namespace ketenplan::finance
