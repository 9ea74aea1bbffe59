#include "engine/durations.hpp"
#include "engine/tally.hpp"
#include "engine/time_weighted.hpp"
#include "engine/trace.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace ketenplan::engine;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr Time at(std::int64_t seconds) {
    return Time{Seconds{seconds}};
}

} // namespace

TEST_CASE("a tally has the mean and variance of its numbers") {
    Tally tally;
    for (const double x : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0})
        tally.add(x);
    CHECK(tally.count() == 8);
    CHECK(tally.mean() == Approx(5.0));
    CHECK(tally.variance() == Approx(32.0 / 7.0));
    CHECK(tally.smallest() == 2.0);
    CHECK(tally.largest() == 9.0);
}

TEST_CASE("a tally keeps its precision far from zero") {
    Tally tally;
    for (int i = 0; i < 1000; ++i)
        tally.add(1e9 + (i % 2));
    CHECK(tally.variance() == Approx(0.25 * 1000.0 / 999.0).epsilon(1e-6));
}

TEST_CASE("the area under a quantity over time is exact") {
    TimeWeighted length;
    length.change(at(10), 2); // 2 from 10 to 15
    length.change(at(15), 1); // 3 from 15 to 20
    CHECK(length.take_area(at(20)) == 2 * 5 + 3 * 5);
    length.change(at(30), -3);
    CHECK(length.take_area(at(40)) == 3 * 10);
    CHECK(length.value() == 0);
}

TEST_CASE("the area under a queue equals the waits in it, period by period") {
    QueueLog log;
    log.close_period(at(0));
    log.enter(at(10)); // waits until 30
    log.enter(at(20)); // waits until 50
    log.leave(at(30), at(10));
    const Seconds open = log.open_wait(at(40), at(20));
    const auto first = log.close_period(at(40));
    CHECK(first.area == 20 + 20);
    CHECK(first.waited + open == Seconds{first.area});
    CHECK(first.largest == 2);
    log.leave(at(50), at(20));
    const auto second = log.close_period(at(60));
    CHECK(second.area == 10); // only what fell in this period
    CHECK(second.waited == Seconds{10});
}

TEST_CASE("duration bins join up and have every whole day as an edge") {
    for (std::size_t bin = 0; bin + 1 < DurationBins::count(); ++bin) {
        REQUIRE(DurationBins::upper_edge(bin) == DurationBins::lower_edge(bin + 1));
        REQUIRE(DurationBins::bin_of(DurationBins::lower_edge(bin)) == bin);
        REQUIRE(DurationBins::bin_of(DurationBins::upper_edge(bin) - Seconds{1}) == bin);
    }
    for (int d = 0; d <= 1024; ++d)
        REQUIRE(DurationBins::lower_edge(DurationBins::bin_of(days{d})) == days{d});
    CHECK(DurationBins::bin_of(days{100'000}) == DurationBins::count() - 1);
}

TEST_CASE("quantiles of durations are right to the width of a bin") {
    DurationHistogram h;
    std::vector<std::int64_t> values;
    std::uint64_t state = 1;
    for (int i = 0; i < 5000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        values.push_back(static_cast<std::int64_t>(state >> 40U) % (200 * 86400));
        h.add(Seconds{values.back()});
    }
    std::ranges::sort(values);
    for (const double p : {0.1, 0.5, 0.9, 0.99}) {
        const auto exact = static_cast<double>(values[static_cast<std::size_t>(p * 5000)]);
        CHECK(h.quantile(p) == Approx(exact).epsilon(0.02));
    }
    CHECK(h.quantile(1.0) == static_cast<double>(values.back()));
    std::int64_t sum = 0;
    for (const std::int64_t v : values)
        sum += v;
    CHECK(h.sum() == Seconds{sum});
    CHECK(h.mean() == Approx(static_cast<double>(sum) / 5000.0));
}

TEST_CASE("merging histograms is the same as adding everything to one") {
    DurationHistogram a;
    DurationHistogram b;
    DurationHistogram both;
    for (int i = 0; i < 100; ++i) {
        (i % 3 == 0 ? a : b).add(hours{i * i});
        both.add(hours{i * i});
    }
    a.merge(b);
    CHECK(a.count() == both.count());
    CHECK(a.sum() == both.sum());
    CHECK(a.quantile(0.7) == both.quantile(0.7));
    both.clear();
    CHECK(both.count() == 0);
    CHECK(both.quantile(0.5) == 0.0);
}

TEST_CASE("Kaplan and Meier: a hand-computed example with censoring") {
    // Endings after 2, 3, 3 and 8 days; censored after 5 and 9 days.
    SurvivalHistogram s;
    for (const int d : {2, 3, 3, 8})
        s.add_ended(days{d});
    for (const int d : {5, 9})
        s.add_censored(days{d});
    // S(2) = 5/6, S(3) = 5/6 * 3/5 = 1/2, S(8) = 1/2 * 1/2 = 1/4.
    // "Within d days" includes the d-th day itself.
    CHECK(s.share_within(days{1}) == Approx(0.0));
    CHECK(s.share_within(days{2}) == Approx(1.0 / 6.0));
    CHECK(s.share_within(days{3}) == Approx(0.5));
    CHECK(s.share_within(days{7}) == Approx(0.5));
    CHECK(s.share_within(days{8}) == Approx(0.75));
    CHECK(s.ended() == 4);
    CHECK(s.censored() == 2);
    // Mean of what lasts at most 10 days: 2/6 + 3/3 + 8/4 + 10/4, within half a bin.
    CHECK(s.restricted_mean(days{10}) / 86400.0 ==
          Approx(2.0 / 6 + 3.0 / 3 + 8.0 / 4 + 10.0 / 4).margin(0.05));
    CHECK(s.quantile(0.5) / 86400.0 == Approx(3.0).margin(0.05));
    CHECK(s.quantile(0.9) == -1.0);
}

TEST_CASE("without censoring Kaplan and Meier give the plain share and mean") {
    SurvivalHistogram s;
    DurationHistogram h;
    for (int i = 0; i < 400; ++i) {
        s.add_ended(hours{i});
        h.add(hours{i});
    }
    CHECK(s.share_within(days{5}) == Approx(121.0 / 400.0)); // 0 to 120 hours
    CHECK(s.restricted_mean(days{30}) == Approx(h.mean()).epsilon(0.01));
}

TEST_CASE("a trace holds one subject, all, or none") {
    Trace none;
    none.note(at(1), 7, 1, 0, 0);
    CHECK(none.lines().empty());
    Trace one(7);
    one.note(at(1), 7, 1, 2, 3);
    one.note(at(1), 8, 1, 0, 0);
    REQUIRE(one.lines().size() == 1);
    CHECK(one.lines()[0].b == 3);
    Trace all(Trace::everything);
    all.note(at(1), 7, 1, 0, 0);
    all.note(at(1), 8, 1, 0, 0);
    CHECK(all.lines().size() == 2);
}
