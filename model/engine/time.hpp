#pragma once

#include <chrono>

namespace ketenplan::engine {

/// The simulation clock counts whole seconds of civil time without time zone or summer time, so
/// that every civil day has 24 hours. Local time of the standard library is exactly that.
using Time = std::chrono::local_seconds;
using Seconds = std::chrono::seconds;
using Date = std::chrono::local_days;

constexpr Seconds seconds_per_day{86400};
constexpr Seconds seconds_per_week{7 * 86400};

/// A moment later than any that a run can reach; also the largest an event can carry.
constexpr Time never{Seconds{(std::int64_t{1} << 43) - 1}};

/// The day in which `t` lies.
constexpr Date date_of(Time t) {
    return std::chrono::floor<std::chrono::days>(t);
}

/// Time of day of `t`.
constexpr Seconds clock_of(Time t) {
    return t - Time{date_of(t)};
}

} // namespace ketenplan::engine
