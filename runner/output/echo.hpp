#pragma once

#include "parameters/parameters.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// One parameter of a scenario as it was used, defaults included.
struct EchoedValue {
    std::string path;
    std::string value; ///< as it is written in a scenario
};

/// Every parameter of a scenario, in the order of declaration: what a study can be rerun from.
std::vector<EchoedValue> echo(const parameters::Parameters& p);

} // namespace ketenplan::runner
