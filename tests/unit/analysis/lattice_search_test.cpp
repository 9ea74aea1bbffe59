#include "analysis/lattice_search.hpp"
#include "analysis/norms.hpp"
#include "engine/defect.hpp"
#include "support/normal_draws.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

/// Every point of the lattice, in lexicographic order.
std::vector<LatticePoint> all_points(const LatticeProblem& problem) {
    std::vector<LatticePoint> points{problem.lowest};
    while (points.back() != problem.highest) {
        LatticePoint next = points.back();
        std::size_t d = next.size() - 1;
        while (next[d] == problem.highest[d]) {
            next[d] = problem.lowest[d];
            --d;
        }
        ++next[d];
        points.push_back(next);
    }
    return points;
}

std::int64_t cost(const LatticeProblem& problem, const LatticePoint& point) {
    std::int64_t sum = 0;
    for (std::size_t d = 0; d < point.size(); ++d)
        sum += point[d] * problem.step_costs[d];
    return sum;
}

/// By looking at every point.
std::vector<LatticePoint> brute_force(const LatticeProblem& problem, const Oracle& oracle) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::vector<LatticePoint> best;
    for (const LatticePoint& point : all_points(problem)) {
        if (oracle(point) != Haalbaar::ja || cost(problem, point) > least)
            continue;
        if (cost(problem, point) < least)
            best.clear();
        least = cost(problem, point);
        best.push_back(point);
    }
    return best;
}

/// A random monotone requirement: somewhere at or above one of a few points.
std::vector<LatticePoint> random_requirement(const LatticeProblem& problem, std::uint32_t study) {
    std::vector<LatticePoint> least;
    const auto many = static_cast<std::size_t>(12.0 * uniform_draw(study, 100, 0));
    for (std::size_t i = 0; i < many; ++i) {
        LatticePoint point = problem.lowest;
        for (std::size_t d = 0; d < point.size(); ++d)
            point[d] += static_cast<std::int32_t>((problem.highest[d] - problem.lowest[d] + 1) *
                                                  uniform_draw(study, i, d));
        least.push_back(point);
    }
    return least;
}

bool at_or_above(const LatticePoint& point, const std::vector<LatticePoint>& least) {
    return std::ranges::any_of(least, [&](const LatticePoint& m) {
        return std::ranges::equal(m, point, std::ranges::less_equal{});
    });
}

} // namespace

TEST_CASE("the smallest feasible point is that of brute force, on random monotone lattices") {
    std::size_t infeasible = 0;
    std::size_t ties = 0;
    for (std::uint32_t study = 0; study < 300; ++study) {
        const std::size_t dimensions = 1 + study % 4;
        LatticeProblem problem;
        for (std::size_t d = 0; d < dimensions; ++d) {
            problem.lowest.push_back(static_cast<std::int32_t>(d) - 1);
            problem.highest.push_back(problem.lowest[d] + 3 + static_cast<std::int32_t>(d));
            problem.step_costs.push_back(
                study % 2 == 0 ? 1
                               : 1 + static_cast<std::int64_t>(5.0 * uniform_draw(study, 99, d)));
        }
        const auto least = random_requirement(problem, study);
        std::set<LatticePoint> asked;
        const Oracle oracle = [&](const LatticePoint& point) {
            return at_or_above(point, least) ? Haalbaar::ja : Haalbaar::nee;
        };
        const LatticeResult found = cheapest_feasible(problem, [&](const LatticePoint& point) {
            CHECK(asked.insert(point).second); // never the same twice
            return oracle(point);
        });
        const auto expected = brute_force(problem, oracle);
        CHECK(found.complete);
        CHECK(found.cheapest == expected);
        CHECK(found.calls == asked.size());
        CHECK(found.undecided.empty());
        if (!expected.empty()) {
            CHECK(found.cost == cost(problem, expected[0]));
            CHECK(found.bound == found.cost);
        }
        infeasible += expected.empty() ? 1U : 0U;
        ties += expected.size() > 1 ? 1U : 0U;
    }
    CHECK(infeasible > 5); // the test bed has them
    CHECK(ties > 5);
}

TEST_CASE("few of many points are asked about") {
    // Two roles that can do each other's work and one that stands alone: 9261 points.
    const LatticeProblem problem{
        .lowest = {0, 0, 0}, .highest = {20, 20, 20}, .step_costs = {10, 9, 7}};
    const LatticeResult found = cheapest_feasible(problem, [](const LatticePoint& p) {
        return 3 * p[0] + 2 * p[1] >= 41 && p[2] >= 13 ? Haalbaar::ja : Haalbaar::nee;
    });
    CHECK(found.cheapest == std::vector<LatticePoint>{{13, 1, 13}});
    CHECK(found.cost == 130 + 9 + 91);
    CHECK(found.calls < 60);
}

