#pragma once

#include "analysis/ensemble.hpp"
#include "analysis/estimates.hpp"

#include <Eigen/Core>

#include <vector>

/// What an ensemble has learned from the observations, and what it has not.
namespace ketenplan::analysis {

/// A combination of parameters of which the observations say next to nothing: move along it, and
/// they stay as well met as before.
struct Ridge {
    /// Posterior over prior variance of the combination; above the limit that was asked for,
    /// except when turning several of them apart took one just below.
    double variance_ratio = 1.0;
    /// The move, in scores as a share of their prior standard deviation: length 1, the largest
    /// component positive. In the order of the parameters.
    Eigen::VectorXd direction;
};

struct Identification {
    /// 1 - posterior / prior variance of each score: 0 when nothing was learned, 1 when all was.
    /// Below 0 when chance, or a bound, widened it.
    Eigen::VectorXd contraction;
    Eigen::MatrixXd correlation; ///< of the scores in the posterior; not a number without spread
    std::vector<Ridge> ridges;   ///< the least identified first
};

/// The mean and the largest contraction of the controls of two rounds: what a parameter on which
/// nothing depends would seem to have learned. With a few members it is a lot.
struct ChanceContraction {
    double mean = 0.0;
    double largest = 0.0;
};
ChanceContraction chance_contraction(const EnsembleRound& prior, const EnsembleRound& posterior);

/// Compares two ensembles of scores (row per member, at least two rows, column per parameter).
///
/// Ridges are the eigenvectors of the posterior covariance relative to that of the prior of which
/// the ratio is above `limit`: the directions outside the likelihood-informed subspace (Cui,
/// Martin, Marzouk, Solonen and Spantini, Inverse Problems 30, 2014). Equal ratios leave them
/// undetermined, so within the space they span they are turned to few parameters each: varimax
/// (Kaiser, Psychometrika 23, 1958).
Identification
identify(const Eigen::MatrixXd& prior, const Eigen::MatrixXd& posterior, double limit = 0.8);

/// The parameters that make up a ridge: components of at least `least` of the largest one in size,
/// in order of size.
std::vector<std::size_t> dominant(const Ridge& ridge, double least = 0.4);

/// An observation beside what one run (a year) of the ensemble gives, with the observation's own
/// error: what might have been printed.
struct PredictiveCheck {
    double mean = 0.0;
    double p05 = 0.0; ///< quantiles over all runs of all members, and that error
    double p50 = 0.0;
    double p95 = 0.0;
    /// Twice the share of runs at or beyond the observation, on the side where there are fewest, at
    /// most 1: near 0 the model cannot give the figure. Not uniform under the model, as the figure
    /// was used to fit it (Gelman, Meng and Stern, Statistica Sinica 6, 1996): read it as a sign.
    double share = 0.0;

    [[nodiscard]] bool hits(double value) const { return value >= p05 && value <= p95; }
};

/// One for each of `observations`, from the runs of one round.
std::vector<PredictiveCheck> predictive_checks(const EnsembleRound& round,
                                               const std::vector<Observation>& observations);

} // namespace ketenplan::analysis
