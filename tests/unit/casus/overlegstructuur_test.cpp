#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <vector>

// Bodies above the case, in the small house: the Regiekamer meets on the second Thursday of July,
// August, October and November 2015 (9 July, 13 August, 8 October, 12 November) at 14:00.

using namespace ketenplan;
using namespace ketenplan::tests;
using engine::DrawMode;
using engine::Seconds;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr std::size_t regiekamer = 0;
constexpr std::size_t om = 0; ///< index of the organisatie
constexpr std::size_t politie = 1;

casus::OrgaanJaar year_of(const casus::Uitkomst& outcome, std::size_t orgaan = regiekamer) {
    REQUIRE(outcome.jaren.size() == 1);
    return outcome.jaren[0].organen[orgaan];
}

parameters::Overlegorgaan& rk(Parameters& p) {
    return p.overlegstructuur.regiekamer;
}

/// Both organisaties come half of the time; without chance the first of the two, at every meeting.
Parameters half_present() {
    Parameters p = small_house();
    rk(p).deelnemers = {{"om", 1.0}, {"politie", 1.0}};
    rk(p).aanwezigheid = {{"om", 0.5}, {"politie", 0.5}};
    return p;
}

/// One running case whose every contact ends in an escalation to the Regiekamer.
Parameters one_escalating_case() {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.beginvoorraad.casussen = {{.key = "oud",
                                 .soort = parameters::Casussoort::focus,
                                 .gemeente = "g",
                                 .fase = 1,
                                 .leeftijd = units::Days{0.0},
                                 .aantal = 1}};
    auto& focus = p.casussoorten.focus;
    focus.sluitkans_eerste = focus.sluitkans_later = units::Probability{0.0};
    focus.stagnatie = units::Probability{1.0};
    p.escalatie.deel = units::Probability{1.0};
    p.escalatie.naar = {units::Count{1.0}, units::Count{0.0}, units::Count{0.0}};
    return p;
}

std::vector<Time> times(const casus::Uitkomst& outcome, Stap step) {
    std::vector<Time> found;
    for (const auto& line : steps(outcome, step))
        found.push_back(line.time);
    return found;
}

} // namespace

TEST_CASE("a body without quorum, chair or work for the house costs hours and changes no event") {
    const auto bare = run(small_house());
    Parameters p = small_house();
    rk(p).lengte = units::Minutes{90.0};
    rk(p).deelnemers = {{"om", 2.0}, {"politie", 0.5}};
    rk(p).voorbereiding = {{"om", 60.0}};
    rk(p).reistijd = units::Minutes{30.0};
    const auto outcome = run(p);
    CHECK(outcome.vingerafdruk == bare.vingerafdruk);
    const casus::OrgaanJaar year = year_of(outcome);
    CHECK(year.gehouden == 4);
    CHECK(year.uren[om] == casus::Orgaanuren{4 * minutes{180}, 4 * hours{1}, 4 * hours{1}});
    CHECK(year.uren[politie] == casus::Orgaanuren{4 * minutes{45}, hours{0}, 4 * minutes{15}});
    CHECK(year.deelnemers == casus::Orgaanuren{4 * minutes{225}, 4 * hours{1}, 4 * minutes{75}});
    CHECK(year_of(bare).gehouden == 4);
    CHECK(year_of(bare).deelnemers == casus::Orgaanuren{});
}

TEST_CASE("who does not come has no hours") {
    const casus::OrgaanJaar year = year_of(run(half_present(), DrawMode::expected));
    CHECK(year.gehouden == 4);
    CHECK(year.uren[om].vergadering == 4 * hours{2});
    CHECK(year.uren[politie] == casus::Orgaanuren{});
}

TEST_CASE("a meeting without its quorum is not held, but who came had prepared and travelled") {
    Parameters p = half_present();
    rk(p).quorum = units::Probability{0.51}; // of two: both
    rk(p).voorbereiding = {{"om", 60.0}};
    rk(p).reistijd = units::Minutes{30.0};
    const casus::OrgaanJaar year = year_of(run(p, DrawMode::expected));
    CHECK(year.gehouden == 0);
    CHECK(year.mislukt == 4);
    CHECK(year.uren[om] == casus::Orgaanuren{hours{0}, 4 * hours{1}, 4 * minutes{30}});
    rk(p).quorum = units::Probability{0.5}; // of two: one
    CHECK(year_of(run(p, DrawMode::expected)).gehouden == 4);
    rk(p).quorum_organisaties = 2; // the stricter of the two counts
    CHECK(year_of(run(p, DrawMode::expected)).mislukt == 4);
}

