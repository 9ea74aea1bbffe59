#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

/// What statistical tests share. Seeds are fixed, so a test either passes always or never; the
/// tolerance says how unlikely it was, when it was written, that a correct program would fail.
namespace ketenplan::tests {

/// How many standard errors a simulated mean may be off: a chance of 6 in 100,000 per check.
constexpr double tolerance = 4.0;

struct Sample {
    double mean = 0.0;
    double standard_error = 0.0;

    [[nodiscard]] bool agrees_with(double expected) const {
        return std::abs(mean - expected) <= tolerance * standard_error;
    }
};

/// Mean and standard error of independent values.
inline Sample sample_of(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double mean = 0.0;
    for (const double v : values)
        mean += v / n;
    double squares = 0.0;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return {mean, std::sqrt(squares / (n - 1.0) / n)};
}

} // namespace ketenplan::tests
