#pragma once

#include "command_line.hpp"
#include "output/budget_outcome.hpp"
#include "output/budget_workbook.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// The report of a begroting for a stuurgroep: one HTML page that needs nothing else, in Dutch or
/// English. Its figures are those of the tables, and name them; the bytes are the same for the same
/// outcome.
std::string budget_page(const BudgetOutcome& outcome,
                        const std::vector<std::string>& warnings,
                        const RunFacts& facts,
                        Language language);

} // namespace ketenplan::runner
