#include "analysis/intervals.hpp"

#include "analysis/numbers.hpp"
#include "engine/defect.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>
#include <vector>

namespace ketenplan::analysis {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Keeps the last bits of a library's special function out of the tables.
double rounded(double value) {
    constexpr double digits = 1e10;
    return std::round(value * digits) / digits;
}

double share_of(std::size_t successes, std::size_t trials) {
    engine::ensure(successes <= trials, "more successes than trials");
    return trials == 0 ? not_a_number
                       : static_cast<double>(successes) / static_cast<double>(trials);
}

/// The chance of fewer than `rank` values below the quantile, among `n`.
double chance_of_fewer(std::size_t rank, std::size_t n, double p) {
    if (rank == 0)
        return 0.0;
    if (rank > n)
        return 1.0;
    const boost::math::binomial_distribution<double> below(static_cast<double>(n), p);
    return boost::math::cdf(below, static_cast<double>(rank - 1));
}

} // namespace

Proportion clopper_pearson(std::size_t successes, std::size_t trials, double confidence) {
    Proportion result{successes, trials, share_of(successes, trials), {0.0, 1.0}};
    const double tail = 0.5 * (1.0 - confidence);
    const auto k = static_cast<double>(successes);
    const auto n = static_cast<double>(trials);
    if (successes > 0)
        result.interval.low = rounded(
            boost::math::quantile(boost::math::beta_distribution<double>(k, n - k + 1.0), tail));
    if (successes < trials)
        result.interval.high = rounded(boost::math::quantile(
            boost::math::complement(boost::math::beta_distribution<double>(k + 1.0, n - k), tail)));
    return result;
}

Proportion wilson(std::size_t successes, std::size_t trials, double confidence) {
    Proportion result{successes, trials, share_of(successes, trials), {0.0, 1.0}};
    if (trials == 0)
        return result;
    const double z = boost::math::quantile(boost::math::complement(
        boost::math::normal_distribution<double>(), 0.5 * (1.0 - confidence)));
    const auto n = static_cast<double>(trials);
    const double p = result.share;
    const double middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    const double half =
        z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / (1.0 + z * z / n);
    // At the ends the formula gives exactly 0 or 1, but for rounding.
    result.interval.low = successes == 0 ? 0.0 : rounded(middle - half);
    result.interval.high = successes == trials ? 1.0 : rounded(middle + half);
    return result;
}

QuantileRanks quantile_ranks(std::size_t n, double p, double confidence) {
    const double tail = 0.5 * (1.0 - confidence);
    const auto ranks = std::views::iota(std::size_t{1}, n + 1);
    const auto first_too_high = std::ranges::partition_point(
        ranks, [&](std::size_t rank) { return chance_of_fewer(rank, n, p) <= tail; });
    const auto first_high_enough = std::ranges::partition_point(
        ranks, [&](std::size_t rank) { return 1.0 - chance_of_fewer(rank, n, p) > tail; });
    const auto low = static_cast<std::size_t>(first_too_high - ranks.begin());
    const auto high = static_cast<std::size_t>(first_high_enough - ranks.begin()) + 1;
    return {low, high, rounded(chance_of_fewer(high, n, p) - chance_of_fewer(low, n, p))};
}

QuantileEstimate quantile_estimate(std::span<const double> sorted, double p, double confidence) {
    if (sorted.empty())
        return {not_a_number, {not_a_number, not_a_number}, 0.0};
    const QuantileRanks ranks = quantile_ranks(sorted.size(), p, confidence);
    return {quantile(sorted, p),
            {ranks.low == 0 ? -infinite : sorted[ranks.low - 1],
             ranks.high > sorted.size() ? infinite : sorted[ranks.high - 1]},
            ranks.coverage};
}

RatioEstimate ratio_estimate(std::span<const double> numerators,
                             std::span<const double> denominators) {
    engine::ensure(numerators.size() == denominators.size(),
                   "unlike numbers of replications in a ratio");
    double above = 0.0;
    double below = 0.0;
    std::vector<std::size_t> used;
    for (std::size_t r = 0; r < numerators.size(); ++r) {
        if (std::isnan(numerators[r]) || std::isnan(denominators[r]))
            continue;
        used.push_back(r);
        above += numerators[r];
        below += denominators[r];
    }
    RatioEstimate result{used.size(), not_a_number, not_a_number, {not_a_number, not_a_number}};
    if (used.size() < 2 || below == 0.0)
        return result;
    const auto n = static_cast<double>(used.size());
    std::vector<double> pseudo;
    for (const std::size_t r : used) {
        const double rest = below - denominators[r];
        if (rest == 0.0)
            return result;
        pseudo.push_back(n * above / below - (n - 1.0) * (above - numerators[r]) / rest);
    }
    const Estimate e = estimate(pseudo);
    return {e.n, e.mean, e.standard_error, {e.low, e.high}};
}

double student_t_simultaneous(std::size_t degrees, double confidence, std::size_t many) {
    const boost::math::students_t_distribution<double> t(static_cast<double>(degrees));
    const double tail = 0.5 * (1.0 - confidence) / static_cast<double>(many);
    constexpr double digits = 1e9;
    return std::round(boost::math::quantile(boost::math::complement(t, tail)) * digits) / digits;
}

} // namespace ketenplan::analysis
