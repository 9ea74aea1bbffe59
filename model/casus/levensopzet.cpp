#include "casus/levensopzet.hpp"

#include "engine/civil.hpp"
#include "parameters/spans.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

namespace {

using engine::PiecewiseLinear;
using engine::Time;
using parameters::Parameters;

constexpr double seconds_per_day = 86400.0;

PiecewiseLinear since_last_melding(const parameters::Herhaling& h) {
    constexpr double soon = 90.0 * seconds_per_day;
    const double rate = h.per_jaar.value() / seconden_per_jaar;
    const double at_soon = rate * h.binnen_90_dagen.value() * soon;
    const double at_year = at_soon + rate * h.binnen_1_jaar.value() * (seconden_per_jaar - soon);
    return PiecewiseLinear({{0.0, 0.0},
                            {soon, at_soon},
                            {seconden_per_jaar, at_year},
                            {2.0 * seconden_per_jaar, at_year + rate * seconden_per_jaar}});
}

/// H, linear between the follow-up times, such that the whole mix follows the figures.
PiecewiseLinear since_release(const Parameters& p, const Mengsel& mengsel) {
    std::vector<PiecewiseLinear::Knot> knots{{0.0, 0.0}};
    for (const auto& meting : p.recidive.vervolg)
        knots.push_back({meting.na.value() * seconds_per_day,
                         p.recidive.schaal.value() * mengsel.hazard_voor(meting.aandeel.value())});
    if (knots.size() == 1)
        knots.push_back({seconden_per_jaar, 0.0});
    return PiecewiseLinear(std::move(knots));
}

double weight(const parameters::Bron& bron) {
    if (bron.detentiemelding)
        return 0.0; // detentions bring those
    return bron.herhaalgewicht.value_or(bron.gewicht).value();
}

bool holds_for(const parameters::Interventie& i, const std::string& bron, Time t) {
    const bool chosen = i.bronnen.empty() || std::ranges::find(i.bronnen, bron) != i.bronnen.end();
    return chosen && Time{*i.vanaf} <= t && (!i.tot || t < Time{*i.tot});
}

Levensopzet::Stap step_at(const Parameters& p, Time t) {
    Levensopzet::Stap step{.op = t, .gewichten = {}};
    double before = 0.0;
    double after = 0.0;
    for (const auto& bron : p.bronnen) {
        double factor = 1.0;
        for (const auto& i : p.instroom.interventies) {
            if (i.ook_herhaling && holds_for(i, bron.key, t))
                factor *= i.factor.value();
        }
        before += weight(bron);
        after += weight(bron) * factor;
        step.gewichten.push_back(weight(bron) * factor);
    }
    step.factor = before > 0.0 ? after / before : 0.0;
    return step;
}

std::vector<Levensopzet::Stap> steps_of(const Parameters& p) {
    // Lives of known persons can begin long before the calendar's zero.
    std::vector<Time> times{Time::min()};
    for (const auto& i : p.instroom.interventies) {
        if (!i.ook_herhaling)
            continue;
        times.emplace_back(*i.vanaf);
        if (i.tot)
            times.emplace_back(*i.tot);
    }
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());
    std::vector<Levensopzet::Stap> steps;
    for (const Time t : times)
        steps.push_back(step_at(p, t));
    return steps;
}

} // namespace

engine::Seconds jaren(int aantal) {
    return engine::Seconds{static_cast<std::int64_t>(aantal * seconden_per_jaar)};
}

Levensopzet::Levensopzet(const Parameters& p)
    : frailty(p.personen.variantie.value(),
              p.personen.variantie_recidive.value(),
              p.personen.samenhang.value()),
      herhaling(since_last_melding(p.personen.herhaling)),
      recidive(since_release(p, mengsel_bij_vrijlating(p))),
      per_jaar({{0.0, 0.0}, {seconden_per_jaar, 1.0}}), mengsel(mengsel_bij_vrijlating(p)),
      vertrek(p.personen.vertrek.value()),
      detentie_na(parameters::to_distribution(p.recidive.detentie_na.spec)),
      verblijf(parameters::to_distribution(p.nazorg.doorstroomhuis.verblijf.spec)),
      stappen(steps_of(p)) {
    for (std::size_t i = 0; i < aantal_leefgebieden; ++i) {
        knelpunt[i] = p.nazorg.leefgebieden.kenmerken[i].knelpunt.value();
        verhouding[i] = p.nazorg.leefgebieden.kenmerken[i].recidive.value();
    }
    for (const auto& meting : p.recidive.vervolg)
        vervolg.emplace_back(static_cast<std::int64_t>(meting.na.value() * seconds_per_day));
    for (std::size_t b = 0; b < p.bronnen.size(); ++b) {
        herhaalgewichten.push_back(weight(p.bronnen[b]));
        if (p.bronnen[b].detentiemelding && !detentiebron)
            detentiebron = static_cast<std::uint16_t>(b);
    }
    for (const Stap& s : stappen)
        grootste_factor = std::max(grootste_factor, s.factor);
    terugkeer_ = p.personen.herhaling.per_jaar.value() + p.personen.eerste_detentie.value() +
                 p.recidive.detentie_zonder_delict.value();
    for (const auto& meting : p.recidive.vervolg)
        terugkeer_ += meting.aandeel.value() * p.recidive.schaal.value();
    const double nazorg_dagen =
        parameters::days(p.nazorg.termijn) + parameters::days(p.nazorg.effectduur);
    in_twee_jaar_ = recidive.value(2.0 * seconden_per_jaar);
    onder_nazorg_ = std::min(in_twee_jaar_, recidive.value(nazorg_dagen * seconds_per_day));
    verhouding_nazorg = nazorg_verhouding(p.nazorg.effect.odds_ratio.value());
}

const Levensopzet::Stap& Levensopzet::stap(Time nu) const {
    const auto after = std::ranges::upper_bound(stappen, nu, {}, &Stap::op);
    return *(after - 1);
}

bool Levensopzet::keert_iemand_terug() const {
    return terugkeer_ > 0.0;
}

double Levensopzet::nazorg_verhouding(double odds_ratio) const {
    return verhouding_voor(mengsel, onder_nazorg_, in_twee_jaar_, odds_ratio);
}

} // namespace ketenplan::casus
