#include "analysis/comparison.hpp"
#include "analysis/intervals.hpp"
#include "analysis/precision.hpp"
#include "engine/distribution.hpp"
#include "engine/stream.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

// How often intervals that say 95% hold the truth. `scripts/coverage` repeats these 20,000 times.

using namespace ketenplan;
using namespace ketenplan::analysis;

namespace {

constexpr double nominal = 0.95;
constexpr double least = 0.93; ///< for intervals that are only about right

std::uint32_t repetitions() {
    const char* const asked = std::getenv("KETENPLAN_HERHALINGEN"); // NOLINT(concurrency-mt-unsafe)
    return asked == nullptr ? 2000 : static_cast<std::uint32_t>(std::stoul(asked));
}

/// Independent draws, numbered within a repetition.
class Draws {
public:
    Draws(std::uint32_t seed, std::uint32_t repetition) : key_{seed, repetition} {}
    double operator()(const engine::Distribution& law) {
        engine::Stream stream(key_, {.purpose = 1, .a = next_++});
        return law.sample(stream);
    }

private:
    engine::ReplicationKey key_;
    std::uint32_t next_ = 0;
};

/// The share of repetitions in which `holds` is true.
double coverage(std::uint32_t seed, const std::function<bool(Draws&)>& holds) {
    std::uint32_t held = 0;
    for (std::uint32_t r = 0; r < repetitions(); ++r) {
        Draws draws(seed, r);
        held += holds(draws) ? 1U : 0U;
    }
    const double share = static_cast<double>(held) / repetitions();
    WARN("coverage " << share << " in " << repetitions());
    return share;
}

double standard_error(double share) {
    return std::sqrt(share * (1.0 - share) / repetitions());
}

bool within(double value, double low, double high) {
    return low <= value && value <= high;
}

std::vector<double> sample(Draws& draws, const engine::Distribution& law, std::size_t n) {
    std::vector<double> values(n);
    for (double& value : values)
        value = draws(law);
    return values;
}

const engine::Distribution exponential = engine::Distribution::exponential_mean(1.0);
const engine::Distribution gamma_law = engine::Distribution::gamma_mean_cv(1.0, 0.5);
const engine::Distribution uniform = engine::Distribution::uniform_low_high(0.0, 1.0);

/// The chance of k successes in n trials.
double binomial(std::size_t k, std::size_t n, double p) {
    const auto kk = static_cast<double>(k);
    const auto nn = static_cast<double>(n);
    return std::exp(std::lgamma(nn + 1.0) - std::lgamma(kk + 1.0) - std::lgamma(nn - kk + 1.0) +
                    kk * std::log(p) + (nn - kk) * std::log1p(-p));
}

using Method = Proportion (*)(std::size_t, std::size_t, double);

/// Summed over all outcomes whose interval holds the true share.
double computed_coverage(Method method, std::size_t n, double p) {
    double sum = 0.0;
    for (std::size_t k = 0; k <= n; ++k) {
        const Interval i = method(k, n, nominal).interval;
        sum += within(p, i.low, i.high) ? binomial(k, n, p) : 0.0;
    }
    return sum;
}

std::size_t successes(Draws& draws, std::size_t n, double p) {
    const auto values = sample(draws, uniform, n);
    return static_cast<std::size_t>(std::ranges::count_if(values, [&](double u) { return u < p; }));
}

} // namespace

TEST_CASE("coverage: Student's interval for a mean") {
    CHECK(coverage(11, [](Draws& draws) {
              const Estimate e = estimate(sample(draws, gamma_law, 30));
              return within(1.0, e.low, e.high);
          }) >= least);
    CHECK(coverage(12, [](Draws& draws) {
              const Estimate e = estimate(sample(draws, exponential, 100));
              return within(1.0, e.low, e.high);
          }) >= least);
}

TEST_CASE("coverage: order statistics for a quantile, as computed") {
    const QuantileRanks ranks = quantile_ranks(200, 0.95, nominal);
    const double truth = -std::log(0.05);
    const double share = coverage(13, [&](Draws& draws) {
        auto values = sample(draws, exponential, 200);
        std::ranges::sort(values);
        const Interval i = quantile_estimate(values, 0.95, nominal).interval;
        return within(truth, i.low, i.high);
    });
    CHECK(share >= least);
    CHECK(std::abs(share - ranks.coverage) <= 3.0 * standard_error(ranks.coverage));
}

