#pragma once

#include "output/budget_outcome.hpp"
#include "output/tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ketenplan::runner::report {

/// What a variant costs or receives of one kind in a year.
finance::Centen
of_kind(const BudgetVariant& variant, const finance::Begrotingsjaar& year, finance::Soort soort);

/// How a figure of a year differs between replications.
struct Spread {
    std::string wat; ///< "lasten_min_baten", or a measure of the house
    std::vector<analysis::Estimate> jaren;
};
/// Costs less other income as they turned out, in euro.
Spread realised_costs(const BudgetStudy& study, const VariantOutcome& outcome);
/// How well the house does: waits, contacts, vacancies, caseload; those that were observed.
std::vector<Spread> house_spreads(const BudgetStudy& study, const VariantOutcome& outcome);

/// Variants by what gemeenten pay over all years, the cheapest first.
std::vector<std::size_t> by_costs(const BudgetOutcome& outcome);

/// What the report draws and no other table holds: soorten.csv, spreiding.csv and volgorde.csv.
std::vector<Table> report_tables(const BudgetOutcome& outcome, DecimalMark mark);

} // namespace ketenplan::runner::report
