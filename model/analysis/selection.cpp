#include "analysis/selection.hpp"

#include "engine/defect.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace ketenplan::analysis {

namespace {

/// Keeps the last bits of a library's function out of decisions and tables.
double rounded_constant(double value) {
    constexpr double digits = 1e10;
    return std::round(value * digits) / digits;
}

/// A place where an integrand is looked at, and what it weighs there.
struct Node {
    double x = 0.0;
    double weight = 0.0;
};

/// Nodes for the expectation of a function of a chi-squared value that is smooth in its logarithm:
/// near zero the integrands behave as a root. What lies outside the outer quantiles is less than
/// the ninth digit can see.
std::vector<Node> chi_squared_nodes(double degrees) {
    using Gauss = boost::math::quadrature::gauss<double, 30>;
    constexpr double tail = 1e-12;
    constexpr int panels = 4;
    const boost::math::chi_squared_distribution<double> law(degrees);
    const double low = std::log(boost::math::quantile(law, tail));
    const double high = std::log(boost::math::quantile(boost::math::complement(law, tail)));
    const double half = 0.5 * (high - low) / panels;
    std::vector<Node> nodes;
    for (int panel = 0; panel < panels; ++panel) {
        const double middle = low + half * (2 * panel + 1);
        for (std::size_t i = 0; i < Gauss::abscissa().size(); ++i) {
            for (const double sign : {-1.0, 1.0}) {
                const double x = std::exp(middle + sign * half * Gauss::abscissa()[i]);
                nodes.push_back({x, half * Gauss::weights()[i] * x * boost::math::pdf(law, x)});
            }
        }
    }
    return nodes;
}

double chance_of_right(double h, double k, double degrees, const std::vector<Node>& nodes) {
    const boost::math::normal_distribution<double> normal;
    double outer = 0.0;
    for (const Node& y : nodes) {
        double inner = 0.0;
        for (const Node& x : nodes)
            inner += x.weight *
                     boost::math::cdf(normal, h / std::sqrt(degrees * (1.0 / x.x + 1.0 / y.x)));
        outer += y.weight * std::pow(inner, k - 1.0);
    }
    return outer;
}

/// The state of a KN selection: sums of observations, and who is left. Larger is better.
class Contest {
public:
    Contest(std::size_t alternatives, const SelectionPlan& plan)
        : plan_(plan), sums_(alternatives, 0.0), eliminated_(alternatives),
          variances_(alternatives * alternatives, 0.0) {
        for (std::size_t i = 0; i < alternatives; ++i)
            left_.push_back(i);
        if (alternatives > 1)
            h2_ = kn_constants(alternatives, plan.first_stage, plan.alpha).h2;
    }

    void first_stage(const Observe& observe) {
        const std::size_t k = sums_.size();
        std::vector<double> values; // [observation][alternative]
        for (std::size_t r = 0; r < plan_.first_stage; ++r) {
            for (std::size_t i = 0; i < k; ++i)
                values.push_back(take(observe, i));
            ++r_;
        }
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t l = i + 1; l < k; ++l)
                variances_[i * k + l] = variances_[l * k + i] = variance_between(values, i, l);
        }
    }

    void one_more(const Observe& observe) {
        for (const std::size_t i : left_)
            take(observe, i);
        ++r_;
    }

    /// Drops all at once who is behind any that was left until now.
    void screen() {
        std::vector<std::size_t> kept;
        bool slack = false;
        for (const std::size_t i : left_) {
            bool stays = true;
            for (const std::size_t l : left_) {
                const double allowed = i == l ? 0.0 : allowance(i, l);
                slack = slack || allowed > 0.0;
                stays = stays && mean(i) >= mean(l) - allowed;
            }
            if (stays)
                kept.push_back(i);
            else
                eliminated_[i] = r_;
        }
        // Who is left without any allowance has exactly the same mean.
        if (!slack) {
            for (std::size_t i = 1; i < kept.size(); ++i)
                eliminated_[kept[i]] = r_;
            kept.resize(1);
        }
        left_ = std::move(kept);
    }

    [[nodiscard]] bool decided() const { return left_.size() == 1; }
    [[nodiscard]] std::size_t observations() const { return r_; }

    [[nodiscard]] Selection result() const {
        Selection selection;
        if (decided())
            selection.chosen = left_.front();
        const double sign = plan_.smaller_is_better ? -1.0 : 1.0;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const std::size_t n = eliminated_[i].value_or(r_);
            selection.contenders.push_back(
                {n, sign * sums_[i] / static_cast<double>(n), eliminated_[i]});
        }
        return selection;
    }

