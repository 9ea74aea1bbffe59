#pragma once

#include "casus/huis.hpp"

/// Work that comes back every year and belongs to no case. A year's pieces are spread evenly over
/// its workdays, the first on the first; each goes into the pool of its role and place behind all
/// other work. What nobody has begun when the calendar year ends lapses.
namespace ketenplan::casus {

/// At the start of a run.
void open_vast_werk(Huis& huis);

/// Event: the working day has begun, and what waited overnight has been taken up.
void vast_werk_valt(Huis& huis, const Event& event);
/// `onderwerp` is that of the task.
void vast_werk_klaar(Huis& huis, std::uint32_t onderwerp);

/// What was not begun in the year that ends now disappears.
void vast_werk_vervalt(Huis& huis);

/// Counts a task of fixed work that is open at the end of a period.
void tel_open_vast_werk(Huis& huis, const engine::Task& task);

} // namespace ketenplan::casus
