#pragma once

#include "casus/huis.hpp"

/// Step 6: timed contacts watch over the plan, until the case is closed, sent back, or escalated.
namespace ketenplan::casus {

/// Contacts of a case count from `overleg`; the first is scheduled.
void volg(Huis& huis, CasusId id, Time overleg);

/// As `volg`, for a case that was running before the run began: contacts whose date has passed are
/// taken to be done.
void volg_lopende(Huis& huis, CasusId id, Time overleg);

/// A new melding has overtaken the plan of a case in monitoring: it is prepared anew.
void haal_plan_in(Huis& huis, CasusId id);

/// Event: the contact of case `event.subject` falls due.
void contact_valt(Huis& huis, const Event& event);
/// The contact has taken place: the case is closed, stagnates, or goes on.
void contact_klaar(Huis& huis, CasusId id, Time deadline);

/// Event: the escalation of case `event.subject` has been decided; the case goes on.
void escalatie_besloten(Huis& huis, const Event& event);

} // namespace ketenplan::casus
