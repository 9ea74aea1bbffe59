#pragma once

#include "casus/huis.hpp"

/// Step 2: a melding is taken in and information about the person is asked for.
namespace ketenplan::casus {

/// A melding about a person comes in now.
void ontvang_melding(Huis& huis, PersoonId persoon, std::uint16_t bron);

/// The intake is done: the information request goes out.
void intake_klaar(Huis& huis, MeldingId id, WorkerId medewerker);

/// Event: the answers for melding `event.subject` are in.
void informatie_binnen(Huis& huis, const Event& event);

/// Puts a melding that is ready on the agenda of its subregio's briefing.
void zet_op_agenda(Huis& huis, MeldingId id);

/// Closes a melding's file; the id is not valid afterwards.
void sluit_melding(Huis& huis, MeldingId id);

} // namespace ketenplan::casus
