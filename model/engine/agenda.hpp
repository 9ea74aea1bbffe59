#pragma once

#include "engine/fifo.hpp"
#include "engine/time.hpp"
#include "engine/time_weighted.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ketenplan::engine {

/// One thing that waits for a recurring meeting.
struct AgendaItem {
    std::uint32_t subject = 0;
    Time ready{};
    Seconds length{0};
};

/// What waits for a recurring meeting in which time is the scarce thing. Items with precedence go
/// first; within each of the two classes items go in the order in which they became ready, which is
/// the order of `add`.
class Agenda {
public:
    enum class Precedence : std::uint8_t { urgent, normal };

    void add(const AgendaItem& item, Precedence precedence) {
        queue(precedence).push(item);
        log_.enter(item.ready);
    }

    /// Takes, for a meeting that starts at `start`, the items that were ready at or before
    /// `closing`, in order, until the next one no longer fits in `room`. The first one always fits,
    /// else an item longer than any meeting would wait for ever. Appends them to `taken`; returns
    /// their length.
    Seconds take(Time start, Time closing, Seconds room, std::vector<AgendaItem>& taken);

    /// Takes `subject` off at `now`; since when it was on, or nothing when it was not.
    std::optional<Time> withdraw(std::uint32_t subject, Time now);

    [[nodiscard]] std::size_t size() const { return queues_[0].size() + queues_[1].size(); }
    [[nodiscard]] QueueLog& log() { return log_; }

    /// Calls `visit(item)` for everything that waits.
    template <class Visit>
    void for_each(Visit visit) const {
        for (const auto& items : queues_) {
            for (const AgendaItem& item : items)
                visit(item);
        }
    }

private:
    Fifo<AgendaItem>& queue(Precedence precedence) {
        return queues_[static_cast<std::size_t>(precedence)];
    }

    std::array<Fifo<AgendaItem>, 2> queues_;
    QueueLog log_;
};

} // namespace ketenplan::engine
