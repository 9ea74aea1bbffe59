#include "engine/slot_book.hpp"

#include "engine/defect.hpp"
#include "engine/series.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ketenplan::engine {

namespace {

Seconds moment_in_week(const WeeklySlot& slot) {
    return (slot.weekday - std::chrono::Monday) + slot.clock;
}

} // namespace

SlotBook::SlotBook(std::vector<WeeklySlot> pattern,
                   const WorkCalendar& calendar,
                   Date from,
                   Date until)
    : pattern_(std::move(pattern)), first_monday_(monday_of(from)) {
    ensure(!pattern_.empty(), "a slot book has no slots");
    std::ranges::sort(pattern_, {}, moment_in_week);
    const auto weeks = static_cast<std::size_t>((until - first_monday_).count() / 7 + 1);
    used_.assign(weeks * pattern_.size(), 0);
    open_hint_.resize(used_.size() + 1);
    std::iota(open_hint_.begin(), open_hint_.end(), std::size_t{0});
    for (std::size_t slot = 0; slot < used_.size(); ++slot) {
        const Date day = date_of(stretch_of(slot).start);
        const bool open =
            day >= calendar.first() && day <= calendar.last() && calendar.is_workday(day);
        if (!open)
            open_hint_[slot] = slot + 1;
    }
}

std::size_t SlotBook::first_at_or_after(Time t) const {
    const Seconds since = std::max(t - Time{first_monday_}, Seconds{0});
    const auto week = static_cast<std::size_t>(since / seconds_per_week);
    const Seconds in_week = since % seconds_per_week;
    const auto place = std::ranges::lower_bound(pattern_, in_week, {}, moment_in_week);
    const auto slot = week * pattern_.size() + static_cast<std::size_t>(place - pattern_.begin());
    return std::min(slot, used_.size());
}

Stretch SlotBook::stretch_of(std::size_t slot) const {
    const WeeklySlot& form = pattern_[slot % pattern_.size()];
    const auto week = static_cast<std::int64_t>(slot / pattern_.size());
    const Time start = Time{first_monday_} + week * seconds_per_week + moment_in_week(form);
    return {start, start + form.length};
}

std::size_t SlotBook::next_open(std::size_t slot) {
    if (slot >= used_.size())
        return used_.size();
    std::size_t root = slot;
    while (open_hint_[root] != root)
        root = open_hint_[root];
    while (open_hint_[slot] != root && open_hint_[slot] != slot)
        slot = std::exchange(open_hint_[slot], root);
    return root;
}

void SlotBook::take(std::size_t slot) {
    ++used_[slot];
    if (used_[slot] == pattern_[slot % pattern_.size()].rooms)
        open_hint_[slot] = slot + 1;
}

SlotBook::Occupancy SlotBook::occupancy(Time start) const {
    const std::size_t slot = first_at_or_after(start);
    if (slot >= used_.size() || stretch_of(slot).start != start)
        return {};
    return {used_[slot], pattern_[slot % pattern_.size()].rooms};
}

double SlotBook::fullest() const {
    double most = 0.0;
    for (std::size_t slot = 0; slot < used_.size(); ++slot) {
        const double rooms = pattern_[slot % pattern_.size()].rooms;
        most = std::max(most, used_[slot] / rooms);
    }
    return most;
}

} // namespace ketenplan::engine
