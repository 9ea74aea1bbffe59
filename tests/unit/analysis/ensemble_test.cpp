#include "analysis/ensemble.hpp"
#include "analysis/ensemble_summary.hpp"
#include "engine/defect.hpp"
#include "support/statistics.hpp"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// The score of a value under a uniform prior: what makes a model linear in scores.
double score_of(const UnknownParameter& p, double value) {
    return boost::math::quantile(boost::math::normal_distribution<double>(),
                                 (value - p.low) / (p.high - p.low));
}

const UnknownParameter between{2.0, 10.0, PriorLaw::uniform};

/// y = A z, without noise.
ForwardModel linear(const MatrixXd& a) {
    return [a](const VectorXd& values, std::size_t, std::size_t) {
        VectorXd scores(values.size());
        for (Index p = 0; p < values.size(); ++p)
            scores(p) = score_of(between, values(p));
        return MatrixXd((a * scores).transpose());
    };
}

struct Gaussian {
    VectorXd mean;
    MatrixXd covariance;
};

/// The posterior of z ~ N(0, I) with y = A z + N(0, noise) observed.
Gaussian bayes(const MatrixXd& a, const VectorXd& y, const MatrixXd& noise) {
    const MatrixXd information =
        a.transpose() * noise.inverse() * a + MatrixXd::Identity(a.cols(), a.cols());
    const MatrixXd covariance = information.inverse();
    return {covariance * a.transpose() * noise.inverse() * y, covariance};
}

std::vector<Observation> observed(const VectorXd& y, const VectorXd& sd) {
    std::vector<Observation> observations;
    for (Index o = 0; o < y.size(); ++o)
        observations.push_back({y(o), sd(o)});
    return observations;
}

/// Whether the scores are a sample of this normal law: each mean within 4 standard errors, each
/// covariance within 4 of those of a sample covariance.
void check_sample(const MatrixXd& scores, const Gaussian& law) {
    const auto n = static_cast<double>(scores.rows());
    const MatrixXd around = scores.rowwise() - scores.colwise().mean();
    const MatrixXd found = around.transpose() * around / (n - 1.0);
    const MatrixXd& c = law.covariance;
    for (Index i = 0; i < scores.cols(); ++i) {
        INFO("parameter " << i);
        CHECK(std::abs(scores.col(i).mean() - law.mean(i)) <
              tests::tolerance * std::sqrt(c(i, i) / n));
        for (Index j = 0; j <= i; ++j)
            CHECK(std::abs(found(i, j) - c(i, j)) <
                  tests::tolerance * std::sqrt((c(i, i) * c(j, j) + c(i, j) * c(i, j)) / n));
    }
}

MatrixXd matrix(std::initializer_list<std::initializer_list<double>> rows) {
    return MatrixXd(rows);
}

VectorXd vector(std::initializer_list<double> values) {
    VectorXd v(static_cast<Index>(values.size()));
    std::ranges::copy(values, v.begin());
    return v;
}

} // namespace

TEST_CASE("a score is a probability of the prior") {
    const boost::math::normal_distribution<double> normal;
    for (const double score : {-7.5, -3.0, -1.0, -0.1, 0.0, 0.5, 2.0, 5.0}) {
        INFO(score);
        CHECK(parameter_value({0.0, 1.0, PriorLaw::uniform}, score) ==
              Approx(boost::math::cdf(normal, score)).margin(1e-15).epsilon(1e-12));
    }
    CHECK(parameter_value(between, 0.0) == 6.0);
    CHECK(parameter_value(between, -40.0) == 2.0);
    CHECK(parameter_value(between, 40.0) == 10.0);
    CHECK(parameter_value({1.0, 100.0, PriorLaw::loguniform}, 0.0) == Approx(10.0));
    CHECK(parameter_value({1.0, 100.0, PriorLaw::loguniform}, -40.0) == 1.0);
}

TEST_CASE("with a linear model and normal noise the ensemble is the posterior of Bayes") {
    const MatrixXd a =
        matrix({{1.0, 0.5, 0.0}, {0.0, 1.0, -1.0}, {2.0, 0.0, 1.0}, {0.3, 0.3, 0.3}});
    const VectorXd y = vector({0.8, -1.0, 1.5, 0.2});
    const VectorXd sd = vector({0.5, 0.7, 1.5, 0.4});
    const EnsembleOrder order{.seed = 3,
                              .members = 4000,
                              .rounds = 4,
                              .parameters = {between, between, between},
                              .observations = observed(y, sd)};
    Sequential executor;
    const auto found = invert(order, linear(a), executor);
    REQUIRE(found.end == EnsembleEnd::complete);
    REQUIRE(found.rounds.size() == 5);
    check_sample(found.rounds.front().scores, {VectorXd::Zero(3), MatrixXd::Identity(3, 3)});
    check_sample(found.rounds.back().scores, bayes(a, y, sd.cwiseAbs2().asDiagonal()));
    // The misfit of a good fit is that of chance; of the prior it is larger.
    CHECK(found.rounds.back().misfits.mean() < 0.5 * found.rounds.front().misfits.mean());
}

