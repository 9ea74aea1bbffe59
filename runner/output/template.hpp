#pragma once

#include "parameters/parameters.hpp"

#include <string>

namespace ketenplan::runner {

/// These parameters as a scenario file: every key with a comment that says what it is. What it
/// prints reads back as the same parameters.
std::string scenario_template(const parameters::Parameters& p);

} // namespace ketenplan::runner
