#pragma once

#include "analysis/points.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

/// A metamodel of a simulation: what the model would answer where it was not run, and how sure that
/// is. Stochastic kriging: Ankenman, Nelson and Staum, Operations Research 58 (2010).
namespace ketenplan::analysis {

/// How alike the answers at two points are, by their distance r in lengths of correlation:
/// (1 + sqrt(5) r + 5 r^2 / 3) exp(-sqrt(5) r), or exp(-r^2 / 2) (Rasmussen and Williams, Gaussian
/// Processes for Machine Learning, 2006, section 4.2).
enum class Kernel : std::uint8_t { matern52, squared_exponential };

/// What was simulated: at each of `x` the mean `y` of replications, and the `noise` variance of
/// that mean (0 when exact). Points have replications of their own; common random numbers would
/// make the metamodel worse (Chen, Ankenman and Nelson, ACM TOMACS 22, 2012).
struct Observations {
    Points x;
    std::vector<double> y;
    std::vector<double> noise;
};

struct Hyperparameters {
    std::vector<double> lengths; ///< of correlation, per dimension, in units of x
    double variance = 1.0;       ///< of the smooth answer over the space, in units of y squared
    double nugget = 0.0;         ///< variance of what is neither smooth nor known noise
};

struct Prediction {
    double mean = 0.0;
    double variance = 0.0; ///< of the smooth answer around `mean`; no noise, no nugget
};

/// Each point predicted from all others, with the same hyperparameters.
struct CrossValidation {
    std::vector<double> predicted; ///< per point
    std::vector<double> variance;  ///< of the observation around it: noise and nugget included
    /// Share of the variance of the answers that is predicted: 1 - sum of squared errors / sum of
    /// squared deviations from the mean. Below 0: worse than the mean. Not a number when all
    /// answers are equal.
    double q2 = 0.0;
    double rmse = 0.0;     ///< in units of y
    double within95 = 0.0; ///< share of errors within 1.96 of their standard deviations
};

/// A Gaussian process with a constant mean, estimated by generalised least squares, given what was
/// observed. Does not change; may be used by several threads.
class GaussianProcess {
public:
    /// With hyperparameters that are known. Throws Defect when the observations are fewer than two
    /// or their numbers do not match, or when the covariance matrix is singular: two equal points
    /// without noise or nugget.
    GaussianProcess(Observations observations, Kernel kernel, Hyperparameters parameters);

    /// With the hyperparameters of largest likelihood (the mean profiled out) that a pattern search
    /// (Hooke and Jeeves, JACM 8, 1961) finds in their logarithms from three fixed starts: lengths
    /// of 0.05 to 20, a variance of 1/1000 to 1000 times that of y, a nugget of 1e-8 to 1 times it.
    /// `x` should lie in the unit cube. The same bits on every machine, as all of this but
    /// `realisation`. Answers that are all equal give a process that is that answer everywhere.
    static GaussianProcess fitted(const Observations& observations, Kernel kernel);

    [[nodiscard]] const Hyperparameters& parameters() const { return parameters_; }
    [[nodiscard]] double mean() const;
    /// Of the observations under these hyperparameters and the estimated mean.
    [[nodiscard]] double log_likelihood() const;

    /// At one point. The variance has in it that the mean was estimated.
    [[nodiscard]] Prediction predict(std::span<const double> x) const;
    /// The predicted means at many points.
    [[nodiscard]] std::vector<double> means(const Points& at) const;

    /// One function that the answer might be, given the observations, at many points: draw `number`
    /// of `seed`. A draw from the process by `waves` random Fourier features (Rahimi and Recht,
    /// NIPS 20, 2007), corrected by kriging of its error at the observations (Wilson et al., ICML
    /// 2020). `number` below 2^20, `waves` below 2^16. The last bits are those of the C library's
    /// cosine.
    [[nodiscard]] std::vector<double> realisation(const Points& at,
                                                  std::uint32_t seed,
                                                  std::uint32_t number,
                                                  std::size_t waves) const;

    /// In closed form, without fitting again: Rasmussen and Williams (2006), section 5.4.2; with an
    /// estimated mean, Dubrule, Mathematical Geology 15 (1983).
    [[nodiscard]] CrossValidation leave_one_out() const;

private:
    struct Solution;

    Observations observations_;
    Kernel kernel_;
    Hyperparameters parameters_;
    std::shared_ptr<const Solution> solution_;
};

} // namespace ketenplan::analysis
