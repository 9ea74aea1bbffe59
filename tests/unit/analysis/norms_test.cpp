#include "analysis/norms.hpp"
#include "engine/defect.hpp"
#include "support/normal_draws.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

constexpr std::uint32_t studies = 2000;

/// Shares of the answers, and the mean number of observations, over simulated tests.
struct Simulated {
    double voldoet = 0.0;
    double voldoet_niet = 0.0;
    double trials = 0.0;
    double trials_error = 0.0; ///< standard error
};

Simulated simulate(const ProportionPlan& plan, double p) {
    Simulated result;
    double squares = 0.0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        ProportionTest test(plan);
        while (test.oordeel() == Oordeel::loopt)
            test.add(uniform_draw(study, 0, test.trials()) < p);
        const auto n = static_cast<double>(test.trials());
        result.voldoet += test.oordeel() == Oordeel::voldoet ? 1.0 / studies : 0.0;
        result.voldoet_niet += test.oordeel() == Oordeel::voldoet_niet ? 1.0 / studies : 0.0;
        result.trials += n / studies;
        squares += n * n / studies;
    }
    result.trials_error = std::sqrt((squares - result.trials * result.trials) / studies);
    return result;
}

bool within_three_errors(double share, double chance) {
    return std::abs(share - chance) <= 3.0 * std::sqrt(chance * (1.0 - chance) / studies);
}

} // namespace

TEST_CASE("a sequential test worked by hand") {
    // 0.2 against 0.8: a success multiplies the ratio by 4, a failure divides it by 4; with errors
    // of 0.05 the limits are 20 and 1/20, three more of the one than of the other.
    const ProportionPlan plan{.low = 0.2, .high = 0.8, .most = 6};
    ProportionTest yes(plan);
    yes.add(true);
    yes.add(true);
    CHECK(yes.oordeel() == Oordeel::loopt);
    yes.add(true);
    CHECK(yes.oordeel() == Oordeel::voldoet);
    yes.add(false); // too late
    CHECK(yes.trials() == 3);
    CHECK(yes.successes() == 3);
    CHECK(yes.oordeel() == Oordeel::voldoet);

    ProportionTest no(plan);
    for (const bool success : {false, true, false, false})
        no.add(success);
    CHECK(no.oordeel() == Oordeel::loopt);
    no.add(false);
    CHECK(no.oordeel() == Oordeel::voldoet_niet);

    ProportionTest neither(plan);
    for (const bool success : {false, true, false, true, false, true})
        neither.add(success);
    CHECK(neither.oordeel() == Oordeel::niet_te_onderscheiden);
    CHECK(neither.trials() == 6);
}

TEST_CASE("the zone lies around a norm or below it") {
    const ProportionPlan around = around_norm(0.9, 0.05, 0.01, 500);
    CHECK(around.low == Approx(0.85));
    CHECK(around.high == Approx(0.95));
    CHECK(around.alpha == 0.01);
    CHECK(around.beta == 0.01);
    CHECK(around.most == 500);
    const ProportionPlan below = below_norm(0.9, 0.05, 0.01, 500);
    CHECK(below.low == Approx(0.85));
    CHECK(below.high == 0.9);
    CHECK_THROWS_AS(ProportionTest(around_norm(0.95, 0.05, 0.01, 500)), engine::Defect);
    CHECK_THROWS_AS(ProportionTest(around_norm(0.9, 0.0, 0.01, 500)), engine::Defect);
    CHECK_THROWS_AS(ProportionTest(around_norm(0.9, 0.05, 0.5, 500)), engine::Defect);
    CHECK_THROWS_AS(ProportionTest(around_norm(0.9, 0.05, 0.01, 0)), engine::Defect);
}

TEST_CASE("operating characteristics worked by hand") {
    // As above with `most` 3: decided only by three alike.
    const ProportionPlan plan{.low = 0.2, .high = 0.8, .most = 3};
    const OperatingCharacteristic oc = operating_characteristic(plan, 0.6);
    CHECK(oc.voldoet == Approx(0.216));
    CHECK(oc.voldoet_niet == Approx(0.064));
    CHECK(oc.niet_te_onderscheiden == Approx(0.72));
    CHECK(oc.expected_trials == Approx(3.0));
    // A walk of steps +-1 between -3 and 3, never cut off: the gambler's ruin.
    const ProportionPlan long_plan{.low = 0.2, .high = 0.8, .most = 5000};
    const double odds = 0.4 / 0.6;
    const double up = (1.0 - std::pow(odds, 3.0)) / (1.0 - std::pow(odds, 6.0));
    const OperatingCharacteristic ruin = operating_characteristic(long_plan, 0.6);
    CHECK(ruin.voldoet == Approx(up));
    CHECK(ruin.voldoet_niet == Approx(1.0 - up));
    CHECK(ruin.expected_trials == Approx((6.0 * up - 3.0) / 0.2));
}

