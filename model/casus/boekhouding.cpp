#include "casus/boekhouding.hpp"

#include "casus/besluitroute.hpp"
#include "casus/formatie.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/vast_werk.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ketenplan::casus {

namespace {

using parameters::Fase;

void vul_trajectpotten(Huis& huis) {
    const parameters::Parameters& p = huis.opzet.parameters;
    huis.trajectgeld = std::llround(p.vrijwillig_traject.budget.value() * 100.0);
    huis.nazorgtrajectgeld = std::llround(p.nazorg.traject.budget.value() * 100.0);
}

/// Opens the page for the period that begins at `van`, with what is carried over.
void open_pagina(Huis& huis, Time van) {
    Jaar pagina;
    pagina.jaar = engine::year_of(van);
    pagina.subregios.resize(huis.subregios.size());
    pagina.gemeenten.resize(huis.opzet.parameters.gemeenten.size());
    pagina.rollen.resize(huis.uitkomst.rollen.size());
    pagina.organen.resize(huis.organen.size());
    for (OrgaanJaar& orgaan : pagina.organen)
        orgaan.uren.resize(huis.opzet.parameters.organisaties.size());
    pagina.routes.resize(huis.routes.size());
    for (std::size_t s = 0; s < huis.subregios.size(); ++s) {
        pagina.subregios[s].meldingen.begin = huis.subregios[s].open_meldingen;
        for (std::size_t k = 0; k < aantal_soorten; ++k)
            pagina.subregios[s].casussen[k].begin = huis.subregios[s].lopend[k];
        pagina.subregios[s].nazorg.zaken.begin = huis.subregios[s].lopende_nazorg;
    }
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        ++pagina.gemeenten[casus.gemeente].casussen_begin[static_cast<std::size_t>(casus.soort)];
    });
    huis.nazorgzaken.for_each(
        [&](NazorgId, const Nazorgzaak& zaak) { ++pagina.gemeenten[zaak.gemeente].nazorg_begin; });
    huis.work.for_each_open([&](const engine::Task& task) {
        pagina.rollen[huis.cel_van_rij[task.queue.index()]].werk.begin += task.work.count();
    });
    huis.jaar = std::move(pagina);
    huis.pagina_begint = van;
    ++huis.pagina;
}

Wachtrij sluit_rij(engine::QueueLog& log, Seconds open, Time tot) {
    const auto period = log.close_period(tot);
    return {period.area, period.waited, open, period.largest};
}

void sluit_rijen(Subregio& subregio, SubregioJaar& jaar, Time tot) {
    Seconds open{0};
    subregio.agenda.for_each([&](const engine::AgendaItem& item) {
        open += subregio.agenda.log().open_wait(tot, item.ready);
    });
    jaar.agenda = sluit_rij(subregio.agenda.log(), open, tot);
    const auto open_waits = [&](const auto& rij, const engine::QueueLog& log) {
        Seconds sum{0};
        for (const Wachtende& w : rij)
            sum += log.open_wait(tot, w.sinds);
        return sum;
    };
    for (std::size_t k = 0; k < aantal_soorten; ++k) {
        auto& log = subregio.log_procesregisseur[k];
        jaar.op_procesregisseur[k] =
            sluit_rij(log, open_waits(subregio.op_procesregisseur[k], log), tot);
    }
    jaar.op_top60_plaats =
        sluit_rij(subregio.log_plaats, open_waits(subregio.op_plaats, subregio.log_plaats), tot);
    Seconds open_tafel{0};
    subregio.tafel.for_each([&](const engine::AgendaItem& item) {
        open_tafel += subregio.tafel.log().open_wait(tot, item.ready);
    });
    jaar.nazorg.tafel = sluit_rij(subregio.tafel.log(), open_tafel, tot);
    jaar.detentie_oppervlak = subregio.gedetineerd.take_area(tot);
    jaar.detentie_na_recidive_oppervlak = subregio.gedetineerd_na_recidive.take_area(tot);
}

void sluit_doorstroomhuis(Huis& huis, Time tot) {
    Seconds open{0};
    for (const Plaatswens& wens : huis.op_plaats)
        open += huis.log_plaats.open_wait(tot, wens.sinds);
    huis.jaar.huis.op_doorstroomhuis = sluit_rij(huis.log_plaats, open, tot);
    huis.jaar.huis.plaats_oppervlak = huis.bezette_plaatsen.take_area(tot);
}

/// Counts what is carried over by looking at what is there, not at what came and went.
void tel_eindstand(Huis& huis) {
    huis.meldingen.for_each([&](MeldingId, const Melding& melding) {
        ++huis.subregio_jaar(melding.gemeente).meldingen.eind;
    });
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        ++huis.subregio_jaar(casus.gemeente).casussen[static_cast<std::size_t>(casus.soort)].eind;
    });
    huis.nazorgzaken.for_each([&](NazorgId, const Nazorgzaak& zaak) {
        ++huis.subregio_jaar(zaak.gemeente).nazorg.zaken.eind;
    });
}

void sluit_pagina(Huis& huis, Time tot) {
    huis.jaar.duur = tot - huis.pagina_begint;
    const auto& kalender = huis.opzet.kalender;
    huis.jaar.werkdagen = kalender.workdays_before(engine::date_of(tot)) -
                          kalender.workdays_before(engine::date_of(huis.pagina_begint));
    sluit_personeelsrekening(huis, huis.pagina_begint, tot);
    sluit_orgaanrekening(huis, huis.pagina_begint, tot);
    for (std::size_t s = 0; s < huis.subregios.size(); ++s)
        sluit_rijen(huis.subregios[s], huis.jaar.subregios[s], tot);
    sluit_doorstroomhuis(huis, tot);
    tel_eindstand(huis);
}

