#pragma once

#include "casus/huis.hpp"

/// What an absent medewerker has in hand passes to colleagues, case by case and task by task.
namespace ketenplan::casus {

/// Hands over what `van`, who is absent, has: each case to the present procesregisseur of its
/// subregio with the smallest caseload per fraction, norm or not; each task with its case, and else
/// to the present colleague of that role and place with the smallest caseload. What nobody present
/// can take stays, and is tried again when somebody comes (see `draag_wachtend_over`).
void draag_over(Huis& huis, Medewerker& van);

/// Somebody of `rol` has become present: whatever waits to be handed over is tried again.
void draag_wachtend_over(Huis& huis, std::size_t rol);

/// A successor takes the cases that nobody could take over.
void erf_casussen(Huis& huis, Medewerker& opvolger);

/// Event: a medewerker has been absent for so long that cases and tasks are handed over.
void overdracht_valt(Huis& huis, const Event& event);

} // namespace ketenplan::casus
