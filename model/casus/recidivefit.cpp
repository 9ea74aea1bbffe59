#include "casus/recidivefit.hpp"

#include "engine/elementary.hpp"

#include <algorithm>
#include <utility>

namespace ketenplan::casus {

namespace {

constexpr int halvings = 200;

/// The root of a decreasing function on [0, high], where it is negative; high doubles until it is.
template <class Function>
double root_of(Function decreasing) {
    double high = 1.0;
    constexpr double most = 1e6;
    while (decreasing(high) > 0.0 && high < most)
        high *= 2.0;
    double low = 0.0;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        (decreasing(middle) > 0.0 ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

double Mengsel::overleving(double h) const {
    double sum = 0.0;
    for (const Groep& groep : groepen) {
        const double used = h * groep.verhouding;
        constexpr double most = 690.0; // the exponent that still gives a number
        sum += groep.aandeel * (variantie > 0.0
                                    ? engine::exact_pow(1.0 + variantie * used, -1.0 / variantie)
                                    : engine::exact_exp(-std::min(used, most)));
    }
    return sum;
}

double Mengsel::hazard_voor(double aandeel) const {
    if (aandeel <= 0.0)
        return 0.0;
    return root_of([&](double h) { return overleving(h) - (1.0 - aandeel); });
}

Mengsel mengsel_bij_vrijlating(const parameters::Parameters& p) {
    Mengsel mengsel;
    mengsel.variantie = p.personen.variantie_recidive.value();
    for (const auto& kenmerk : p.nazorg.leefgebieden.kenmerken) {
        const double kans = kenmerk.knelpunt.value();
        const double verhouding = kenmerk.recidive.value();
        if (kans <= 0.0 || verhouding == 1.0)
            continue;
        std::vector<Mengsel::Groep> met_en_zonder;
        for (const Mengsel::Groep& groep : mengsel.groepen) {
            met_en_zonder.push_back({groep.aandeel * (1.0 - kans), groep.verhouding});
            met_en_zonder.push_back({groep.aandeel * kans, groep.verhouding * verhouding});
        }
        mengsel.groepen = std::move(met_en_zonder);
    }
    return mengsel;
}

double verhouding_voor(const Mengsel& mengsel, double under, double in_all, double odds_ratio) {
    if (odds_ratio == 1.0 || under <= 0.0)
        return 1.0;
    const double without = 1.0 - mengsel.overleving(in_all);
    const double odds = odds_ratio * without / (1.0 - without);
    const double wanted = odds / (1.0 + odds);
    return root_of([&](double ratio) {
        return mengsel.overleving(ratio * under + (in_all - under)) - (1.0 - wanted);
    });
}

} // namespace ketenplan::casus
