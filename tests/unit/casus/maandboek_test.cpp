#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <map>
#include <set>

using namespace ketenplan;
using namespace ketenplan::tests;
using casus::Duursom;
using engine::Seconds;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

casus::Uitkomst
run_months(const Parameters& p, engine::DrawMode mode, bool months = true, std::uint32_t seed = 1) {
    const casus::Opzet opzet(p);
    return casus::simulate(opzet,
                           {.sleutel = {.seed = seed, .replication = 0},
                            .wijze = mode,
                            .spoor = engine::Trace::everything,
                            .maandreeks = months});
}

/// The small house with stagnation, missed overleggen and little time, so that much goes wrong.
Parameters busy_house() {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{110.0};
    p.casusoverleg.quorum_mist = units::Probability{0.2};
    p.casussoorten.focus.stagnatie = units::Probability{0.1};
    p.casussoorten.focus.caseload_norm = units::Count{12.0};
    p.taken.contact = task(400.0);
    p.taken.contact.termijn = units::Workdays{1.0};
    decide(p.besluiten[0], Besluit::bilateraal, 0.5);
    return p;
}

std::chrono::year_month month_of(Time t) {
    const std::chrono::year_month_day day{engine::date_of(t)};
    return day.year() / day.month();
}

/// What the trace tells of a month.
struct Recount {
    std::int64_t weighed = 0;
    std::int64_t cases = 0;
    std::int64_t held = 0;
    Seconds waited{0};
    std::int64_t contacts = 0;
    std::int64_t late = 0;
};

/// The months counted again from the story of every melding, not from the books.
std::map<std::chrono::year_month, Recount> recount(const casus::Uitkomst& outcome) {
    std::map<std::chrono::year_month, Recount> months;
    std::map<std::uint32_t, Time> decided;
    std::set<std::uint32_t> held;
    for (const engine::TraceLine& line : outcome.spoor) {
        Recount& now = months[month_of(line.time)];
        switch (static_cast<Stap>(line.step)) {
        case Stap::besproken:
            ++now.weighed;
            if (line.a != static_cast<std::int64_t>(Besluit::focus))
                break;
            ++now.cases;
            decided[line.subject] = line.time;
            break;
        case Stap::overleg_gehouden:
            if (held.insert(line.subject).second) {
                Recount& then = months[month_of(decided.at(line.subject))];
                ++then.held;
                then.waited += line.time - decided.at(line.subject);
            }
            break;
        case Stap::contact_gedaan:
            ++now.contacts;
            now.late += line.b > 0 ? 1 : 0;
            break;
        default:
            break;
        }
    }
    return months;
}

} // namespace

TEST_CASE("June, walked by hand: two meldingen, one overleg, one contact") {
    // A melding every ten days, at midnight: 11 June (Thursday), 21 June (Sunday), 1 July.
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{36.5};
    p.looptijd.einde = date(2015, 8, 1);
    const auto outcome = run_months(p, engine::DrawMode::expected);
    REQUIRE(outcome.maanden.size() == 2);
    const casus::Maand& june = outcome.maanden[0];
    CHECK(june.begin == at(2015, 6, 1));
    CHECK(june.eind == at(2015, 7, 1));
    CHECK(june.dagen == 30);
    const casus::SubregioMaand& a = june.subregios[0];

    // Weighed on Tuesdays 16 and 30 June, 10:15. An arrival may be rounded up by a second.
    const auto about = [](Seconds actual, Seconds expected) {
        CHECK(actual <= expected);
        CHECK(actual >= expected - Seconds{20});
    };
    CHECK(a.weging.aantal == 2);
    about(a.weging.som, hours{24 * 5 + 10 + 24 * 9 + 10} + minutes{30});
    // Both are cases of June. The overleggen are on Mondays 22 June and 6 July, 14:00.
    CHECK(a.nieuw[0] == 2);
    CHECK(a.overlegd[0].aantal == 2);
    CHECK(a.overlegd[0].som == 2 * (hours{24 * 6 + 3} + minutes{45}));
    CHECK(a.nog_open[0].aantal == 0);
    // The first contact, a week after the overleg, on 29 June.
    CHECK(a.contacten == 1);
    CHECK(a.contacten_te_laat == 0);

    // At the midnights after 16 to 21 June the first case waits, after 30 June the second.
    CHECK(a.wacht_op_overleg[0].aantal == 7);
    CHECK(a.wacht_op_overleg[0].som == 7 * (hours{13} + minutes{45}) + hours{24 * 15});
    CHECK(a.wacht_op_procesregisseur.aantal == 0);
    // Open meldingen: five midnights for the first, nine for the second.
    CHECK(a.open_meldingen.aantal == 14);
    about(a.open_meldingen.som, hours{24 * (15 + 45)});
    // Only the intake of the second is open at a midnight, that after Sunday.
    std::int64_t tasks = 0;
    Seconds work{0};
    for (const casus::RolMaand& rol : june.rollen) {
        tasks += rol.open_taken;
        work += rol.open_werk;
    }
    CHECK(tasks == 1);
    CHECK(work == hours{1});
}

