#include "analysis/selection.hpp"
#include "engine/defect.hpp"
#include "support/normal_draws.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

constexpr std::uint32_t studies = 400;
constexpr double promised = 0.95;

/// Three standard errors below what was promised.
double least_share() {
    return promised - 3.0 * std::sqrt(promised * (1.0 - promised) / studies);
}

} // namespace

TEST_CASE("the constants of KN are the published ones") {
    // Five systems, ten observations, 95%: Kim and Nelson (2001); eta of 2 alpha / (k - 1), not of
    // the 1 - (1 - alpha)^(1 / (k - 1)) for independent systems, which gives 0.627.
    const KnConstants c = kn_constants(5, 10, 0.05);
    CHECK(c.eta == Approx(0.6349673).margin(5e-8));
    CHECK(c.h2 == Approx(11.4294108).margin(5e-7));
    CHECK_THROWS_AS(kn_constants(1, 10, 0.05), engine::Defect);
    CHECK_THROWS_AS(kn_constants(5, 1, 0.05), engine::Defect);
    CHECK_THROWS_AS(kn_constants(5, 10, 0.5), engine::Defect);
}

TEST_CASE("the constants of Rinott are the published ones") {
    CHECK(rinott_h(2, 10, 0.95) == Approx(2.61412).margin(1e-5));
    CHECK(rinott_h(10, 20, 0.95) == Approx(3.87528).margin(1e-5));
    // Two systems and many observations: the difference of two normal means, sqrt(2) z.
    CHECK(rinott_h(2, 20'000, 0.95) == Approx(std::sqrt(2.0) * 1.6448536270).margin(5e-4));
    CHECK_THROWS_AS(rinott_h(1, 10, 0.95), engine::Defect);
    CHECK_THROWS_AS(rinott_h(2, 2, 0.95), engine::Defect);
    CHECK_THROWS_AS(rinott_h(4, 10, 0.2), engine::Defect);
}

TEST_CASE("Rinott's constant gives the promised chance also after a first stage of three") {
    // Chi-squared with two degrees is exponential: the expectation is a sum over a grid of
    // midpoints.
    const double h = rinott_h(2, 3, 0.95);
    constexpr int cells = 500;
    const auto value = [](int i) {
        return -2.0 * std::log((i + 0.5) / cells);
    };
    double chance = 0.0;
    for (int i = 0; i < cells; ++i) {
        for (int j = 0; j < cells; ++j) {
            const double z = h / std::sqrt(2.0 * (1.0 / value(i) + 1.0 / value(j)));
            chance += 0.5 * std::erfc(-z / std::sqrt(2.0)) / (cells * cells);
        }
    }
    CHECK(chance == Approx(0.95).margin(5e-5));
}

TEST_CASE("a selection worked by hand") {
    // Two alternatives, n0 = 2, alpha = 0.25: eta = (0.5^-2 - 1) / 2 = 1.5, h2 = 3. The differences
    // of the first stage are -1 and 1: S^2 = 2, so with delta = 1 the most is 6 observations, and
    // after r the one may be (6 - r) / (2 r) behind: 1 after 2, 0.5 after 3, 0.25 after 4.
    const std::array first{0.0, 1.0, 0.0, 0.0, 0.0, 0.0};
    const std::array second{1.0, 0.0, 1.0, 1.0, 9.0, 9.0};
    std::vector<std::size_t> asked;
    const auto observe = [&](std::size_t alternative, std::size_t r) {
        asked.push_back(10 * r + alternative);
        return alternative == 0 ? first.at(r) : second.at(r);
    };
    // Means after 3: 1/3 and 2/3: 0.33 behind, allowed. After 4: 1/4 and 3/4, not allowed.
    const SelectionPlan plan{.delta = 1.0, .alpha = 0.25, .first_stage = 2, .most = 100};
    const Selection selection = select_best(2, plan, observe);
    CHECK(selection.chosen == 0U);
    CHECK(asked == std::vector<std::size_t>{0, 1, 10, 11, 20, 21, 30, 31});
    CHECK(selection.contenders[0].observations == 4);
    CHECK(selection.contenders[0].mean == 0.25);
    CHECK_FALSE(selection.contenders[0].eliminated);
    CHECK(selection.contenders[1].eliminated == 4U);
    CHECK(selection.contenders[1].mean == 0.75);

    SelectionPlan larger = plan;
    larger.smaller_is_better = false;
    CHECK(select_best(2, larger, observe).chosen == 1U);
}

TEST_CASE("a selection may end undecided, and of equals takes the first") {
    const auto noise = [](std::size_t alternative, std::size_t r) {
        return normal_draw(1, alternative, r);
    };
    const SelectionPlan plan{.delta = 0.01, .first_stage = 5, .most = 8};
    const Selection open = select_best(3, plan, noise);
    CHECK_FALSE(open.chosen);
    CHECK(std::ranges::count_if(open.contenders, [](const Contender& c) {
              return !c.eliminated && c.observations == 8;
          }) >= 2);

    // On common random numbers equals are equal at once: nothing is spent on telling them apart.
    const Selection equal =
        select_best(3, plan, [](std::size_t, std::size_t r) { return normal_draw(1, 0, r); });
    CHECK(equal.chosen == 0U);
    CHECK(equal.contenders[2].observations == 5);
    CHECK(equal.contenders[2].eliminated == 5U);

    const Selection alone = select_best(1, plan, noise);
    CHECK(alone.chosen == 0U);
    CHECK(alone.contenders[0].observations == 5);
}

TEST_CASE("a selection complains of what is not a plan or not a number") {
    const auto missing = [](std::size_t, std::size_t) {
        return std::numeric_limits<double>::quiet_NaN();
    };
    const auto zero = [](std::size_t, std::size_t) {
        return 0.0;
    };
    CHECK_THROWS_AS(select_best(2, {}, missing), engine::Defect);
    CHECK_THROWS_AS(select_best(0, {}, zero), engine::Defect);
    CHECK_THROWS_AS(select_best(2, {.delta = 0.0}, zero), engine::Defect);
    CHECK_THROWS_AS(select_best(2, {.first_stage = 1}, zero), engine::Defect);
    CHECK_THROWS_AS(select_best(2, {.first_stage = 20, .most = 19}, zero), engine::Defect);
}

TEST_CASE("what is chosen is best as often as promised, independent alternatives") {
    // The least favourable case: all others exactly delta worse. Their spread is unequal.
    const std::array spread{1.0, 2.0, 0.5, 1.5};
    const SelectionPlan plan{.delta = 1.0, .first_stage = 10};
    std::size_t right = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        const Selection s = select_best(4, plan, [&](std::size_t i, std::size_t r) {
            return (i == 1 ? 0.0 : 1.0) + spread.at(i) * normal_draw(study, i, r);
        });
        right += s.chosen == 1U ? 1U : 0U;
    }
    CHECK(static_cast<double>(right) / studies >= least_share());
}

TEST_CASE("common random numbers keep the promise and save observations") {
    const SelectionPlan plan{.delta = 0.5, .first_stage = 10};
    std::size_t right = 0;
    std::size_t alone = 0;
    std::size_t common = 0;
    const auto total = [](const Selection& s) {
        std::size_t sum = 0;
        for (const Contender& c : s.contenders)
            sum += c.observations;
        return sum;
    };
    for (std::uint32_t study = 0; study < studies; ++study) {
        // Correlation 0.9 between alternatives: the first part is shared.
        const auto value = [&](std::size_t i, std::size_t r, std::size_t shared) {
            return (i == 2 ? 0.0 : 0.5) + std::sqrt(0.9) * normal_draw(study, shared, r) +
                   std::sqrt(0.1) * normal_draw(study, i, r);
        };
        const Selection with =
            select_best(3, plan, [&](std::size_t i, std::size_t r) { return value(i, r, 50); });
        const Selection without =
            select_best(3, plan, [&](std::size_t i, std::size_t r) { return value(i, r, 50 + i); });
        right += with.chosen == 2U ? 1U : 0U;
        common += total(with);
        alone += total(without);
    }
    CHECK(static_cast<double>(right) / studies >= least_share());
    CHECK(2 * common < alone);
}
