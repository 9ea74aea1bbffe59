#include "analysis/information.hpp"
#include "analysis/value.hpp"
#include "engine/distribution.hpp"
#include "support/statistics.hpp"

#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

// The value of information where it is known in closed form.

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

const boost::math::normal_distribution<double> standard;

double phi(double x) {
    return boost::math::pdf(standard, x);
}
double below(double x) {
    return boost::math::cdf(standard, x);
}

/// What one loses for not knowing a gain that is normal: the unit normal loss (Raiffa and
/// Schlaifer, 1961).
double normal_loss(double mean, double sd) {
    return sd * phi(mean / sd) - std::abs(mean) * below(-std::abs(mean) / sd);
}

/// Standard normal, another one for every draw, part and table.
double normal(std::uint32_t draw, std::uint32_t part, std::uint32_t table = 0) {
    engine::Stream stream({17, table}, {.ordinal = draw, .part = part});
    return engine::standard_normal(stream);
}

constexpr double price = 1000.0;

/// Two strategies of which the second gains `gain(z)` net at `price`, with z three independent
/// standard normals of which the first two are parameters; costs and effects share in it unequally.
PsaTable table_of(std::uint32_t draws,
                  const std::function<double(const std::array<double, 3>&)>& gain,
                  std::uint32_t number = 0) {
    PsaTable table{{"nu", "anders"},
                   {std::vector<double>(draws), std::vector<double>(draws)},
                   {std::vector<double>(draws), std::vector<double>(draws)},
                   {"eerste", "tweede"},
                   {std::vector<double>(draws), std::vector<double>(draws)}};
    for (std::uint32_t i = 0; i < draws; ++i) {
        const std::array z{normal(i, 0, number), normal(i, 1, number), normal(i, 2, number)};
        const double base = 500.0 + 40.0 * normal(i, 3, number); // the same for both
        table.costs[0][i] = base;
        table.costs[1][i] = base + 0.3 * price * z[0] - 0.4 * gain(z);
        table.effects[0][i] = 2.0;
        table.effects[1][i] = 2.0 + 0.3 * z[0] + 0.6 * gain(z) / price;
        table.values[0][i] = z[0];
        table.values[1][i] = z[1];
    }
    return table;
}

double linear(const std::array<double, 3>& z) {
    return 100.0 + 300.0 * z[0] + 200.0 * z[1] + 150.0 * z[2];
}
const double linear_sd = std::sqrt(300.0 * 300.0 + 200.0 * 200.0 + 150.0 * 150.0);

bool agrees(double value, double standard_error, double expected) {
    return std::abs(value - expected) <= tolerance * standard_error;
}

} // namespace

