#pragma once

#include "casus/huis.hpp"

/// Step 7: nazorg for (ex-)detainees, from the besluit to closing.
namespace ketenplan::casus {

/// Whether a detention of this person runs, or ended less than the nazorgtermijn ago.
bool heeft_recht_op_nazorg(const Huis& huis, const Persoon& persoon);
/// With an intensity above 1: whether a detainee with another besluit gets nazorg all the same.
bool krijgt_toch_nazorg(Huis& huis, const Melding& melding, std::size_t tabel);

/// Opens a nazorg case for the person of this melding, unless one runs or intensity says no.
void open_nazorg(Huis& huis, const Melding& melding);
/// Gives a case to the present colleague with the smallest caseload; with nobody present it waits.
void draag_nazorgzaak_over(Huis& huis, NazorgId id);
/// The talk in the PI, or outside it after release, has been held.
void gesprek_klaar(Huis& huis, NazorgId id, WorkerId medewerker);
/// The work after a bespreking is done.
void opvolging_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker);

/// A person has been released: the term of their nazorg begins.
void nazorg_na_vrijlating(Huis& huis, PersoonId id);
/// A person is detained again: the term stops.
void nazorg_na_insluiting(Huis& huis, PersoonId id);

/// Closes a case; one that is being discussed closes at the end of the thematafel.
void sluit_nazorg(Huis& huis, NazorgId id, Nazorgeinde einde);
/// Closes the case of a person, if there is one that was accepted, when no knelpunt is left.
void sluit_nazorg_als_opgelost(Huis& huis, PersoonId id);

} // namespace ketenplan::casus
