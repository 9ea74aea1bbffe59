#include "analysis/gaussian_process.hpp"
#include "analysis/sobol.hpp"
#include "engine/defect.hpp"
#include "engine/stream.hpp"
#include "support/statistics.hpp"

#include <boost/random/normal_distribution.hpp>
#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

using namespace ketenplan::analysis;

namespace {

constexpr std::uint32_t seed = 7;

/// Smooth, of two inputs that count and one that does not.
double smooth(std::span<const double> x) {
    return 10.0 + 3.0 * std::sin(3.0 * x[0]) + 2.0 * x[1] * x[1] + x[0] * x[1];
}

/// `smooth` at Sobol points, with normal noise of a deviation that grows along the first input.
Observations observed(std::size_t count, double deviation, std::uint32_t replication = 0) {
    Observations o{sobol_points(count, 3, seed), {}, {}};
    for (std::size_t p = 0; p < count; ++p) {
        ketenplan::engine::Stream stream({.seed = seed, .replication = replication},
                                         {.purpose = 1, .ordinal = static_cast<std::uint32_t>(p)});
        const double own = deviation * (0.5 + o.x[p][0]);
        o.y.push_back(smooth(o.x[p]) + own * boost::random::normal_distribution<double>()(stream));
        o.noise.push_back(own * own);
    }
    return o;
}

/// Of one input; put together in steps, because g++ 12 sees phantoms in nested braces.
Observations one_input(std::vector<double> x, std::vector<double> y, std::vector<double> noise) {
    Observations o;
    o.x.dimensions = 1;
    o.x.coordinates = std::move(x);
    o.y = std::move(y);
    o.noise = std::move(noise);
    return o;
}

Observations without(const Observations& all, std::size_t left_out) {
    Observations rest{{all.x.dimensions, {}}, {}, {}};
    for (std::size_t p = 0; p < all.y.size(); ++p) {
        if (p == left_out)
            continue;
        rest.x.add(all.x[p]);
        rest.y.push_back(all.y[p]);
        rest.noise.push_back(all.noise[p]);
    }
    return rest;
}

const Hyperparameters some{{0.4, 0.9, 2.0}, 5.0, 0.02};

} // namespace

TEST_CASE("a process goes through answers without noise, and is sure of them") {
    const Observations o = observed(40, 0.0);
    for (const Kernel kernel : {Kernel::matern52, Kernel::squared_exponential}) {
        const GaussianProcess process(o, kernel, {{0.5, 0.5, 0.5}, 4.0, 0.0});
        for (std::size_t p = 0; p < o.y.size(); ++p) {
            const Prediction found = process.predict(o.x[p]);
            CHECK(found.mean == Approx(o.y[p]).margin(1e-6));
            CHECK(found.variance == Approx(0.0).margin(1e-6));
        }
        const std::vector<double> between{0.31, 0.62, 0.5};
        CHECK(process.predict(between).variance > 1e-4);
    }
}

TEST_CASE("far from all observations a process knows its mean and variance only") {
    const Observations o = observed(30, 0.1);
    const GaussianProcess process(o, Kernel::matern52, {{0.05, 0.05, 0.05}, 4.0, 0.0});
    const Prediction far = process.predict(std::vector<double>{50.0, 50.0, 50.0});
    CHECK(far.mean == Approx(process.mean()));
    CHECK(far.variance > 4.0); // the mean was estimated too
    CHECK(far.variance < 4.5);
}

TEST_CASE("with two points the numbers are those of pen and paper") {
    // Covariances 1, exp(-1/2) and noise 1/2: each mean is half the sum, each error the half of the
    // difference.
    const GaussianProcess process(one_input({0.0, 1.0}, {1.0, 3.0}, {0.5, 0.5}),
                                  Kernel::squared_exponential,
                                  {{1.0}, 1.0, 0.0});
    const double c = std::exp(-0.5);
    CHECK(process.mean() == Approx(2.0));
    CHECK(process.predict(std::vector<double>{0.0}).mean == Approx(2.0 - (1.0 - c) / (1.5 - c)));
    const double determinant = 1.5 * 1.5 - c * c;
    CHECK(process.log_likelihood() == Approx(-0.5 * (2.0 / (1.5 - c) + std::log(determinant) +
                                                     2.0 * std::log(2.0 * std::numbers::pi))));
    const GaussianProcess matern(
        one_input({0.0, 1.0}, {1.0, 3.0}, {0.5, 0.5}), Kernel::matern52, {{2.0}, 1.0, 0.0});
    const double r = std::sqrt(5.0) / 2.0;
    const double m = (1.0 + r + r * r / 3.0) * std::exp(-r);
    CHECK(matern.predict(std::vector<double>{0.0}).mean == Approx(2.0 - (1.0 - m) / (1.5 - m)));
}

TEST_CASE("leaving one out in closed form is what fitting without it gives") {
    const Observations o = observed(25, 0.3);
    for (const Kernel kernel : {Kernel::matern52, Kernel::squared_exponential}) {
        const CrossValidation found = GaussianProcess(o, kernel, some).leave_one_out();
        double squares = 0.0;
        for (std::size_t p = 0; p < o.y.size(); ++p) {
            const Prediction rest = GaussianProcess(without(o, p), kernel, some).predict(o.x[p]);
            CHECK(found.predicted[p] == Approx(rest.mean).epsilon(1e-9));
            CHECK(found.variance[p] ==
                  Approx(rest.variance + o.noise[p] + some.nugget).epsilon(1e-9));
            squares += (o.y[p] - rest.mean) * (o.y[p] - rest.mean);
        }
        CHECK(found.rmse == Approx(std::sqrt(squares / 25.0)));
    }
}

