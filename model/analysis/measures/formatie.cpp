// Staff per role and place, and the money of the house, per year.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

using enum Aggregation;

double worked(const View& v) {
    return seconds(v.role->aan_taken + v.role->in_vergadering + v.role->teruggenomen);
}

template <std::size_t soort>
double caseload_per_fte(const View& v) {
    const double fte = ratio(seconds(v.role->rooster), fte_seconds(v));
    return ratio(number(v.role->caseload_oppervlak[soort]) / 1000.0 / length(v), fte);
}

constexpr std::array formatie_table{
    per_role(
        "fte",
        "fte",
        "formatie in dienst, gemiddeld over de werkdagen; vacatures tellen niet mee, inhuur ook "
        "niet",
        time_average,
        fte_held),
    per_role("fte_gevraagd",
             "fte",
             "formatie die het gevraagde werk vergt: taken tegen de productiviteit, vergadertijd "
             "één op één",
             sum,
             [](const View& v) {
                 const double asked = number(v.role->werk.erbij) +
                                      seconds(v.role->in_vergadering + v.role->buiten_rooster);
                 return ratio(asked, fte_seconds(v));
             }),
    per_role("bezetting",
             "aandeel",
             "deel van de roostertijd van wie er is, inhuur meegeteld, dat opgaat aan taken, "
             "vergaderingen en teruggenomen tijd",
             share,
             [](const View& v) { return ratio(worked(v), seconds(v.role->aanwezig())); }),
    per_role("uren_taken",
             "uur",
             "roosteruren aan taken",
             sum,
             [](const View& v) { return hours(v.role->aan_taken); }),
    per_role("uren_vergadering",
             "uur",
             "uren in briefings en overleggen",
             sum,
             [](const View& v) { return hours(v.role->in_vergadering + v.role->buiten_rooster); }),
    per_role("uren_buiten_rooster",
             "uur",
             "vergaderuren buiten de eigen werktijd, die later worden teruggenomen",
             sum,
             [](const View& v) { return hours(v.role->buiten_rooster); }),
    per_role("taken",
             "aantal",
             "taken die zijn gedaan; vast werk telt hier niet mee",
             sum,
             [](const View& v) { return number(v.role->taken_gedaan); }),
    per_role("taken_te_laat",
             "aandeel",
             "deel van de taken dat na de termijn af was",
             share,
             [](const View& v) {
                 return ratio(number(v.role->taken_te_laat), number(v.role->taken_gedaan));
             }),
    per_role("wachttijd_taken_gemiddeld",
             "dagen",
             "tijd die een taak wacht tot zij wordt opgepakt, nachten en weekenden meegeteld",
             mean,
             [](const View& v) { return mean_in_days(v.role->wachttijd_taken); }),
    per_role("groei_open_werk",
             "uur",
             "werk dat aan het eind van het jaar open staat min dat aan het begin",
             stand,
             [](const View& v) {
                 return number(v.role->werk.eind - v.role->werk.begin) / seconds_in_hour;
             }),
    per_role("caseload_per_fte_focus",
             "gewogen casussen",
             "gewogen caseload van focuscasussen per fte, gemiddeld over de tijd",
             time_average,
             caseload_per_fte<focus>),
    per_role("caseload_per_fte_top60",
             "gewogen casussen",
             "gewogen caseload van Top60-casussen per fte, gemiddeld over de tijd",
             time_average,
             caseload_per_fte<top60>),
    per_house("trajecten",
              "aantal",
              "vrijwillige trajecten die zijn toegekend",
              sum,
              [](const View& v) { return number(v.year->huis.trajecten); }),
    per_house("trajecten_geweigerd",
              "aantal",
              "vrijwillige trajecten waarvoor geen geld meer was",
              sum,
              [](const View& v) { return number(v.year->huis.trajecten_geweigerd); }),
    per_house("traject_kosten",
              "euro",
              "kosten van vrijwillige trajecten",
              sum,
              [](const View& v) { return number(v.year->huis.traject_centen) / 100.0; }),
};

} // namespace

std::span<const Measure> measures_of_formatie() {
    return formatie_table;
}

} // namespace ketenplan::analysis
