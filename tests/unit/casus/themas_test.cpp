#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::tests;
using parameters::Effect;
using parameters::Thema;

namespace {

Effect times(const std::string& path, double factor) {
    return {.key = "e", .parameter = path, .factor = units::Factor{factor}, .waarde = {}};
}

Effect to(const std::string& path, double value) {
    return {.key = "e", .parameter = path, .factor = {}, .waarde = units::Factor{value}};
}

Parameters with(Parameters p,
                const Effect& effect,
                engine::Date from,
                std::optional<engine::Date> until = {}) {
    const std::string key = "thema" + std::to_string(p.themas.size());
    p.themas.push_back(
        {.key = key, .omschrijving = {}, .vanaf = from, .tot = until, .effecten = {effect}});
    p.sturing.parameters.push_back(effect.parameter);
    return p;
}

/// Whether two runs are the same: every event, and the money that makes no event.
bool same(const casus::Uitkomst& a, const casus::Uitkomst& b) {
    std::int64_t money = 0;
    for (const casus::Jaar& year : a.jaren)
        money += year.huis.traject_centen;
    for (const casus::Jaar& year : b.jaren)
        money -= year.huis.traject_centen;
    return a.vingerafdruk == b.vingerafdruk && money == 0;
}

/// Workdays between the request and the answers, by the moment of the request.
std::map<Time, std::int64_t> delays(const casus::Uitkomst& outcome, const casus::Opzet& opzet) {
    std::map<std::uint32_t, Time> asked;
    for (const auto& line : steps(outcome, Stap::intake_klaar))
        asked[line.subject] = line.time;
    std::map<Time, std::int64_t> found;
    for (const auto& line : steps(outcome, Stap::informatie_binnen)) {
        const auto day = [&](Time t) {
            return opzet.kalender.workdays_before(engine::date_of(t));
        };
        found[asked[line.subject]] = day(line.time) - day(asked[line.subject]);
    }
    return found;
}

} // namespace

TEST_CASE("a theme changes a value from its first day to the day before its last") {
    const Parameters p = with(small_house(),
                              to("intake.informatieverzoek.gemiddelde", 5.0),
                              date(2015, 9, 1),
                              date(2015, 10, 1));
    const casus::Opzet opzet(p);
    std::set<std::int64_t> inside;
    std::set<std::int64_t> outside;
    for (const auto& [asked, workdays] : delays(run(p), opzet))
        (at(2015, 9, 1) <= asked && asked < at(2015, 10, 1) ? inside : outside).insert(workdays);
    CHECK(inside == std::set<std::int64_t>{5});
    CHECK(outside == std::set<std::int64_t>{2});
    const engine::Seconds second{1};
    CHECK(opzet.op(at(2015, 9, 1) - second).informatieverzoek.mean() == 2.0);
    CHECK(opzet.op(at(2015, 9, 1)).informatieverzoek.mean() == 5.0);
    CHECK(opzet.op(at(2015, 10, 1) - second).informatieverzoek.mean() == 5.0);
    CHECK(opzet.op(at(2015, 10, 1)).informatieverzoek.mean() == 2.0);
}

TEST_CASE("themes with factor 1, on anything, change nothing") {
    const Parameters p = parameters::example();
    const auto plain = run(p);
    for (const char* path : {"weging.minuten", "escalatie.deel", "instroom", "instroom.politie"})
        CHECK(same(run(with(p, times(path, 1.0), date(2015, 3, 1))), plain));
}

TEST_CASE("a theme over the whole run is the scenario with the value written in it") {
    Parameters p = parameters::example();
    p.casusoverleg.client_aan_tafel = units::Probability{0.5};
    for (auto& soort : {&p.casussoorten.focus, &p.casussoorten.top60})
        soort->stagnatie = units::Probability{0.2};
    decide(p.besluiten[1], Besluit::vrijwillig_traject, 20.0);
    const auto plain = run(p);
    for (const char* path : {"intake.informatieverzoek",
                             "weging.sluitingstermijn",
                             "weging.minuten",
                             "weging.terugkomst",
                             "weging.terugkomst_na",
                             "besluiten.politie.bilateraal",
                             "besluiten.gemeente.uitgesteld",
                             "vrijwillig_traject.prijs",
                             "taken.intake.minuten",
                             "taken.terugkoppeling.minuten",
                             "taken.bilaterale_afhandeling.minuten.gemiddelde",
                             "taken.nazorg_gesprek.minuten",
                             "taken.voorbereiding.minuten.variatie",
                             "taken.verslag.minuten",
                             "taken.contact.minuten",
                             "casusoverleg.planningstermijn",
                             "casusoverleg.quorum_mist",
                             "casusoverleg.herboeken_na",
                             "casusoverleg.client_aan_tafel",
                             "casusoverleg.client_minuten",
                             "casussoorten.focus.sluitkans_eerste",
                             "casussoorten.focus.sluitkans_later",
                             "casussoorten.focus.stagnatie",
                             "casussoorten.focus.per_week_te_laat",
                             "casussoorten.top60.sluitkans_eerste",
                             "casussoorten.top60.sluitkans_later",
                             "casussoorten.top60.stagnatie",
                             "escalatie.deel",
                             "escalatie.naar.regiekamer",
                             "escalatie.ad_hoc_duur"}) {
        INFO(path);
        const Parameters steered = with(p, times(path, 1.8), date(2000, 1, 1));
        const auto periods = parameters::tijdvakken(steered);
        REQUIRE(periods.size() == 1);
        const auto written = run(periods[0].parameters());
        const auto outcome = run(steered);
        CHECK(same(outcome, written));
        CHECK(!same(outcome, plain));
    }
}

