#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

const casus::Jaar& only_year(const casus::Uitkomst& outcome) {
    REQUIRE(outcome.jaren.size() == 1);
    return outcome.jaren[0];
}

std::int64_t besluiten(const casus::Jaar& year, Besluit besluit) {
    return year.gemeenten[0].besluiten[static_cast<std::size_t>(besluit)];
}

} // namespace

TEST_CASE("a besluit that is put off comes back once, after its delay, and is then final") {
    Parameters p = small_house();
    always(p, Besluit::uitgesteld);
    p.weging.terugkomst = units::Probability{1.0};
    p.subregios[0].briefing.agenda = units::Minutes{120.0};
    const auto outcome = run(p);
    const auto& year = only_year(outcome);
    CHECK(besluiten(year, Besluit::uitgesteld) == year.gemeenten[0].gewogen);
    for (const auto& line : steps(outcome, Stap::weer_gereed)) {
        const auto story = story_of(outcome, line.subject);
        const auto put_off = std::ranges::find(
            story, static_cast<std::uint16_t>(Stap::aangehouden), &engine::TraceLine::step);
        const casus::Opzet opzet(p);
        CHECK(line.time == opzet.kalender.add_workdays(put_off->time, 5));
    }
    // Each is dealt with twice, but for those that wait for their second time at the end.
    std::map<std::uint32_t, int> times_discussed;
    for (const auto& line : steps(outcome, Stap::besproken))
        ++times_discussed[line.subject];
    const auto once =
        std::ranges::count_if(times_discussed, [](const auto& m) { return m.second == 1; });
    CHECK(once > 0);
    CHECK(year.gemeenten[0].geagendeerd == 2 * year.gemeenten[0].gewogen + once);
    CHECK(std::ranges::all_of(times_discussed, [](const auto& m) { return m.second <= 2; }));
    // Minutes and terugkoppeling are spent both times.
    CHECK(std::ssize(steps(outcome, Stap::teruggekoppeld)) >= year.gemeenten[0].geagendeerd - 3);
}

TEST_CASE("without a chance to come back a besluit that is put off is final at once") {
    Parameters p = small_house();
    always(p, Besluit::uitgesteld);
    const auto outcome = run(p);
    CHECK(only_year(outcome).gemeenten[0].geagendeerd == only_year(outcome).gemeenten[0].gewogen);
}

TEST_CASE("detentiemeldingen of a gemeente with its own nazorg are never weighed") {
    Parameters p = small_house();
    p.bronnen[0].detentiemelding = true;
    p.gemeenten[0].eigen_nazorg = true;
    const auto outcome = run(p);
    const auto& year = only_year(outcome);
    CHECK(year.gemeenten[0].meldingen > 50);
    CHECK(year.gemeenten[0].lokale_kamer == year.gemeenten[0].meldingen);
    CHECK(year.gemeenten[0].gewogen == 0);
    CHECK(year.rollen[0].taken_gedaan == 0); // no intake either
    CHECK(year.subregios[0].meldingen.eraf == year.gemeenten[0].meldingen);
}

TEST_CASE("its other meldingen are weighed like any other") {
    Parameters p = small_house();
    p.gemeenten[0].eigen_nazorg = true;
    CHECK(only_year(run(p)).gemeenten[0].gewogen > 50);
}

TEST_CASE("nazorg needs a detention: without one the besluit becomes bilateraal") {
    Parameters p = small_house();
    always(p, Besluit::nazorg);
    CHECK(besluiten(only_year(run(p)), Besluit::bilateraal) > 50);
    p.bronnen[0].detentiemelding = true;
    const auto outcome = run(p);
    CHECK(besluiten(only_year(outcome), Besluit::nazorg) > 50);
    CHECK(besluiten(only_year(outcome), Besluit::bilateraal) == 0);
    CHECK(only_year(outcome).subregios[0].nazorg.zaken.erbij > 50);
}

TEST_CASE("a detentiemelding of somebody under 18 makes no detention") {
    Parameters p = small_house();
    always(p, Besluit::nazorg);
    p.bronnen[0].detentiemelding = true;
    p.bronnen[0].leeftijd.gewichten = {units::Count{1.0}, units::Count{0.0}, units::Count{0.0}};
    CHECK(besluiten(only_year(run(p)), Besluit::nazorg) == 0);
}

TEST_CASE("a detention that ended before the nazorgtermijn gives no right to nazorg") {
    Parameters p = small_house();
    always(p, Besluit::nazorg);
    p.bronnen[0].detentiemelding = true;
    p.detentie.duur.spec = parameters::always(0.0); // released a second after the melding
    p.nazorg.termijn = {.months = 0, .days = 1};    // and over before any briefing
    CHECK(besluiten(only_year(run(p)), Besluit::nazorg) == 0);
    p.nazorg.termijn = {.months = 2};
    CHECK(besluiten(only_year(run(p)), Besluit::nazorg) > 50);
}

TEST_CASE("without a Top60 list the besluit top60 becomes focus") {
    Parameters p = small_house();
    always(p, Besluit::top60);
    CHECK(besluiten(only_year(run(p)), Besluit::focus) > 50);
    p.subregios[0].top60 = {.plaatsen = 5, .gemeente = "g"};
    CHECK(besluiten(only_year(run(p)), Besluit::top60) > 50);
}

