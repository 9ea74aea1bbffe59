#pragma once

#include "engine/slot_book.hpp"

#include <algorithm>
#include <vector>

namespace ketenplan::engine {

/// The meetings somebody is booked for.
class Diary {
public:
    [[nodiscard]] bool is_free(const Stretch& wanted) const {
        return std::ranges::none_of(booked_, [&](const Stretch& other) {
            return wanted.start < other.end && other.start < wanted.end;
        });
    }
    void book(const Stretch& stretch) { booked_.push_back(stretch); }
    /// Removes one booking that starts at `start`, if there is one.
    void strike(Time start) {
        const auto found = std::ranges::find(booked_, start, &Stretch::start);
        if (found == booked_.end())
            return;
        *found = booked_.back();
        booked_.pop_back();
    }
    [[nodiscard]] std::size_t size() const { return booked_.size(); }

private:
    std::vector<Stretch> booked_;
};

} // namespace ketenplan::engine
