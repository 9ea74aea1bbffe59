#pragma once

#include "engine/defect.hpp"
#include "engine/fingerprint.hpp"
#include "engine/heap.hpp"
#include "engine/time.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ketenplan::engine {

/// What happens first when several things happen at the same second. Within one class the order is
/// that of scheduling. Nothing else decides (model.md section 1).
enum class EventClass : std::uint8_t {
    staff = 1,      ///< absences and changes of staff
    arrival = 2,    ///< things that come from outside
    completion = 3, ///< completions of tasks and the start of the working day
    meeting_start =
        4, ///< before ends, so that who goes on to a next meeting is not free in between
    meeting_end = 5,
    due = 6,         ///< contacts and decisions that fall due
    bookkeeping = 7, ///< the close of a period
};

/// Which handler an event goes to; the model enumerates its own.
using EventKind = std::uint8_t;

/// An event as a handler sees it. In the calendar it takes 16 bytes.
struct Event {
    Time time;
    EventClass order;
    EventKind kind;
    std::uint32_t subject; ///< whatever the kind makes of it: the index of a case, a worker, ...
};

/// Names one scheduled event, to cancel it with. Harmless after the event has fired.
struct EventHandle {
    static constexpr std::uint32_t none = 0xffffffffU;
    std::uint32_t slot = none;
    std::uint64_t sequence = 0;
};

/// The list of future events, ordered by (time, class, order of scheduling).
///
/// Cancelling is O(1): the event stays in the heap until it comes to the top, or until more dead
/// than living events are pending and all dead ones are swept out together, so that memory and time
/// stay within a constant factor of the living. No operation allocates once the calendar has
/// reached its largest size.
class EventCalendar {
public:
    /// Schedules an event that will certainly happen. `kind` is below 128, `time` not before now().
    void schedule(Time time, EventClass order, EventKind kind, std::uint32_t subject) {
        heap_.push(pack(time, order, kind, subject));
    }

    /// Schedules an event that may be cancelled.
    EventHandle
    schedule_cancellable(Time time, EventClass order, EventKind kind, std::uint32_t subject);

    /// Withdraws the event; false when it has fired or was cancelled before. Leaves `handle` empty.
    bool cancel(EventHandle& handle);

    /// The next living event before `end` is moved to `event` and the clock set to it; false when
    /// there is none, in which case the clock stays where it is.
    bool pop_before(Time end, Event& event);

    /// The time of the event that was popped last, or `start_at`.
    [[nodiscard]] Time now() const { return now_; }
    /// Sets the clock before anything is scheduled.
    void start_at(Time begin) { now_ = begin; }
    /// Living events that are pending.
    [[nodiscard]] std::size_t pending() const { return heap_.size() - dead_; }
    /// Pending events, cancelled ones that still take room included.
    [[nodiscard]] std::size_t held() const { return heap_.size(); }
    /// Events popped so far.
    [[nodiscard]] std::uint64_t popped() const { return popped_; }
    /// A digest of every event popped so far, in order: equal runs have equal fingerprints.
    [[nodiscard]] std::uint64_t fingerprint() const { return fingerprint_.value(); }

    void reserve(std::size_t events);

private:
    // Key, most significant first: time 44 bits, class 4, sequence 40, kind 8 (its highest bit says
    // "cancellable"), subject 32. For a cancellable event the subject is the index of its timer.
    static constexpr int time_shift = 84;
    static constexpr int class_shift = 80;
    static constexpr int sequence_shift = 40;
    static constexpr int kind_shift = 32;
    static constexpr std::uint64_t sequence_mask = (std::uint64_t{1} << 40) - 1;
    static constexpr unsigned cancellable = 0x80U;
    static constexpr std::size_t sweep_at_least = 64;

    struct Timer {
        std::uint64_t sequence; ///< of the event that this timer belongs to now
        std::uint32_t subject;
    };
    static constexpr std::uint64_t idle = ~std::uint64_t{0};

    Key128 pack(Time time, EventClass order, unsigned kind, std::uint32_t subject) {
        ensure(time >= now_, "an event is scheduled in the past");
        const auto seconds = static_cast<std::uint64_t>(time.time_since_epoch().count());
        return (static_cast<Key128>(seconds) << time_shift) |
               (static_cast<Key128>(static_cast<unsigned>(order)) << class_shift) |
               (static_cast<Key128>(sequence_++) << sequence_shift) |
               (static_cast<Key128>(kind) << kind_shift) | subject;
    }
    [[nodiscard]] bool is_dead(Key128 key) const;
    void sweep();

    MinHeap heap_;
    std::vector<Timer> timers_;
    std::vector<std::uint32_t> free_timers_;
    std::size_t dead_ = 0;
    std::uint64_t sequence_ = 0;
    std::uint64_t popped_ = 0;
    Time now_{};
    Fingerprint fingerprint_;
};

inline bool EventCalendar::pop_before(Time end, Event& event) {
    const Key128 bound = static_cast<Key128>(end.time_since_epoch().count()) << time_shift;
    Key128 key = 0;
    while (heap_.pop_below(bound, key)) {
        const auto low = static_cast<std::uint64_t>(key);
        auto kind = static_cast<unsigned>(low >> kind_shift) & 0xffU;
        auto subject = static_cast<std::uint32_t>(low);
        if ((kind & cancellable) != 0U) {
            if (is_dead(key)) {
                --dead_;
                continue;
            }
            kind &= ~cancellable;
            free_timers_.push_back(subject);
            Timer& timer = timers_[subject];
            timer.sequence = idle;
            subject = timer.subject;
        }
        now_ = Time{Seconds{static_cast<std::int64_t>(key >> time_shift)}};
        ++popped_;
        fingerprint_.add(static_cast<std::uint64_t>(key >> 64U), low);
        event = {now_,
                 static_cast<EventClass>(static_cast<unsigned>(key >> class_shift) & 0xfU),
                 static_cast<EventKind>(kind),
                 subject};
        return true;
    }
    return false;
}

/// Hands every event before `end` to `handlers[event.kind](context, event)`, in order.
template <class Context>
void run_until(Time end,
               EventCalendar& calendar,
               Context& context,
               std::span<void (*const)(Context&, const Event&)> handlers) {
    Event event{};
    while (calendar.pop_before(end, event))
        handlers[event.kind](context, event);
}

} // namespace ketenplan::engine
