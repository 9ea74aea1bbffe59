#include "casus/huis.hpp"

#include "casus/beginvoorraad.hpp"
#include "casus/bekenden.hpp"
#include "casus/besluitroute.hpp"
#include "casus/boekhouding.hpp"
#include "casus/casusoverleg.hpp"
#include "casus/formatie.hpp"
#include "casus/inhuur.hpp"
#include "casus/instroom.hpp"
#include "casus/intake.hpp"
#include "casus/maandboek.hpp"
#include "casus/monitoring.hpp"
#include "casus/nazorg.hpp"
#include "casus/overdracht.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/personeel.hpp"
#include "casus/terugkeer.hpp"
#include "casus/thematafel.hpp"
#include "casus/vast_werk.hpp"
#include "casus/weging.hpp"
#include "casus/werkdruk.hpp"

namespace ketenplan::casus {

namespace {

constexpr Seconds begin_dienst = std::chrono::hours{9}; // model.md section 1

/// In the order of `Gebeurtenis`.
constexpr std::array<void (*)(Huis&, const Event&), aantal_gebeurtenissen> handlers{
    eerste_melding,      informatie_binnen,   weer_gereed,          taak_af,
    begin_werkdag,       briefing_begint,     briefing_eindigt,     overleg_begint,
    overleg_eindigt,     contact_valt,        escalatie_besloten,   periode_sluit,
    leven_gaat_door,     herhaling_verandert, weer_op_tafel,        thematafel_begint,
    thematafel_eindigt,  orgaan_bereidt_voor, orgaan_begint,        orgaan_eindigt,
    vraag_gesteld,       verzuim_begint,      verzuim_eindigt,      afwezigheid_begint,
    afwezigheid_eindigt, medewerker_vertrekt, opvolger_begint,      opvolger_ingewerkt,
    overdracht_valt,     inhuur_begint,       inhuur_eindigt,       inhuur_herzien,
    werkdruk_herzien,    vast_werk_valt,      rechtsvorm_verandert,
};

engine::EventKind kind(Gebeurtenis g) {
    return static_cast<engine::EventKind>(g);
}

} // namespace

Huis::Huis(const Opzet& o, const Opdracht& opdracht)
    : opzet(o), draws(opdracht.sleutel, opdracht.wijze), work(events,
                                                              o.kalender,
                                                              begin_dienst,
                                                              kind(Gebeurtenis::taak_af),
                                                              kind(Gebeurtenis::begin_werkdag)) {
    if (opdracht.spoor)
        trace = engine::Trace(*opdracht.spoor);
    work.observe(opdracht.waarnemer);
    verhouding_nazorg = opdracht.odds_ratio ? o.leven.nazorg_verhouding(*opdracht.odds_ratio)
                                            : o.leven.verhouding_nazorg;
    volg_levenslopen = opdracht.levenslopen;
    intensiteit = opdracht.intensiteit;
    events.start_at(o.begin);
    const auto last = engine::date_of(o.afloop) + std::chrono::days{400};
    for (std::size_t s = 0; s < o.parameters.subregios.size(); ++s)
        subregios.push_back({.agenda = {},
                             .overlegmomenten = engine::SlotBook(
                                 o.overlegmomenten[s], o.kalender, engine::date_of(o.begin), last),
                             .op_plaats = {},
                             .log_plaats = {},
                             .procesregisseurs = {},
                             .pools = {},
                             .besproken = {},
                             .tafel = {},
                             .aan_tafel = {},
                             .gedetineerd = {},
                             .gedetineerd_na_recidive = {}});
    uitkomst.slot.resize(subregios.size());
    uitkomst.organen.resize(o.organen.size());
    uitkomst.routes.resize(o.routes.size());
    organen.resize(o.organen.size());
    voorbereidingen.resize(o.bijeenkomsten.size());
    routes.resize(o.routes.size());
    richt_personeel_in(*this);
}

Uitkomst simulate(const Opzet& opzet, const Opdracht& opdracht) {
    Huis huis(opzet, opdracht);
    open_boeken(huis);
    vul_huis(huis);
    breng_bekenden_in(huis);
    open_instroom(huis);
    open_briefings(huis);
    open_personeel(huis);
    open_werkdruk(huis);
    open_vast_werk(huis);
    open_thematafels(huis);
    open_organen(huis);
    if (opdracht.maandreeks)
        open_maandboek(huis);
    for (Maand& maand : huis.uitkomst.maanden) {
        for (std::int64_t dag = 1; dag <= maand.dagen; ++dag) {
            const Time middernacht = maand.begin + dag * engine::seconds_per_day;
            engine::run_until<Huis>(middernacht, huis.events, huis, handlers);
            tel_stand(huis, maand, middernacht);
        }
        sluit_maand(huis, maand);
    }
    tel_open_per_maand(huis);
    engine::run_until<Huis>(opzet.afloop, huis.events, huis, handlers);
    huis.uitkomst.gebeurtenissen = huis.events.popped();
    huis.uitkomst.vingerafdruk = huis.events.fingerprint();
    huis.uitkomst.spoor = huis.trace.lines();
    return std::move(huis.uitkomst);
}

Uitkomst simulate(const parameters::Parameters& p, engine::ReplicationKey key) {
    const Opzet opzet(p);
    return simulate(opzet, {.sleutel = key, .spoor = {}});
}

} // namespace ketenplan::casus
