#include "casus/vertrek.hpp"

#include "casus/doorstroomhuis.hpp"
#include "casus/formatie.hpp"
#include "casus/intake.hpp"
#include "casus/nazorg.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"
#include "casus/terugkeer.hpp"

namespace ketenplan::casus {

namespace {

using parameters::Fase;

/// Takes a case out of the queue in which it waits.
void verlaat_rij(engine::Fifo<Wachtende>& rij, engine::QueueLog& log, CasusId id, Time nu) {
    Time sinds{};
    const bool found = rij.remove_first([&](const Wachtende& w) {
        sinds = w.sinds;
        return w.casus == id;
    });
    engine::ensure(found, "a waiting case is not in its queue");
    log.leave(nu, sinds);
}

void stop_wachten(Huis& huis, CasusId id) {
    const Casus& casus = huis.casussen[id];
    Subregio& subregio = huis.subregio(casus.gemeente);
    const auto soort = static_cast<std::size_t>(casus.soort);
    SubregioSlot& slot = huis.slot(casus.gemeente);
    const bool counts = huis.meet && casus.wacht_sinds >= huis.opzet.start;
    if (casus.fase == Fase::plaats) {
        verlaat_rij(subregio.op_plaats, subregio.log_plaats, id, huis.nu());
        if (counts)
            slot.plaats.add_censored(huis.nu() - casus.wacht_sinds);
    } else if (casus.fase == Fase::wacht) {
        verlaat_rij(
            subregio.op_procesregisseur[soort], subregio.log_procesregisseur[soort], id, huis.nu());
        if (counts)
            slot.procesregisseur.add_censored(huis.nu() - casus.wacht_sinds);
    }
}

void tel_afgebroken(Huis& huis, const Casus& casus) {
    const auto soort = static_cast<std::size_t>(casus.soort);
    ++huis.subregio_jaar(casus.gemeente).casussen_vertrokken[soort];
    SubregioSlot& slot = huis.slot(casus.gemeente);
    if (!huis.meet)
        return;
    if (casus.overlegd && casus.eerste_overleg >= huis.opzet.start)
        slot.looptijd[soort].add_censored(huis.nu() - casus.eerste_overleg);
    if (!casus.overlegd && casus.besluit >= huis.opzet.start)
        slot.overleg.add_censored(huis.nu() - casus.besluit);
}

} // namespace

void vertrekt(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    verlaat_doorstroomhuis(huis, id);
    vertrek_uit_regio(p);
    ++huis.subregio_jaar(p.gemeente).vertrokken;
    if (p.nazorg.valid())
        sluit_nazorg(huis, p.nazorg, Nazorgeinde::vertrokken);
    for (const CasusId casus : p.casus) {
        if (casus.valid() && !huis.casussen[casus].in_overleg)
            casus_vertrekt(huis, casus);
    }
    huis.meldinglijst.clear();
    huis.meldingen.for_each([&](MeldingId m, const Melding& melding) {
        if (melding.persoon == id && !melding.in_briefing)
            huis.meldinglijst.push_back(m);
    });
    for (const MeldingId m : huis.meldinglijst)
        melding_vertrekt(huis, m);
}

void melding_vertrekt(Huis& huis, MeldingId id) {
    Melding& melding = huis.meldingen[id];
    trek_in(huis, melding.intake);
    huis.events.cancel(melding.wacht);
    const auto on_agenda = huis.subregio(melding.gemeente).agenda.withdraw(id.value(), huis.nu());
    if (huis.meet && on_agenda && *on_agenda >= huis.opzet.start)
        huis.slot(melding.gemeente).briefing.add_censored(huis.nu() - *on_agenda);
    ++huis.gemeente_jaar(melding.gemeente).vertrokken;
    noteer(huis, melding.nummer, Stap::vertrokken);
    if (huis.meet && melding.ontvangen >= huis.opzet.start)
        huis.slot(melding.gemeente).weging.add_censored(huis.nu() - melding.ontvangen);
    sluit_melding(huis, id);
}

void casus_vertrekt(Huis& huis, CasusId id) {
    stop_wachten(huis, id);
    Casus& casus = huis.casussen[id];
    trek_in(huis, casus.taak);
    if (casus.orgaan != geen_orgaan)
        verlaat_orgaan_onbeslist(huis, casus);
    huis.events.cancel(casus.afspraak);
    if (casus.geboekt.end != Time{})
        huis.medewerker(casus.regisseur).dagboek.strike(casus.geboekt.start);
    tel_afgebroken(huis, casus);
    noteer(huis, casus.nummer, Stap::vertrokken);
    sluit_casus(huis, id);
}

} // namespace ketenplan::casus
