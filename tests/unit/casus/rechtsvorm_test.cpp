#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

// A house that goes over to another legal form at a date.

using namespace ketenplan;
using namespace ketenplan::tests;
using engine::DrawMode;

namespace {

constexpr double year_in_days = 365.2425;

/// When each medewerker first goes, and how often somebody does.
class Goodbyes : public engine::WorkObserver {
public:
    void stretch(engine::WorkerId, engine::Activity, Time, Time) override {}
    void presence(engine::WorkerId worker, bool present, Time now) override {
        if (!present)
            first.emplace(worker.index(), now);
    }
    std::map<std::size_t, Time> first;
};

Goodbyes goodbyes(const Parameters& p, DrawMode mode) {
    Goodbyes book;
    const casus::Opzet opzet(p);
    (void)casus::simulate(opzet,
                          {.sleutel = {5, 0}, .wijze = mode, .spoor = {}, .waarnemer = &book});
    return book;
}

/// Becomes a stichting on 1 August 2015.
Parameters becomes_stichting(double verloop, double informatieverzoek) {
    Parameters p = small_house();
    p.rechtsvormen = {{.key = "stichting",
                       .verloop = units::Factor{verloop},
                       .informatieverzoek = units::Factor{informatieverzoek}}};
    p.rechtsvorm_overgang = {.naar = "stichting", .op = date(2015, 8, 1)};
    return p;
}

/// Without chance everybody would leave 200 days after 1 June: on 18 December.
Parameters all_leave_after_200_days(Parameters p) {
    p.looptijd.einde = date(2017, 1, 1);
    p.personeel.verloop.vertrek = units::PerYear{year_in_days / 200.0};
    p.personeel.verloop.vacature.spec = parameters::always(1000.0);
    return p;
}

} // namespace

TEST_CASE("a request goes out under the legal form of that moment") {
    const Parameters p = becomes_stichting(1.0, 2.0);
    const auto outcome = run(p);
    const casus::Opzet opzet(p);
    std::set<bool> seen;
    for (const auto& line : steps(outcome, Stap::informatie_binnen)) {
        const auto story = story_of(outcome, line.subject);
        const auto intake = std::ranges::find(
            story, static_cast<std::uint16_t>(Stap::intake_klaar), &engine::TraceLine::step);
        const bool after = intake->time >= at(2015, 8, 1);
        CHECK(line.time == opzet.kalender.add_workdays(intake->time, after ? 4 : 2));
        seen.insert(after);
    }
    CHECK(seen.size() == 2);
}

TEST_CASE("from the date on what is left of everybody's threshold is spent at the new rate") {
    const Parameters same = all_leave_after_200_days(becomes_stichting(1.0, 1.0));
    CHECK(goodbyes(same, DrawMode::expected).first.at(0) == at(2015, 12, 18));
    // 61 days have gone by; the other 139 go twice as fast, or half as fast.
    const Parameters fast = all_leave_after_200_days(becomes_stichting(2.0, 1.0));
    const auto sooner = goodbyes(fast, DrawMode::expected);
    CHECK(sooner.first.at(0) == at(2015, 10, 9, 12));
    CHECK(sooner.first.at(1) == sooner.first.at(0)); // of all at once
    const Parameters slow = all_leave_after_200_days(becomes_stichting(0.5, 1.0));
    CHECK(goodbyes(slow, DrawMode::expected).first.at(0) == at(2016, 5, 5));
}

TEST_CASE("nobody leaves in a form in which nobody does, before the date or after it") {
    Parameters p = all_leave_after_200_days(becomes_stichting(0.0, 1.0));
    CHECK(goodbyes(p, DrawMode::expected).first.empty());
    // The other way round the clocks begin to run on 1 August.
    p.rechtsvorm = "stichting";
    p.rechtsvorm_overgang.naar = "samenwerkingsverband";
    CHECK(goodbyes(p, DrawMode::expected).first.at(0) == at(2016, 2, 17));
}

TEST_CASE("a form of one's own works like the four that are known") {
    Parameters p = all_leave_after_200_days(becomes_stichting(2.0, 1.0));
    p.rechtsvormen.insert(p.rechtsvormen.begin(),
                          {.key = "cooperatie", .verloop = units::Factor{0.0}});
    CHECK(!parameters::validate(p).has_errors());
    p.rechtsvorm_overgang.naar = "cooperatie";
    CHECK(goodbyes(p, DrawMode::expected).first.empty());
}

TEST_CASE(
    "before its date a transition changes nothing, and one at the beginning is the new form") {
    Parameters p = all_leave_after_200_days(becomes_stichting(3.0, 2.0));
    const auto outcome = run(p);
    Parameters without = p;
    without.rechtsvorm_overgang = {};
    const auto old = run(without);
    const auto until = [](const casus::Uitkomst& o) {
        return std::ranges::find_if(
            o.spoor, [](const engine::TraceLine& line) { return line.time >= at(2015, 8, 1); });
    };
    REQUIRE(until(old) != old.spoor.end());
    CHECK(std::equal(old.spoor.begin(), until(old), outcome.spoor.begin(), until(outcome)));
    CHECK(old.vingerafdruk != outcome.vingerafdruk);
    p.rechtsvorm_overgang.op = p.looptijd.start;
    without.rechtsvorm = "stichting";
    CHECK(run(p).vingerafdruk == run(without).vingerafdruk);
}

TEST_CASE("a transition to the same factors is the same run, to the event") {
    Parameters p = all_leave_after_200_days(small_house());
    p.personeel.verzuim.frequentie = units::PerYear{3.0};
    p.rechtsvormen = {{.key = "cooperatie",
                       .verloop = units::Factor{1.5},
                       .informatieverzoek = units::Factor{2.0}},
                      {.key = "stichting",
                       .verloop = units::Factor{1.5},
                       .informatieverzoek = units::Factor{2.0}}};
    p.rechtsvorm = "stichting";
    const auto without = run(p);
    p.rechtsvorm_overgang = {.naar = "cooperatie", .op = date(2015, 8, 1)};
    const auto with = run(p);
    CHECK(with.vingerafdruk == without.vingerafdruk);
    CHECK(with.gebeurtenissen == without.gebeurtenissen);
}
