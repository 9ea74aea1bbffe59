#pragma once

#include "casus/levensopzet.hpp"
#include "casus/stromen.hpp"
#include "engine/event_calendar.hpp"
#include "engine/hazard_clock.hpp"
#include "units/id.hpp"

#include <array>
#include <cstdint>

namespace ketenplan::casus {

using engine::Seconds;
using engine::Time;

struct Casus;
struct Nazorgzaak;
using CasusId = units::Id<Casus>;
using NazorgId = units::Id<Nazorgzaak>;

/// What can happen to a person by itself, in the order in which it does at the same second.
enum class Levensstap : std::uint8_t {
    vrijlating,
    nazorgtermijn,  ///< of the nazorg case
    effect_eindigt, ///< of nazorg that has ended
    plaats_eindigt, ///< in the doorstroomhuis
    knelpunt_sluit,
    vertrek,
    recidive,
    nieuwe_detentie, ///< without a new offence
    insluiting,      ///< after recidive
    detentiemelding,
    herhaalmelding,
};
constexpr std::size_t aantal_levensstappen = 11;

/// Whose turn it is to be counted once a period: a count and the page it belongs to.
struct Paginateller {
    std::uint32_t pagina = 0;
    std::uint16_t aantal = 0;

    /// Counts once more; the count on this page before that.
    std::uint16_t tel(std::uint32_t op_pagina) {
        if (pagina != op_pagina)
            *this = {op_pagina, 0};
        return aantal++;
    }
};

/// A release from which on recidive is waited for, on the page of the year it belongs to.
struct Volging {
    Time vrij{};
    std::uint16_t jaar = 0; ///< index into Uitkomst::cohorten
};

/// A person, whatever the house does: who they are, and the clocks that run.
struct Persoon {
    Herkomst herkomst;
    std::uint16_t gemeente = 0;
    std::uint16_t meldingen = 0; ///< made so far
    std::uint16_t casussen = 0;  ///< opened so far
    std::uint16_t open = 0;      ///< meldingen and cases that run
    std::uint16_t detenties = 0; ///< so far
    std::uint16_t delicten = 0;  ///< recidive so far
    std::uint16_t herhalingen = 0;
    std::uint16_t detentietrekkingen = 0;
    Time geboren{};
    bool vrouw = false;
    bool vertrokken = false;
    bool via_detentie = false; ///< first reported because of a detention
    bool vast = false;
    bool na_recidive = false; ///< the detention that runs, or is to come
    bool wacht_op_insluiting = false;
    bool gehuisvest = false;         ///< in a doorstroomhuis
    bool onder_nazorg = false;       ///< accepted, and it or its effect runs
    bool nazorg_in_detentie = false; ///< accepted in the detention that runs
    bool onder_plan = false;
    bool met_client = false;
    std::uint8_t knelpunten = 0; ///< open ones, a bit per leefgebied
    std::uint8_t knelpunten_bij_insluiting = 0;
    double frailty = 1.0;
    double frailty_recidive = 1.0;
    Time ingesloten = engine::never; ///< of the latest detention
    Time vrij = engine::never;
    Time eerste_vrijlating = engine::never; ///< when counted in a cohort and not yet ended
    std::uint16_t eerste_jaar = 0;
    engine::HazardClock herhaling;
    engine::HazardClock recidive;
    engine::HazardClock detentie; ///< a first one, or one without a new offence
    std::array<Time, aantal_levensstappen> wanneer = niets_te_wachten();
    std::array<Time, aantal_leefgebieden> knelpunt_tot{};
    engine::EventHandle wekker;
    Time gewekt = engine::never;
    std::array<CasusId, 2> casus{}; ///< that runs, per kind
    NazorgId nazorg;
    Paginateller gewogen;
    Paginateller vrijlatingen;
    std::array<Volging, 4> volgingen{};
    std::uint8_t aantal_volgingen = 0;

    [[nodiscard]] bool heeft_knelpunt(std::size_t leefgebied) const {
        return (knelpunten >> leefgebied & 1U) != 0U;
    }
    [[nodiscard]] Time& op(Levensstap stap) { return wanneer[static_cast<std::size_t>(stap)]; }
    [[nodiscard]] Time op(Levensstap stap) const { return wanneer[static_cast<std::size_t>(stap)]; }

private:
    static constexpr std::array<Time, aantal_levensstappen> niets_te_wachten() {
        std::array<Time, aantal_levensstappen> times{};
        times.fill(engine::never);
        return times;
    }
};
using PersoonId = units::Id<Persoon>;

} // namespace ketenplan::casus