TEST_CASE("a sequential test errs no more often than promised, and as often as computed") {
    for (const ProportionPlan& plan : {around_norm(0.9, 0.03, 0.05, 100'000),
                                       ProportionPlan{0.80, 0.90, 0.01, 0.10, 100'000},
                                       below_norm(0.5, 0.05, 0.05, 120)}) {
        for (const double p : {plan.low, 0.5 * (plan.low + plan.high), plan.high}) {
            INFO("p = " << p << " of " << plan.low << " to " << plan.high);
            const OperatingCharacteristic exact = operating_characteristic(plan, p);
            CHECK(exact.voldoet + exact.voldoet_niet + exact.niet_te_onderscheiden == Approx(1.0));
            if (p == plan.low)
                CHECK(exact.voldoet <= plan.alpha);
            if (p == plan.high)
                CHECK(exact.voldoet_niet <= plan.beta);
            const Simulated seen = simulate(plan, p);
            CHECK(within_three_errors(seen.voldoet, exact.voldoet));
            CHECK(within_three_errors(seen.voldoet_niet, exact.voldoet_niet));
            CHECK(std::abs(seen.trials - exact.expected_trials) <= 3.0 * seen.trials_error);
        }
    }
}

TEST_CASE("a sequential test takes the number of observations of Wald's formula") {
    const ProportionPlan plan = around_norm(0.85, 0.02, 0.01, 100'000);
    const double up = std::log(plan.high / plan.low);
    const double down = std::log((1.0 - plan.high) / (1.0 - plan.low));
    const double limit = -std::log(0.01);
    for (const double p : {plan.low, plan.high}) {
        const double drift = p * up + (1.0 - p) * down;
        // Between limits of -4.6 and 4.6, stepped over by at most the largest step.
        const double wald = (p == plan.high ? 1.0 : -1.0) * (1.0 - 2.0 * 0.01) * limit / drift;
        const double overshoot = std::max(up, -down) / std::abs(drift);
        const double exact = operating_characteristic(plan, p).expected_trials;
        CHECK(exact >= wald);
        CHECK(exact <= wald + 1.02 * overshoot + 0.02 * wald);
    }
    // A test with a fixed number of observations needs about twice as many.
    const double spread = std::sqrt(0.85 * 0.15);
    const double fixed = std::pow(2.0 * 2.3263 * spread / 0.04, 2.0);
    CHECK(operating_characteristic(plan, plan.high).expected_trials < 0.65 * fixed);
}

TEST_CASE("a year meets a norm on the good side of its limit") {
    const Jaarnorm wait{42.0, Richting::lager};
    CHECK(meets(wait, 42.0) == true);
    CHECK(meets(wait, 42.1) == false);
    const Jaarnorm share{0.9, Richting::hoger};
    CHECK(meets(share, 0.9) == true);
    CHECK(meets(share, 0.89) == false);
    CHECK_FALSE(meets(share, std::numeric_limits<double>::quiet_NaN()));
    CHECK_THROWS_AS(meets({0.0, Richting::geen}, 1.0), engine::Defect);
}

TEST_CASE("all norms must be met, and one that is not is enough") {
    const std::array plans{ProportionPlan{.low = 0.2, .high = 0.8, .most = 40},
                           ProportionPlan{.low = 0.2, .high = 0.8, .most = 4}};
    using Met = std::array<std::optional<bool>, 2>;
    // alpha 0.05: three more successes. beta 0.05 / 2: ratio below 1/40, three more failures.
    NormenTest both(plans, 0.05, 0.05);
    for (int i = 0; i < 3; ++i) {
        CHECK(both.oordeel() == Oordeel::loopt);
        both.add(Met{true, i == 0 ? std::nullopt : std::optional(true)});
    }
    CHECK(both.oordeel() == Oordeel::loopt); // of the second norm one year had nothing to see
    both.add(Met{false, true});
    CHECK(both.oordeel() == Oordeel::voldoet);
    CHECK(both.tests()[0].trials() == 3);

    NormenTest one(plans, 0.05, 0.05);
    for (int i = 0; i < 3; ++i)
        one.add(Met{true, false});
    CHECK(one.oordeel() == Oordeel::voldoet_niet);

    NormenTest unclear(plans, 0.05, 0.05);
    for (int i = 0; i < 4; ++i)
        unclear.add(Met{true, i % 2 == 0});
    CHECK(unclear.oordeel() == Oordeel::niet_te_onderscheiden);

    CHECK_THROWS_AS(NormenTest({}, 0.05, 0.05), engine::Defect);
    CHECK_THROWS_AS(both.add(std::vector<std::optional<bool>>{true}), engine::Defect);
}

TEST_CASE("together the norms err no more often than promised, however they hang together") {
    const std::vector<ProportionPlan> plans(5, ProportionPlan{.low = 0.8, .high = 0.9});
    constexpr double error = 0.1;
    const auto share_said = [&](const std::array<double, 5>& p, std::size_t streams, Oordeel what) {
        std::size_t said = 0;
        for (std::uint32_t study = 0; study < studies; ++study) {
            NormenTest test(plans, error, error);
            for (std::size_t r = 0; test.oordeel() == Oordeel::loopt; ++r) {
                std::array<std::optional<bool>, 5> met;
                for (std::size_t i = 0; i < met.size(); ++i)
                    met[i] = uniform_draw(study, i % streams, r) < p[i];
                test.add(met);
            }
            said += test.oordeel() == what ? 1U : 0U;
        }
        return static_cast<double>(said) / studies;
    };
    const double most = error + 3.0 * std::sqrt(error * (1.0 - error) / studies);
    const std::array all_met{0.9, 0.9, 0.9, 0.9, 0.9};
    const std::array one_not{0.99, 0.99, 0.8, 0.99, 0.99};
    for (const std::size_t streams : {1U, 5U}) { // dependent and independent
        CHECK(share_said(all_met, streams, Oordeel::voldoet_niet) <= most);
        CHECK(share_said(one_not, streams, Oordeel::voldoet) <= most);
    }
    // And it is not merely careful: with independent norms most of the room is used.
    CHECK(share_said(all_met, 5, Oordeel::voldoet_niet) > 0.5 * error);
}
