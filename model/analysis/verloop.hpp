#pragma once

#include "casus/opzet.hpp"

namespace ketenplan::analysis {

/// The expected course of one case of a kind, as long as contacts are done in time.
struct Verloop {
    double overleggen = 1.0;    ///< held per case, until it is closed
    double contacten = 0.0;     ///< done per case
    double dagen = 0.0;         ///< from first overleg to closing; very long when it never closes
    double escalaties = 0.0;    ///< per case
    double voorbereiding = 0.0; ///< days from preparation to overleg, each time
};

/// The expected course of a case of this kind.
Verloop verwacht_verloop(const casus::Opzet& opzet, casus::Casussoort soort);

/// How many items with this distribution of minutes fit in `agenda` minutes on average, when they
/// are taken until the next does not fit and the first always does: the renewal function's
/// asymptote (Cox, "Renewal Theory", 1962, section 4.2), exact for constant minutes.
double passen_er(const engine::Distribution& minuten, double agenda);

} // namespace ketenplan::analysis
