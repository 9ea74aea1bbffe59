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

/// The times of one step in the story of one melding.
std::vector<Time> times(const casus::Uitkomst& outcome, std::uint32_t melding, Stap step) {
    std::vector<Time> found;
    for (const auto& line : story_of(outcome, melding)) {
        if (line.step == static_cast<std::uint16_t>(step))
            found.push_back(line.time);
    }
    return found;
}

/// One running case in the stock and no inflow to speak of.
Parameters one_case(std::size_t fase, double age_in_days) {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.beginvoorraad.casussen = {{.key = "oud",
                                 .soort = parameters::Casussoort::focus,
                                 .gemeente = "g",
                                 .fase = fase,
                                 .leeftijd = units::Days{age_in_days},
                                 .aantal = 1}};
    return p;
}

constexpr std::size_t wacht = 0;
constexpr std::size_t voorbereiding = 1;
constexpr std::size_t monitoring = 2;

} // namespace

TEST_CASE("a case waits when its procesregisseur's caseload is at the norm") {
    Parameters p = small_house();
    p.casussoorten.focus.caseload_norm = units::Count{2.0};
    p.casussoorten.focus.sluitkans_eerste = p.casussoorten.focus.sluitkans_later =
        units::Probability{0.0};
    const auto outcome = run(p);
    CHECK(steps(outcome, Stap::toegewezen).size() == 2);
    const auto& subregio = only_year(outcome).subregios[0];
    CHECK(subregio.casussen[0].eind == subregio.casussen[0].erbij);
    CHECK(outcome.slot[0].wacht_op_procesregisseur.aantal == subregio.casussen[0].eind - 2);
}

TEST_CASE("a lighter phase makes room for a waiting case") {
    Parameters p = small_house();
    p.casussoorten.focus.caseload_norm = units::Count{2.0};
    p.casussoorten.focus.gewichten.monitoring = units::Count{0.5};
    p.casussoorten.focus.sluitkans_eerste = p.casussoorten.focus.sluitkans_later =
        units::Probability{0.0};
    // Two at 1, then halves: three at 0.5 leave no room for a fourth of weight 1... until 2 - 1 = 2
    // x 0.5: two in monitoring and one in preparation fit, three in monitoring leave room for none.
    CHECK(steps(run(p), Stap::toegewezen).size() == 3);
}

TEST_CASE("waiting cases are assigned in the order in which they came") {
    Parameters p = small_house();
    p.casussoorten.focus.caseload_norm = units::Count{2.0};
    const auto outcome = run(p);
    std::uint32_t last = 0;
    for (const auto& line : steps(outcome, Stap::toegewezen)) {
        CHECK(line.subject > last);
        last = line.subject;
    }
}

TEST_CASE("the procesregisseur with the smallest caseload per fraction gets the case") {
    Parameters p = small_house();
    p.formatie.posten[1].fte.reset();
    p.formatie.posten[1].aanstellingen = {units::Fte{1.0}, units::Fte{0.5}};
    p.casussoorten.focus.sluitkans_eerste = p.casussoorten.focus.sluitkans_later =
        units::Probability{0.0};
    std::map<std::int64_t, int> cases;
    for (const auto& line : steps(run(p), Stap::toegewezen))
        ++cases[line.a];
    REQUIRE(cases.size() == 2);
    const double ratio =
        static_cast<double>(cases.begin()->second) / std::prev(cases.end())->second;
    CHECK(ratio == Approx(2.0).margin(0.1));
}

TEST_CASE("a case is never booked twice at once, nor beyond the rooms of a slot") {
    Parameters p = small_house();
    p.formatie.posten[1].fte = units::Fte{3.0};
    p.gemeenten[0].instroom = units::PerYear{300.0};
    p.subregios[0].overlegmomenten[0].kamers = 2;
    p.subregios[0].overlegmomenten.push_back(
        {.weekdag = parameters::Weekdag::maandag,
         .tijd = std::chrono::hours{14} + std::chrono::minutes{30},
         .lengte = units::Minutes{60.0},
         .kamers = 1});
    const auto outcome = run(p);
    std::map<Time, int> in_slot;
    std::map<std::pair<std::int64_t, Time>, int> by_person;
    std::map<std::uint32_t, std::int64_t> owner;
    for (const auto& line : steps(outcome, Stap::toegewezen))
        owner[line.subject] = line.a;
    for (const auto& line : steps(outcome, Stap::overleg_gehouden)) {
        ++in_slot[line.time];
        ++by_person[{owner[line.subject], Time{engine::date_of(line.time)}}];
    }
    for (const auto& [time, count] : in_slot)
        CHECK(count <= (engine::clock_of(time) == std::chrono::hours{14} ? 2 : 1));
    // The two moments overlap, so nobody has more than one on a Monday.
    for (const auto& [who, count] : by_person)
        CHECK(count == 1);
}

