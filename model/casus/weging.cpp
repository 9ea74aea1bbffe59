#include "casus/weging.hpp"

#include "casus/formatie.hpp"
#include "casus/intake.hpp"
#include "casus/monitoring.hpp"
#include "casus/nazorg.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"
#include "casus/vertrek.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

namespace {

void plan_briefing(Huis& huis, std::uint32_t subregio, Time vanaf) {
    const Time next = huis.opzet.briefings[subregio].at_or_after(vanaf);
    if (next < huis.opzet.afloop)
        huis.plan(next, EventClass::meeting_start, Gebeurtenis::briefing_begint, subregio);
}

/// What the table says, unless the facts about the person or the place rule it out.
Besluit trek_besluit(Huis& huis, const Melding& melding) {
    const Persoon& persoon = huis.personen[melding.persoon];
    const std::size_t table = huis.opzet.besluittabel(
        melding.bron, melding.gemeente, leeftijdsklasse(persoon, huis.nu()));
    const auto besluit = static_cast<Besluit>(huis.draws.pick(
        sleutel(Doel::besluit, persoon.herkomst, melding.volgnummer, melding.wegingen),
        huis.geldt().besluiten[table],
        static_cast<std::uint32_t>(table)));
    const std::uint16_t subregio = huis.subregio_van(melding.gemeente);
    if (besluit == Besluit::top60 && huis.opzet.parameters.subregios[subregio].top60.plaatsen == 0)
        return Besluit::focus;
    if (besluit == Besluit::nazorg && !heeft_recht_op_nazorg(huis, persoon))
        return Besluit::bilateraal;
    if (besluit != Besluit::nazorg && krijgt_toch_nazorg(huis, melding, table))
        return Besluit::nazorg;
    return besluit;
}

/// A besluit that is put off comes back once, if at all.
bool houd_aan(Huis& huis, MeldingId id) {
    Melding& melding = huis.meldingen[id];
    const Herkomst& wie = huis.personen[melding.persoon].herkomst;
    if (melding.wegingen > 1)
        return false;
    const double kans = huis.geldt().parameters.weging.terugkomst.value();
    if (!huis.draws.chance(sleutel(Doel::terugkomst, wie, melding.volgnummer), kans))
        return false;
    const std::int64_t werkdagen = hele_werkdagen(huis.draws.sample(
        sleutel(Doel::terugkomst_na, wie, melding.volgnummer), huis.geldt().terugkomst_na));
    noteer(huis, melding.nummer, Stap::aangehouden, werkdagen);
    melding.wacht = huis.plan_opzegbaar(huis.opzet.kalender.add_workdays(huis.nu(), werkdagen),
                                        EventClass::arrival,
                                        Gebeurtenis::weer_gereed,
                                        id.value());
    return true;
}

double minuten_voor(Huis& huis, const Melding& melding, Taak taak, Doel doel) {
    const Herkomst& wie = huis.personen[melding.persoon].herkomst;
    return huis.draws.sample(sleutel(doel, wie, melding.volgnummer, melding.wegingen),
                             huis.geldt().taaksoort(taak).minuten);
}

void koppel_terug(Huis& huis, const Melding& melding) {
    geef_taak(huis,
              Taak::terugkoppeling,
              melding.nummer,
              melding.gemeente,
              minuten_voor(huis, melding, Taak::terugkoppeling, Doel::terugkoppeling_minuten));
}

/// A voluntary traject is granted as long as its price fits in what is left of the year's budget.
void ken_traject_toe(Huis& huis, const Melding& melding) {
    const std::int64_t prijs =
        std::llround(huis.geldt().parameters.vrijwillig_traject.prijs.value() * 100.0);
    if (prijs > huis.trajectgeld) {
        ++huis.jaar.huis.trajecten_geweigerd;
        noteer(huis, melding.nummer, Stap::traject_geweigerd);
        return;
    }
    huis.trajectgeld -= prijs;
    ++huis.jaar.huis.trajecten;
    huis.jaar.huis.traject_centen += prijs;
    noteer(huis, melding.nummer, Stap::traject_toegekend, prijs);
}

void voer_uit(Huis& huis, const Melding& melding, Besluit besluit) {
    switch (besluit) {
    case Besluit::focus:
        open_casus(huis, melding, Casussoort::focus);
        break;
    case Besluit::top60:
        open_casus(huis, melding, Casussoort::top60);
        break;
    case Besluit::nazorg:
        open_nazorg(huis, melding);
        break;
    case Besluit::bilateraal:
        geef_taak(
            huis,
            Taak::bilaterale_afhandeling,
            melding.nummer,
            melding.gemeente,
            minuten_voor(huis, melding, Taak::bilaterale_afhandeling, Doel::bilateraal_minuten));
        break;
    case Besluit::vrijwillig_traject:
        ken_traject_toe(huis, melding);
        break;
    case Besluit::opschalen: {
        ++huis.subregio_jaar(melding.gemeente).opschalingen;
        const Time besloten = eerste_na(huis.opzet.organen[0].momenten, huis.nu());
        noteer(huis, melding.nummer, Stap::opgeschaald, wachttijd(huis, besloten));
        break;
    }
    case Besluit::belegd_bij_partner:
    case Besluit::uitgesteld:
    case Besluit::informatiedeling:
    case Besluit::past_niet:
        break; // no work beyond the terugkoppeling
    }
}

void tel_gewogen(Huis& huis, const Melding& melding, Besluit besluit) {
    GemeenteJaar& gemeente = huis.gemeente_jaar(melding.gemeente);
    ++gemeente.gewogen;
    ++gemeente.besluiten[static_cast<std::size_t>(besluit)];
    Persoon& persoon = huis.personen[melding.persoon];
    SubregioJaar& subregio = huis.subregio_jaar(melding.gemeente);
    ++subregio.gewogen_leeftijd[leeftijdsklasse(persoon, huis.nu())];
    if (persoon.vrouw)
        ++subregio.gewogen_vrouw;
    subregio.doorlooptijd_weging.add(huis.nu() - melding.ontvangen);
    // A person moves up one place among those weighed once, twice, ... this year.
    const std::size_t before = persoon.gewogen.tel(huis.pagina);
    if (before > 0)
        --subregio.personen_gewogen[std::min(before, meeste_meldingen) - 1];
    ++subregio.personen_gewogen[std::min(before + 1, meeste_meldingen) - 1];
}

/// Every way of being dealt with is an end of the wait.
void tel_doorlooptijd(Huis& huis, const Melding& melding) {
    if (huis.meet && melding.ontvangen >= huis.opzet.start)
        huis.slot(melding.gemeente).weging.add_ended(huis.nu() - melding.ontvangen);
}

/// A melding about somebody with a running case is not weighed: the plan stands, or is overtaken.
void weeg_bij_lopende_casus(Huis& huis, const Melding& melding, CasusId casus) {
    const Persoon& persoon = huis.personen[melding.persoon];
    const double kans = huis.geldt().parameters.personen.herhaling.plan_ingehaald.value();
    const bool overtaken = huis.draws.chance(
        sleutel(Doel::plan_ingehaald, persoon.herkomst, melding.volgnummer), kans);
    noteer(huis, melding.nummer, Stap::casus_loopt, overtaken ? 1 : 0);
    GemeenteJaar& jaar = huis.gemeente_jaar(melding.gemeente);
    if (!overtaken) {
        ++jaar.casus_loopt;
        return;
    }
    ++jaar.heragendering;
    if (huis.casussen[casus].fase == parameters::Fase::monitoring)
        haal_plan_in(huis, casus);
}

CasusId lopende_casus(const Persoon& persoon) {
    return persoon.casus[0].valid() ? persoon.casus[0] : persoon.casus[1];
}

void weeg(Huis& huis, MeldingId id, std::size_t voorzitter) {
    Melding& melding = huis.meldingen[id];
    ++melding.wegingen;
    melding.in_briefing = false;
    ++huis.gemeente_jaar(melding.gemeente).geagendeerd;
    if (huis.personen[melding.persoon].vertrokken) { // while it was being discussed
        melding_vertrekt(huis, id);
        return;
    }
    if (const CasusId casus = lopende_casus(huis.personen[melding.persoon]); casus.valid()) {
        koppel_terug(huis, melding);
        weeg_bij_lopende_casus(huis, melding, casus);
        tel_doorlooptijd(huis, melding);
        sluit_melding(huis, id);
        return;
    }
    const Besluit besluit = trek_besluit(huis, melding);
    noteer(huis,
           melding.nummer,
           Stap::besproken,
           static_cast<std::int64_t>(besluit),
           static_cast<std::int64_t>(voorzitter));
    koppel_terug(huis, melding);
    if (besluit == Besluit::uitgesteld && houd_aan(huis, id))
        return;
    tel_gewogen(huis, melding, besluit);
    tel_doorlooptijd(huis, melding);
    voer_uit(huis, melding, besluit);
    sluit_melding(huis, id);
}

} // namespace

