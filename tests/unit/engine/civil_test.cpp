#include "engine/civil.hpp"
#include "engine/series.hpp"
#include "engine/work_calendar.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

using namespace ketenplan::engine;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Date date(int y, unsigned m, unsigned d) {
    return std::chrono::local_days{std::chrono::year{y} / std::chrono::month{m} /
                                   std::chrono::day{d}};
}

Time at(int y, unsigned m, unsigned d, int h = 0, int min = 0) {
    return Time{date(y, m, d)} + hours{h} + minutes{min};
}

WorkCalendar dutch_calendar() {
    return {date(2012, 1, 1), date(2018, 12, 31), [](Date d) {
                return is_dutch_workday(d, {});
            }};
}

} // namespace

TEST_CASE("a month after the 31st of January is the last day of February") {
    CHECK(add_months(at(2015, 1, 31, 10), 1) == at(2015, 2, 28, 10));
    CHECK(add_months(at(2016, 1, 31, 10), 1) == at(2016, 2, 29, 10));
    CHECK(add_months(at(2015, 3, 31), -1) == at(2015, 2, 28));
    CHECK(add_months(at(2015, 11, 15), 3) == at(2016, 2, 15));
    CHECK(add(at(2015, 1, 31), {.months = 1, .days = 1}) == at(2015, 3, 1));
    CHECK(subtract(at(2015, 1, 1), {.months = 24}) == at(2013, 1, 1));
}

TEST_CASE("Easter falls where the almanac says") {
    CHECK(easter(2000) == date(2000, 4, 23));
    CHECK(easter(2008) == date(2008, 3, 23)); // the earliest in living memory
    CHECK(easter(2011) == date(2011, 4, 24));
    CHECK(easter(2014) == date(2014, 4, 20));
    CHECK(easter(2015) == date(2015, 4, 5));
    CHECK(easter(2038) == date(2038, 4, 25)); // the latest possible
}

TEST_CASE("Dutch offices are closed on the public holidays of 2014 and 2015") {
    std::vector<Date> closed;
    for (Date d = date(2014, 1, 1); d < date(2016, 1, 1); d += days{1}) {
        const std::chrono::weekday w{d};
        if (w != std::chrono::Saturday && w != std::chrono::Sunday && !is_dutch_workday(d, {}))
            closed.push_back(d);
    }
    const std::vector<Date> expected{date(2014, 1, 1),
                                     date(2014, 4, 21),
                                     date(2014, 5, 29),
                                     date(2014, 6, 9),
                                     date(2014, 12, 25),
                                     date(2014, 12, 26),
                                     date(2015, 1, 1),
                                     date(2015, 4, 6),
                                     date(2015, 4, 27),
                                     date(2015, 5, 14),
                                     date(2015, 5, 25),
                                     date(2015, 12, 25)};
    CHECK(closed == expected);
}

TEST_CASE("the royal birthday moves with the throne and off Sundays") {
    CHECK(is_dutch_workday(date(2014, 4, 28),
                           {})); // 27 April 2014 was a Sunday: 26 April, a Saturday
    CHECK(!is_dutch_workday(date(2017, 4, 27), {})); // a Thursday
    CHECK(!is_dutch_workday(date(2013, 4, 30), {})); // Queen's day, a Tuesday
    CHECK(is_dutch_workday(date(2013, 4, 26), {}));
    CHECK(!is_dutch_workday(date(2012, 4, 30), {}));
    CHECK(is_dutch_workday(date(2006, 5, 1), {}));  // 30 April 2006 was a Sunday: the 29th
    CHECK(is_dutch_workday(date(2025, 4, 28), {})); // 27 April 2025 is a Sunday: the 26th
}

TEST_CASE("Good Friday and Liberation Day are free only where the scenario says so") {
    CHECK(is_dutch_workday(date(2015, 4, 3), {}));
    CHECK(!is_dutch_workday(date(2015, 4, 3), {.good_friday = true}));
    CHECK(is_dutch_workday(date(2015, 5, 5), {}));
    CHECK(!is_dutch_workday(date(2015, 5, 5), {.liberation_day = true}));
}

