#pragma once

#include "casus/huis.hpp"

/// The books: one page per calendar year, opened and closed at midnight.
namespace ketenplan::casus {

/// Opens the page of the warm-up (thrown away) and schedules the moments at which pages are closed.
void open_boeken(Huis& huis);

/// Counts the initial stock as there at the beginning; after it has been put in place.
void tel_voorraad(Huis& huis);

/// Event: the last second of a calendar year, of the warm-up, or of the run.
void periode_sluit(Huis& huis, const Event& event);

/// What is still open when the run has ended, with its age.
void tel_wat_open_is(Huis& huis);

} // namespace ketenplan::casus