TEST_CASE("an escalated case waits in the queue of its body until a meeting is held") {
    Parameters p = one_escalating_case();
    rk(p).deelnemers = {{"om", 1.0}};
    rk(p).aanwezigheid = {{"om", 0.5}};
    rk(p).quorum_organisaties = 1; // held, not, held, not
    const auto outcome = run(p, DrawMode::expected);
    const std::vector<Time> decided{at(2015, 7, 9, 14), at(2015, 10, 8, 14)};
    const std::vector<Time> put_off{at(2015, 8, 13, 14), at(2015, 11, 12, 14)};
    CHECK(times(outcome, Stap::escalatie_besloten) == decided);
    CHECK(times(outcome, Stap::escalatie_aangehouden) == put_off);
    const auto escalated = times(outcome, Stap::geescaleerd);
    REQUIRE(escalated.size() == 3);
    const casus::OrgaanJaar year = year_of(outcome);
    CHECK(year.opgeschaald == 3);
    CHECK(year.besloten == 2);
    CHECK(year.wachttijd.sum() == decided[0] - escalated[0] + (decided[1] - escalated[1]));
    CHECK(Seconds{year.wachtrij.oppervlak} ==
          year.wachttijd.sum() + (at(2016, 1, 1) - escalated[2]));
    CHECK(outcome.organen[regiekamer].wachtend.aantal == 1);
    CHECK(outcome.organen[regiekamer].wachtend.leeftijd == at(2016, 1, 1) - escalated[2]);
}

TEST_CASE("a quorum that is always met decides when a body without one does") {
    Parameters p = one_escalating_case();
    const auto bare = times(run(p, DrawMode::expected), Stap::escalatie_besloten);
    rk(p).deelnemers = {{"om", 1.0}};
    rk(p).quorum = units::Probability{1.0};
    CHECK(times(run(p, DrawMode::expected), Stap::escalatie_besloten) == bare);
    CHECK(bare.size() >= 2);
}

TEST_CASE("a body stalls at its second failure in a row, and is stranded after half a year") {
    Parameters p = half_present();
    rk(p).quorum_organisaties = 2;
    p.looptijd.einde = date(2016, 4, 1); // meets in January and February too, in vain
    const auto outcome = run(p, DrawMode::expected);
    REQUIRE(outcome.jaren.size() == 2);
    const auto& first = outcome.jaren[0].organen[regiekamer];
    const auto& second = outcome.jaren[1].organen[regiekamer];
    CHECK(first.stil == at(2016, 1, 1) - at(2015, 8, 13, 14));
    CHECK(second.stil == at(2016, 4, 1) - at(2016, 1, 1));
    CHECK(!first.gestrand); // half a year ends on 13 February
    CHECK(second.gestrand);
    CHECK(outcome.organen[regiekamer].gestrand);
    p.looptijd.einde = date(2016, 2, 13);
    CHECK(!run(p, DrawMode::expected).organen[regiekamer].gestrand);
    p.looptijd.einde = date(2016, 2, 14);
    CHECK(run(p, DrawMode::expected).organen[regiekamer].gestrand);
}

TEST_CASE("one failure does not stall a body, and a held meeting starts the count anew") {
    Parameters p = small_house();
    rk(p).deelnemers = {{"om", 1.0}};
    rk(p).aanwezigheid = {{"om", 0.5}};
    rk(p).quorum_organisaties = 1; // held, not, held, not
    const casus::OrgaanJaar year = year_of(run(p, DrawMode::expected));
    CHECK(year.gehouden == 2);
    CHECK(year.mislukt == 2);
    CHECK(year.stil == Seconds{0});
}

TEST_CASE("a held meeting ends a stall to the second") {
    Parameters p = small_house();
    rk(p).deelnemers = {{"om", 1.0}};
    rk(p).aanwezigheid = {{"om", 1.0 / 3.0}};
    rk(p).quorum_organisaties = 1; // owed 1/3, 2/3, 0, 1/3: not, held, not, not
    const casus::OrgaanJaar year = year_of(run(p, DrawMode::expected));
    CHECK(year.gehouden == 1);
    CHECK(year.stil == at(2016, 1, 1) - at(2015, 11, 12, 14));
    p.looptijd.einde = date(2016, 2, 1); // January: held on the 14th
    const auto outcome = run(p, DrawMode::expected);
    CHECK(outcome.jaren[1].organen[regiekamer].stil == at(2016, 1, 14, 14) - at(2016, 1, 1));
}

TEST_CASE("a body that ceases to exist no longer stands still") {
    Parameters p = half_present();
    rk(p).quorum_organisaties = 2;
    rk(p).tot = date(2015, 10, 1);
    const casus::OrgaanJaar year = year_of(run(p, DrawMode::expected));
    CHECK(year.mislukt == 2);
    CHECK(year.stil == at(2015, 10, 1) - at(2015, 8, 13, 14));
    rk(p).vanaf = date(2015, 8, 1);
    CHECK(year_of(run(p, DrawMode::expected)).mislukt == 1);
}

