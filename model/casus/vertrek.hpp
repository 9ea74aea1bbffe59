#pragma once

#include "casus/huis.hpp"

/// Somebody leaves the region: what the house has open about them ends.
namespace ketenplan::casus {

/// The person leaves. Meldingen that wait end as `vertrokken`, cases and nazorg are closed.
void vertrekt(Huis& huis, PersoonId id);

/// A melding ends because its person left; what is in hand is finished without effect.
void melding_vertrekt(Huis& huis, MeldingId id);
/// The same for a case; one whose overleg is going on ends with it.
void casus_vertrekt(Huis& huis, CasusId id);

} // namespace ketenplan::casus