TEST_CASE("what a run owes to chance counts as noise of the figure, once") {
    // Runs vary with this covariance around y = A z; a figure is one such run plus its own error.
    const MatrixXd a = matrix({{1.0, 0.0}, {1.0, 1.0}});
    const VectorXd y = vector({1.0, 0.5});
    const VectorXd sd = vector({0.2, 0.3});
    const MatrixXd chance = matrix({{1.0, 0.6}, {0.6, 1.0}});
    const MatrixXd root = chance.llt().matrixL();
    const std::size_t runs = 2;
    const auto model = linear(a);
    const ForwardModel noisy = [&](const VectorXd& values, std::size_t member, std::size_t round) {
        const MatrixXd mean = model(values, member, round);
        MatrixXd rows(runs, 2);
        for (std::size_t r = 0; r < runs; ++r) {
            engine::Stream stream({77, static_cast<std::uint32_t>(r)},
                                  {.purpose = 200,
                                   .ordinal = static_cast<std::uint32_t>(member),
                                   .part = static_cast<std::uint32_t>(round)});
            VectorXd noise(2);
            noise(0) = engine::standard_normal(stream);
            noise(1) = engine::standard_normal(stream);
            rows.row(static_cast<Index>(r)) = mean + (root * noise).transpose();
        }
        return rows;
    };
    const EnsembleOrder order{.seed = 5,
                              .members = 6000,
                              .rounds = 3,
                              .parameters = {between, between},
                              .observations = observed(y, sd)};
    Sequential executor;
    const auto found = invert(order, noisy, executor);
    const MatrixXd& pooled = found.rounds.back().noise;
    CHECK(pooled(0, 1) == Approx(0.6).margin(4.0 * std::sqrt(1.36 / 6000.0)));
    const MatrixXd own = sd.cwiseAbs2().asDiagonal();
    check_sample(found.rounds.back().scores, bayes(a, y, chance + own));
}

TEST_CASE("a parameter that nothing depends on keeps its prior, and is named") {
    const MatrixXd a = matrix({{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}});
    const VectorXd y = vector({0.7, -0.7});
    const EnsembleOrder order{.seed = 7,
                              .members = 2000,
                              .rounds = 4,
                              .parameters = {between, between, between},
                              .observations = observed(y, vector({0.3, 0.3}))};
    Sequential executor;
    const auto found = invert(order, linear(a), executor);
    const auto what = identify(found.rounds.front().scores, found.rounds.back().scores);
    // 1 / (1 + 1 / 0.09) of the variance is left.
    CHECK(what.contraction(0) == Approx(1.0 - 0.09 / 1.09).margin(0.02));
    CHECK(std::abs(what.contraction(2)) < 0.05);
    REQUIRE(what.ridges.size() == 1);
    CHECK(dominant(what.ridges[0]) == std::vector<std::size_t>{2});
    CHECK(what.ridges[0].variance_ratio == Approx(1.0).margin(0.05));
    check_sample(found.rounds.back().scores.rightCols(1),
                 {VectorXd::Zero(1), MatrixXd::Identity(1, 1)});
}

TEST_CASE("what a small ensemble seems to learn by chance is told") {
    EnsembleOrder order{.seed = 7,
                        .members = 20,
                        .rounds = 4,
                        .parameters = {between, between},
                        .observations = {{0.7, 0.1}, {-0.7, 0.1}}};
    Sequential executor;
    const auto model = linear(matrix({{1.0, 0.0}, {0.0, 1.0}}));
    const auto small = invert(order, model, executor);
    const ChanceContraction much = chance_contraction(small.rounds.front(), small.rounds.back());
    CHECK(much.largest > 0.1);
    CHECK(much.largest > much.mean);
    order.members = 2000;
    const auto large = invert(order, model, executor);
    CHECK(std::abs(chance_contraction(large.rounds.front(), large.rounds.back()).mean) < 0.01);
}