TEST_CASE("a case without overleg when the run ends is open in the month of its besluit") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{36.5};
    p.looptijd.einde = date(2015, 7, 4);
    const auto outcome = run_months(p, engine::DrawMode::expected);
    REQUIRE(outcome.maanden.size() == 2);
    const casus::SubregioMaand& june = outcome.maanden[0].subregios[0];
    CHECK(outcome.maanden[1].dagen == 3);
    CHECK(june.overlegd[0].aantal == 1);
    CHECK(june.nog_open[0].aantal == 1); // besluit 30 June 10:15, overleg on 6 July
    CHECK(june.nog_open[0].som == hours{24 * 3 + 13} + minutes{45});
    CHECK(outcome.maanden[1].subregios[0].nieuw[0] == 0);
}

TEST_CASE("months agree with the story of every melding") {
    const auto outcome = run_months(busy_house(), engine::DrawMode::random);
    const auto expected = recount(outcome);
    REQUIRE(outcome.maanden.size() == 7);
    std::int64_t late = 0;
    std::int64_t open = 0;
    for (const casus::Maand& month : outcome.maanden) {
        const casus::SubregioMaand& a = month.subregios[0];
        const Recount& r = expected.at(month_of(month.begin));
        INFO("month " << static_cast<unsigned>(month_of(month.begin).month()));
        CHECK(a.weging.aantal == r.weighed);
        CHECK(a.nieuw[0] == r.cases);
        CHECK(a.overlegd[0].aantal == r.held);
        CHECK(a.overlegd[0].som == r.waited);
        CHECK(a.nog_open[0].aantal == r.cases - r.held);
        CHECK(a.contacten == r.contacts);
        CHECK(a.contacten_te_laat == r.late);
        late += a.contacten_te_laat;
        open += a.nog_open[0].aantal;
    }
    CHECK(late > 0);
    CHECK(open > 0);
}

TEST_CASE("keeping months changes nothing else") {
    const auto with = run_months(busy_house(), engine::DrawMode::random);
    const auto without = run_months(busy_house(), engine::DrawMode::random, false);
    CHECK(without.maanden.empty());
    CHECK(with.vingerafdruk == without.vingerafdruk);
    CHECK(with.gebeurtenissen == without.gebeurtenissen);
    CHECK(with.jaren[0].subregios[0].contacten == without.jaren[0].subregios[0].contacten);
    CHECK(with.jaren[0].rollen[0].aan_taken == without.jaren[0].rollen[0].aan_taken);
}

TEST_CASE("parts of months at both ends, and the turn of the year, lose nothing") {
    Parameters p = busy_house();
    p.looptijd = {
        .start = date(2015, 6, 17), .einde = date(2016, 2, 10), .opwarming = {.months = 5}};
    const auto outcome = run_months(p, engine::DrawMode::random);
    REQUIRE(outcome.maanden.size() == 9);
    CHECK(outcome.maanden.front().begin == at(2015, 6, 17));
    CHECK(outcome.maanden.front().dagen == 14);
    CHECK(outcome.maanden.back().eind == at(2016, 2, 10));
    for (const casus::Jaar& year : outcome.jaren) {
        Duursom weighed;
        std::int64_t contacts = 0;
        std::int64_t cases = 0;
        for (const casus::Maand& month : outcome.maanden) {
            if (engine::year_of(month.begin) != year.jaar)
                continue;
            weighed.aantal += month.subregios[0].weging.aantal;
            weighed.som += month.subregios[0].weging.som;
            contacts += month.subregios[0].contacten;
            cases += month.subregios[0].nieuw[0];
        }
        CHECK(weighed.aantal == year.subregios[0].doorlooptijd_weging.count());
        CHECK(weighed.som == year.subregios[0].doorlooptijd_weging.sum());
        CHECK(contacts == year.subregios[0].contacten);
        CHECK(contacts > 0);
        CHECK(cases == year.subregios[0].casussen[0].erbij);
    }
}
