#pragma once

#include "casus/huis.hpp"

/// Step 5: a casusoverleg is prepared, booked and held.
namespace ketenplan::casus {

/// The procesregisseur of a case begins to prepare its (next) overleg.
void bereid_voor(Huis& huis, CasusId id);
/// The preparation is done: the overleg is booked.
void voorbereiding_klaar(Huis& huis, CasusId id);

/// Event: the overleg of case `event.subject` is due.
void overleg_begint(Huis& huis, const Event& event);
/// Event: it ends; plan and contacts count from here.
void overleg_eindigt(Huis& huis, const Event& event);

/// The report of the overleg for melding number `nummer` has been written.
void verslag_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker);

} // namespace ketenplan::casus
