#pragma once

#include "casus/opzet.hpp"
#include "casus/persoon.hpp"
#include "engine/draws.hpp"

#include <optional>

/// The life of a person apart from the house: who they are, how often they are reported again, and
/// detentions, releases and new offences. Nothing here knows what the house makes of it.
namespace ketenplan::casus {

/// What a life is lived with.
struct Leven {
    const Opzet* opzet;
    engine::Draws* draws;
    double verhouding_nazorg; ///< of recidive hazards under nazorg
};

/// A person of this stream, first reported at `op` by `bron`, with attributes drawn from streams of
/// their own. A detentiemelding about an adult is of a detention that has begun.
Persoon nieuw_leven(const Leven& leven,
                    const Herkomst& herkomst,
                    std::uint16_t gemeente,
                    std::uint16_t bron,
                    Time op);

/// A melding of any kind is made: the time since the last one begins anew.
void na_melding(const Leven& leven, Persoon& persoon, Time nu);
/// A threshold for the next herhaalmelding, after one.
void na_herhaling(const Leven& leven, Persoon& persoon, Time nu);
/// None of the clocks has gone off before `nu`: what is left of each is drawn anew from then on.
void hervat_klokken(const Leven& leven, Persoon& persoon, Time nu);
/// A detention begins at `nu`.
void sluit_in(const Leven& leven, Persoon& persoon, Time nu, bool na_recidive);
/// It ends.
void laat_vrij(const Leven& leven, Persoon& persoon, Time nu);
/// A new offence; whether detention follows is drawn.
void pleeg_delict(const Leven& leven, Persoon& persoon, Time nu);
/// The clock for a first detention, or one without a new offence, goes off: the person is detained
/// at once, unless a minor, for whom it runs on.
bool nieuwe_detentie(const Leven& leven, Persoon& persoon, Time nu);
/// Knelpunten that close by themselves at `nu`, or did before.
void sluit_knelpunten(const Leven& leven, Persoon& persoon, Time nu);
/// From now on the region sees no more of this person.
void vertrek_uit_regio(Persoon& persoon);

/// After anything changed: the clocks go on at their new rates.
void herzie(const Leven& leven, Persoon& persoon, Time nu);

/// The step that comes next, and when; the step is meaningless when that is never.
struct Eerstvolgende {
    Levensstap stap = Levensstap::vrijlating;
    Time op = engine::never;
};
Eerstvolgende eerstvolgende(const Persoon& persoon);

/// Lets a life go on until just before `tot` without anybody noticing.
void leef_tot(const Leven& leven, Persoon& persoon, Time tot);

/// Whether nothing will happen to this person before `tot`, whatever interventions there are.
bool is_uitgeleefd(const Leven& leven, const Persoon& persoon, Time nu, Time tot);

/// The age class at `op`, as an index into `leeftijdsklassen`.
std::size_t leeftijdsklasse(const Persoon& persoon, Time op);
bool is_meerderjarig(const Persoon& persoon, Time op);

} // namespace ketenplan::casus
