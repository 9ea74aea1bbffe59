#pragma once

#include "analysis/estimates.hpp"
#include "analysis/replications.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ketenplan::analysis {

constexpr std::size_t aantal_betalers = parameters::betaler_namen.size();
constexpr std::size_t aantal_eenheden = parameters::kosteneenheid_namen.size();

/// What one arm of the study does in the measured period: which share of besluiten nazorg becomes a
/// case; none: what the scenario says, with its themes. Before and after it the scenario's own
/// intensity holds, in every arm.
struct Nazorgarm {
    std::string naam;
    std::optional<double> intensiteit;
};

/// What one replication of one arm comes to, from `start` to the end of the run.
struct Armuitkomst {
    /// Undiscounted: events, days of detention after recidive, rostered hours, euros of trajecten,
    /// days in a doorstroomhuis.
    std::array<double, aantal_eenheden> hoeveelheden{};
    double nazorgzaken = 0.0;
    std::array<double, aantal_betalers> gemiddeld{}; ///< euro, discounted, at average prices
    std::array<double, aantal_betalers> marginaal{}; ///< euro, discounted, at marginal prices

    [[nodiscard]] double totaal(bool at_margin) const;
    [[nodiscard]] double recidive() const {
        return hoeveelheden[static_cast<std::size_t>(parameters::Kosteneenheid::gebeurtenis)];
    }
};

/// One replication: the effect that was drawn, and every arm with it.
struct Nazorgrij {
    double odds_ratio = 1.0;
    double verhouding = 1.0; ///< of hazards, solved from it
    std::vector<Armuitkomst> armen;
};

struct Nazorgopdracht {
    std::uint32_t zaad = 1;
    std::size_t replicaties = 1000;
    std::optional<double> odds_ratio; ///< instead of draws from the prior
    std::vector<Nazorgarm> armen;
};

/// One replication of one arm. Throws engine::Defect or engine::TooLarge when it fails.
Armuitkomst simuleer_arm(const casus::Opzet& opzet,
                         engine::ReplicationKey key,
                         double odds_ratio,
                         std::optional<double> intensiteit);

/// Runs every arm of every replication on common random numbers: the same persons with the same
/// thresholds, so that what differs is what nazorg did. The odds ratio is drawn once per
/// replication from the lognormal prior of the scenario. Rows by replication; fewer when the
/// executor stops early. Throws engine::Defect when a run fails.
std::vector<Nazorgrij>
nazorgstudie(const casus::Opzet& opzet, const Nazorgopdracht& opdracht, Executor& executor);

/// The odds ratio of a replication: exp(ln median + z (ln hoog95 - ln laag95) / (2 x 1.96)), with z
/// standard normal.
double trek_odds_ratio(const casus::Opzet& opzet, engine::ReplicationKey key);

/// What a euro of year `jaar` counts for at `start`: (1 + r)^-t, with t from `start` to the middle
/// of that part of the year that belongs to the study, in years of 365.2425 days.
double discontofactor(double r, engine::Time start, engine::Time van, engine::Time tot);

/// The mean of a figure over replications, and how far it varies between them, for arm `arm`.
template <class Figure>
Estimate schat(const std::vector<Nazorgrij>& rijen, std::size_t arm, Figure figure) {
    std::vector<double> values;
    values.reserve(rijen.size());
    for (const Nazorgrij& rij : rijen)
        values.push_back(figure(rij.armen[arm]));
    return estimate(values);
}

/// The same for the difference between `arm` and `basis` within each replication.
template <class Figure>
Estimate schat_verschil(const std::vector<Nazorgrij>& rijen,
                        std::size_t arm,
                        std::size_t basis,
                        Figure figure) {
    std::vector<double> values;
    values.reserve(rijen.size());
    for (const Nazorgrij& rij : rijen)
        values.push_back(figure(rij.armen[arm]) - figure(rij.armen[basis]));
    return estimate(values);
}

} // namespace ketenplan::analysis