/// What is still open when the measured period has ended, with its age.
void tel_wat_open_is(Huis& huis) {
    const Time einde = huis.opzet.einde;
    const Time start = huis.opzet.start;
    huis.meldingen.for_each([&](MeldingId, const Melding& melding) {
        SubregioSlot& slot = huis.slot(melding.gemeente);
        slot.meldingen.tel(einde - melding.ontvangen);
        if (melding.ontvangen >= start)
            slot.weging.add_censored(einde - melding.ontvangen);
    });
    for (std::size_t s = 0; s < huis.subregios.size(); ++s) {
        huis.subregios[s].agenda.for_each([&](const engine::AgendaItem& item) {
            if (item.ready >= start)
                huis.uitkomst.slot[s].briefing.add_censored(einde - item.ready);
        });
    }
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        SubregioSlot& slot = huis.slot(casus.gemeente);
        const auto soort = static_cast<std::size_t>(casus.soort);
        const auto tel = [&](Open& open, engine::SurvivalHistogram& duren, Time sinds) {
            open.tel(einde - sinds);
            if (sinds >= start)
                duren.add_censored(einde - sinds);
        };
        if (casus.orgaan != geen_orgaan)
            huis.uitkomst.organen[casus.orgaan].wachtend.tel(einde - casus.wacht_sinds);
        if (casus.overlegd) {
            tel(slot.lopend[soort], slot.looptijd[soort], casus.eerste_overleg);
            return;
        }
        if (casus.fase == Fase::plaats)
            tel(slot.wacht_op_plaats, slot.plaats, casus.wacht_sinds);
        else if (casus.fase == Fase::wacht)
            tel(slot.wacht_op_procesregisseur, slot.procesregisseur, casus.wacht_sinds);
        else
            slot.wacht_op_overleg.tel(einde - casus.besluit);
        if (casus.besluit >= start)
            slot.overleg.add_censored(einde - casus.besluit);
    });
    huis.nazorgzaken.for_each([&](NazorgId, const Nazorgzaak& zaak) {
        if (!zaak.gesproken && zaak.besluit >= start)
            huis.slot(zaak.gemeente).nazorg_gesprek.add_censored(einde - zaak.besluit);
    });
    tel_open_vragen(huis);
}

/// A page for each measured year, in which recidive after releases of that year is counted.
void open_cohorten(Huis& huis) {
    const std::size_t times = huis.opzet.leven.vervolg.size();
    Cohort empty;
    empty.eersten_binnen.resize(times);
    const std::int32_t first = engine::year_of(huis.opzet.start);
    const std::int32_t last = engine::year_of(huis.opzet.einde - Seconds{1});
    huis.uitkomst.cohorten.assign(static_cast<std::size_t>(last - first) + 1,
                                  std::vector<Cohort>(huis.subregios.size(), empty));
}

void plan_sluiting(Huis& huis, Time middernacht) {
    huis.plan(middernacht - Seconds{1}, EventClass::bookkeeping, Gebeurtenis::periode_sluit, 0);
}

} // namespace

void open_boeken(Huis& huis) {
    const Opzet& opzet = huis.opzet;
    huis.meet = opzet.begin == opzet.start;
    vul_trajectpotten(huis);
    open_pagina(huis, opzet.begin);
    for (std::int32_t year = engine::year_of(opzet.begin) + 1;
         engine::start_of_year(year) < opzet.afloop;
         ++year) {
        const Time day = engine::start_of_year(year);
        if (day != opzet.start && day != opzet.einde)
            plan_sluiting(huis, engine::start_of_year(year));
    }
    if (!huis.meet)
        plan_sluiting(huis, opzet.start);
    plan_sluiting(huis, opzet.einde);
    if (opzet.afloop != opzet.einde)
        plan_sluiting(huis, opzet.afloop);
    open_cohorten(huis);
}

void tel_voorraad(Huis& huis) {
    for (SubregioJaar& subregio : huis.jaar.subregios) {
        for (Balans& casussen : subregio.casussen)
            casussen.begin += std::exchange(casussen.erbij, 0);
    }
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        ++huis.gemeente_jaar(casus.gemeente).casussen_begin[static_cast<std::size_t>(casus.soort)];
    });
}

void periode_sluit(Huis& huis, const Event& event) {
    const Opzet& opzet = huis.opzet;
    const Time middernacht = event.time + Seconds{1};
    const bool nieuwjaar = middernacht == engine::start_of_year(engine::year_of(middernacht));
    if (nieuwjaar)
        vast_werk_vervalt(huis);
    sluit_pagina(huis, middernacht);
    if (huis.meet)
        huis.uitkomst.jaren.push_back(std::move(huis.jaar));
    else if (middernacht > opzet.einde)
        huis.uitkomst.uitloop.push_back(std::move(huis.jaar));
    if (middernacht == opzet.einde)
        tel_wat_open_is(huis);
    if (middernacht == opzet.afloop)
        return;
    huis.meet = (huis.meet || middernacht == opzet.start) && middernacht < opzet.einde;
    if (nieuwjaar)
        vul_trajectpotten(huis);
    open_pagina(huis, middernacht);
}

} // namespace ketenplan::casus
