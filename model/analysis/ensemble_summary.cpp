#include "analysis/ensemble_summary.hpp"

#include "engine/defect.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ketenplan::analysis {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd covariance(const MatrixXd& rows) {
    const MatrixXd around = rows.rowwise() - rows.colwise().mean();
    return MatrixXd(around.transpose().lazyProduct(around)) / static_cast<double>(rows.rows() - 1);
}

VectorXd contraction(const MatrixXd& before, const MatrixXd& after) {
    return 1.0 - after.diagonal().array() / before.diagonal().array();
}

/// The angle that makes the squares of two columns of loadings differ most.
double varimax_angle(const VectorXd& x, const VectorXd& y) {
    const VectorXd u = x.cwiseAbs2() - y.cwiseAbs2();
    const VectorXd v = 2.0 * x.cwiseProduct(y);
    const auto count = static_cast<double>(x.size());
    const double up = 2.0 * (u.dot(v) - u.sum() * v.sum() / count);
    const double across =
        u.squaredNorm() - v.squaredNorm() - (u.sum() * u.sum() - v.sum() * v.sum()) / count;
    return 0.25 * std::atan2(up, across);
}

/// Turns orthonormal columns among themselves until each rests on few rows.
void turn_apart(MatrixXd& columns) {
    constexpr int most_sweeps = 100;
    constexpr double still = 1e-10;
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double largest = 0.0;
        for (Index i = 0; i < columns.cols(); ++i) {
            for (Index j = i + 1; j < columns.cols(); ++j) {
                const VectorXd x = columns.col(i);
                const VectorXd y = columns.col(j);
                const double angle = varimax_angle(x, y);
                columns.col(i) = std::cos(angle) * x + std::sin(angle) * y;
                columns.col(j) = std::cos(angle) * y - std::sin(angle) * x;
                largest = std::max(largest, std::abs(angle));
            }
        }
        if (largest < still)
            return;
    }
}

/// Length 1, largest component positive.
VectorXd normal_form(VectorXd direction) {
    Index largest = 0;
    direction.cwiseAbs().maxCoeff(&largest);
    return direction / std::copysign(direction.norm(), direction(largest));
}

std::vector<Ridge> ridges_of(const MatrixXd& prior, const MatrixXd& posterior, double limit) {
    const VectorXd unit = prior.diagonal().cwiseSqrt().cwiseInverse();
    const MatrixXd root = MatrixXd(unit.asDiagonal() * prior * unit.asDiagonal()).llt().matrixL();
    const auto lower = root.triangularView<Eigen::Lower>();
    const MatrixXd half = lower.solve(MatrixXd(unit.asDiagonal() * posterior * unit.asDiagonal()));
    const MatrixXd relative = lower.solve(half.transpose());
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(0.5 * (relative + relative.transpose()));
    const VectorXd& ratios = solver.eigenvalues(); // ascending
    const Index count = (ratios.array() > limit).count();
    MatrixXd free = solver.eigenvectors().rightCols(count);
    turn_apart(free);
    std::vector<Ridge> ridges;
    for (Index c = 0; c < count; ++c) {
        const VectorXd column = free.col(c);
        ridges.push_back({column.dot(relative * column), normal_form(root * column)});
    }
    std::ranges::stable_sort(ridges, std::greater<>(), &Ridge::variance_ratio);
    return ridges;
}

} // namespace

Identification identify(const MatrixXd& prior, const MatrixXd& posterior, double limit) {
    engine::ensure(prior.rows() >= 2 && posterior.rows() >= 2 && prior.cols() == posterior.cols(),
                   "ensembles that cannot be compared");
    const MatrixXd before = covariance(prior);
    const MatrixXd after = covariance(posterior);
    const VectorXd unit = after.diagonal().cwiseSqrt().cwiseInverse();
    Identification found;
    found.contraction = contraction(before, after);
    found.correlation = unit.asDiagonal() * after * unit.asDiagonal();
    found.ridges = ridges_of(before, after, limit);
    return found;
}

ChanceContraction chance_contraction(const EnsembleRound& prior, const EnsembleRound& posterior) {
    const VectorXd learned =
        contraction(covariance(prior.controls), covariance(posterior.controls));
    return {learned.mean(), learned.maxCoeff()};
}

std::vector<std::size_t> dominant(const Ridge& ridge, double least) {
    std::vector<std::size_t> order(static_cast<std::size_t>(ridge.direction.size()));
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto size = [&](std::size_t i) {
        return std::abs(ridge.direction(static_cast<Index>(i)));
    };
    std::ranges::stable_sort(order, std::greater<>(), size);
    std::erase_if(order,
                  [&, top = size(order.front())](std::size_t i) { return size(i) < least * top; });
    return order;
}

namespace {

/// The middles of forty equally likely parts of a standard normal error, so that a figure's own
/// error spreads what a run gives without a draw.
const std::vector<double>& error_steps() {
    constexpr int parts = 40;
    constexpr double digits = 1e9;
    static const std::vector<double> steps = [] {
        std::vector<double> all;
        for (int i = 0; i < parts; ++i) {
            const double u = (i + 0.5) / parts;
            const double z = boost::math::quantile(boost::math::normal(), u);
            all.push_back(std::round(z * digits) / digits);
        }
        return all;
    }();
    return steps;
}

/// What might be printed of a figure: every run of every member, with the figure's own error.
std::vector<double>
what_could_be_printed(const EnsembleRound& round, Index figure, double standard_deviation) {
    std::vector<double> values;
    for (const MatrixXd& runs : round.runs) {
        for (Index r = 0; r < runs.rows(); ++r) {
            for (const double step : error_steps())
                values.push_back(runs(r, figure) + standard_deviation * step);
        }
    }
    return values;
}

} // namespace

std::vector<PredictiveCheck> predictive_checks(const EnsembleRound& round,
                                               const std::vector<Observation>& observations) {
    std::vector<PredictiveCheck> checks;
    for (std::size_t o = 0; o < observations.size(); ++o) {
        std::vector<double> values =
            what_could_be_printed(round, static_cast<Index>(o), observations[o].standard_deviation);
        PredictiveCheck check;
        check.mean = estimate(values).mean;
        std::ranges::sort(values);
        check.p05 = quantile(values, 0.05);
        check.p50 = quantile(values, 0.50);
        check.p95 = quantile(values, 0.95);
        const double target = observations[o].value;
        const auto below = std::ranges::upper_bound(values, target) - values.begin();
        const auto above = values.end() - std::ranges::lower_bound(values, target);
        check.share = std::min(1.0,
                               2.0 * static_cast<double>(std::min(below, above)) /
                                   static_cast<double>(values.size()));
        checks.push_back(check);
    }
    return checks;
}

} // namespace ketenplan::analysis
