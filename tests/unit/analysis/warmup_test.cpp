#include "analysis/warmup.hpp"
#include "engine/defect.hpp"
#include "parameters/parameters.hpp"
#include "support/normal_draws.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

/// First-order autoregression around `level`, with `bias` that fades by the same factor.
std::vector<double>
autoregression(std::uint32_t study, std::size_t periods, double factor, double bias) {
    std::vector<double> series;
    double state = normal_draw(study, 0, 0) / std::sqrt(1.0 - factor * factor);
    for (std::size_t t = 0; t < periods; ++t) {
        series.push_back(10.0 + state + bias * std::pow(factor, static_cast<double>(t)));
        state = factor * state + normal_draw(study, 0, t + 1);
    }
    return series;
}

/// The truncation by the definition, each statistic computed anew.
std::size_t brute_force(const std::vector<double>& series, std::size_t batch) {
    const std::size_t n = series.size() / batch;
    std::size_t best = 0;
    long double least = 0.0L;
    for (std::size_t d = 0; d + 5 <= n; ++d) {
        long double squares = 0.0L;
        long double mean = 0.0L;
        const auto left = static_cast<long double>(n - d);
        const auto y = [&](std::size_t i) {
            long double sum = 0.0L;
            for (std::size_t j = 0; j < batch; ++j)
                sum += static_cast<long double>(series[i * batch + j]);
            return sum / static_cast<long double>(batch);
        };
        for (std::size_t i = d; i < n; ++i)
            mean += y(i) / left;
        for (std::size_t i = d; i < n; ++i)
            squares += (y(i) - mean) * (y(i) - mean);
        if (d == 0 || squares / (left * left) < least) {
            least = squares / (left * left);
            best = d;
        }
    }
    return best * batch;
}

MonthSeries months_of(const std::vector<double>& values, std::size_t complete) {
    MonthSeries series{
        .measure = 3, .cell = "regio", .index = 0, .months = {}, .complete = complete};
    for (const double value : values) {
        Paired p;
        p.basis.mean = value;
        series.months.push_back(p);
    }
    return series;
}

} // namespace

TEST_CASE("MSER worked by hand") {
    // Batches of one. Without the 9 what is left is 1, 3, 1, 3, ...
    const std::vector<double> series{9, 1, 3, 1, 3, 1, 3, 1, 3};
    const Mser result = mser(series, 1);
    REQUIRE(result.statistic.size() == 5);
    // All nine: mean 25/9, squares 60 + ... = sum of squares 121 - 625/9 = 464/9, over 81.
    CHECK(result.statistic[0] == Approx(464.0 / 9.0 / 81.0));
    CHECK(result.statistic[1] == Approx(8.0 / 64.0));
    CHECK(result.statistic[2] == Approx((7.0 - 1.0 / 7.0) / 49.0)); // four 3s and three 1s
    CHECK(result.statistic[3] == Approx(6.0 / 36.0));
    CHECK(result.truncate == 1);
    CHECK(result.accepted);
    // Batches of two that even it out: 5, 2, 2, 2, with one left over: too few to say anything.
    CHECK_FALSE(mser(series, 2).accepted);
    CHECK(mser(series, 2).statistic.empty());
    CHECK_THROWS_AS(mser(series, 0), engine::Defect);
}

TEST_CASE("batches of five, and what does not fill the last one") {
    std::vector<double> series(63, 4.0);
    for (std::size_t t = 0; t < 8; ++t)
        series[t] = 0.0;
    series[61] = 1e6; // in the incomplete batch
    const Mser result = mser(series);
    CHECK(result.truncate == 10); // the batch that holds periods 5 to 9 is partly biased
    CHECK(result.accepted);
    CHECK(result.statistic.size() == 12 - 5 + 1);
    CHECK(result.statistic[2] == 0.0);
}

TEST_CASE("a series that does not change is not cut, whatever its rounding") {
    for (const double level : {0.0, 0.1, 1e9 / 3.0}) {
        const Mser result = mser(std::vector<double>(100, level));
        CHECK(result.truncate == 0);
        CHECK(result.accepted);
    }
}

