#include "analysis/measures.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

using casus::GemeenteJaar;
using casus::Opzet;
using casus::SubregioJaar;
using engine::DurationHistogram;
using engine::Seconds;
using parameters::Besluit;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double seconds_per_day = 86400.0;
constexpr double seconds_per_hour = 3600.0;
constexpr std::size_t focus = 0;
constexpr std::size_t top60 = 1;

double number(std::int64_t n) {
    return static_cast<double>(n);
}
double seconds(Seconds s) {
    return number(s.count());
}
double ratio(double part, double whole) {
    return whole > 0.0 ? part / whole : nothing;
}
double mean_days(const DurationHistogram& h) {
    return h.count() == 0 ? nothing : h.mean() / seconds_per_day;
}
double quantile_days(const DurationHistogram& h, double p) {
    return h.count() == 0 ? nothing : h.quantile(p) / seconds_per_day;
}
double length(const View& v) {
    return seconds(v.year->duur);
}
/// The counts of the view, of a gemeente or of an area.
const GemeenteJaar& counts(const View& v) {
    return v.municipality != nullptr ? *v.municipality : v.area->counts;
}
template <Besluit besluit>
double besluiten(const View& v) {
    return number(counts(v).besluiten[static_cast<std::size_t>(besluit)]);
}
double geen_vervolg(const View& v) {
    double sum = 0.0;
    for (std::size_t b = 0; b < casus::aantal_besluiten; ++b) {
        if (is_geen_vervolg(static_cast<Besluit>(b)))
            sum += number(counts(v).besluiten[b]);
    }
    return sum;
}
template <std::size_t soort>
double in_behandeling(const View& v) {
    return number(counts(v).casussen_begin[soort] + counts(v).casussen_nieuw[soort]);
}
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
template <std::size_t klasse>
double aandeel_leeftijd(const View& v) {
    double all = 0.0;
    for (const std::int64_t n : v.area->steps.gewogen_leeftijd)
        all += number(n);
    return ratio(number(v.area->steps.gewogen_leeftijd[klasse]), all);
}
double fte_seconds(const View& v) {
    constexpr double full_time_day = 7.2 * seconds_per_hour;
    return number(v.year->werkdagen) * full_time_day;
}
double worked(const View& v) {
    return seconds(v.role->aan_taken + v.role->in_vergadering + v.role->teruggenomen);
}
template <std::size_t soort>
double caseload_per_fte(const View& v) {
    const double fte = ratio(seconds(v.role->rooster), fte_seconds(v));
    return ratio(number(v.role->caseload_oppervlak[soort]) / 1000.0 / length(v), fte);
}
double open_age(const casus::Open& open) {
    return ratio(seconds(open.leeftijd) / seconds_per_day, number(open.aantal));
}
template <units::Days parameters::Normen::*norm, engine::SurvivalHistogram casus::SubregioSlot::*what>
double within_norm(const View& v) {
    const auto& survival = v.run->*what;
    if (survival.ended() + survival.censored() == 0)
        return nothing;
    const double days = (v.opzet->parameters.normen.*norm).value();
    return survival.share_within(casus::hele_seconden(days * seconds_per_day));
}
template <engine::SurvivalHistogram casus::SubregioSlot::*what>
double survival_mean(const View& v) {
    const auto& survival = v.run->*what;
    return survival.ended() + survival.censored() == 0
               ? nothing
               : survival.restricted_mean() / seconds_per_day;
}

// Meaning and unit are what users read; keep them whole sentences that stand alone.
constexpr auto municipality = Scope::municipality;
constexpr auto area = Scope::area;
constexpr auto role = Scope::role;
constexpr auto house = Scope::house;
using enum Aggregation;

struct CountRow {
    std::string_view name;
    std::string_view meaning;
    double (*value)(const View&);
};

