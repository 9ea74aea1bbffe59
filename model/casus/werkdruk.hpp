#pragma once

#include "casus/huis.hpp"

/// Overload makes people ill and leave: both rates are multiplied by 1 + b max(0, u - u0), where u
/// is the work asked in the last 90 days over the rostered time less absence. Nothing of this
/// happens when b is 0.
namespace ketenplan::casus {

/// At the start of a run.
void open_werkdruk(Huis& huis);

/// Work of so much duty has been put in a queue.
void tel_drukte(Huis& huis, engine::QueueId rij, Seconds werk);
/// A medewerker goes or comes back.
void tel_afwezigheid(Huis& huis, std::size_t medewerker, bool weg);

/// Event, weekly: the rates follow the pressure of the last 90 days.
void werkdruk_herzien(Huis& huis, const Event& event);

} // namespace ketenplan::casus