TEST_CASE("a truncation is not accepted when the series does not settle in its first half") {
    std::vector<double> trend;
    std::vector<double> late;
    for (int t = 0; t < 100; ++t) {
        trend.push_back(t);
        late.push_back(t < 60 ? 0.0 : 5.0);
    }
    CHECK_FALSE(mser(trend).accepted);
    const Mser result = mser(late);
    CHECK(result.truncate == 60);
    CHECK_FALSE(result.accepted);
    CHECK_FALSE(mser(std::vector<double>(25, 1.0)).accepted);
    CHECK(mser(std::vector<double>(30, 1.0)).accepted);
    CHECK_FALSE(mser({}).accepted);
}

TEST_CASE("periods without a value are left out") {
    std::vector<double> series(50, 4.0);
    series[0] = series[1] = missing;
    for (std::size_t t = 2; t < 7; ++t)
        series[t] = 0.0;
    series[20] = missing;
    for (std::size_t t = 30; t < 40; ++t)
        series[t] = missing;
    const Mser result = mser(series);
    CHECK(result.truncate == 7);
    CHECK(result.accepted);
    CHECK_FALSE(mser(std::vector<double>(50, missing)).accepted);
}

TEST_CASE("MSER-5 is the definition, term by term") {
    for (std::uint32_t study = 0; study < 100; ++study) {
        const auto series = autoregression(study, 60 + study, 0.8, study % 3 == 0 ? 0.0 : 8.0);
        CHECK(mser(series).truncate == brute_force(series, 5));
        CHECK(mser(series, 1).truncate == brute_force(series, 1));
    }
}

TEST_CASE("MSER-5 cuts an initial bias away, and little of a series without") {
    constexpr std::uint32_t studies = 300;
    double left = 0.0;
    double cut_of_noise = 0.0;
    double cut_of_bias = 0.0;
    std::size_t accepted = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        // A bias of 12 standard deviations that fades by a fifth each period.
        const Mser biased = mser(autoregression(study, 300, 0.8, -20.0));
        left += 20.0 * std::pow(0.8, static_cast<double>(biased.truncate)) / studies;
        cut_of_bias += static_cast<double>(biased.truncate) / studies;
        accepted += biased.accepted ? 1U : 0U;
        const Mser noise = mser(autoregression(study, 200, 0.0, 0.0));
        cut_of_noise += static_cast<double>(std::min<std::size_t>(noise.truncate, 100)) / studies;
    }
    // On average less than one standard deviation of the series is left of it.
    CHECK(left < 1.0 / std::sqrt(1.0 - 0.64));
    CHECK(cut_of_bias > 10.0);
    CHECK(cut_of_bias < 60.0);
    CHECK(static_cast<double>(accepted) > 0.9 * studies);
    CHECK(cut_of_noise < 20.0);
}

TEST_CASE("the mean over replications is over those with a value") {
    const std::vector<std::vector<double>> rows{{1.0, missing, 3.0}, {3.0, missing, missing}};
    const auto means = mean_over_replications(rows);
    REQUIRE(means.size() == 3);
    CHECK(means[0] == 2.0);
    CHECK(std::isnan(means[1]));
    CHECK(means[2] == 3.0);
    CHECK(mean_over_replications({}).empty());
    const std::vector<std::vector<double>> unlike{{1.0}, {1.0, 2.0}};
    CHECK_THROWS_AS(mean_over_replications(unlike), engine::Defect);
}