/// Counts that exist per gemeente and per gebied under the same name.
constexpr std::array count_rows{
    CountRow{"meldingen",
             "meldingen die zijn binnengekomen",
             [](const View& v) { return number(counts(v).meldingen); }},
    CountRow{"lokale_kamer",
             "detentiemeldingen uit gemeenten met eigen nazorg, die niet worden gewogen",
             [](const View& v) { return number(counts(v).lokale_kamer); }},
    CountRow{"geagendeerd",
             "keren dat een briefing een melding heeft behandeld, uitgestelde besluiten meegeteld",
             [](const View& v) { return number(counts(v).geagendeerd); }},
    CountRow{"gewogen",
             "meldingen die hun laatste besluit kregen",
             [](const View& v) { return number(counts(v).gewogen); }},
    CountRow{"besluit_focus", "gewogen meldingen: naar een focusoverleg", besluiten<Besluit::focus>},
    CountRow{"besluit_top60", "gewogen meldingen: naar de Top60-aanpak", besluiten<Besluit::top60>},
    CountRow{"besluit_nazorg", "gewogen meldingen: naar nazorg", besluiten<Besluit::nazorg>},
    CountRow{"besluit_bilateraal",
             "gewogen meldingen: bilateraal afgehandeld",
             besluiten<Besluit::bilateraal>},
    CountRow{"besluit_vrijwillig_traject",
             "gewogen meldingen: vrijwillig traject",
             besluiten<Besluit::vrijwillig_traject>},
    CountRow{"besluit_opschalen",
             "gewogen meldingen: opgeschaald naar de Regiekamer",
             besluiten<Besluit::opschalen>},
    CountRow{"besluit_geen_vervolg",
             "gewogen meldingen zonder vervolg, de vier redenen samen",
             geen_vervolg},
    CountRow{"besluit_belegd_bij_partner",
             "gewogen meldingen zonder vervolg: belegd bij een partner",
             besluiten<Besluit::belegd_bij_partner>},
    CountRow{"besluit_uitgesteld",
             "gewogen meldingen zonder vervolg: beslissing uitgesteld",
             besluiten<Besluit::uitgesteld>},
    CountRow{"besluit_informatiedeling",
             "gewogen meldingen zonder vervolg: informatiedeling was genoeg",
             besluiten<Besluit::informatiedeling>},
    CountRow{"besluit_past_niet",
             "gewogen meldingen zonder vervolg: past niet in het Veiligheidshuis",
             besluiten<Besluit::past_niet>},
    CountRow{"focus_in_behandeling",
             "focuscasussen die in het jaar liepen: bij het begin en nieuw",
             in_behandeling<focus>},
    CountRow{"top60_in_behandeling",
             "Top60-casussen die in het jaar liepen: bij het begin en nieuw",
             in_behandeling<top60>},
    CountRow{"nazorg_in_behandeling",
             "nazorgzaken die in het jaar liepen: bij het begin en nieuw",
             [](const View& v) { return number(counts(v).nazorg_begin + counts(v).nazorg_nieuw); }},
};

