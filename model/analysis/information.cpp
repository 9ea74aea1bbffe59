#include "analysis/information.hpp"

#include "analysis/numbers.hpp"
#include "analysis/smoother.hpp"
#include "engine/defect.hpp"
#include "engine/tally.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::analysis {

namespace {

/// Per strategy, per draw.
using Matrix = std::vector<std::vector<double>>;

/// The smoothed differences from the first strategy.
Matrix smoothed_increments(std::span<const double> x, const Matrix& quantity) {
    Matrix increments;
    for (std::size_t s = 1; s < quantity.size(); ++s) {
        std::vector<double>& increment = increments.emplace_back(quantity[s]);
        for (std::size_t i = 0; i < increment.size(); ++i)
            increment[i] -= quantity.front()[i];
    }
    Matrix result{std::vector<double>(x.size(), 0.0)};
    for (Smooth& curve : smooth(x, increments))
        result.push_back(std::move(curve.fitted));
    return result;
}

/// A rule that chooses a strategy in every draw, against always choosing the best.
struct Rule {
    std::size_t best = 0;            ///< by the means
    std::vector<double> means;       ///< per strategy
    std::vector<std::size_t> choice; ///< per draw: the highest of what is expected then
    std::vector<double> share;       ///< per strategy: of the draws in which it is chosen
};

/// `weight` is how much of a draw's deviation from the mean is seen beforehand.
Rule rule_for(const Matrix& expected, double weight) {
    Rule rule;
    for (const auto& of_strategy : expected)
        rule.means.push_back(mean_of(of_strategy));
    rule.best = static_cast<std::size_t>(std::ranges::max_element(rule.means) - rule.means.begin());
    rule.share.assign(expected.size(), 0.0);
    const auto draws = expected.front().size();
    for (std::size_t i = 0; i < draws; ++i) {
        const auto seen = [&](std::size_t s) {
            return rule.means[s] + weight * (expected[s][i] - rule.means[s]);
        };
        std::size_t chosen = rule.best;
        for (std::size_t s = 0; s < expected.size(); ++s) {
            if (seen(s) > seen(chosen))
                chosen = s;
        }
        rule.choice.push_back(chosen);
        rule.share[chosen] += 1.0 / static_cast<double>(draws);
    }
    return rule;
}

/// What `rule` is expected to add in each draw, by the curves.
std::vector<double> gains(const Rule& rule, const Matrix& expected, double weight) {
    std::vector<double> gain(rule.choice.size());
    for (std::size_t i = 0; i < gain.size(); ++i) {
        const std::size_t s = rule.choice[i];
        const double off_mean =
            (expected[s][i] - rule.means[s]) - (expected[rule.best][i] - rule.means[rule.best]);
        gain[i] = rule.means[s] - rule.means[rule.best] + weight * off_mean;
    }
    return gain;
}

/// How each draw pulls at the value of `rule`: with what happened in it, not with what the curves
/// expect, since the curves come from the same draws.
std::vector<double>
influences(const Rule& rule, const PsaTable& table, double price, double weight) {
    Matrix off_mean;
    for (std::size_t s = 0; s < table.strategies.size(); ++s) {
        std::vector<double>& benefit = off_mean.emplace_back(net_benefits(table, s, price));
        const double mean = mean_of(benefit);
        for (double& value : benefit)
            value -= mean;
    }
    std::vector<double> influence(rule.choice.size());
    for (std::size_t i = 0; i < influence.size(); ++i) {
        const std::size_t chosen = rule.choice[i];
        double of_means = -off_mean[rule.best][i]; // the means are estimates too
        for (std::size_t s = 0; s < off_mean.size(); ++s)
            of_means += rule.share[s] * off_mean[s][i];
        influence[i] = rule.means[chosen] - rule.means[rule.best] +
                       weight * (off_mean[chosen][i] - off_mean[rule.best][i]) +
                       (1.0 - weight) * of_means;
    }
    return influence;
}

/// `weight` as in rule_for.
InformationValue value_of(const Foreknowledge& knowledge, double price, double weight) {
    const Matrix expected = knowledge.incremental_benefits(price);
    const Rule rule = rule_for(expected, weight);
    InformationValue result{mean_of(gains(rule, expected, weight)), 0.0, {}};
    result.value = std::max(0.0, result.value);
    const Estimate pull = estimate(influences(rule, knowledge.table(), price, weight));
    result.standard_error = pull.standard_error;
    result.interval = {std::max(0.0, result.value - pull.half_width()),
                       result.value + pull.half_width()};
    return result;
}

} // namespace

Foreknowledge::Foreknowledge(const PsaTable& table, std::size_t parameter)
    : table_(&table), costs_(smoothed_increments(table.values.at(parameter), table.costs)),
      effects_(smoothed_increments(table.values.at(parameter), table.effects)) {}

std::vector<std::vector<double>> Foreknowledge::incremental_benefits(double price) const {
    Matrix benefits = effects_;
    for (std::size_t s = 0; s < benefits.size(); ++s) {
        for (std::size_t i = 0; i < benefits[s].size(); ++i)
            benefits[s][i] = price * benefits[s][i] - costs_[s][i];
    }
    return benefits;
}

InformationValue evppi(const Foreknowledge& knowledge, double price) {
    return value_of(knowledge, price, 1.0);
}

double learnt_share(double persons, double prior) {
    engine::ensure(persons >= 0.0 && prior > 0.0, "a study without size or prior");
    return persons / (persons + prior);
}

InformationValue evsi(const Foreknowledge& knowledge, double price, double persons, double prior) {
    return value_of(knowledge, price, std::sqrt(learnt_share(persons, prior)));
}

std::optional<double> persons_behind_chance(std::span<const double> draws) {
    const bool chances = std::ranges::all_of(draws, [](double p) { return p > 0.0 && p < 1.0; });
    engine::Tally tally;
    for (const double p : draws)
        tally.add(p);
    if (!chances || !(tally.variance() > 0.0))
        return std::nullopt;
    const double persons = tally.mean() * (1.0 - tally.mean()) / tally.variance() - 1.0;
    return persons > 0.0 ? std::optional(persons) : std::nullopt;
}

} // namespace ketenplan::analysis
