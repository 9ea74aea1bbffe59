#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <vector>

// Persons who come back, leave, and are reported while their case runs.

using namespace ketenplan;
using namespace ketenplan::tests;
using casus::Levensstap;

namespace {

constexpr double year_in_days = 365.2425;

/// A house in which one person is reported on 1 June 2015 and everybody is weighed as bilateraal:
/// one arrival in expected mode, then whatever the person does.
Parameters one_person() {
    Parameters p = small_house();
    p.looptijd.einde = date(2018, 1, 1);
    p.gemeenten[0].instroom = units::PerYear{1.0 / 2.5}; // the next one comes after five years
    always(p, Besluit::bilateraal);
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.personen.vertrek = units::PerYear{0.001};
    return p;
}

std::vector<Time> meldingen(const casus::Uitkomst& outcome) {
    std::vector<Time> times;
    for (const auto& line : steps(outcome, Stap::ontvangen))
        times.push_back(line.time);
    return times;
}

double days_between(Time a, Time b) {
    return static_cast<double>((b - a).count()) / 86400.0;
}

/// The first melding falls at 2.5 years with this inflow; make it fall at once instead.
Parameters early(Parameters p) {
    p.gemeenten[0].instroom = units::PerYear{12.0};
    return p;
}

} // namespace

TEST_CASE("a herhaalmelding comes when the hazard since the last one has been spent") {
    Parameters p = early(one_person());
    p.looptijd.einde = date(2016, 1, 1);
    p.personen.herhaling.per_jaar = units::PerYear{4.0};
    p.personen.herhaling.binnen_90_dagen = units::Factor{0.5};
    const auto times = meldingen(run(p, engine::DrawMode::expected));
    // One arrival a month; the first person's hazard is 2 a year for 90 days, 4 after that:
    // 1 = 2 x 90 / 365.2425 + 4 x t.
    const double t = (1.0 - 2.0 * 90.0 / year_in_days) / 4.0 * year_in_days;
    const double expected = 90.0 + t;
    const bool found = std::ranges::any_of(times, [&](Time time) {
        return std::abs(days_between(times.front(), time) - expected) < 1e-4;
    });
    CHECK(found);
    CHECK(std::abs(days_between(times[0], times[1]) - year_in_days / 12.0) < 0.7);
}

TEST_CASE("without repeat hazard everybody is reported once, and the books show it") {
    const auto outcome = run(early(one_person()));
    std::int64_t once = 0;
    std::int64_t weighed = 0;
    for (const casus::Jaar& year : outcome.jaren) {
        once += year.subregios[0].personen_gewogen[0];
        weighed += year.gemeenten[0].gewogen;
        for (std::size_t n = 1; n < casus::meeste_meldingen; ++n)
            CHECK(year.subregios[0].personen_gewogen[n] == 0);
    }
    CHECK(weighed > 15);
    CHECK(once == weighed);
}

TEST_CASE("persons and their numbers of meldingen add up to the meldingen weighed") {
    Parameters p = small_house();
    always(p, Besluit::bilateraal);
    p.beginvoorraad.gebruiken = false;
    p.looptijd.opwarming = {.months = 24};
    p.personen.vertrek = units::PerYear{0.5};
    p.personen.variantie = units::Factor{2.0};
    p.personen.herhaling.per_jaar = units::PerYear{0.5};
    p.personen.herhaling.binnen_90_dagen = units::Factor{5.0};
    p.subregios[0].briefing.agenda = units::Minutes{400.0};
    const auto outcome = run(p);
    const auto& year = outcome.jaren[0];
    std::int64_t at_least = 0;
    for (std::size_t n = 0; n < casus::meeste_meldingen; ++n)
        at_least += static_cast<std::int64_t>(n + 1) * year.subregios[0].personen_gewogen[n];
    CHECK(year.subregios[0].personen_gewogen[1] > 5);
    CHECK(at_least <= year.gemeenten[0].gewogen);
    CHECK(at_least >= year.gemeenten[0].gewogen -
                          30 * year.subregios[0].personen_gewogen[casus::meeste_meldingen - 1]);
}

TEST_CASE("a melding about a running case is not weighed: the plan stands, or is overtaken") {
    Parameters p = small_house();
    p.personen.vertrek = units::PerYear{0.01};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.personen.herhaling.per_jaar = units::PerYear{12.0};
    p.personen.herhaling.plan_ingehaald = units::Probability{0.0};
    p.casussoorten.focus.sluiten_vanaf = {.months = 12};
    const auto stands = run(p);
    CHECK(stands.jaren[0].gemeenten[0].casus_loopt > 20);
    CHECK(stands.jaren[0].gemeenten[0].heragendering == 0);
    CHECK(stands.jaren[0].subregios[0].personen_gewogen[1] == 0); // never weighed again
    p.personen.herhaling.plan_ingehaald = units::Probability{1.0};
    const auto overtaken = run(p);
    CHECK(overtaken.jaren[0].gemeenten[0].casus_loopt == 0);
    CHECK(overtaken.jaren[0].gemeenten[0].heragendering > 20);
    // Cases go back to preparation: more overleggen than cases.
    const auto& sub = overtaken.jaren[0].subregios[0];
    CHECK(sub.overleggen > sub.wachttijd_overleg.count());
    CHECK(stands.jaren[0].subregios[0].overleggen ==
          stands.jaren[0].subregios[0].wachttijd_overleg.count());
}

