// A program of its own, because it replaces operator new.

#include "casus/huis.hpp"
#include "engine/event_calendar.hpp"
#include "input/scenario.hpp"
#include "support/allocation_counter.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan;

namespace {

struct Run {
    std::int64_t allocations = 0;
    std::uint64_t events = 0;
};

Run run_until(int last_year) {
    auto p = runner::read_scenario(KETENPLAN_SOURCE_DIR "/scenarios/hollands-midden/2015.toml")
                 .parameters;
    p.looptijd.einde = std::chrono::local_days{std::chrono::year{last_year} / 1 / 1};
    const casus::Opzet opzet(p);
    const std::int64_t before = tests::allocations();
    const auto outcome = casus::simulate(opzet, {.sleutel = {1, 0}, .spoor = {}});
    return {tests::allocations() - before, outcome.gebeurtenissen};
}

} // namespace

TEST_CASE("the counter sees an allocation") {
    const auto before = tests::allocations();
    // Not a new-expression: a compiler may leave that out.
    void* const memory = ::operator new(8);
    CHECK(tests::allocations() == before + 1);
    ::operator delete(memory);
}

TEST_CASE("after the warm-up a year takes its own page of results and nothing per event") {
    const Run ten = run_until(2025);
    const Run twenty = run_until(2035);
    const auto per_year = static_cast<double>(twenty.allocations - ten.allocations) / 10.0;
    const auto events_per_year = static_cast<double>(twenty.events - ten.events) / 10.0;
    CAPTURE(per_year, events_per_year);
    CHECK(events_per_year > 5'000.0);
    // The page of one year: a fixed number of vectors (some twenty of each subregio), whatever
    // happens in it; and a list of tasks for each of the few meetings of the bodies above the case.
    CHECK(per_year < 70.0);
}
