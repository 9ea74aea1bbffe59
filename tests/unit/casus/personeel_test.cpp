#include "casus/procesregie.hpp"
#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

// Absence, turnover, hire and handover, walked by hand where that can be done. In the small house
// melding 1 is discussed on Tuesday 9 June 2015 until 10:15 and becomes a case; its preparation is
// taken up then, by the procesregisseur. A full-time day is 9:00 to 16:12.

using namespace ketenplan;
using namespace ketenplan::tests;
using engine::DrawMode;
using engine::Seconds;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr std::size_t regie = 1; ///< the cell of the procesregisseurs, and their post

Parameters absent(Parameters p, engine::Date van, engine::Date tot, std::int32_t volgnummer = 1) {
    const std::string key = "weg" + std::to_string(p.personeel.afwezigheden.size());
    p.personeel.afwezigheden.push_back(
        {.key = key, .plaats = "a", .volgnummer = volgnummer, .van = van, .tot = tot, .reden = ""});
    return p;
}

std::vector<Time> times(const casus::Uitkomst& outcome, std::uint32_t melding, Stap step) {
    std::vector<Time> found;
    for (const auto& line : story_of(outcome, melding)) {
        if (line.step == static_cast<std::uint16_t>(step))
            found.push_back(line.time);
    }
    return found;
}

bool about(Time t, Time expected) {
    return t >= expected && t <= expected + Seconds{2};
}

const casus::RolJaar& cell(const casus::Uitkomst& outcome, std::size_t index = regie) {
    return outcome.jaren.at(0).rollen.at(index);
}

constexpr Seconds day = hours{7} + minutes{12};

/// Who was away when, by worker.
class Register : public engine::WorkObserver {
public:
    void stretch(engine::WorkerId, engine::Activity, Time, Time) override {}
    void presence(engine::WorkerId worker, bool present, Time now) override {
        seen[worker.index()].emplace_back(now, present);
    }
    std::map<std::size_t, std::vector<std::pair<Time, bool>>> seen;
};

Register registered(const Parameters& p) {
    Register book;
    const casus::Opzet opzet(p);
    (void)casus::simulate(opzet, {.sleutel = {5, 0}, .spoor = {}, .waarnemer = &book});
    return book;
}

} // namespace

TEST_CASE("illness that begins in a meeting starts at its end") {
    Parameters p = small_house();
    decide(p.besluiten[0], Besluit::bilateraal, 1.0);
    // Without chance the first illness comes after 1 / frequentie: Monday 22 June at 14:30, in the
    // overleg of melding 3.
    const double until = 21.0 + 14.5 / 24.0;
    p.personeel.verzuim.frequentie = units::PerYear{365.2425 / until};
    p.personeel.verzuim.duur.spec = parameters::always(200.0);
    p.personeel.overdracht_na = units::Workdays{250.0};
    const auto outcome = run(p, DrawMode::expected);
    const auto held = steps(outcome, Stap::overleg_gehouden);
    REQUIRE(!held.empty());
    CHECK(held.back().time == at(2015, 6, 22, 14));
    const auto away = steps(outcome, Stap::regisseur_afwezig);
    REQUIRE(!away.empty());
    CHECK(away[0].time == at(2015, 6, 22, 15));
    // Away from then to the end of the year: 1 h 12 of that day, and every workday after it.
    const casus::Opzet opzet(p);
    const auto days = opzet.kalender.workdays_before(date(2016, 1, 1)) -
                      opzet.kalender.workdays_before(date(2015, 6, 23));
    CHECK(cell(outcome).verzuim == hours{1} + minutes{12} + days * day);
    CHECK(cell(outcome, 0).verzuim > cell(outcome).verzuim); // was in no meeting
}

