#include "analysis/verloop.hpp"

#include "parameters/spans.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

constexpr double calendar_per_workday = 7.0 / 5.0;
constexpr double days_per_week = 7.0;

} // namespace

double passen_er(const engine::Distribution& minuten, double agenda) {
    const double mean = minuten.mean();
    if (mean <= 0.0)
        return std::numeric_limits<double>::infinity();
    if (minuten.variance() == 0.0)
        return std::max(1.0, std::floor(agenda / mean + 1e-9));
    const double squared_cv = minuten.variance() / (mean * mean);
    return std::max(1.0, agenda / mean + 0.5 * (squared_cv - 1.0));
}

Verloop verwacht_verloop(const casus::Opzet& opzet, casus::Casussoort soort) {
    const auto& p = opzet.soort(soort);
    const double stagnation = p.stagnatie.value();
    const double escalated = opzet.parameters.escalatie.deel.value();
    const double back = stagnation * (1.0 - escalated);
    const auto closing_from = parameters::days(p.sluiten_vanaf);
    // One cycle: the contacts after one overleg, until the case closes or goes back.
    double reach = 1.0; // chance to get to the next contact
    double contacts = 0.0;
    double closes = 0.0;
    double non_closing = 0.0;
    double days = 0.0;
    double previous = 0.0;
    bool first = true;
    const auto contact = [&](double at) {
        double chance = 0.0;
        if (at >= closing_from - 0.5) {
            chance = (first ? p.sluitkans_eerste : p.sluitkans_later).value();
            first = false;
        }
        contacts += reach;
        days += reach * (at - previous);
        previous = at;
        closes += reach * chance;
        non_closing += reach * (1.0 - chance);
        reach *= (1.0 - chance) * (1.0 - back);
    };
    for (const engine::CivilSpan& span : p.reeks)
        contact(parameters::days(span));
    const double step = parameters::days(p.daarna);
    constexpr int most = 100'000;
    constexpr double negligible = 1e-12;
    for (int k = 1; k <= most && reach > negligible; ++k)
        contact(previous + step);
    Verloop v;
    // A case that never closes is followed for as long as the chain above was.
    v.overleggen = 1.0 / std::max(closes, negligible);
    if (closes <= negligible && reach > negligible)
        v.overleggen = 1.0;
    v.contacten = contacts * v.overleggen;
    v.escalaties = non_closing * stagnation * escalated * v.overleggen;
    // Before every overleg the case is prepared and booked.
    v.voorbereiding = opzet.planningstermijn.mean() * calendar_per_workday + days_per_week / 2.0;
    v.dagen = days * v.overleggen + (v.overleggen - 1.0) * v.voorbereiding;
    return v;
}

} // namespace ketenplan::analysis
