#pragma once

#include "input/diagnostics.hpp"
#include "input/reader.hpp"
#include "input/scenario_files.hpp"
#include "parameters/parameters.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A scenario that can be simulated, and all that is known of where it comes from.
struct Scenario {
    parameters::Parameters parameters;
    std::vector<ParameterRecord> records;
    std::vector<InputFile> files;
    Diagnostics warnings;
};

/// Reads and checks the scenario at `path`. Throws InputError with every problem there is.
Scenario read_scenario(const std::string& path);

/// Reads and checks what a tree says. The scenario is usable when there are no errors among the
/// problems.
Scenario read_scenario(const ScenarioTree& tree, Diagnostics& diagnostics);

/// As above, but hands the problems out instead of throwing; the scenario is usable when there are
/// no errors among them.
Scenario read_scenario(const std::string& path, Diagnostics& diagnostics);

} // namespace ketenplan::runner
