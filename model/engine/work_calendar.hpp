#pragma once

#include "engine/civil.hpp"
#include "engine/time.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace ketenplan::engine {

/// Which days are workdays, between two dates, with every question answered in constant time.
/// Immutable after construction, so threads may share one.
class WorkCalendar {
public:
    /// Covers [first, last]; `is_workday` is asked once per day. At least one workday must be
    /// found.
    WorkCalendar(Date first, Date last, const std::function<bool(Date)>& is_workday);

    [[nodiscard]] bool is_workday(Date day) const {
        const std::size_t i = index(day);
        return before_[i + 1] != before_[i];
    }
    /// Workdays before `day`, counted from the first day covered.
    [[nodiscard]] std::int64_t workdays_before(Date day) const { return before_[index(day)]; }
    /// The workday with `n` >= 0 workdays before it; when it lies beyond the last day covered, the
    /// day after that. A run that ends before then never gets there.
    [[nodiscard]] Date workday(std::int64_t n) const {
        if (n >= static_cast<std::int64_t>(workdays_.size()))
            return last() + std::chrono::days{1};
        return first_ + std::chrono::days{workdays_[static_cast<std::size_t>(n)]};
    }
    /// The first workday on or after `day`.
    [[nodiscard]] Date workday_from(Date day) const { return workday(workdays_before(day)); }

    /// `n` >= 0 workdays after `t`, at the same time of day. From a day that is no workday, day 1
    /// is the next workday; n = 0 is `t` itself.
    [[nodiscard]] Time add_workdays(Time t, std::int64_t n) const;

    [[nodiscard]] Date first() const { return first_; }
    [[nodiscard]] Date last() const {
        return first_ + std::chrono::days{static_cast<std::int64_t>(before_.size()) - 2};
    }

private:
    static void ensure_covered(bool covered);
    [[nodiscard]] std::size_t index(Date day) const {
        const auto i = (day - first_).count();
        ensure_covered(i >= 0 && i + 1 < static_cast<std::int64_t>(before_.size()));
        return static_cast<std::size_t>(i);
    }

    Date first_;
    std::vector<std::int32_t> before_;   ///< per day, and one more: workdays before it
    std::vector<std::int32_t> workdays_; ///< day number of each workday
};

/// The hours of one worker: on each workday from `start` for `length`. All times are whole seconds;
/// "t plus m seconds of work" costs one division.
class Shift {
public:
    /// `length` above 0 and `start + length` at most one day. The calendar must outlive the shift.
    Shift(const WorkCalendar& calendar, Seconds start, Seconds length);

    [[nodiscard]] Seconds length() const { return length_; }
    [[nodiscard]] bool on_duty(Time t) const;
    /// Seconds of duty between the first day covered and `t`: differences of positions are work.
    [[nodiscard]] Seconds position(Time t) const;
    /// The moment at which `work` >= 0 seconds of duty have passed since `from`; with none, the
    /// first moment of duty from `from` on.
    [[nodiscard]] Time finish(Time from, Seconds work) const;
    /// The first moment of duty at or after `t`.
    [[nodiscard]] Time next_duty(Time t) const { return finish(t, Seconds{0}); }

private:
    const WorkCalendar* calendar_;
    Seconds start_;
    Seconds length_;
};

} // namespace ketenplan::engine