TEST_CASE("preparation by the house is a task of its role, done before the meeting") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    rk(p).voorbereiding_huis = {{"procesregisseur", 60.0}};
    const auto outcome = run(p);
    const casus::OrgaanJaar year = year_of(outcome);
    CHECK(year.huis_voorbereiding == 4 * hours{2}); // at half speed
    CHECK(year.onvoorbereid == 0);
    CHECK(year.stil == Seconds{0});
    Seconds by_role{0};
    for (const casus::RolJaar& role : outcome.jaren[0].rollen)
        by_role += role.aan_voorbereiding;
    CHECK(by_role == year.huis_voorbereiding);
}

TEST_CASE("a meeting that begins unprepared stalls its body, and its waiting work is withdrawn") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.looptijd.einde = date(2016, 2, 1);
    // Two days for 30 hours each; the second task is never begun.
    rk(p).voorbereiding_vanaf = units::Workdays{2.0};
    rk(p).voorbereiding_huis = {{"informatiecoordinator", 15.0 * 60.0}};
    p.overlegstructuur.organen = {rk(p)};
    p.overlegstructuur.organen[0].key = "tweede";
    const auto outcome = run(p);
    const auto& year = outcome.jaren[0].organen[regiekamer];
    CHECK(year.onvoorbereid == 4);
    CHECK(year.gehouden == 4); // it is held all the same
    CHECK(year.stil == at(2016, 1, 1) - at(2015, 7, 9, 14));
    CHECK(!year.gestrand);
    CHECK(outcome.jaren[1].organen[regiekamer].gestrand); // on 9 January
    CHECK(year.huis_voorbereiding == 4 * hours{30});      // finished, without effect
    CHECK(outcome.jaren[0].organen[2].huis_voorbereiding == Seconds{0});
    for (const casus::RolJaar& role : outcome.jaren[0].rollen)
        CHECK(role.werk.begin + role.werk.erbij == role.werk.eraf + role.werk.eind);
}

TEST_CASE("medewerkers of the house sit in the meeting, with their own work laid aside") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    rk(p).huis = {{"procesregisseur", 2.0}}; // there is one
    rk(p).voorzitter = "procesregisseur";
    const auto outcome = run(p);
    CHECK(year_of(outcome).gehouden == 4);
    CHECK(year_of(outcome).huis_vergadering == 4 * hours{2});
    const auto& role = outcome.jaren[0].rollen[1];
    CHECK(role.in_organen == 4 * hours{2});
    CHECK(role.in_vergadering == 4 * hours{2});
    rk(p).tijd = hours{15} + minutes{12}; // the day ends at 16:12
    CHECK(run(p).jaren[0].rollen[1].in_vergadering == 4 * hours{1});
    CHECK(run(p).jaren[0].rollen[1].buiten_rooster == 4 * hours{1});
}

TEST_CASE("a meeting that the house chairs fails when nobody of the role is free") {
    Parameters p = small_house(); // a briefing every Tuesday at ten, of at least fifteen minutes
    rk(p).weekdag = parameters::Weekdag::dinsdag;
    rk(p).tijd = hours{10} + minutes{5};
    rk(p).huis = {{"procesregisseur", 1.0}};
    CHECK(year_of(run(p, DrawMode::expected)).gehouden == 4); // chaired by a partner
    rk(p).voorzitter = "procesregisseur";
    const casus::OrgaanJaar year = year_of(run(p, DrawMode::expected));
    CHECK(year.mislukt == 4);
    CHECK(year.huis_vergadering == Seconds{0});
}

TEST_CASE("a body held next to another shares its date, and saves only what both ask") {
    Parameters p = small_house();
    parameters::Overlegorgaan& sg = p.overlegstructuur.stuurgroep; // March and September
    sg.deelnemers = {{"om", 1.0}};
    parameters::Overlegorgaan werkgroep;
    werkgroep.key = "werkgroep";
    werkgroep.maanden = {units::Count{7.0}, units::Count{9.0}};
    werkgroep.weekdag = parameters::Weekdag::maandag;
    werkgroep.tijd = hours{10};
    werkgroep.naast = "stuurgroep";
    werkgroep.deelnemers = {{"om", 1.0}, {"politie", 1.0}};
    werkgroep.voorbereiding = {{"om", 60.0}, {"politie", 60.0}};
    werkgroep.reistijd = units::Minutes{40.0};
    werkgroep.besparing_reistijd = units::Probability{0.75};
    werkgroep.besparing_voorbereiding = units::Probability{0.5};
    p.overlegstructuur.organen = {werkgroep};
    const casus::Opzet opzet(p);
    // The second Monday of July, and the Stuurgroep's second Thursday of September.
    CHECK(opzet.organen[2].momenten == std::vector<Time>{at(2015, 7, 13, 10), at(2015, 9, 10, 10)});
    CHECK(opzet.organen[1].momenten == std::vector<Time>{at(2015, 9, 10, 14)});
    const casus::OrgaanJaar year = year_of(run(p), 2);
    CHECK(year.uren[om] == casus::Orgaanuren{hours{4}, minutes{90}, minutes{50}});
    CHECK(year.uren[politie] == casus::Orgaanuren{hours{4}, hours{2}, minutes{80}});
}

