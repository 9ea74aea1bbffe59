#pragma once

#include "casus/huis.hpp"

/// Staff who are absent, leave and are succeeded. Both clocks of a medewerker run only at work: who
/// is ill does not fall ill again, and does not resign.
namespace ketenplan::casus {

inline Aanstelling& aanstelling(Huis& huis, std::uint32_t plek) {
    return huis.personeel.aanstellingen[plek];
}

/// Starts the clocks and schedules what is dated. At the start of a run.
void open_personeel(Huis& huis);

/// Event: a medewerker falls ill; in a meeting, at its end.
void verzuim_begint(Huis& huis, const Event& event);
void verzuim_eindigt(Huis& huis, const Event& event);
/// Event: a dated absence, unless nobody holds the appointment then.
void afwezigheid_begint(Huis& huis, const Event& event);
void afwezigheid_eindigt(Huis& huis, const Event& event);
/// Event: a medewerker leaves; in a meeting, at its end.
void medewerker_vertrekt(Huis& huis, const Event& event);
void opvolger_begint(Huis& huis, const Event& event);
/// Event: a successor works at full speed from now on.
void opvolger_ingewerkt(Huis& huis, const Event& event);

/// Event: the house has another rechtsvorm from now on, in which people leave at another rate. What
/// is left of everybody's threshold is spent at that rate.
void rechtsvorm_verandert(Huis& huis, const Event& event);

/// Reschedules illness and resignation after a change of their rates or of presence.
void zet_klokken(Huis& huis, std::uint32_t plek);

/// The stream of `doel` for whoever holds the appointment now: named by post, role, place, number
/// of the appointment and number of the holder, so that one medewerker more changes nobody else.
engine::StreamKey sleutel_van(const Huis& huis, std::uint32_t plek, Doel doel, std::uint32_t stap);

} // namespace ketenplan::casus
