#include "analysis/intervals.hpp"
#include "engine/defect.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;

TEST_CASE("an exact interval of a share is the one in the tables") {
    // Clopper and Pearson for 10 of 100 at 95%: 0.0490 to 0.1762.
    const Proportion p = clopper_pearson(10, 100, 0.95);
    CHECK(p.share == 0.1);
    CHECK(p.interval.low == Approx(0.04900469));
    CHECK(p.interval.high == Approx(0.17622260));
    // Nothing seen in n trials: the upper end is 1 - (alpha / 2)^(1 / n).
    const Proportion none = clopper_pearson(0, 20, 0.95);
    CHECK(none.interval.low == 0.0);
    CHECK(none.interval.high == Approx(1.0 - std::pow(0.025, 1.0 / 20.0)));
    const Proportion all = clopper_pearson(20, 20, 0.95);
    CHECK(all.interval.low == Approx(std::pow(0.025, 1.0 / 20.0)));
    CHECK(all.interval.high == 1.0);
}

TEST_CASE("a score interval of a share is the one in the tables") {
    // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 15 of
    // 148 gives 0.0624 to 0.1605; 0 of 20 gives 0 to 0.1611; 1 of 29 gives 0.0061 to 0.1718.
    struct Row {
        std::size_t k, n;
        double low, high;
    };
    for (const Row& row : {Row{81, 263, 0.2553, 0.3662},
                           Row{15, 148, 0.0624, 0.1605},
                           Row{0, 20, 0.0, 0.1611},
                           Row{1, 29, 0.0061, 0.1718}}) {
        const Proportion p = wilson(row.k, row.n, 0.95);
        INFO(row.k << " of " << row.n);
        CHECK(p.interval.low == Approx(row.low).margin(5e-5));
        CHECK(p.interval.high == Approx(row.high).margin(5e-5));
    }
}

TEST_CASE("without trials a share is unknown, and may be anything") {
    for (const Proportion& p : {clopper_pearson(0, 0, 0.95), wilson(0, 0, 0.95)}) {
        CHECK(std::isnan(p.share));
        CHECK(p.interval.low == 0.0);
        CHECK(p.interval.high == 1.0);
    }
    CHECK_THROWS_AS(clopper_pearson(2, 1, 0.95), engine::Defect);
}

TEST_CASE("the 95% quantile of 200 values lies between ranks 184 and 197") {
    const QuantileRanks ranks = quantile_ranks(200, 0.95, 0.95);
    CHECK(ranks.low == 184);
    CHECK(ranks.high == 197);
    CHECK(ranks.coverage >= 0.95);
    CHECK(ranks.coverage < 0.97);
}

TEST_CASE("the median of ten values lies between the second and the ninth") {
    // Conover, Practical Nonparametric Statistics (1999): coverage 1 - 22 / 1024.
    const QuantileRanks ranks = quantile_ranks(10, 0.5, 0.95);
    CHECK(ranks.low == 2);
    CHECK(ranks.high == 9);
    CHECK(ranks.coverage == Approx(1.0 - 22.0 / 1024.0));
}

TEST_CASE("a quantile that few values can bound has no bound on that side") {
    const std::vector<double> sorted{1.0, 2.0, 3.0, 4.0, 5.0};
    const QuantileEstimate e = quantile_estimate(sorted, 0.95, 0.95);
    CHECK(std::isinf(e.interval.high));
    CHECK(e.interval.low >= 1.0);
    const QuantileEstimate low = quantile_estimate(sorted, 0.05, 0.95);
    CHECK(low.interval.low == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(quantile_estimate({}, 0.5, 0.95).value));
}

TEST_CASE("a ratio by the jackknife, worked by hand") {
    // Totals 12 / 6; without each in turn 9/4, 8/5 and 7/3: pseudo-values 6 - 2 x those.
    const std::array above{3.0, 4.0, 5.0};
    const std::array below{2.0, 1.0, 3.0};
    const RatioEstimate e = ratio_estimate(above, below);
    const std::array pseudo{6.0 - 2.0 * 9.0 / 4.0, 6.0 - 2.0 * 8.0 / 5.0, 6.0 - 2.0 * 7.0 / 3.0};
    CHECK(e.n == 3);
    CHECK(e.ratio == Approx((pseudo[0] + pseudo[1] + pseudo[2]) / 3.0));
    const Estimate expected = estimate(pseudo);
    CHECK(e.standard_error == Approx(expected.standard_error));
    CHECK(e.interval.low == Approx(expected.low));
}

TEST_CASE("a ratio leaves out what is missing, and says nothing of nothing") {
    const double missing = std::nan("");
    const std::array above{3.0, missing, 5.0, 7.0};
    const std::array below{2.0, 1.0, missing, 3.0};
    CHECK(ratio_estimate(above, below).n == 2);
    const std::array zero{0.0, 0.0, 0.0, 0.0};
    CHECK(std::isnan(ratio_estimate(above, zero).ratio));
    // All but the first add up to 0: there is no ratio without it.
    const std::array one{1.0, 0.0, 0.0, 0.0};
    CHECK(std::isnan(ratio_estimate(std::array{1.0, 1.0, 1.0, 1.0}, one).ratio));
}

TEST_CASE("many intervals that hold together are each wider") {
    CHECK(student_t_simultaneous(9, 0.95, 1) == Approx(student_t95(9)));
    // Ten at 95% together are each at 99.5%: t of 9 degrees, 0.9975 point.
    CHECK(student_t_simultaneous(9, 0.95, 10) == Approx(3.689662));
}
