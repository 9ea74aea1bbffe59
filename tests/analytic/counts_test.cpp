#include "engine/agenda.hpp"
#include "engine/draws.hpp"
#include "engine/event_calendar.hpp"
#include "engine/hazard_clock.hpp"
#include "support/statistics.hpp"

#include <Eigen/Dense>
#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace ketenplan::engine;
using namespace ketenplan::tests;

namespace {

constexpr std::uint32_t seed = 77;

Time at(double seconds) {
    return Time{Seconds{static_cast<std::int64_t>(seconds)}};
}

std::vector<double> squared_deviations(const std::vector<double>& values, double mean) {
    std::vector<double> squares;
    for (const double v : values)
        squares.push_back((v - mean) * (v - mean));
    return squares;
}

/// A baseline hazard of 1 per day, against seconds.
const PiecewiseLinear per_day({{0.0, 0.0}, {86'400.0, 1.0}});

/// How often a clock of constant rate (per day) strikes in `days`, each time with a new threshold.
int strikes(Draws& draws, std::uint32_t who, double rate, double days) {
    int count = 0;
    Time now{};
    while (true) {
        const double threshold = draws.unit_exponential(
            {.purpose = 1, .ordinal = who, .step = static_cast<std::uint32_t>(count)});
        const HazardClock clock(threshold, per_day, now, rate);
        now = clock.due();
        if (now >= at(days * 86'400.0))
            return count;
        ++count;
    }
}

} // namespace

TEST_CASE("renewal counts: Erlang intervals have the renewal function of the book") {
    // Intervals Erlang(2, beta): m(t) = beta t / 2 - (1 - exp(-2 beta t)) / 4 (Cox, 1962, 4.3).
    const auto interval = Distribution::gamma_mean_cv(2.0 * 86'400.0, std::sqrt(0.5));
    const double beta = 1.0; // per day
    for (const double days : {1.0, 5.0, 30.0}) {
        std::vector<double> counts;
        for (std::uint32_t r = 0; r < 20'000; ++r) {
            Draws draws({seed, r}, DrawMode::random);
            double time = 0.0;
            std::uint32_t n = 0;
            while (true) {
                time += draws.sample({.purpose = 1, .ordinal = n}, interval);
                if (time > days * 86'400.0)
                    break;
                ++n;
            }
            counts.push_back(n);
        }
        INFO(days << " days");
        CHECK(sample_of(counts).agrees_with(beta * days / 2.0 -
                                            (1.0 - std::exp(-2.0 * beta * days)) / 4.0));
    }
}

TEST_CASE("non-homogeneous Poisson counts: mean and variance are the integral of the rate") {
    // Cumulative rate 3 on the first day, 1 on the second, 8 on the third.
    const PiecewiseLinear cumulative(
        {{0.0, 0.0}, {86'400.0, 3.0}, {172'800.0, 4.0}, {259'200.0, 12.0}});
    std::vector<double> first;
    std::vector<double> second;
    std::vector<double> third;
    std::vector<double> product;
    for (std::uint32_t r = 0; r < 20'000; ++r) {
        Draws draws({seed, r}, DrawMode::random);
        double spent = 0.0;
        std::vector<double> days(3, 0.0);
        for (std::uint32_t n = 0;; ++n) {
            spent += draws.unit_exponential({.purpose = 2, .ordinal = n});
            if (spent >= 12.0)
                break;
            days[static_cast<std::size_t>(cumulative.inverse(spent) / 86'400.0)] += 1.0;
        }
        first.push_back(days[0]);
        second.push_back(days[1]);
        third.push_back(days[2]);
        product.push_back((days[0] - 3.0) * (days[2] - 8.0));
    }
    CHECK(sample_of(first).agrees_with(3.0));
    CHECK(sample_of(second).agrees_with(1.0));
    CHECK(sample_of(third).agrees_with(8.0));
    CHECK(sample_of(squared_deviations(third, 8.0)).agrees_with(8.0));
    CHECK(sample_of(squared_deviations(second, 1.0)).agrees_with(1.0));
    CHECK(sample_of(product).agrees_with(0.0)); // days are independent
}

TEST_CASE("gamma-mixed Poisson counts are negative binomial") {
    const double rate = 0.01; // per day
    const double days = 365.0;
    const double v = 1.7; // variance of the frailty
    std::vector<double> counts;
    std::vector<double> none;
    std::vector<double> two_or_more;
    for (std::uint32_t who = 0; who < 40'000; ++who) {
        Draws draws({seed, 0}, DrawMode::random);
        const double frailty = draws.sample({.purpose = 3, .ordinal = who},
                                            Distribution::gamma_mean_cv(1.0, std::sqrt(v)));
        const int n = strikes(draws, who, rate * frailty, days);
        counts.push_back(n);
        none.push_back(n == 0 ? 1.0 : 0.0);
        two_or_more.push_back(n >= 2 ? 1.0 : 0.0);
    }
    const double mean = rate * days;
    CHECK(sample_of(counts).agrees_with(mean));
    CHECK(sample_of(squared_deviations(counts, mean)).agrees_with(mean + v * mean * mean));
    const double p0 = std::pow(1.0 + v * mean, -1.0 / v);
    const double p1 = mean * std::pow(1.0 + v * mean, -1.0 / v - 1.0);
    CHECK(sample_of(none).agrees_with(p0));
    CHECK(sample_of(two_or_more).agrees_with(1.0 - p0 - p1));
}

TEST_CASE("a hazard clock whose factor changes half-way survives as its integral says") {
    std::vector<double> early;
    std::vector<double> late;
    for (std::uint32_t who = 0; who < 40'000; ++who) {
        Draws draws({seed, 1}, DrawMode::random);
        HazardClock clock(
            draws.unit_exponential({.purpose = 4, .ordinal = who}), per_day, Time{}, 0.02);
        early.push_back(clock.due() > at(20 * 86'400.0) ? 1.0 : 0.0);
        clock.set_factor(at(20 * 86'400.0), 0.1);
        late.push_back(early.back() == 1.0 && clock.due() > at(30 * 86'400.0) ? 1.0 : 0.0);
    }
    CHECK(sample_of(early).agrees_with(std::exp(-0.4)));
    CHECK(sample_of(late).agrees_with(std::exp(-0.4 - 1.0)));
}

TEST_CASE("a factor that changes ten times gives the same law as its integral") {
    std::vector<double> survives;
    double integral = 0.0;
    for (int step = 0; step < 10; ++step)
        integral += 5.0 * 0.01 * (step % 3 + 1);
    for (std::uint32_t who = 0; who < 40'000; ++who) {
        Draws draws({seed, 2}, DrawMode::random);
        HazardClock clock(
            draws.unit_exponential({.purpose = 5, .ordinal = who}), per_day, Time{}, 0.01);
        bool alive = true;
        for (int step = 0; step < 10 && alive; ++step) {
            clock.set_factor(at(step * 5 * 86'400.0), 0.01 * (step % 3 + 1));
            alive = clock.due() > at((step + 1) * 5 * 86'400.0);
        }
        survives.push_back(alive ? 1.0 : 0.0);
    }
    CHECK(sample_of(survives).agrees_with(std::exp(-integral)));
}

TEST_CASE("a weekly meeting with room for c: the bulk-service queue") {
    // What is left after each meeting, X' = max(X + A - c, 0) with A Poisson, is a Markov chain
    // (Bailey, J. R. Stat. Soc. B 16, 1954). Its stationary law is solved here on 0..400; the mean
    // wait follows by Little's law, with half a week for arrivals between meetings.
    const int room = 14;
    const double per_week = 13.2;
    constexpr int states = 400;
    std::vector<double> poisson(states + room + 1);
    poisson[0] = std::exp(-per_week);
    for (std::size_t k = 1; k < poisson.size(); ++k)
        poisson[k] = poisson[k - 1] * per_week / static_cast<double>(k);
    Eigen::MatrixXd balance = Eigen::MatrixXd::Zero(states, states);
    for (int from = 0; from < states; ++from) {
        for (std::size_t k = 0; k < poisson.size(); ++k) {
            const int to = std::min(std::max(from + static_cast<int>(k) - room, 0), states - 1);
            balance(to, from) += poisson[k];
        }
        balance(from, from) -= 1.0;
    }
    balance.row(0).setOnes();
    Eigen::VectorXd right = Eigen::VectorXd::Zero(states);
    right(0) = 1.0;
    const Eigen::VectorXd law = balance.partialPivLu().solve(right);
    const double left = law.dot(Eigen::VectorXd::LinSpaced(states, 0.0, states - 1.0));
    const double week = 7.0 * 86'400.0;
    const double expected_wait = week * (left / per_week + 0.5);

    std::vector<double> waits;
    std::vector<double> lengths;
    for (std::uint32_t r = 0; r < 60; ++r) {
        Draws draws({seed, r}, DrawMode::random);
        Agenda agenda;
        std::vector<AgendaItem> taken;
        double next = 0.0;
        std::uint32_t arrivals = 0;
        double waited = 0.0;
        std::int64_t served = 0;
        constexpr int warm_up = 200;
        constexpr int weeks = 4000;
        for (int w = 1; w <= warm_up + weeks; ++w) {
            while (true) {
                if (next == 0.0 || next < w * week) {
                    if (next > 0.0)
                        agenda.add({arrivals, at(next), Seconds{1}}, Agenda::Precedence::normal);
                    next += draws.unit_exponential({.purpose = 6, .ordinal = arrivals++}) * week /
                            per_week;
                } else {
                    break;
                }
            }
            taken.clear();
            agenda.take(at(w * week), at(w * week), Seconds{room}, taken);
            if (w == warm_up)
                agenda.log().close_period(at(w * week));
            if (w <= warm_up)
                continue;
            for (const AgendaItem& item : taken)
                waited += static_cast<double>((at(w * week) - item.ready).count());
            served += std::ssize(taken);
        }
        waits.push_back(waited / static_cast<double>(served));
        lengths.push_back(
            static_cast<double>(agenda.log().close_period(at((warm_up + weeks) * week)).area) /
            (weeks * week));
    }
    CHECK(sample_of(waits).agrees_with(expected_wait));
    CHECK(sample_of(lengths).agrees_with(left + 0.5 * per_week));
}
