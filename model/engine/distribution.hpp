#pragma once

#include "engine/stream.hpp"

#include <cstdint>
#include <vector>

namespace ketenplan::engine {

/// The families a user can name.
enum class Family : std::uint8_t {
    constant,
    uniform,
    exponential,
    gamma,
    lognormal,
    weibull,
    triangular,
    pert,
    empirical,
    discrete,
};

/// A probability distribution over non-negative numbers, as a value. The parametrisation is in the
/// name of the function that makes one; preconditions are checked where input is read.
///
/// Exponential, normal and uniform variates come from Boost.Random, which gives the same bits on
/// every machine; where Boost leans on the C library (gamma, lognormal, weibull) the last step uses
/// elementary.hpp instead.
class Distribution {
public:
    /// Constant zero.
    Distribution() = default;

    static Distribution constant(double value);
    /// low <= high.
    static Distribution uniform_low_high(double low, double high);
    static Distribution exponential_mean(double mean);
    /// `cv` is the coefficient of variation, above 0: shape 1/cv^2, scale mean cv^2. Drawn by
    /// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
    static Distribution gamma_mean_cv(double mean, double cv);
    static Distribution lognormal_mean_cv(double mean, double cv);
    /// `shape` at least 0.2; scale mean / Gamma(1 + 1/shape). Drawn by inversion.
    static Distribution weibull_mean_shape(double mean, double shape);
    /// low <= mode <= high, low < high.
    static Distribution triangular_low_mode_high(double low, double mode, double high);
    /// The beta distribution on [low, high] with mean (low + 4 mode + high) / 6 (Malcolm et al.,
    /// Operations Research 7, 1959), drawn as a ratio of gamma variates.
    static Distribution pert_low_mode_high(double low, double mode, double high);
    /// Each of `values` equally likely; not empty.
    static Distribution empirical(std::vector<double> values);
    /// `values[i]` with probability proportional to `weights[i]`; equal lengths, a positive sum.
    static Distribution discrete(std::vector<double> values, const std::vector<double>& weights);

    [[nodiscard]] Family family() const { return family_; }
    [[nodiscard]] double mean() const { return mean_; }
    [[nodiscard]] double variance() const { return variance_; }
    [[nodiscard]] double sample(Stream& stream) const;

private:
    Family family_ = Family::constant;
    double mean_ = 0.0;
    double variance_ = 0.0;
    double scale_ = 1.0;
    // What a, b and c hold depends on the family: see the factory functions.
    double a_ = 0.0;
    double b_ = 0.0;
    double c_ = 0.0;
    std::vector<double> values_;
    std::vector<double> cumulative_; ///< of the weights, the last one is their sum
};

/// One uniform variate in [0, 1).
double uniform(Stream& stream);
/// One exponential variate with mean 1.
double unit_exponential(Stream& stream);
/// One standard normal variate.
double standard_normal(Stream& stream);
/// One gamma variate with scale 1; `shape` above 0.
double unit_gamma(Stream& stream, double shape);

} // namespace ketenplan::engine
