#pragma once

#include "engine/stream.hpp"

#include <utility>
#include <vector>

namespace ketenplan::engine {

/// The regularised lower incomplete gamma function P(shape, x), and its complement, for shape in
/// [0.01, 170] and x >= 0; relative error below 1e-10. Series and continued fraction of Press et
/// al., Numerical Recipes, section 6.2, on elementary.hpp: equal bits everywhere.
double lower_gamma(double shape, double x);
double upper_gamma(double shape, double x);

/// The quantile function of a gamma variate with mean 1, of a standard normal score: a table of
/// its logarithm in steps of 1/32, linear in between; scores beyond 6 count as 6. A variance below
/// 0.01 uses the cube-root approximation of Wilson and Hilferty (PNAS 17, 1931).
class GammaScore {
public:
    /// `variance` > 0.
    explicit GammaScore(double variance);
    [[nodiscard]] double operator()(double score) const;

private:
    double shape_;
    std::vector<double> log_quantile_;
};

/// Two gamma variates with mean 1: how much more than others somebody is at risk of two things.
/// Their scores are those of two normal variates with correlation `rho` (a Gaussian copula: Sklar,
/// 1959). A variance of 0 gives 1 always.
class GammaPair {
public:
    GammaPair(double variance_a, double variance_b, double rho);
    /// Each of the two takes its randomness from a stream of its own; with rho 0 neither looks at
    /// the other's.
    [[nodiscard]] std::pair<double, double> sample(Stream& a, Stream& b) const;

private:
    double variance_a_;
    double variance_b_;
    double rho_;
    std::vector<GammaScore> scores_; ///< of a and b; empty with rho 0
};

} // namespace ketenplan::engine
