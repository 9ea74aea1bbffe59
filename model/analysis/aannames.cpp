#include "analysis/aannames.hpp"

#include "analysis/werklast.hpp"
#include "engine/defect.hpp"
#include "engine/distribution.hpp"
#include "engine/elementary.hpp"
#include "parameters/themas.hpp"
#include "parameters/validate.hpp"
#include "units/text.hpp"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace ketenplan::analysis {

namespace {

constexpr double confidence = 0.95;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// To ten significant digits.
double rounded(double value) {
    if (value == 0.0)
        return 0.0;
    const double scale = std::pow(10.0, 9.0 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

/// Between the 2.5% and 97.5% quantiles of a normal law.
double normal_between(double low, double high, engine::Stream& stream) {
    static const auto uniform = engine::Distribution::uniform_low_high(0.025, 0.975);
    static const boost::math::normal standard;
    const double z = boost::math::quantile(standard, uniform.sample(stream));
    const double edge = boost::math::quantile(standard, 0.975);
    return 0.5 * (low + high) + 0.5 * (high - low) * z / edge;
}

double drawn(const Aanname& a, engine::Stream& stream) {
    using engine::Distribution;
    switch (a.spreiding) {
    case Spreiding::uniform:
        return Distribution::uniform_low_high(a.laag, a.hoog).sample(stream);
    case Spreiding::pert:
        return Distribution::pert_low_mode_high(a.laag, a.waarde, a.hoog).sample(stream);
    case Spreiding::normaal:
        return normal_between(a.laag, a.hoog, stream);
    case Spreiding::lognormaal:
        engine::ensure(a.laag > 0.0, "a lognormal range that is not above 0");
        return std::exp(normal_between(std::log(a.laag), std::log(a.hoog), stream));
    case Spreiding::driehoek:
        break;
    }
    return Distribution::triangular_low_mode_high(a.laag, a.waarde, a.hoog).sample(stream);
}

bool is_possible(const parameters::Parameters& p) {
    const auto problems = parameters::validate(p);
    return std::ranges::none_of(problems.items(), [](const auto& problem) {
        return problem.severity == parameters::Severity::error;
    });
}

/// The scenario with every assumption drawn. A draw belongs to the path, so that one assumption
/// more changes no other's.
parameters::Parameters drawn_scenario(parameters::Parameters p,
                                      std::span<const Aanname> aannames,
                                      engine::ReplicationKey key) {
    constexpr std::uint8_t purpose = 255; // no purpose of the model
    for (const Aanname& a : aannames) {
        engine::Stream stream(key, {.purpose = purpose, .a = units::stable_hash(a.pad)});
        parameters::zet_getal(p, a.pad, trek(a, stream));
    }
    return p;
}

} // namespace

double trek(const Aanname& aanname, engine::Stream& stream) {
    if (aanname.laag >= aanname.hoog)
        return aanname.waarde;
    return std::clamp(rounded(drawn(aanname, stream)), aanname.laag, aanname.hoog);
}

Bandbreedte bandbreedte(const parameters::Parameters& scenario,
                        std::span<const Aanname> aannames,
                        std::span<const Cijfer> cijfers,
                        std::span<const Norm> normen,
                        std::uint32_t seed,
                        std::size_t count,
                        Executor& executor) {
    std::vector<std::vector<double>> rows(count); // empty where the draw could not be
    const std::size_t done = executor.run(count, [&](std::size_t job) {
        const engine::ReplicationKey key{seed, static_cast<std::uint32_t>(job)};
        const parameters::Parameters p = drawn_scenario(scenario, aannames, key);
        if (!is_possible(p))
            return;
        const casus::Opzet opzet(p);
        rows[job] =
            Cijferlezer(opzet, cijfers).lees(casus::simulate(opzet, {.sleutel = key, .spoor = {}}));
    });
    Bandbreedte result;
    std::vector<std::size_t> met(normen.size());
    std::vector<std::size_t> seen(normen.size());
    std::size_t all_met = 0;
    for (std::size_t r = 0; r < done; ++r) {
        if (rows[r].empty()) {
            ++result.onmogelijk;
            continue;
        }
        ++result.trekkingen;
        bool all = true;
        for (std::size_t i = 0; i < normen.size(); ++i) {
            const auto outcome = meets(normen[i].jaar, rows[r][normen[i].cijfer]);
            seen[i] += outcome.has_value() ? 1U : 0U;
            met[i] += outcome.value_or(false) ? 1U : 0U;
            all = all && outcome.value_or(true);
        }
        all_met += all ? 1U : 0U;
    }
    for (std::size_t i = 0; i < normen.size(); ++i)
        result.normen.push_back(clopper_pearson(met[i], seen[i], confidence));
    result.alle = clopper_pearson(all_met, result.trekkingen, confidence);
    return result;
}

double gevraagde_fte(const parameters::Parameters& scenario, std::span<const Zoekpost> posten) {
    std::set<std::string> cells;
    for (const Zoekpost& post : posten)
        cells.insert(post.naam);
    double sum = 0.0;
    for (const Belasting& part : bereken_werklast(casus::Opzet(scenario)).delen) {
        if (part.onderdeel == "werk" && cells.contains(part.cel))
            sum += part.gevraagd;
    }
    return sum;
}

std::vector<Werkeffect> werkeffecten(const parameters::Parameters& scenario,
                                     std::span<const Aanname> aannames,
                                     std::span<const Zoekpost> posten) {
    std::vector<Werkeffect> effects;
    for (std::size_t i = 0; i < aannames.size(); ++i) {
        const auto at = [&](double value) {
            parameters::Parameters p = scenario;
            const bool set =
                parameters::zet_getal(p, aannames[i].pad, value) != parameters::Padsoort::geen;
            return set && is_possible(p) ? gevraagde_fte(p, posten) : not_a_number;
        };
        const Werkeffect effect{i, at(aannames[i].laag), at(aannames[i].hoog)};
        if (!std::isnan(effect.laag) && !std::isnan(effect.hoog))
            effects.push_back(effect);
    }
    std::ranges::stable_sort(effects, std::greater{}, &Werkeffect::verschil);
    return effects;
}

} // namespace ketenplan::analysis