constexpr std::array other_measures{
    // The weging.
    Measure{"briefings",
            "aantal",
            "briefings die zijn gehouden",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.briefings); }},
    Measure{"briefings_vervallen",
            "aantal",
            "briefings die vervielen: vrije dag, geen procesregisseur, of de vorige liep nog",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.briefings_vervallen); }},
    Measure{"briefing_duur_gemiddeld",
            "minuten",
            "duur van een briefing",
            area,
            mean,
            true,
            false,
            [](const View& v) {
                return ratio(seconds(v.area->steps.briefing_duur) / 60.0,
                             number(v.area->steps.briefings));
            }},
    Measure{"wachttijd_briefing_gemiddeld",
            "dagen",
            "tijd van gereed (informatie binnen) tot de briefing",
            area,
            mean,
            true,
            false,
            [](const View& v) { return mean_days(v.area->steps.wachttijd_briefing); }},
    Measure{"wachttijd_briefing_p90",
            "dagen",
            "tijd van gereed tot de briefing, die 9 van de 10 meldingen niet overschrijden",
            area,
            quantile,
            true,
            false,
            [](const View& v) { return quantile_days(v.area->steps.wachttijd_briefing, 0.9); }},
    Measure{"doorlooptijd_weging_gemiddeld",
            "dagen",
            "tijd van melding tot laatste besluit",
            area,
            mean,
            true,
            false,
            [](const View& v) { return mean_days(v.area->steps.doorlooptijd_weging); }},
    Measure{"doorlooptijd_weging_p50",
            "dagen",
            "tijd van melding tot laatste besluit, die de helft niet overschrijdt",
            area,
            quantile,
            true,
            false,
            [](const View& v) { return quantile_days(v.area->steps.doorlooptijd_weging, 0.5); }},
    Measure{"doorlooptijd_weging_p90",
            "dagen",
            "tijd van melding tot laatste besluit, die 9 van de 10 niet overschrijden",
            area,
            quantile,
            true,
            false,
            [](const View& v) { return quantile_days(v.area->steps.doorlooptijd_weging, 0.9); }},
    Measure{"agenda_lengte_gemiddeld",
            "meldingen",
            "meldingen die op een briefing wachten, gemiddeld over de tijd",
            area,
            time_average,
            true,
            false,
            [](const View& v) { return number(v.area->steps.agenda.oppervlak) / length(v); }},
    Measure{"aandeel_vrouw",
            "aandeel",
            "deel van de gewogen meldingen dat over een vrouw gaat",
            area,
            share,
            true,
            false,
            [](const View& v) {
                return ratio(number(v.area->steps.gewogen_vrouw), number(v.area->counts.gewogen));
            }},
    Measure{"aandeel_onder_18",
            "aandeel",
            "deel van de gewogen meldingen over iemand jonger dan 18",
            area,
            share,
            true,
            false,
            aandeel_leeftijd<0>},
    Measure{"aandeel_van_18_tot_23",
            "aandeel",
            "deel van de gewogen meldingen over iemand van 18 tot 23",
            area,
            share,
            true,
            false,
            aandeel_leeftijd<1>},
    Measure{"aandeel_vanaf_23",
            "aandeel",
            "deel van de gewogen meldingen over iemand van 23 of ouder",
            area,
            share,
            true,
            false,
            aandeel_leeftijd<2>},
    // The casusoverleg.
    Measure{"wachttijd_procesregisseur_gemiddeld",
            "dagen",
            "tijd die een casus wacht op een procesregisseur met plaats",
            area,
            mean,
            true,
            false,
            [](const View& v) { return mean_days(v.area->steps.wachttijd_procesregisseur); }},
    Measure{"wachttijd_procesregisseur_p90",
            "dagen",
            "tijd die een casus op een procesregisseur wacht, die 9 van de 10 niet overschrijden",
            area,
            quantile,
            true,
            false,
            [](const View& v) {
                return quantile_days(v.area->steps.wachttijd_procesregisseur, 0.9);
            }},
    Measure{"wachttijd_overleg_gemiddeld",
            "dagen",
            "tijd van besluit tot het begin van het eerste casusoverleg",
            area,
            mean,
            true,
            false,
            [](const View& v) { return mean_days(v.area->steps.wachttijd_overleg); }},
    Measure{"wachttijd_overleg_p50",
            "dagen",
            "tijd van besluit tot eerste casusoverleg, die de helft niet overschrijdt",
            area,
            quantile,
            true,
            false,
            [](const View& v) { return quantile_days(v.area->steps.wachttijd_overleg, 0.5); }},
    Measure{"wachttijd_overleg_p90",
            "dagen",
            "tijd van besluit tot eerste casusoverleg, die 9 van de 10 niet overschrijden",
            area,
            quantile,
            true,
            false,
            [](const View& v) { return quantile_days(v.area->steps.wachttijd_overleg, 0.9); }},
    Measure{"wachtlijst_procesregisseur_gemiddeld",
            "casussen",
            "casussen die op een procesregisseur wachten, gemiddeld over de tijd",
            area,
            time_average,
            true,
            false,
            [](const View& v) {
                return number(v.area->steps.op_procesregisseur[focus].oppervlak +
                              v.area->steps.op_procesregisseur[top60].oppervlak) /
                       length(v);
            }},
    Measure{"wachtlijst_top60_gemiddeld",
            "casussen",
            "casussen die op een plaats op de Top60-lijst wachten, gemiddeld over de tijd",
            area,
            time_average,
            true,
            false,
            [](const View& v) {
                return number(v.area->steps.op_top60_plaats.oppervlak) / length(v);
            }},
    Measure{"overleggen",
            "aantal",
            "casusoverleggen die zijn gehouden",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.overleggen); }},
    Measure{"overleggen_mislukt",
            "aantal",
            "casusoverleggen die niet doorgingen",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.overleggen_mislukt); }},
    Measure{"overleggen_met_client",
            "aantal",
            "casusoverleggen waaraan de cliënt deelnam",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.overleggen_met_client); }},
    Measure{"heragenderingen",
            "aantal",
            "casussen die na stagnatie een nieuw overleg kregen",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.heragenderingen); }},
    Measure{"contacten",
            "aantal",
            "monitoringscontacten die zijn gedaan",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.contacten); }},
    Measure{"contacten_te_laat",
            "aandeel",
            "deel van de contacten dat na de termijn werd gedaan",
            area,
            share,
            true,
            false,
            [](const View& v) {
                return ratio(number(v.area->steps.contacten_te_laat),
                             number(v.area->steps.contacten));
            }},
    Measure{"escalaties",
            "aantal",
            "opschalingen, door de briefing en na stagnatie",
            area,
            sum,
            true,
            false,
            alle_escalaties},
    Measure{"escalaties_regiekamer",
            "aantal",
            "opschalingen na stagnatie naar de Regiekamer",
            area,
            sum,
            true,
            false,
            escalaties<casus::Escalatiedoel::regiekamer>},
    Measure{"escalaties_stuurgroep",
            "aantal",
            "opschalingen na stagnatie naar de Stuurgroep",
            area,
            sum,
            true,
            false,
            escalaties<casus::Escalatiedoel::stuurgroep>},
    Measure{"escalaties_ad_hoc",
            "aantal",
            "opschalingen na stagnatie naar een manager of bestuurder",
            area,
            sum,
            true,
            false,
            escalaties<casus::Escalatiedoel::ad_hoc>},
    Measure{"focus_afgesloten",
            "aantal",
            "focuscasussen die zijn afgesloten",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.afgesloten[focus]); }},
    Measure{"top60_afgesloten",
            "aantal",
            "Top60-casussen die zijn afgesloten",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.afgesloten[top60]); }},
    Measure{"focus_afgesloten_bij_eerste",
            "aandeel",
            "deel van de focuscasussen dat bij het eerste mogelijke contact wordt afgesloten",
            area,
            share,
            true,
            false,
            [](const View& v) {
                return ratio(number(v.area->steps.afgesloten_bij_eerste[focus]),
                             number(v.area->steps.eerste_sluitmoment[focus]));
            }},
    Measure{"focus_looptijd_gemiddeld",
            "dagen",
            "tijd van het eerste overleg tot de afsluiting van een focuscasus",
            area,
            mean,
            true,
            false,
            [](const View& v) { return mean_days(v.area->steps.looptijd[focus]); }},
    Measure{"resultaat_doorbraak_geforceerd",
            "aandeel",
            "afgesloten focuscasussen waarin een doorbraak is geforceerd",
            area,
            share,
            true,
            false,
            resultaat<0>},
    Measure{"resultaat_alle_partijen_werken_samen",
            "aandeel",
            "afgesloten focuscasussen waarin alle partijen samenwerken",
            area,
            share,
            true,
            false,
            resultaat<1>},
    Measure{"resultaat_voortgang_geboekt",
            "aandeel",
            "afgesloten focuscasussen waarin voortgang is geboekt",
            area,
            share,
            true,
            false,
            resultaat<2>},
    Measure{"resultaat_casus_beheersbaar",
            "aandeel",
            "afgesloten focuscasussen die beheersbaar zijn gemaakt",
            area,
            share,
            true,
            false,
            resultaat<3>},
    Measure{"resultaat_casushouder_kan_verder",
            "aandeel",
            "afgesloten focuscasussen waarin de casushouder verder kan",
            area,
            share,
            true,
            false,
            resultaat<4>},
    Measure{"nazorg_afgerond",
            "aantal",
            "nazorgzaken waarvan het werk is gedaan",
            area,
            sum,
            true,
            false,
            [](const View& v) { return number(v.area->steps.nazorg_afgerond); }},
    Measure{"partneruren",
            "uur",
            "uren van partners aan tafel bij briefings en casusoverleggen",
            area,
            sum,
            true,
            false,
            [](const View& v) { return seconds(v.area->steps.partnertijd) / seconds_per_hour; }},
    // What is carried over, to see whether the house keeps up.
    Measure{"groei_open_meldingen",
            "meldingen",
            "open meldingen aan het eind van het jaar min die aan het begin",
            area,
            stand,
            true,
            false,
            [](const View& v) {
                return number(v.area->steps.meldingen.eind - v.area->steps.meldingen.begin);
            }},
    Measure{"groei_focus",
            "casussen",
            "lopende focuscasussen aan het eind van het jaar min die aan het begin",
            area,
            stand,
            true,
            false,
            [](const View& v) {
                return number(v.area->steps.casussen[focus].eind -
                              v.area->steps.casussen[focus].begin);
            }},
    Measure{"groei_top60",
            "casussen",
            "lopende en wachtende Top60-casussen aan het eind van het jaar min die aan het begin",
            area,
            stand,
            true,
            false,
            [](const View& v) {
                return number(v.area->steps.casussen[top60].eind -
                              v.area->steps.casussen[top60].begin);
            }},
    // Staff.
    Measure{"fte",
            "fte",
            "formatie in dienst, gemiddeld over de werkdagen",
            role,
            time_average,
            true,
            false,
            [](const View& v) { return ratio(seconds(v.role->rooster), fte_seconds(v)); }},
    Measure{"fte_gevraagd",
            "fte",
            "formatie die het gevraagde werk vergt: taken tegen de productiviteit, vergadertijd een "
            "op een",
            role,
            sum,
            true,
            false,
            [](const View& v) {
                const double asked = number(v.role->werk.erbij) +
                                     seconds(v.role->in_vergadering + v.role->buiten_rooster);
                return ratio(asked, fte_seconds(v));
            }},
    Measure{"bezetting",
            "aandeel",
            "deel van de roostertijd dat op gaat aan taken, vergaderingen en teruggenomen tijd",
            role,
            share,
            true,
            false,
            [](const View& v) { return ratio(worked(v), seconds(v.role->rooster)); }},
    Measure{"uren_taken",
            "uur",
            "roosteruren aan taken",
            role,
            sum,
            true,
            false,
            [](const View& v) { return seconds(v.role->aan_taken) / seconds_per_hour; }},
    Measure{"uren_vergadering",
            "uur",
            "uren in briefings en overleggen",
            role,
            sum,
            true,
            false,
            [](const View& v) {
                return seconds(v.role->in_vergadering + v.role->buiten_rooster) / seconds_per_hour;
            }},
    Measure{"uren_buiten_rooster",
            "uur",
            "vergaderuren buiten de eigen werktijd, die later worden teruggenomen",
            role,
            sum,
            true,
            false,
            [](const View& v) { return seconds(v.role->buiten_rooster) / seconds_per_hour; }},
    Measure{"taken",
            "aantal",
            "taken die zijn gedaan",
            role,
            sum,
            true,
            false,
            [](const View& v) { return number(v.role->taken_gedaan); }},
    Measure{"taken_te_laat",
            "aandeel",
            "deel van de taken dat na de termijn af was",
            role,
            share,
            true,
            false,
            [](const View& v) {
                return ratio(number(v.role->taken_te_laat), number(v.role->taken_gedaan));
            }},
    Measure{"wachttijd_taken_gemiddeld",
            "dagen",
            "tijd die een taak wacht tot zij wordt opgepakt, nachten en weekenden meegeteld",
            role,
            mean,
            true,
            false,
            [](const View& v) { return mean_days(v.role->wachttijd_taken); }},
    Measure{"groei_open_werk",
            "uur",
            "werk dat aan het eind van het jaar open staat min dat aan het begin",
            role,
            stand,
            true,
            false,
            [](const View& v) {
                return number(v.role->werk.eind - v.role->werk.begin) / seconds_per_hour;
            }},
    Measure{"caseload_per_fte_focus",
            "gewogen casussen",
            "gewogen caseload van focuscasussen per fte, gemiddeld over de tijd",
            role,
            time_average,
            true,
            false,
            caseload_per_fte<focus>},
    Measure{"caseload_per_fte_top60",
            "gewogen casussen",
            "gewogen caseload van Top60-casussen per fte, gemiddeld over de tijd",
            role,
            time_average,
            true,
            false,
            caseload_per_fte<top60>},
    // The house.
    Measure{"trajecten",
            "aantal",
            "vrijwillige trajecten die zijn toegekend",
            house,
            sum,
            true,
            false,
            [](const View& v) { return number(v.year->huis.trajecten); }},
    Measure{"trajecten_geweigerd",
            "aantal",
            "vrijwillige trajecten waarvoor geen geld meer was",
            house,
            sum,
            true,
            false,
            [](const View& v) { return number(v.year->huis.trajecten_geweigerd); }},
    Measure{"traject_kosten",
            "euro",
            "kosten van vrijwillige trajecten",
            house,
            sum,
            true,
            false,
            [](const View& v) { return number(v.year->huis.traject_centen) / 100.0; }},
    // Over the whole measured period.
    Measure{"weging_binnen_norm",
            "aandeel",
            "meldingen met een laatste besluit binnen de norm; open meldingen tellen mee "
            "(Kaplan-Meier)",
            area,
            share,
            false,
            false,
            within_norm<&parameters::Normen::weging_binnen, &casus::SubregioSlot::weging>},
    Measure{"doorlooptijd_weging_km",
            "dagen",
            "tijd van melding tot laatste besluit, open meldingen meegeteld (Kaplan-Meier)",
            area,
            mean,
            false,
            false,
            survival_mean<&casus::SubregioSlot::weging>},
    Measure{"overleg_binnen_norm",
            "aandeel",
            "casussen met een eerste overleg binnen de norm; wachtende casussen tellen mee "
            "(Kaplan-Meier)",
            area,
            share,
            false,
            false,
            within_norm<&parameters::Normen::overleg_binnen, &casus::SubregioSlot::overleg>},
    Measure{"wachttijd_overleg_km",
            "dagen",
            "tijd van besluit tot eerste overleg, wachtende casussen meegeteld (Kaplan-Meier)",
            area,
            mean,
            false,
            false,
            survival_mean<&casus::SubregioSlot::overleg>},
    Measure{"open_meldingen",
            "meldingen",
            "meldingen zonder laatste besluit aan het einde van de run",
            area,
            stand,
            false,
            false,
            [](const View& v) { return number(v.run->meldingen.aantal); }},
    Measure{"open_meldingen_leeftijd",
            "dagen",
            "hoe lang zij dan open staan, gemiddeld",
            area,
            mean,
            false,
            false,
            [](const View& v) { return open_age(v.run->meldingen); }},
    Measure{"open_wacht_op_plaats",
            "casussen",
            "casussen die aan het einde op een plaats op de Top60-lijst wachten",
            area,
            stand,
            false,
            false,
            [](const View& v) { return number(v.run->wacht_op_plaats.aantal); }},
    Measure{"open_wacht_op_plaats_leeftijd",
            "dagen",
            "hoe lang zij dan wachten, gemiddeld",
            area,
            mean,
            false,
            false,
            [](const View& v) { return open_age(v.run->wacht_op_plaats); }},
    Measure{"open_wacht_op_procesregisseur",
            "casussen",
            "casussen die aan het einde op een procesregisseur wachten",
            area,
            stand,
            false,
            false,
            [](const View& v) { return number(v.run->wacht_op_procesregisseur.aantal); }},
    Measure{"open_wacht_op_procesregisseur_leeftijd",
            "dagen",
            "hoe lang zij dan wachten, gemiddeld",
            area,
            mean,
            false,
            false,
            [](const View& v) { return open_age(v.run->wacht_op_procesregisseur); }},
    Measure{"open_wacht_op_overleg",
            "casussen",
            "casussen die aan het einde een procesregisseur hebben en op hun eerste overleg wachten",
            area,
            stand,
            false,
            false,
            [](const View& v) { return number(v.run->wacht_op_overleg.aantal); }},
    Measure{"open_wacht_op_overleg_leeftijd",
            "dagen",
            "hoe lang zij dan wachten sinds het besluit, gemiddeld",
            area,
            mean,
            false,
            false,
            [](const View& v) { return open_age(v.run->wacht_op_overleg); }},
};

