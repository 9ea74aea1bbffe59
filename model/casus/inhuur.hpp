#pragma once

#include "casus/huis.hpp"

/// Temporary hire. Who is hired for an appointment is a medewerker of their own, numbered after all
/// appointments, and works like any other. They are paid by the rostered hour and hired by the day:
/// one ends at midnight before the first day that the budget of the year no longer pays, so that
/// the budget is never exceeded and no meeting is broken off.
namespace ketenplan::casus {

/// Somebody has gone: hire follows when they stay away long enough.
void plan_inhuur(Huis& huis, std::uint32_t plek);
/// Whoever holds the appointment is there: hire for it ends, after a meeting that runs.
void stop_inhuur(Huis& huis, std::uint32_t plek);

/// Event: the threshold and the delay have passed.
void inhuur_begint(Huis& huis, const Event& event);
/// Event: the meeting has ended after which hire was to end.
void inhuur_eindigt(Huis& huis, const Event& event);
/// Event: the budget does not pay this day, or a new year has begun.
void inhuur_herzien(Huis& huis, const Event& event);

} // namespace ketenplan::casus
