#pragma once

#include "engine/time.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ketenplan::engine {

/// A whole number over time (the length of a queue, the cases in hand), with the exact area under
/// it in units times seconds since the last `take_area`.
class TimeWeighted {
public:
    [[nodiscard]] std::int64_t value() const { return value_; }
    [[nodiscard]] std::int64_t largest() const { return largest_; }

    void change(Time now, std::int64_t by) {
        advance(now);
        value_ += by;
        largest_ = std::max(largest_, value_);
    }
    /// The area up to `now`; a new area and a new largest value begin there.
    std::int64_t take_area(Time now) {
        advance(now);
        largest_ = value_;
        return std::exchange(area_, 0);
    }

private:
    void advance(Time now) {
        area_ += value_ * (now - since_).count();
        since_ = now;
    }

    std::int64_t value_ = 0;
    std::int64_t largest_ = 0;
    std::int64_t area_ = 0;
    Time since_{};
};

/// A queue as a statistician sees it, measured twice over: the area under its length, and the waits
/// of the items themselves. Over any period the two are equal to the second when the waits of items
/// still in the queue are counted up to its end (Little's law without the averages).
class QueueLog {
public:
    [[nodiscard]] std::int64_t length() const { return length_.value(); }
    [[nodiscard]] std::int64_t largest() const { return length_.largest(); }

    void enter(Time now) { length_.change(now, 1); }
    /// An item that came in at `entered` leaves.
    void leave(Time now, Time entered) {
        length_.change(now, -1);
        waited_ += now - std::max(entered, period_start_);
    }
    /// What this period's waits come to for an item that came in at `entered` and is still there.
    [[nodiscard]] Seconds open_wait(Time now, Time entered) const {
        return now - std::max(entered, period_start_);
    }

    struct Period {
        std::int64_t area = 0; ///< item seconds
        Seconds waited{0};     ///< of the items that left
        std::int64_t largest = 0;
    };
    /// Closes the period that ends at `now` and begins the next. The waits of the items still in
    /// the queue are not in it; the owner of the items adds them with `open_wait` before this call.
    Period close_period(Time now) {
        const std::int64_t most = length_.largest();
        const Period period{length_.take_area(now), std::exchange(waited_, Seconds{0}), most};
        period_start_ = now;
        return period;
    }

private:
    TimeWeighted length_;
    Seconds waited_{0};
    Time period_start_{};
};

} // namespace ketenplan::engine