TEST_CASE("a task pauses in absence and goes on with what is left; its overleg has to wait") {
    Parameters p = small_house();
    p.taken.voorbereiding = task(600.0); // 20 hours of duty
    p.personeel.overdracht_na = units::Workdays{20.0};
    const auto outcome = run(absent(p, date(2015, 6, 10), date(2015, 6, 17)), DrawMode::expected);
    // Begun on 9 June at 10:15: 5 h 57 that day; 7 h 12 on the 17th; 6 h 51 are left for the 18th.
    const auto prepared = times(outcome, 1, Stap::voorbereid);
    REQUIRE(prepared.size() == 1);
    CHECK(about(prepared[0], at(2015, 6, 18, 15, 51)));
    CHECK(cell(outcome).verzuim == 5 * day); // 10, 11, 12, 15 and 16 June
    CHECK(cell(outcome).overgedragen == 0);
    CHECK(outcome.jaren[0].subregios[0].briefings_vervallen > 0); // nobody to chair on the 16th
}

TEST_CASE("absence that overlaps counts once") {
    Parameters p = absent(small_house(), date(2015, 6, 10), date(2015, 6, 17));
    p = absent(p, date(2015, 6, 12), date(2015, 6, 24));
    CHECK(cell(run(p)).verzuim == 10 * day); // 10 to 23 June
}

TEST_CASE("an absent procesregisseur misses the overleg, until the case has been handed over") {
    Parameters p = small_house();
    p.formatie.posten[regie].fte = units::Fte{2.0};
    // Away from Wednesday 10 June; the overleg is booked for Monday 15 June at 14:00. Three
    // workdays later is the midnight before it, four is the one after.
    p = absent(p, date(2015, 6, 10), date(2015, 7, 10));
    p.personeel.overdracht_na = units::Workdays{3.0};
    const auto soon = run(p, DrawMode::expected);
    CHECK(times(soon, 1, Stap::overgedragen) == std::vector{at(2015, 6, 15)});
    CHECK(times(soon, 1, Stap::overleg_gehouden) == std::vector{at(2015, 6, 15, 14)});
    CHECK(times(soon, 1, Stap::regisseur_terug).empty()); // it has another by then
    CHECK(cell(soon).overgedragen == 1);

    p.personeel.overdracht_na = units::Workdays{4.0};
    const auto late = run(p, DrawMode::expected);
    CHECK(times(late, 1, Stap::overleg_mislukt) == std::vector{at(2015, 6, 15, 14)});
    CHECK(times(late, 1, Stap::overgedragen) == std::vector{at(2015, 6, 16)});
    CHECK(times(late, 1, Stap::overleg_gehouden).at(0) >= at(2015, 6, 22, 14));
}

TEST_CASE("a booked overleg moves with its case, and keeps its new procesregisseur") {
    Parameters p = small_house();
    p.formatie.posten[regie].fte = units::Fte{2.0};
    p.subregios[0].overlegmomenten[0].kamers = 2;
    p = absent(p, date(2015, 6, 10), date(2015, 7, 10));
    p.personeel.overdracht_na = units::Workdays{4.0};
    const auto outcome = run(p, DrawMode::expected);
    // Failed on 15 June, booked again for the 22nd, handed over on the 16th. The meldingen of the
    // 16th become cases of the same colleague: ready for the 22nd, but not booked then.
    REQUIRE(times(outcome, 1, Stap::overleg_gehouden) == std::vector{at(2015, 6, 22, 14)});
    std::size_t together = 0;
    for (const auto& line : steps(outcome, Stap::overleg_gehouden))
        together += line.time == at(2015, 6, 22, 14) ? 1U : 0U;
    CHECK(together == 1);
    CHECK(times(outcome, 2, Stap::voorbereid).at(0) < at(2015, 6, 17));
}

TEST_CASE("as small a caseload goes to the longest in service") {
    casus::Medewerker old{.id = {}, .dagboek = {}, .in_dienst = at(2010, 1, 1)};
    casus::Medewerker fresh{.id = {}, .fractie = 0.6, .dagboek = {}, .in_dienst = at(2015, 1, 1)};
    CHECK(casus::minder_belast(old, 5, fresh, 3));
    CHECK(!casus::minder_belast(fresh, 3, old, 5));
    CHECK(casus::minder_belast(fresh, 2, old, 5));
}

