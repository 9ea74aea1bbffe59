#include "engine/event_calendar.hpp"

namespace ketenplan::engine {

EventHandle EventCalendar::schedule_cancellable(Time time,
                                                EventClass order,
                                                EventKind kind,
                                                std::uint32_t subject) {
    if (free_timers_.empty()) {
        free_timers_.push_back(static_cast<std::uint32_t>(timers_.size()));
        timers_.push_back({idle, 0});
    }
    const std::uint32_t slot = free_timers_.back();
    free_timers_.pop_back();
    timers_[slot] = {sequence_, subject};
    const EventHandle handle{slot, sequence_};
    heap_.push(pack(time, order, kind | cancellable, slot));
    return handle;
}

bool EventCalendar::cancel(EventHandle& handle) {
    const EventHandle old = handle;
    handle = {};
    if (old.slot == EventHandle::none || timers_[old.slot].sequence != old.sequence)
        return false;
    timers_[old.slot].sequence = idle;
    free_timers_.push_back(old.slot);
    ++dead_;
    if (dead_ > sweep_at_least && dead_ > heap_.size() / 2)
        sweep();
    return true;
}

void EventCalendar::reserve(std::size_t events) {
    heap_.reserve(2 * events + sweep_at_least);
    timers_.reserve(events);
    free_timers_.reserve(events);
}

bool EventCalendar::is_dead(Key128 key) const {
    const auto low = static_cast<std::uint64_t>(key);
    if ((static_cast<unsigned>(low >> kind_shift) & cancellable) == 0U)
        return false;
    const auto sequence = static_cast<std::uint64_t>(key >> sequence_shift) & sequence_mask;
    return timers_[static_cast<std::uint32_t>(low)].sequence != sequence;
}

void EventCalendar::sweep() {
    heap_.erase_if([this](Key128 key) { return is_dead(key); });
    dead_ = 0;
}

} // namespace ketenplan::engine
