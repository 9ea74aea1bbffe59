#include "engine/work_calendar.hpp"

#include "engine/defect.hpp"

#include <algorithm>

namespace ketenplan::engine {

WorkCalendar::WorkCalendar(Date first, Date last, const std::function<bool(Date)>& is_workday)
    : first_(first) {
    ensure(first <= last, "a work calendar ends before it begins");
    const auto days = static_cast<std::size_t>((last - first).count()) + 1;
    before_.reserve(days + 1);
    std::int32_t number = 0;
    for (Date day = first; day <= last; day += std::chrono::days{1}, ++number) {
        before_.push_back(static_cast<std::int32_t>(workdays_.size()));
        if (is_workday(day))
            workdays_.push_back(number);
    }
    before_.push_back(static_cast<std::int32_t>(workdays_.size()));
    ensure(!workdays_.empty(), "a work calendar has no workday");
}

void WorkCalendar::ensure_covered(bool covered) {
    ensure(covered, "a date lies outside the work calendar");
}

Time WorkCalendar::add_workdays(Time t, std::int64_t n) const {
    if (n == 0)
        return t;
    const Date day = date_of(t);
    const std::int64_t through_today = before_[index(day) + 1];
    return Time{workday(through_today - 1 + n)} + clock_of(t);
}

Shift::Shift(const WorkCalendar& calendar, Seconds start, Seconds length)
    : calendar_(&calendar), start_(start), length_(length) {
    ensure(length > Seconds{0} && start >= Seconds{0} && start + length <= seconds_per_day,
           "a shift does not fit in a day");
}

bool Shift::on_duty(Time t) const {
    const Seconds into = clock_of(t) - start_;
    return into >= Seconds{0} && into < length_ && calendar_->is_workday(date_of(t));
}

Seconds Shift::position(Time t) const {
    const Date day = date_of(t);
    const std::int64_t whole_days = calendar_->workdays_before(day);
    Seconds today{0};
    if (calendar_->is_workday(day))
        today = std::clamp(clock_of(t) - start_, Seconds{0}, length_);
    return whole_days * length_ + today;
}

Time Shift::finish(Time from, Seconds work) const {
    const Seconds target = position(from) + work;
    // A moment of work ends inside a day's duty or at its very end; no work at all waits for the
    // start of the next duty.
    const bool any = work > Seconds{0};
    const std::int64_t n = (target - Seconds{any ? 1 : 0}) / length_;
    const Seconds into = target - n * length_;
    return Time{calendar_->workday(n)} + start_ + into;
}

} // namespace ketenplan::engine
