#pragma once

#include "analysis/gaussian_process.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// The parts that Gaussian processes are made of.
namespace ketenplan::analysis {

/// Between the answer at `x` and that at each of `points`.
Eigen::VectorXd covariances_with(const Points& points,
                                 std::span<const double> x,
                                 Kernel kernel,
                                 const Hyperparameters& parameters);

/// Of the observations, noise and nugget included.
Eigen::MatrixXd covariance_matrix(const Observations& observations,
                                  Kernel kernel,
                                  const Hyperparameters& parameters);

/// The logarithm of the multivariate normal density, from the Cholesky factor of the covariance
/// matrix and the `distance` d' K^-1 d to the mean.
double gaussian_log_density(const Eigen::LLT<Eigen::MatrixXd>& factor, double distance);

/// Which draw of a study.
struct DrawKey {
    std::uint32_t seed = 0;
    std::uint32_t number = 0;
};

/// A function drawn from the process with mean 0, as a sum of cosines with random frequencies: of
/// the normal law for the squared exponential kernel, of Student's with 5 degrees of freedom for
/// Matern 5/2 (Rasmussen and Williams, 2006, sections 4.2.1 and A.8).
class RandomWaves {
public:
    RandomWaves(Kernel kernel, const Hyperparameters& parameters, DrawKey key, std::size_t waves);
    double operator()(std::span<const double> x) const;

private:
    struct Wave {
        std::vector<double> frequency;
        double phase = 0.0;
        double weight = 0.0;
    };
    std::vector<Wave> waves_;
};

/// A normal error for each observation: its noise and the nugget.
std::vector<double> random_noise(const Observations& observations, double nugget, DrawKey key);

} // namespace ketenplan::analysis
