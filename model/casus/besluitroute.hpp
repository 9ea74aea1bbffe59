#pragma once

#include "casus/huis.hpp"

/// Questions that need the decisions of several bodies, one after the other or prepared jointly.
namespace ketenplan::casus {

/// Schedules the first question of every route. At the start of the run.
void open_routes(Huis& huis);

/// Event: a question comes up on route `event.subject`.
void vraag_gesteld(Huis& huis, const Event& event);

/// A meeting of the body begins and is held: it deals with the questions that wait for it.
void behandel_vragen(Huis& huis, std::uint16_t orgaan);

/// Questions that are open at the end of the run.
void tel_open_vragen(Huis& huis);

} // namespace ketenplan::casus