TEST_CASE("of a sum that is observed the difference is a ridge") {
    const MatrixXd a = matrix({{1.0, 1.0}});
    const EnsembleOrder order{.seed = 11,
                              .members = 1000,
                              .rounds = 4,
                              .parameters = {between, between},
                              .observations = {{0.5, 0.1}}};
    Sequential executor;
    const auto found = invert(order, linear(a), executor);
    const auto what = identify(found.rounds.front().scores, found.rounds.back().scores);
    REQUIRE(what.ridges.size() == 1);
    CHECK(dominant(what.ridges[0]).size() == 2);
    const VectorXd& d = what.ridges[0].direction;
    CHECK(d.maxCoeff() == Approx(std::sqrt(0.5)).margin(0.05));
    CHECK(d.minCoeff() == Approx(-std::sqrt(0.5)).margin(0.05));
    // Variances 1 -> 0.5025, covariance -> -0.4975: each is half known, together all.
    CHECK(what.correlation(0, 1) == Approx(-0.99).margin(0.01));
    CHECK(what.contraction(0) == Approx(0.4975).margin(0.08));
}

TEST_CASE("several ridges are told apart by the parameters they rest on") {
    // Parameters 0 and 1 by their sum only; 2 and 3 not at all; 4 well.
    const MatrixXd a = matrix({{1.0, 1.0, 0.0, 0.0, 0.0}, {0.0, 0.0, 0.0, 0.0, 1.0}});
    const EnsembleOrder order{.seed = 13,
                              .members = 3000,
                              .rounds = 4,
                              .parameters = std::vector<UnknownParameter>(5, between),
                              .observations = {{0.0, 0.1}, {0.0, 0.1}}};
    Sequential executor;
    const auto found = invert(order, linear(a), executor);
    const auto what = identify(found.rounds.front().scores, found.rounds.back().scores);
    REQUIRE(what.ridges.size() == 3);
    std::vector<std::vector<std::size_t>> named;
    for (const Ridge& ridge : what.ridges) {
        named.push_back(dominant(ridge));
        std::ranges::sort(named.back());
    }
    std::ranges::sort(named);
    CHECK(named == std::vector<std::vector<std::size_t>>{{0, 1}, {2}, {3}});
}

TEST_CASE("the same seed gives the same ensemble, another seed another one") {
    const MatrixXd a = matrix({{1.0, 0.5}, {0.2, 1.0}});
    EnsembleOrder order{.seed = 1,
                        .members = 30,
                        .rounds = 3,
                        .parameters = {between, between},
                        .observations = {{0.5, 0.2}, {0.1, 0.2}}};
    Sequential executor;
    const auto one = invert(order, linear(a), executor);
    const auto two = invert(order, linear(a), executor);
    CHECK(one.rounds.back().values == two.rounds.back().values);
    order.seed = 2;
    CHECK(one.rounds.back().values != invert(order, linear(a), executor).rounds.back().values);
}

TEST_CASE("a member that the model refuses takes no further part, and is told of") {
    const auto model = linear(matrix({{1.0, 0.0}, {0.0, 1.0}}));
    const ForwardModel picky = [&](const VectorXd& values, std::size_t member, std::size_t round) {
        if (values(0) > 9.0)
            return MatrixXd();
        MatrixXd runs = model(values, member, round);
        if (member == 4)
            runs(0, 1) = std::nan("");
        return runs;
    };
    const EnsembleOrder order{.seed = 1,
                              .members = 60,
                              .rounds = 2,
                              .parameters = {between, between},
                              .observations = {{0.0, 0.5}, {0.0, 0.5}}};
    Sequential executor;
    const auto found = invert(order, picky, executor);
    REQUIRE(found.end == EnsembleEnd::complete);
    const auto& prior = found.rounds[0];
    CHECK(prior.members.size() + prior.dropped.size() == 60);
    CHECK(std::ranges::find(prior.members, 4U) == prior.members.end());
    CHECK(prior.values.col(0).maxCoeff() <= 9.0);
    for (const DroppedMember& dropped : prior.dropped)
        CHECK((dropped.member == 4 || dropped.values(0) > 9.0));
    CHECK(prior.scores.rows() == prior.means.rows());
    // The last member's score still belongs to its value.
    CHECK(parameter_value(between, prior.scores(prior.scores.rows() - 1, 1)) ==
          prior.values(prior.values.rows() - 1, 1));

    const ForwardModel never = [](const VectorXd&, std::size_t, std::size_t) {
        return MatrixXd();
    };
    const auto none = invert(order, never, executor);
    CHECK(none.end == EnsembleEnd::few_members);
    CHECK(none.rounds.back().dropped.size() == 60);
    const ForwardModel wrong = [](const VectorXd&, std::size_t, std::size_t) {
        return MatrixXd::Zero(1, 3);
    };
    CHECK_THROWS_AS(invert(order, wrong, executor), engine::Defect);
}

