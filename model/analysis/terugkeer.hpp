#pragma once

#include "casus/opzet.hpp"

namespace ketenplan::analysis {

/// How often somebody who is reported for the first time is reported again before leaving the
/// region, on average.
struct Terugkeer {
    double herhalingen = 0.0; ///< by bronnen that do not report detentions
    double detenties = 0.0;   ///< detentiemeldingen after the first melding
};

/// The mean over 8,000 lives of persons first reported by `bron`, apart from what the house does
/// for them; a few percent accurate, and the same each time. There is no closed form: the hazard
/// depends on the time since the last melding and stands still in detention. Who never leaves is
/// followed for twenty years.
Terugkeer verwachte_terugkeer(const casus::Opzet& opzet, std::uint16_t bron);

} // namespace ketenplan::analysis
