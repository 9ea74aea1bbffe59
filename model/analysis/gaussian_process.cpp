#include "analysis/gaussian_process.hpp"

#include "analysis/covariance.hpp"
#include "analysis/hyperparameter_search.hpp"
#include "analysis/numbers.hpp"
#include "engine/defect.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace ketenplan::analysis {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// Eigen splits large products by the sizes of the caches of the machine it runs on, and sums in
/// that order; here it takes all machines for the same.
void same_caches_everywhere() {
    constexpr std::ptrdiff_t kibi = 1024;
    static const bool done = [] {
        Eigen::setCpuCacheSizes(32 * kibi, 256 * kibi, 2048 * kibi);
        return true;
    }();
    static_cast<void>(done);
}

VectorXd vector_of(std::span<const double> values) {
    return Eigen::Map<const VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

bool sizes_match(const Observations& o) {
    return o.y.size() >= 2 && o.x.size() == o.y.size() && o.noise.size() == o.y.size();
}

double q2_of(std::span<const double> y, double squares) {
    double mean = 0.0;
    for (const double v : y)
        mean += v / static_cast<double>(y.size());
    double all = 0.0;
    for (const double v : y)
        all += (v - mean) * (v - mean);
    return all > 0.0 ? 1.0 - squares / all : not_a_number;
}

} // namespace

/// The linear algebra of one process: K is the covariance of the observations.
struct GaussianProcess::Solution {
    Eigen::LLT<MatrixXd> factor;
    VectorXd of_ones;   ///< K^-1 1
    double ones = 0.0;  ///< 1' K^-1 1
    double mean = 0.0;  ///< generalised least squares
    VectorXd of_errors; ///< K^-1 (y - mean)
    double log_likelihood = 0.0;
};

GaussianProcess::GaussianProcess(Observations observations,
                                 Kernel kernel,
                                 Hyperparameters parameters)
    : observations_(std::move(observations)), kernel_(kernel), parameters_(std::move(parameters)) {
    engine::ensure(sizes_match(observations_), "a metamodel of too few or unlike observations");
    same_caches_everywhere();
    auto s = std::make_shared<Solution>();
    const VectorXd y = vector_of(observations_.y);
    s->factor.compute(covariance_matrix(observations_, kernel_, parameters_));
    engine::ensure(s->factor.info() == Eigen::Success, "a singular covariance matrix");
    s->of_ones = s->factor.solve(VectorXd::Ones(y.size()));
    s->ones = s->of_ones.sum();
    s->mean = s->of_ones.dot(y) / s->ones;
    const VectorXd errors = y.array() - s->mean;
    s->of_errors = s->factor.solve(errors);
    s->log_likelihood = gaussian_log_density(s->factor, errors.dot(s->of_errors));
    solution_ = std::move(s);
}

GaussianProcess GaussianProcess::fitted(const Observations& observations, Kernel kernel) {
    engine::ensure(sizes_match(observations), "a metamodel of too few or unlike observations");
    same_caches_everywhere();
    return {observations, kernel, most_likely(observations, kernel)};
}

double GaussianProcess::mean() const {
    return solution_->mean;
}

double GaussianProcess::log_likelihood() const {
    return solution_->log_likelihood;
}

Prediction GaussianProcess::predict(std::span<const double> x) const {
    const VectorXd k = covariances_with(observations_.x, x, kernel_, parameters_);
    const VectorXd solved = solution_->factor.solve(k);
    const double rest = 1.0 - solution_->of_ones.dot(k);
    const double variance = parameters_.variance - k.dot(solved) + rest * rest / solution_->ones;
    return {solution_->mean + k.dot(solution_->of_errors), std::max(variance, 0.0)};
}

std::vector<double> GaussianProcess::means(const Points& at) const {
    std::vector<double> values;
    for (std::size_t p = 0; p < at.size(); ++p)
        values.push_back(solution_->mean +
                         covariances_with(observations_.x, at[p], kernel_, parameters_)
                             .dot(solution_->of_errors));
    return values;
}

std::vector<double> GaussianProcess::realisation(const Points& at,
                                                 std::uint32_t seed,
                                                 std::uint32_t number,
                                                 std::size_t waves) const {
    const RandomWaves prior(kernel_, parameters_, {seed, number}, waves);
    const std::vector<double> noise =
        random_noise(observations_, parameters_.nugget, {seed, number});
    VectorXd errors(static_cast<Eigen::Index>(observations_.y.size()));
    for (std::size_t i = 0; i < observations_.y.size(); ++i)
        errors[static_cast<Eigen::Index>(i)] =
            observations_.y[i] - prior(observations_.x[i]) - noise[i];
    // The unknown mean is drawn along: that of least squares of these errors varies as it should.
    const double mean = solution_->of_ones.dot(errors) / solution_->ones;
    errors.array() -= mean;
    const VectorXd weights = solution_->factor.solve(errors);
    std::vector<double> values;
    for (std::size_t p = 0; p < at.size(); ++p)
        values.push_back(
            mean + prior(at[p]) +
            covariances_with(observations_.x, at[p], kernel_, parameters_).dot(weights));
    return values;
}

CrossValidation GaussianProcess::leave_one_out() const {
    const auto n = static_cast<Eigen::Index>(observations_.y.size());
    const MatrixXd inverse = solution_->factor.solve(MatrixXd::Identity(n, n));
    CrossValidation result;
    double squares = 0.0;
    double within = 0.0;
    for (Eigen::Index i = 0; i < n; ++i) {
        // K^-1 with the estimated mean projected out.
        const double one = solution_->of_ones[i];
        const double precision = inverse(i, i) - one * one / solution_->ones;
        const double error = solution_->of_errors[i] / precision;
        result.predicted.push_back(observations_.y[static_cast<std::size_t>(i)] - error);
        result.variance.push_back(1.0 / precision);
        squares += error * error;
        within += std::abs(error) <= 1.96 * std::sqrt(result.variance.back()) ? 1.0 : 0.0;
    }
    result.q2 = q2_of(observations_.y, squares);
    result.rmse = std::sqrt(squares / static_cast<double>(n));
    result.within95 = within / static_cast<double>(n);
    return result;
}

} // namespace ketenplan::analysis
