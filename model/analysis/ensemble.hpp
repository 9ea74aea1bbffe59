#pragma once

#include "analysis/replications.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <functional>
#include <vector>

/// Calibration of several parameters at once, with what remains uncertain: an ensemble of parameter
/// values that goes from the prior to (an approximation of) the posterior.
///
/// Ensemble smoother with multiple data assimilation, ES-MDA: Emerick and Reynolds, Computers &
/// Geosciences 55 (2013), after the ensemble Kalman inversion of Iglesias, Law and Stuart, Inverse
/// Problems 29 (2013). Exact for many members when the forward model is linear in the scores and
/// all noise is normal; an approximation otherwise. docs/methods/calibration.md has the formulas.
namespace ketenplan::analysis {

enum class PriorLaw : std::uint8_t { uniform, loguniform };

/// A parameter that is not known: somewhere between `low` and `high` (0 < low when loguniform).
/// Calibration sees its score, which is standard normal under the prior: the value is the quantile
/// of the prior at the normal probability of the score. So bounds hold whatever an update does.
struct UnknownParameter {
    double low = 0.0;
    double high = 1.0;
    PriorLaw law = PriorLaw::uniform;
};

/// The value that belongs to a score; the same bits on every machine.
double parameter_value(const UnknownParameter& parameter, double score);

/// A figure to be met. The standard deviation is that of the figure itself (rounding, definition,
/// what the model leaves out), above 0; the chance of one year comes from the forward model.
struct Observation {
    double value = 0.0;
    double standard_deviation = 1.0;
};

/// What the model gives at these parameters: a row per replication, a column per observation. One
/// row: a model without noise. No rows: the model cannot be run there. A row with a value that is
/// not a number is left out. Called for several members at the same time.
using ForwardModel = std::function<Eigen::MatrixXd(
    const Eigen::VectorXd& parameters, std::size_t member, std::size_t round)>;

/// How many parameters that nothing depends on go along: what the update does to them is what an
/// ensemble of this size does by chance alone.
inline constexpr std::size_t control_count = 20;

struct EnsembleOrder {
    std::uint32_t seed = 1;
    std::size_t members = 100; ///< below 2^20
    std::size_t rounds = 4;    ///< updates; each weighs the observations for 1 / rounds
    std::vector<UnknownParameter> parameters;
    std::vector<Observation> observations;
};

/// A member for which the forward model gave nothing; it takes no further part.
struct DroppedMember {
    std::size_t member = 0;
    Eigen::VectorXd values;
};

/// The ensemble after a number of updates. Rows of the matrices are those of `members`.
struct EnsembleRound {
    std::vector<std::size_t> members;   ///< numbers of those that take part, ascending
    Eigen::MatrixXd scores;             ///< column per parameter
    Eigen::MatrixXd controls;           ///< of parameters that the forward model does not have
    Eigen::MatrixXd values;             ///< idem, as the forward model saw them
    std::vector<Eigen::MatrixXd> runs;  ///< what the forward model gave, per member
    Eigen::MatrixXd means;              ///< of those runs; column per observation
    Eigen::MatrixXd noise;              ///< covariance of one run around its mean, pooled
    Eigen::VectorXd misfits;            ///< squared distance to the observations, in units of
                                        ///< their covariance and per observation: 1 is chance
    std::vector<DroppedMember> dropped; ///< in this round
};

/// How an inversion ended.
enum class EnsembleEnd : std::uint8_t {
    complete,
    stopped,     ///< the executor stopped; the rounds are those that were finished
    few_members, ///< too few members are left to compute a covariance of the parameters
};

struct EnsembleInversion {
    std::vector<EnsembleRound> rounds; ///< the prior first; order.rounds + 1 when complete
    EnsembleEnd end = EnsembleEnd::complete;
};

/// Carries out the inversion; `after_round` is told after each evaluation of the ensemble. Uses
/// streams of `order.seed` of its own; who simulates with the same seed meets other ones. Throws
/// Defect when the order is empty, or the forward model gives another number of columns than there
/// are observations.
EnsembleInversion
invert(const EnsembleOrder& order,
       const ForwardModel& forward,
       Executor& executor,
       const std::function<void(const EnsembleInversion&)>& after_round = nullptr);

} // namespace ketenplan::analysis
