#include "analytic/queue_system.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

// Formulas: Kleinrock, "Queueing Systems" I (1975) and II (1976). Times in seconds; service times
// are whole seconds, which at a mean of 10,000 is a relative error of 1e-4 at most, far within the
// tolerance of four standard errors.

using namespace ketenplan::tests;

namespace {

constexpr double mean_service = 10'000.0;
constexpr double customers = 20'000.0;

Customers of(double load, const Distribution& service, std::int16_t priority = 0) {
    return {load / service.mean(), service, priority};
}

/// The chance to wait in M/M/c (Erlang's C formula) at `load` Erlang.
double erlang_c(int servers, double load) {
    double term = 1.0;
    double sum = 1.0;
    for (int k = 1; k < servers; ++k) {
        term *= load / k;
        sum += term;
    }
    const double last = term * load / servers * servers / (servers - load);
    return last / (sum + last);
}

/// Mean wait in M/G/1 by Pollaczek and Khinchine.
double pollaczek_khinchine(const Customers& c) {
    const double rho = c.arrivals_per_second * c.service.mean();
    const double second = c.service.variance() + c.service.mean() * c.service.mean();
    return c.arrivals_per_second * second / (2.0 * (1.0 - rho));
}

} // namespace

TEST_CASE("M/M/1: mean wait, queue length, utilisation and the tail of the wait") {
    const double rho = 0.8;
    const auto class_one = of(rho, Distribution::exponential_mean(mean_service));
    const double rate = (1.0 - rho) / mean_service; // of the wait's exponential tail
    const Seconds threshold{50'000};
    const QueueSample s = simulate_queue({class_one}, 1, customers, threshold);
    CHECK(s.wait[0].agrees_with(rho / rate));
    CHECK(s.queue_length.agrees_with(rho * rho / (1.0 - rho)));
    CHECK(s.utilisation.agrees_with(rho));
    CHECK(s.share_waiting_longer.agrees_with(rho * std::exp(-rate * 50'000.0)));
}

TEST_CASE("M/M/c: mean wait and the chance to wait at all") {
    for (const int servers : {2, 4, 7}) {
        const double load = 0.85 * servers;
        const auto class_one = of(load, Distribution::exponential_mean(mean_service));
        const QueueSample s =
            simulate_queue({class_one}, static_cast<std::size_t>(servers), customers);
        INFO(servers << " servers");
        CHECK(s.wait[0].agrees_with(erlang_c(servers, load) * mean_service / (servers - load)));
        CHECK(s.share_waiting_longer.agrees_with(erlang_c(servers, load)));
        CHECK(s.utilisation.agrees_with(0.85));
    }
}

TEST_CASE("M/G/1: mean wait by Pollaczek and Khinchine, for little and for much variation") {
    for (const auto& service : {Distribution::gamma_mean_cv(mean_service, 0.5),
                                Distribution::lognormal_mean_cv(mean_service, 1.5),
                                Distribution::uniform_low_high(2000.0, 18'000.0),
                                Distribution::discrete({4000.0, 28'000.0}, {3.0, 1.0})}) {
        const auto class_one = of(0.7, service);
        const QueueSample s = simulate_queue({class_one}, 1, customers);
        CHECK(s.wait[0].agrees_with(pollaczek_khinchine(class_one)));
        CHECK(s.utilisation.agrees_with(0.7));
    }
}

TEST_CASE("M/D/1: half the wait of M/M/1") {
    const auto class_one = of(0.9, Distribution::constant(mean_service));
    const QueueSample s = simulate_queue({class_one}, 1, 4.0 * customers);
    CHECK(s.wait[0].agrees_with(0.5 * 0.9 * mean_service / 0.1));
}

TEST_CASE("priorities without pre-emption: Cobham's waits, class by class") {
    const std::vector<Customers> classes{of(0.2, Distribution::exponential_mean(mean_service), 1),
                                         of(0.3, Distribution::exponential_mean(mean_service), 2),
                                         of(0.35, Distribution::exponential_mean(mean_service), 3)};
    const QueueSample s = simulate_queue(classes, 1, 2.0 * customers);
    const double residual = 0.85 * mean_service; // sum of lambda E[S^2] / 2 for exponentials
    CHECK(s.wait[0].agrees_with(residual / 0.8));
    CHECK(s.wait[1].agrees_with(residual / (0.8 * 0.5)));
    CHECK(s.wait[2].agrees_with(residual / (0.5 * 0.15)));
    // The order of service does not change the work in the queue: the conservation law of
    // Kleinrock.
    const double work = 0.2 * s.wait[0].mean + 0.3 * s.wait[1].mean + 0.35 * s.wait[2].mean;
    CHECK(work == Approx(0.85 * residual / 0.15).epsilon(0.05));
}

TEST_CASE("two classes with different service: the one-server formula still holds") {
    const std::vector<Customers> classes{of(0.3, Distribution::constant(3000.0), 1),
                                         of(0.4, Distribution::gamma_mean_cv(20'000.0, 1.0), 2)};
    const QueueSample s = simulate_queue(classes, 1, 2.0 * customers);
    double residual = 0.0;
    for (const Customers& c : classes)
        residual += 0.5 * c.arrivals_per_second *
                    (c.service.variance() + c.service.mean() * c.service.mean());
    CHECK(s.wait[0].agrees_with(residual / 0.7));
    CHECK(s.wait[1].agrees_with(residual / (0.7 * 0.3)));
}