TEST_CASE(
    "an overleg that fails is rebooked at least five workdays away, and its slot stays used") {
    Parameters p = one_case(voorbereiding, 0.0);
    p.casusoverleg.quorum_mist = units::Probability{0.9};
    p.casussoorten.focus.sluitkans_eerste = units::Probability{0.0};
    const auto outcome = run(p);
    const auto failed = times(outcome, 1, Stap::overleg_mislukt);
    const auto booked = steps(outcome, Stap::overleg_geboekt);
    REQUIRE(failed.size() >= 2);
    const casus::Opzet opzet(p);
    for (std::size_t i = 0; i < failed.size(); ++i) {
        const Time next{engine::Seconds{booked[i + 1].a}};
        CHECK(next >= opzet.kalender.add_workdays(failed[i], 5));
    }
    CHECK(only_year(outcome).subregios[0].overleggen_mislukt == std::ssize(failed));
}

TEST_CASE("contacts follow the series and then go on every month, each after the one before") {
    Parameters p = one_case(voorbereiding, 0.0);
    auto& focus = p.casussoorten.focus;
    focus.sluitkans_eerste = focus.sluitkans_later = units::Probability{0.0};
    const auto outcome = run(p);
    const auto held = times(outcome, 1, Stap::overleg_gehouden);
    REQUIRE(held.size() == 1);
    const Time end = held[0] + std::chrono::hours{1};
    const auto contacts = times(outcome, 1, Stap::contact_gedaan);
    REQUIRE(contacts.size() >= 5);
    const casus::Opzet opzet(p);
    const std::vector<Time> due{end + std::chrono::days{7},
                                engine::add_months(end, 1),
                                engine::add_months(end, 2),
                                engine::add_months(end, 3),
                                engine::add_months(end, 4)};
    const engine::Shift shift(opzet.kalender, std::chrono::hours{9}, engine::Seconds{25920});
    for (std::size_t i = 0; i < due.size(); ++i)
        CHECK(contacts[i] == shift.finish(due[i], std::chrono::minutes{30})); // 15 at half speed
}

TEST_CASE("the first contact at which closing is possible has a chance of its own") {
    Parameters p = one_case(voorbereiding, 0.0);
    auto& focus = p.casussoorten.focus;
    focus.reeks = {{.days = 7}, {.months = 1}, {.months = 2}, {.months = 3}};
    focus.sluiten_vanaf = {.months = 2};
    focus.sluitkans_eerste = units::Probability{0.0};
    focus.sluitkans_later = units::Probability{1.0};
    const auto outcome = run(p);
    CHECK(times(outcome, 1, Stap::contact_gedaan).size() == 4);
    const auto& subregio = only_year(outcome).subregios[0];
    CHECK(subregio.afgesloten[0] == 1);
    CHECK(subregio.eerste_sluitmoment[0] == 1);
    CHECK(subregio.afgesloten_bij_eerste[0] == 0);
    CHECK(subregio.looptijd[0].count() == 1);
}

TEST_CASE(
    "a case that stagnates and is not escalated gets a new overleg, and contacts start anew") {
    Parameters p = one_case(voorbereiding, 0.0);
    auto& focus = p.casussoorten.focus;
    focus.sluitkans_eerste = focus.sluitkans_later = units::Probability{0.0};
    focus.stagnatie = units::Probability{1.0};
    p.escalatie.deel = units::Probability{0.0};
    const auto outcome = run(p);
    const auto held = times(outcome, 1, Stap::overleg_gehouden);
    const auto contacts = times(outcome, 1, Stap::contact_gedaan);
    REQUIRE(held.size() >= 3);
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        CHECK(contacts[i] > held[i]);
        CHECK(contacts[i] - held[i] < std::chrono::days{10}); // always the first of the series
    }
    CHECK(only_year(outcome).subregios[0].heragenderingen == std::ssize(contacts));
    CHECK(only_year(outcome).subregios[0].wachttijd_overleg.count() == 1); // the first only
}

