#include "engine/civil.hpp"

namespace ketenplan::engine {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::Sunday;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

Date date(std::int32_t y, unsigned m, unsigned d) {
    return local_days{year{y} / month{m} / day{d}};
}

/// `m`/`d`, or the day before when that is a Sunday.
Date not_on_sunday(std::int32_t y, unsigned m, unsigned d) {
    const Date wanted = date(y, m, d);
    return weekday{wanted} == Sunday ? wanted - days{1} : wanted;
}

Date royal_birthday(std::int32_t y) {
    constexpr std::int32_t first_kings_day = 2014;
    return y >= first_kings_day ? not_on_sunday(y, 4, 27) : not_on_sunday(y, 4, 30);
}

} // namespace

Time add_months(Time t, std::int32_t count) {
    const Date day_of_t = date_of(t);
    const year_month_day moved = year_month_day{day_of_t} + months{count};
    const Date target =
        moved.ok() ? Date{moved} : Date{moved.year() / moved.month() / std::chrono::last};
    return Time{target} + clock_of(t);
}

Time add(Time t, CivilSpan span) {
    return add_months(t, span.months) + days{span.days};
}

Time subtract(Time t, CivilSpan span) {
    return add_months(t, -span.months) - days{span.days};
}

std::int32_t year_of(Time t) {
    return static_cast<int>(year_month_day{date_of(t)}.year());
}

Time start_of_year(std::int32_t y) {
    return Time{date(y, 1, 1)};
}

Date easter(std::int32_t y) {
    const std::int32_t a = y % 19;
    const std::int32_t b = y / 100;
    const std::int32_t c = y % 100;
    const std::int32_t d = b / 4;
    const std::int32_t e = b % 4;
    const std::int32_t f = (b + 8) / 25;
    const std::int32_t g = (b - f + 1) / 3;
    const std::int32_t h = (19 * a + b - d - g + 15) % 30;
    const std::int32_t i = c / 4;
    const std::int32_t k = c % 4;
    const std::int32_t l = (32 + 2 * e + 2 * i - h - k) % 7;
    const std::int32_t m = (a + 11 * h + 22 * l) / 451;
    const std::int32_t n = h + l - 7 * m + 114;
    return date(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

bool is_dutch_workday(Date d, HolidayRules rules) {
    const weekday w{d};
    if (w == Sunday || w == std::chrono::Saturday)
        return false;
    const std::int32_t y = static_cast<int>(year_month_day{d}.year());
    if (d == date(y, 1, 1) || d == date(y, 12, 25) || d == date(y, 12, 26))
        return false;
    if (d == royal_birthday(y) || (rules.liberation_day && d == date(y, 5, 5)))
        return false;
    const auto after_easter = (d - easter(y)).count();
    constexpr int good_friday = -2;
    constexpr int easter_monday = 1;
    constexpr int ascension_day = 39;
    constexpr int whit_monday = 50;
    if (after_easter == good_friday)
        return !rules.good_friday;
    return after_easter != easter_monday && after_easter != ascension_day &&
           after_easter != whit_monday;
}

} // namespace ketenplan::engine
