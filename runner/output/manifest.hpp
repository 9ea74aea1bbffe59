#pragma once

#include "analysis/replications.hpp"
#include "input/scenario.hpp"
#include "output/tables.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ketenplan::runner {

/// What is needed to know what a folder of results is, and to make it again.
struct RunDescription {
    std::string command;
    std::uint32_t seed = 0;
    std::size_t replications_asked = 0;
    std::vector<std::string> warnings;
};

/// manifest.json: program and compiler, command, seed, replications, the input files and the tables
/// with a digest of each, the fingerprint of the event sequences, and every parameter as used. No
/// clock, host or path of this machine is in it.
std::string manifest(const RunDescription& run,
                     const Scenario& scenario,
                     const analysis::Results& results,
                     const std::vector<Table>& tables);

/// The same for a study that keeps no results per measure: without a fingerprint of events.
std::string manifest(const RunDescription& run,
                     const Scenario& scenario,
                     std::size_t replications,
                     const std::vector<Table>& tables);

/// One variant of a comparison.
struct ManifestArm {
    const Scenario* scenario = nullptr;
    const analysis::Results* results = nullptr;
};

/// The manifest of a study of several variants: per variant, in order, its input files, fingerprint
/// and parameters.
std::string manifest_of_arms(const RunDescription& run,
                             const std::vector<ManifestArm>& arms,
                             const std::vector<Table>& tables);

/// What was asked of a table from elsewhere, in which nothing was simulated.
struct TableRun {
    std::string command;
    InputFile input;
    std::size_t draws = 0;
    std::vector<std::pair<std::string, std::string>> options;
    std::vector<std::string> warnings;
};

/// The manifest of such a study: without seed or scenario.
std::string manifest_of_table(const TableRun& run, const std::vector<Table>& tables);

/// "g++ 12.2.0" or "clang++ 19.1.7".
std::string compiler_name();

} // namespace ketenplan::runner
