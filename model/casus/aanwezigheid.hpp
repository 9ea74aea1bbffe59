#pragma once

#include "casus/huis.hpp"

/// Who is there, and what follows when that changes.
namespace ketenplan::casus {

/// A medewerker goes or comes. Who comes serves what waits for them: tasks, cases to be handed
/// over, cases without procesregisseur; whoever stands in for their place stops.
void zet_stand(Huis& huis, Medewerker& m, Stand stand);
/// Books a medewerker's rostered time up to `tot` under the stand they have.
void boek_stand(Huis& huis, Medewerker& m, Time tot);

} // namespace ketenplan::casus
