#pragma once

#include "output/budget_outcome.hpp"

#include <string>

namespace ketenplan::runner {

/// What options cost beside the first of them, in Dutch, a line each: what gemeenten pay over all
/// years, how much that differs, and how sure that is.
std::string costs_of_options(const BudgetOutcome& outcome);

} // namespace ketenplan::runner
