#pragma once

#include "output/budget_outcome.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ketenplan::runner {

/// What the workbook says of the run: label and value, in order.
using RunFacts = std::vector<std::pair<std::string, std::string>>;

/// The begroting as a workbook (.xlsx, its bytes): inputs that may be changed, and live formulas
/// from them to every line, total, contribution and kostprijs, with cached values. What the
/// simulation gives (quantities, percentiles) are values; a changed input flags the percentiles as
/// stale. The bytes are the same for the same outcome. Throws OutputError.
std::string budget_workbook(const BudgetOutcome& outcome,
                            const std::vector<std::string>& warnings,
                            const RunFacts& facts);

} // namespace ketenplan::runner