TEST_CASE("a fitted process predicts a smooth function, and says so") {
    for (const Kernel kernel : {Kernel::matern52, Kernel::squared_exponential}) {
        const GaussianProcess process = GaussianProcess::fitted(observed(64, 0.0), kernel);
        CHECK(process.leave_one_out().q2 > 0.99);
        const Points elsewhere = sobol_points(64, 3, seed + 1);
        double squares = 0.0;
        for (std::size_t p = 0; p < elsewhere.size(); ++p) {
            const double error = process.predict(elsewhere[p]).mean - smooth(elsewhere[p]);
            squares += error * error / 64.0;
        }
        CHECK(std::sqrt(squares) < 0.1); // the function varies by 1.2
        // The input that does nothing gets the longest waves.
        CHECK(process.parameters().lengths[2] > 2.0 * process.parameters().lengths[0]);
    }
}

TEST_CASE("a fit is at a top of the likelihood") {
    const Observations o = observed(48, 0.3);
    const GaussianProcess best = GaussianProcess::fitted(o, Kernel::matern52);
    const auto at = [&](auto change) {
        Hyperparameters other = best.parameters();
        change(other);
        return GaussianProcess(o, Kernel::matern52, other).log_likelihood();
    };
    for (const double factor : {0.8, 1.25}) {
        for (std::size_t d = 0; d < 2; ++d)
            CHECK(at([&](auto& h) { h.lengths[d] *= factor; }) <= best.log_likelihood());
        CHECK(at([&](auto& h) { h.variance *= factor; }) <= best.log_likelihood());
    }
}

TEST_CASE("known noise is not taken for signal") {
    Observations o = observed(128, 1.0);
    const GaussianProcess knows = GaussianProcess::fitted(o, Kernel::matern52);
    double squares = 0.0;
    const Points elsewhere = sobol_points(128, 3, seed + 1);
    for (std::size_t p = 0; p < elsewhere.size(); ++p) {
        const double error = knows.predict(elsewhere[p]).mean - smooth(elsewhere[p]);
        squares += error * error / 128.0;
    }
    CHECK(std::sqrt(squares) < 0.45); // the noise is about 1 per point
    const CrossValidation left_out = knows.leave_one_out();
    CHECK(left_out.rmse > 0.8); // a left-out answer has its noise
}

TEST_CASE("errors of leaving one out are as large as they are said to be") {
    double within = 0.0;
    constexpr int studies = 10;
    constexpr std::size_t points = 60;
    for (std::uint32_t s = 0; s < studies; ++s)
        within += GaussianProcess::fitted(observed(points, 0.5, s), Kernel::matern52)
                      .leave_one_out()
                      .within95 /
                  studies;
    const double error = std::sqrt(0.95 * 0.05 / (studies * static_cast<double>(points)));
    CHECK(within == Approx(0.95).margin(ketenplan::tests::tolerance * error));
}

TEST_CASE("realisations vary as the predictions say they may") {
    const GaussianProcess process(observed(20, 0.3), Kernel::matern52, some);
    const Points at{3, {0.2, 0.3, 0.4, 0.9, 0.1, 0.8, 1.5, 1.5, 0.5}};
    constexpr std::uint32_t draws = 400;
    std::vector<std::vector<double>> values(at.size());
    for (std::uint32_t d = 0; d < draws; ++d) {
        const auto drawn = process.realisation(at, seed, d, 256);
        for (std::size_t p = 0; p < at.size(); ++p)
            values[p].push_back(drawn[p]);
    }
    for (std::size_t p = 0; p < at.size(); ++p) {
        const Prediction predicted = process.predict(at[p]);
        const auto sample = ketenplan::tests::sample_of(values[p]);
        CHECK(sample.agrees_with(predicted.mean));
        const double deviation = sample.standard_error * std::sqrt(static_cast<double>(draws));
        // A standard deviation from 400 draws is off by a 28th.
        CHECK(deviation / std::sqrt(predicted.variance) ==
              Approx(1.0).margin(ketenplan::tests::tolerance / std::sqrt(2.0 * draws)));
    }
    CHECK(process.realisation(at, seed, 3, 64) == process.realisation(at, seed, 3, 64));
    CHECK(process.realisation(at, seed, 3, 64) != process.realisation(at, seed, 4, 64));
}

TEST_CASE("answers that are all equal are predicted to be so everywhere") {
    Observations o = observed(16, 0.0);
    o.y.assign(16, 4.0);
    const GaussianProcess process = GaussianProcess::fitted(o, Kernel::matern52);
    CHECK(process.predict(std::vector<double>{0.5, 0.5, 0.5}).mean == Approx(4.0));
    CHECK(std::isnan(process.leave_one_out().q2));
}

TEST_CASE("what cannot be a metamodel is refused") {
    using ketenplan::engine::Defect;
    const Observations twice = one_input({0.5, 0.5}, {1.0, 2.0}, {0.0, 0.0});
    CHECK_THROWS_AS(GaussianProcess(twice, Kernel::matern52, {{1.0}, 1.0, 0.0}), Defect);
    const Observations unlike = one_input({0.5, 0.7}, {1.0, 2.0}, {0.0});
    CHECK_THROWS_AS(GaussianProcess::fitted(unlike, Kernel::matern52), Defect);
}
