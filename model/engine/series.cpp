#include "engine/series.hpp"

#include <algorithm>

namespace ketenplan::engine {

namespace {

using std::chrono::days;

constexpr Date first_monday{days{4}}; // 5 January 1970

} // namespace

Date monday_of(Date day) {
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

Time WeeklySeries::at_or_after(Time t) const {
    const Seconds in_week = (weekday - std::chrono::Monday) + clock;
    const Seconds period = every * seconds_per_week;
    const Time origin = Time{first_monday} + offset * seconds_per_week + in_week;
    const auto elapsed = (t - origin).count();
    const auto step = period.count();
    // Rounded up for either sign of the numerator.
    const auto periods = elapsed > 0 ? (elapsed + step - 1) / step : -((-elapsed) / step);
    return origin + Seconds{periods * step};
}

std::vector<Time>
MonthlySeries::between(Time from, Time until, const WorkCalendar& calendar) const {
    using std::chrono::year_month_day;
    std::vector<Time> moments;
    const int first_year = static_cast<int>(year_month_day{date_of(from)}.year());
    const int last_year = static_cast<int>(year_month_day{date_of(until)}.year());
    for (int year = first_year; year <= last_year; ++year) {
        for (const unsigned month : months) {
            const Date planned = std::chrono::local_days{std::chrono::year{year} /
                                                         std::chrono::month{month} / weekday[nth]};
            if (planned < calendar.first() || planned > calendar.last())
                continue;
            const Time moment = Time{calendar.workday_from(planned)} + clock;
            if (moment >= from && moment < until)
                moments.push_back(moment);
        }
    }
    std::ranges::sort(moments);
    return moments;
}

} // namespace ketenplan::engine
