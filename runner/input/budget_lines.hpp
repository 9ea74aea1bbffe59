#pragma once

#include "input/budget_study.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// Per year of the study, which share of it comes after a day; all of it without one.
std::vector<double> share_after(const BudgetStudy& study, std::optional<engine::Date> begin);

/// The names that the root of a budget study may hold.
const std::vector<std::string>& budget_tables();

/// Reads the lines of every variant; salaries, indices and subsidies are known.
void read_budget_lines(BudgetStudy& study, const Node& root, Diagnostics& problems);

/// Reads everything that is money into a study whose years and variants are known: salaries,
/// indices, lines per variant, subsidies, risks, earlier years. What was there is replaced.
void read_budget_money(BudgetStudy& study, const Node& root, Diagnostics& problems);

} // namespace ketenplan::runner
