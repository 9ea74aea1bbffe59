#include "analysis/comparison.hpp"
#include "analysis/sensitivity.hpp"
#include "engine/stream.hpp"
#include "support/small_house.hpp"

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <vector>

using namespace ketenplan::analysis;

namespace {

/// Replications of Ishigami's function with noise, at Sobol points.
struct Simulated {
    Points points;
    std::vector<TrialValues> values;
};
Simulated simulated(std::size_t count, std::size_t replications, double deviation) {
    Simulated s{sobol_points(count, 3, 5), {}};
    for (std::size_t p = 0; p < count; ++p) {
        const auto angle = [&](std::size_t i) {
            return std::numbers::pi * (2.0 * s.points[p][i] - 1.0);
        };
        const double wave = std::sin(angle(1));
        const double exact =
            std::sin(angle(0)) * (1.0 + 0.1 * std::pow(angle(2), 4)) + 7.0 * wave * wave;
        ketenplan::engine::Stream stream({.seed = 5, .replication = 0},
                                         {.purpose = 1, .ordinal = static_cast<std::uint32_t>(p)});
        boost::random::normal_distribution<double> normal(0.0, deviation);
        TrialValues at_point{{{}}, ""};
        for (std::size_t r = 0; r < replications; ++r)
            at_point.figures[0].push_back(exact + normal(stream));
        s.values.push_back(at_point);
    }
    return s;
}

const std::vector<double> first_order{0.3139, 0.4424, 0.0};
const std::vector<double> total_order{0.5576, 0.4424, 0.2437};

} // namespace

TEST_CASE("a metamodel of a noisy function divides its variance as the function does") {
    const Simulated s = simulated(256, 5, 1.0);
    const Observations o = observations_of(s.points, s.values, 0);
    REQUIRE(o.y.size() == 256);
    const auto model = metamodel_of(o, {.seed = 5, .base = 1024, .draws = 40, .waves = 256});
    REQUIRE(model);
    CHECK(model->validation.q2 > 0.85);
    CHECK(model->noise == Approx(1.0 / 5.0).epsilon(0.2));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(model->indices.first[i] == Approx(first_order[i]).margin(0.05));
        CHECK(model->indices.total[i] == Approx(total_order[i]).margin(0.05));
        CHECK(model->intervals.first[i].low <= first_order[i]);
        CHECK(model->intervals.first[i].high >= first_order[i]);
        CHECK(model->intervals.total[i].low <= total_order[i]);
        CHECK(model->intervals.total[i].high >= total_order[i]);
        CHECK(model->intervals.total[i].high - model->intervals.total[i].low < 0.25);
    }
}

TEST_CASE("trials give what replications of the same numbers give, and a failure stands alone") {
    ketenplan::tests::Parameters p = ketenplan::tests::small_house();
    const ketenplan::casus::Opzet opzet(p);
    Sequential executor;
    const std::vector<Figure> figures{{"meldingen", "regio"}};
    const std::vector<Trial> trials{{&p, 0, 4}, {&p, 2, 2}};
    const auto values = simulate_trials(trials, 11, figures, executor);
    REQUIRE(values.size() == 2);
    CHECK(values[0].failure.empty());
    const auto expected = over_jaren(replicate(opzet, 11, 4, executor), "meldingen", "regio");
    CHECK(expected[0] > 0.0);
    CHECK(values[0].figures[0] == expected);
    CHECK(values[1].figures[0] == std::vector(expected.begin() + 2, expected.end()));
    const std::vector<Figure> none{{"meldingen", "bestaat_niet"}};
    CHECK_THROWS_AS(simulate_trials(trials, 11, none, executor), ketenplan::engine::Defect);
    p.gemeenten[0].instroom = ketenplan::units::PerYear{1e7}; // more than can be numbered
    const std::vector<Trial> large{{&p, 0, 1}};
    CHECK_FALSE(simulate_trials(large, 11, figures, executor)[0].failure.empty());
}

TEST_CASE("a variance from few replications is drawn to the mean of all") {
    const Points points{1, {0.1, 0.5, 0.9}};
    // Variances of the means: 0, 1 and nothing known.
    const std::vector<TrialValues> values{{{{3.0, 3.0, 3.0}}, ""},
                                          {{{2.0, 2.0 + std::sqrt(3.0), 2.0 - std::sqrt(3.0)}}, ""},
                                          {{}, "cannot be"}};
    const Observations o = observations_of(points, values, 0);
    REQUIRE(o.y.size() == 2);
    CHECK(o.x.coordinates == std::vector<double>{0.1, 0.5});
    CHECK(o.noise[0] == Approx((2.0 * 0.0 + 4.0 * 0.5) / 6.0));
    CHECK(o.noise[1] == Approx((2.0 * 1.0 + 4.0 * 0.5) / 6.0));
}

TEST_CASE("too few points, or the same answer everywhere, make no metamodel") {
    const Simulated few = simulated(9, 3, 1.0);
    CHECK_FALSE(metamodel_of(observations_of(few.points, few.values, 0), {.seed = 1}));
    const Observations same{
        sobol_points(32, 3, 1), std::vector<double>(32, 2.0), std::vector<double>(32, 0.0)};
    CHECK_FALSE(metamodel_of(same, {.seed = 1}));
}
