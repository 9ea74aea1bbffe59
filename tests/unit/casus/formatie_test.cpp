#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace ketenplan;
using namespace ketenplan::tests;

namespace {

/// Two places, with informatiecoordinatoren in the first only.
Parameters two_places() {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.subregios.push_back(p.subregios[0]);
    p.subregios[1].key = "b";
    p.subregios[1].briefing.weekdag = parameters::Weekdag::donderdag;
    p.gemeenten.push_back(p.gemeenten[0]);
    p.gemeenten[1].key = "h";
    p.gemeenten[1].subregio = "b";
    p.formatie.posten[1].plaats = "huis"; // procesregisseurs for both
    return p;
}

std::size_t told(const casus::Uitkomst& outcome) {
    return steps(outcome, Stap::teruggekoppeld).size();
}

} // namespace

TEST_CASE("where nobody of a role works, the work stays, unless the other place stands in") {
    Parameters p = two_places();
    CHECK(parameters::validate(p).has_errors()); // the check says so beforehand
    p.formatie.rollen[0].vervangt_andere_subregio = true;
    const auto outcome = run(p);
    const auto& year = outcome.jaren[0];
    CHECK(year.gemeenten[0].gewogen > 50);
    CHECK(year.gemeenten[1].gewogen > 50);
    CHECK(outcome.rollen.size() == 2);
}

TEST_CASE("somebody of the whole house works for every place") {
    Parameters p = two_places();
    p.formatie.posten[0].plaats = "huis";
    const auto outcome = run(p);
    CHECK(outcome.jaren[0].gemeenten[1].gewogen > 50);
    CHECK(told(outcome) > 100);
    CHECK(outcome.rollen[0].plaats == casus::het_huis);
}

TEST_CASE("nobody stands in for a place that has somebody") {
    Parameters p = two_places();
    p.formatie.rollen[0].vervangt_andere_subregio = true;
    auto post = p.formatie.posten[0];
    post.key = "info_b";
    post.plaats = "b";
    post.fte = units::Fte{0.1}; // 43 minutes a day is not enough
    p.formatie.posten.push_back(post);
    std::set<std::int64_t> helped_b;
    const auto outcome = run(p);
    for (const auto& line : steps(outcome, Stap::ontvangen)) {
        if (line.b != 1)
            continue;
        for (const auto& other : story_of(outcome, line.subject)) {
            if (other.step == static_cast<std::uint16_t>(Stap::intake_klaar))
                helped_b.insert(other.a);
        }
    }
    CHECK(helped_b.size() == 1);
}

TEST_CASE("productivity stretches tasks and leaves meetings as they are") {
    Parameters p = small_house();
    const auto half = run(p);
    for (auto& rol : p.formatie.rollen)
        rol.productiviteit = units::Probability{1.0};
    const auto full = run(p);
    const auto& slow = half.jaren[0].rollen[0];
    const auto& fast = full.jaren[0].rollen[0];
    CHECK(slow.werk.erbij == Approx(2.0 * static_cast<double>(fast.werk.erbij)).epsilon(0.03));
    CHECK(full.jaren[0].rollen[1].in_vergadering.count() > 0);
}

TEST_CASE("a holiday period stretches the work that arises in it and the answers of partners") {
    Parameters p = small_house();
    p.kalender.vakanties = {{.key = "zomer",
                             .van = {std::chrono::July, std::chrono::day{15}},
                             .tot = {std::chrono::August, std::chrono::day{31}},
                             .medewerkers = units::Factor{0.5},
                             .partners = units::Factor{0.5}}};
    const auto outcome = run(p);
    const casus::Opzet opzet(p);
    for (const auto& line : steps(outcome, Stap::informatie_binnen)) {
        const auto story = story_of(outcome, line.subject);
        const auto intake = std::ranges::find(
            story, static_cast<std::uint16_t>(Stap::intake_klaar), &engine::TraceLine::step);
        const bool summer = intake->time >= at(2015, 7, 15) && intake->time < at(2015, 9, 1);
        CHECK(line.time == opzet.kalender.add_workdays(intake->time, summer ? 4 : 2));
    }
}

TEST_CASE("a holiday period may span New Year") {
    Parameters p = small_house();
    p.kalender.vakanties = {{.key = "kerst",
                             .van = {std::chrono::December, std::chrono::day{20}},
                             .tot = {std::chrono::January, std::chrono::day{4}},
                             .medewerkers = units::Factor{0.25},
                             .partners = units::Factor{1.0}}};
    const casus::Opzet opzet(p);
    CHECK(opzet.factor_medewerkers(at(2015, 12, 20)) == 0.25);
    CHECK(opzet.factor_medewerkers(at(2016, 1, 4, 23)) == 0.25);
    CHECK(opzet.factor_medewerkers(at(2016, 1, 5)) == 1.0);
    CHECK(opzet.factor_medewerkers(at(2015, 12, 19, 23)) == 1.0);
    CHECK(opzet.factor_partners(at(2015, 12, 25)) == 1.0);
}

TEST_CASE("an overleg outside somebody's hours is work outside the roster, and is taken back") {
    Parameters p = small_house();
    p.formatie.posten[1].fte = units::Fte{0.5}; // 9:00 to 12:36; overleggen are at 14:00
    const auto outcome = run(p);
    const auto& rol = outcome.jaren[0].rollen[1];
    CHECK(rol.buiten_rooster == outcome.jaren[0].subregios[0].overleggen * std::chrono::hours{1});
    CHECK(rol.teruggenomen > rol.buiten_rooster - std::chrono::hours{2});
    CHECK(rol.teruggenomen <= rol.buiten_rooster);
}

TEST_CASE("time on duty is never exceeded, and the books of work balance") {
    const auto outcome = run(small_house());
    for (const casus::RolJaar& rol : outcome.jaren[0].rollen) {
        CHECK(rol.aan_taken + rol.in_vergadering + rol.teruggenomen <= rol.rooster);
        CHECK(rol.werk.begin + rol.werk.erbij == rol.werk.eraf + rol.werk.eind);
    }
}
