#pragma once

#include "analysis/estimates.hpp"
#include "analysis/intervals.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// What uncertainty means for a choice between strategies: decision theory over a table of
/// probabilistic sensitivity analysis. Sources and limits: docs/methods/value-of-information.md.
namespace ketenplan::analysis {

/// Costs and effects of every strategy in every draw of the uncertain parameters. All strategies of
/// one draw belong to the same values; draws are independent. Every inner vector is as long as
/// there are draws; nothing is missing or infinite.
struct PsaTable {
    std::vector<std::string> strategies;
    std::vector<std::vector<double>> costs;   ///< per strategy, per draw; euro
    std::vector<std::vector<double>> effects; ///< idem; more is better
    std::vector<std::string> parameters;
    std::vector<std::vector<double>> values; ///< per parameter, per draw

    [[nodiscard]] std::size_t draws() const { return costs.empty() ? 0 : costs.front().size(); }
};

/// A quantity over the draws. `mean` tells how precisely this many draws give the expectation;
/// `spread` what the quantity itself may be, given what is unknown: the 2.5% and 97.5% quantiles.
struct OverDraws {
    Estimate mean;
    Interval spread;
};
OverDraws over_draws(std::span<const double> values);

/// The net monetary benefit of a strategy in every draw, in euro: `price` x effect - costs, with
/// `price` what one is willing to pay for a unit of effect (Stinnett and Mullahy, Medical Decision
/// Making 18, 1998).
std::vector<double> net_benefits(const PsaTable& table, std::size_t strategy, double price);

/// One strategy at one willingness to pay.
struct StrategyAtPrice {
    OverDraws net_benefit; ///< euro
    OverDraws incremental; ///< beyond that of the first strategy of the table, within draws
    /// In which share of the draws it has the highest net benefit: its point on the acceptability
    /// curve (van Hout, Al, Gordon and Rutten, Health Economics 3, 1994; Fenwick, Claxton and
    /// Sculpher, Health Economics 10, 2001). Strategies that tie share a draw evenly.
    double chance_best = 0.0;
    Interval chance_interval; ///< 95%, by Wilson
    /// What one expects to lose by choosing it, against knowing the best in every draw, in euro
    /// (Alarid-Escudero, Enns, Kuntz, Michaud and Jalal, Value in Health 22, 2019).
    Estimate expected_loss;
};

/// What holds at one willingness to pay.
struct AtPrice {
    double price = 0.0; ///< euro per unit of effect
    std::vector<StrategyAtPrice> strategies;
    /// The strategy with the highest expected net benefit, the first of those that tie; its
    /// `chance_best` is the point of the acceptability frontier (Fenwick et al., 2001).
    std::size_t optimal = 0;

    /// The expected value of perfect information, in euro per decision of the table: the mean over
    /// draws of the highest net benefit, less the highest of the means (Raiffa and Schlaifer,
    /// Applied Statistical Decision Theory, 1961), which is the expected loss of the best strategy.
    /// Its standard error takes it as known which strategy is best; the low end is at least 0.
    [[nodiscard]] const Estimate& evpi() const { return strategies[optimal].expected_loss; }
};

/// Throws Defect unless there are two strategies and two draws at least.
AtPrice value_at(const PsaTable& table, double price);

} // namespace ketenplan::analysis
