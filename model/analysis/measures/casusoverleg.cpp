// The course of cases, per gebied and year.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

using enum Aggregation;

template <std::size_t result>
double resultaat(const View& v) {
    return ratio(number(v.area->steps.resultaten[focus][result]),
                 number(v.area->steps.afgesloten[focus]));
}

template <casus::Escalatiedoel doel>
double escalaties(const View& v) {
    return number(v.area->steps.escalaties[static_cast<std::size_t>(doel)]);
}

double alle_escalaties(const View& v) {
    double sum = number(v.area->steps.opschalingen);
    for (const std::int64_t n : v.area->steps.escalaties)
        sum += number(n);
    return sum;
}

/// Mean and quantile of the wait from besluit to first overleg, for one kind of case.
template <std::size_t soort>
double mean_wait(const View& v) {
    return mean_in_days(v.area->steps.wachttijd_overleg_soort[soort]);
}
template <std::size_t soort, int percent>
double wait_quantile(const View& v) {
    const DurationHistogram& h = v.area->steps.wachttijd_overleg_soort[soort];
    return h.count() == 0 ? nothing : h.quantile(percent / 100.0) / seconds_in_day;
}

constexpr std::array casusoverleg_table{
    per_area("wachttijd_procesregisseur_gemiddeld",
             "dagen",
             "tijd die een casus wacht op een procesregisseur met plaats",
             mean,
             mean_days<&SubregioJaar::wachttijd_procesregisseur>),
    per_area("wachttijd_procesregisseur_p90",
             "dagen",
             "tijd die een casus op een procesregisseur wacht, die 9 van de 10 niet overschrijden",
             quantile,
             quantile_days<&SubregioJaar::wachttijd_procesregisseur, 90>),
    per_area("wachttijd_overleg_gemiddeld",
             "dagen",
             "tijd van besluit tot het begin van het eerste casusoverleg",
             mean,
             mean_days<&SubregioJaar::wachttijd_overleg>),
    per_area("wachttijd_overleg_p50",
             "dagen",
             "tijd van besluit tot eerste casusoverleg, die de helft niet overschrijdt",
             quantile,
             quantile_days<&SubregioJaar::wachttijd_overleg, 50>),
    per_area("wachttijd_overleg_p90",
             "dagen",
             "tijd van besluit tot eerste casusoverleg, die 9 van de 10 niet overschrijden",
             quantile,
             quantile_days<&SubregioJaar::wachttijd_overleg, 90>),
    per_area("wachttijd_overleg_focus_gemiddeld",
             "dagen",
             "tijd van besluit tot het begin van het eerste casusoverleg, van focuscasussen",
             mean,
             mean_wait<focus>),
    per_area("wachttijd_overleg_focus_p50",
             "dagen",
             "dezelfde tijd, die de helft van de focuscasussen niet overschrijdt",
             quantile,
             wait_quantile<focus, 50>),
    per_area("wachttijd_overleg_focus_p90",
             "dagen",
             "dezelfde tijd, die 9 van de 10 focuscasussen niet overschrijden",
             quantile,
             wait_quantile<focus, 90>),
    per_area("wachttijd_overleg_top60_gemiddeld",
             "dagen",
             "tijd van besluit tot het begin van het eerste casusoverleg, van Top60-casussen",
             mean,
             mean_wait<top60>),
    per_area("wachttijd_overleg_top60_p50",
             "dagen",
             "dezelfde tijd, die de helft van de Top60-casussen niet overschrijdt",
             quantile,
             wait_quantile<top60, 50>),
    per_area("wachttijd_overleg_top60_p90",
             "dagen",
             "dezelfde tijd, die 9 van de 10 Top60-casussen niet overschrijden",
             quantile,
             wait_quantile<top60, 90>),
    per_area("wachttijd_plaats_gemiddeld",
             "dagen",
             "tijd die een Top60-casus wacht op een plaats op de lijst; 0 als er plaats was",
             mean,
             mean_days<&SubregioJaar::wachttijd_plaats>),
    per_area("wachtlijst_procesregisseur_gemiddeld",
             "casussen",
             "casussen die op een procesregisseur wachten, gemiddeld over de tijd",
             time_average,
             [](const View& v) {
                 return number(v.area->steps.op_procesregisseur[focus].oppervlak +
                               v.area->steps.op_procesregisseur[top60].oppervlak) /
                        length(v);
             }),
    per_area(
        "wachtlijst_top60_gemiddeld",
        "casussen",
        "casussen die op een plaats op de Top60-lijst wachten, gemiddeld over de tijd",
        time_average,
        [](const View& v) { return number(v.area->steps.op_top60_plaats.oppervlak) / length(v); }),
    per_area("focus_en_top60_in_behandeling",
             "aantal",
             "focus- en Top60-casussen samen die in het jaar liepen: bij het begin en nieuw",
             sum,
             [](const View& v) {
                 const GemeenteJaar& counts = v.area->counts;
                 return number(counts.casussen_begin[focus] + counts.casussen_begin[top60] +
                               counts.casussen_nieuw[focus] + counts.casussen_nieuw[top60]);
             }),
    per_area("overleggen",
             "aantal",
             "casusoverleggen die zijn gehouden",
             sum,
             total<&SubregioJaar::overleggen>),
    per_area("overleggen_mislukt",
             "aantal",
             "casusoverleggen die niet doorgingen",
             sum,
             total<&SubregioJaar::overleggen_mislukt>),
    per_area("overleggen_met_client",
             "aantal",
             "casusoverleggen waaraan de cliënt deelnam",
             sum,
             total<&SubregioJaar::overleggen_met_client>),
    per_area("heragenderingen",
             "aantal",
             "casussen die na stagnatie een nieuw overleg kregen",
             sum,
             total<&SubregioJaar::heragenderingen>),
    per_area("contacten",
             "aantal",
             "monitoringscontacten die zijn gedaan",
             sum,
             total<&SubregioJaar::contacten>),
    per_area("contacten_te_laat",
             "aandeel",
             "deel van de contacten dat na de termijn werd gedaan",
             share,
             share_of<&SubregioJaar::contacten_te_laat, &SubregioJaar::contacten>),
    per_area("escalaties",
             "aantal",
             "opschalingen, door de briefing en na stagnatie",
             sum,
             alle_escalaties),
    per_area("escalaties_regiekamer",
             "aantal",
             "opschalingen na stagnatie naar de Regiekamer",
             sum,
             escalaties<casus::Escalatiedoel::regiekamer>),
    per_area("escalaties_stuurgroep",
             "aantal",
             "opschalingen na stagnatie naar de Stuurgroep",
             sum,
             escalaties<casus::Escalatiedoel::stuurgroep>),
    per_area("escalaties_ad_hoc",
             "aantal",
             "opschalingen na stagnatie naar een manager of bestuurder",
             sum,
             escalaties<casus::Escalatiedoel::ad_hoc>),
    per_area("focus_afgesloten",
             "aantal",
             "focuscasussen die zijn afgesloten",
             sum,
             total_of<&SubregioJaar::afgesloten, focus>),
    per_area("top60_afgesloten",
             "aantal",
             "Top60-casussen die zijn afgesloten",
             sum,
             total_of<&SubregioJaar::afgesloten, top60>),
    per_area("focus_afgesloten_bij_eerste",
             "aandeel",
             "deel van de focuscasussen dat bij het eerste mogelijke contact wordt afgesloten",
             share,
             [](const View& v) {
                 return ratio(number(v.area->steps.afgesloten_bij_eerste[focus]),
                              number(v.area->steps.eerste_sluitmoment[focus]));
             }),
    per_area("focus_looptijd_gemiddeld",
             "dagen",
             "tijd van het eerste overleg tot de afsluiting van een focuscasus",
             mean,
             [](const View& v) { return mean_in_days(v.area->steps.looptijd[focus]); }),
    per_area("resultaat_doorbraak_geforceerd",
             "aandeel",
             "afgesloten focuscasussen waarin een doorbraak is geforceerd",
             share,
             resultaat<0>),
    per_area("resultaat_alle_partijen_werken_samen",
             "aandeel",
             "afgesloten focuscasussen waarin alle partijen samenwerken",
             share,
             resultaat<1>),
    per_area("resultaat_voortgang_geboekt",
             "aandeel",
             "afgesloten focuscasussen waarin voortgang is geboekt",
             share,
             resultaat<2>),
    per_area("resultaat_casus_beheersbaar",
             "aandeel",
             "afgesloten focuscasussen die beheersbaar zijn gemaakt",
             share,
             resultaat<3>),
    per_area("resultaat_casushouder_kan_verder",
             "aandeel",
             "afgesloten focuscasussen waarin de casushouder verder kan",
             share,
             resultaat<4>),
    per_area("partneruren",
             "uur",
             "uren van partners aan tafel bij briefings en casusoverleggen",
             sum,
             [](const View& v) { return hours(v.area->steps.partnertijd); }),
    per_area("groei_focus",
             "casussen",
             "lopende focuscasussen aan het eind van het jaar min die aan het begin",
             stand,
             [](const View& v) {
                 return number(v.area->steps.casussen[focus].eind -
                               v.area->steps.casussen[focus].begin);
             }),
    per_area("groei_top60",
             "casussen",
             "lopende en wachtende Top60-casussen aan het eind van het jaar min die aan het begin",
             stand,
             [](const View& v) {
                 return number(v.area->steps.casussen[top60].eind -
                               v.area->steps.casussen[top60].begin);
             }),
};

} // namespace

std::span<const Measure> measures_of_casusoverleg() {
    return casusoverleg_table;
}

} // namespace ketenplan::analysis
