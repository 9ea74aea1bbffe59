#include "analysis/sobol.hpp"
#include "casus/stromen.hpp"
#include "engine/stream.hpp"

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using namespace ketenplan::analysis;

namespace {

constexpr std::uint32_t seed = 20;

/// Ishigami and Homma (1990) with a = 7, b = 0.1, of inputs on [0, 1).
double ishigami(std::span<const double> u) {
    const auto angle = [&](std::size_t i) {
        return std::numbers::pi * (2.0 * u[i] - 1.0);
    };
    const double wave = std::sin(angle(1));
    return std::sin(angle(0)) * (1.0 + 0.1 * std::pow(angle(2), 4)) + 7.0 * wave * wave;
}

const std::vector<double> first_order{0.3139, 0.4424, 0.0};
const std::vector<double> total_order{0.5576, 0.4424, 0.2437};

std::vector<double> answers_of(const SaltelliDesign& design) {
    std::vector<double> values;
    for (std::size_t p = 0; p < design.points.size(); ++p)
        values.push_back(ishigami(design.points[p]));
    return values;
}

/// Means of simulated replications, whose noise differs from place to place.
struct Simulated {
    std::vector<double> mean;
    std::vector<double> noise;
};
Simulated simulated(const SaltelliDesign& design, std::size_t replications) {
    Simulated result;
    for (std::size_t p = 0; p < design.points.size(); ++p) {
        ketenplan::engine::Stream stream({.seed = seed, .replication = 1},
                                         {.purpose = 1, .ordinal = static_cast<std::uint32_t>(p)});
        boost::random::normal_distribution<double> normal(0.0, 2.0 + 2.0 * design.points[p][0]);
        const double exact = ishigami(design.points[p]);
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t r = 0; r < replications; ++r) {
            const double y = exact + normal(stream);
            sum += y;
            squares += y * y;
        }
        const auto n = static_cast<double>(replications);
        result.mean.push_back(sum / n);
        result.noise.push_back((squares - sum * sum / n) / (n - 1.0) / n);
    }
    return result;
}

} // namespace

TEST_CASE("shifted Sobol points put one point in every cell of every coordinate") {
    constexpr std::size_t count = 256;
    const Points points = sobol_points(count, 7, seed);
    REQUIRE(points.size() == count);
    for (std::size_t d = 0; d < 7; ++d) {
        std::vector<int> in_cell(count, 0);
        for (std::size_t p = 0; p < count; ++p)
            ++in_cell[static_cast<std::size_t>(points[p][d] * count)];
        CHECK(std::ranges::all_of(in_cell, [](int n) { return n == 1; }));
    }
}

TEST_CASE("another seed shifts Sobol points, the same one does not") {
    CHECK(sobol_points(16, 3, 1).coordinates == sobol_points(16, 3, 1).coordinates);
    CHECK(sobol_points(16, 3, 1).coordinates != sobol_points(16, 3, 2).coordinates);
}

TEST_CASE("a design of Saltelli differs from A in one input only, which is that of B") {
    const SaltelliDesign design = saltelli_design(32, 3, seed);
    REQUIRE(design.points.size() == 32 * 5);
    for (std::size_t row = 0; row < 32; ++row) {
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j) {
                const auto from = design.points[j == i ? design.b(row) : row];
                CHECK(design.points[design.ab(i, row)][j] == from[j]);
            }
        }
    }
}

TEST_CASE("indices of Ishigami's function") {
    const SaltelliDesign design = saltelli_design(8192, 3, seed);
    const std::vector<double> values = answers_of(design);
    const SobolIndices found = sobol_indices(design, {values, {}});
    CHECK(found.variance == Approx(13.8446).epsilon(0.003));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(found.first[i] == Approx(first_order[i]).margin(0.005));
        CHECK(found.total[i] == Approx(total_order[i]).margin(0.005));
    }
}

TEST_CASE("bootstrap intervals hold the true indices and narrow with more points") {
    const auto intervals = [](std::size_t base) {
        const SaltelliDesign design = saltelli_design(base, 3, seed);
        const std::vector<double> values = answers_of(design);
        return bootstrap_intervals(design, {values, {}}, 200, seed);
    };
    const SobolIntervals few = intervals(256);
    const SobolIntervals many = intervals(4096);
    for (std::size_t i = 0; i < 3; ++i) {
        for (const SobolIntervals* found : {&few, &many}) {
            CHECK(found->first[i].low <= first_order[i]);
            CHECK(found->first[i].high >= first_order[i]);
            CHECK(found->total[i].low <= total_order[i]);
            CHECK(found->total[i].high >= total_order[i]);
        }
        const double ratio =
            (few.total[i].high - few.total[i].low) / (many.total[i].high - many.total[i].low);
        CHECK(ratio > 2.5); // a factor 4 by the square root of 16
        CHECK(ratio < 6.5);
    }
}

TEST_CASE("noise of the simulation is taken out of the indices") {
    const SaltelliDesign design = saltelli_design(8192, 3, seed);
    const Simulated s = simulated(design, 3);
    const SobolIndices with = sobol_indices(design, {s.mean, s.noise});
    const SobolIndices without = sobol_indices(design, {s.mean, {}});
    // The mean of (2 + 2u)^2 over u is 28/3, over 3 replications 28/9 beside a variance of 13.84.
    CHECK(without.variance == Approx(13.8446 + 28.0 / 9.0).epsilon(0.02));
    CHECK(with.variance == Approx(13.8446).epsilon(0.02));
    const SobolIntervals around = bootstrap_intervals(design, {s.mean, s.noise}, 100, seed);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(with.first[i] == Approx(first_order[i]).margin(0.025));
        CHECK(with.total[i] == Approx(total_order[i]).margin(0.025));
        CHECK(around.first[i].low <= first_order[i]);
        CHECK(around.first[i].high >= first_order[i]);
        CHECK(around.total[i].low <= total_order[i]);
        CHECK(around.total[i].high >= total_order[i]);
    }
    // The test can fail: without the correction the third input seems to do what noise does.
    CHECK(without.total[2] > total_order[2] + 0.08);
}

TEST_CASE("an answer that is all noise has no indices") {
    const SaltelliDesign design = saltelli_design(64, 2, seed);
    const std::vector<double> values(design.points.size(), 3.0);
    const std::vector<double> noise(design.points.size(), 1.0);
    const SobolIndices found = sobol_indices(design, {values, noise});
    CHECK(std::isnan(found.first[0]));
    CHECK(std::isnan(found.total[1]));
}
