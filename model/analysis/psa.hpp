#pragma once

#include "analysis/nazorgstudie.hpp"
#include "analysis/proeven.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// Probabilistic sensitivity analysis of the choice of nazorg, in two levels: an outer draw of all
/// that is not known, and within it replications of every arm on common random numbers (Briggs,
/// Claxton and Sculpher, Decision Modelling for Health Economic Evaluation, 2006, chapter 4; for
/// patient-level simulation O'Hagan, Stevenson and Madan, Health Economics 16, 2007).
namespace ketenplan::analysis {

struct Psaopdracht {
    std::uint32_t zaad = 1;
    std::uint32_t trekkingen = 1000;  ///< outer draws; together with `per_trekking` below 2^32
    std::uint32_t per_trekking = 5;   ///< replications within one; at least 2
    std::optional<double> odds_ratio; ///< instead of draws from the prior
    bool marginaal = true;            ///< prices: what truly changes, or averages
    std::vector<Nazorgarm> armen;     ///< the first is what the others are compared with
};

/// One arm within one outer draw: means over its replications, and how far those means are off by
/// the chance within them: the squared standard error of the difference from the first arm.
struct Psaarm {
    double kosten = 0.0;   ///< euro, discounted, of all payers together
    double recidive = 0.0; ///< events
    double ruis_kosten = 0.0;
    double ruis_recidive = 0.0;
};

struct Psatrekking {
    double odds_ratio = 1.0;
    std::vector<Psaarm> armen;
};

/// Outer draws `first` to `opdracht.trekkingen` - 1, in order; fewer when the executor stops early.
/// The scenario of an outer draw comes from `bron`; replications of different draws are different.
/// Throws engine::Defect when a run fails, and engine::TooLarge when twenty scenarios in a row of
/// one draw are too large to be simulated.
std::vector<Psatrekking>
psa(const Scenariobron& bron, const Psaopdracht& opdracht, std::uint32_t first, Executor& executor);

/// Which share of the variance over draws of a difference from the first arm is chance within the
/// draws, and not what is unknown; between 0 and 1. `arm` is not the first. Not a number with fewer
/// than two draws, or when nothing varies.
struct Ruisaandeel {
    double kosten = 0.0;
    double recidive = 0.0;
};
Ruisaandeel ruisaandeel(const std::vector<Psatrekking>& trekkingen, std::size_t arm);

} // namespace ketenplan::analysis
