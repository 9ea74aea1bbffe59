#include "analysis/covariance.hpp"

#include "casus/stromen.hpp"
#include "engine/elementary.hpp"
#include "engine/stream.hpp"

#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ketenplan::analysis {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

double correlation(Kernel kernel, double squared_distance) {
    if (kernel == Kernel::squared_exponential)
        return engine::exact_exp(-0.5 * std::min(squared_distance, 1000.0));
    const double r = std::min(std::sqrt(5.0 * squared_distance), 500.0);
    return (1.0 + r + r * r / 3.0) * engine::exact_exp(-r);
}

double
squared_distance(std::span<const double> a, std::span<const double> b, std::span<const double> by) {
    double sum = 0.0;
    for (std::size_t d = 0; d < by.size(); ++d) {
        const double step = (a[d] - b[d]) / by[d];
        sum += step * step;
    }
    return sum;
}

std::uint8_t purpose(casus::Doel doel) {
    return static_cast<std::uint8_t>(doel);
}

} // namespace

VectorXd covariances_with(const Points& points,
                          std::span<const double> x,
                          Kernel kernel,
                          const Hyperparameters& parameters) {
    VectorXd k(static_cast<Eigen::Index>(points.size()));
    for (std::size_t p = 0; p < points.size(); ++p)
        k[static_cast<Eigen::Index>(p)] =
            parameters.variance *
            correlation(kernel, squared_distance(points[p], x, parameters.lengths));
    return k;
}

MatrixXd covariance_matrix(const Observations& observations,
                           Kernel kernel,
                           const Hyperparameters& parameters) {
    const auto n = static_cast<Eigen::Index>(observations.y.size());
    MatrixXd k(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto at = observations.x[static_cast<std::size_t>(i)];
        for (Eigen::Index j = 0; j < i; ++j) {
            const auto other = observations.x[static_cast<std::size_t>(j)];
            k(i, j) = parameters.variance *
                      correlation(kernel, squared_distance(at, other, parameters.lengths));
            k(j, i) = k(i, j);
        }
        k(i, i) = parameters.variance + parameters.nugget +
                  observations.noise[static_cast<std::size_t>(i)];
    }
    return k;
}

double gaussian_log_density(const Eigen::LLT<MatrixXd>& factor, double distance) {
    const auto n = factor.matrixLLT().rows();
    double log_determinant = 0.0;
    for (Eigen::Index i = 0; i < n; ++i)
        log_determinant += 2.0 * engine::exact_log(factor.matrixLLT()(i, i));
    return -0.5 * (distance + log_determinant +
                   static_cast<double>(n) * engine::exact_log(2.0 * std::numbers::pi));
}

RandomWaves::RandomWaves(Kernel kernel,
                         const Hyperparameters& parameters,
                         DrawKey key,
                         std::size_t waves) {
    const double scale = std::sqrt(2.0 * parameters.variance / static_cast<double>(waves));
    constexpr int degrees = 5; // twice the 5/2 of the kernel
    for (std::size_t w = 0; w < waves; ++w) {
        engine::Stream stream({.seed = key.seed, .replication = 0},
                              {.purpose = purpose(casus::Doel::golf),
                               .ordinal = key.number,
                               .step = static_cast<std::uint32_t>(w)});
        boost::random::normal_distribution<double> normal;
        double stretch = 1.0;
        if (kernel == Kernel::matern52) {
            double chi_squared = 0.0;
            for (int i = 0; i < degrees; ++i) {
                const double z = normal(stream);
                chi_squared += z * z;
            }
            stretch = std::sqrt(degrees / chi_squared);
        }
        Wave wave;
        for (const double length : parameters.lengths)
            wave.frequency.push_back(stretch * normal(stream) / length);
        wave.phase = 2.0 * std::numbers::pi * boost::random::uniform_01<double>()(stream);
        wave.weight = scale * normal(stream);
        waves_.push_back(std::move(wave));
    }
}

double RandomWaves::operator()(std::span<const double> x) const {
    double sum = 0.0;
    for (const Wave& wave : waves_) {
        double angle = wave.phase;
        for (std::size_t d = 0; d < x.size(); ++d)
            angle += wave.frequency[d] * x[d];
        sum += wave.weight * std::cos(angle);
    }
    return sum;
}

std::vector<double> random_noise(const Observations& observations, double nugget, DrawKey key) {
    std::vector<double> noise;
    for (std::size_t i = 0; i < observations.noise.size(); ++i) {
        engine::Stream stream({.seed = key.seed, .replication = 0},
                              {.purpose = purpose(casus::Doel::golf_ruis),
                               .ordinal = key.number,
                               .step = static_cast<std::uint32_t>(i)});
        noise.push_back(std::sqrt(observations.noise[i] + nugget) *
                        boost::random::normal_distribution<double>()(stream));
    }
    return noise;
}

} // namespace ketenplan::analysis