constexpr auto make_table() {
    std::array<Measure, 2 * count_rows.size() + other_measures.size()> table{};
    std::size_t next = 0;
    for (const auto scope : {area, municipality}) {
        for (const CountRow& row : count_rows)
            table[next++] = {
                row.name, "aantal", row.meaning, scope, sum, true, true, row.value};
    }
    for (const Measure& measure : other_measures)
        table[next++] = measure;
    return table;
}

constexpr auto table = make_table();

// --- areas --------------------------------------------------------------------------------------

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
    a.nazorg_afgerond += b.nazorg_afgerond;
    a.partnertijd += b.partnertijd;
    add(a.agenda, b.agenda);
    add(a.op_top60_plaats, b.op_top60_plaats);
    for (std::size_t k = 0; k < casus::aantal_soorten; ++k) {
        add(a.casussen[k], b.casussen[k]);
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
    add_all(a.besluiten, b.besluiten);
    add_all(a.casussen_begin, b.casussen_begin);
    add_all(a.casussen_nieuw, b.casussen_nieuw);
    a.nazorg_begin += b.nazorg_begin;
    a.nazorg_nieuw += b.nazorg_nieuw;
}

void add(casus::Open& a, const casus::Open& b) {
    a.aantal += b.aantal;
    a.leeftijd += b.leeftijd;
}