TEST_CASE("workdays after a moment keep its time of day") {
    const WorkCalendar calendar = dutch_calendar();
    CHECK(calendar.add_workdays(at(2015, 1, 2, 15), 1) == at(2015, 1, 5, 15)); // Friday to Monday
    CHECK(calendar.add_workdays(at(2015, 1, 3, 15), 1) == at(2015, 1, 5, 15)); // day 1 is the next
    CHECK(calendar.add_workdays(at(2015, 1, 3, 15), 0) == at(2015, 1, 3, 15));
    CHECK(calendar.add_workdays(at(2015, 4, 3, 8), 1) == at(2015, 4, 7, 8)); // over Easter Monday
    CHECK(calendar.add_workdays(at(2015, 1, 5, 8), 5) == at(2015, 1, 12, 8));
}

TEST_CASE("a date beyond the calendar's last is the day after it") {
    const WorkCalendar calendar = dutch_calendar();
    CHECK(calendar.add_workdays(at(2018, 12, 31, 8), 10) == at(2019, 1, 1, 8));
    CHECK_THROWS(calendar.workdays_before(date(2011, 12, 31)));
}

TEST_CASE("a shift finds the end of work as a clock that ticks by the minute does") {
    const WorkCalendar calendar = dutch_calendar();
    const Shift shift(calendar, hours{9}, minutes{260});
    std::mt19937 random(3); // NOLINT(cert-msc51-cpp)
    for (int i = 0; i < 300; ++i) {
        const Time from = at(2015, 1, 1) + minutes{random() % (300 * 1440)};
        const auto work = minutes{1 + random() % 900};
        minutes done{0};
        Time t = from;
        while (done < work) {
            if (shift.on_duty(t))
                done += minutes{1};
            t += minutes{1};
        }
        REQUIRE(shift.finish(from, work) == t);
        REQUIRE(shift.position(t) - shift.position(from) == work);
    }
}

TEST_CASE("work ends at the end of a day, and no work begins at the start of one") {
    const WorkCalendar calendar = dutch_calendar();
    const Shift shift(calendar, hours{9}, hours{4});
    CHECK(shift.finish(at(2015, 1, 5, 9), hours{4}) == at(2015, 1, 5, 13));
    CHECK(shift.finish(at(2015, 1, 5, 9), hours{4} + Seconds{1}) == at(2015, 1, 6, 9) + Seconds{1});
    CHECK(shift.next_duty(at(2015, 1, 5, 13)) == at(2015, 1, 6, 9));
    CHECK(shift.next_duty(at(2015, 1, 5, 10)) == at(2015, 1, 5, 10));
    CHECK(shift.next_duty(at(2015, 1, 2, 13)) == at(2015, 1, 5, 9));
    CHECK(shift.on_duty(at(2015, 1, 5, 9)));
    CHECK(!shift.on_duty(at(2015, 1, 5, 13)));
    CHECK(!shift.on_duty(at(2015, 1, 4, 10)));
}

TEST_CASE("a weekly series falls on its weekday, every so many weeks, from a fixed Monday") {
    const WeeklySeries weekly{.weekday = std::chrono::Tuesday, .clock = hours{9}};
    CHECK(weekly.at_or_after(at(2015, 1, 1)) == at(2015, 1, 6, 9));
    CHECK(weekly.at_or_after(at(2015, 1, 6, 9)) == at(2015, 1, 6, 9));
    CHECK(weekly.at_or_after(at(2015, 1, 6, 9, 1)) == at(2015, 1, 13, 9));
    const WeeklySeries even{.weekday = std::chrono::Tuesday, .clock = hours{9}, .every = 2};
    const WeeklySeries odd{
        .weekday = std::chrono::Tuesday, .clock = hours{9}, .every = 2, .offset = 1};
    const Time first = even.at_or_after(at(2015, 1, 1));
    CHECK(even.at_or_after(first + Seconds{1}) - first == days{14});
    CHECK(std::chrono::abs(odd.at_or_after(at(2015, 1, 1)) - first) == days{7});
    CHECK(even.at_or_after(at(2010, 1, 1)) + days{14 * 130} ==
          even.at_or_after(at(2010, 1, 1) + days{14 * 130}));
}

TEST_CASE("a monthly series moves off days that are no workdays") {
    const WorkCalendar calendar = dutch_calendar();
    const MonthlySeries series{
        .months = {4, 5}, .weekday = std::chrono::Monday, .nth = 1, .clock = hours{14}};
    const auto moments = series.between(at(2015, 1, 1), at(2016, 1, 1), calendar);
    // The first Monday of April 2015 is Easter Monday.
    CHECK(moments == std::vector<Time>{at(2015, 4, 7, 14), at(2015, 5, 4, 14)});
    CHECK(series.between(at(2015, 4, 8), at(2015, 5, 4, 14), calendar).empty());
}
