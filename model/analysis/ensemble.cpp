#include "analysis/ensemble.hpp"

#include "casus/stromen.hpp"
#include "engine/defect.hpp"
#include "engine/distribution.hpp"
#include "engine/elementary.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <cmath>
#include <utility>

namespace ketenplan::analysis {

namespace {

using casus::Doel;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::RowVectorXd;
using Eigen::VectorXd;

Index index(std::size_t i) {
    return static_cast<Index>(i);
}

/// The probability below `score` of a standard normal variate: the series of Marsaglia, Journal of
/// Statistical Software 11 (2004), with an exact exponential, since it decides what is simulated.
double normal_probability(double score) {
    constexpr double furthest = 8.0; // beyond it the probability is 0 or 1 to the last bit
    constexpr double half_log_two_pi = 0.91893853320467274178;
    if (score <= -furthest)
        return 0.0;
    if (score >= furthest)
        return 1.0;
    double sum = score;
    double term = score;
    for (int i = 3; std::abs(term) > 1e-18; i += 2) {
        term *= score * score / i;
        sum += term;
    }
    return 0.5 + sum * engine::exact_exp(-0.5 * score * score - half_log_two_pi);
}

double
draw(std::uint32_t seed, Doel what, std::size_t member, std::size_t round, std::size_t step) {
    engine::Stream stream({.seed = seed, .replication = 0},
                          {.purpose = static_cast<std::uint8_t>(what),
                           .ordinal = static_cast<std::uint32_t>(member),
                           .part = static_cast<std::uint32_t>(round),
                           .step = static_cast<std::uint32_t>(step)});
    return engine::standard_normal(stream);
}

/// Sums over members in their order, whatever the sizes of this machine's caches.
MatrixXd product(const MatrixXd& a, const MatrixXd& b) {
    return a.lazyProduct(b);
}

MatrixXd centred(const MatrixXd& rows) {
    return rows.rowwise() - rows.colwise().mean();
}

/// Only the rows in which everything was observed.
MatrixXd finite_rows(const MatrixXd& runs) {
    MatrixXd kept(runs.rows(), runs.cols());
    Index count = 0;
    for (Index r = 0; r < runs.rows(); ++r) {
        if (runs.row(r).allFinite())
            kept.row(count++) = runs.row(r);
    }
    return kept.topRows(count);
}

class Inversion {
public:
    Inversion(const EnsembleOrder& order, const ForwardModel& forward, Executor& executor)
        : order_(order), forward_(forward), executor_(executor) {
        engine::ensure(order.members > 0 && order.rounds > 0 && !order.parameters.empty() &&
                           !order.observations.empty(),
                       "a calibration without members, rounds, parameters or observations");
        draw_prior();
    }

    EnsembleInversion run(const std::function<void(const EnsembleInversion&)>& after_round) {
        EnsembleInversion inversion;
        for (std::size_t round = 0; round <= order_.rounds; ++round) {
            if (!evaluate(round)) {
                inversion.end = EnsembleEnd::stopped;
                return inversion;
            }
            if (now_.members.size() < order_.parameters.size() + 2)
                inversion.end = EnsembleEnd::few_members;
            else
                weigh();
            inversion.rounds.push_back(now_);
            if (inversion.end == EnsembleEnd::few_members)
                return inversion;
            if (after_round)
                after_round(inversion);
            if (round < order_.rounds)
                update(round);
        }
        return inversion;
    }

private:
    void draw_prior() {
        now_.scores.resize(index(order_.members), index(order_.parameters.size()));
        now_.controls.resize(index(order_.members), index(control_count));
        for (std::size_t m = 0; m < order_.members; ++m) {
            now_.members.push_back(m);
            for (std::size_t p = 0; p < order_.parameters.size(); ++p)
                now_.scores(index(m), index(p)) = draw(order_.seed, Doel::ensemble_begin, m, 0, p);
            // Another part: more parameters are no other controls.
            for (std::size_t c = 0; c < control_count; ++c)
                now_.controls(index(m), index(c)) =
                    draw(order_.seed, Doel::ensemble_begin, m, 1, c);
        }
    }

