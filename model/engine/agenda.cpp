#include "engine/agenda.hpp"

namespace ketenplan::engine {

Seconds Agenda::take(Time start, Time closing, Seconds room, std::vector<AgendaItem>& taken) {
    Seconds used{0};
    bool first = true;
    for (auto& items : queues_) {
        while (!items.empty() && items.front().ready <= closing) {
            if (!first && used + items.front().length > room)
                return used;
            const AgendaItem item = items.pop();
            log_.leave(start, item.ready);
            used += item.length;
            taken.push_back(item);
            first = false;
        }
    }
    return used;
}

std::optional<Time> Agenda::withdraw(std::uint32_t subject, Time now) {
    for (auto& items : queues_) {
        Time ready{};
        const bool found = items.remove_first([&](const AgendaItem& item) {
            ready = item.ready;
            return item.subject == subject;
        });
        if (found) {
            log_.leave(now, ready);
            return ready;
        }
    }
    return std::nullopt;
}

} // namespace ketenplan::engine