TEST_CASE("Welch's moving average worked by hand") {
    const std::vector<double> means{3.0, 6.0, 0.0, 9.0, 3.0, 12.0, 6.0};
    const auto smooth = welch(means, 2);
    REQUIRE(smooth.size() == 7);
    CHECK(smooth[0] == 3.0);                // itself
    CHECK(smooth[1] == Approx(9.0 / 3.0));  // one on either side
    CHECK(smooth[2] == Approx(21.0 / 5.0)); // two on either side
    CHECK(smooth[4] == Approx(30.0 / 5.0));
    CHECK(std::isnan(smooth[5]));
    CHECK(welch(means, 0) == means);
    CHECK(std::isnan(welch(std::vector<double>{1.0, missing, 1.0, 1.0, 1.0}, 1)[2]));
    CHECK(std::isnan(welch(means, 9)[0]));
}

TEST_CASE("a warm-up is short when MSER asks for more") {
    std::vector<double> values(80, 4.0);
    for (std::size_t m = 0; m < 10; ++m)
        values[m] = 2.0;
    std::vector<double> none(80, 0.0);
    std::vector<double> cut_short = values;
    for (std::size_t m = 70; m < 80; ++m)
        cut_short[m] = 100.0; // not complete: only the quick ones are known
    const std::vector<MonthSeries> series{
        months_of(values, 80), months_of(none, 80), months_of(cut_short, 70)};

    const auto enough = diagnose(series, 10);
    REQUIRE(enough.size() == 3);
    CHECK(enough[0].measure == 3);
    CHECK(enough[0].mser.truncate == 10);
    CHECK(enough[0].oordeel == Opwarming::genoeg);
    CHECK(enough[0].vertekening == 0.0);
    CHECK(enough[1].oordeel == Opwarming::geen_waarden);
    CHECK(enough[2].mser.truncate == 10);
    CHECK(enough[2].oordeel == Opwarming::genoeg);
    CHECK(std::isnan(enough[2].means[70]));

    const auto tight = diagnose(series, 9);
    CHECK(tight[0].oordeel == Opwarming::te_kort);
    // 71 months of which one has 2 instead of 4.
    CHECK(tight[0].vertekening == Approx(-2.0 / 71.0 / 4.0));
    const auto smooth = welch(values, 6);
    CHECK(std::equal(smooth.begin(), smooth.end() - 6, tight[0].gladde.begin()));

    std::vector<double> trend;
    for (int m = 0; m < 80; ++m)
        trend.push_back(m);
    const std::vector<MonthSeries> never{months_of(trend, 80)};
    CHECK(diagnose(never, 24)[0].oordeel == Opwarming::niet_vast_te_stellen);
    CHECK(std::isnan(diagnose(never, 24)[0].vertekening));
}

TEST_CASE("measuring from the beginning of the warm-up changes nothing that happens") {
    parameters::Parameters p = parameters::example();
    p.instroom.groei = units::Factor{0.5}; // counts from the scenario's own start
    const casus::Opzet usual(p);
    casus::Opzet whole(p);
    measure_from_begin(whole);
    Sequential executor;
    const std::array one{&usual};
    const std::array other{static_cast<const casus::Opzet*>(&whole)};
    const auto a = replicate_arms(one, 5, 2, executor, Detail::months);
    const auto b = replicate_arms(other, 5, 2, executor, Detail::months);
    const auto& columns = a[0].months.columns;
    const std::size_t earlier = measured_months(whole).size() - measured_months(usual).size();
    CHECK(earlier == 24);
    std::size_t compared = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const MonthColumn& column = columns[c];
        const std::string_view name = month_measures()[column.measure].name;
        // What happens and what stands; means of times leave out what began before the measuring.
        if (name != "nieuw_focus" && name != "open_taken" && name != "open_werk" &&
            name != "contacten_maand")
            continue;
        const auto same = std::ranges::find_if(b[0].months.columns, [&](const MonthColumn& m) {
            return m.measure == column.measure && m.cell == column.cell && m.begin == column.begin;
        });
        REQUIRE(same != b[0].months.columns.end());
        CHECK(same->month == column.month + earlier);
        CHECK(a[0].months.values(c) ==
              b[0].months.values(static_cast<std::size_t>(same - b[0].months.columns.begin())));
        ++compared;
    }
    CHECK(compared > 100);
}
