#include "analysis/smoother.hpp"
#include "engine/defect.hpp"
#include "engine/distribution.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace ketenplan;
using namespace ketenplan::analysis;

namespace {

constexpr std::uint32_t draws = 2000;

std::vector<double> normals(std::uint8_t purpose) {
    std::vector<double> values;
    for (std::uint32_t i = 0; i < draws; ++i) {
        engine::Stream stream({5, 0}, {.purpose = purpose, .ordinal = i});
        values.push_back(engine::standard_normal(stream));
    }
    return values;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The root of the mean squared distance.
double distance(const std::vector<double>& a, const std::vector<double>& b) {
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(squares / static_cast<double>(a.size()));
}

} // namespace

TEST_CASE("a line is found exactly, however skewed x is") {
    std::vector<double> x = normals(1);
    std::vector<double> y;
    for (double& value : x) {
        value = std::exp(3.0 * value);
        y.push_back(7.0 - 2.0 * value);
    }
    const Smooth curve = smooth(x, {y}).front();
    for (std::size_t i = 0; i < x.size(); ++i)
        CHECK(curve.fitted[i] == Approx(y[i]).epsilon(1e-9).margin(1e-6));
}

TEST_CASE("noise is smoothed to nearly a line, a wave is followed") {
    const std::vector<double> x = normals(1);
    const std::vector<double> noise = normals(2);
    std::vector<double> wave;
    std::vector<double> seen;
    for (std::size_t i = 0; i < x.size(); ++i) {
        wave.push_back(std::sin(2.0 * x[i]));
        seen.push_back(wave[i] + 0.5 * noise[i]);
    }
    const auto curves = smooth(x, {noise, seen});
    CHECK(curves[0].degrees_of_freedom < 4.0);
    CHECK(distance(curves[0].fitted, std::vector<double>(x.size(), 0.0)) < 3.0 / std::sqrt(draws));
    CHECK(curves[1].degrees_of_freedom > 6.0);
    CHECK(curves[1].degrees_of_freedom < 20.0);
    // Twenty parameters at most cost 0.5 sqrt(20 / 2000) = 0.05.
    CHECK(distance(curves[1].fitted, wave) < 0.06);
    CHECK(mean(curves[1].fitted) == Approx(mean(seen)));
}

TEST_CASE("a wave without noise is followed closely") {
    const std::vector<double> x = normals(1);
    std::vector<double> wave;
    for (const double value : x)
        wave.push_back(std::sin(value));
    CHECK(distance(smooth(x, {wave}).front().fitted, wave) < 2e-3);
}

TEST_CASE("few distinct values") {
    const std::vector<double> noise = normals(2);
    std::vector<double> constant(draws, 3.0);
    CHECK(smooth(constant, {noise}).front().fitted ==
          std::vector<double>(draws, smooth(constant, {noise}).front().fitted[0]));
    CHECK(smooth(constant, {noise}).front().fitted[0] == Approx(mean(noise)));

    // Of two values: the mean of each group. Of three, far from a line: nearly so.
    std::vector<double> two;
    std::vector<double> three;
    std::vector<double> y;
    for (std::size_t i = 0; i < draws; ++i) {
        two.push_back(i % 2 == 0 ? 0.0 : 1.0);
        three.push_back(static_cast<double>(i % 3));
        y.push_back((i % 3 == 1 ? 10.0 : 0.0) + noise[i]);
    }
    double even = 0.0;
    for (std::size_t i = 0; i < draws; i += 2)
        even += noise[i] / (0.5 * draws);
    CHECK(smooth(two, {noise}).front().fitted[0] == Approx(even));
    const Smooth curve = smooth(three, {y}).front();
    CHECK(curve.fitted[0] == Approx(0.0).margin(0.2));
    CHECK(curve.fitted[1] == Approx(10.0).margin(0.2));
}

TEST_CASE("what cannot be smoothed is a defect") {
    CHECK_THROWS_AS(smooth({}, {}), engine::Defect);
    const std::vector<double> x{1.0, 2.0};
    CHECK_THROWS_AS(smooth(x, {{1.0}}), engine::Defect);
    // Two points lie on a line.
    const Smooth curve = smooth(x, {{5.0, 3.0}}).front();
    CHECK(curve.fitted[0] == Approx(5.0));
    CHECK(curve.fitted[1] == Approx(3.0));
}
