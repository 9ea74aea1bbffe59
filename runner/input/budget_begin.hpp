#pragma once

#include "input/budget_study.hpp"
#include "input/diagnostics.hpp"

namespace ketenplan::runner {

/// When a variant can begin: on the first of the month after its decision and every step that takes
/// time, or when the study asks, whichever is later. Sets its steps and its date; the numbers are
/// noted in the study. Tells whether the study asks for an earlier date than the steps allow.
bool read_begin(BudgetStudy& study,
                const Node& root,
                BudgetVariant& variant,
                Diagnostics& problems);

/// The legal forms of a house in which `variant` begins when its date says so.
void begin_in(parameters::Parameters& house,
              const BudgetStudy& study,
              const BudgetVariant& variant);

engine::Date first_day_of(std::int32_t year);

} // namespace ketenplan::runner
