#pragma once

#include "analysis/aannames.hpp"
#include "input/scenario.hpp"

#include <vector>

namespace ketenplan::runner {

/// The numbers of a scenario that are assumed within a range: with `laag` and `hoog`, and without a
/// `bron`; what was set to a printed figure has one, and varies with that figure only. In the order
/// of the file.
std::vector<analysis::Aanname> assumptions_of(const Scenario& scenario);

} // namespace ketenplan::runner