void add(casus::SubregioSlot& a, const casus::SubregioSlot& b) {
    a.weging.merge(b.weging);
    a.overleg.merge(b.overleg);
    add(a.meldingen, b.meldingen);
    add(a.wacht_op_plaats, b.wacht_op_plaats);
    add(a.wacht_op_procesregisseur, b.wacht_op_procesregisseur);
    add(a.wacht_op_overleg, b.wacht_op_overleg);
}

/// The region (index 0) and each subregio over one year.
std::vector<AreaYear> areas_of(const Opzet& opzet, const casus::Jaar& year) {
    std::vector<AreaYear> areas(1 + year.subregios.size());
    for (std::size_t s = 0; s < year.subregios.size(); ++s) {
        areas[1 + s].steps = year.subregios[s];
        add(areas[0].steps, year.subregios[s]);
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

std::vector<std::string> cells_of(const Opzet& opzet, Scope scope) {
    std::vector<std::string> cells;
    switch (scope) {
    case Scope::area:
        cells.emplace_back("regio");
        for (const auto& subregio : opzet.parameters.subregios)
            cells.push_back(subregio.key);
        break;
    case Scope::municipality:
        for (const auto& gemeente : opzet.parameters.gemeenten)
            cells.push_back(gemeente.key);
        break;
    case Scope::role:
        return role_cells(opzet);
    case Scope::house:
        cells.emplace_back("huis");
        break;
    }
    return cells;
}

} // namespace

std::span<const Measure> measures() {
    return table;
}

std::string_view aggregation_name(Aggregation aggregation) {
    switch (aggregation) {
    case sum:
        return "som";
    case mean:
        return "gemiddelde";
    case time_average:
        return "tijdgemiddelde";
    case share:
        return "aandeel";
    case quantile:
        return "kwantiel";
    case maximum:
        return "hoogste";
    case stand:
        return "stand";
    }
    return "";
}

std::string_view scope_name(Scope scope) {
    switch (scope) {
    case Scope::area:
        return "regio en subregio";
    case Scope::municipality:
        return "gemeente";
    case Scope::role:
        return "rol en plaats";
    case Scope::house:
        return "huis";
    }
    return "";
}

std::vector<std::int32_t> measured_years(const Opzet& opzet) {
    std::vector<std::int32_t> years;
    for (std::int32_t y = engine::year_of(opzet.start);
         engine::start_of_year(y) < opzet.einde;
         ++y)
        years.push_back(y);
    return years;
}

std::vector<std::string> role_cells(const Opzet& opzet) {
    std::vector<std::string> cells;
    for (const auto& m : opzet.medewerkers) {
        const std::string place = m.plaats == casus::het_huis
                                      ? std::string(parameters::plaats_huis)
                                      : opzet.parameters.subregios[m.plaats].key;
        const std::string cell = opzet.parameters.formatie.rollen[m.rol].key + "@" + place;
        if (std::ranges::find(cells, cell) == cells.end())
            cells.push_back(cell);
    }
    return cells;
}

std::vector<Column> columns_of(const Opzet& opzet) {
    std::vector<Column> columns;
    const auto years = measured_years(opzet);
    for (std::size_t m = 0; m < table.size(); ++m) {
        const auto cells = cells_of(opzet, table[m].scope);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (!table[m].per_year) {
                columns.push_back({m, cells[c], c, std::nullopt});
                continue;
            }
            for (const std::int32_t year : years)
                columns.push_back({m, cells[c], c, year});
        }
    }
    return columns;
}

