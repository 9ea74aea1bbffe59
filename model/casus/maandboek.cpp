#include "casus/maandboek.hpp"

#include <algorithm>
#include <chrono>

namespace ketenplan::casus {

namespace {

using parameters::Fase;

std::chrono::year_month maand_van(Time t) {
    const std::chrono::year_month_day dag{engine::date_of(t)};
    return dag.year() / dag.month();
}

/// The page on which the month that ends at `tot` was written: a page that ended with it has been
/// put away.
const Jaar& pagina_van(const Huis& huis, Time tot) {
    const bool opgeborgen = huis.pagina_begint == tot || tot == huis.opzet.einde;
    return opgeborgen ? huis.uitkomst.jaren.back() : huis.jaar;
}

Maandstand stand_van(const SubregioJaar& jaar) {
    Maandstand stand{.weging = {jaar.doorlooptijd_weging.count(), jaar.doorlooptijd_weging.sum()},
                     .contacten = jaar.contacten,
                     .contacten_te_laat = jaar.contacten_te_laat};
    for (std::size_t k = 0; k < aantal_soorten; ++k)
        stand.nieuw[k] = jaar.casussen[k].erbij;
    return stand;
}

/// What came to the counters since the month before.
void tel_verloop(SubregioMaand& maand, const Maandstand& nu, const Maandstand& vorige) {
    for (std::size_t k = 0; k < aantal_soorten; ++k)
        maand.nieuw[k] = nu.nieuw[k] - vorige.nieuw[k];
    maand.weging = {nu.weging.aantal - vorige.weging.aantal, nu.weging.som - vorige.weging.som};
    maand.contacten = nu.contacten - vorige.contacten;
    maand.contacten_te_laat = nu.contacten_te_laat - vorige.contacten_te_laat;
}

/// The month of a case's besluit; null when months are not kept, and for cases of before the
/// measured period. The stock that is there at `start` was decided before it.
SubregioMaand* maand_van_besluit(Huis& huis, const Casus& casus) {
    auto& maanden = huis.uitkomst.maanden;
    if (maanden.empty() || casus.besluit <= huis.opzet.start || casus.besluit >= huis.opzet.einde)
        return nullptr;
    const auto sinds = maand_van(casus.besluit) - maand_van(huis.opzet.start);
    return &maanden[static_cast<std::size_t>(sinds.count())]
                .subregios[huis.subregio_van(casus.gemeente)];
}

} // namespace

void open_maandboek(Huis& huis) {
    const Opzet& opzet = huis.opzet;
    for (Time van = opzet.start; van < opzet.einde;) {
        const std::chrono::year_month volgende = maand_van(van) + std::chrono::months{1};
        const Time tot = std::min(opzet.einde, Time{std::chrono::local_days{volgende / 1}});
        huis.uitkomst.maanden.push_back({van,
                                         tot,
                                         (tot - van) / engine::seconds_per_day,
                                         std::vector<SubregioMaand>(huis.subregios.size()),
                                         std::vector<RolMaand>(huis.uitkomst.rollen.size())});
        van = tot;
    }
    huis.maandstanden.resize(huis.subregios.size());
}

void tel_stand(const Huis& huis, Maand& maand, Time middernacht) {
    const auto subregio = [&](std::uint16_t gemeente) -> SubregioMaand& {
        return maand.subregios[huis.subregio_van(gemeente)];
    };
    huis.meldingen.for_each([&](MeldingId, const Melding& melding) {
        subregio(melding.gemeente).open_meldingen.tel(middernacht - melding.ontvangen);
    });
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        if (casus.overlegd)
            return;
        SubregioMaand& s = subregio(casus.gemeente);
        s.wacht_op_overleg[static_cast<std::size_t>(casus.soort)].tel(middernacht - casus.besluit);
        if (casus.fase == Fase::wacht)
            s.wacht_op_procesregisseur.tel(middernacht - casus.wacht_sinds);
        else if (casus.fase == Fase::plaats)
            s.wacht_op_plaats.tel(middernacht - casus.wacht_sinds);
    });
    huis.work.for_each_open([&](const engine::Task& task) {
        RolMaand& rol = maand.rollen[huis.cel_van_rij[task.queue.index()]];
        ++rol.open_taken;
        rol.open_werk += Seconds{task.remaining / engine::full_speed};
    });
}

void sluit_maand(Huis& huis, Maand& maand) {
    const Jaar& pagina = pagina_van(huis, maand.eind);
    const bool opgeborgen = &pagina != &huis.jaar;
    for (std::size_t s = 0; s < huis.subregios.size(); ++s) {
        const Maandstand stand = stand_van(pagina.subregios[s]);
        tel_verloop(maand.subregios[s], stand, huis.maandstanden[s]);
        huis.maandstanden[s] = opgeborgen ? Maandstand{} : stand;
    }
}

void boek_eerste_overleg(Huis& huis, const Casus& casus) {
    if (huis.nu() >= huis.opzet.einde)
        return; // it was counted as open then
    if (SubregioMaand* maand = maand_van_besluit(huis, casus))
        maand->overlegd[static_cast<std::size_t>(casus.soort)].tel(casus.eerste_overleg -
                                                                   casus.besluit);
}

void tel_open_per_maand(Huis& huis) {
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        SubregioMaand* const maand = casus.overlegd ? nullptr : maand_van_besluit(huis, casus);
        if (maand != nullptr)
            maand->nog_open[static_cast<std::size_t>(casus.soort)].tel(huis.opzet.einde -
                                                                       casus.besluit);
    });
}

} // namespace ketenplan::casus
