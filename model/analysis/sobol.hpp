#pragma once

#include "analysis/intervals.hpp"
#include "analysis/points.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Variance-based sensitivity: which share of the variance of an answer comes from which uncertain
/// input, alone (first order) and with all its interactions (total); Sobol', Mathematics and
/// Computers in Simulation 55 (2001). Inputs are independent and uniform on [0, 1): map them to
/// what they stand for by their quantile functions.
namespace ketenplan::analysis {

/// The first `count` points of Sobol's sequence in the open unit cube (direction numbers of Joe and
/// Kuo, SIAM J. Sci. Comput. 30, 2008, as in Boost.Random), every coordinate shifted by the
/// exclusive or with a random number of its own, drawn from `seed`: each point is uniform, and
/// together they stay as evenly spread (Lemieux, Monte Carlo and Quasi-Monte Carlo Sampling, 2009,
/// section 6.2). The sequence begins with its point 0, without which its balance is lost (Owen, On
/// dropping the first Sobol' point, 2020). `count` is best a power of two. `dimensions` from 1 to
/// 200.
Points sobol_points(std::size_t count, std::size_t dimensions, std::uint32_t seed);

/// The design of Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, Computer Physics
/// Communications 181 (2010), table 2: `base` rows of A, then as many of B, then per input i those
/// of A with coordinate i from B.
struct SaltelliDesign {
    std::size_t base = 0;
    Points points;

    [[nodiscard]] std::size_t inputs() const { return points.dimensions; }
    /// Where row `row` of B stands; that of A stands at `row`.
    [[nodiscard]] std::size_t b(std::size_t row) const { return base + row; }
    /// Row `row` of A with input `i` from B.
    [[nodiscard]] std::size_t ab(std::size_t i, std::size_t row) const {
        return (2 + i) * base + row;
    }
};

/// A and B are the halves of Sobol points in twice as many dimensions. `inputs` from 1 to 100.
SaltelliDesign saltelli_design(std::size_t base, std::size_t inputs, std::uint32_t seed);

/// The answers at the points of a design.
struct DesignValues {
    std::span<const double> values; ///< one per point; when simulated, the mean of replications
    /// Estimated variance of each of `values` around what it estimates: the variance between its
    /// replications over their number. Empty when there is no noise. Noise must be independent
    /// between points: give every point replications of its own.
    std::span<const double> noise;
};

/// Shares of the variance, without that of the noise. Of an input without effect an estimate may
/// come out a little below 0, of one that does everything above 1. Not a number when the variance
/// estimate is not positive: everything was noise.
struct SobolIndices {
    double variance = 0.0;
    std::vector<double> first; ///< per input
    std::vector<double> total;
};

/// First-order indices by Saltelli et al. (2010), table 2 (b), with the answers centred; total ones
/// by Jansen, Computer Physics Communications 117 (1999). `rows`, indices below `base`, chooses
/// rows of the design (any number of times each); empty takes all.
///
/// Noise: the answer at point p is f(p) + e(p), with e independent between points, of mean 0 and
/// variance v(p). With A, B and C = AB_i at one row:
/// - E[B (C - A)] holds products of different points only, so the first-order numerator is unbiased
///   as it is;
/// - E[(A - C)^2] = E[(f(A) - f(C))^2] + v(A) + v(C): half of it, less half of the mean of
///   v(A) + v(C), is the total-order numerator;
/// - the variance over A and B is that of f plus the mean of v, which is subtracted.
/// With common random numbers e would be correlated between points by amounts that differ from pair
/// to pair: more to estimate, in the numerator of the first order too, for less to gain.
SobolIndices sobol_indices(const SaltelliDesign& design,
                           const DesignValues& answers,
                           std::span<const std::size_t> rows = {});

/// Percentile intervals of 95% for what sobol_indices gives.
struct SobolIntervals {
    std::vector<Interval> first;
    std::vector<Interval> total;
};

/// By drawing rows of the design again, `resamples` times (Archer, Saltelli and Sobol', Journal of
/// Statistical Computation and Simulation 58, 1997; Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993). Rows of Sobol points are more even than random ones, so these are rather too
/// wide.
SobolIntervals bootstrap_intervals(const SaltelliDesign& design,
                                   const DesignValues& answers,
                                   std::size_t resamples,
                                   std::uint32_t seed);

/// As many rows as there are below `count`, drawn with replacement: resample `number` of `seed`.
std::vector<std::size_t>
resampled_rows(std::size_t count, std::uint32_t seed, std::uint32_t number);

/// Intervals that hold 95% of what was found in each of several `draws`.
SobolIntervals percentile_intervals(std::span<const SobolIndices> draws);

} // namespace ketenplan::analysis