TEST_CASE("a half-done task passes with what is left") {
    Parameters p = small_house();
    p.formatie.posten[regie].fte = units::Fte{2.0};
    p.taken.voorbereiding = task(600.0);
    p.personeel.overdracht_na = units::Workdays{0.0};
    const auto outcome = run(absent(p, date(2015, 6, 10), date(2015, 7, 10)), DrawMode::expected);
    // 5 h 57 have been done; the colleague, who has nothing else, needs 7 h 12 and 6 h 51.
    CHECK(about(times(outcome, 1, Stap::voorbereid).at(0), at(2015, 6, 11, 15, 51)));
}

TEST_CASE("a half-done task of the pool passes to a present colleague") {
    Parameters p = small_house();
    p.formatie.posten[0].fte = units::Fte{2.0};
    p.taken.intake.taak = task(600.0); // 20 hours of duty
    p.personeel.overdracht_na = units::Workdays{0.0};
    p = absent(p, date(2015, 6, 4), date(2015, 7, 10));
    p.personeel.afwezigheden[0].rol = "informatiecoordinator";
    const auto outcome = run(p, DrawMode::expected);
    // Begun on 3 June at 12:00: 4 h 12 that day, twice 7 h 12 by the colleague, 1 h 24 on Monday.
    const auto line = steps(outcome, Stap::intake_klaar).at(0);
    CHECK(line.subject == 1);
    CHECK(line.a == 1);
    CHECK(about(line.time, at(2015, 6, 8, 10, 24)));
}

TEST_CASE("with nobody present cases wait, and pass to whoever comes first") {
    Parameters p = small_house();
    p.formatie.posten[regie].fte = units::Fte{2.0};
    p.personeel.overdracht_na = units::Workdays{2.0};
    p = absent(p, date(2015, 6, 10), date(2015, 8, 3), 1);
    p = absent(p, date(2015, 6, 10), date(2015, 7, 1), 2);
    const auto outcome = run(p, DrawMode::expected);
    const auto line = steps(outcome, Stap::toegewezen).at(0);
    REQUIRE(line.subject == 1);
    REQUIRE(line.a == 1); // worker 0 is the informatiecoordinator
    CHECK(times(outcome, 1, Stap::overdracht_wacht).at(0) == at(2015, 6, 12));
    CHECK(times(outcome, 1, Stap::overgedragen) == std::vector{at(2015, 7, 1)});
    const auto passed = steps(outcome, Stap::overgedragen).at(0);
    CHECK(passed.a == 1);
    CHECK(passed.b == 2);
}

TEST_CASE("cases wait for a procesregisseur who is away, and are given at the return") {
    Parameters p = absent(small_house(), date(2015, 6, 9), date(2015, 7, 1));
    const auto outcome = run(p, DrawMode::expected);
    // No briefing without a chair: the first one after the return is Tuesday 7 July.
    CHECK(steps(outcome, Stap::besproken).at(0).time >= at(2015, 7, 7, 10));

    Parameters stock = small_house();
    stock.gemeenten[0].instroom = units::PerYear{0.0};
    stock.casussoorten.focus.caseload_norm = units::Count{1.0};
    stock.beginvoorraad.casussen = {{.key = "oud",
                                     .soort = parameters::Casussoort::focus,
                                     .gemeente = "g",
                                     .fase = 0,
                                     .leeftijd = units::Days{10.0},
                                     .aantal = 2}};
    stock.formatie.posten[regie].fte = units::Fte{2.0};
    const auto both = run(stock, DrawMode::expected);
    CHECK(steps(both, Stap::toegewezen).at(1).time == at(2015, 6, 1));
}

