#pragma once

#include "engine/stream.hpp"

#include <cstdint>

namespace ketenplan::casus {

/// What a random draw is for. Each purpose has a counter space of its own, so that a draw more or
/// less for one thing changes no draw for another (model.md section 10). The numbers are part of
/// the results: add at the end, never renumber.
enum class Doel : std::uint8_t {
    aankomst = 1,
    uitdunning = 2,
    leeftijdsklasse = 3,
    leeftijd = 4,
    geslacht = 5,
    detentie_vertraging = 6,
    detentie_duur = 7,
    urgent = 8,
    bespreektijd = 9,
    intake_minuten = 10,
    informatieverzoek = 11,
    besluit = 12,
    terugkomst = 13,
    terugkomst_na = 14,
    terugkoppeling_minuten = 15,
    bilateraal_minuten = 16,
    nazorg_minuten = 17,
    voorbereiding_minuten = 18,
    planningstermijn = 19,
    quorum = 20,
    client = 21,
    client_minuten = 22,
    verslag_minuten = 23,
    contact_minuten = 24,
    afsluiting = 25,
    stagnatie = 26,
    escalatie = 27,
    escalatieweg = 28,
    ad_hoc_duur = 29,
    resultaat = 30, ///< and one for each further result
    resultaat_2 = 31,
    resultaat_3 = 32,
    resultaat_4 = 33,
    resultaat_5 = 34,
    frailty = 35,
    frailty_recidive = 36,
    herhaling = 37, ///< thresholds of clocks: 37 to 39
    recidive = 38,
    detentie = 39,
    vertrek = 40,
    herhaalbron = 41,
    detentie_volgt = 42,
    detentie_na = 43,
    knelpunt = 44,
    knelpunt_sluit = 45,
    bekend_sinds = 46,
    plan_ingehaald = 47,
    nazorg_aanbod = 48,
    nazorg_aanvaarding = 49,
    bespreking_minuten = 50,
    oplossing = 51,
    traject_aanbod = 52,
    traject_toestemming = 53,
    doorstroomhuis_nodig = 54,
    doorstroomhuis_verblijf = 55,
    nazorg_opvolging_minuten = 56,
    nazorgeffect = 57, ///< of a whole replication
    verzuim_moment = 70,
    verzuim_duur = 71,
    vertrek_moment = 72,
    vacature_duur = 73,
    inhuur_vertraging = 74,
    aanwezigheid = 90,          ///< of an organisatie at a meeting of a body
    besluitvraag = 91,          ///< arrival of questions on a route
    ensemble_begin = 100,       ///< a parameter of a member of a calibration, from its prior
    ensemble_waarneming = 101,  ///< what is added to a target for a member in a round
    ontwerp_verschuiving = 110, ///< of a design of computer experiments, as all that follow
    herbemonstering = 111,
    golf = 112, ///< of a realisation of a Gaussian process
    golf_ruis = 113,
    aanname = 120, ///< a number of a scenario that is not known, from its range
};

/// Who somebody is, whatever else happens in the run: the stream of arrivals that brought them in,
/// named by stable hashes, and their number in it.
struct Herkomst {
    std::uint32_t gemeente = 0;
    std::uint32_t stroom = 0;
    std::uint32_t nummer = 0;
    friend bool operator==(const Herkomst&, const Herkomst&) = default;
};

/// The stream for one draw about a person; `deel` numbers the person's meldingen or cases, `stap`
/// what one of those has several of.
constexpr engine::StreamKey
sleutel(Doel doel, const Herkomst& wie, std::uint32_t deel = 0, std::uint32_t stap = 0) {
    return {.purpose = static_cast<std::uint8_t>(doel),
            .ordinal = wie.nummer,
            .part = deel,
            .step = stap,
            .a = wie.gemeente,
            .b = wie.stroom};
}

} // namespace ketenplan::casus