TEST_CASE("the value of perfect information about a normal gain") {
    const PsaTable table = table_of(20'000, linear);
    const AtPrice at = value_at(table, price);
    CHECK(at.optimal == 1);
    CHECK(at.evpi().standard_error < 0.02 * at.evpi().mean);
    CHECK(agrees(at.evpi().mean, at.evpi().standard_error, normal_loss(100.0, linear_sd)));
    const double chance = below(100.0 / linear_sd);
    CHECK(
        agrees(at.strategies[1].chance_best, std::sqrt(chance * (1.0 - chance) / 20'000), chance));
    CHECK(at.strategies[0].chance_best + at.strategies[1].chance_best == Approx(1.0));
    const OverDraws& gain = at.strategies[1].incremental;
    CHECK(agrees(gain.mean.mean, gain.mean.standard_error, 100.0));
    CHECK(gain.spread.low == Approx(100.0 - 1.959964 * linear_sd).margin(0.05 * linear_sd));
    CHECK(gain.spread.high == Approx(100.0 + 1.959964 * linear_sd).margin(0.05 * linear_sd));
}

TEST_CASE("the value of a normal parameter in a linear gain") {
    const PsaTable table = table_of(20'000, linear);
    for (const auto& [parameter, size] : {std::pair{0U, 300.0}, std::pair{1U, 200.0}}) {
        const InformationValue value = evppi(Foreknowledge(table, parameter), price);
        INFO(parameter << ": " << value.value << " +- " << value.standard_error);
        CHECK(value.standard_error < 0.1 * value.value);
        CHECK(agrees(value.value, value.standard_error, normal_loss(100.0, size)));
    }
}

TEST_CASE("the value of a parameter of which the square counts") {
    // The gain given z is m + a (z^2 - 1): above 0 beyond c on either side.
    const double m = -50.0;
    const double a = 120.0;
    const PsaTable table = table_of(20'000, [&](const std::array<double, 3>& z) {
        return m + a * (z[0] * z[0] - 1.0) + 150.0 * z[2];
    });
    const double c = std::sqrt(1.0 - m / a);
    const double expected = 2.0 * ((m - a) * below(-c) + a * (c * phi(c) + below(-c)));
    const InformationValue value = evppi(Foreknowledge(table, 0), price);
    INFO(value.value << " +- " << value.standard_error << ", expected " << expected);
    CHECK(value.standard_error < 0.05 * expected);
    CHECK(agrees(value.value, value.standard_error, expected));
}

TEST_CASE("the value of a skewed parameter in a linear gain") {
    // Lognormal with log-sd s: the second strategy gains strike - e^(s z); the price of a put
    // (Black and Scholes, 1973).
    const double s = 1.2;
    const double strike = 1.5;
    PsaTable table = table_of(20'000, [&](const std::array<double, 3>& z) {
        return 100.0 * (strike - std::exp(s * z[0])) + 100.0 * z[2];
    });
    for (double& value : table.values[0])
        value = std::exp(s * value);
    const double mean = std::exp(0.5 * s * s);
    const double d = -std::log(strike) / s;
    const double put = 100.0 * (strike * below(-d) - mean * below(-d - s));
    const double expected = put - std::max(0.0, 100.0 * (strike - mean));
    const InformationValue value = evppi(Foreknowledge(table, 0), price);
    INFO(value.value << " +- " << value.standard_error << ", expected " << expected);
    CHECK(agrees(value.value, value.standard_error, expected));
}

TEST_CASE("the standard error of the value of a parameter or sample is what it varies by") {
    constexpr std::uint32_t tables = 300;
    constexpr double persons = 60.0;
    constexpr double prior = 100.0;
    const double learnt_sd = 300.0 * std::sqrt(persons / (persons + prior));
    std::vector<double> known;
    std::vector<double> sampled;
    std::vector<double> perfect;
    double known_error = 0.0;
    double sampled_error = 0.0;
    double perfect_error = 0.0;
    for (std::uint32_t number = 1; number <= tables; ++number) {
        const PsaTable table = table_of(500, linear, number);
        const Foreknowledge knowledge(table, 0);
        const InformationValue value = evppi(knowledge, price);
        const InformationValue of_sample = evsi(knowledge, price, persons, prior);
        const AtPrice at = value_at(table, price);
        known.push_back(value.value);
        sampled.push_back(of_sample.value);
        perfect.push_back(at.evpi().mean);
        known_error += value.standard_error / tables;
        sampled_error += of_sample.standard_error / tables;
        perfect_error += at.evpi().standard_error / tables;
    }
    // The standard deviation of 300 values is known to 4%.
    const double root = std::sqrt(static_cast<double>(tables));
    CHECK(sample_of(known).standard_error * root == Approx(known_error).epsilon(0.16));
    CHECK(sample_of(sampled).standard_error * root == Approx(sampled_error).epsilon(0.16));
    CHECK(sample_of(perfect).standard_error * root == Approx(perfect_error).epsilon(0.16));
    // Its bias, with 500 draws, is a fraction of that.
    CHECK(std::abs(sample_of(known).mean - normal_loss(100.0, 300.0)) < 0.25 * known_error);
    CHECK(std::abs(sample_of(sampled).mean - normal_loss(100.0, learnt_sd)) < 0.25 * sampled_error);
    CHECK(sample_of(perfect).agrees_with(normal_loss(100.0, linear_sd)));
}

TEST_CASE("the value of a sample about a normal parameter") {
    const PsaTable table = table_of(20'000, linear);
    const Foreknowledge knowledge(table, 0);
    double before = 0.0;
    for (const double persons : {25.0, 100.0, 400.0, 1600.0}) {
        const InformationValue value = evsi(knowledge, price, persons, 100.0);
        const double sd = 300.0 * std::sqrt(persons / (persons + 100.0));
        INFO(persons << ": " << value.value << " +- " << value.standard_error);
        CHECK(value.standard_error < 0.15 * value.value);
        CHECK(agrees(value.value, value.standard_error, normal_loss(100.0, sd)));
        CHECK(value.value > before);
        before = value.value;
    }
    // All there is to know.
    const double all = evppi(knowledge, price).value;
    CHECK(before < all);
    CHECK(evsi(knowledge, price, 1e12, 100.0).value == Approx(all).epsilon(1e-9));
    CHECK(evsi(knowledge, price, 0.0, 100.0).value == 0.0);
}