TEST_CASE("at a resignation cases pass at once, and the successor begins without them") {
    Parameters p = small_house();
    p.formatie.posten[regie].fte = units::Fte{5.0};
    p.personeel.verloop.vertrek = units::PerYear{2.0};
    p.personeel.verloop.vacature.spec = parameters::always(30.0);
    const auto outcome = run(p, DrawMode::random, 3);
    std::size_t left = 0;
    for (const auto& line : steps(outcome, Stap::regisseur_afwezig)) {
        REQUIRE(line.b == 1);
        const auto passed = times(outcome, line.subject, Stap::overgedragen);
        const auto waits = times(outcome, line.subject, Stap::overdracht_wacht);
        CHECK((std::ranges::count(passed, line.time) == 1 ||
               std::ranges::count(waits, line.time) == 1));
        ++left;
    }
    CHECK(left > 5);
    CHECK(cell(outcome).vacature > Seconds{0});
    CHECK(cell(outcome).verzuim == Seconds{0});
}

TEST_CASE("what nobody can take waits for the successor") {
    Parameters p = small_house(); // one procesregisseur
    p.personeel.verloop.vertrek = units::PerYear{2.0};
    p.personeel.verloop.vacature.spec = parameters::always(10.0);
    const auto outcome = run(p, DrawMode::expected); // leaves half a year after 1 June
    const auto waits = steps(outcome, Stap::overdracht_wacht);
    const auto passed = steps(outcome, Stap::overgedragen);
    REQUIRE(!waits.empty());
    CHECK(passed.size() == waits.size());
    for (const auto& line : passed) {
        CHECK(line.a == line.b);
        CHECK(line.time == waits[0].time + std::chrono::days{10});
    }
    CHECK(cell(outcome).overgedragen == static_cast<std::int64_t>(passed.size()));
}

TEST_CASE("a successor is slow at first: more time for the same work") {
    Parameters p = small_house();
    p.personeel.verloop.vertrek = units::PerYear{2.0};
    p.personeel.verloop.vacature.spec = parameters::always(0.0);
    const auto time_per_work = [](const casus::Uitkomst& o) {
        const auto& info = cell(o, 0);
        return static_cast<double>(info.aan_taken.count()) / static_cast<double>(info.werk.eraf);
    };
    const auto full = run(p, DrawMode::expected);
    CHECK(time_per_work(full) == Approx(1.0).epsilon(0.01));
    // Half a year at full speed, then a month at half speed.
    p.personeel.inwerken = {.duur = units::Days{100.0}, .snelheid = units::Factor{0.5}};
    const auto slow = run(p, DrawMode::expected);
    CHECK(cell(slow, 0).werk.eraf > 0);
    CHECK(time_per_work(slow) > 1.1);
    const auto told = [](const casus::Uitkomst& o) {
        return steps(o, Stap::teruggekoppeld).back().time;
    };
    CHECK(told(slow) >= told(full));
    p.personeel.inwerken.duur = units::Days{0.0};
    CHECK(run(p, DrawMode::expected).vingerafdruk == full.vingerafdruk);
}

