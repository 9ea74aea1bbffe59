#include "analysis/value.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::analysis {

namespace {

/// Per strategy, per draw.
using Matrix = std::vector<std::vector<double>>;

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> difference(a.size());
    std::ranges::transform(a, b, difference.begin(), std::minus{});
    return difference;
}

/// The highest of the strategies in every draw.
std::vector<double> highest(const Matrix& benefits) {
    std::vector<double> best = benefits.front();
    for (const auto& of_strategy : benefits) {
        for (std::size_t i = 0; i < best.size(); ++i)
            best[i] = std::max(best[i], of_strategy[i]);
    }
    return best;
}

/// In how many draws each strategy is best, ties shared.
std::vector<double> wins(const Matrix& benefits, const std::vector<double>& best) {
    std::vector<double> won(benefits.size(), 0.0);
    for (std::size_t i = 0; i < best.size(); ++i) {
        const auto is_best = [&](const auto& of_strategy) {
            return of_strategy[i] == best[i];
        };
        const auto ties = static_cast<double>(std::ranges::count_if(benefits, is_best));
        for (std::size_t s = 0; s < benefits.size(); ++s) {
            if (is_best(benefits[s]))
                won[s] += 1.0 / ties;
        }
    }
    return won;
}

} // namespace

OverDraws over_draws(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return {estimate(values), {quantile(sorted, 0.025), quantile(sorted, 0.975)}};
}

std::vector<double> net_benefits(const PsaTable& table, std::size_t strategy, double price) {
    const std::vector<double>& costs = table.costs[strategy];
    const std::vector<double>& effects = table.effects[strategy];
    std::vector<double> benefits(costs.size());
    for (std::size_t i = 0; i < benefits.size(); ++i)
        benefits[i] = price * effects[i] - costs[i];
    return benefits;
}

AtPrice value_at(const PsaTable& table, double price) {
    engine::ensure(table.strategies.size() >= 2 && table.draws() >= 2,
                   "a choice needs two strategies and two draws");
    Matrix benefits;
    for (std::size_t s = 0; s < table.strategies.size(); ++s)
        benefits.push_back(net_benefits(table, s, price));
    const std::vector<double> best = highest(benefits);
    const std::vector<double> won = wins(benefits, best);
    const auto draws = static_cast<double>(table.draws());
    AtPrice result{price, {}, 0};
    for (std::size_t s = 0; s < benefits.size(); ++s) {
        // Shared draws need not add up to a whole number; for the interval that is near enough.
        const auto whole = static_cast<std::size_t>(std::llround(won[s]));
        Estimate loss = estimate(minus(best, benefits[s]));
        loss.low = std::max(0.0, loss.low);
        result.strategies.push_back({over_draws(benefits[s]),
                                     over_draws(minus(benefits[s], benefits.front())),
                                     won[s] / draws,
                                     wilson(whole, table.draws(), 0.95).interval,
                                     loss});
    }
    const auto mean = [](const StrategyAtPrice& s) {
        return s.net_benefit.mean.mean;
    };
    result.optimal = static_cast<std::size_t>(
        std::ranges::max_element(result.strategies, {}, mean) - result.strategies.begin());
    return result;
}

} // namespace ketenplan::analysis
