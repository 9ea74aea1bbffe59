#include "analysis/smoother.hpp"

#include "analysis/numbers.hpp"
#include "engine/defect.hpp"
#include "engine/tally.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

constexpr std::size_t most_knots = 20;
constexpr std::size_t draws_per_knot = 5;
constexpr double cost_of_freedom = 1.4;

/// In the order of the draws: Eigen's own products over thousands of rows add up in blocks as large
/// as the processor's cache, so that other machines would give other bits.
double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

void add_multiple(std::vector<double>& to, double factor, std::span<const double> of) {
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += factor * of[i];
}

/// With mean 0 and mean square 1; all 0 when there is but one value.
std::vector<double> standardised(std::span<const double> x) {
    std::vector<double> z(x.begin(), x.end());
    const auto [least, most] = std::ranges::minmax(x);
    if (least == most)
        return std::vector<double>(x.size(), 0.0);
    const double mean = mean_of(x);
    for (double& value : z)
        value -= mean;
    const double size = std::sqrt(dot(z, z) / static_cast<double>(z.size()));
    for (double& value : z)
        value /= size;
    return z;
}

std::vector<double> knots_for(const std::vector<double>& z) {
    std::vector<double> distinct = z;
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    const std::size_t count = std::min(
        {most_knots, distinct.size(), std::max<std::size_t>(2, z.size() / draws_per_knot)});
    if (count < 2)
        return {};
    std::vector<double> knots;
    for (std::size_t k = 0; k < count; ++k)
        knots.push_back(distinct[k * (distinct.size() - 1) / (count - 1)]);
    return knots;
}

/// The function that is 0 to the left of three knots and whose second derivative is the hat on
/// them: 1 at the middle one, 0 at and beyond the others.
struct Bend {
    double left, middle, right;

    [[nodiscard]] double at(double z) const {
        if (z <= left)
            return 0.0;
        if (z <= middle)
            return (z - left) * (z - left) * (z - left) / (6.0 * (middle - left));
        const double line = 0.5 * (right - left) * (z - (left + middle + right) / 3.0);
        if (z >= right)
            return line;
        return line + (right - z) * (right - z) * (right - z) / (6.0 * (right - middle));
    }
};

class Spline {
public:
    explicit Spline(std::span<const double> x) : z_(standardised(x)) {
        const std::vector<double> knots = knots_for(z_);
        if (knots.size() < 3)
            return;
        for (std::size_t k = 1; k + 1 < knots.size(); ++k)
            add_bend({knots[k - 1], knots[k], knots[k + 1]});
        diagonalise(knots);
    }

    [[nodiscard]] Smooth fit(const std::vector<double>& y) const {
        engine::ensure(y.size() == z_.size(), "a response of another length");
        const double mean = mean_of(y);
        std::vector<double> rest = y; // of what is not explained so far
        for (double& value : rest)
            value -= mean;
        Smooth result{std::vector<double>(y.size(), mean), 1.0};
        const double zz = dot(z_, z_);
        if (zz == 0.0)
            return result;
        const double slope = dot(z_, rest) / zz;
        add_multiple(result.fitted, slope, z_);
        add_multiple(rest, -slope, z_);
        result.degrees_of_freedom = 2.0;
        if (!bends_.empty())
            add_curve(result, rest);
        return result;
    }

private:
    /// What of a bend is no line, at every draw.
    void add_bend(const Bend& bend) {
        std::vector<double> column(z_.size());
        std::ranges::transform(z_, column.begin(), [&](double z) { return bend.at(z); });
        const double mean = mean_of(column);
        for (double& value : column)
            value -= mean;
        add_multiple(column, -dot(z_, column) / dot(z_, z_), z_);
        bends_.push_back(std::move(column));
    }