TEST_CASE("hire begins after threshold and delay, and ends with the absence") {
    Parameters p = absent(small_house(), date(2015, 7, 1), date(2015, 10, 1));
    p.personeel.inhuur = {.drempel = units::Days{14.0},
                          .vertraging = {parameters::always(7.0)},
                          .uurprijs = units::Euro{100.0},
                          .budget = units::Euro{1e6}};
    const auto outcome = run(p);
    const casus::Opzet opzet(p);
    const auto days = opzet.kalender.workdays_before(date(2015, 10, 1)) -
                      opzet.kalender.workdays_before(date(2015, 7, 22));
    CHECK(cell(outcome).inhuur_verzuim == days * day);
    CHECK(cell(outcome).inhuur_vacature == Seconds{0});
    CHECK(cell(outcome).inhuur_verzuim_centen == days * 72'000);
    // The cases handed over after ten workdays went to the hire, and back when it ended.
    std::set<std::pair<std::int64_t, std::int64_t>> ways;
    for (const auto& line : steps(outcome, Stap::overgedragen))
        ways.emplace(line.a, line.b);
    CHECK(ways == std::set<std::pair<std::int64_t, std::int64_t>>{{1, 3}, {3, 1}});
    CHECK(outcome.jaren[0].subregios[0].overleggen >
          run(absent(small_house(), date(2015, 7, 1), date(2015, 10, 1)))
              .jaren[0]
              .subregios[0]
              .overleggen);
}

TEST_CASE("hire stops before the first day that the budget does not pay") {
    Parameters p = absent(small_house(), date(2015, 7, 1), date(2015, 10, 1));
    p.personeel.inhuur = {.drempel = units::Days{14.0},
                          .vertraging = {parameters::always(7.0)},
                          .uurprijs = units::Euro{100.0},
                          .budget = units::Euro{7919.99}}; // a cent short of eleven days
    const auto ten = run(p);
    CHECK(cell(ten).inhuur_verzuim == 10 * day);
    CHECK(cell(ten).inhuur_verzuim_centen == 720'000);
    p.personeel.inhuur.budget = units::Euro{7920.0};
    CHECK(cell(run(p)).inhuur_verzuim == 11 * day);
    p.personeel.inhuur.budget = units::Euro{719.0}; // not one day
    CHECK(cell(run(p)).inhuur_verzuim == Seconds{0});
}

TEST_CASE("the budget for hire is whole again in a new year") {
    Parameters p = absent(small_house(), date(2015, 7, 1), date(2016, 6, 1));
    p.looptijd.einde = date(2017, 1, 1);
    p.personeel.inhuur = {.drempel = units::Days{0.0},
                          .vertraging = {parameters::always(0.0)},
                          .uurprijs = units::Euro{100.0},
                          .budget = units::Euro{7200.0}};
    const auto outcome = run(p);
    REQUIRE(outcome.jaren.size() == 2);
    CHECK(outcome.jaren[0].rollen[regie].inhuur_verzuim == 10 * day);
    CHECK(outcome.jaren[1].rollen[regie].inhuur_verzuim == 10 * day);
}

TEST_CASE("hire for a vacancy is counted apart, with exact cents") {
    Parameters p = small_house();
    p.personeel.verloop.vertrek = units::PerYear{2.0};
    p.personeel.verloop.vacature.spec = parameters::always(20.0);
    p.personeel.inhuur = {.drempel = units::Days{0.0},
                          .vertraging = {parameters::always(0.0)},
                          .uurprijs = units::Euro{33.33},
                          .budget = units::Euro{1e6}};
    const auto outcome = run(p, DrawMode::expected);
    const auto& info = cell(outcome, 0);
    const auto& chair = cell(outcome);
    CHECK(info.inhuur_vacature == info.vacature);
    CHECK(chair.inhuur_vacature == chair.vacature);
    CHECK(info.inhuur_vacature_centen + chair.inhuur_vacature_centen ==
          (info.vacature + chair.vacature).count() * 3333 / 3600);
}

TEST_CASE("fixed work that nobody has begun when the year ends lapses") {
    Parameters p = small_house();
    p.vast_werk = {{.key = "advies",
                    .rol = "informatiecoordinator",
                    .plaats = "a",
                    .uren = units::Minutes{60.0 * 2000.0},
                    .soort = 4}};
    const auto outcome = run(p);
    const auto& work = cell(outcome, 0).vast_werk;
    CHECK(work.vervallen > hours{100});
    CHECK(work.gevraagd == work.gedaan + work.vervallen + work.open);
    CHECK(work.open <= hours{1}); // what was begun goes on
    CHECK(outcome.jaren[0].huis.vast_werk[4].gedaan == work.gedaan);
    CHECK(cell(outcome).vast_werk.gevraagd == Seconds{0});
    // All that the year's other work leaves goes to it.
    const auto& info = cell(outcome, 0);
    CHECK(info.aan_taken + info.teruggenomen > info.rooster - hours{2});
    // All other work goes before it.
    CHECK(steps(outcome, Stap::intake_klaar).size() + 2 >= steps(outcome, Stap::ontvangen).size());
    CHECK(cell(outcome, 0).taken_gedaan ==
          static_cast<std::int64_t>(steps(outcome, Stap::intake_klaar).size() +
                                    steps(outcome, Stap::teruggekoppeld).size()));
}

TEST_CASE("fixed work is spread over the workdays of the year, in pieces and a rest") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    p.vast_werk = {{.key = "nota",
                    .rol = "informatiecoordinator",
                    .uren = units::Minutes{60.0 * 100.0 + 10.0},
                    .soort = 1}};
    const auto whole = run(p);
    const auto& work = cell(whole, 0).vast_werk;
    CHECK(work.gevraagd == hours{100} + minutes{10});
    CHECK(work.gedaan == work.gevraagd);
    p.looptijd.start = date(2015, 7, 1);
    const auto half = cell(run(p), 0).vast_werk.gevraagd;
    CHECK(half > hours{49});
    CHECK(half < hours{52});
}

TEST_CASE("fixed work of the house goes to its own staff, else to the places by fte") {
    Parameters p = small_house();
    p.subregios.push_back(p.subregios[0]);
    p.subregios[1].key = "b";
    p.gemeenten.push_back(p.gemeenten[0]);
    p.gemeenten[1].key = "h";
    p.gemeenten[1].subregio = "b";
    p.formatie.posten[1].plaats = "huis";
    p.formatie.posten.push_back(p.formatie.posten[0]);
    p.formatie.posten[2].key = "info_b";
    p.formatie.posten[2].plaats = "b";
    p.formatie.posten[2].fte = units::Fte{0.5};
    p.vast_werk = {
        {.key = "smd", .rol = "informatiecoordinator", .uren = units::Minutes{90.0}, .soort = 6},
        {.key = "z", .uren = units::Minutes{120.0}, .soort = 0}};
    const casus::Opzet opzet(p);
    const auto& rows = opzet.personeel.vast_werk;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].per_jaar == hours{1});
    CHECK(rows[1].per_jaar == minutes{30});
    CHECK(rows[1].plaats == 1);
    CHECK(rows[2].plaats == casus::het_huis);
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    const auto outcome = run(p);
    CHECK(outcome.jaren[0].huis.vast_werk[6].gedaan == minutes{90});
    CHECK(outcome.jaren[0].huis.vast_werk[0].gedaan == hours{2});
}

