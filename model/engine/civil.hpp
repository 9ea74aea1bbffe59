#pragma once

#include "engine/time.hpp"

#include <compare>
#include <cstdint>

namespace ketenplan::engine {

/// A span of civil time that may hold calendar months, whose length depends on where they begin.
struct CivilSpan {
    std::int32_t months = 0;
    std::int64_t days = 0;

    friend auto operator<=>(const CivilSpan&, const CivilSpan&) = default;
};

/// `t` moved by whole calendar months, at the same time of day; a day that the month does not have
/// becomes its last: one month after 31 January is the last day of February.
Time add_months(Time t, std::int32_t count);

/// `t` moved by the months of `span`, then by its days.
Time add(Time t, CivilSpan span);
Time subtract(Time t, CivilSpan span);

/// The calendar year in which `t` lies, and the first second of a calendar year.
std::int32_t year_of(Time t);
Time start_of_year(std::int32_t year);

/// Easter Sunday of `year` in the Gregorian calendar: the anonymous algorithm of 1876, as given by
/// Meeus, "Astronomical Algorithms" (1991), chapter 8.
Date easter(std::int32_t year);

/// The two days of which it differs whether a Dutch office is open.
struct HolidayRules {
    bool good_friday = false;
    bool liberation_day = false;
};

/// True from Monday to Friday outside the Dutch public holidays: New Year's Day, Easter Monday, the
/// King's birthday (27 April, or 26 April when the 27th is a Sunday; before 2014 the Queen's, 30
/// April or 29 April), Ascension Day, Whit Monday, 25 and 26 December, and those of `rules`.
bool is_dutch_workday(Date day, HolidayRules rules);

} // namespace ketenplan::engine
