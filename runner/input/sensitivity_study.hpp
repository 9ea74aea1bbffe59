#pragma once

#include "analysis/sensitivity.hpp"
#include "input/scenario.hpp"
#include "input/uncertainty.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// The question which uncertain numbers move the answer most.
struct SensitivityStudy {
    std::string naam;
    std::uint32_t replicaties = 20; ///< of each end of each number
    std::uint32_t zaad = 1;
    std::uint32_t punten = 128;              ///< of the design
    std::uint32_t replicaties_per_punt = 10; ///< of the design
    std::uint32_t aantal = 8;                ///< how many numbers go into the design
    ScenarioTree tree;
    Scenario basis;
    std::vector<UncertainNumber> getallen;
    std::vector<analysis::Figure> maten;
    InputFile file;
};

/// Reads a study: `basis`, `replicaties`, `zaad`, `[[maten]]` and `[gevoeligheid]` with
/// `parameters` (paths of numbers, or of tables, which stand for all in them; without it every
/// number that is an `aanname`), `punten`, `replicaties_per_punt` and `aantal`. Only numbers with
/// `laag` below `hoog` can be varied. Throws InputError with every problem.
SensitivityStudy read_sensitivity_study(const std::string& path);

} // namespace ketenplan::runner
