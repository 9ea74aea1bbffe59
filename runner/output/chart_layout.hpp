#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// The marks of an axis that covers `low` to `high`: steps of 1, 2 or 5 times a power of ten, at
/// most eight of them, the outer ones at or beyond the ends, or a twentieth of a step within them.
struct Ticks {
    double first = 0.0;
    double step = 1.0;
    std::size_t count = 2;
    int decimals = 0;
    [[nodiscard]] double at(std::size_t i) const { return first + static_cast<double>(i) * step; }
    [[nodiscard]] double last() const { return at(count - 1); }
};
Ticks ticks_for(double low, double high);

/// The words of `text` in lines of at most `most` characters; a longer word has a line of its own.
std::vector<std::string> wrapped(const std::string& text, std::size_t most);

} // namespace ketenplan::runner
