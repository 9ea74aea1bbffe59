#pragma once

#include "casus/huis.hpp"

/// The thematafel nazorg: a recurring conference at which several cases are discussed briefly.
namespace ketenplan::casus {

/// Schedules the first thematafel of every subregio, where there is nazorg. At the start of the
/// run.
void open_thematafels(Huis& huis);

/// A case is due for a bespreking from now on.
void zet_op_tafel(Huis& huis, NazorgId id);
/// It will not be discussed any more.
void haal_van_tafel(Huis& huis, NazorgId id);

/// Event: case `event.subject` is due for a bespreking again.
void weer_op_tafel(Huis& huis, const Event& event);
/// Event: the thematafel of subregio `event.subject` begins, or lapses.
void thematafel_begint(Huis& huis, const Event& event);
/// Event: it ends; what was discussed takes effect.
void thematafel_eindigt(Huis& huis, const Event& event);

} // namespace ketenplan::casus
