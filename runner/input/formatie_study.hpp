#pragma once

#include "analysis/formatiezoek.hpp"
#include "input/scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// The question how small a formatie may be.
struct FormatieStudy {
    std::string naam;
    std::uint32_t zaad = 1;
    Scenario basis;
    ScenarioTree boom; ///< of the basis, for laying changes over it
    double stap = 0.1; ///< fte
    std::vector<analysis::Zoekpost> posten;
    std::vector<analysis::Cijfer> cijfers; ///< of each norm, in its order
    std::vector<analysis::Norm> normen;
    analysis::Zoekplan plan;
    InputFile file;

    /// The formatie of the basis, in steps; rounded to them.
    [[nodiscard]] analysis::Formatie nu() const;
};

/// Reads a study with `basis`, `[formatie]` (`stap`, `onverschillig`, `betrouwbaarheid`,
/// `replicaties_hoogstens`, `bewijs`), `[formatie.posten.<post of the basis>]` (`minimum`, `maximum`,
/// `prijs`) and `[[formatie.normen]]` (`maat`, `plaats`, `minstens` or `hoogstens`, `kans`).
/// Throws InputError with every problem.
FormatieStudy read_formatie_study(const std::string& path);

} // namespace ketenplan::runner
