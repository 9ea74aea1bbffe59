#include "casus/thematafel.hpp"

#include "casus/doorstroomhuis.hpp"
#include "casus/formatie.hpp"
#include "casus/nazorg.hpp"
#include "casus/spoor.hpp"
#include "casus/terugkeer.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

namespace {

engine::StreamKey
sleutel_van(const Huis& huis, const Nazorgzaak& zaak, Doel doel, std::uint32_t stap = 0) {
    return sleutel(doel, huis.personen[zaak.persoon].herkomst, zaak.volgnummer, stap);
}

void plan_thematafel(Huis& huis, std::uint32_t subregio, Time vanaf) {
    const Time next = huis.opzet.thematafels[subregio].at_or_after(vanaf);
    if (next < huis.opzet.afloop)
        huis.plan(next, EventClass::meeting_start, Gebeurtenis::thematafel_begint, subregio);
}

void tel_wachttijd(Huis& huis, const Nazorgzaak& zaak) {
    const Persoon& p = huis.personen[zaak.persoon];
    NazorgJaar& jaar = huis.subregio_jaar(zaak.gemeente).nazorg;
    jaar.wachttijd_bespreking.add(huis.nu() - zaak.besluit);
    if (!p.vast)
        jaar.na_vrijlating.add(huis.nu() - p.vrij);
}

/// At the first bespreking a traject may be offered, and is given as long as there is money.
void bied_traject_aan(Huis& huis, Nazorgzaak& zaak) {
    const parameters::Nazorgtraject& traject = huis.geldt().parameters.nazorg.traject;
    if (!huis.draws.chance(sleutel_van(huis, zaak, Doel::traject_aanbod), traject.kans.value()) ||
        !huis.draws.chance(sleutel_van(huis, zaak, Doel::traject_toestemming),
                           traject.toestemming.value()))
        return;
    const std::int64_t prijs = std::llround(traject.prijs.value() * 100.0);
    if (prijs > huis.nazorgtrajectgeld) {
        ++huis.jaar.huis.nazorgtrajecten_geweigerd;
        noteer(huis, zaak.nummer, Stap::nazorgtraject, -1);
        return;
    }
    zaak.in_traject = true;
    huis.nazorgtrajectgeld -= prijs;
    ++huis.jaar.huis.nazorgtrajecten;
    huis.jaar.huis.nazorgtraject_centen += prijs;
    noteer(huis, zaak.nummer, Stap::nazorgtraject, prijs);
}

/// Each open knelpunt is solved with its chance.
void los_op(Huis& huis, NazorgId id) {
    const Nazorgzaak& zaak = huis.nazorgzaken[id];
    Persoon& p = huis.personen[zaak.persoon];
    const std::uint8_t before = p.knelpunten;
    for (std::uint32_t g = 0; g < aantal_leefgebieden; ++g) {
        const auto& kenmerk = huis.geldt().parameters.nazorg.leefgebieden.kenmerken[g];
        const units::Probability kans =
            zaak.in_traject ? kenmerk.oplossen_traject : kenmerk.oplossen;
        const std::uint32_t step = zaak.besprekingen * std::uint32_t{aantal_leefgebieden} + g;
        if (p.heeft_knelpunt(g) &&
            huis.draws.chance(sleutel_van(huis, zaak, Doel::oplossing, step), kans.value()))
            p.knelpunten &= static_cast<std::uint8_t>(~(1U << g));
    }
    noteer(huis, zaak.nummer, Stap::aan_thematafel, before & ~p.knelpunten, p.knelpunten);
    herzie_persoon(huis, zaak.persoon);
    herzie_plaatswens(huis, zaak.persoon);
}

void volg_op(Huis& huis, const Nazorgzaak& zaak) {
    const double minuten = huis.draws.sample(
        sleutel_van(huis, zaak, Doel::nazorg_opvolging_minuten, zaak.besprekingen),
        huis.geldt().taaksoort(Taak::nazorg_opvolging).minuten);
    if (minuten > 0.0)
        geef_eigen_taak(huis,
                        werk_aan(Taak::nazorg_opvolging, Product::nazorg, zaak.nummer),
                        zaak.medewerker,
                        minuten,
                        huis.nu());
}

void bespreek(Huis& huis, NazorgId id) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    zaak.in_bespreking = false;
    ++huis.subregio_jaar(zaak.gemeente).nazorg.besprekingen;
    if (zaak.sluit_na_bespreking) {
        sluit_nazorg(huis, id, *zaak.sluit_na_bespreking);
        return;
    }
    if (const Persoon& p = huis.personen[zaak.persoon]; p.vast && p.knelpunten == 0)
        return; // a new detention without knelpunten: the case closes at its release
    if (zaak.besprekingen++ == 0) {
        bied_traject_aan(huis, zaak);
        meld_aan_voor_doorstroomhuis(huis, id);
    }
    volg_op(huis, zaak);
    los_op(huis, id);
    if (huis.personen[zaak.persoon].knelpunten == 0) {
        sluit_nazorg(huis, id, Nazorgeinde::opgelost);
        return;
    }
    // Counted from the day of the table, so that what returns after four weeks is on the table of
    // that day.
    const Time due =
        Time{engine::date_of(huis.nu())} +
        hele_seconden(huis.geldt().parameters.nazorg.terugkomtermijn.value() * 86400.0);
    zaak.weer_op_tafel =
        huis.plan_opzegbaar(due, EventClass::due, Gebeurtenis::weer_op_tafel, id.value());
}

} // namespace

