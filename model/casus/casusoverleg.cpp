#include "casus/casusoverleg.hpp"

#include "casus/formatie.hpp"
#include "casus/maandboek.hpp"
#include "casus/monitoring.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"
#include "casus/terugkeer.hpp"
#include "casus/vertrek.hpp"

namespace ketenplan::casus {

namespace {

engine::StreamKey sleutel_van(const Huis& huis, const Casus& casus, Doel doel, std::uint32_t stap) {
    return sleutel(doel, huis.personen[casus.persoon].herkomst, casus.volgnummer, stap);
}

void boek(Huis& huis, CasusId id, Time vroegst) {
    Casus& casus = huis.casussen[id];
    engine::Diary& dagboek = huis.medewerker(casus.regisseur).dagboek;
    const auto moment = huis.subregio(casus.gemeente)
                            .overlegmomenten.book(vroegst, [&](const engine::Stretch& stretch) {
                                return dagboek.is_free(stretch);
                            });
    if (!moment)
        return; // none left within the run
    casus.geboekt = *moment;
    dagboek.book(*moment);
    noteer(huis, casus.nummer, Stap::overleg_geboekt, moment->start.time_since_epoch().count());
    casus.afspraak = huis.plan_opzegbaar(
        moment->start, EventClass::meeting_start, Gebeurtenis::overleg_begint, id.value());
}

/// The overleg that was booked is over, or will not be held.
void schrap(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    huis.medewerker(casus.regisseur).dagboek.strike(casus.geboekt.start);
    casus.geboekt = {};
}

void mislukt(Huis& huis, CasusId id, std::int64_t reden) {
    const Casus& casus = huis.casussen[id];
    ++huis.subregio_jaar(casus.gemeente).overleggen_mislukt;
    noteer(huis, casus.nummer, Stap::overleg_mislukt, reden);
    schrap(huis, id);
    boek(huis, id, huis.opzet.kalender.add_workdays(huis.nu(), huis.geldt().herboeken_na));
}

void tel_wachttijd(Huis& huis, Casus& casus) {
    casus.overlegd = true;
    casus.eerste_overleg = huis.nu();
    const Seconds wacht = huis.nu() - casus.besluit;
    auto& jaar = huis.subregio_jaar(casus.gemeente);
    jaar.wachttijd_overleg.add(wacht);
    jaar.wachttijd_overleg_soort[static_cast<std::size_t>(casus.soort)].add(wacht);
    if (huis.meet && casus.besluit >= huis.opzet.start)
        huis.slot(casus.gemeente).overleg.add_ended(wacht);
    boek_eerste_overleg(huis, casus);
}

} // namespace

void bereid_voor(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    ++casus.overleggen;
    const double minuten =
        huis.draws.sample(sleutel_van(huis, casus, Doel::voorbereiding_minuten, casus.overleggen),
                          huis.geldt().taaksoort(Taak::voorbereiding).minuten);
    casus.taak =
        geef_eigen_taak(huis,
                        werk_aan(Taak::voorbereiding, product_van(casus.soort), id.value()),
                        casus.regisseur,
                        minuten,
                        huis.nu());
}

void voorbereiding_klaar(Huis& huis, CasusId id) {
    const Casus& casus = huis.casussen[id];
    noteer(huis, casus.nummer, Stap::voorbereid, casus.regisseur.value());
    const double werkdagen =
        huis.draws.sample(sleutel_van(huis, casus, Doel::planningstermijn, casus.overleggen),
                          huis.geldt().planningstermijn) /
        huis.opzet.factor_partners(huis.nu());
    boek(huis, id, huis.opzet.kalender.add_workdays(huis.nu(), hele_werkdagen(werkdagen)));
}

void overleg_begint(Huis& huis, const Event& event) {
    const CasusId id(event.subject);
    Casus& casus = huis.casussen[id];
    const auto& p = huis.geldt().parameters.casusoverleg;
    if (!huis.work.present(casus.regisseur)) {
        mislukt(huis, id, 2);
        return;
    }
    ++casus.pogingen;
    if (huis.draws.chance(sleutel_van(huis, casus, Doel::quorum, casus.pogingen),
                          p.quorum_mist.value())) {
        mislukt(huis, id, 1);
        return;
    }
    if (!casus.overlegd)
        tel_wachttijd(huis, casus);
    const Seconds duur = casus.geboekt.end - casus.geboekt.start;
    SubregioJaar& jaar = huis.subregio_jaar(casus.gemeente);
    ++jaar.overleggen;
    jaar.partnertijd += hele_seconden(static_cast<double>(duur.count()) *
                                      huis.opzet.soortopzet(casus.soort).partners_aan_tafel);
    casus.client = huis.draws.chance(sleutel_van(huis, casus, Doel::client, casus.overleggen),
                                     p.client_aan_tafel.value());
    if (casus.client)
        ++jaar.overleggen_met_client;
    noteer(huis, casus.nummer, Stap::overleg_gehouden, duur.count(), casus.client ? 1 : 0);
    casus.in_overleg = true;
    begin_vergadering(huis, casus.regisseur, product_van(casus.soort), casus.geboekt.end);
    huis.plan(casus.geboekt.end, EventClass::meeting_end, Gebeurtenis::overleg_eindigt, id.value());
}

void overleg_eindigt(Huis& huis, const Event& event) {
    const CasusId id(event.subject);
    Casus& casus = huis.casussen[id];
    const WorkerId regisseur = casus.regisseur;
    casus.in_overleg = false;
    schrap(huis, id);
    double minuten =
        huis.draws.sample(sleutel_van(huis, casus, Doel::verslag_minuten, casus.overleggen),
                          huis.geldt().taaksoort(Taak::verslag).minuten);
    if (casus.client)
        minuten +=
            huis.draws.sample(sleutel_van(huis, casus, Doel::client_minuten, casus.overleggen),
                              huis.geldt().client_minuten);
    geef_eigen_taak(huis,
                    werk_aan(Taak::verslag, product_van(casus.soort), casus.nummer),
                    regisseur,
                    minuten,
                    event.time);
    if (huis.personen[casus.persoon].vertrokken) { // during the overleg
        casus_vertrekt(huis, id);
    } else {
        if (casus.soort == Casussoort::focus)
            zet_plan(huis, casus.persoon, true, casus.client);
        volg(huis, id, event.time);
        verander_fase(huis, casus, parameters::Fase::monitoring);
    }
    huis.work.end_meeting(regisseur, event.time);
}

void verslag_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker) {
    noteer(huis, nummer, Stap::verslag_klaar, medewerker.value());
}

} // namespace ketenplan::casus