TEST_CASE("an escalated case waits for the next meeting of the body, then goes on") {
    Parameters p = one_case(voorbereiding, 0.0);
    auto& focus = p.casussoorten.focus;
    focus.sluitkans_eerste = focus.sluitkans_later = units::Probability{0.0};
    focus.stagnatie = units::Probability{1.0};
    p.escalatie.deel = units::Probability{1.0};
    p.escalatie.naar = {units::Count{1.0}, units::Count{0.0}, units::Count{0.0}};
    const auto outcome = run(p);
    const casus::Opzet opzet(p);
    const auto escalated = times(outcome, 1, Stap::geescaleerd);
    const auto decided = times(outcome, 1, Stap::escalatie_besloten);
    const auto contacts = times(outcome, 1, Stap::contact_gedaan);
    REQUIRE(decided.size() >= 2);
    for (std::size_t i = 0; i < decided.size(); ++i) {
        CHECK(decided[i] == *std::ranges::upper_bound(opzet.organen[0].momenten, escalated[i]));
        if (i + 1 < contacts.size())
            CHECK(contacts[i + 1] > decided[i]); // nothing while it waits
    }
    CHECK(only_year(outcome).subregios[0].escalaties[0] == std::ssize(escalated));
    CHECK(only_year(outcome).subregios[0].heragenderingen == 0);
}

TEST_CASE("an ad hoc escalation takes its own delay in workdays") {
    Parameters p = one_case(voorbereiding, 0.0);
    auto& focus = p.casussoorten.focus;
    focus.sluitkans_eerste = focus.sluitkans_later = units::Probability{0.0};
    focus.stagnatie = units::Probability{1.0};
    p.escalatie.deel = units::Probability{1.0};
    p.escalatie.naar = {units::Count{0.0}, units::Count{0.0}, units::Count{1.0}};
    p.escalatie.ad_hoc_duur.spec = parameters::always(7.0);
    const auto outcome = run(p);
    const casus::Opzet opzet(p);
    const auto escalated = times(outcome, 1, Stap::geescaleerd);
    const auto decided = times(outcome, 1, Stap::escalatie_besloten);
    REQUIRE(!decided.empty());
    CHECK(decided[0] == opzet.kalender.add_workdays(escalated[0], 7));
}

TEST_CASE("lateness raises the chance of stagnation, up to certainty") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{400.0}; // far too much for one procesregisseur
    p.taken.contact.termijn = units::Workdays{0.0};
    p.casussoorten.focus.per_week_te_laat = units::Probability{1.0};
    p.casussoorten.focus.sluitkans_eerste = p.casussoorten.focus.sluitkans_later =
        units::Probability{0.0};
    const auto outcome = run(p);
    for (const auto& line : steps(outcome, Stap::contact_gedaan)) {
        const bool week_late = line.b >= 7 * 86400;
        const auto story = story_of(outcome, line.subject);
        const bool stagnated = std::ranges::any_of(story, [&](const auto& other) {
            return other.time == line.time &&
                   (other.step == static_cast<std::uint16_t>(Stap::stagnatie_herplan) ||
                    other.step == static_cast<std::uint16_t>(Stap::geescaleerd));
        });
        if (week_late)
            CHECK(stagnated);
        if (line.b <= 0)
            CHECK(!stagnated);
    }
}

TEST_CASE("the results of closing have their chances, each on its own") {
    Parameters p = small_house();
    p.casussoorten.focus.resultaten.kansen = {units::Probability{1.0},
                                              units::Probability{0.0},
                                              units::Probability{1.0},
                                              units::Probability{0.0},
                                              units::Probability{0.0}};
    const auto outcome = run(p);
    const auto& subregio = only_year(outcome).subregios[0];
    REQUIRE(subregio.afgesloten[0] > 0);
    CHECK(subregio.resultaten[0][0] == subregio.afgesloten[0]);
    CHECK(subregio.resultaten[0][1] == 0);
    CHECK(subregio.resultaten[0][2] == subregio.afgesloten[0]);
}

TEST_CASE("the client at the table adds minutes to the report") {
    Parameters p = one_case(voorbereiding, 0.0);
    p.casusoverleg.client_aan_tafel = units::Probability{1.0};
    p.casusoverleg.client_minuten.spec = parameters::always(12.0);
    const auto outcome = run(p);
    const auto held = times(outcome, 1, Stap::overleg_gehouden);
    // 15:00 + (30 + 12) minutes at half speed is 16:24; the day ends at 16:12.
    CHECK(times(outcome, 1, Stap::verslag_klaar)[0] ==
          Time{engine::date_of(held[0]) + std::chrono::days{1}} + std::chrono::hours{9} +
              std::chrono::minutes{12});
    CHECK(only_year(outcome).subregios[0].overleggen_met_client == 1);
}

TEST_CASE("a running case in monitoring takes up its series where its age says") {
    // Its overleg ended 20 days before 1 June: the contact after 7 days is done, the next falls a
    // month after 12 May.
    const auto outcome = run(one_case(monitoring, 20.0));
    const auto contacts = times(outcome, 1, Stap::contact_gedaan);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0] == at(2015, 6, 12, 9, 30)); // due at midnight, taken up at nine
    const auto& subregio = only_year(outcome).subregios[0];
    CHECK(subregio.casussen[0].begin == 1);
    CHECK(subregio.casussen[0].erbij == 0);
    CHECK(only_year(outcome).gemeenten[0].casussen_begin[0] == 1);
    CHECK(subregio.looptijd[0].mean() / 86400.0 == Approx(31.4).margin(0.01));
}