TEST_CASE("a stopped inversion keeps the rounds that were finished") {
    class StopsAfter : public Executor {
    public:
        explicit StopsAfter(std::size_t jobs) : left_(jobs) {}
        std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override {
            std::size_t done = 0;
            for (; done < count && left_ > 0; ++done, --left_)
                job(done);
            return done;
        }

    private:
        std::size_t left_;
    };
    const auto model = linear(matrix({{1.0}}));
    const EnsembleOrder order{.seed = 1,
                              .members = 10,
                              .rounds = 3,
                              .parameters = {between},
                              .observations = {{0.0, 0.5}}};
    StopsAfter some(25);
    std::size_t told = 0;
    const auto found = invert(order, model, some, [&](const EnsembleInversion&) { ++told; });
    CHECK(found.end == EnsembleEnd::stopped);
    CHECK(found.rounds.size() == 2);
    CHECK(told == 2);
    Sequential all;
    CHECK(found.rounds[1].values == invert(order, model, all).rounds[1].values);
}

TEST_CASE("a figure is held against what one run gives") {
    EnsembleRound round;
    for (int m = 0; m < 10; ++m) {
        MatrixXd runs(10, 1);
        for (int r = 0; r < 10; ++r)
            runs(r, 0) = 10.0 * m + r;
        round.runs.push_back(runs);
    }
    const auto at = [&](double value) {
        return predictive_checks(round, {{value, 0.0}}).front();
    };
    CHECK(at(50.0).mean == Approx(49.5));
    CHECK(at(50.0).p05 == Approx(4.95));
    CHECK(at(50.0).hits(50.0));
    CHECK(at(50.0).share == 1.0);
    CHECK_FALSE(at(97.0).hits(97.0));
    CHECK(at(97.0).share == Approx(0.06)); // 97, 98 and 99, twice
    CHECK(at(-1.0).share == 0.0);

    // A figure that is itself off by 20 may be printed outside what any run gives.
    CHECK(predictive_checks(round, {{97.0, 20.0}}).front().hits(97.0));
    CHECK(predictive_checks(round, {{97.0, 20.0}}).front().mean == Approx(49.5));
    // Of a model without noise or spread only that error is left: its 5% and 95% points, to within
    // one of the forty steps of 2.
    EnsembleRound still;
    still.runs.push_back(MatrixXd::Constant(3, 1, 10.0));
    const PredictiveCheck check = predictive_checks(still, {{10.0, 2.0}}).front();
    CHECK(check.p05 == Approx(10.0 - 2.0 * 1.645).margin(0.25));
    CHECK(check.p95 == Approx(10.0 + 2.0 * 1.645).margin(0.25));
}

TEST_CASE("in a single round the mean moves by exactly the credible gain of the ensemble") {
    // g = z + w, of which the calibration knows z only: their correlation is no 1.
    constexpr std::size_t members = 12;
    const ForwardModel model = [](const VectorXd& values, std::size_t member, std::size_t) {
        const double other = static_cast<double>(member % 4) - 1.5;
        return MatrixXd::Constant(1, 1, score_of(between, values(0)) + other);
    };
    const EnsembleOrder order{.seed = 9,
                              .members = members,
                              .rounds = 1,
                              .parameters = {between},
                              .observations = {{3.0, 0.5}}};
    Sequential executor;
    const auto found = invert(order, model, executor);
    const VectorXd z = found.rounds[0].scores.col(0);
    const VectorXd g = found.rounds[0].means.col(0);
    const auto covariance = [&](const VectorXd& a, const VectorXd& b) {
        return (a.array() - a.mean()).matrix().dot((b.array() - b.mean()).matrix()) /
               (members - 1.0);
    };
    const double together = covariance(z, g);
    const double chance = covariance(z, z) * covariance(g, g) / (members - 1.0);
    REQUIRE(together * together > 2.0 * chance);
    const double gain =
        together * (1.0 - chance / (together * together)) / (covariance(g, g) + 0.25);
    const double moved = found.rounds[1].scores.mean() - z.mean();
    CHECK(moved == Approx(gain * (3.0 - g.mean())).epsilon(1e-10));
}

TEST_CASE("a ridge is a move, also when the prior ties parameters together") {
    // Four points of unit covariance, then with correlation 0.8. Once the second is known, what is
    // left is to move the first alone.
    const double a = std::sqrt(0.75);
    const MatrixXd points = matrix({{a, a}, {a, -a}, {-a, a}, {-a, -a}});
    const MatrixXd prior = points * matrix({{1.0, 0.0}, {0.8, 0.6}}).transpose();
    const MatrixXd posterior = points * matrix({{0.6, 0.0}, {0.0, 1e-6}});
    const auto what = identify(prior, posterior);
    REQUIRE(what.ridges.size() == 1);
    CHECK(what.ridges[0].variance_ratio == Approx(1.0));
    CHECK(what.ridges[0].direction(0) == Approx(1.0));
    CHECK(std::abs(what.ridges[0].direction(1)) < 1e-6);
    CHECK(what.contraction(0) == Approx(0.64));
}
