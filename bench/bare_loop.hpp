#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

/// The yardstick of the engine: what a hand-written event loop needs and no more. A binary heap of
/// 16-byte events with replace-top, a xorshift generator, the C library's logarithm. No classes at
/// one instant, no cancelling, no statistics, no streams.
namespace ketenplan::bench {

struct BareEvent {
    std::uint64_t time;
    std::uint64_t rest; ///< sequence 32 | kind 8 | subject 24
};

class BareLoop {
public:
    void push(std::int64_t time, std::uint64_t kind, std::uint64_t subject) {
        const BareEvent event{static_cast<std::uint64_t>(time),
                              (sequence_++ << 32U) | (kind << 24U) | subject};
        if (hole_) {
            hole_ = false;
            sink(event);
            return;
        }
        std::size_t place = heap_.size();
        heap_.push_back(event);
        while (place > 0 && key(event) < key(heap_[(place - 1) / 2])) {
            heap_[place] = heap_[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        heap_[place] = event;
    }

    /// Hands (time, kind, subject) of every event before `horizon` to `handle`; returns how many.
    template <class Handle>
    std::uint64_t run(std::int64_t horizon, Handle handle) {
        std::uint64_t events = 0;
        while (true) {
            close_hole();
            const BareEvent top = heap_.front();
            if (static_cast<std::int64_t>(top.time) >= horizon)
                return events;
            hole_ = true;
            ++events;
            handle(static_cast<std::int64_t>(top.time),
                   (top.rest >> 24U) & 0xffU,
                   static_cast<std::uint32_t>(top.rest & 0xffffffU));
        }
    }

    double exponential() {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return -std::log((static_cast<double>(state_ >> 11U) + 1.0) * 0x1p-53);
    }

private:
    __extension__ using Wide = unsigned __int128;
    static Wide key(const BareEvent& e) { return (static_cast<Wide>(e.time) << 64U) | e.rest; }

    void close_hole() {
        if (!hole_)
            return;
        hole_ = false;
        const BareEvent last = heap_.back();
        heap_.pop_back();
        if (!heap_.empty())
            sink(last);
    }

    void sink(const BareEvent& event) {
        const std::size_t size = heap_.size();
        const Wide wanted = key(event);
        std::size_t place = 0;
        std::size_t child = 2;
        while (child < size) {
            child -= static_cast<std::size_t>(key(heap_[child - 1]) < key(heap_[child]));
            if (wanted < key(heap_[child])) {
                heap_[place] = event;
                return;
            }
            heap_[place] = heap_[child];
            place = child;
            child = 2 * place + 2;
        }
        if (child == size && key(heap_[child - 1]) < wanted) {
            heap_[place] = heap_[child - 1];
            place = child - 1;
        }
        heap_[place] = event;
    }

    std::vector<BareEvent> heap_;
    std::uint64_t sequence_ = 0;
    std::uint64_t state_ = 88172645463325252ULL;
    bool hole_ = false;
};

} // namespace ketenplan::bench