TEST_CASE("the other place stands in as long as nobody is there") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.subregios.push_back(p.subregios[0]);
    p.subregios[1].key = "b";
    p.subregios[1].briefing.weekdag = parameters::Weekdag::donderdag;
    p.gemeenten.push_back(p.gemeenten[0]);
    p.gemeenten[1].key = "h";
    p.gemeenten[1].subregio = "b";
    p.formatie.posten[1].plaats = "huis";
    p.formatie.posten.push_back(p.formatie.posten[0]);
    p.formatie.posten[2].key = "info_b";
    p.formatie.posten[2].plaats = "b";
    p.formatie.rollen[0].vervangt_andere_subregio = true;
    p.personeel.afwezigheden = {{.key = "weg",
                                 .rol = "informatiecoordinator",
                                 .plaats = "b",
                                 .van = date(2015, 8, 3),
                                 .tot = date(2015, 9, 28),
                                 .reden = ""}};
    const auto outcome = run(p);
    std::size_t helped = 0;
    for (const auto& line : steps(outcome, Stap::ontvangen)) {
        if (line.b != 1)
            continue;
        for (const auto& other : story_of(outcome, line.subject)) {
            if (other.step != static_cast<std::uint16_t>(Stap::intake_klaar) || other.a != 0)
                continue;
            CHECK(other.time >= at(2015, 8, 3));
            CHECK(other.time < at(2015, 9, 29)); // what was in hand is finished
            ++helped;
        }
    }
    CHECK(helped > 15);
}

TEST_CASE("pressure changes nothing when nobody is sensitive to it") {
    Parameters p = small_house();
    p.personeel.verzuim.frequentie = units::PerYear{4.0};
    p.personeel.verloop.vertrek = units::PerYear{1.0};
    const auto plain = run(p);
    p.personeel.werkdruk = {.gevoeligheid = units::Factor{0.0}, .drempel = units::Factor{0.1}};
    const auto off = run(p);
    CHECK(off.vingerafdruk == plain.vingerafdruk);
    CHECK(off.gebeurtenissen == plain.gebeurtenissen);
    // Sensitive, but never under pressure: other events, the same illness.
    p.personeel.werkdruk = {.gevoeligheid = units::Factor{2.0}, .drempel = units::Factor{10.0}};
    CHECK(cell(run(p), 0).verzuim == cell(plain, 0).verzuim);
}

