#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

/// Which of a few alternatives is best, with a promised chance of being right. See
/// docs/methods/selection.md.
namespace ketenplan::analysis {

/// The constants of KN, with c = 1.
struct KnConstants {
    double eta = 0.0;
    double h2 = 0.0; ///< h squared: 2 eta (n0 - 1)
};

/// Of the fully sequential procedure of Kim and Nelson (ACM TOMACS 11, 2001, section 3): eta =
/// ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2, for `alternatives` k >= 2, `first_stage` n0 >= 2
/// and 0 < `alpha` < 1/2 of choosing wrongly. alpha is divided by Bonferroni, which holds with
/// common random numbers too. To ten digits. Throws engine::Defect outside these limits.
KnConstants kn_constants(std::size_t alternatives, std::size_t first_stage, double alpha);

/// The constant h of the two-stage procedure of Rinott (Communications in Statistics A7, 1978) for
/// independent alternatives: each then needs ceil((h S / delta)^2) observations, `first_stage` at
/// least, for a chance of `confidence` that the chosen one is best. The root of
/// E[E[Phi(h / sqrt((n0 - 1) (1 / X + 1 / Y))) | Y]^(k - 1)] = confidence with X and Y chi-squared
/// with n0 - 1 degrees of freedom, by Gauss-Legendre quadrature; correct to nine digits, given to
/// ten. Needs k >= 2, n0 >= 3, 1 / k < confidence < 1; throws engine::Defect otherwise.
double rinott_h(std::size_t alternatives, std::size_t first_stage, double confidence);

/// What is asked of a selection.
struct SelectionPlan {
    /// Indifference zone, above 0, in the unit of the observations: alternatives that differ less
    /// are equally good to us.
    double delta = 1.0;
    double alpha = 0.05;          ///< chance of choosing wrongly, at most
    std::size_t first_stage = 20; ///< observations of each before the first look; at least 2
    std::size_t most = 10'000;    ///< observations of one alternative; at least `first_stage`
    bool smaller_is_better = true;
};

/// How one alternative fared.
struct Contender {
    std::size_t observations = 0;
    double mean = 0.0; ///< of those observations
    /// After how many observations it was seen not to be best; nothing for who stood to the end.
    std::optional<std::size_t> eliminated;
};

struct Selection {
    std::optional<std::size_t> chosen; ///< nothing when `most` was reached with several left
    std::vector<Contender> contenders;
};

/// Observation `r` (from 0) of an alternative. Is called for each r in turn and within it for the
/// alternatives that are left in order, once each: the first `first_stage` of them are for all, so
/// that one set of runs can serve several selections. Where r is the number of a replication, the
/// alternatives meet common random numbers, and variances are those of the differences.
using Observe = std::function<double(std::size_t alternative, std::size_t r)>;

/// The procedure KN (Kim and Nelson, 2001): after the first stage it looks after each observation
/// and drops who is behind another by more than noise explains, until one is left. When one
/// alternative is better than all others by at least delta, it is chosen with a chance of at least
/// 1 - alpha, for normal observations, whatever their variances and dependence between
/// alternatives. Never takes more than the largest h2 S^2 / delta^2 + 1 observations of one
/// alternative. Where several are equal to the last bit then, the first of them is chosen. Throws
/// engine::Defect when `alternatives` is 0, the plan is outside its limits, or an observation is
/// not finite.
Selection select_best(std::size_t alternatives, const SelectionPlan& plan, const Observe& observe);

} // namespace ketenplan::analysis
