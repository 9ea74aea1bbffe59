#pragma once

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

/// The expected course of one case of a kind, as long as contacts are done in time.
struct Verloop {
    double overleggen = 1.0;  ///< held per case, until it is closed
    double contacten = 0.0;   ///< done per case
    double dagen = 0.0;       ///< from first overleg to closing; very long when it never closes
    double escalaties = 0.0;  ///< per case
};

/// What one year asks of the house on average.
struct Werklast {
    std::vector<double> meldingen;  ///< per subregio and year, those that are weighed
    std::vector<double> agenderingen; ///< per subregio and year, second times included
    std::vector<Belasting> delen;   ///< in a fixed order
    Verloop focus;
    Verloop top60;

    [[nodiscard]] std::vector<std::string> waarschuwingen() const;
};

/// The workload of the measured period of `opzet`, in averages per year: arrivals through the besluit
/// tables, the expected course of a case (a Markov chain over contacts), minutes over productivity,
/// and room by the calendar. Waiting, absence and chance are not in it; a part above 1 has no steady
/// state.
Werklast bereken_werklast(const casus::Opzet& opzet);

/// The expected course of a case of this kind.
Verloop verwacht_verloop(const casus::Opzet& opzet, casus::Casussoort soort);

/// How many items with this distribution of minutes fit in `agenda` minutes on average, when they are
/// taken until the next does not fit and the first always does: the renewal function's asymptote
/// (Cox, "Renewal Theory", 1962, section 4.2), exact for constant minutes.
double passen_er(const engine::Distribution& minuten, double agenda);

} // namespace ketenplan::analysis
