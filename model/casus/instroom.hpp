#pragma once

#include "casus/huis.hpp"

/// Step 1: new persons are reported for the first time.
namespace ketenplan::casus {

/// Schedules the first arrival of every stream. At the start of the run.
void open_instroom(Huis& huis);

/// Event: the next arrival of stream `event.subject`.
void eerste_melding(Huis& huis, const Event& event);

} // namespace ketenplan::casus
