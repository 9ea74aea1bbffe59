#pragma once

#include "analysis/estimates.hpp"
#include "analysis/hoeveelheden.hpp"
#include "finance/begroting.hpp"
#include "finance/kostprijs.hpp"
#include "finance/verdeling.hpp"
#include "input/budget_study.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// What a variant is asked besides the quantities that are paid for: how well the house does, hours
/// per product, hours of partners. By name; those the scenario does not have are left out.
std::vector<BudgetQuantity> figures_beside(const BudgetVariant& variant);

/// A part of what a year deviates from its budget.
struct RiskDriver {
    std::string naam;
    double aandeel = 0.0;   ///< of the variance; all together 1
    double spreiding = 0.0; ///< euro, standard deviation
};

/// How far lasten less other baten may come out above what the contributions pay, in euro.
struct RiskYear {
    double mean = 0.0;
    double p05 = 0.0;
    double p50 = 0.0;
    double p80 = 0.0;
    double p95 = 0.0;
    double kans_tekort = 0.0;         ///< above zero
    double aandeel_prijzen = 0.0;     ///< of the variance: not knowing prices, not a bad year
    std::vector<double> resultaten;   ///< per replication
    std::optional<double> ratio;      ///< reserve over p95; nothing when p95 is not above zero
    std::vector<RiskDriver> drijvers; ///< largest first
};

/// One variant, simulated and costed.
struct VariantOutcome {
    std::vector<finance::Hoeveelheden> replicaties; ///< quantities that are paid for
    std::vector<BudgetQuantity> ernaast;            ///< the others
    std::vector<finance::Hoeveelheden> naast_replicaties;
    finance::Hoeveelheden hoeveelheden; ///< as budgeted
    std::vector<finance::Begrotingsjaar> jaren;
    std::vector<std::vector<finance::Realisatie>> realisaties; ///< [year][replication]
    std::vector<RiskYear> risico;                              ///< per year

    /// Of one of `ernaast` in a year, over replications; n is 0 when it is not there.
    [[nodiscard]] analysis::Estimate beside(std::string_view naam, std::size_t jaar) const;
};

/// A whole study, worked out.
struct BudgetOutcome {
    const BudgetStudy* study = nullptr;
    std::vector<VariantOutcome> varianten;
    /// Per draw of all that is not known, per variant: what gemeenten pay over all years, in euro.
    std::vector<std::vector<double>> trekkingen;
    std::size_t replicaties = 0;
};

/// Splits rows of the simulation in quantities of each kind, and works out budgets and results.
VariantOutcome cost_variant(const BudgetStudy& study,
                            const BudgetVariant& variant,
                            const std::vector<finance::Hoeveelheden>& rows);

/// The figures to be simulated for a variant: those of its quantities, and those beside.
std::vector<analysis::Figure> figures_of(const BudgetVariant& variant);
/// Sums figures (in the order of figures_of, from `first` on) into quantities.
finance::Hoeveelheden sums_of(const std::vector<BudgetQuantity>& quantities,
                              const finance::Hoeveelheden& row,
                              std::size_t first);

/// The study with every number that has a range drawn from it; draw d is the same whoever asks.
/// Numbers that contradict one another stay as they are.
BudgetStudy drawn_study(const BudgetStudy& study, std::uint32_t draw);

/// The distribution of results: what the simulation gives by chance, prices drawn from their
/// ranges, and the risks that the study lists, in one replication together. Fills `risico`.
void add_risks(const BudgetStudy& study, std::vector<VariantOutcome>& variants);

/// What every draw of all that is not known says of a pair: the share of draws in which the order
/// by costs is the other way round than in the budget.
double flip_probability(const BudgetOutcome& outcome, std::size_t a, std::size_t b);
/// What gemeenten pay over all years, on average over the draws; in euro.
double mean_over_draws(const BudgetOutcome& outcome, std::size_t variant);
/// The share of draws in which a variant costs least.
double probability_cheapest(const BudgetOutcome& outcome, std::size_t variant);

/// What gemeenten pay over all years, as budgeted, in cents.
finance::Centen contributions_over_years(const VariantOutcome& variant);

/// What each gemeente pays in a year of a variant, by the key of the study; none without a study of
/// contributions, when other income is more than the costs, or when the key cannot spread the
/// amount, and then why.
finance::Verdeling
spread_over_gemeenten(const BudgetOutcome& outcome, std::size_t variant, std::size_t jaar);

/// Whether a line counts as costs of casework: all costs but tracks, doorstroomhuis, transition,
/// what is incidental, and what the study says is no casework.
bool is_casework(const finance::Regel& regel);
/// Their sum in a year.
finance::Centen
casework_costs(const BudgetVariant& variant, const VariantOutcome& outcome, std::size_t jaar);

/// The kostprijs per product by hours measured, and by the printed weights.
struct CostPrices {
    std::vector<finance::Product> producten;
    std::vector<finance::Kostprijs> prijzen;
};
std::optional<CostPrices> by_hours(const BudgetOutcome& outcome, std::size_t v, std::size_t jaar);
std::optional<CostPrices> by_weights(const BudgetOutcome& outcome, std::size_t v, std::size_t jaar);

/// Hours of partners and what they are worth, in kind.
struct InKind {
    std::string wie;
    double uren = 0.0;
    double tarief = 0.0;
    finance::Centen waarde = 0;
};
std::vector<InKind> in_kind(const BudgetOutcome& outcome, std::size_t v, std::size_t jaar);

} // namespace ketenplan::runner
