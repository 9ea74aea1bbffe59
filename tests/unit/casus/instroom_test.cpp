#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <set>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

std::vector<Time> arrivals(const casus::Uitkomst& outcome) {
    std::vector<Time> times;
    for (const auto& line : steps(outcome, Stap::ontvangen))
        times.push_back(line.time);
    return times;
}

std::vector<Time> arrivals(const Parameters& p) {
    return arrivals(run(p));
}

parameters::Interventie intervention(double factor, engine::Date from, engine::Date until) {
    return {.key = "maatregel",
            .bronnen = {},
            .factor = units::Factor{factor},
            .vanaf = from,
            .tot = until};
}

/// Mean number of meldingen a year over many replications.
std::map<std::int32_t, Sample> yearly(const Parameters& p, std::uint32_t replications) {
    const casus::Opzet opzet(p);
    std::map<std::int32_t, std::vector<double>> counts;
    for (std::uint32_t r = 0; r < replications; ++r) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {4, r}, .spoor = {}});
        for (const casus::Jaar& year : outcome.jaren)
            counts[year.jaar].push_back(static_cast<double>(year.gemeenten[0].meldingen));
    }
    std::map<std::int32_t, Sample> samples;
    for (const auto& [year, values] : counts)
        samples[year] = sample_of(values);
    return samples;
}

} // namespace

TEST_CASE("a measure that halves the inflow leaves the others as they were, to the second") {
    const auto before = arrivals(small_house());
    Parameters p = small_house();
    p.instroom.interventies = {intervention(0.5, date(2015, 8, 1), date(2015, 10, 1))};
    const auto after = arrivals(p);
    const std::set<Time> known(before.begin(), before.end());
    CHECK(after.size() < before.size());
    for (const Time t : after)
        CHECK(known.contains(t));
    const auto outside = [](Time t) {
        return t < at(2015, 8, 1) || t >= at(2015, 10, 1);
    };
    CHECK(std::ranges::count_if(before, outside) == std::ranges::count_if(after, outside));
}

TEST_CASE("a measure that takes away more, takes away the same persons and others") {
    Parameters half = small_house();
    half.instroom.interventies = {intervention(0.5, date(2015, 6, 1), date(2016, 1, 1))};
    Parameters quarter = small_house();
    quarter.instroom.interventies = {intervention(0.25, date(2015, 6, 1), date(2016, 1, 1))};
    const auto many = arrivals(half);
    const std::set<Time> known(many.begin(), many.end());
    for (const Time t : arrivals(quarter))
        CHECK(known.contains(t));
}

TEST_CASE("a measure that doubles the inflow adds a stream and leaves the base as it was") {
    const auto before = arrivals(small_house());
    Parameters p = small_house();
    p.instroom.interventies = {intervention(2.0, date(2015, 8, 1), date(2015, 10, 1))};
    const auto after = arrivals(p);
    const std::set<Time> known(after.begin(), after.end());
    for (const Time t : before)
        CHECK(known.contains(t));
    CHECK(after.size() > before.size());
    for (const Time t : after) {
        if (t < at(2015, 8, 1) || t >= at(2015, 10, 1))
            CHECK(std::ranges::find(before, t) != before.end());
    }
}

TEST_CASE("a measure on one bron leaves another alone") {
    Parameters p = small_house();
    auto other = p.bronnen[0];
    other.key = "gemeente";
    p.bronnen.insert(p.bronnen.begin(), other);
    p.besluiten.push_back(p.besluiten[0]);
    p.besluiten[1].key = p.besluiten[1].voor_bron = "gemeente";
    const auto count = [](const casus::Uitkomst& outcome, std::int64_t bron) {
        return std::ranges::count_if(steps(outcome, Stap::ontvangen),
                                     [&](const auto& line) { return line.a == bron; });
    };
    const auto before = run(p);
    p.instroom.interventies = {intervention(0.0, date(2015, 6, 1), date(2016, 1, 1))};
    p.instroom.interventies[0].bronnen = {"politie"};
    const auto after = run(p);
    CHECK(count(before, 0) == count(after, 0));
    CHECK(count(before, 1) > 0);
    CHECK(count(after, 1) == 0);
}

TEST_CASE("a gemeente that is added changes no draw about another") {
    const Parameters p = small_house();
    Parameters more = p;
    more.gemeenten.insert(more.gemeenten.begin(), more.gemeenten[0]);
    more.gemeenten[0].key = "a_gemeente_voor_g";
    const auto before = arrivals(p);
    std::vector<Time> same;
    for (const auto& line : steps(run(more), Stap::ontvangen)) {
        if (line.b == 1)
            same.push_back(line.time);
    }
    CHECK(same == before);
}

TEST_CASE("a year brings its yearly rate, leap year or not, whatever the months and weekdays") {
    Parameters p = small_house();
    p.looptijd.start = date(2015, 1, 1);
    p.looptijd.einde = date(2017, 1, 1);
    p.bronnen[0].maandfactoren[0] = units::Factor{3.0};
    p.bronnen[0].weekdagfactoren = {units::Factor{1.0},
                                    units::Factor{1.0},
                                    units::Factor{1.0},
                                    units::Factor{1.0},
                                    units::Factor{2.0},
                                    units::Factor{0.0},
                                    units::Factor{0.0}};
    const auto counts = yearly(p, 400);
    CHECK(counts.at(2015).agrees_with(146.0));
    CHECK(counts.at(2016).agrees_with(146.0));
    for (const Time t : arrivals(p)) {
        const std::chrono::weekday day{engine::date_of(t)};
        CHECK(day != std::chrono::Saturday);
        CHECK(day != std::chrono::Sunday);
    }
}

TEST_CASE("growth steps up with each full year after the start, and not in the warm-up") {
    Parameters p = small_house();
    p.looptijd = {
        .start = date(2014, 1, 1), .einde = date(2017, 1, 1), .opwarming = {.months = 24}};
    p.instroom.groei = units::Factor{0.1};
    const auto counts = yearly(p, 400);
    CHECK(counts.at(2014).agrees_with(146.0));
    CHECK(counts.at(2015).agrees_with(146.0 * 1.1));
    CHECK(counts.at(2016).agrees_with(146.0 * 1.21));
}

TEST_CASE("meldingen of a bron have its ages, and ages stay within their class") {
    Parameters p = small_house();
    p.bronnen[0].leeftijd.gewichten = {units::Count{1.0}, units::Count{2.0}, units::Count{7.0}};
    p.bronnen[0].vrouw = units::Probability{0.3};
    always(p, Besluit::past_niet);
    std::vector<double> young;
    std::vector<double> women;
    const casus::Opzet opzet(p);
    for (std::uint32_t r = 0; r < 200; ++r) {
        const auto year = casus::simulate(opzet, {.sleutel = {9, r}, .spoor = {}}).jaren[0];
        const auto& ages = year.subregios[0].gewogen_leeftijd;
        const auto all = static_cast<double>(ages[0] + ages[1] + ages[2]);
        CHECK(ages[0] + ages[1] + ages[2] == year.gemeenten[0].gewogen);
        young.push_back(static_cast<double>(ages[0]) / all);
        women.push_back(static_cast<double>(year.subregios[0].gewogen_vrouw) / all);
    }
    // Some turn 18 between melding and besluit: one in 6 years of ages, within about ten days.
    CHECK(sample_of(young).mean == Approx(0.1).margin(0.005));
    CHECK(sample_of(women).agrees_with(0.3));
}
