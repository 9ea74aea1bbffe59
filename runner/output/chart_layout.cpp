#include "output/chart_layout.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string_view>

namespace ketenplan::runner {

namespace {

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

} // namespace

Ticks ticks_for(double low, double high) {
    constexpr double most_steps = 6.0;
    if (!(high > low))
        high = low + 1.0;
    const double least = (high - low) / most_steps;
    double power = 1.0;
    int decimals = 0;
    while (power * 10.0 <= least)
        power *= 10.0;
    while (power > least && decimals < 9) {
        power /= 10.0;
        ++decimals;
    }
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least) {
            step = factor * power;
            break;
        }
    }
    if (step >= 10.0 * power && decimals > 0)
        --decimals;
    constexpr double overhang = 0.05; // of a step: a line may stick out so much
    const double first = std::floor(low / step + overhang);
    const double last = std::ceil(high / step - overhang);
    return {first * step, step, static_cast<std::size_t>(last - first) + 1, decimals};
}

std::vector<std::string> wrapped(const std::string& text, std::size_t most) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (lines.empty() || characters(lines.back()) + 1 + characters(word) > most)
            lines.push_back(word);
        else
            lines.back() += " " + word;
    }
    return lines;
}

} // namespace ketenplan::runner
