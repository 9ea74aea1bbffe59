#pragma once

#include "casus/huis.hpp"

/// The course by calendar month, kept beside the books when it is asked for. It looks at the house
/// between two events, at midnight: it schedules and draws nothing, so that a run with it has the
/// same events as one without.
namespace ketenplan::casus {

/// Makes the months of [start, einde), empty; the first and last may be parts.
void open_maandboek(Huis& huis);

/// Adds how the house stands at a midnight of `maand`; every event before it has been handled. A
/// month's stock is the mean over these: that of its last day alone depends on the weekday.
void tel_stand(const Huis& huis, Maand& maand, Time middernacht);

/// Fills in what happened in `maand`, which has just ended.
void sluit_maand(Huis& huis, Maand& maand);

/// A case has its first overleg: books the wait in the month of its besluit.
void boek_eerste_overleg(Huis& huis, const Casus& casus);

/// When the run has ended: the cases still without an overleg, in the month of their besluit.
void tel_open_per_maand(Huis& huis);

} // namespace ketenplan::casus
