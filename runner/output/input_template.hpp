#pragma once

#include "input/budget_study.hpp"

#include <string>

namespace ketenplan::runner {

/// A workbook (.xlsx, its bytes) with the sheets that a study may be given numbers in, filled with
/// what the study has now: salaries, the lines that a sheet can hold, earlier years, and the
/// gemeenten with the figures of its contributions. Throws OutputError.
std::string input_template(const BudgetStudy& study);

} // namespace ketenplan::runner
