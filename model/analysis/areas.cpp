#include "analysis/areas.hpp"

#include <algorithm>

namespace ketenplan::analysis {

namespace {

using casus::GemeenteJaar;
using casus::SubregioJaar;

void add(casus::Balans& a, const casus::Balans& b) {
    a.begin += b.begin;
    a.erbij += b.erbij;
    a.eraf += b.eraf;
    a.eind += b.eind;
}

void add(casus::Wachtrij& a, const casus::Wachtrij& b) {
    a.oppervlak += b.oppervlak;
    a.gewacht += b.gewacht;
    a.gewacht_open += b.gewacht_open;
    a.langste = std::max(a.langste, b.langste);
}

template <class Array>
void add_all(Array& a, const Array& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] += b[i];
}

void add(casus::NazorgJaar& a, const casus::NazorgJaar& b) {
    add(a.zaken, b.zaken);
    a.gesprekken += b.gesprekken;
    a.gesprekken_voor_vrijlating += b.gesprekken_voor_vrijlating;
    add_all(a.gesloten, b.gesloten);
    a.besprekingen += b.besprekingen;
    a.tafels += b.tafels;
    a.tafels_vervallen += b.tafels_vervallen;
    a.tafel_duur += b.tafel_duur;
    a.wachttijd_gesprek.merge(b.wachttijd_gesprek);
    a.wachttijd_bespreking.merge(b.wachttijd_bespreking);
    a.na_vrijlating.merge(b.na_vrijlating);
    a.looptijd.merge(b.looptijd);
    a.vrijlatingen += b.vrijlatingen;
    a.knelpunten_vrijlating += b.knelpunten_vrijlating;
    a.knelpunten_vrijlating_opgelost += b.knelpunten_vrijlating_opgelost;
    a.knelpunten_sluiting += b.knelpunten_sluiting;
    a.knelpunten_sluiting_opgelost += b.knelpunten_sluiting_opgelost;
    add(a.tafel, b.tafel);
}

void add(SubregioJaar& a, const SubregioJaar& b) {
    add(a.meldingen, b.meldingen);
    a.briefings += b.briefings;
    a.briefings_vervallen += b.briefings_vervallen;
    a.briefing_duur += b.briefing_duur;
    a.wachttijd_briefing.merge(b.wachttijd_briefing);
    a.doorlooptijd_weging.merge(b.doorlooptijd_weging);
    add_all(a.gewogen_leeftijd, b.gewogen_leeftijd);
    a.gewogen_vrouw += b.gewogen_vrouw;
    a.wachttijd_procesregisseur.merge(b.wachttijd_procesregisseur);
    a.wachttijd_plaats.merge(b.wachttijd_plaats);
    a.wachttijd_overleg.merge(b.wachttijd_overleg);
    a.overleggen += b.overleggen;
    a.overleggen_mislukt += b.overleggen_mislukt;
    a.overleggen_met_client += b.overleggen_met_client;
    a.contacten += b.contacten;
    a.contacten_te_laat += b.contacten_te_laat;
    a.heragenderingen += b.heragenderingen;
    add_all(a.escalaties, b.escalaties);
    a.opschalingen += b.opschalingen;
    add_all(a.afgesloten, b.afgesloten);
    add_all(a.eerste_sluitmoment, b.eerste_sluitmoment);
    add_all(a.afgesloten_bij_eerste, b.afgesloten_bij_eerste);
    add_all(a.personen_gewogen, b.personen_gewogen);
    a.vertrokken += b.vertrokken;
    add_all(a.casussen_vertrokken, b.casussen_vertrokken);
    a.delicten_met_detentie += b.delicten_met_detentie;
    a.detentie_oppervlak += b.detentie_oppervlak;
    a.detentie_na_recidive_oppervlak += b.detentie_na_recidive_oppervlak;
    add(a.nazorg, b.nazorg);
    a.partnertijd += b.partnertijd;
    add(a.agenda, b.agenda);
    add(a.op_top60_plaats, b.op_top60_plaats);
    for (std::size_t k = 0; k < casus::aantal_soorten; ++k) {
        add(a.casussen[k], b.casussen[k]);
        a.wachttijd_overleg_soort[k].merge(b.wachttijd_overleg_soort[k]);
        add_all(a.resultaten[k], b.resultaten[k]);
        a.looptijd[k].merge(b.looptijd[k]);
        add(a.op_procesregisseur[k], b.op_procesregisseur[k]);
    }
}

void add(GemeenteJaar& a, const GemeenteJaar& b) {
    a.meldingen += b.meldingen;
    a.lokale_kamer += b.lokale_kamer;
    a.geagendeerd += b.geagendeerd;
    a.gewogen += b.gewogen;
    a.casus_loopt += b.casus_loopt;
    a.heragendering += b.heragendering;
    a.vertrokken += b.vertrokken;
    a.vrijlatingen += b.vrijlatingen;
    a.personen_vrij += b.personen_vrij;
    a.personen_opnieuw_vrij += b.personen_opnieuw_vrij;
    a.recidive += b.recidive;
    add_all(a.besluiten, b.besluiten);
    add_all(a.casussen_begin, b.casussen_begin);
    add_all(a.casussen_nieuw, b.casussen_nieuw);
    a.nazorg_begin += b.nazorg_begin;
    a.nazorg_nieuw += b.nazorg_nieuw;
}

void add(casus::Cohort& a, const casus::Cohort& b) {
    a.personen += b.personen;
    a.recidive_1j += b.recidive_1j;
    a.recidive_2j += b.recidive_2j;
    a.eersten += b.eersten;
    a.eersten_binnen.resize(b.eersten_binnen.size());
    add_all(a.eersten_binnen, b.eersten_binnen);
}

void add(casus::Open& a, const casus::Open& b) {
    a.aantal += b.aantal;
    a.leeftijd += b.leeftijd;
}

void add(casus::SubregioSlot& a, const casus::SubregioSlot& b) {
    a.weging.merge(b.weging);
    a.overleg.merge(b.overleg);
    a.briefing.merge(b.briefing);
    a.plaats.merge(b.plaats);
    a.procesregisseur.merge(b.procesregisseur);
    a.nazorg_gesprek.merge(b.nazorg_gesprek);
    for (std::size_t k = 0; k < casus::aantal_soorten; ++k) {
        a.looptijd[k].merge(b.looptijd[k]);
        add(a.lopend[k], b.lopend[k]);
    }
    add(a.meldingen, b.meldingen);
    add(a.wacht_op_plaats, b.wacht_op_plaats);
    add(a.wacht_op_procesregisseur, b.wacht_op_procesregisseur);
    add(a.wacht_op_overleg, b.wacht_op_overleg);
}

} // namespace

std::vector<AreaYear> areas_of(const casus::Opzet& opzet,
                               const casus::Jaar& year,
                               const std::vector<casus::Cohort>& cohorts) {
    std::vector<AreaYear> areas(1 + year.subregios.size());
    for (std::size_t s = 0; s < year.subregios.size(); ++s) {
        areas[1 + s].steps = year.subregios[s];
        add(areas[0].steps, year.subregios[s]);
        areas[1 + s].cohort = cohorts[s];
        add(areas[0].cohort, cohorts[s]);
    }
    for (std::size_t g = 0; g < year.gemeenten.size(); ++g) {
        add(areas[0].counts, year.gemeenten[g]);
        add(areas[1 + opzet.subregio_van[g]].counts, year.gemeenten[g]);
    }
    return areas;
}

std::vector<casus::SubregioSlot> runs_of(const casus::Uitkomst& outcome) {
    std::vector<casus::SubregioSlot> runs(1);
    for (const casus::SubregioSlot& slot : outcome.slot) {
        runs.push_back(slot);
        add(runs[0], slot);
    }
    return runs;
}

} // namespace ketenplan::analysis