TEST_CASE("who leaves makes no more meldingen, and what is open about them ends") {
    Parameters p = small_house();
    p.personen.vertrek = units::PerYear{5.0}; // after 73 days on average
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.intake.informatieverzoek.spec = parameters::always(20.0);
    p.casussoorten.focus.sluiten_vanaf = {.months = 3};
    p.casussoorten.focus.reeks = {{.months = 1}, {.months = 2}, {.months = 3}};
    const auto outcome = run(p);
    const auto& year = outcome.jaren[0];
    CHECK(year.subregios[0].vertrokken > 20);
    CHECK(year.gemeenten[0].vertrokken > 5);
    CHECK(year.subregios[0].casussen_vertrokken[0] > 3);
    const auto left = steps(outcome, Stap::vertrokken);
    for (const auto& line : left) { // nothing comes after it in a story but a task in hand
        for (const auto& later : story_of(outcome, line.subject)) {
            const auto step = static_cast<Stap>(later.step);
            const bool done_before = later.time <= line.time;
            const bool in_hand = step == Stap::teruggekoppeld || step == Stap::verslag_klaar;
            CHECK((done_before || in_hand));
        }
    }
}

TEST_CASE("in expected mode a person leaves when the mean time has passed") {
    Parameters p = early(one_person());
    p.personen.vertrek = units::PerYear{2.0};
    p.personen.herhaling.per_jaar = units::PerYear{1.5}; // after leaving: never
    const auto outcome = run(p, engine::DrawMode::expected);
    std::int64_t people = 0;
    for (const auto& year : outcome.jaren)
        people += year.gemeenten[0].meldingen;
    CHECK(people == 31); // one a month from June 2015 to December 2017, and nobody twice
}

TEST_CASE("an intervention on a bron with ook_herhaling reaches known persons too") {
    Parameters p = small_house();
    always(p, Besluit::bilateraal);
    p.beginvoorraad.gebruiken = false;
    p.looptijd.opwarming = {.months = 24};
    p.looptijd.einde = date(2017, 1, 1);
    p.personen.vertrek = units::PerYear{0.3};
    p.personen.herhaling.per_jaar = units::PerYear{1.0};
    const auto before = run(p).jaren.back().gemeenten[0].meldingen;
    p.instroom.interventies = {{.key = "meer",
                                .bronnen = {},
                                .factor = units::Factor{2.0},
                                .vanaf = date(2016, 1, 1),
                                .tot = {}}};
    const auto only_new = run(p).jaren.back().gemeenten[0].meldingen;
    p.instroom.interventies[0].ook_herhaling = true;
    const auto both = run(p).jaren.back().gemeenten[0].meldingen;
    CHECK(only_new > before + 100); // the new ones, 146 a year, come twice as often
    CHECK(both > only_new + 100);
}

TEST_CASE("known persons given as a stock come back as often as their history says") {
    Parameters p = small_house();
    always(p, Besluit::bilateraal);
    p.gemeenten[0].instroom = units::PerYear{0.0001};
    p.personen.herhaling.per_jaar = units::PerYear{0.5};
    p.personen.variantie = units::Factor{3.0};
    const auto group = [](std::int32_t times) {
        return parameters::Voorraadpersoon{.key = "groep",
                                           .gemeente = "g",
                                           .bron = "politie",
                                           .meldingen = times,
                                           .sinds = units::Days{30.0},
                                           .bekend_sinds = units::Days{times == 1 ? 30.0 : 700.0},
                                           .aantal = 400};
    };
    p.beginvoorraad.personen = {group(1)};
    const auto once = run(p).jaren[0].gemeenten[0].meldingen;
    p.beginvoorraad.personen = {group(8)};
    const auto often = run(p).jaren[0].gemeenten[0].meldingen;
    CHECK(once > 50);
    CHECK(often > 3 * once);
}

TEST_CASE("who is detained is not reported by others, and the clock goes on after release") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.bronnen.push_back(p.bronnen[0]);
    p.bronnen[0].key = "dji";
    p.bronnen[0].detentiemelding = true;
    p.bronnen[1].gewicht = units::Count{0.0};
    p.bronnen[1].herhaalgewicht = units::Count{1.0};
    p.besluiten.push_back(p.besluiten[0]);
    p.besluiten[0].key = p.besluiten[0].voor_bron = "dji";
    p.personen.vertrek = units::PerYear{0.001};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.personen.herhaling.per_jaar = units::PerYear{12.0};
    p.detentie.vertraging_melding.spec = parameters::always(1.0);
    const auto repeats = [&](double days) {
        p.detentie.duur.spec = parameters::always(days);
        std::int64_t count = 0;
        for (const auto& line : steps(run(p), Stap::ontvangen))
            count += p.bronnen[static_cast<std::size_t>(line.a)].key == "politie" ? 1 : 0;
        return count;
    };
    CHECK(repeats(1000.0) == 0);
    CHECK(repeats(30.0) > 100);
}

