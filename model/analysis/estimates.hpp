#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ketenplan::analysis {

/// What independent replications tell of one number.
struct Estimate {
    std::size_t n = 0; ///< replications in which there was a value
    double mean = 0.0;
    double standard_error = 0.0; ///< of the mean
    double low = 0.0;            ///< 95% confidence interval for the mean, by Student's t
    double high = 0.0;
    double p05 = 0.0; ///< quantiles over replications: how one year may turn out
    double p50 = 0.0;
    double p95 = 0.0;

    [[nodiscard]] double half_width() const { return 0.5 * (high - low); }
};

/// Summarises values of which some may be "not a number" (nothing observed); those are left out.
/// The mean is taken in the order given. With n = 0 everything is "not a number"; with n = 1 the
/// interval is.
Estimate estimate(std::span<const double> values);

/// The `p` quantile of sorted values by linear interpolation between order statistics: definition 7
/// of Hyndman and Fan, The American Statistician 50 (1996). Not a number when empty.
double quantile(std::span<const double> sorted, double p);

/// The two-sided 95% point of Student's t with `degrees` >= 1 degrees of freedom, to ten digits, so
/// that the last bit of a library's special function does not reach a table.
double student_t95(std::size_t degrees);

} // namespace ketenplan::analysis
