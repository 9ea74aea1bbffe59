#pragma once

#include "casus/huis.hpp"

/// What the house sees of the lives of persons: who comes back, who is detained and released, and
/// who offends again.
namespace ketenplan::casus {

/// Event: the next step in the life of person `event.subject`.
void leven_gaat_door(Huis& huis, const Event& event);
/// Event: from now on a bron reports known persons more often, or less.
void herhaling_verandert(Huis& huis, const Event& event);

/// Schedules the next step in a person's life, when that has changed.
void zet_wekker(Huis& huis, PersoonId id);
/// After something about the person changed: clocks go on at their new rates.
void herzie_persoon(Huis& huis, PersoonId id);
/// A plan from a focusoverleg runs, or no longer.
void zet_plan(Huis& huis, PersoonId id, bool loopt, bool met_client);
/// A detention has begun.
void tel_insluiting(Huis& huis, PersoonId id);

/// A run refers to a person as long as something of theirs is open, or something can still happen.
void laat_los(Huis& huis, PersoonId id);

} // namespace ketenplan::casus
