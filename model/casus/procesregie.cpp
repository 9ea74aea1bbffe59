#include "casus/procesregie.hpp"

#include "casus/casusoverleg.hpp"
#include "casus/formatie.hpp"
#include "casus/instroom.hpp"
#include "casus/spoor.hpp"

namespace ketenplan::casus {

namespace {

using parameters::Fase;

std::size_t index(Casussoort soort) {
    return static_cast<std::size_t>(soort);
}

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
            return candidate.caseload[index(soort)].value() + o.gewicht_voorbereiding <= room;
        });
    if (medewerker == nullptr)
        return false;
    const Wachtende next = subregio.op_procesregisseur[index(soort)].pop();
    subregio.log_procesregisseur[index(soort)].leave(huis.nu(), next.sinds);
    const Casus& casus = huis.casussen[next.casus];
    huis.subregio_jaar(casus.gemeente).wachttijd_procesregisseur.add(huis.nu() - next.sinds);
    geef_aan(huis, next.casus, *medewerker);
    bereid_voor(huis, next.casus);
    return true;
}

/// The list has room: the one that waits longest gets it.
void geef_plaats(Huis& huis, Subregio& subregio) {
    if (subregio.op_plaats.empty())
        return;
    const Wachtende next = subregio.op_plaats.pop();
    subregio.log_plaats.leave(huis.nu(), next.sinds);
    ++subregio.plaatsen_bezet;
    wacht_op_procesregisseur(huis, next.casus);
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
                                          .geboekt = {}});
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
    }
    wacht_op_procesregisseur(huis, id);
}

void wacht_op_procesregisseur(Huis& huis, CasusId id) {
    Casus& casus = huis.casussen[id];
    Subregio& subregio = huis.subregio(casus.gemeente);
    casus.fase = Fase::wacht;
    casus.wacht_sinds = huis.nu();
    auto& rij = subregio.op_procesregisseur[index(casus.soort)];
    rij.push({id, huis.nu(), huis.wachtvolgorde++});
    subregio.log_procesregisseur[index(casus.soort)].enter(huis.nu());
    noteer(huis, casus.nummer, Stap::wacht_op_regisseur, static_cast<std::int64_t>(rij.size()));
    wijs_toe(huis, huis.subregio_van(casus.gemeente));
}

void wijs_toe(Huis& huis, std::uint16_t nummer) {
    Subregio& subregio = huis.subregios[nummer];
    PerSoort<bool> passed_over{};
    while (true) {
        std::optional<Casussoort> next;
        for (const auto soort : {Casussoort::focus, Casussoort::top60}) {
            const auto& rij = subregio.op_procesregisseur[index(soort)];
            if (rij.empty() || passed_over[index(soort)])
                continue;
            if (!next) {
                next = soort;
                continue;
            }
            const auto rank = [&](Casussoort s) {
                return std::pair(huis.opzet.soortopzet(s).prioriteit,
                                 subregio.op_procesregisseur[index(s)].front().volgorde);
            };
            if (rank(soort) < rank(*next))
                next = soort;
        }
        if (!next)
            return;
        if (!wijs_eerste_toe(huis, subregio, *next))
            passed_over[index(*next)] = true;
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

void verander_fase(Huis& huis, Casus& casus, Fase fase) {
    const Soortopzet& soort = huis.opzet.soortopzet(casus.soort);
    const Duizendsten bij = gewicht(soort, fase) - gewicht(soort, casus.fase);
    casus.fase = fase;
    if (bij != 0)
        wijzig_caseload(huis, casus.regisseur, casus.soort, bij);
    if (bij < 0)
        wijs_toe(huis, huis.subregio_van(casus.gemeente));
}

void sluit_casus(Huis& huis, CasusId id) {
    const Casus casus = huis.casussen[id];
    Subregio& subregio = huis.subregio(casus.gemeente);
    --subregio.lopend[index(casus.soort)];
    ++huis.subregio_jaar(casus.gemeente).casussen[index(casus.soort)].eraf;
    const Duizendsten was = gewicht(huis.opzet.soortopzet(casus.soort), casus.fase);
    wijzig_caseload(huis, casus.regisseur, casus.soort, -was);
    huis.casussen.remove(id);
    laat_los(huis, casus.persoon);
    if (casus.soort == Casussoort::top60) {
        --subregio.plaatsen_bezet;
        geef_plaats(huis, subregio);
    }
    wijs_toe(huis, huis.subregio_van(casus.gemeente));
}

} // namespace ketenplan::casus
