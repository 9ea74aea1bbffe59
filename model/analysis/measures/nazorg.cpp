// Nazorg: cases, waits, knelpunten and places, per gebied and year; money of the house.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

using enum Aggregation;
using casus::Nazorgeinde;
using casus::NazorgJaar;

template <std::int64_t NazorgJaar::* field>
double count(const View& v) {
    return number(v.area->steps.nazorg.*field);
}

template <std::int64_t NazorgJaar::* part, std::int64_t NazorgJaar::* whole>
double part_of(const View& v) {
    return ratio(count<part>(v), count<whole>(v));
}

template <Nazorgeinde einde>
double closed(const View& v) {
    return number(v.area->steps.nazorg.gesloten[static_cast<std::size_t>(einde)]);
}

template <DurationHistogram NazorgJaar::* field>
double mean_of(const View& v) {
    return mean_in_days(v.area->steps.nazorg.*field);
}

constexpr std::array nazorg_area_table{
    per_area("nazorg_nieuw",
             "aantal",
             "nazorgzaken die zijn geopend",
             sum,
             [](const View& v) { return number(v.area->steps.nazorg.zaken.erbij); }),
    per_area("nazorg_gesprekken",
             "aantal",
             "gesprekken met gedetineerden of pas vrijgekomenen",
             sum,
             count<&NazorgJaar::gesprekken>),
    per_area("nazorg_gesprek_voor_vrijlating",
             "aandeel",
             "deel van die gesprekken dat voor de vrijlating was",
             share,
             part_of<&NazorgJaar::gesprekken_voor_vrijlating, &NazorgJaar::gesprekken>),
    per_area("wachttijd_nazorg_gesprek",
             "dagen",
             "tijd van besluit nazorg tot het gesprek",
             mean,
             mean_of<&NazorgJaar::wachttijd_gesprek>),
    per_area("wachttijd_nazorg_bespreking",
             "dagen",
             "tijd van besluit nazorg tot de eerste bespreking aan de thematafel",
             mean,
             mean_of<&NazorgJaar::wachttijd_bespreking>),
    per_area("wachttijd_nazorg_na_vrijlating",
             "dagen",
             "tijd van vrijlating tot de eerste bespreking, van wie toen vrij was",
             mean,
             mean_of<&NazorgJaar::na_vrijlating>),
    per_area(
        "thematafels", "aantal", "thematafels die zijn gehouden", sum, count<&NazorgJaar::tafels>),
    per_area("thematafels_vervallen",
             "aantal",
             "thematafels die vervielen",
             sum,
             count<&NazorgJaar::tafels_vervallen>),
    per_area("nazorg_besprekingen",
             "aantal",
             "besprekingen aan de thematafel",
             sum,
             count<&NazorgJaar::besprekingen>),
    per_area(
        "thematafel_wachtenden",
        "zaken",
        "nazorgzaken die op een bespreking wachten, gemiddeld over de tijd",
        time_average,
        [](const View& v) { return number(v.area->steps.nazorg.tafel.oppervlak) / length(v); }),
    per_area("nazorg_opgelost",
             "aantal",
             "nazorgzaken gesloten: geen knelpunt meer open",
             sum,
             closed<Nazorgeinde::opgelost>),
    per_area("nazorg_termijn",
             "aantal",
             "nazorgzaken gesloten: de termijn na vrijlating was om",
             sum,
             closed<Nazorgeinde::termijn>),
    per_area("nazorg_geweigerd",
             "aantal",
             "nazorgzaken gesloten: de cliënt wilde niet",
             sum,
             closed<Nazorgeinde::geweigerd>),
    per_area("nazorg_vertrokken",
             "aantal",
             "nazorgzaken gesloten: de cliënt vertrok uit de regio",
             sum,
             closed<Nazorgeinde::vertrokken>),
    per_area("nazorg_looptijd",
             "dagen",
             "tijd van besluit nazorg tot sluiting",
             mean,
             mean_of<&NazorgJaar::looptijd>),
    per_area(
        "knelpunten_opgelost_bij_vrijlating",
        "aandeel",
        "deel van de knelpunten bij insluiting dat bij vrijlating is opgelost, van cliënten die "
        "nazorg hadden aanvaard",
        share,
        part_of<&NazorgJaar::knelpunten_vrijlating_opgelost, &NazorgJaar::knelpunten_vrijlating>),
    per_area("knelpunten_opgelost_bij_sluiting",
             "aandeel",
             "deel van de knelpunten bij insluiting dat bij sluiting is opgelost, van wie meedeed",
             share,
             part_of<&NazorgJaar::knelpunten_sluiting_opgelost, &NazorgJaar::knelpunten_sluiting>),
};

constexpr std::array nazorg_house_table{
    per_house("nazorgtrajecten",
              "aantal",
              "nazorgtrajecten die zijn toegekend",
              sum,
              [](const View& v) { return number(v.year->huis.nazorgtrajecten); }),
    per_house("nazorgtrajecten_geweigerd",
              "aantal",
              "nazorgtrajecten waarvoor geen geld meer was",
              sum,
              [](const View& v) { return number(v.year->huis.nazorgtrajecten_geweigerd); }),
    per_house("nazorgtraject_kosten",
              "euro",
              "kosten van nazorgtrajecten",
              sum,
              [](const View& v) { return number(v.year->huis.nazorgtraject_centen) / 100.0; }),
    per_house("nazorg_uren",
              "uur",
              "roosteruren die nazorg vraagt: gesprekken, opvolging en het voorzitten van "
              "thematafels",
              sum,
              [](const View& v) { return hours(v.year->huis.nazorg_werk); }),
    per_house("doorstroomhuis_bewoners",
              "aantal",
              "plaatsen in doorstroomhuizen die zijn toegewezen",
              sum,
              [](const View& v) { return number(v.year->huis.plaatsen_toegewezen); }),
    per_house("doorstroomhuis_bezet",
              "plaatsen",
              "plaatsen in doorstroomhuizen die bezet zijn, gemiddeld over de tijd",
              time_average,
              [](const View& v) { return number(v.year->huis.plaats_oppervlak) / length(v); }),
    per_house("wachttijd_doorstroomhuis",
              "dagen",
              "tijd die een cliënt op een plaats wachtte",
              mean,
              [](const View& v) { return mean_in_days(v.year->huis.wachttijd_doorstroomhuis); }),
    per_house(
        "doorstroomhuis_wachtenden",
        "zaken",
        "cliënten die op een plaats wachten, gemiddeld over de tijd",
        time_average,
        [](const View& v) { return number(v.year->huis.op_doorstroomhuis.oppervlak) / length(v); }),
};

} // namespace

std::span<const Measure> measures_of_nazorg() {
    return nazorg_area_table;
}

std::span<const Measure> measures_of_nazorggeld() {
    return nazorg_house_table;
}

} // namespace ketenplan::analysis