    /// Runs the forward model for every member; false when it was stopped before all were done.
    bool evaluate(std::size_t round) {
        const std::size_t count = now_.members.size();
        now_.values = now_.scores;
        for (Index m = 0; m < now_.values.rows(); ++m) {
            for (std::size_t p = 0; p < order_.parameters.size(); ++p)
                now_.values(m, index(p)) =
                    parameter_value(order_.parameters[p], now_.scores(m, index(p)));
        }
        now_.runs.assign(count, MatrixXd());
        const std::size_t done = executor_.run(count, [&](std::size_t m) {
            const VectorXd values = now_.values.row(index(m)).transpose();
            const MatrixXd runs = forward_(values, now_.members[m], round);
            engine::ensure(runs.rows() == 0 || runs.cols() == index(order_.observations.size()),
                           "a forward model with another number of observations");
            now_.runs[m] = finite_rows(runs);
        });
        if (done < count)
            return false;
        now_.means.resize(0, 0);
        now_.misfits.resize(0);
        drop_failed();
        return true;
    }

    void drop_failed() {
        now_.dropped.clear();
        std::size_t kept = 0;
        for (std::size_t m = 0; m < now_.members.size(); ++m) {
            if (now_.runs[m].rows() == 0) {
                now_.dropped.push_back({now_.members[m], now_.values.row(index(m)).transpose()});
                continue;
            }
            if (kept != m) {
                now_.members[kept] = now_.members[m];
                now_.runs[kept] = std::move(now_.runs[m]);
                now_.scores.row(index(kept)) = now_.scores.row(index(m)).eval();
                now_.values.row(index(kept)) = now_.values.row(index(m)).eval();
                now_.controls.row(index(kept)) = now_.controls.row(index(m)).eval();
            }
            ++kept;
        }
        now_.members.resize(kept);
        now_.runs.resize(kept);
        now_.scores.conservativeResize(index(kept), Eigen::NoChange);
        now_.values.conservativeResize(index(kept), Eigen::NoChange);
        now_.controls.conservativeResize(index(kept), Eigen::NoChange);
    }

    /// Means, pooled noise and misfits.
    void weigh() {
        const Index columns = index(order_.observations.size());
        now_.means.resize(index(now_.members.size()), columns);
        now_.noise = MatrixXd::Zero(columns, columns);
        Index freedom = 0;
        per_run_ = 0.0;
        for (std::size_t m = 0; m < now_.members.size(); ++m) {
            const MatrixXd& runs = now_.runs[m];
            now_.means.row(index(m)) = runs.colwise().mean();
            const MatrixXd around = centred(runs);
            now_.noise += product(around.transpose(), around);
            freedom += runs.rows() - 1;
            per_run_ += 1.0 / static_cast<double>(runs.rows());
        }
        if (freedom > 0)
            now_.noise /= static_cast<double>(freedom);
        per_run_ /= static_cast<double>(now_.members.size());

        covariance_ = now_.noise;
        observed_.resize(columns);
        for (std::size_t o = 0; o < order_.observations.size(); ++o) {
            const Observation& observation = order_.observations[o];
            observed_(index(o)) = observation.value;
            covariance_(index(o), index(o)) +=
                observation.standard_deviation * observation.standard_deviation;
        }
        // Each figure in units of its own standard deviation.
        scale_ = covariance_.diagonal().cwiseSqrt().cwiseInverse().transpose();
        covariance_ = scaled(covariance_);
        const MatrixXd off = innovations();
        const MatrixXd weighed = covariance_.llt().solve(off.transpose());
        now_.misfits.resize(off.rows());
        for (Index m = 0; m < off.rows(); ++m)
            now_.misfits(m) = off.row(m).dot(weighed.col(m)) / static_cast<double>(columns);
    }

    [[nodiscard]] MatrixXd scaled(const MatrixXd& covariance) const {
        return scale_.transpose().asDiagonal() * covariance * scale_.transpose().asDiagonal();
    }

    /// Observations minus means, scaled.
    [[nodiscard]] MatrixXd innovations() const {
        return ((-now_.means).rowwise() + observed_).array().rowwise() * scale_.array();
    }