TEST_CASE("overload raises absence") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{1500.0}; // far more than one person can take in
    p.looptijd.einde = date(2018, 1, 1);
    p.personeel.verzuim.frequentie = units::PerYear{4.0};
    p.personeel.verzuim.duur.spec = parameters::always(10.0);
    const auto ill = [&](std::uint32_t seed) {
        Seconds sum{0};
        for (const casus::Jaar& year : run(p, DrawMode::random, seed).jaren)
            sum += year.rollen[0].verzuim;
        return static_cast<double>(sum.count());
    };
    std::vector<double> more;
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        p.personeel.werkdruk.gevoeligheid = units::Factor{0.0};
        const double before = ill(seed);
        p.personeel.werkdruk = {.gevoeligheid = units::Factor{3.0}, .drempel = units::Factor{0.8}};
        more.push_back(ill(seed) - before);
    }
    const Sample s = sample_of(more);
    CHECK(s.mean > tolerance * s.standard_error);
}

TEST_CASE("what bodies above the case ask of a role presses on everybody in it") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.looptijd.einde = date(2018, 1, 1);
    p.personeel.verzuim.frequentie = units::PerYear{4.0};
    p.personeel.verzuim.duur.spec = parameters::always(10.0);
    p.personeel.werkdruk = {.gevoeligheid = units::Factor{5.0}, .drempel = units::Factor{0.3}};
    const auto without = run(p);
    p.overlegstructuur.regiekamer.voorbereiding_huis = {{"procesregisseur", 3000.0}};
    const auto with = run(p);
    const auto ill = [](const casus::Uitkomst& outcome) {
        Seconds sum{0};
        for (const casus::Jaar& year : outcome.jaren)
            sum += year.rollen[1].verzuim;
        return sum;
    };
    CHECK(ill(with) > ill(without));
}

TEST_CASE("one procesregisseur more changes nobody else's illness or departure") {
    Parameters p = small_house();
    p.looptijd.einde = date(2019, 1, 1);
    p.personeel.verzuim.frequentie = units::PerYear{4.0};
    p.personeel.verzuim.duur.spec = parameters::gamma(10.0, 1.0);
    p.personeel.verloop.vertrek = units::PerYear{0.8};
    p.formatie.posten[0].fte = units::Fte{2.0};
    const Register before = registered(p);
    p.formatie.posten[regie].fte = units::Fte{2.0};
    const Register after = registered(p);
    REQUIRE(before.seen.at(0).size() > 10);
    CHECK(before.seen.at(0) == after.seen.at(0));
    CHECK(before.seen.at(1) == after.seen.at(1));
    CHECK(before.seen.at(0) != before.seen.at(1));
    // Two more informatiecoordinatoren, before the others.
    p.formatie.posten.insert(p.formatie.posten.begin(), p.formatie.posten[0]);
    p.formatie.posten.front().key = "aaa";
    const Register four = registered(p);
    CHECK(four.seen.at(2) == before.seen.at(0));
    CHECK(four.seen.at(3) == before.seen.at(1));
    CHECK(four.seen.at(0) != before.seen.at(0));
}

TEST_CASE("a legal form may slow the information request down") {
    Parameters p = small_house();
    p.rechtsvormen = {{.key = "stichting", .informatieverzoek = units::Factor{2.0}}};
    const auto same = run(p, DrawMode::expected);
    p.rechtsvorm = "stichting";
    const auto slow = run(p, DrawMode::expected);
    CHECK(times(same, 1, Stap::informatie_binnen).at(0) <= at(2015, 6, 5, 13, 1));
    CHECK(times(slow, 1, Stap::informatie_binnen).at(0) >= at(2015, 6, 9, 13)); // four workdays
}
