#include "analysis/estimates.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

using namespace ketenplan::analysis;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

} // namespace

TEST_CASE("Student's t is that of the tables") {
    CHECK(student_t95(1) == Approx(12.7062047362));
    CHECK(student_t95(2) == Approx(4.3026527297));
    CHECK(student_t95(10) == Approx(2.2281388520));
    CHECK(student_t95(30) == Approx(2.0422724563));
    CHECK(student_t95(1'000'000) == Approx(1.9599663));
}

TEST_CASE("an estimate is the mean with Student's interval") {
    const Estimate e = estimate(std::vector<double>{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0});
    CHECK(e.n == 8);
    CHECK(e.mean == Approx(5.0));
    CHECK(e.standard_error == Approx(std::sqrt(32.0 / 7.0 / 8.0)));
    CHECK(e.half_width() == Approx(2.3646242516 * e.standard_error));
    CHECK(e.low == Approx(5.0 - e.half_width()));
}

TEST_CASE("what was not observed is left out, and counted out") {
    const Estimate e = estimate(std::vector<double>{missing, 1.0, missing, 3.0});
    CHECK(e.n == 2);
    CHECK(e.mean == 2.0);
    const Estimate none = estimate(std::vector<double>{missing});
    CHECK(none.n == 0);
    CHECK(std::isnan(none.mean));
    CHECK(std::isnan(none.p50));
    const Estimate one = estimate(std::vector<double>{7.0});
    CHECK(one.mean == 7.0);
    CHECK(std::isnan(one.low));
    CHECK(one.p95 == 7.0);
}

TEST_CASE("quantiles interpolate between order statistics, as definition 7 says") {
    const std::vector<double> sorted{1.0, 2.0, 4.0, 8.0};
    CHECK(quantile(sorted, 0.0) == 1.0);
    CHECK(quantile(sorted, 1.0) == 8.0);
    CHECK(quantile(sorted, 0.5) == 3.0);
    CHECK(quantile(sorted, 1.0 / 3.0) == Approx(2.0));
    CHECK(quantile(sorted, 0.9) == Approx(4.0 + 0.7 * 4.0));
}