    /// One step of data assimilation, with the covariance of the observations inflated by the
    /// number of steps. The runs of a member have noise of their own already: what is added to the
    /// observations is that much less.
    void update(std::size_t round) {
        const auto inflation = static_cast<double>(order_.rounds);
        const auto divisor = static_cast<double>(now_.members.size() - 1);
        const MatrixXd added = inflation * covariance_ - per_run_ * scaled(now_.noise);
        const MatrixXd outputs = centred(now_.means).array().rowwise() * scale_.array();
        const Eigen::LLT<MatrixXd> root(added);
        const MatrixXd white = root.matrixL().solve(outputs.transpose()).transpose();
        const Eigen::SelfAdjointEigenSolver<MatrixXd> found(product(white.transpose(), white) /
                                                            divisor);
        const VectorXd variances = found.eigenvalues().cwiseMax(0.0);
        const MatrixXd along = product(white, found.eigenvectors());
        const MatrixXd target = innovations() + perturbations(added, round);
        const MatrixXd moves =
            product(root.matrixL().solve(target.transpose()).transpose(), found.eigenvectors());
        const VectorXd weights = (variances.array() + 1.0).inverse();
        for (MatrixXd* scores : {&now_.scores, &now_.controls}) {
            const MatrixXd cross = credible(
                product(along.transpose(), centred(*scores)) / divisor, variances, *scores);
            *scores += product(moves, weights.asDiagonal() * cross);
        }
    }

    /// Covariances (row per direction of the observations, column per parameter), less what chance
    /// makes of none: a sample correlation r of n members has a variance of about 1 / (n - 1)
    /// around 0 when there is no relation, so the part 1 / ((n - 1) r^2) of it is taken off, and
    /// all of it when that is more (the positive-part rule of James and Stein, Fourth Berkeley
    /// Symposium, 1961; adaptive localisation by correlation: Luo, Bhakta and Naevdal, SPE Journal
    /// 23, 2018).
    static MatrixXd credible(MatrixXd covariances, const VectorXd& variances, const MatrixXd& of) {
        const auto freedom = static_cast<double>(of.rows() - 1);
        const RowVectorXd own = centred(of).colwise().squaredNorm() / freedom;
        for (Index d = 0; d < covariances.rows(); ++d) {
            for (Index p = 0; p < covariances.cols(); ++p) {
                double& c = covariances(d, p);
                const double chance = variances(d) * own(p) / freedom;
                c = c * c <= chance ? 0.0 : c * (1.0 - chance / (c * c));
            }
        }
        return covariances;
    }

    /// Draws of the noise of observations, of which the mean over members is exactly 0 (Evensen,
    /// Ocean Dynamics 54, 2004: less sampling error for nothing).
    [[nodiscard]] MatrixXd perturbations(const MatrixXd& covariance, std::size_t round) const {
        const auto count = static_cast<double>(now_.members.size());
        MatrixXd draws(now_.means.rows(), now_.means.cols());
        for (Index m = 0; m < draws.rows(); ++m) {
            for (Index o = 0; o < draws.cols(); ++o)
                draws(m, o) = draw(order_.seed,
                                   Doel::ensemble_waarneming,
                                   now_.members[static_cast<std::size_t>(m)],
                                   round,
                                   static_cast<std::size_t>(o));
        }
        const MatrixXd root = covariance.llt().matrixL();
        return product(centred(draws) * std::sqrt(count / (count - 1.0)), root.transpose());
    }

    const EnsembleOrder& order_;
    const ForwardModel& forward_;
    Executor& executor_;
    EnsembleRound now_;
    MatrixXd covariance_;  ///< of the observations, their own and that of one run, scaled
    RowVectorXd observed_; ///< not scaled
    RowVectorXd scale_;    ///< what makes a figure scaled
    double per_run_ = 1.0; ///< mean over members of 1 / runs
};

} // namespace

double parameter_value(const UnknownParameter& parameter, double score) {
    const double probability = normal_probability(score);
    if (parameter.law == PriorLaw::uniform)
        return parameter.low + probability * (parameter.high - parameter.low);
    return parameter.low * engine::exact_pow(parameter.high / parameter.low, probability);
}

EnsembleInversion invert(const EnsembleOrder& order,
                         const ForwardModel& forward,
                         Executor& executor,
                         const std::function<void(const EnsembleInversion&)>& after_round) {
    return Inversion(order, forward, executor).run(after_round);
}

} // namespace ketenplan::analysis
