#pragma once

#include "analysis/comparison.hpp"
#include "input/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// One option of a study: a scenario of its own, or the basis with changes.
struct StudyArm {
    std::string key;  ///< "basis", a key of [varianten], or "raster-1", "raster-2", ...
    std::string naam; ///< for people
    ScenarioTree tree;
    Scenario scenario;
};

/// A figure that the options are compared on.
struct StudyMeasure {
    std::string maat;
    std::string plaats; ///< a cell: "regio", "huis", a subregio, "rol@plaats"
    analysis::Richting beter = analysis::Richting::geen;
    Place place; ///< where the study asks for it
};

/// A question put to several options on common random numbers.
struct Study {
    std::string naam;
    std::uint32_t replicaties = 1000;
    std::uint32_t zaad = 1;
    /// Instead of a fixed number of replications: every difference is to be known to this share of
    /// what the basis has; `replicaties` is the most then.
    std::optional<double> precisie;
    std::vector<StudyArm> armen;     ///< the basis first
    std::vector<StudyMeasure> maten; ///< the standard ones when the study names none
    std::string begroting;           ///< path of a study that tells what they cost; empty for none
    Node begroting_wijzigingen;      ///< laid over that study
    InputFile file;
};

/// Names of analysis::Richting, as a study writes them.
extern const std::vector<std::string> direction_names;

/// Reads a study: `basis` (a scenario), `[varianten.<naam>]` with `scenario` or `wijzigingen`, and
/// `[raster.<naam>]` with `parameter` and `waarden`, of which every combination is an option; and
/// `begroting`, a study of what they cost. Throws InputError with every problem in the study and in
/// the scenarios it makes; what is wrong with a change is reported at its place in the study.
Study read_study(const std::string& path);

/// Whether the file has options to compare; not when it cannot be read.
bool is_comparison_study(const std::string& path);

} // namespace ketenplan::runner
