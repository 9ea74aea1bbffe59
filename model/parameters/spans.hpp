#pragma once

#include "engine/civil.hpp"

namespace ketenplan::parameters {

/// Lengths of civil spans for comparison; months and years count as their Gregorian mean.
constexpr double mean_days_per_year = 365.2425;

constexpr double years(engine::CivilSpan span) {
    return span.months / 12.0 + static_cast<double>(span.days) / mean_days_per_year;
}
constexpr double days(engine::CivilSpan span) {
    return years(span) * mean_days_per_year;
}
constexpr double years_between(engine::Date from, engine::Date until) {
    return static_cast<double>((until - from).count()) / mean_days_per_year;
}

} // namespace ketenplan::parameters
