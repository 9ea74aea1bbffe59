// Persons: how often they come back, detention, and recidive, per gebied and year.

#include "analysis/measures/table.hpp"

#include <algorithm>

namespace ketenplan::analysis {

namespace {

using enum Aggregation;

double persons(const View& v) {
    double sum = 0.0;
    for (const std::int64_t n : v.area->steps.personen_gewogen)
        sum += number(n);
    return sum;
}

template <std::size_t times>
double persons_weighed(const View& v) {
    return number(v.area->steps.personen_gewogen[times - 1]);
}

double extra_releases(const View& v) {
    const GemeenteJaar& c = v.area->counts;
    return ratio(number(c.vrijlatingen - c.personen_vrij), number(c.personen_vrij));
}

/// Whether everybody released in this year is followed for so many years within the run.
bool is_followed(const View& v, engine::Seconds how_long) {
    const auto next = std::min(engine::start_of_year(v.year->jaar + 1), v.opzet->einde);
    return next + how_long <= v.opzet->afloop;
}

template <std::int64_t casus::Cohort::* events, int years>
double recidive_within(const View& v) {
    if (!is_followed(v, casus::jaren(years)))
        return nothing;
    return ratio(number(v.area->cohort.*events), number(v.area->cohort.personen));
}

double person_days(std::int64_t area) {
    return number(area) / seconds_in_day;
}

/// What the evaluation calls gemeenten with an outflow of 20 or more (fact B293).
constexpr std::int64_t large_outflow = 20;

template <std::int64_t GemeenteJaar::* field>
double in_large_gemeenten(const View& v) {
    double sum = 0.0;
    for (const GemeenteJaar& g : v.year->gemeenten) {
        if (g.vrijlatingen >= large_outflow)
            sum += number(g.*field);
    }
    return sum;
}

constexpr std::array personen_area_table{
    per_area("personen", "aantal", "verschillende personen met een gewogen melding", sum, persons),
    per_area("personen_1x", "aantal", "personen met één gewogen melding", sum, persons_weighed<1>),
    per_area("personen_2x", "aantal", "personen met 2 gewogen meldingen", sum, persons_weighed<2>),
    per_area("personen_3x", "aantal", "personen met 3 gewogen meldingen", sum, persons_weighed<3>),
    per_area("personen_4x", "aantal", "personen met 4 gewogen meldingen", sum, persons_weighed<4>),
    per_area("personen_5x", "aantal", "personen met 5 gewogen meldingen", sum, persons_weighed<5>),
    per_area("personen_6x", "aantal", "personen met 6 gewogen meldingen", sum, persons_weighed<6>),
    per_area("personen_7x_of_meer",
             "aantal",
             "personen met 7 of meer gewogen meldingen",
             sum,
             persons_weighed<7>),
    per_area("aandeel_meermaals",
             "aandeel",
             "deel van de personen dat meer dan één keer is gewogen",
             share,
             [](const View& v) { return 1.0 - ratio(persons_weighed<1>(v), persons(v)); }),
    per_area("personen_vertrokken",
             "aantal",
             "bekende personen die uit de regio vertrokken",
             sum,
             total<&SubregioJaar::vertrokken>),
    per_area("focus_vertrokken",
             "aantal",
             "focuscasussen die sloten omdat de persoon vertrok",
             sum,
             total_of<&SubregioJaar::casussen_vertrokken, focus>),
    per_area("top60_vertrokken",
             "aantal",
             "Top60-casussen die sloten omdat de persoon vertrok",
             sum,
             total_of<&SubregioJaar::casussen_vertrokken, top60>),
    per_area("gedetineerden",
             "personen",
             "personen in detentie, gemiddeld over de tijd",
             time_average,
             [](const View& v) { return number(v.area->steps.detentie_oppervlak) / length(v); }),
    per_area("detentiedagen",
             "dagen",
             "dagen in detentie",
             sum,
             [](const View& v) { return person_days(v.area->steps.detentie_oppervlak); }),
    per_area(
        "detentiedagen_na_recidive",
        "dagen",
        "dagen in detentie vanwege een nieuw delict na een eerdere vrijlating",
        sum,
        [](const View& v) { return person_days(v.area->steps.detentie_na_recidive_oppervlak); }),
    per_area("heruitstroom",
             "per persoon",
             "extra vrijlatingen per persoon in hetzelfde jaar: wat de evaluatie recidive noemt",
             share,
             extra_releases),
    per_area("opnieuw_vrij",
             "aandeel",
             "deel van de vrijgekomen personen dat in hetzelfde jaar nog eens vrijkwam",
             share,
             [](const View& v) {
                 return ratio(number(v.area->counts.personen_opnieuw_vrij),
                              number(v.area->counts.personen_vrij));
             }),
    per_area(
        "recidive_1j",
        "aandeel",
        "deel van de in het jaar vrijgekomen personen met een nieuw delict binnen 1 jaar na de "
        "eerste vrijlating van dat jaar",
        share,
        recidive_within<&casus::Cohort::recidive_1j, 1>),
    per_area("recidive_2j",
             "aandeel",
             "hetzelfde binnen 2 jaar",
             share,
             recidive_within<&casus::Cohort::recidive_2j, 2>),
};

constexpr std::array personen_house_table{
    per_house("gemeenten_met_grote_uitstroom",
              "aantal",
              "gemeenten met 20 of meer vrijlatingen",
              sum,
              [](const View& v) {
                  return number(std::ranges::count_if(v.year->gemeenten, [](const auto& g) {
                      return g.vrijlatingen >= large_outflow;
                  }));
              }),
    per_house("personen_vrij_grote_uitstroom",
              "aantal",
              "personen die in die gemeenten vrijkwamen",
              sum,
              in_large_gemeenten<&GemeenteJaar::personen_vrij>),
    per_house("vrijlatingen_grote_uitstroom",
              "aantal",
              "vrijlatingen in die gemeenten",
              sum,
              in_large_gemeenten<&GemeenteJaar::vrijlatingen>),
};

constexpr std::array follow_up_table{
    Measure{"recidive_eerste",
            "aandeel",
            "deel met een nieuw delict binnen deze tijd na een eerste vrijlating; met `schaal` 1, "
            "zonder nazorg, natuurlijk verloop van knelpunten en detentie zonder delict volgt het "
            "de opgegeven vervolgmetingen",
            Scope::follow_up,
            share,
            true,
            false,
            [](const View& v) {
                if (!is_followed(v, v.opzet->leven.vervolg[v.index]))
                    return nothing;
                return ratio(number(v.area->cohort.eersten_binnen[v.index]),
                             number(v.area->cohort.eersten));
            }},
};

} // namespace

std::span<const Measure> measures_of_personen() {
    return personen_area_table;
}

std::span<const Measure> measures_of_uitstroom() {
    return personen_house_table;
}

std::span<const Measure> measures_of_vervolg() {
    return follow_up_table;
}

} // namespace ketenplan::analysis
