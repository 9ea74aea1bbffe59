#pragma once

#include "engine/time.hpp"
#include "engine/work_calendar.hpp"

#include <cstdint>
#include <vector>

namespace ketenplan::engine {

/// A moment that recurs every `every` weeks, on one weekday at one time of day. Weeks are counted
/// from a fixed Monday (5 January 1970), so that the rhythm does not depend on when a run begins;
/// `offset` in [0, every) shifts it.
struct WeeklySeries {
    std::chrono::weekday weekday;
    Seconds clock{0};
    std::int32_t every = 1;
    std::int32_t offset = 0;

    /// The first moment of the series at or after `t`, workday or not.
    [[nodiscard]] Time at_or_after(Time t) const;
};

/// The Monday of the week of `day`.
Date monday_of(Date day);

/// A moment on the `nth` `weekday` (1 to 4) of each of the listed months, moved to the next workday
/// when it is none.
struct MonthlySeries {
    std::vector<unsigned> months; ///< 1 to 12
    std::chrono::weekday weekday;
    unsigned nth = 1;
    Seconds clock{0};

    /// Every moment of the series in [from, until), in order. The calendar must cover them.
    [[nodiscard]] std::vector<Time>
    between(Time from, Time until, const WorkCalendar& calendar) const;
};

} // namespace ketenplan::engine