    /// Finds the mixtures of bends that are orthogonal over the draws and in the penalty at once
    /// (Demmler and Reinsch, Numerische Mathematik 24, 1975). `knots` as used for the bends.
    void diagonalise(const std::vector<double>& knots) {
        const auto n = static_cast<Eigen::Index>(bends_.size());
        Eigen::MatrixXd products(n, n);
        Eigen::MatrixXd penalty = Eigen::MatrixXd::Zero(n, n); // integrals of products of hats
        for (Eigen::Index i = 0; i < n; ++i) {
            const auto k = static_cast<std::size_t>(i);
            for (Eigen::Index j = 0; j <= i; ++j)
                products(i, j) = products(j, i) =
                    dot(bends_[k], bends_[static_cast<std::size_t>(j)]);
            penalty(i, i) = (knots[k + 2] - knots[k]) / 3.0;
            if (i > 0)
                penalty(i, i - 1) = penalty(i - 1, i) = (knots[k + 1] - knots[k]) / 6.0;
        }
        const Eigen::LLT<Eigen::MatrixXd> root(penalty);
        Eigen::MatrixXd half = root.matrixL().solve(products);
        const Eigen::MatrixXd whole = root.matrixL().solve(half.transpose().eval());
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> modes(whole);
        sizes_ = modes.eigenvalues().cwiseMax(0.0);
        mixtures_ = root.matrixU().solve(modes.eigenvectors());
    }

    /// The weights of the mixtures of bends at penalty `weight`.
    [[nodiscard]] Eigen::VectorXd shrunk(const Eigen::VectorXd& scores, double weight) const {
        return (scores.array() / (sizes_.array() + weight)).matrix();
    }

    [[nodiscard]] double freedom(double weight) const {
        return 2.0 + (sizes_.array() / (sizes_.array() + weight)).sum();
    }

    [[nodiscard]] double
    cross_validation(const Eigen::VectorXd& scores, double squares, double weight) const {
        const Eigen::ArrayXd b = shrunk(scores, weight).array();
        const double residual =
            squares - (2.0 * b * scores.array()).sum() + (sizes_.array() * b * b).sum();
        const auto n = static_cast<double>(z_.size());
        const double left = n - cost_of_freedom * freedom(weight);
        return left <= 0.0 ? std::numeric_limits<double>::infinity()
                           : n * std::max(0.0, residual) / (left * left);
    }

    /// From all but a line to hardly penalised; of equals the smoothest.
    [[nodiscard]] double best_weight(const Eigen::VectorXd& scores, double squares) const {
        constexpr double most = 1e4; // times the largest mode
        constexpr double step = 0.5;
        constexpr int steps = 60; // down to 1e-14 of the largest
        double weight = most * std::max(sizes_.maxCoeff(), std::numeric_limits<double>::min());
        double best = weight;
        double lowest = std::numeric_limits<double>::infinity();
        for (int i = 0; i < steps; ++i, weight *= step) {
            const double score = cross_validation(scores, squares, weight);
            if (score < lowest) {
                lowest = score;
                best = weight;
            }
        }
        return best;
    }

    void add_curve(Smooth& result, const std::vector<double>& rest) const {
        Eigen::VectorXd products(static_cast<Eigen::Index>(bends_.size()));
        for (std::size_t k = 0; k < bends_.size(); ++k)
            products(static_cast<Eigen::Index>(k)) = dot(bends_[k], rest);
        const Eigen::VectorXd scores = mixtures_.transpose() * products;
        const double weight = best_weight(scores, dot(rest, rest));
        const Eigen::VectorXd coefficients = mixtures_ * shrunk(scores, weight);
        for (std::size_t k = 0; k < bends_.size(); ++k)
            add_multiple(result.fitted, coefficients(static_cast<Eigen::Index>(k)), bends_[k]);
        result.degrees_of_freedom = freedom(weight);
    }

    std::vector<double> z_;
    std::vector<std::vector<double>> bends_; ///< per inner knot, per draw
    Eigen::VectorXd sizes_;                  ///< of the mixtures, against a penalty of 1
    Eigen::MatrixXd mixtures_;               ///< a column each, over the bends
};

} // namespace

std::vector<Smooth> smooth(std::span<const double> x,
                           const std::vector<std::vector<double>>& responses) {
    engine::ensure(!x.empty(), "nothing to smooth");
    const Spline spline(x);
    std::vector<Smooth> curves;
    for (const std::vector<double>& y : responses)
        curves.push_back(spline.fit(y));
    return curves;
}

} // namespace ketenplan::analysis
