#pragma once

#include "analysis/verloop.hpp"
#include "casus/opzet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ketenplan::analysis {

/// What is asked of one part of the house, and what there is room for: by arithmetic on averages,
/// without simulation.
struct Belasting {
    std::string cel;       ///< "noord", "procesregisseur@noord"
    std::string onderdeel; ///< "agenda van de briefing", ...
    std::string eenheid;
    double gevraagd = 0.0;
    double ruimte = 0.0;
    std::string zin; ///< a Dutch sentence when this part cannot keep up; empty otherwise

    [[nodiscard]] double verhouding() const { return ruimte > 0.0 ? gevraagd / ruimte : 0.0; }
};

/// What one year asks of the house on average.
struct Werklast {
    std::vector<double> meldingen;    ///< per subregio and year, those that are weighed
    std::vector<double> agenderingen; ///< per subregio and year, second times included
    std::vector<Belasting> delen;     ///< in a fixed order
    Verloop focus;
    Verloop top60;

    /// Sentences about parts that cannot keep up, then about those above 90%.
    [[nodiscard]] std::vector<std::string> waarschuwingen() const;
};

/// The workload of the measured period of `opzet`, in averages per year: arrivals through the
/// besluit tables, the expected course of a case (a Markov chain over contacts), minutes over
/// productivity, fixed work, and room by the calendar and the expected absence. Waiting, hire and
/// chance are not in it; a part above 1 has no steady state.
Werklast bereken_werklast(const casus::Opzet& opzet);

} // namespace ketenplan::analysis
