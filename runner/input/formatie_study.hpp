#pragma once

#include "analysis/formatiezoek.hpp"
#include "input/scenario.hpp"
#include "input/uncertainty.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// A formatie of which somebody wants to know what follows from it.
struct GevraagdeFormatie {
    std::string naam;
    analysis::Formatie formatie;
};

/// The question how small a formatie may be.
struct FormatieStudy {
    std::string naam;
    std::uint32_t zaad = 1;
    Scenario basis;
    bool geprijsd = false; ///< the posts say what an fte costs
    ScenarioTree boom;     ///< of the basis, for laying changes over it
    double stap = 0.1;     ///< fte
    std::vector<analysis::Zoekpost> posten;
    /// Of each norm, in its order; then the waits.
    std::vector<analysis::Figure> cijfers;
    std::vector<analysis::Norm> normen;
    analysis::Zoekplan plan;
    std::optional<double> budget; ///< euros; every post has a price then
    std::vector<GevraagdeFormatie> bekijk;
    std::vector<EnsembleMember> ensemble;  ///< of a calibration; may be empty
    std::vector<UncertainNumber> aannames; ///< of the basis, without those that the ensemble gives
    InputFile file;

    /// Whether anything of the basis is said to be uncertain.
    [[nodiscard]] bool is_onzeker() const { return !aannames.empty() || !ensemble.empty(); }
    /// The formatie of the basis, in steps; rounded to them.
    [[nodiscard]] analysis::Formatie nu() const;
};

/// Reads a study with `basis`, `[formatie]` (`stap`, `onverschillig`, `betrouwbaarheid`,
/// `replicaties_hoogstens`, `bewijs`, `ensemble`, `budget`), `[formatie.posten.<post of the
/// basis>]`
/// (`minimum`, `maximum`, `prijs`), `[[formatie.normen]]` (`maat`, `plaats`, `minstens` or
/// `hoogstens`, `kans`) and `[formatie.bekijk.<naam>]` (fte of posts). Throws InputError with every
/// problem.
FormatieStudy read_formatie_study(const std::string& path);

} // namespace ketenplan::runner
