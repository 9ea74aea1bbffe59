#include "casus/procesregie.hpp"

#include "casus/casusoverleg.hpp"
#include "casus/formatie.hpp"
#include "casus/spoor.hpp"
#include "casus/terugkeer.hpp"

namespace ketenplan::casus {

namespace {

using parameters::Fase;

Duizendsten gewicht(const Soortopzet& soort, Fase fase) {
    switch (fase) {
    case Fase::voorbereiding:
        return soort.gewicht_voorbereiding;
    case Fase::monitoring:
        return soort.gewicht_monitoring;
    case Fase::geescaleerd:
        return soort.gewicht_geescaleerd;
    case Fase::plaats:
    case Fase::wacht:
        break; // nobody's yet
    }
    return 0;
}

/// Hands the head of the queue of `soort` to whoever has room; false when nobody has.
bool wijs_eerste_toe(Huis& huis, Subregio& subregio, Casussoort soort) {
    const Soortopzet& o = huis.opzet.soortopzet(soort);
    Medewerker* const medewerker =
        minst_belast(huis, subregio, soort, [&](const Medewerker& candidate) {
            const Duizendsten room = in_duizendsten(o.caseload_norm * candidate.fractie);
            // Nazorg cases count in the caseload of focus cases: they have no norm of their own.
            const Duizendsten nazorg = soort == Casussoort::focus ? candidate.nazorg.value() : 0;
            return candidate.caseload[index(soort)].value() + nazorg + o.gewicht_voorbereiding <=
                   room;
        });
    if (medewerker == nullptr)
        return false;
    const Wachtende next = subregio.op_procesregisseur[index(soort)].pop();
    subregio.log_procesregisseur[index(soort)].leave(huis.nu(), next.sinds);
    const Casus& casus = huis.casussen[next.casus];
    const Seconds gewacht = huis.nu() - casus.wacht_sinds;
    huis.subregio_jaar(casus.gemeente).wachttijd_procesregisseur.add(gewacht);
    if (huis.meet && casus.wacht_sinds >= huis.opzet.start)
        huis.slot(casus.gemeente).procesregisseur.add_ended(gewacht);
    geef_aan(huis, next.casus, *medewerker);
    bereid_voor(huis, next.casus);
    return true;
}

/// A Top60 case has got its place, for which it waited since `sinds`.
void tel_plaats(Huis& huis, CasusId id, Time sinds) {
    const std::uint16_t gemeente = huis.casussen[id].gemeente;
    huis.subregio_jaar(gemeente).wachttijd_plaats.add(huis.nu() - sinds);
    if (huis.meet && sinds >= huis.opzet.start)
        huis.slot(gemeente).plaats.add_ended(huis.nu() - sinds);
}

/// A queue of cases of one kind, in one subregio.
struct Rij {
    Subregio* subregio;
    Casussoort soort;
};

/// Of the queues not passed over, the one whose head goes first: by priority, then first come.
std::optional<Rij> voorste(Huis& huis) {
    std::optional<Rij> first;
    std::pair<int, std::uint64_t> first_rank;
    for (Subregio& subregio : huis.subregios) {
        for (const auto soort : {Casussoort::focus, Casussoort::top60}) {
            const auto& rij = subregio.op_procesregisseur[index(soort)];
            if (rij.empty() || subregio.overgeslagen[index(soort)])
                continue;
            const std::pair<int, std::uint64_t> rank(huis.opzet.soortopzet(soort).prioriteit,
                                                     rij.front().volgorde);
            if (!first || rank < first_rank) {
                first = Rij{&subregio, soort};
                first_rank = rank;
            }
        }
    }
    return first;
}

/// The list has room: the one that waits longest gets it.
void geef_plaats(Huis& huis, Subregio& subregio) {
    if (subregio.op_plaats.empty())
        return;
    const Wachtende next = subregio.op_plaats.pop();
    subregio.log_plaats.leave(huis.nu(), next.sinds);
    ++subregio.plaatsen_bezet;
    tel_plaats(huis, next.casus, next.sinds);
    wacht_op_procesregisseur(huis, next.casus, huis.nu());
}

} // namespace

void open_casus(Huis& huis, const Melding& melding, Casussoort soort) {
    Persoon& persoon = huis.personen[melding.persoon];
    ++persoon.open;
    const CasusId id = huis.casussen.add({.persoon = melding.persoon,
                                          .nummer = melding.nummer,
                                          .volgnummer = ++persoon.casussen,
                                          .gemeente = melding.gemeente,
                                          .soort = soort,
                                          .regisseur = {},
                                          .besluit = huis.nu(),
                                          .geboekt = {},
                                          .taak = {},
                                          .afspraak = {}});
    persoon.casus[index(soort)] = id;
    Subregio& subregio = huis.subregio(melding.gemeente);
    ++subregio.lopend[index(soort)];
    ++huis.subregio_jaar(melding.gemeente).casussen[index(soort)].erbij;
    ++huis.gemeente_jaar(melding.gemeente).casussen_nieuw[index(soort)];
    if (soort == Casussoort::top60) {
        const auto& lijst =
            huis.opzet.parameters.subregios[huis.subregio_van(melding.gemeente)].top60;
        if (subregio.plaatsen_bezet >= lijst.plaatsen) {
            huis.casussen[id].fase = Fase::plaats;
            huis.casussen[id].wacht_sinds = huis.nu();
            subregio.op_plaats.push({id, huis.nu(), huis.wachtvolgorde++});
            subregio.log_plaats.enter(huis.nu());
            noteer(huis, melding.nummer, Stap::wacht_op_plaats, lijst.plaatsen);
            return;
        }
        ++subregio.plaatsen_bezet;
        tel_plaats(huis, id, huis.nu());
    }
    wacht_op_procesregisseur(huis, id, huis.nu());
}

void wacht_op_procesregisseur(Huis& huis, CasusId id, Time sinds) {
    Casus& casus = huis.casussen[id];
    Subregio& subregio = huis.subregio(casus.gemeente);
    casus.fase = Fase::wacht;
    casus.wacht_sinds = sinds;
    auto& rij = subregio.op_procesregisseur[index(casus.soort)];
    rij.push({id, huis.nu(), huis.wachtvolgorde++});
    subregio.log_procesregisseur[index(casus.soort)].enter(huis.nu());
    noteer(huis, casus.nummer, Stap::wacht_op_regisseur, static_cast<std::int64_t>(rij.size()));
    wijs_toe(huis);
}

void wijs_toe(Huis& huis) {
    for (Subregio& subregio : huis.subregios)
        subregio.overgeslagen = {};
    while (const auto next = voorste(huis)) {
        Subregio& subregio = *next->subregio;
        if (!wijs_eerste_toe(huis, subregio, next->soort))
            subregio.overgeslagen[index(next->soort)] = true;
    }
}

void geef_aan(Huis& huis, CasusId id, Medewerker& medewerker) {
    Casus& casus = huis.casussen[id];
    casus.regisseur = medewerker.id;
    verander_fase(huis, casus, Fase::voorbereiding);
    noteer(huis,
           casus.nummer,
           Stap::toegewezen,
           medewerker.id.value(),
           medewerker.caseload[index(casus.soort)].value());
}

void draag_casus_over(Huis& huis, CasusId id, Medewerker& naar) {
    Casus& casus = huis.casussen[id];
    Medewerker& van = huis.medewerker(casus.regisseur);
    const Duizendsten weegt = gewicht(huis.opzet.soortopzet(casus.soort), casus.fase);
    wijzig_caseload(huis, van.id, casus.soort, -weegt);
    wijzig_caseload(huis, naar.id, casus.soort, weegt);
    if (casus.geboekt.end > huis.nu()) {
        van.dagboek.strike(casus.geboekt.start);
        naar.dagboek.book(casus.geboekt);
    }
    casus.regisseur = naar.id;
    ++huis.jaar.rollen[van.cel].overgedragen;
    noteer(huis, casus.nummer, Stap::overgedragen, van.id.value(), naar.id.value());
}

void verander_fase(Huis& huis, Casus& casus, Fase fase) {
    const Soortopzet& soort = huis.opzet.soortopzet(casus.soort);
    const Duizendsten bij = gewicht(soort, fase) - gewicht(soort, casus.fase);
    casus.fase = fase;
    if (bij != 0)
        wijzig_caseload(huis, casus.regisseur, casus.soort, bij);
    if (bij < 0)
        wijs_toe(huis);
}

void sluit_casus(Huis& huis, CasusId id) {
    const Casus casus = huis.casussen[id];
    Subregio& subregio = huis.subregio(casus.gemeente);
    --subregio.lopend[index(casus.soort)];
    ++huis.subregio_jaar(casus.gemeente).casussen[index(casus.soort)].eraf;
    const Duizendsten was = gewicht(huis.opzet.soortopzet(casus.soort), casus.fase);
    if (was != 0)
        wijzig_caseload(huis, casus.regisseur, casus.soort, -was);
    huis.casussen.remove(id);
    huis.personen[casus.persoon].casus[index(casus.soort)] = {};
    if (casus.soort == Casussoort::focus)
        zet_plan(huis, casus.persoon, false, false);
    laat_los(huis, casus.persoon);
    if (casus.soort == Casussoort::top60 && casus.fase != Fase::plaats) {
        --subregio.plaatsen_bezet;
        geef_plaats(huis, subregio);
    }
    wijs_toe(huis);
}

} // namespace ketenplan::casus
