#pragma once

#include "analysis/sensitivity.hpp"
#include "input/scenario.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// A number of a scenario that is not known: somewhere from `low` to `high`, in native units.
struct UncertainNumber {
    std::string path;
    units::Dimension dimension = units::Dimension::count;
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    bool whole = false; ///< only whole numbers
    std::string spread; ///< `verdeling`; empty is uniform
    std::string assumption;
};

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

/// The value of a number below which a share `u` (0 to 1) of its uncertainty lies, by its
/// `verdeling` between `laag` and `hoog`: uniform; driehoek with its top at the value; pert (a beta
/// distribution; Malcolm, Roseboom, Clark and Fazar, Operations Research 7, 1959, with their weight
/// of four for the top); normaal and lognormaal with 95% between the bounds, cut off there. Of a
/// whole number every value is as likely, whatever its `verdeling`.
double at_quantile(const UncertainNumber& number, double u);

struct Change {
    const UncertainNumber* number = nullptr;
    double value = 0.0;
};

/// A scenario with other numbers: its parameters, or what rule it would break, in words.
struct Varied {
    std::optional<parameters::Parameters> parameters;
    std::string problem;
};
Varied with_changes(const ScenarioTree& tree, std::span<const Change> changes);

} // namespace ketenplan::runner