void open_thematafels(Huis& huis) {
    if (!huis.opzet.nazorg_mogelijk)
        return;
    for (std::uint32_t s = 0; s < huis.subregios.size(); ++s)
        plan_thematafel(huis, s, huis.opzet.begin);
}

void zet_op_tafel(Huis& huis, NazorgId id) {
    const Nazorgzaak& zaak = huis.nazorgzaken[id];
    const double minuten =
        huis.draws.sample(sleutel_van(huis, zaak, Doel::bespreking_minuten, zaak.besprekingen),
                          huis.geldt().bespreking);
    huis.subregio(zaak.gemeente)
        .tafel.add({id.value(), huis.nu(), hele_seconden(60.0 * minuten)},
                   engine::Agenda::Precedence::normal);
}

void haal_van_tafel(Huis& huis, NazorgId id) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    huis.events.cancel(zaak.weer_op_tafel);
    huis.subregio(zaak.gemeente).tafel.withdraw(id.value(), huis.nu());
}

void weer_op_tafel(Huis& huis, const Event& event) {
    zet_op_tafel(huis, NazorgId(event.subject));
}

void thematafel_begint(Huis& huis, const Event& event) {
    plan_thematafel(huis, event.subject, event.time + Seconds{1});
    Subregio& subregio = huis.subregios[event.subject];
    NazorgJaar& jaar = huis.jaar.subregios[event.subject].nazorg;
    if (subregio.tafel.size() == 0)
        return; // nothing to discuss, nobody comes
    const auto& vorm = huis.opzet.parameters.subregios[event.subject].thematafel;
    const Seconds ruimte = hele_seconden(vorm.agenda.value() * 60.0);
    const auto voorzitter = kies_voorzitter(huis, subregio, ruimte);
    const bool workday = huis.opzet.kalender.is_workday(engine::date_of(event.time));
    if (!workday || !voorzitter || subregio.in_tafel) {
        ++jaar.tafels_vervallen;
        return;
    }
    subregio.aan_tafel.clear();
    const Seconds duur = subregio.tafel.take(event.time, event.time, ruimte, subregio.aan_tafel);
    ++jaar.tafels;
    jaar.tafel_duur += duur;
    huis.jaar.huis.nazorg_werk += duur;
    for (const engine::AgendaItem& item : subregio.aan_tafel) {
        Nazorgzaak& zaak = huis.nazorgzaken[NazorgId(item.subject)];
        zaak.in_bespreking = true;
        if (zaak.besprekingen == 0)
            tel_wachttijd(huis, zaak);
    }
    // Those discussed together come due together again: then the case number decides.
    std::ranges::sort(subregio.aan_tafel, {}, [&](const engine::AgendaItem& item) {
        return huis.nazorgzaken[NazorgId(item.subject)].nummer;
    });
    subregio.in_tafel = true;
    subregio.tafelvoorzitter = *voorzitter;
    huis.medewerkers[*voorzitter].laatst_voorgezeten = event.time;
    begin_vergadering(huis, huis.medewerkers[*voorzitter].id, Product::nazorg, event.time + duur);
    huis.jaar.subregios[event.subject].partnertijd +=
        hele_seconden(static_cast<double>(duur.count()) * huis.opzet.partners_aan_thematafel);
    huis.plan(
        event.time + duur, EventClass::meeting_end, Gebeurtenis::thematafel_eindigt, event.subject);
}

void thematafel_eindigt(Huis& huis, const Event& event) {
    Subregio& subregio = huis.subregios[event.subject];
    for (const engine::AgendaItem& item : subregio.aan_tafel)
        bespreek(huis, NazorgId(item.subject));
    subregio.in_tafel = false;
    huis.work.end_meeting(huis.medewerkers[subregio.tafelvoorzitter].id, event.time);
}

} // namespace ketenplan::casus
