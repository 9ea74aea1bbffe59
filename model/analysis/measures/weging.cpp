// What the briefings do with meldingen, per gebied and year.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

using enum Aggregation;

template <std::size_t klasse>
double aandeel_leeftijd(const View& v) {
    double all = 0.0;
    for (const std::int64_t n : v.area->steps.gewogen_leeftijd)
        all += number(n);
    return ratio(number(v.area->steps.gewogen_leeftijd[klasse]), all);
}

constexpr std::array weging_table{
    per_area(
        "briefings", "aantal", "briefings die zijn gehouden", sum, total<&SubregioJaar::briefings>),
    per_area("briefings_vervallen",
             "aantal",
             "briefings die vervielen: vrije dag, geen procesregisseur, of de vorige liep nog",
             sum,
             total<&SubregioJaar::briefings_vervallen>),
    per_area("besluit_focus_of_top60",
             "aantal",
             "gewogen meldingen: naar een focusoverleg of naar de Top60-aanpak",
             sum,
             [](const View& v) {
                 const auto& besluiten = v.area->counts.besluiten;
                 return number(besluiten[static_cast<std::size_t>(Besluit::focus)] +
                               besluiten[static_cast<std::size_t>(Besluit::top60)]);
             }),
    per_area("briefing_duur_gemiddeld",
             "minuten",
             "duur van een briefing",
             mean,
             [](const View& v) {
                 return ratio(seconds(v.area->steps.briefing_duur) / 60.0,
                              number(v.area->steps.briefings));
             }),
    per_area("wachttijd_briefing_gemiddeld",
             "dagen",
             "tijd van gereed (informatie binnen) tot de briefing",
             mean,
             mean_days<&SubregioJaar::wachttijd_briefing>),
    per_area("wachttijd_briefing_p90",
             "dagen",
             "tijd van gereed tot de briefing, die 9 van de 10 meldingen niet overschrijden",
             quantile,
             quantile_days<&SubregioJaar::wachttijd_briefing, 90>),
    per_area("doorlooptijd_weging_gemiddeld",
             "dagen",
             "tijd van melding tot laatste besluit",
             mean,
             mean_days<&SubregioJaar::doorlooptijd_weging>),
    per_area("doorlooptijd_weging_p50",
             "dagen",
             "tijd van melding tot laatste besluit, die de helft niet overschrijdt",
             quantile,
             quantile_days<&SubregioJaar::doorlooptijd_weging, 50>),
    per_area("doorlooptijd_weging_p90",
             "dagen",
             "tijd van melding tot laatste besluit, die 9 van de 10 niet overschrijden",
             quantile,
             quantile_days<&SubregioJaar::doorlooptijd_weging, 90>),
    per_area("agenda_lengte_gemiddeld",
             "meldingen",
             "meldingen die op een briefing wachten, gemiddeld over de tijd",
             time_average,
             [](const View& v) { return number(v.area->steps.agenda.oppervlak) / length(v); }),
    per_area("aandeel_vrouw",
             "aandeel",
             "deel van de gewogen meldingen dat over een vrouw gaat",
             share,
             [](const View& v) {
                 return ratio(number(v.area->steps.gewogen_vrouw), number(v.area->counts.gewogen));
             }),
    per_area("aandeel_onder_18",
             "aandeel",
             "deel van de gewogen meldingen over iemand jonger dan 18",
             share,
             aandeel_leeftijd<0>),
    per_area("aandeel_van_18_tot_23",
             "aandeel",
             "deel van de gewogen meldingen over iemand van 18 tot 23",
             share,
             aandeel_leeftijd<1>),
    per_area("aandeel_vanaf_23",
             "aandeel",
             "deel van de gewogen meldingen over iemand van 23 of ouder",
             share,
             aandeel_leeftijd<2>),
    per_area("groei_open_meldingen",
             "meldingen",
             "open meldingen aan het eind van het jaar min die aan het begin",
             stand,
             [](const View& v) {
                 return number(v.area->steps.meldingen.eind - v.area->steps.meldingen.begin);
             }),
};

} // namespace

std::span<const Measure> measures_of_weging() {
    return weging_table;
}

} // namespace ketenplan::analysis
