#pragma once

#include "casus/huis.hpp"

/// Nazorg for (ex-)detainees: for now a case that is counted, takes its minutes, and ends.
namespace ketenplan::casus {

/// Whether a detention of this person runs, or ended less than the nazorgtermijn ago.
bool heeft_recht_op_nazorg(const Huis& huis, const Persoon& persoon);

/// Opens a nazorg case for the person of this melding.
void open_nazorg(Huis& huis, const Melding& melding);

/// The work for a nazorg case is done.
void nazorg_klaar(Huis& huis, NazorgId id, WorkerId medewerker);

} // namespace ketenplan::casus
