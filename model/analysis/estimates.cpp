#include "analysis/estimates.hpp"

#include "analysis/numbers.hpp"
#include "engine/tally.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {} // namespace

double quantile(std::span<const double> sorted, double p) {
    if (sorted.empty())
        return not_a_number;
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = place - static_cast<double>(below);
    return sorted[below] + share * (sorted[above] - sorted[below]);
}

double student_t95(std::size_t degrees) {
    const boost::math::students_t_distribution<double> t(static_cast<double>(degrees));
    constexpr double upper = 0.975;
    constexpr double digits = 1e9; // the value lies between 1.9 and 12.8
    return std::round(boost::math::quantile(t, upper) * digits) / digits;
}

Estimate estimate(std::span<const double> values) {
    std::vector<double> sorted;
    sorted.reserve(values.size());
    engine::Tally tally;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        tally.add(value);
        sorted.push_back(value);
    }
    std::ranges::sort(sorted);
    Estimate e;
    e.n = sorted.size();
    e.mean = e.n == 0 ? not_a_number : tally.mean();
    e.p05 = quantile(sorted, 0.05);
    e.p50 = quantile(sorted, 0.50);
    e.p95 = quantile(sorted, 0.95);
    if (e.n < 2) {
        e.standard_error = e.low = e.high = not_a_number;
        return e;
    }
    e.standard_error = std::sqrt(tally.variance() / static_cast<double>(e.n));
    const double half = student_t95(e.n - 1) * e.standard_error;
    e.low = e.mean - half;
    e.high = e.mean + half;
    return e;
}

} // namespace ketenplan::analysis
