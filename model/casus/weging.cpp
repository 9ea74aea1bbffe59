#include "casus/weging.hpp"

#include "casus/formatie.hpp"
#include "casus/instroom.hpp"
#include "casus/intake.hpp"
#include "casus/nazorg.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"

#include <cmath>

namespace ketenplan::casus {

namespace {

void plan_briefing(Huis& huis, std::uint32_t subregio, Time vanaf) {
    const Time next = huis.opzet.briefings[subregio].at_or_after(vanaf);
    if (next < huis.opzet.einde)
        huis.plan(next, EventClass::meeting_start, Gebeurtenis::briefing_begint, subregio);
}

/// What the table says, unless the facts about the person or the place rule it out.
Besluit trek_besluit(Huis& huis, const Melding& melding) {
    const Persoon& persoon = huis.personen[melding.persoon];
    const std::size_t table =
        huis.opzet.besluittabel(melding.bron, melding.gemeente, leeftijdsklasse(huis, persoon));
    const auto besluit = static_cast<Besluit>(huis.draws.pick(
        sleutel(Doel::besluit, persoon.herkomst, melding.volgnummer, melding.wegingen),
        huis.geldt().besluiten[table],
        static_cast<std::uint32_t>(table)));
    const std::uint16_t subregio = huis.subregio_van(melding.gemeente);
    if (besluit == Besluit::top60 && huis.opzet.parameters.subregios[subregio].top60.plaatsen == 0)
        return Besluit::focus;
    if (besluit == Besluit::nazorg && !heeft_recht_op_nazorg(huis, persoon))
        return Besluit::bilateraal;
    return besluit;
}

/// A besluit that is put off comes back once, if at all.
bool houd_aan(Huis& huis, MeldingId id) {
    const Melding& melding = huis.meldingen[id];
    const Herkomst& wie = huis.personen[melding.persoon].herkomst;
    if (melding.wegingen > 1)
        return false;
    const double kans = huis.geldt().parameters.weging.terugkomst.value();
    if (!huis.draws.chance(sleutel(Doel::terugkomst, wie, melding.volgnummer), kans))
        return false;
    const std::int64_t werkdagen = hele_werkdagen(huis.draws.sample(
        sleutel(Doel::terugkomst_na, wie, melding.volgnummer), huis.geldt().terugkomst_na));
    noteer(huis, melding.nummer, Stap::aangehouden, werkdagen);
    huis.plan(huis.opzet.kalender.add_workdays(huis.nu(), werkdagen),
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
    const Persoon& persoon = huis.personen[melding.persoon];
    SubregioJaar& subregio = huis.subregio_jaar(melding.gemeente);
    ++subregio.gewogen_leeftijd[leeftijdsklasse(huis, persoon)];
    if (persoon.vrouw)
        ++subregio.gewogen_vrouw;
    const Seconds doorlooptijd = huis.nu() - melding.ontvangen;
    subregio.doorlooptijd_weging.add(doorlooptijd);
    if (huis.meet && melding.ontvangen >= huis.opzet.start)
        huis.slot(melding.gemeente).weging.add_ended(doorlooptijd);
}

void weeg(Huis& huis, MeldingId id, std::size_t voorzitter) {
    Melding& melding = huis.meldingen[id];
    ++melding.wegingen;
    ++huis.gemeente_jaar(melding.gemeente).geagendeerd;
    const Besluit besluit = trek_besluit(huis, melding);
    noteer(huis,
           melding.nummer,
           Stap::besproken,
           static_cast<std::int64_t>(besluit),
           static_cast<std::int64_t>(voorzitter));
    geef_taak(huis,
              Taak::terugkoppeling,
              melding.nummer,
              melding.gemeente,
              minuten_voor(huis, melding, Taak::terugkoppeling, Doel::terugkoppeling_minuten));
    if (besluit == Besluit::uitgesteld && houd_aan(huis, id))
        return;
    tel_gewogen(huis, melding, besluit);
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
        jaar.wachttijd_briefing.add(event.time - item.ready);
        if (huis.meet && item.ready >= huis.opzet.start)
            huis.uitkomst.slot[event.subject].briefing.add_ended(event.time - item.ready);
    }
    subregio.in_briefing = true;
    subregio.voorzitter = *voorzitter;
    huis.medewerkers[*voorzitter].laatst_voorgezeten = event.time;
    begin_vergadering(huis, huis.medewerkers[*voorzitter].id, event.time + duur);
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
