#pragma once

#include "engine/time.hpp"

#include <cstdint>
#include <vector>

namespace ketenplan::engine {

/// One line of the story of one subject. What `step`, `a` and `b` mean is the model's; text is made
/// of it outside, so that a run that nobody watches formats nothing.
struct TraceLine {
    Time time{};
    std::uint32_t subject = 0;
    std::uint16_t step = 0;
    std::int64_t a = 0;
    std::int64_t b = 0;
    friend bool operator==(const TraceLine&, const TraceLine&) = default;
};

/// Records what happens to one subject, to all, or (as usual) to none.
class Trace {
public:
    static constexpr std::uint32_t everything = 0xffffffffU;

    Trace() = default;
    explicit Trace(std::uint32_t subject) : on_(true), subject_(subject) {}

    void
    note(Time time, std::uint32_t subject, std::uint16_t step, std::int64_t a, std::int64_t b) {
        if (on_ && (subject == subject_ || subject_ == everything))
            lines_.push_back({time, subject, step, a, b});
    }
    [[nodiscard]] bool on() const { return on_; }
    [[nodiscard]] const std::vector<TraceLine>& lines() const { return lines_; }

private:
    bool on_ = false;
    std::uint32_t subject_ = everything;
    std::vector<TraceLine> lines_;
};

} // namespace ketenplan::engine
