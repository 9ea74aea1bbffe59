#include "analysis/information.hpp"
#include "analysis/value.hpp"
#include "engine/defect.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace ketenplan;
using namespace ketenplan::analysis;

namespace {

/// Four draws of two strategies, at 10 per unit of effect: net benefits 0 and -10, 20, 5 and -3.
PsaTable by_hand() {
    return {{"nu", "anders"},
            {{0, 0, 0, 0}, {20, 20, 25, 3}},
            {{0, 0, 0, 0}, {1, 4, 3, 0}},
            {"p"},
            {{0, 1, 1, 0}}};
}

} // namespace

TEST_CASE("the value of a choice, worked by hand") {
    const AtPrice at = value_at(by_hand(), 10.0);
    CHECK(at.optimal == 1);
    CHECK(at.strategies[1].net_benefit.mean.mean == 3.0);
    CHECK(at.strategies[1].incremental.mean.mean == 3.0);
    CHECK(at.strategies[0].incremental.mean.mean == 0.0);
    CHECK(at.strategies[0].chance_best == 0.5);
    // Knowing everything gives 0, 20, 5 and 0: 6.25; choosing now gives 3.
    CHECK(at.evpi().mean == 3.25);
    CHECK(at.strategies[0].expected_loss.mean == 6.25);
    // The losses are 10, 0, 0 and 3: their sum of squares about 3.25 is 66.75.
    CHECK(at.evpi().standard_error == Approx(std::sqrt(66.75 / 3.0 / 4.0)));
    CHECK(at.evpi().low == 0.0);
    // At 0 per unit the cheaper one is best in every draw.
    CHECK(value_at(by_hand(), 0.0).evpi().mean == 0.0);
    CHECK(value_at(by_hand(), 0.0).optimal == 0);
}

TEST_CASE("strategies that tie share a draw, and the first is chosen") {
    PsaTable table = by_hand();
    table.strategies.push_back("ook anders");
    table.costs.push_back(table.costs[1]);
    table.effects.push_back(table.effects[1]);
    const AtPrice at = value_at(table, 10.0);
    CHECK(at.optimal == 1);
    CHECK(at.strategies[0].chance_best == 0.5);
    CHECK(at.strategies[1].chance_best == 0.25);
    CHECK(at.strategies[2].chance_best == 0.25);
    CHECK(at.evpi().mean == 3.25);
}

TEST_CASE("the spread of a quantity is its 2.5% and 97.5% quantile") {
    std::vector<double> values;
    for (int i = 1000; i >= 0; --i)
        values.push_back(i);
    const OverDraws all = over_draws(values);
    CHECK(all.mean.mean == Approx(500.0));
    CHECK(all.spread.low == Approx(25.0));
    CHECK(all.spread.high == Approx(975.0));
}

TEST_CASE("a parameter of two values, worked by hand") {
    // Given 0 the alternative is expected to give -6.5, given 1 12.5: knowing it gives 6.25.
    const PsaTable table = by_hand();
    const Foreknowledge known(table, 0);
    const InformationValue value = evppi(known, 10.0);
    CHECK(value.value == Approx(3.25));
    // Choosing by the parameter gains 10, 0, 0 and 3 over always choosing the alternative.
    CHECK(value.standard_error == Approx(std::sqrt(66.75 / 3.0 / 4.0)));
    CHECK(value.interval.low == 0.0);
    // Half of what there is to know: -6.5 becomes 3 - 9.5 x sqrt(0.5), below 0 still.
    const double loss = 0.5 * (9.5 * std::sqrt(0.5) - 3.0);
    CHECK(evsi(known, 10.0, 100.0, 100.0).value == Approx(loss));
    CHECK(evsi(known, 10.0, 0.0, 100.0).value == 0.0);
    // The choice turns where 9.5 x sqrt(n / (n + 100)) is 3: at n = 11.08.
    CHECK(evsi(known, 10.0, 11.0, 100.0).value == 0.0);
    CHECK(evsi(known, 10.0, 11.2, 100.0).value > 0.0);
}

TEST_CASE("a parameter that is known already is worth nothing") {
    PsaTable table = by_hand();
    table.values = {{7, 7, 7, 7}};
    const InformationValue value = evppi(Foreknowledge(table, 0), 10.0);
    CHECK(value.value == 0.0);
    CHECK(value.standard_error == 0.0);
}

TEST_CASE("how many persons a chance is known from") {
    // Beta(2, 6): mean 1/4, variance 12 / (64 x 9) = 1/48; here two draws of that mean and
    // variance.
    const double off = std::sqrt(0.5 / 48.0);
    const std::vector<double> chance{0.25 - off, 0.25 + off};
    REQUIRE(persons_behind_chance(chance));
    CHECK(*persons_behind_chance(chance) == Approx(8.0));
    CHECK_FALSE(persons_behind_chance(std::vector<double>{0.5, 1.5}));
    CHECK_FALSE(persons_behind_chance(std::vector<double>{0.5, 0.5}));
    CHECK_FALSE(persons_behind_chance(std::vector<double>{0.001, 0.999}));
    CHECK(learnt_share(200.0, 100.0) == Approx(2.0 / 3.0));
    CHECK_THROWS_AS(learnt_share(10.0, 0.0), engine::Defect);
}

TEST_CASE("a choice needs two strategies and two draws") {
    PsaTable table = by_hand();
    table.strategies.pop_back();
    CHECK_THROWS_AS(value_at(table, 1.0), engine::Defect);
}
