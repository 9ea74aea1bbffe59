#pragma once

#include <string_view>

namespace ketenplan::runner::report {

/// What a Dutch term of art means, in English; empty when it is not in the list. The terms stay
/// Dutch in the English report, since they are the names in the tables.
std::string_view gloss_of(std::string_view term);

} // namespace ketenplan::runner::report
