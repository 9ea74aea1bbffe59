#pragma once

#include "parameters/parameters.hpp"

#include <vector>

/// The law of recidive over a mixed population, in closed form.
namespace ketenplan::casus {

/// The persons who are released: their frailty is gamma with mean 1 and this variance, and a share
/// of them has a hazard multiplied by the ratios of the knelpunten they have.
struct Mengsel {
    struct Groep {
        double aandeel = 1.0;
        double verhouding = 1.0;
    };
    double variantie = 0.0;
    std::vector<Groep> groepen{Groep{}};

    /// The share without an event when an average person has used up hazard `h`: the mean of
    /// exp(-h Z r) over the gamma law of Z (its Laplace transform, Hougaard, Analysis of
    /// Multivariate Survival Data, 2000, section 7.2) and over the groups.
    [[nodiscard]] double overleving(double h) const;
    /// The hazard h at which a share `aandeel` in [0, 1) has had an event.
    [[nodiscard]] double hazard_voor(double aandeel) const;
};

/// The mix at release without nazorg: every knelpunt present or not, independently.
Mengsel mengsel_bij_vrijlating(const parameters::Parameters& p);

/// The ratio of hazards that gives `odds_ratio` on the event by the time that hazard `in_all` is
/// used up, when the ratio holds for the first `under` of it. An odds ratio so low that no ratio
/// reaches it gives 0.
double verhouding_voor(const Mengsel& mengsel, double under, double in_all, double odds_ratio);

} // namespace ketenplan::casus
