#include "engine/distribution.hpp"
#include "engine/draws.hpp"
#include "engine/elementary.hpp"
#include "engine/stream.hpp"
#include "support/statistics.hpp"

#include <Random123/philox.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

using namespace ketenplan::engine;
using ketenplan::tests::sample_of;

namespace {

/// Many independent draws: one from each of as many streams.
std::vector<double>
draw(const Distribution& distribution, std::uint32_t count, std::uint32_t seed) {
    std::vector<double> values;
    for (std::uint32_t i = 0; i < count; ++i) {
        Stream stream({.seed = seed, .replication = 0}, {.purpose = 1, .ordinal = i});
        values.push_back(distribution.sample(stream));
    }
    return values;
}

} // namespace

TEST_CASE("Philox4x32-10 gives the known answers of Random123") {
    // kat_vectors of Random123 1.14: counter, key, result.
    struct Known {
        std::array<std::uint32_t, 4> counter;
        std::array<std::uint32_t, 2> key;
        std::array<std::uint32_t, 4> result;
    };
    const std::array known{
        Known{{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        Known{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
              {0xffffffff, 0xffffffff},
              {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        Known{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
              {0xa4093822, 0x299f31d0},
              {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}};
    for (const Known& k : known) {
        const r123::Philox4x32::ctr_type counter{
            {k.counter[0], k.counter[1], k.counter[2], k.counter[3]}};
        const r123::Philox4x32::key_type key{{k.key[0], k.key[1]}};
        const auto result = r123::Philox4x32_R<10>{}(counter, key);
        for (unsigned i = 0; i < 4; ++i)
            CHECK(result[i] == k.result[i]);
    }
}

TEST_CASE("a stream's words are those of Philox at its counter") {
    // Every field of the key all ones but its block, which counts from 0: third vector's key.
    Stream stream({.seed = 0xa4093822, .replication = 0x299f31d0},
                  {.purpose = 0x85,
                   .ordinal = 0xa308d,
                   .part = 0x324,
                   .step = 0x3f6a,
                   .a = 0x13198a2e,
                   .b = 0x03707344});
    // counter[0] = part low 8 bits, step, block; counter[1] = purpose, ordinal, part high 4 bits.
    const r123::Philox4x32::ctr_type first{{0x243f6a00, 0x85a308d3, 0x13198a2e, 0x03707344}};
    const r123::Philox4x32::ctr_type second{{0x243f6a01, 0x85a308d3, 0x13198a2e, 0x03707344}};
    const r123::Philox4x32::key_type key{{0xa4093822, 0x299f31d0}};
    for (const auto& counter : {first, second}) {
        const auto expected = r123::Philox4x32_R<10>{}(counter, key);
        for (unsigned i = 0; i < 4; ++i)
            CHECK(stream() == expected[i]);
    }
}

TEST_CASE("streams that differ in any field differ from the first word") {
    const std::vector<std::pair<ReplicationKey, StreamKey>> keys{{{1, 1}, {1, 1, 1, 1, 1, 1}},
                                                                 {{2, 1}, {1, 1, 1, 1, 1, 1}},
                                                                 {{1, 2}, {1, 1, 1, 1, 1, 1}},
                                                                 {{1, 1}, {2, 1, 1, 1, 1, 1}},
                                                                 {{1, 1}, {1, 2, 1, 1, 1, 1}},
                                                                 {{1, 1}, {1, 1, 2, 1, 1, 1}},
                                                                 {{1, 1}, {1, 1, 1, 2, 1, 1}},
                                                                 {{1, 1}, {1, 1, 1, 1, 2, 1}},
                                                                 {{1, 1}, {1, 1, 1, 1, 1, 2}},
                                                                 {{1, 1}, {1, 1, 257, 1, 1, 1}}};
    std::set<std::uint32_t> words;
    for (const auto& [replication, who] : keys)
        words.insert(Stream(replication, who)());
    CHECK(words.size() == keys.size());
}

TEST_CASE("a stream refuses to run into another") {
    const ReplicationKey key{1, 1};
    CHECK_THROWS_AS(Stream(key, {.purpose = 1, .ordinal = 1U << 20U}), TooLarge);
    CHECK_THROWS_AS(Stream(key, {.purpose = 1, .part = 1U << 12U}), TooLarge);
    CHECK_THROWS_AS(Stream(key, {.purpose = 1, .step = 1U << 16U}), TooLarge);
    Stream stream(key, {.purpose = 1});
    for (int i = 0; i < 1024; ++i)
        (void)stream();
    CHECK_THROWS_AS(stream(), Defect);
}

TEST_CASE("own elementary functions agree with the library's to a unit in the last place") {
    double worst_log = 0.0;
    double worst_exp = 0.0;
    Stream stream({5, 0}, {.purpose = 9});
    for (int i = 0; i < 200; ++i) {
        const double x = std::ldexp(1.0 + uniform(stream), i - 100);
        const auto exact = static_cast<double>(std::log(static_cast<long double>(x)));
        const double ulp = std::abs(std::nextafter(exact, 1e300) - exact);
        worst_log = std::max(worst_log, std::abs(exact_log(x) - exact) / ulp);
        const double y = (uniform(stream) - 0.5) * 1000.0;
        const auto power = static_cast<double>(std::exp(static_cast<long double>(y)));
        worst_exp = std::max(worst_exp, std::abs(exact_exp(y) - power) / (power * 0x1p-52));
    }
    CHECK(worst_log <= 1.0);
    CHECK(worst_exp <= 1.0);
    CHECK(exact_pow(2.0, 10.0) == Approx(1024.0).epsilon(1e-13));
    for (const double x : {0.5, 1.0, 1.5, 3.7, 20.0, 100.0})
        CHECK(exact_gamma(x) == Approx(std::tgamma(x)).epsilon(1e-12));
}

TEST_CASE("every family has the mean and variance that it states") {
    const std::vector<std::pair<std::string, Distribution>> families{
        {"uniform", Distribution::uniform_low_high(2.0, 5.0)},
        {"exponential", Distribution::exponential_mean(3.0)},
        {"gamma", Distribution::gamma_mean_cv(10.0, 0.5)},
        {"gamma with shape below 1", Distribution::gamma_mean_cv(10.0, 1.5)},
        {"lognormal", Distribution::lognormal_mean_cv(10.0, 0.5)},
        {"weibull", Distribution::weibull_mean_shape(10.0, 1.7)},
        {"triangular", Distribution::triangular_low_mode_high(1.0, 2.0, 6.0)},
        {"pert", Distribution::pert_low_mode_high(1.0, 2.0, 6.0)},
        {"empirical", Distribution::empirical({1.0, 2.0, 4.0})},
        {"discrete", Distribution::discrete({1.0, 2.0, 10.0}, {1.0, 2.0, 1.0})}};
    constexpr std::uint32_t count = 100'000;
    std::uint32_t seed = 100;
    for (const auto& [name, distribution] : families) {
        INFO(name);
        const auto values = draw(distribution, count, ++seed);
        CHECK(sample_of(values).agrees_with(distribution.mean()));
        std::vector<double> squares;
        for (const double v : values)
            squares.push_back((v - distribution.mean()) * (v - distribution.mean()));
        CHECK(sample_of(squares).agrees_with(distribution.variance()));
    }
}

TEST_CASE("families have the shape of their law") {
    constexpr std::uint32_t count = 100'000;
    const auto share_below = [&](const Distribution& d, double x) {
        std::vector<double> hits;
        for (const double v : draw(d, count, 77))
            hits.push_back(v <= x ? 1.0 : 0.0);
        return sample_of(hits);
    };
    // Distribution functions in closed form.
    CHECK(share_below(Distribution::exponential_mean(2.0), 1.0).agrees_with(1.0 - std::exp(-0.5)));
    const double scale = 10.0 / std::tgamma(1.0 + 1.0 / 1.7);
    CHECK(share_below(Distribution::weibull_mean_shape(10.0, 1.7), 5.0)
              .agrees_with(1.0 - std::exp(-std::pow(5.0 / scale, 1.7))));
    // Gamma with shape 4 (cv one half): Erlang, scale 2.5.
    const double z = 8.0 / 2.5;
    CHECK(share_below(Distribution::gamma_mean_cv(10.0, 0.5), 8.0)
              .agrees_with(1.0 - std::exp(-z) * (1.0 + z + z * z / 2.0 + z * z * z / 6.0)));
    CHECK(share_below(Distribution::triangular_low_mode_high(1.0, 2.0, 6.0), 2.0).agrees_with(0.2));
    // The median of a lognormal is exp(mu).
    CHECK(share_below(Distribution::lognormal_mean_cv(10.0, 0.5), 10.0 / std::sqrt(1.25))
              .agrees_with(0.5));
    CHECK(share_below(Distribution::discrete({1.0, 2.0, 10.0}, {1.0, 2.0, 1.0}), 2.0)
              .agrees_with(0.75));
}

TEST_CASE("a draw is the same whatever was drawn before it") {
    Draws one({1, 1}, DrawMode::random);
    Draws other({1, 1}, DrawMode::random);
    const StreamKey who{.purpose = 3, .ordinal = 5};
    for (std::uint32_t i = 0; i < 10; ++i)
        (void)other.uniform({.purpose = 4, .ordinal = i});
    CHECK(one.uniform(who) == other.uniform(who));
    CHECK(one.sample(who, Distribution::gamma_mean_cv(1.0, 1.0)) ==
          other.sample(who, Distribution::gamma_mean_cv(1.0, 1.0)));
}

TEST_CASE("chances and picks come out as often as their probabilities") {
    Draws draws({6, 0}, DrawMode::random);
    std::vector<double> hits;
    std::array<std::vector<double>, 3> picked;
    const std::array weights{2.0, 0.0, 6.0};
    for (std::uint32_t i = 0; i < 50'000; ++i) {
        hits.push_back(draws.chance({.purpose = 1, .ordinal = i}, 0.3) ? 1.0 : 0.0);
        const std::size_t p = draws.pick({.purpose = 2, .ordinal = i}, weights);
        for (std::size_t k = 0; k < 3; ++k)
            picked[k].push_back(k == p ? 1.0 : 0.0);
    }
    CHECK(sample_of(hits).agrees_with(0.3));
    CHECK(sample_of(picked[0]).agrees_with(0.25));
    CHECK(sample_of(picked[1]).mean == 0.0);
    CHECK(draws.chance({.purpose = 1}, 1.0));
    CHECK(!draws.chance({.purpose = 1}, 0.0));
}

TEST_CASE("in expected mode a distribution gives its mean and chances are dealt out evenly") {
    Draws draws({1, 0}, DrawMode::expected);
    CHECK(draws.sample({.purpose = 1}, Distribution::gamma_mean_cv(7.0, 0.5)) == 7.0);
    CHECK(draws.unit_exponential({.purpose = 1}) == 1.0);
    CHECK(draws.uniform({.purpose = 1}) == 0.5);
    int hits = 0;
    for (int n = 1; n <= 1000; ++n) {
        hits += draws.chance({.purpose = 2}, 0.3) ? 1 : 0;
        REQUIRE(std::abs(hits - 0.3 * n) <= 0.5 + 1e-6);
    }
    std::array<int, 3> counts{};
    const std::array weights{1.0, 2.0, 7.0};
    for (int n = 1; n <= 1000; ++n) {
        ++counts[draws.pick({.purpose = 3}, weights)];
        for (std::size_t k = 0; k < 3; ++k)
            REQUIRE(std::abs(counts[k] - weights[k] / 10.0 * n) <= 1.0 + 1e-6);
    }
}

TEST_CASE("in expected mode a certain and an impossible event keep their word") {
    Draws draws({1, 0}, DrawMode::expected);
    for (int n = 0; n < 100; ++n) {
        CHECK(draws.chance({.purpose = 4}, 1.0));
        CHECK(!draws.chance({.purpose = 5}, 0.0));
    }
}
