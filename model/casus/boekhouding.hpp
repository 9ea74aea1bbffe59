#pragma once

#include "casus/huis.hpp"

/// The books: one page per calendar year, opened and closed at midnight.
namespace ketenplan::casus {

/// Opens the page of the warm-up (thrown away) and schedules the moments at which pages are closed.
void open_boeken(Huis& huis);

/// Counts the initial stock as there at the beginning; after it has been put in place.
void tel_voorraad(Huis& huis);

/// Event: the last second of a calendar year, of the warm-up, of what is measured, or of the run.
void periode_sluit(Huis& huis, const Event& event);

} // namespace ketenplan::casus
