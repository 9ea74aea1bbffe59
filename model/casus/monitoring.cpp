#include "casus/monitoring.hpp"

#include "casus/casusoverleg.hpp"
#include "casus/formatie.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"

#include <algorithm>
#include <array>

namespace ketenplan::casus {

namespace {

using engine::CivilSpan;
using parameters::Fase;

engine::StreamKey sleutel_van(const Huis& huis, const Casus& casus, Doel doel) {
    return sleutel(doel, huis.personen[casus.persoon].herkomst, casus.volgnummer, casus.contacten);
}

/// How long after the overleg the contact at `plek` (from 0) of the series falls: the listed ones,
/// then one every `daarna`.
CivilSpan na_overleg(const parameters::Soort& soort, std::uint16_t plek) {
    const std::size_t listed = soort.reeks.size();
    if (plek < listed)
        return soort.reeks[plek];
    const auto more = static_cast<std::int32_t>(plek + 1U - listed);
    const CivilSpan last = soort.reeks.back();
    return {.months = last.months + more * soort.daarna.months,
            .days = last.days + more * soort.daarna.days};
}

Time datum(const Huis& huis, const Casus& casus, std::uint16_t plek) {
    return engine::add(casus.laatste_overleg, na_overleg(huis.opzet.soort(casus.soort), plek));
}

/// Posts the contact at the later of its date and now.
void plan_contact(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    casus.contact_datum = datum(huis, casus, casus.plek);
    const Time wanneer = std::max(casus.contact_datum, huis.nu());
    if (wanneer < huis.opzet.afloop)
        casus.afspraak =
            huis.plan_opzegbaar(wanneer, EventClass::due, Gebeurtenis::contact_valt, id.value());
}

enum class Sluitmoment : std::uint8_t { nog_niet, eerste, later };

Sluitmoment sluitmoment(const Huis& huis, const Casus& casus) {
    const auto& soort = huis.opzet.soort(casus.soort);
    const Time vanaf = engine::add(casus.laatste_overleg, soort.sluiten_vanaf);
    if (casus.contact_datum < vanaf)
        return Sluitmoment::nog_niet;
    if (casus.plek == 0 || datum(huis, casus, static_cast<std::uint16_t>(casus.plek - 1)) < vanaf)
        return Sluitmoment::eerste;
    return Sluitmoment::later;
}

std::int64_t scoor_resultaten(Huis& huis, const Casus& casus) {
    const auto& kansen = huis.opzet.soort(casus.soort).resultaten.kansen;
    auto& scores = huis.subregio_jaar(casus.gemeente).resultaten[index(casus.soort)];
    std::int64_t bits = 0;
    for (std::size_t r = 0; r < aantal_resultaten; ++r) {
        const auto doel = static_cast<Doel>(static_cast<std::size_t>(Doel::resultaat) + r);
        if (!huis.draws.chance(sleutel_van(huis, casus, doel), kansen[r].value()))
            continue;
        ++scores[r];
        bits |= std::int64_t{1} << r;
    }
    return bits;
}

void sluit_af(Huis& huis, CasusId id, Sluitmoment moment) {
    const Casus& casus = huis.casussen[id];
    SubregioJaar& jaar = huis.subregio_jaar(casus.gemeente);
    ++jaar.afgesloten[index(casus.soort)];
    if (moment == Sluitmoment::eerste)
        ++jaar.afgesloten_bij_eerste[index(casus.soort)];
    const Seconds looptijd = huis.nu() - casus.eerste_overleg;
    jaar.looptijd[index(casus.soort)].add(looptijd);
    if (huis.meet && casus.eerste_overleg >= huis.opzet.start)
        huis.slot(casus.gemeente).looptijd[index(casus.soort)].add_ended(looptijd);
    const std::int64_t resultaten = scoor_resultaten(huis, casus);
    noteer(huis, casus.nummer, Stap::afgesloten, resultaten, looptijd.count());
    sluit_casus(huis, id);
}

bool sluit_nu(Huis& huis, const Casus& casus, Sluitmoment moment) {
    if (moment == Sluitmoment::nog_niet)
        return false;
    const auto& soort = huis.geldt().soort(casus.soort);
    if (moment == Sluitmoment::eerste)
        ++huis.subregio_jaar(casus.gemeente).eerste_sluitmoment[index(casus.soort)];
    const units::Probability kans =
        moment == Sluitmoment::eerste ? soort.sluitkans_eerste : soort.sluitkans_later;
    return huis.draws.chance(sleutel_van(huis, casus, Doel::afsluiting), kans.value());
}

bool stagneert(Huis& huis, const Casus& casus, Seconds te_laat) {
    const auto& soort = huis.geldt().soort(casus.soort);
    const double weeks = std::max(0.0,
                                  static_cast<double>(te_laat.count()) /
                                      static_cast<double>(engine::seconds_per_week.count()));
    const double kans = soort.stagnatie.value() + soort.per_week_te_laat.value() * weeks;
    return huis.draws.chance(sleutel_van(huis, casus, Doel::stagnatie), std::min(1.0, kans));
}

/// When the case is decided, if its body is held then.
Time besluitmoment(Huis& huis, Casus& casus, Escalatiedoel doel) {
    if (doel != Escalatiedoel::ad_hoc)
        return wacht_op_orgaan(huis, casus, doel);
    const double werkdagen =
        huis.draws.sample(sleutel_van(huis, casus, Doel::ad_hoc_duur), huis.geldt().ad_hoc_duur);
    return huis.opzet.kalender.add_workdays(huis.nu(), hele_werkdagen(werkdagen));
}

void plan_besluit(Huis& huis, CasusId id, Time besloten) {
    if (besloten < huis.opzet.afloop)
        huis.casussen[id].afspraak = huis.plan_opzegbaar(
            besloten, EventClass::due, Gebeurtenis::escalatie_besloten, id.value());
}

void escaleer(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    const auto& naar = huis.geldt().parameters.escalatie.naar;
    const std::array<double, aantal_escalatiedoelen> weights{
        naar.regiekamer.value(), naar.stuurgroep.value(), naar.ad_hoc.value()};
    const auto doel = static_cast<Escalatiedoel>(
        huis.draws.pick(sleutel_van(huis, casus, Doel::escalatieweg), weights));
    ++huis.subregio_jaar(casus.gemeente).escalaties[static_cast<std::size_t>(doel)];
    const Time besloten = besluitmoment(huis, casus, doel);
    noteer(huis,
           casus.nummer,
           Stap::geescaleerd,
           static_cast<std::int64_t>(doel),
           wachttijd(huis, besloten));
    plan_besluit(huis, id, besloten);
    verander_fase(huis, casus, Fase::geescaleerd);
}

void heragendeer(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    ++huis.subregio_jaar(casus.gemeente).heragenderingen;
    noteer(huis, casus.nummer, Stap::stagnatie_herplan);
    verander_fase(huis, casus, Fase::voorbereiding);
    bereid_voor(huis, id);
}

} // namespace

void volg(Huis& huis, CasusId id, Time overleg) {
    Casus& casus = huis.casussen[id];
    casus.laatste_overleg = overleg;
    casus.plek = 0;
    plan_contact(huis, id);
}

void volg_lopende(Huis& huis, CasusId id, Time overleg) {
    Casus& casus = huis.casussen[id];
    casus.laatste_overleg = overleg;
    casus.overlegd = true;
    casus.eerste_overleg = overleg;
    casus.plek = 0;
    while (datum(huis, casus, casus.plek) < huis.nu())
        ++casus.plek;
    plan_contact(huis, id);
}

void haal_plan_in(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    huis.events.cancel(casus.afspraak);
    trek_in(huis, casus.taak);
    verander_fase(huis, casus, Fase::voorbereiding);
    bereid_voor(huis, id);
}

void contact_valt(Huis& huis, const Event& event) {
    const CasusId id(event.subject);
    Casus& casus = huis.casussen[id];
    ++casus.contacten;
    const double minuten = huis.draws.sample(sleutel_van(huis, casus, Doel::contact_minuten),
                                             huis.geldt().taaksoort(Taak::contact).minuten);
    casus.taak = geef_eigen_taak(huis,
                                 werk_aan(Taak::contact, product_van(casus.soort), id.value()),
                                 casus.regisseur,
                                 minuten,
                                 casus.contact_datum);
}

void contact_klaar(Huis& huis, CasusId id, Time deadline) {
    Casus& casus = huis.casussen[id];
    SubregioJaar& jaar = huis.subregio_jaar(casus.gemeente);
    const Seconds te_laat = huis.nu() - deadline;
    ++jaar.contacten;
    if (te_laat > Seconds{0})
        ++jaar.contacten_te_laat;
    noteer(huis, casus.nummer, Stap::contact_gedaan, casus.plek + 1, te_laat.count());
    const Sluitmoment moment = sluitmoment(huis, casus);
    if (sluit_nu(huis, casus, moment)) {
        sluit_af(huis, id, moment);
        return;
    }
    ++casus.plek;
    if (!stagneert(huis, casus, te_laat)) {
        plan_contact(huis, id);
        return;
    }
    const double deel = huis.geldt().parameters.escalatie.deel.value();
    if (huis.draws.chance(sleutel_van(huis, casus, Doel::escalatie), deel))
        escaleer(huis, id);
    else
        heragendeer(huis, id);
}

void escalatie_besloten(Huis& huis, const Event& event) {
    const CasusId id(event.subject);
    Casus& casus = huis.casussen[id];
    if (casus.orgaan != geen_orgaan) {
        if (!is_bijeen(huis, casus.orgaan)) {
            const Time volgende = eerste_na(huis.opzet.organen[casus.orgaan].momenten, huis.nu());
            noteer(huis,
                   casus.nummer,
                   Stap::escalatie_aangehouden,
                   casus.orgaan,
                   wachttijd(huis, volgende));
            plan_besluit(huis, id, volgende);
            return;
        }
        verlaat_orgaan(huis, casus);
    }
    noteer(huis, casus.nummer, Stap::escalatie_besloten);
    plan_contact(huis, id);
    verander_fase(huis, casus, Fase::monitoring);
}

} // namespace ketenplan::casus
