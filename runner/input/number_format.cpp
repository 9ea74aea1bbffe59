#include "input/number_format.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

namespace ketenplan::runner {

namespace {

/// The letters that say what is shown: without text between quotes, escaped characters, fillers,
/// and what stands between brackets (colours, conditions, currencies) but [h], [m] and [s].
std::string meaningful(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            const std::size_t close = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, close - i - 1);
            if (inside.find_first_not_of("hHmMsS") == std::string_view::npos)
                letters += inside;
            i = close;
        } else {
            letters += c;
        }
    }
    return letters;
}

} // namespace

NumberFormat format_of(std::string_view code) {
    const std::string letters = meaningful(code);
    // Times without a date have h and s, and nearly always m for minutes.
    if (letters.find_first_of("dDmMyYhHsS") != std::string::npos)
        return NumberFormat::date;
    return letters.find('%') == std::string::npos ? NumberFormat::plain : NumberFormat::percent;
}

NumberFormat builtin_format(std::uint32_t id) {
    if (id == 9 || id == 10)
        return NumberFormat::percent;
    const bool date = (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
    return date ? NumberFormat::date : NumberFormat::plain;
}

std::optional<engine::Date> date_of(double serial, DateSystem system) {
    constexpr double last_day = 2'958'465.0;
    using std::chrono::days;
    if (!(serial >= 0.0) || serial >= last_day + 1.0)
        return std::nullopt;
    const days count{static_cast<int>(std::floor(serial))};
    if (system == DateSystem::from_1904) {
        const engine::Date date = engine::Date{std::chrono::January / 1 / 1904} + count;
        return date <= engine::Date{std::chrono::December / 31 / 9999} ? std::optional(date)
                                                                       : std::nullopt;
    }
    // Excel, like Lotus 1-2-3 before it, has a 29 February 1900, its day 60.
    const engine::Date before_first{std::chrono::December / 30 / 1899};
    return before_first + count + (count < days{60} ? days{1} : days{0});
}

} // namespace ketenplan::runner
