#pragma once

#include "analysis/estimates.hpp"

#include <cstddef>
#include <span>

/// Intervals for other things than a mean. All are two-sided and for independent replications;
/// `confidence` is between 0 and 1, exclusive.
namespace ketenplan::analysis {

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// A share of independent trials.
struct Proportion {
    std::size_t successes = 0;
    std::size_t trials = 0;
    double share = 0.0; ///< not a number without trials
    Interval interval;  ///< between 0 and 1
};

/// With the exact interval of Clopper and Pearson, Biometrika 26 (1934): never covers less often
/// than it says. Without trials it is 0 to 1. Throws Defect when there are more successes than
/// trials.
Proportion clopper_pearson(std::size_t successes, std::size_t trials, double confidence);

/// With the score interval of Wilson, JASA 22 (1927): covers as often as it says on average over
/// the true share, and is shorter.
Proportion wilson(std::size_t successes, std::size_t trials, double confidence);

/// Between which order statistics (counted from 1) the `p` quantile of any continuous distribution
/// lies, from a sample of `n`.
struct QuantileRanks {
    std::size_t low = 0;   ///< 0: no lower bound can be given at this confidence
    std::size_t high = 0;  ///< n + 1: no upper bound can be given
    double coverage = 0.0; ///< exact, at least `confidence`
};

/// The narrowest ranks that leave at most half of what is not covered on either side (David and
/// Nagaraja, Order Statistics, 2003, section 7.1). `p` is between 0 and 1, exclusive.
QuantileRanks quantile_ranks(std::size_t n, double p, double confidence);

/// The `p` quantile of what one replication gives, with its interval by exact ranks; infinite where
/// no bound can be given. `sorted` has no missing values. Not a number when empty.
struct QuantileEstimate {
    double value = 0.0; ///< as `quantile`
    Interval interval;
    double coverage = 0.0;
};
QuantileEstimate quantile_estimate(std::span<const double> sorted, double p, double confidence);

/// The ratio of two means (total of one thing over total of another, as cost per case), by the
/// jackknife: less biased than the mean of ratios, and its interval knows that both vary together
/// (Quenouille, Biometrika 43, 1956; Miller, Biometrika 61, 1974). A replication of which either
/// value is missing is left out. Not a number with fewer than two replications, or when the
/// denominators of all, or of all but one, add up to 0.
struct RatioEstimate {
    std::size_t n = 0;
    double ratio = 0.0;
    double standard_error = 0.0;
    Interval interval; ///< 95%, by Student's t
};
RatioEstimate ratio_estimate(std::span<const double> numerators,
                             std::span<const double> denominators);

/// The two-sided point of Student's t that holds each of `many` intervals to 1 - (1 - confidence) /
/// many, so that all hold together with at least `confidence` whatever their dependence
/// (Bonferroni). `degrees` and `many` at least 1. To ten digits, as student_t95.
double student_t_simultaneous(std::size_t degrees, double confidence, std::size_t many);

} // namespace ketenplan::analysis
