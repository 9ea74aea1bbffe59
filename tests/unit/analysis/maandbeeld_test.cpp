#include "analysis/maandbeeld.hpp"
#include "casus/opzet.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;

namespace {

/// A series of differences with this standard error.
MonthSeries series_of(const std::vector<double>& means, double error) {
    MonthSeries series;
    for (const double mean : means) {
        Paired p;
        p.basis.n = p.variant.n = p.verschil.n = 100;
        p.basis.mean = 10.0;
        p.variant.mean = 10.0 + mean;
        p.verschil.mean = mean;
        p.verschil.standard_error = error;
        p.verschil.low = mean - 2.0 * error;
        p.verschil.high = mean + 2.0 * error;
        series.months.push_back(p);
    }
    series.complete = means.size();
    return series;
}

/// Results of two months of one cell, in which the share `open` of the second month is not done.
MonthResults results_of(double open) {
    MonthResults results;
    for (const char* name : {"nieuw_focus", "wacht_focus", "nog_open_focus"}) {
        for (std::size_t m = 0; m < 2; ++m)
            results.columns.push_back({month_measure(name), "regio", 0, m, engine::Date{}});
    }
    results.rows = {{20.0, 20.0, 12.0, 9.0, 0.0, 20.0 * open}};
    for (std::size_t m = 0; m < 6; ++m)
        results.columns[m].begin += std::chrono::days{31 * (m % 2)};
    return results;
}

Arm arm_of(double open) {
    return {Results({}, 0), results_of(open)};
}

} // namespace

TEST_CASE("a difference that rises and falls is found, with the month in which it is gone") {
    const auto course = course_of(series_of({0.0, 3.0, 10.0, 6.0, 0.9, -0.5}, 0.2));
    REQUIRE(course);
    CHECK(course->peak == 2);
    CHECK(course->ending == Ending::gone);
    CHECK(course->ended == 4);
}

TEST_CASE("a negative difference has a course as well") {
    const auto course = course_of(series_of({0.0, -10.0, -4.0}, 0.2));
    REQUIRE(course);
    CHECK(course->peak == 1);
    CHECK(course->ending == Ending::lasting);
    CHECK(course->ended == 3);
}

TEST_CASE("what cannot be told from nothing is unclear, not gone") {
    const auto course = course_of(series_of({0.0, 10.0, 5.0, 2.0, -1.5}, 1.2));
    REQUIRE(course);
    CHECK(course->ending == Ending::unclear);
    CHECK(course->ended == 3);
}

TEST_CASE("a small difference of which little is known is not gone") {
    const auto course = course_of(series_of({0.0, 10.0, 0.5, 0.5}, 1.5));
    REQUIRE(course);
    CHECK(course->ending == Ending::unclear);
    CHECK(course->ended == 2);
}

TEST_CASE("chance is not a difference, and certainty without spread is one") {
    CHECK(!course_of(series_of({0.1, -0.3, 0.2}, 0.1)));
    CHECK(!course_of(series_of({0.0, 0.0}, 0.0)));
    CHECK(course_of(series_of({0.0, 0.5}, 0.0)));
}

TEST_CASE("months that are not complete do not count") {
    MonthSeries series = series_of({1.0, 2.0, 9.0}, 0.1);
    series.complete = 2;
    const auto course = course_of(series);
    REQUIRE(course);
    CHECK(course->peak == 1);
    series.complete = 0;
    CHECK(!course_of(series));
}

TEST_CASE("a month of which one in twenty has not come so far is not complete, in any arm") {
    const auto complete = [](double basis, double variant) {
        const std::vector<Arm> arms{arm_of(basis), arm_of(variant)};
        for (const MonthSeries& s : month_series(arms)) {
            if (s.measure == month_measure("wacht_focus"))
                return s.complete;
            CHECK(s.complete == 2); // a count is known at once
        }
        return std::size_t{99};
    };
    CHECK(complete(0.0, 0.0) == 2);
    CHECK(complete(0.05, 0.05) == 2);
    CHECK(complete(0.0, 0.1) == 1);
    CHECK(complete(0.1, 0.0) == 1);
    const std::vector<Arm> alone{arm_of(0.1)};
    const auto series = month_series(alone);
    REQUIRE(series.size() == 3);
    CHECK(series[1].complete == 1);
    CHECK(series[1].months[0].basis.mean == 12.0);
    CHECK(series[1].months[0].verschil.n == 0);
}
