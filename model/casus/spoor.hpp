#pragma once

#include "casus/huis.hpp"

#include <cstdint>

namespace ketenplan::casus {

/// The lines of the story of a melding and the case that comes of it. What `a` and `b` hold stands
/// behind each; the runner makes Dutch sentences of them.
enum class Stap : std::uint16_t {
    ontvangen,             ///< bron, gemeente
    lokale_kamer,          ///<
    intake_klaar,          ///< medewerker
    informatie_binnen,     ///<
    besproken,             ///< besluit, voorzitter (medewerker)
    aangehouden,           ///< workdays until it is ready again
    weer_gereed,           ///<
    teruggekoppeld,        ///< medewerker
    bilateraal_klaar,      ///< medewerker
    traject_toegekend,     ///< price in cents
    traject_geweigerd,     ///<
    opgeschaald,           ///< seconds until the Regiekamer
    gesprek_gevoerd,       ///< medewerker, 1 when the client takes part
    wacht_op_plaats,       ///< places on the list
    wacht_op_regisseur,    ///< waiting in all
    toegewezen,            ///< medewerker, caseload in thousandths
    voorbereid,            ///< medewerker
    overleg_geboekt,       ///< start in seconds since 1970
    overleg_mislukt,       ///< 1 for a missing quorum, 2 for an absent procesregisseur
    overleg_gehouden,      ///< length in seconds, 1 when the client took part
    verslag_klaar,         ///< medewerker
    contact_gedaan,        ///< place in the series from 1, seconds past the deadline (or below 0)
    stagnatie_herplan,     ///<
    geescaleerd,           ///< Escalatiedoel, seconds it takes
    escalatie_besloten,    ///<
    afgesloten,            ///< results as bits, seconds since the first overleg
    escalatie_aangehouden, ///< body, seconds until its next meeting
    casus_loopt,           ///< 1 when the plan was overtaken
    vertrokken,            ///<
    nazorg_geopend,        ///< medewerker
    aan_thematafel,        ///< knelpunten solved, and left, as bits
    nazorgtraject,         ///< price in cents; -1 when there was no money
    nazorg_gesloten,       ///< Nazorgeinde, knelpunten left as bits
    regisseur_afwezig,     ///< medewerker, 1 when they have resigned
    regisseur_terug,       ///< medewerker
    overgedragen,          ///< from medewerker, to medewerker (a successor when the same)
    overdracht_wacht,      ///< medewerker whose case nobody present can take
};

inline void
noteer(Huis& huis, std::uint32_t nummer, Stap stap, std::int64_t a = 0, std::int64_t b = 0) {
    huis.trace.note(huis.nu(), nummer, static_cast<std::uint16_t>(stap), a, b);
}

/// Seconds until `besloten`; negative when that lies beyond the run.
inline std::int64_t wachttijd(const Huis& huis, Time besloten) {
    return besloten == engine::never ? -1 : (besloten - huis.nu()).count();
}

} // namespace ketenplan::casus
