#include "analysis/hyperparameter_search.hpp"

#include "analysis/covariance.hpp"
#include "engine/elementary.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace ketenplan::analysis {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Logarithms: of the lengths, then of the variance and of the nugget in units of the variance of
/// the answers.
using Position = std::vector<double>;

struct Box {
    double low;
    double high;
};

class HyperparameterSearch {
public:
    HyperparameterSearch(const Observations& observations, Kernel kernel, double scale)
        : observations_(observations), kernel_(kernel), scale_(scale) {
        const auto box = [](double low, double high) {
            return Box{engine::exact_log(low), engine::exact_log(high)};
        };
        limits_.assign(observations.x.dimensions, box(0.05, 20.0));
        limits_.push_back(box(1e-3, 1e3));
        limits_.push_back(box(1e-8, 1.0));
    }

    [[nodiscard]] Hyperparameters best() {
        // Short, middling and long waves: the likelihood may have a top for each.
        constexpr std::array lengths{0.3, 1.0, 3.0};
        Position best;
        double likelihood = -std::numeric_limits<double>::infinity();
        for (const double length : lengths) {
            const auto [position, value] = climb(start(length));
            if (best.empty() || value > likelihood) {
                best = position;
                likelihood = value;
            }
        }
        return parameters_at(best);
    }

private:
    struct Found {
        Position position;
        double value = 0.0;
    };

    [[nodiscard]] Position start(double length) const {
        Position p(observations_.x.dimensions, engine::exact_log(length));
        p.push_back(0.0);
        p.push_back(engine::exact_log(1e-3));
        return p;
    }

    [[nodiscard]] Hyperparameters parameters_at(const Position& p) const {
        Hyperparameters h;
        for (std::size_t d = 0; d < observations_.x.dimensions; ++d)
            h.lengths.push_back(engine::exact_exp(p[d]));
        h.variance = scale_ * engine::exact_exp(p[p.size() - 2]);
        h.nugget = scale_ * engine::exact_exp(p.back());
        return h;
    }

    [[nodiscard]] double likelihood(const Position& p) const {
        const Eigen::LLT<MatrixXd> factor(
            covariance_matrix(observations_, kernel_, parameters_at(p)));
        if (factor.info() != Eigen::Success)
            return -std::numeric_limits<double>::infinity();
        const Eigen::Map<const VectorXd> y(observations_.y.data(),
                                           static_cast<Eigen::Index>(observations_.y.size()));
        const VectorXd of_ones = factor.solve(VectorXd::Ones(y.size()));
        const VectorXd errors = y.array() - of_ones.dot(y) / of_ones.sum();
        return gaussian_log_density(factor, errors.dot(factor.solve(errors)));
    }

    [[nodiscard]] Position within_limits(Position p) const {
        for (std::size_t d = 0; d < p.size(); ++d)
            p[d] = std::clamp(p[d], limits_[d].low, limits_[d].high);
        return p;
    }

    /// One step to either side of each coordinate in turn, keeping what is better.
    [[nodiscard]] Found explore(Found from, double step) const {
        for (std::size_t d = 0; d < from.position.size(); ++d) {
            for (const double way : {step, -step}) {
                Position tried = from.position;
                tried[d] += way;
                tried = within_limits(std::move(tried));
                const double value = likelihood(tried);
                if (value > from.value) {
                    from = {std::move(tried), value};
                    break;
                }
            }
        }
        return from;
    }

    /// Hooke and Jeeves: explore; while that helps, leap as far again in the same direction and
    /// explore from there; when it does not, with half the step.
    [[nodiscard]] Found climb(const Position& start) const {
        constexpr double first_step = 1.0;
        constexpr int halvings = 5;
        Found base{start, likelihood(start)};
        for (int halved = 0; halved <= halvings; ++halved) {
            const double step = std::ldexp(first_step, -halved);
            Found next = explore(base, step);
            while (next.value > base.value) {
                Position leap = next.position;
                for (std::size_t d = 0; d < leap.size(); ++d)
                    leap[d] += next.position[d] - base.position[d];
                leap = within_limits(std::move(leap));
                base = std::move(next);
                const double value = likelihood(leap);
                next = explore({std::move(leap), value}, step);
                if (next.value <= base.value)
                    next = explore(base, step);
            }
        }
        return base;
    }

    const Observations& observations_;
    Kernel kernel_;
    double scale_;
    std::vector<Box> limits_;
};

double signal_variance(const std::vector<double>& y) {
    const auto n = static_cast<double>(y.size());
    double mean = 0.0;
    for (const double v : y)
        mean += v / n;
    double variance = 0.0;
    for (const double v : y)
        variance += (v - mean) * (v - mean) / n;
    return variance;
}

} // namespace

Hyperparameters most_likely(const Observations& observations, Kernel kernel) {
    const double scale = signal_variance(observations.y);
    if (scale <= 0.0) // nothing to fit: any smooth process agrees
        return {std::vector<double>(observations.x.dimensions, 1.0), 1e-12, 1e-12};
    return HyperparameterSearch(observations, kernel, scale).best();
}

} // namespace ketenplan::analysis
