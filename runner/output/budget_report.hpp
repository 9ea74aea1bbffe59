#pragma once

#include "output/budget_outcome.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// What gemeenten pay in a year of a variant, by the key of the study; empty without one, or when
/// the key cannot spread the amount.
std::vector<finance::Centen>
contributions_of(const BudgetOutcome& outcome, std::size_t variant, std::size_t jaar);

/// The tables of a begroting: begroting.csv (every line, per variant and year), varianten.csv,
/// bijdragen.csv, risico.csv, kostprijs.csv, partners.csv, aansluiting.csv, aannames.csv.
std::vector<Table> budget_tables_of(const BudgetOutcome& outcome, DecimalMark mark);

/// What there is to say, in Dutch, in text.
std::string budget_summary(const BudgetOutcome& outcome, const std::vector<std::string>& warnings);

/// A printed year beside what the study says: what came on top of the year before, and what of it
/// the document does not tell.
struct Reconciliation {
    const PrintedTotal* gedrukt = nullptr;
    std::optional<finance::Centen> groei;       ///< over the printed year before; nothing without
    finance::Centen verklaard = 0;              ///< the parts the document names
    std::optional<finance::Centen> onverklaard; ///< growth that it does not name
    std::optional<finance::Centen> begroot;     ///< what the study's first variant comes to
    std::optional<finance::Centen> verschil;    ///< printed less that
};
std::vector<Reconciliation> reconcile(const BudgetOutcome& outcome);

} // namespace ketenplan::runner
