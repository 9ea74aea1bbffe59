#pragma once

#include "engine/time.hpp"
#include "engine/work_calendar.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ketenplan::engine {

/// A slot of a weekly pattern: `rooms` meetings of `length` may be held at once.
struct WeeklySlot {
    std::chrono::weekday weekday;
    Seconds clock{0};
    Seconds length{0};
    std::uint32_t rooms = 1;
};

/// A stretch of time, end exclusive.
struct Stretch {
    Time start{};
    Time end{};
};

/// Meetings that are booked into the slots of a weekly pattern. Slots on days that are no workdays
/// lapse. A booked place is never given back: a meeting that fails has used its slot.
class SlotBook {
public:
    /// Slots in the weeks that touch [from, until]; beyond them nothing can be booked. `pattern` is
    /// not empty and every room count is at least 1.
    SlotBook(std::vector<WeeklySlot> pattern, const WorkCalendar& calendar, Date from, Date until);

    /// Books the first slot that starts at or after `earliest`, has a free room, and for which
    /// `suits(stretch)` holds; nothing when none is left before `until`. Full slots are skipped in
    /// nearly constant time, however long the backlog.
    template <class Suits>
    std::optional<Stretch> book(Time earliest, Suits suits) {
        std::size_t slot = next_open(first_at_or_after(earliest));
        while (slot < used_.size()) {
            const Stretch stretch = stretch_of(slot);
            if (suits(stretch)) {
                take(slot);
                return stretch;
            }
            slot = next_open(slot + 1);
        }
        return std::nullopt;
    }

    /// Rooms in use in the slot that starts at `start`, and the rooms it has; (0, 0) for no slot.
    struct Occupancy {
        std::uint32_t used = 0;
        std::uint32_t rooms = 0;
    };
    [[nodiscard]] Occupancy occupancy(Time start) const;
    /// The largest share of its rooms that any slot has in use: never above 1.
    [[nodiscard]] double fullest() const;

private:
    [[nodiscard]] std::size_t first_at_or_after(Time t) const;
    [[nodiscard]] Stretch stretch_of(std::size_t slot) const;
    [[nodiscard]] std::size_t next_open(std::size_t slot);
    void take(std::size_t slot);

    std::vector<WeeklySlot> pattern_; ///< sorted by moment in the week
    Date first_monday_;
    std::vector<std::uint32_t> used_; ///< per slot: rooms taken
    /// Per slot itself when it may have room, else a later slot to look at: a forest of hints whose
    /// paths are shortened as they are followed (union-find, Tarjan, JACM 22, 1975).
    std::vector<std::size_t> open_hint_;
};

} // namespace ketenplan::engine
