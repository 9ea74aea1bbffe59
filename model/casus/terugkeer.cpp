#include "casus/terugkeer.hpp"

#include "casus/doorstroomhuis.hpp"
#include "casus/intake.hpp"
#include "casus/nazorg.hpp"
#include "casus/vertrek.hpp"

#include <algorithm>

namespace ketenplan::casus {

namespace {

void noteer_leven(Huis& huis, const Persoon& p, Levensstap stap) {
    if (huis.volg_levenslopen)
        huis.uitkomst.levensloop.push_back(
            {p.herkomst, static_cast<std::uint8_t>(stap), huis.nu()});
}

/// The first release in a measured year opens a follow-up of recidive.
void volg_op(Huis& huis, Persoon& p, std::uint16_t before) {
    const bool first_ever = p.detenties == 1 && p.via_detentie;
    if (!huis.meet || before > 0)
        return;
    const auto year =
        static_cast<std::uint16_t>(huis.jaar.jaar - engine::year_of(huis.opzet.start));
    Cohort& cohort = huis.uitkomst.cohorten[year][huis.subregio_van(p.gemeente)];
    ++cohort.personen;
    if (first_ever) {
        ++cohort.eersten;
        p.eerste_vrijlating = huis.nu();
        p.eerste_jaar = year;
    }
    if (p.aantal_volgingen == p.volgingen.size()) { // the oldest is over two years old by now
        std::ranges::rotate(p.volgingen, p.volgingen.begin() + 1);
        --p.aantal_volgingen;
    }
    p.volgingen[p.aantal_volgingen++] = {huis.nu(), year};
}

/// A new offence ends every follow-up that runs.
void beeindig_volgingen(Huis& huis, Persoon& p) {
    const std::uint16_t place = huis.subregio_van(p.gemeente);
    for (std::size_t i = 0; i < p.aantal_volgingen; ++i) {
        Cohort& cohort = huis.uitkomst.cohorten[p.volgingen[i].jaar][place];
        const Seconds after = huis.nu() - p.volgingen[i].vrij;
        cohort.recidive_1j += after <= jaren(1) ? 1 : 0;
        cohort.recidive_2j += after <= jaren(2) ? 1 : 0;
    }
    p.aantal_volgingen = 0;
    if (p.eerste_vrijlating == engine::never)
        return;
    auto& within = huis.uitkomst.cohorten[p.eerste_jaar][place].eersten_binnen;
    for (std::size_t k = 0; k < within.size(); ++k) {
        if (huis.nu() - p.eerste_vrijlating <= huis.opzet.leven.vervolg[k])
            ++within[k];
    }
    p.eerste_vrijlating = engine::never;
}

void tel_einde_detentie(Huis& huis, const Persoon& p) {
    Subregio& subregio = huis.subregio(p.gemeente);
    subregio.gedetineerd.change(huis.nu(), -1);
    if (p.na_recidive)
        subregio.gedetineerd_na_recidive.change(huis.nu(), -1);
}

void komt_vrij(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    tel_einde_detentie(huis, p);
    noteer_leven(huis, p, Levensstap::vrijlating);
    laat_vrij(huis.leven(), p, huis.nu());
    GemeenteJaar& jaar = huis.gemeente_jaar(p.gemeente);
    const std::uint16_t before = p.vrijlatingen.tel(huis.pagina);
    ++jaar.vrijlatingen;
    jaar.personen_vrij += before == 0 ? 1 : 0;
    jaar.personen_opnieuw_vrij += before == 1 ? 1 : 0;
    volg_op(huis, p, before);
    nazorg_na_vrijlating(huis, id);
}

void recidiveert(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    noteer_leven(huis, p, Levensstap::recidive);
    beeindig_volgingen(huis, p);
    if (p.vertrokken) { // elsewhere: only the share with recidive counts
        p.frailty_recidive = 0.0;
        return;
    }
    ++huis.gemeente_jaar(p.gemeente).recidive;
    pleeg_delict(huis.leven(), p, huis.nu());
    if (p.wacht_op_insluiting)
        ++huis.subregio_jaar(p.gemeente).delicten_met_detentie;
}

void wordt_ingesloten(Huis& huis, PersoonId id) {
    tel_insluiting(huis, id);
    verlaat_doorstroomhuis(huis, id);
    herzie_plaatswens(huis, id);
    nazorg_na_insluiting(huis, id);
}

void wordt_herhaald(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    const auto& gewichten = huis.opzet.leven.stap(huis.nu()).gewichten;
    const auto bron = static_cast<std::uint16_t>(
        huis.draws.pick(sleutel(Doel::herhaalbron, p.herkomst, p.herhalingen), gewichten));
    na_herhaling(huis.leven(), p, huis.nu());
    ontvang_melding(huis, id, bron);
}

/// Carries out one step. The person stays in existence.
void doe_stap(Huis& huis, PersoonId id, Levensstap stap) {
    Persoon& p = huis.personen[id];
    switch (stap) {
    case Levensstap::vrijlating:
        komt_vrij(huis, id);
        break;
    case Levensstap::nazorgtermijn:
        sluit_nazorg(huis, p.nazorg, Nazorgeinde::termijn);
        break;
    case Levensstap::effect_eindigt:
        p.onder_nazorg = false;
        break;
    case Levensstap::plaats_eindigt:
        verlaat_doorstroomhuis(huis, id);
        break;
    case Levensstap::knelpunt_sluit:
        sluit_knelpunten(huis.leven(), p, huis.nu());
        herzie_plaatswens(huis, id);
        sluit_nazorg_als_opgelost(huis, id);
        break;
    case Levensstap::vertrek:
        if (p.vast)
            p.op(Levensstap::vertrek) = p.vrij; // postponed to release, which comes first
        else
            vertrekt(huis, id);
        break;
    case Levensstap::recidive:
        recidiveert(huis, id);
        break;
    case Levensstap::nieuwe_detentie:
        if (nieuwe_detentie(huis.leven(), p, huis.nu()))
            wordt_ingesloten(huis, id);
        break;
    case Levensstap::insluiting:
        sluit_in(huis.leven(), p, huis.nu(), true);
        wordt_ingesloten(huis, id);
        break;
    case Levensstap::detentiemelding:
        if (huis.opzet.leven.detentiebron)
            ontvang_melding(huis, id, *huis.opzet.leven.detentiebron);
        break;
    case Levensstap::herhaalmelding:
        wordt_herhaald(huis, id);
        break;
    }
}

} // namespace

void leven_gaat_door(Huis& huis, const Event& event) {
    const PersoonId id(event.subject);
    ++huis.personen[id].open; // nothing that happens now makes an end of the person
    huis.personen[id].gewekt = engine::never;
    for (Eerstvolgende next = eerstvolgende(huis.personen[id]); next.op <= huis.nu();
         next = eerstvolgende(huis.personen[id])) {
        huis.personen[id].op(next.stap) = engine::never;
        doe_stap(huis, id, next.stap);
        herzie(huis.leven(), huis.personen[id], huis.nu());
    }
    zet_wekker(huis, id);
    laat_los(huis, id);
}

void herhaling_verandert(Huis& huis, const Event&) {
    huis.personen.for_each([&](PersoonId id, const Persoon&) { herzie_persoon(huis, id); });
}

void zet_wekker(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    // A knelpunt of a detention that began before its melding may have closed by now.
    const Time next = std::max(huis.nu(), eerstvolgende(p).op);
    if (next == p.gewekt)
        return;
    huis.events.cancel(p.wekker);
    p.gewekt = next;
    if (next < huis.opzet.afloop)
        p.wekker = huis.plan_opzegbaar(
            next, EventClass::arrival, Gebeurtenis::leven_gaat_door, id.value());
}

void herzie_persoon(Huis& huis, PersoonId id) {
    herzie(huis.leven(), huis.personen[id], huis.nu());
    zet_wekker(huis, id);
}

void zet_plan(Huis& huis, PersoonId id, bool loopt, bool met_client) {
    Persoon& p = huis.personen[id];
    p.onder_plan = loopt;
    p.met_client = met_client;
    herzie_persoon(huis, id);
}

void tel_insluiting(Huis& huis, PersoonId id) {
    const Persoon& p = huis.personen[id];
    Subregio& subregio = huis.subregio(p.gemeente);
    subregio.gedetineerd.change(huis.nu(), 1);
    if (p.na_recidive)
        subregio.gedetineerd_na_recidive.change(huis.nu(), 1);
}

void laat_los(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    if (--p.open > 0 || !is_uitgeleefd(huis.leven(), p, huis.nu(), huis.opzet.afloop))
        return;
    huis.events.cancel(p.wekker);
    huis.personen.remove(id);
}

} // namespace ketenplan::casus