TEST_CASE("what a theme changes uses the same random numbers") {
    Parameters p = small_house();
    p.intake.informatieverzoek.spec = parameters::gamma(10.0, 0.5);
    const casus::Opzet opzet(p);
    const auto before = delays(run(p), opzet);
    const auto after =
        delays(run(with(p, times("intake.informatieverzoek", 2.0), date(2015, 9, 1))), opzet);
    // The request is the first thing that happens to a melding, so its moment is the same.
    std::size_t doubled = 0;
    for (const auto& [asked, workdays] : after) {
        const auto same_melding = before.find(asked);
        if (same_melding == before.end())
            continue; // the work on other meldingen has shifted its intake
        const std::int64_t once = same_melding->second;
        if (asked < at(2015, 9, 1)) {
            CHECK(workdays == once);
        } else {
            CHECK(std::abs(workdays - 2 * once) <= 1); // rounded to whole workdays
            ++doubled;
        }
    }
    CHECK(doubled > 20);
}

TEST_CASE("themes at the same time multiply, and a value goes before a factor") {
    Parameters p = small_house();
    p = with(p, times("weging.minuten", 2.0), date(2015, 7, 1));
    p = with(p, times("weging.minuten.gemiddelde", 1.5), date(2015, 8, 1), date(2015, 9, 1));
    p = with(p, to("weging.minuten.gemiddelde", 10.0), date(2015, 8, 15), date(2015, 9, 1));
    const casus::Opzet opzet(p);
    CHECK(opzet.op(at(2015, 6, 30)).bespreektijd.mean() == 15.0);
    CHECK(opzet.op(at(2015, 7, 1)).bespreektijd.mean() == 30.0);
    CHECK(opzet.op(at(2015, 8, 1)).bespreektijd.mean() == 45.0);
    CHECK(opzet.op(at(2015, 8, 15)).bespreektijd.mean() == 30.0);
    CHECK(opzet.op(at(2015, 9, 1)).bespreektijd.mean() == 30.0);
    CHECK(opzet.bespreektijd.mean() == 15.0); // the scenario as written
}

TEST_CASE("a theme on the inflow leaves the base persons as they are, to the second") {
    const Parameters p = small_house();
    const auto arrivals = [](const casus::Uitkomst& outcome) {
        std::set<Time> found;
        for (const auto& line : steps(outcome, Stap::ontvangen))
            found.insert(line.time);
        return found;
    };
    const auto base = arrivals(run(p));
    const auto more =
        arrivals(run(with(p, times("instroom.politie", 2.0), date(2015, 9, 1), date(2015, 11, 1))));
    const auto fewer = arrivals(run(with(p, times("instroom", 0.5), date(2015, 9, 1))));
    CHECK(std::ranges::includes(more, base));
    CHECK(more.size() > base.size() + 10);
    CHECK(std::ranges::includes(base, fewer));
    CHECK(fewer.size() + 10 < base.size());
    for (const Time t : more)
        CHECK((base.contains(t) || (at(2015, 9, 1) <= t && t < at(2015, 11, 1))));
    for (const Time t : base)
        CHECK((fewer.contains(t) || t >= at(2015, 9, 1)));
}

TEST_CASE("a besluit that a theme makes certain is taken from that day on") {
    Parameters p = small_house();
    decide(p.besluiten[0], Besluit::past_niet, 1.0);
    p = with(p, to("besluiten." + p.besluiten[0].key + ".focus", 0.0), date(2015, 9, 1));
    for (const auto& line : steps(run(p), Stap::besproken)) {
        if (line.time >= at(2015, 9, 1))
            CHECK(static_cast<Besluit>(line.a) == Besluit::past_niet);
    }
}