TEST_CASE("the most specific table of besluiten counts") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    auto table = p.besluiten[0];
    table.key = "in_g";
    table.voor_gemeente = "g";
    table.gewichten = {};
    decide(table, Besluit::bilateraal, 1.0);
    p.besluiten.push_back(table);
    CHECK(besluiten(only_year(run(p)), Besluit::past_niet) == 0);
    table.key = "jong_in_g";
    table.voor_leeftijd = 1; // under 18: nobody here
    table.gewichten = {};
    decide(table, Besluit::focus, 1.0);
    p.besluiten.push_back(table);
    CHECK(besluiten(only_year(run(p)), Besluit::focus) == 0);
    p.bronnen[0].leeftijd.gewichten = {units::Count{1.0}, units::Count{0.0}, units::Count{0.0}};
    CHECK(besluiten(only_year(run(p)), Besluit::focus) > 50);
}

TEST_CASE("a briefing on a day off lapses") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2014, 12, 1), .einde = date(2015, 1, 31), .opwarming = {}};
    p.subregios[0].briefing.weekdag = parameters::Weekdag::donderdag; // 25 December, 1 January
    const auto outcome = run(p);
    REQUIRE(outcome.jaren.size() == 2);
    CHECK(outcome.jaren[0].subregios[0].briefings_vervallen == 1);
    CHECK(outcome.jaren[1].subregios[0].briefings_vervallen == 1);
    for (const auto& line : steps(outcome, Stap::besproken))
        CHECK(std::chrono::weekday{engine::date_of(line.time)} == std::chrono::Thursday);
}

TEST_CASE("a voluntary traject is refused when its price no longer fits in the year's budget") {
    Parameters p = small_house();
    always(p, Besluit::vrijwillig_traject);
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2017, 1, 1), .opwarming = {}};
    p.vrijwillig_traject = {.prijs = units::Euro{1000.0}, .budget = units::Euro{2999.99}};
    const auto outcome = run(p);
    REQUIRE(outcome.jaren.size() == 2);
    for (const casus::Jaar& year : outcome.jaren) {
        CHECK(year.huis.trajecten == 2);
        CHECK(year.huis.traject_centen == 200'000);
        CHECK(year.huis.trajecten + year.huis.trajecten_geweigerd == year.gemeenten[0].gewogen);
    }
}

TEST_CASE("opschalen counts as an escalation and waits for the next Regiekamer") {
    Parameters p = small_house();
    always(p, Besluit::opschalen);
    const auto outcome = run(p);
    const casus::Opzet opzet(p);
    CHECK(only_year(outcome).subregios[0].opschalingen == only_year(outcome).gemeenten[0].gewogen);
    for (const auto& line : steps(outcome, Stap::opgeschaald)) {
        const Time decided = line.time + engine::Seconds{line.a};
        if (line.a < 0) // none in this run any more
            CHECK(line.time >= opzet.organen[0].momenten.back());
        else
            CHECK(std::ranges::find(opzet.organen[0].momenten, decided) !=
                  opzet.organen[0].momenten.end());
    }
}

TEST_CASE("the chair is the procesregisseur who chaired longest ago") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.formatie.posten[1].fte = units::Fte{3.0};
    const auto outcome = run(p);
    std::vector<std::int64_t> chairs;
    Time last{};
    for (const auto& line : steps(outcome, Stap::besproken)) {
        if (engine::date_of(line.time) != engine::date_of(last))
            chairs.push_back(line.b);
        last = line.time;
    }
    REQUIRE(chairs.size() > 9);
    for (std::size_t i = 0; i + 3 < chairs.size(); ++i) {
        CHECK(std::set<std::int64_t>{chairs[i], chairs[i + 1], chairs[i + 2]}.size() == 3);
        CHECK(chairs[i] == chairs[i + 3]);
    }
}

TEST_CASE("partners at the briefing spend its length, each") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    const auto outcome = run(p);
    const auto& subregio = only_year(outcome).subregios[0];
    CHECK(subregio.partnertijd == 2 * subregio.briefing_duur); // two organisations, one person each
}

TEST_CASE("meldingen that never reach a briefing are not forgotten in the wait for it") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{400.0};
    p.subregios[0].briefing.agenda = units::Minutes{60.0}; // four a week, about eight come in
    const auto outcome = run(p);
    const auto& plain = only_year(outcome).subregios[0].wachttijd_briefing;
    const auto& survival = outcome.slot[0].briefing;
    CHECK(survival.ended() == static_cast<std::int64_t>(plain.count()));
    CHECK(survival.censored() > 50);
    const casus::Opzet opzet(p);
    CHECK(survival.restricted_mean(opzet.einde - opzet.start) > 1.2 * plain.mean());
}

TEST_CASE("a melding that is gereed after the closing time waits for the next briefing") {
    const auto outcome = run(small_house()); // closes a day before, Tuesdays at ten
    std::size_t too_late = 0;
    for (const auto& line : steps(outcome, Stap::besproken)) {
        const auto ready = [&] {
            for (const auto& step : story_of(outcome, line.subject)) {
                if (step.step == static_cast<std::uint16_t>(Stap::informatie_binnen))
                    return step.time;
            }
            return line.time;
        }();
        const Time begins = Time{engine::date_of(line.time)} + std::chrono::hours{10};
        CHECK(ready <= begins - std::chrono::days{1});
        // Ready between the closing time and the start of the briefing a week earlier.
        const Time before = begins - std::chrono::days{7};
        too_late += ready > before - std::chrono::days{1} && ready <= before ? 1U : 0U;
    }
    CHECK(too_late > 3);
}