void open_briefings(Huis& huis) {
    for (std::uint32_t s = 0; s < huis.subregios.size(); ++s)
        plan_briefing(huis, s, huis.opzet.begin);
}

void briefing_begint(Huis& huis, const Event& event) {
    plan_briefing(huis, event.subject, event.time + Seconds{1});
    Subregio& subregio = huis.subregios[event.subject];
    SubregioJaar& jaar = huis.jaar.subregios[event.subject];
    const auto& vorm = huis.opzet.parameters.subregios[event.subject].briefing;
    const Seconds ruimte = hele_seconden(vorm.agenda.value() * 60.0);
    const auto voorzitter = kies_voorzitter(huis, subregio, ruimte);
    const bool workday = huis.opzet.kalender.is_workday(engine::date_of(event.time));
    if (!workday || !voorzitter || subregio.in_briefing) {
        ++jaar.briefings_vervallen;
        return;
    }
    subregio.besproken.clear();
    const Seconds duur = subregio.agenda.take(
        event.time, event.time - huis.geldt().sluitingstermijn, ruimte, subregio.besproken);
    if (subregio.besproken.empty())
        return; // nothing to discuss, nobody comes
    ++jaar.briefings;
    jaar.briefing_duur += duur;
    for (const engine::AgendaItem& item : subregio.besproken) {
        huis.meldingen[MeldingId(item.subject)].in_briefing = true;
        jaar.wachttijd_briefing.add(event.time - item.ready);
        if (huis.meet && item.ready >= huis.opzet.start)
            huis.uitkomst.slot[event.subject].briefing.add_ended(event.time - item.ready);
    }
    subregio.in_briefing = true;
    subregio.voorzitter = *voorzitter;
    huis.medewerkers[*voorzitter].laatst_voorgezeten = event.time;
    begin_vergadering(huis, huis.medewerkers[*voorzitter].id, Product::weging, event.time + duur);
    jaar.partnertijd +=
        hele_seconden(static_cast<double>(duur.count()) * huis.opzet.partners_aan_briefing);
    huis.plan(
        event.time + duur, EventClass::meeting_end, Gebeurtenis::briefing_eindigt, event.subject);
}

void briefing_eindigt(Huis& huis, const Event& event) {
    Subregio& subregio = huis.subregios[event.subject];
    for (const engine::AgendaItem& item : subregio.besproken)
        weeg(huis, MeldingId(item.subject), subregio.voorzitter);
    subregio.in_briefing = false;
    huis.work.end_meeting(huis.medewerkers[subregio.voorzitter].id, event.time);
}

void weer_gereed(Huis& huis, const Event& event) {
    const MeldingId id(event.subject);
    noteer(huis, huis.meldingen[id].nummer, Stap::weer_gereed);
    zet_op_agenda(huis, id);
}

void terugkoppeling_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker) {
    noteer(huis, nummer, Stap::teruggekoppeld, medewerker.value());
}

void bilateraal_klaar(Huis& huis, std::uint32_t nummer, WorkerId medewerker) {
    noteer(huis, nummer, Stap::bilateraal_klaar, medewerker.value());
}

} // namespace ketenplan::casus