void fill_row(const Opzet& opzet,
              const casus::Uitkomst& outcome,
              std::span<const Column> columns,
              std::span<double> row) {
    std::vector<std::vector<AreaYear>> areas;
    for (const casus::Jaar& year : outcome.jaren)
        areas.push_back(areas_of(opzet, year));
    const auto runs = runs_of(outcome);
    const std::int32_t first_year = outcome.jaren.front().jaar;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const Measure& measure = table[column.measure];
        View view{.opzet = &opzet};
        if (column.year) {
            const auto y = static_cast<std::size_t>(*column.year - first_year);
            view.year = &outcome.jaren[y];
            if (measure.scope == Scope::area)
                view.area = &areas[y][column.index];
            else if (measure.scope == Scope::municipality)
                view.municipality = &view.year->gemeenten[column.index];
            else if (measure.scope == Scope::role)
                view.role = &view.year->rollen[column.index];
        } else {
            view.run = &runs[column.index];
        }
        row[i] = measure.value(view);
    }
}

std::size_t find_column(std::span<const Column> columns,
                        std::string_view measure,
                        std::string_view cell,
                        std::optional<std::int32_t> year) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (table[columns[i].measure].name == measure && columns[i].cell == cell &&
            columns[i].year == year)
            return i;
    }
    throw engine::Defect("a measure is asked for that does not exist");
}

} // namespace ketenplan::analysis
