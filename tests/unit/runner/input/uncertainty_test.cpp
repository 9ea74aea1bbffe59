#include "input/uncertainty.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace ketenplan::runner;
using ketenplan::units::Dimension;

namespace {

const std::string example = KETENPLAN_SOURCE_DIR "/scenarios/test/voorbeeld.toml";

ScenarioTree tree() {
    Diagnostics found;
    return *read_scenario_files(example, found);
}

UncertainNumber closing(double low, double high) {
    return {"weging.sluitingstermijn", Dimension::days, 1.0, low, high, false, "uniform", "proef"};
}

UncertainNumber norm(double low, double high) {
    return {"normen.weging_binnen", Dimension::days, 14.0, low, high, false, "uniform", "proef"};
}

double closing_of(const ketenplan::parameters::Parameters& p) {
    return p.weging.sluitingstermijn.value();
}

} // namespace

TEST_CASE("a draw belongs to its number and replication, whoever else is drawn") {
    const UncertainScenarios one(tree(), {closing(0.5, 3.0)}, {}, 7);
    const UncertainScenarios two(tree(), {norm(10.0, 20.0), closing(0.5, 3.0)}, {}, 7);
    const UncertainScenarios other_seed(tree(), {closing(0.5, 3.0)}, {}, 8);
    std::set<double> seen;
    for (std::uint32_t r = 0; r < 5; ++r) {
        const double value = closing_of(one.of(r));
        CHECK(value == closing_of(two.of(r)));
        CHECK(value != closing_of(other_seed.of(r)));
        CHECK(value >= 0.5);
        CHECK(value <= 3.0);
        seen.insert(value);
    }
    CHECK(seen.size() == 5);
    // Two numbers do not move together.
    const auto p = two.of(0);
    CHECK((closing_of(p) - 0.5) / 2.5 !=
          Approx((p.normen.weging_binnen.value() - 10.0) / 10.0).margin(1e-4));
    CHECK(one.of(1).normen.weging_binnen.value() != two.of(1).normen.weging_binnen.value());
}

TEST_CASE("members of an ensemble take turns, and ranges vary around them") {
    const std::vector<EnsembleMember> ensemble{{0, {{"normen.weging_binnen", "11 dagen"}}},
                                               {1, {{"normen.weging_binnen", "12 dagen"}}}};
    const UncertainScenarios scenarios(tree(), {closing(0.5, 3.0)}, ensemble, 7);
    for (std::uint32_t r = 0; r < 4; ++r)
        CHECK(scenarios.of(r).normen.weging_binnen.value() == (r % 2 == 0 ? 11.0 : 12.0));
    CHECK(closing_of(scenarios.of(0)) != closing_of(scenarios.of(2)));
}

TEST_CASE("a draw that cannot be is made again, and ranges that never can be are an error") {
    // Below zero the scenario does not exist: half of the draws.
    const UncertainScenarios half(tree(), {closing(-3.0, 3.0)}, {}, 7);
    for (std::uint32_t r = 0; r < 20; ++r)
        CHECK(closing_of(half.of(r)) >= 0.0);
    const UncertainScenarios never(tree(), {closing(-3.0, -2.0)}, {}, 7);
    CHECK_THROWS_AS(never.of(0), InputError);
}