TEST_CASE("a search that may ask too little says what it knows") {
    LatticeProblem problem{.lowest = {0, 0}, .highest = {50, 50}, .step_costs = {1, 1}};
    const Oracle oracle = [](const LatticePoint& p) {
        return p[0] * p[1] >= 600 ? Haalbaar::ja : Haalbaar::nee;
    };
    const LatticeResult whole = cheapest_feasible(problem, oracle);
    CHECK(whole.cost == 49);
    CHECK(whole.cheapest == std::vector<LatticePoint>{{24, 25}, {25, 24}});
    for (std::size_t calls = 1; calls < whole.calls; ++calls) {
        problem.most_calls = calls;
        const LatticeResult part = cheapest_feasible(problem, oracle);
        INFO(calls);
        CHECK_FALSE(part.complete);
        CHECK(part.calls == calls);
        CHECK(part.bound <= whole.cost);
        for (const LatticePoint& point : part.cheapest)
            CHECK(oracle(point) == Haalbaar::ja);
    }
    problem.most_calls = whole.calls + 1;
    CHECK(cheapest_feasible(problem, oracle).complete);
}

TEST_CASE("what cannot be told is not enough, and is named") {
    const LatticeProblem problem{.lowest = {0}, .highest = {10}, .step_costs = {1}};
    const LatticeResult found = cheapest_feasible(problem, [](const LatticePoint& p) {
        return p[0] >= 7 ? Haalbaar::ja : p[0] >= 5 ? Haalbaar::onbeslist : Haalbaar::nee;
    });
    CHECK(found.cheapest == std::vector<LatticePoint>{{7}});
    CHECK(std::ranges::find(found.undecided, LatticePoint{6}) != found.undecided.end());
    // Not where it costs as much as what was found, or more.
    bool dear = false;
    const LatticeResult two = cheapest_feasible(
        {.lowest = {0, 0}, .highest = {10, 10}, .step_costs = {1, 1}}, [&](const LatticePoint& p) {
            if (p[0] >= 7)
                return Haalbaar::ja;
            dear = dear || p[1] >= 7;
            return p[1] >= 7 ? Haalbaar::onbeslist : Haalbaar::nee;
        });
    CHECK(two.cheapest == std::vector<LatticePoint>{{7, 0}});
    CHECK(dear); // such a point was asked about
    CHECK(two.undecided.empty());
    const LatticeResult none =
        cheapest_feasible(problem, [](const LatticePoint&) { return Haalbaar::onbeslist; });
    CHECK(none.cheapest.empty());
    CHECK(none.complete);
    CHECK(none.bound == std::numeric_limits<std::int64_t>::max());
    CHECK(none.undecided == std::vector<LatticePoint>{{10}});
}

TEST_CASE("a search complains of what is not a lattice") {
    const Oracle yes = [](const LatticePoint&) {
        return Haalbaar::ja;
    };
    CHECK_THROWS_AS(cheapest_feasible({}, yes), engine::Defect);
    CHECK_THROWS_AS(cheapest_feasible({.lowest = {1}, .highest = {0}, .step_costs = {1}}, yes),
                    engine::Defect);
    CHECK_THROWS_AS(cheapest_feasible({.lowest = {0}, .highest = {1}, .step_costs = {0}}, yes),
                    engine::Defect);
    CHECK_THROWS_AS(cheapest_feasible({.lowest = {0}, .highest = {1}, .step_costs = {1, 1}}, yes),
                    engine::Defect);
}

TEST_CASE("the smallest formatie is found as often as promised when the oracle must estimate") {
    // The share of years that meet the norm rises from 0 to 1 with the fte of two roles; 90% to 95%
    // is the zone. The cheapest point with at least 95% is known, and no cheaper one is in the zone
    // or above it.
    const auto share = [](const LatticePoint& p) {
        const double fte = 2.0 * p[0] + p[1];
        return 1.0 / (1.0 + std::exp(-1.5 * (fte - 20.0)));
    };
    const LatticeProblem problem{.lowest = {3, 4}, .highest = {9, 12}, .step_costs = {5, 3}};
    constexpr double error = 0.1;
    constexpr double calls_at_most = 20.0;
    const ProportionPlan plan{0.90, 0.95, error / calls_at_most, error / calls_at_most, 20'000};
    const auto exact = brute_force(problem, [&](const LatticePoint& p) {
        return share(p) >= plan.high ? Haalbaar::ja : Haalbaar::nee;
    });
    REQUIRE(exact.size() == 1);
    constexpr std::uint32_t studies = 400;
    std::size_t right = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        const LatticeResult found = cheapest_feasible(problem, [&](const LatticePoint& point) {
            ProportionTest test(plan);
            const auto place = static_cast<std::size_t>(100 * point[0] + point[1]);
            while (test.oordeel() == Oordeel::loopt)
                test.add(uniform_draw(study, place, test.trials()) < share(point));
            return test.oordeel() == Oordeel::voldoet ? Haalbaar::ja : Haalbaar::nee;
        });
        CHECK(static_cast<double>(found.calls) <= calls_at_most);
        right += found.cheapest == exact ? 1U : 0U;
    }
    const double least = 1.0 - error - 3.0 * std::sqrt(error * (1.0 - error) / studies);
    CHECK(static_cast<double>(right) / studies >= least);
}