TEST_CASE("coverage: exact and score intervals for a share, as computed") {
    constexpr std::size_t n = 40;
    constexpr double p = 0.15;
    for (const Method method : {&clopper_pearson, &wilson}) {
        const double computed = computed_coverage(method, n, p);
        const double share = coverage(14, [&](Draws& draws) {
            const Interval i = method(successes(draws, n, p), n, nominal).interval;
            return within(p, i.low, i.high);
        });
        CHECK(std::abs(share - computed) <= 3.0 * standard_error(computed));
    }
    // The exact one never falls short, whatever the share; the score one does so on average.
    double sum = 0.0;
    for (int i = 1; i < 100; ++i) {
        CHECK(computed_coverage(&clopper_pearson, n, i / 100.0) >= nominal);
        sum += computed_coverage(&wilson, n, i / 100.0) / 99.0;
    }
    CHECK(std::abs(sum - nominal) < 0.005);
}

TEST_CASE("coverage: the jackknife for a ratio of means") {
    // Costs are twice the cases on average, and vary with them.
    CHECK(coverage(15, [](Draws& draws) {
              const auto cases = sample(draws, gamma_law, 60);
              auto costs = sample(draws, gamma_law, 60);
              for (std::size_t i = 0; i < costs.size(); ++i)
                  costs[i] += cases[i];
              const RatioEstimate e = ratio_estimate(costs, cases);
              return within(2.0, e.interval.low, e.interval.high);
          }) >= least);
}

TEST_CASE("coverage: paired differences, alone and all together") {
    constexpr std::size_t n = 50;
    const auto arms = [](Draws& draws) {
        Maatwaarden maat{Richting::lager, {sample(draws, exponential, n)}};
        for (int variant = 1; variant <= 4; ++variant) {
            auto values = sample(draws, gamma_law, n);
            for (std::size_t i = 0; i < n; ++i)
                values[i] = maat.armen[0][i] + 0.1 * variant * values[i];
            maat.armen.push_back(std::move(values));
        }
        return vergelijk(std::vector{maat}).front();
    };
    CHECK(coverage(16, [&](Draws& draws) {
              const Estimate e = arms(draws).verschillen[0].paar.verschil;
              return within(0.1, e.low, e.high);
          }) >= least);
    CHECK(coverage(17, [&](Draws& draws) {
              const Vergelijking v = arms(draws);
              for (std::size_t a = 0; a < 4; ++a) {
                  const Interval& i = v.verschillen[a].samen;
                  if (!within(0.1 * static_cast<double>(a + 1), i.low, i.high))
                      return false;
              }
              return true;
          }) >= least);
    // The basis is the best of these; its interval says so or keeps the question open.
    CHECK(coverage(18, [&](Draws& draws) {
              return within(0.1, arms(draws).tegen_beste[0].low, arms(draws).tegen_beste[0].high);
          }) >= least);
}

TEST_CASE("coverage: sampling until the mean is precise") {
    const auto holds = [](const engine::Distribution& law, double relative, Draws& draws) {
        std::vector<double> values;
        const Precisie rule{.relatief = relative, .eerste = 100, .meeste = 1'000'000};
        const bool reached = run_until_precise(
            rule,
            [&](std::size_t n) {
                while (values.size() < n)
                    values.push_back(draws(law));
                return values.size();
            },
            [&] { return std::vector{estimate(values)}; });
        const Estimate e = estimate(values);
        CHECK(reached);
        CHECK(e.half_width() <= relative * e.mean);
        return within(1.0, e.low, e.high);
    };
    CHECK(coverage(19, [&](Draws& d) { return holds(exponential, 0.1, d); }) >= least);
    CHECK(coverage(20, [&](Draws& d) { return holds(exponential, 0.04, d); }) >= least);
    CHECK(coverage(21, [&](Draws& d) { return holds(gamma_law, 0.02, d); }) >= least);
}

TEST_CASE("precision that is not reached is said so, and a stop ends the looks") {
    const auto three = [](std::size_t n) {
        return n;
    };
    const auto wide = [] {
        return std::vector{Estimate{.n = 10, .mean = 1.0, .low = 0.0, .high = 2.0}};
    };
    CHECK_FALSE(run_until_precise({.relatief = 0.1, .eerste = 10, .meeste = 50}, three, wide));
    std::size_t calls = 0;
    const auto stopped = [&](std::size_t n) {
        ++calls;
        return n - 1;
    };
    CHECK_FALSE(run_until_precise({.relatief = 0.1, .eerste = 10, .meeste = 50}, stopped, wide));
    CHECK(calls == 1);
    const auto zero = [] {
        return std::vector{Estimate{.n = 10, .mean = 0.0, .low = 0.0, .high = 0.0}};
    };
    CHECK_FALSE(run_until_precise({.relatief = 0.1, .eerste = 10, .meeste = 50}, three, zero));
}
