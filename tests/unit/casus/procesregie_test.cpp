#include "support/small_house.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

constexpr std::size_t wacht = 0;
constexpr std::size_t monitoring = 2;

parameters::Voorraadcasus
stock(std::string key, std::size_t fase, double days, std::int32_t count, std::string where = "g") {
    return {.key = std::move(key),
            .soort = parameters::Casussoort::focus,
            .gemeente = std::move(where),
            .fase = fase,
            .leeftijd = units::Days{days},
            .aantal = count};
}

/// Two subregio's, a and b, with a gemeente each (g and h), and staff for the whole house.
Parameters shared_house() {
    Parameters p = small_house();
    p.subregios.push_back(p.subregios[0]);
    p.subregios[1].key = "b";
    p.subregios[1].briefing.weekdag = parameters::Weekdag::donderdag;
    p.subregios[1].overlegmomenten[0].weekdag = parameters::Weekdag::vrijdag;
    p.gemeenten.push_back(p.gemeenten[0]);
    p.gemeenten[1].key = "h";
    p.gemeenten[1].subregio = "b";
    for (auto& gemeente : p.gemeenten)
        gemeente.instroom = units::PerYear{0.0};
    for (auto& post : p.formatie.posten)
        post.plaats = "huis";
    return p;
}

} // namespace

TEST_CASE("room that a procesregisseur of the whole house gets goes to any subregio") {
    Parameters p = shared_house();
    p.casussoorten.focus.caseload_norm = units::Count{1.0};
    // The only place is taken by a case of a; one of b waits until that one closes.
    p.beginvoorraad.casussen = {stock("loopt", monitoring, 20.0, 1),
                                stock("wacht", wacht, 1.0, 1, "h")};
    const auto outcome = run(p);
    const auto closed = steps(outcome, Stap::afgesloten);
    const auto assigned = steps(outcome, Stap::toegewezen);
    REQUIRE(closed.size() == 2);
    REQUIRE(assigned.size() == 2);
    CHECK(assigned[1].time == closed[0].time);
}

TEST_CASE("waiting cases of the stock come after all that runs, the oldest first") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.casussoorten.focus.caseload_norm = units::Count{3.0};
    // By key the waiting ones would come first and the younger of them before the older.
    p.beginvoorraad.casussen = {stock("a_jong", wacht, 5.0, 1),
                                stock("b_oud", wacht, 50.0, 1),
                                stock("c_loopt", monitoring, 20.0, 2)};
    const auto outcome = run(p);
    const auto assigned = steps(outcome, Stap::toegewezen);
    REQUIRE(assigned.size() == 4);
    CHECK(assigned[2].time == at(2015, 6, 1)); // the third place
    CHECK(assigned[3].time > at(2015, 6, 1));
    // Its whole wait counts: the part before the run too.
    const auto& wait = outcome.jaren[0].subregios[0].wachttijd_procesregisseur;
    REQUIRE(wait.count() == 2);
    CHECK(wait.quantile(1.0) / 86400.0 < 51.0); // the old one was first: 50 days and no more
    const double later = static_cast<double>((assigned[3].time - at(2015, 6, 1)).count()) / 86400.0;
    CHECK(wait.mean() / 86400.0 == Approx(0.5 * (50.0 + 5.0 + later)).epsilon(0.02));
}

TEST_CASE("an initial stock is there at the beginning, and a house that empties does not grow") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.beginvoorraad.casussen = {stock("loopt", monitoring, 20.0, 5)};
    const auto outcome = run(p);
    const auto& year = outcome.jaren[0];
    CHECK(year.subregios[0].casussen[0].begin == 5);
    CHECK(year.subregios[0].casussen[0].erbij == 0);
    CHECK(year.gemeenten[0].casussen_begin[0] == 5);
    CHECK(year.subregios[0].casussen[0].eind == 0);
}

TEST_CASE("an equal load per fraction goes to the longest in service, however fractions round") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.formatie.posten[1].fte = units::Fte{1.6}; // 1.0 and 0.6, which is 0.6000000000000001
    p.beginvoorraad.casussen = {stock("loopt", monitoring, 20.0, 9)};
    const auto assigned = steps(run(p), Stap::toegewezen);
    REQUIRE(assigned.size() == 9);
    // After eight cases it is 5 on 1.0 against 3 on 0.6: a tie.
    std::vector<std::int64_t> first(3, 0);
    for (std::size_t i = 0; i < 8; ++i)
        ++first[static_cast<std::size_t>(assigned[i].a)];
    CHECK(first[1] == 5);
    CHECK(first[2] == 3);
    CHECK(assigned[8].a == 1);
}

TEST_CASE("who comes out of an overleg at the second a briefing begins can chair it") {
    Parameters p = small_house();
    p.subregios[0].briefing.weekdag = parameters::Weekdag::maandag;
    p.subregios[0].briefing.tijd = std::chrono::hours{15}; // the overleg is from two to three
    const auto outcome = run(p);
    const auto& year = outcome.jaren[0].subregios[0];
    CHECK(year.overleggen > 10);
    CHECK(year.briefings_vervallen == 0);
}

TEST_CASE("a briefing is chaired by who has no overleg in its time, if there is one") {
    Parameters p = small_house();
    p.formatie.posten[1].fte = units::Fte{2.0};
    p.subregios[0].briefing.weekdag = parameters::Weekdag::maandag;
    p.subregios[0].briefing.tijd = std::chrono::hours{13} + std::chrono::minutes{45};
    const auto outcome = run(p);
    const auto held = steps(outcome, Stap::overleg_gehouden);
    REQUIRE(held.size() > 10);
    // Nobody chairs and confers at once: all minutes of meetings were worked.
    const auto& year = outcome.jaren[0];
    const auto minutes =
        year.subregios[0].briefing_duur + year.subregios[0].overleggen * std::chrono::seconds{3600};
    CHECK(year.rollen[1].in_vergadering == minutes);
}