TEST_CASE("a running case that waits or is being prepared goes through the steps that are left") {
    const auto waiting = run(one_case(wacht, 30.0));
    CHECK(times(waiting, 1, Stap::toegewezen) == std::vector{at(2015, 6, 1)});
    CHECK(times(waiting, 1, Stap::overleg_gehouden).size() == 1);
    // The wait for the overleg counts from the besluit, 30 days before the run.
    CHECK(only_year(waiting).subregios[0].wachttijd_overleg.mean() / 86400.0 > 30.0);
    const auto prepared = run(one_case(voorbereiding, 3.0));
    CHECK(times(prepared, 1, Stap::voorbereid) == std::vector{at(2015, 6, 1, 11)});
}

TEST_CASE("a Top60 list starts full, with overleggen spread over the past year") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.subregios[0].top60 = {.plaatsen = 12, .gemeente = "g"};
    auto& top60 = p.casussoorten.top60;
    top60.sluitkans_eerste = top60.sluitkans_later = units::Probability{0.0};
    const auto outcome = run(p);
    const auto& year = only_year(outcome);
    CHECK(year.subregios[0].casussen[1].eind == 12);
    // Twelve cases, one contact a month each, on average one per two and a half days: over seven
    // months 12 x 7, a few more or less at the edges.
    CHECK(year.subregios[0].contacten >= 12 * 6);
    CHECK(year.subregios[0].contacten <= 12 * 8);
}

TEST_CASE("a full list makes a case wait for a place, then for a procesregisseur") {
    Parameters p = small_house();
    always(p, Besluit::top60);
    p.subregios[0].top60 = {.plaatsen = 3, .gemeente = "g"};
    auto& top60 = p.casussoorten.top60;
    top60.sluitkans_eerste = top60.sluitkans_later = units::Probability{0.0};
    const auto full = run(p);
    CHECK(steps(full, Stap::wacht_op_plaats).size() ==
          static_cast<std::size_t>(full.slot[0].wacht_op_plaats.aantal));
    CHECK(full.slot[0].wacht_op_plaats.aantal > 50);
    top60.sluitkans_eerste = top60.sluitkans_later = units::Probability{1.0};
    const auto moving = run(p);
    CHECK(steps(moving, Stap::afgesloten).size() > 5);
    std::int64_t on_list = 3;
    for (const auto& line : moving.spoor) {
        if (line.step == static_cast<std::uint16_t>(Stap::afgesloten))
            --on_list;
        if (line.step == static_cast<std::uint16_t>(Stap::toegewezen) && line.subject > 3)
            ++on_list;
        CHECK(on_list <= 3);
    }
}

TEST_CASE("one more procesregisseur changes nobody's arrival, besluit or duration of work") {
    Parameters p = small_house();
    for (const auto besluit : {Besluit::focus, Besluit::bilateraal, Besluit::past_niet})
        decide(p.besluiten[0], besluit, 1.0);
    Parameters more = p;
    more.formatie.posten[1].fte = units::Fte{2.0};
    const auto one = run(p);
    const auto two = run(more);
    const auto what = [](const casus::Uitkomst& outcome) {
        std::map<std::uint32_t, std::pair<Time, std::int64_t>> known;
        for (const auto& line : outcome.spoor) {
            if (line.step == static_cast<std::uint16_t>(Stap::ontvangen))
                known[line.subject].first = line.time;
            if (line.step == static_cast<std::uint16_t>(Stap::besproken))
                known[line.subject].second = line.a;
        }
        return known;
    };
    CHECK(what(one) == what(two));
    CHECK(one.jaren[0].rollen[1].werk.erbij == two.jaren[0].rollen[1].werk.erbij);
}

TEST_CASE("the later a contact, the sooner progress stagnates") {
    Parameters p = small_house();
    p.taken.contact.termijn = units::Workdays{0.0}; // due at midnight, done in the morning
    p.escalatie.deel = units::Probability{0.0};
    const auto stagnations = [&](double per_week) {
        p.casussoorten.focus.per_week_te_laat = units::Probability{per_week};
        const auto outcome = run(p);
        CHECK(only_year(outcome).subregios[0].contacten_te_laat > 40);
        return only_year(outcome).subregios[0].heragenderingen;
    };
    CHECK(stagnations(0.0) == 0);
    CHECK(stagnations(1.0) > 0);
}
