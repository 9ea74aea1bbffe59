#pragma once

#include "casus/huis.hpp"

/// Step 1: new persons are reported for the first time.
namespace ketenplan::casus {

/// Schedules the first arrival of every stream. At the start of the run.
void open_instroom(Huis& huis);

/// Event: the next arrival of stream `event.subject`.
void eerste_melding(Huis& huis, const Event& event);

/// Makes a person of this stream, with attributes drawn from streams of their own.
PersoonId
nieuwe_persoon(Huis& huis, const Herkomst& herkomst, std::uint16_t gemeente, std::uint16_t bron);

/// A run refers to a person as long as something of theirs is open.
void laat_los(Huis& huis, PersoonId persoon);

/// The age class of a person now, as an index into `leeftijdsklassen`.
std::size_t leeftijdsklasse(const Huis& huis, const Persoon& persoon);

} // namespace ketenplan::casus