TEST_CASE("meetings on a holiday move to the next workday") {
    Parameters p = small_house();
    rk(p).maanden = {units::Count{12.0}};
    rk(p).weekdag = parameters::Weekdag::vrijdag;
    rk(p).welke = 4; // Christmas Day 2015
    CHECK(casus::Opzet(p).organen[0].momenten == std::vector<Time>{at(2015, 12, 28, 14)});
}

TEST_CASE("attendance has a stream of its own per organisatie: one more changes no other's") {
    Parameters p = half_present();
    const auto before = year_of(run(p)).uren[om];
    rk(p).aanwezigheid[1].value = 0.9;
    CHECK(year_of(run(p)).uren[om] == before);
    p.overlegstructuur.stuurgroep.deelnemers = rk(p).deelnemers;
    p.overlegstructuur.stuurgroep.aanwezigheid = rk(p).aanwezigheid;
    CHECK(year_of(run(p)).uren[om] == before);
}

TEST_CASE("a question waits for each body of its route in turn, or for the last when joint") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2020, 1, 1), .opwarming = {}};
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.besluitroutes = {{.key = "lijn",
                        .organen = {"stuurgroep", "regiekamer"},
                        .gezamenlijk = false,
                        .vragen = units::PerYear{7.0}},
                       {.key = "samen",
                        .organen = {"stuurgroep", "regiekamer"},
                        .gezamenlijk = true,
                        .vragen = units::PerYear{7.0}}};
    const casus::Opzet opzet(p);
    const auto next = [&](std::size_t orgaan, Time from) {
        const auto& all = opzet.organen[orgaan].momenten;
        const auto found = std::ranges::lower_bound(all, from);
        return found == all.end() ? engine::never : *found;
    };
    Seconds in_turn{0};
    Seconds joint{0};
    std::int64_t decided = 0;
    for (int k = 1; k <= 35; ++k) { // without chance a question comes every seventh of a year
        const Time asked = opzet.begin + casus::hele_seconden(k / 7.0 * 365.2425 * 86400.0);
        const Time first = next(1, asked);
        if (asked >= opzet.einde || first == engine::never)
            continue;
        // Who comes out of the first meeting is in time for what begins when it ends.
        const Time second = next(0, first + hours{2});
        if (second == engine::never)
            continue;
        in_turn += second - asked;
        joint += std::max(first, next(0, asked)) - asked;
        ++decided;
    }
    const auto outcome = run(p, DrawMode::expected);
    Seconds simulated_in_turn{0};
    Seconds simulated_joint{0};
    std::int64_t simulated = 0;
    for (const casus::Jaar& year : outcome.jaren) {
        simulated_in_turn += year.routes[0].doorlooptijd.sum();
        simulated_joint += year.routes[1].doorlooptijd.sum();
        simulated += year.routes[0].besloten;
        CHECK(year.routes[0].besloten == year.routes[0].doorlooptijd.count());
    }
    CHECK(simulated == decided);
    CHECK(simulated_in_turn == in_turn);
    CHECK(simulated_joint == joint);
    CHECK(joint < in_turn);
    CHECK(decided > 25);
}

TEST_CASE("a question that comes out of a meeting is too late for one that has begun") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2017, 1, 1), .opwarming = {}};
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.overlegstructuur.regiekamer = parameters::vast_orgaan("regiekamer", "Regiekamer");
    const auto lead = [&](Seconds clock) { // both on the second Thursday of March and September
        rk(p).tijd = clock;
        p.besluitroutes = {{.key = "lijn",
                            .organen = {"stuurgroep", "regiekamer"},
                            .gezamenlijk = false,
                            .vragen = units::PerYear{1.0}}};
        const auto outcome = run(p, DrawMode::expected); // asked after 365.2425 days
        return outcome.jaren[1].routes[0].doorlooptijd.sum();
    };
    const Time asked = at(2015, 1, 1) + casus::hele_seconden(365.2425 * 86400.0);
    CHECK(lead(hours{16}) == at(2016, 3, 10, 16) - asked); // the first ends at four
    CHECK(lead(hours{15}) == at(2016, 9, 8, 15) - asked);
    CHECK(lead(hours{13}) == at(2016, 9, 8, 13) - asked);
}