TEST_CASE("a person released twice in a year is followed once, from the first release") {
    Parameters p = small_house();
    p.looptijd.uitloop = {.months = 25};
    p.bronnen[0].detentiemelding = true;
    p.gemeenten[0].eigen_nazorg = true;
    p.detentie.duur.spec = parameters::always(10.0);
    p.personen.vertrek = units::PerYear{0.001};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.recidive.vervolg = {{units::Days{365.0}, units::Probability{0.3}}};
    p.recidive.detentie_zonder_delict = units::PerYear{4.0};
    const auto outcome = run(p);
    const auto& counts = outcome.jaren[0].gemeenten[0];
    CHECK(counts.vrijlatingen > counts.personen_vrij + 20);
    CHECK(counts.personen_opnieuw_vrij > 10);
    CHECK(outcome.cohorten[0][0].personen == counts.personen_vrij);
    CHECK(outcome.cohorten[0][0].recidive_1j <= outcome.cohorten[0][0].recidive_2j);
    CHECK(outcome.cohorten[0][0].recidive_2j <= counts.personen_vrij);
    CHECK(outcome.uitloop.size() == 3); // 2016, 2017 and a month
}

namespace {

/// A stock of 400 persons whose last melding, of a detention, was `days` ago, and nobody else.
Parameters known_detainees(double days, bool detained) {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.gemeenten[0].instroom = units::PerYear{0.0001};
    p.gemeenten[0].eigen_nazorg = true;
    p.bronnen[0].detentiemelding = true;
    p.detentie.vertraging_melding.spec = parameters::always(2.0);
    p.detentie.duur.spec = parameters::always(100.0);
    p.beginvoorraad.personen = {{.key = "groep",
                                 .gemeente = "g",
                                 .bron = "politie",
                                 .meldingen = 1,
                                 .sinds = units::Days{days},
                                 .bekend_sinds = units::Days{days},
                                 .gedetineerd = detained,
                                 .aantal = 400}};
    return p;
}

std::int64_t detained_days(const casus::Uitkomst& outcome) {
    return outcome.jaren[0].subregios[0].detentie_oppervlak / 86400;
}

} // namespace

TEST_CASE("a stock of detained persons goes free when their detention has lasted") {
    // Detained 52 days ago, for 100 days.
    CHECK(detained_days(run(known_detainees(50.0, true))) == 400 * 48);
    CHECK(detained_days(run(known_detainees(50.0, false))) == 0);
}

TEST_CASE("the clocks of a stock run from the beginning: no flood of what is overdue") {
    Parameters p = known_detainees(700.0, false);
    p.recidive.detentie_zonder_delict = units::PerYear{0.5};
    const auto first_week = [](const casus::Uitkomst& outcome) {
        return std::ranges::count_if(steps(outcome, Stap::ontvangen),
                                     [](const auto& line) { return line.time < at(2015, 6, 8); });
    };
    const auto outcome = run(p);
    CHECK(steps(outcome, Stap::ontvangen).size() > 60); // 400 persons, half a year, less 100 days
    CHECK(first_week(outcome) < 15);                    // 400 x 0.5 x 5 days: 3 expected
    p.recidive.detentie_zonder_delict = units::PerYear{0.0};
    p.recidive.vervolg = {{units::Days{365.0}, units::Probability{0.4}},
                          {units::Days{1095.0}, units::Probability{0.7}}};
    p.recidive.met_detentie = units::Probability{1.0};
    const auto again = run(p);
    CHECK(steps(again, Stap::ontvangen).size() > 20);
    CHECK(first_week(again) < 10);
}

TEST_CASE("lives that began before the calendar's zero meet no intervention") {
    Parameters p = small_house();
    p.personen.herhaling.per_jaar = units::PerYear{1.0};
    p.personen.vertrek = units::PerYear{0.01};
    p.instroom.interventies = {{.key = "meer",
                                .bronnen = {},
                                .factor = units::Factor{2.0},
                                .vanaf = date(2016, 1, 1),
                                .tot = {}}};
    p.instroom.interventies[0].ook_herhaling = true;
    const casus::Levensopzet lives(p);
    CHECK(&lives.stap(at(1890, 1, 1)) == &lives.stappen.front());
    CHECK(lives.stap(at(1890, 1, 1)).factor == 1.0);
    CHECK(lives.stap(at(2016, 1, 1)).factor == 2.0);
}

TEST_CASE("a melding whose person leaves has waited for the briefing until then") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{400.0}; // four a week are weighed
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.personen.vertrek = units::PerYear{5.0};
    const auto outcome = run(p);
    const auto& waits = outcome.slot[0].briefing;
    const auto ready = static_cast<std::int64_t>(steps(outcome, Stap::informatie_binnen).size());
    CHECK(outcome.jaren[0].gemeenten[0].vertrokken > 30);
    CHECK(waits.ended() + waits.censored() == ready);
}