private:
    double take(const Observe& observe, std::size_t i) {
        const double value = observe(i, r_);
        engine::ensure(std::isfinite(value), "an observation of a selection is not a number");
        const double better = plan_.smaller_is_better ? -value : value;
        sums_[i] += better;
        return better;
    }

    [[nodiscard]] double mean(std::size_t i) const { return sums_[i] / static_cast<double>(r_); }

    /// W of Kim and Nelson: how far i may be behind l.
    [[nodiscard]] double allowance(std::size_t i, std::size_t l) const {
        const auto r = static_cast<double>(r_);
        const double needed = h2_ * variances_[i * sums_.size() + l] / (plan_.delta * plan_.delta);
        return std::max(0.0, plan_.delta / (2.0 * r) * (needed - r));
    }

    /// Of the differences in the first stage.
    [[nodiscard]] double
    variance_between(const std::vector<double>& values, std::size_t i, std::size_t l) const {
        const auto n = static_cast<double>(plan_.first_stage);
        const double middle = (sums_[i] - sums_[l]) / n;
        double squares = 0.0;
        for (std::size_t at = 0; at < values.size(); at += sums_.size()) {
            const double off = values[at + i] - values[at + l] - middle;
            squares += off * off;
        }
        return squares / (n - 1.0);
    }

    const SelectionPlan& plan_;
    double h2_ = 0.0;
    std::size_t r_ = 0;
    std::vector<double> sums_;
    std::vector<std::optional<std::size_t>> eliminated_;
    std::vector<double> variances_;
    std::vector<std::size_t> left_;
};

} // namespace

KnConstants kn_constants(std::size_t alternatives, std::size_t first_stage, double alpha) {
    engine::ensure(alternatives >= 2 && first_stage >= 2 && alpha > 0.0 && alpha < 0.5,
                   "a selection by KN is asked for outside its limits");
    const double others = static_cast<double>(alternatives) - 1.0;
    const double degrees = static_cast<double>(first_stage) - 1.0;
    const double eta = 0.5 * (std::pow(2.0 * alpha / others, -2.0 / degrees) - 1.0);
    return {rounded_constant(eta), rounded_constant(2.0 * eta * degrees)};
}

double rinott_h(std::size_t alternatives, std::size_t first_stage, double confidence) {
    const auto k = static_cast<double>(alternatives);
    engine::ensure(alternatives >= 2 && first_stage >= 3 && confidence > 1.0 / k &&
                       confidence < 1.0,
                   "Rinott's constant is asked for outside its limits");
    const double degrees = static_cast<double>(first_stage) - 1.0;
    const std::vector<Node> nodes = chi_squared_nodes(degrees);
    const auto short_of = [&](double h) {
        return chance_of_right(h, k, degrees, nodes) - confidence;
    };
    constexpr int bits = 40;
    std::uintmax_t steps = 100;
    const auto [low, high] = boost::math::tools::bracket_and_solve_root(
        short_of, 3.0, 2.0, true, boost::math::tools::eps_tolerance<double>(bits), steps);
    return rounded_constant(0.5 * (low + high));
}

Selection select_best(std::size_t alternatives, const SelectionPlan& plan, const Observe& observe) {
    engine::ensure(alternatives > 0 && plan.delta > 0.0 && plan.first_stage >= 2 &&
                       plan.most >= plan.first_stage,
                   "a selection is asked for outside its limits");
    Contest contest(alternatives, plan);
    contest.first_stage(observe);
    contest.screen();
    while (!contest.decided() && contest.observations() < plan.most) {
        contest.one_more(observe);
        contest.screen();
    }
    return contest.result();
}

} // namespace ketenplan::analysis
