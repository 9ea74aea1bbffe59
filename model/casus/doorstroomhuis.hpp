#pragma once

#include "casus/huis.hpp"

/// Temporary housing after release, of which there are few places.
namespace ketenplan::casus {

/// At the first bespreking: a client without housing may be put on the list.
void meld_aan_voor_doorstroomhuis(Huis& huis, NazorgId id);
/// Gives free places to those who wait longest and are not detained.
void wijs_plaatsen_toe(Huis& huis);
/// A case no longer waits for a place, if it did.
void trek_plaatswens_in(Huis& huis, NazorgId id);
/// The same when the person has no need of housing any more.
void herzie_plaatswens(Huis& huis, PersoonId id);
/// A person leaves the place, if in one.
void verlaat_doorstroomhuis(Huis& huis, PersoonId id);

} // namespace ketenplan::casus
