#pragma once

#include "casus/huis.hpp"

/// Step 3: the briefing weighs what is on its agenda.
namespace ketenplan::casus {

/// Schedules the first briefing of every subregio. At the start of the run.
void open_briefings(Huis& huis);

/// Event: a briefing of subregio `event.subject` is due.
void briefing_begint(Huis& huis, const Event& event);
/// Event: it ends; the besluiten take effect.
void briefing_eindigt(Huis& huis, const Event& event);
/// Event: melding `event.subject`, whose besluit was put off, is ready for a briefing again.
void weer_gereed(Huis& huis, const Event& event);

/// The reporter of melding number `nummer` has been told what was decided.
void terugkoppeling_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker);
/// A melding has been dealt with bilaterally.
void bilateraal_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker);

} // namespace ketenplan::casus
