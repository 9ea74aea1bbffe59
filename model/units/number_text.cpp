#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ketenplan::units {

namespace {

/// A rounded number as its significant digits, without trailing zeros, and a power of ten:
/// 0.d1d2d3... x 10^point.
struct Decimal {
    std::string digits;
    int point = 0;
};

Decimal round_to(double size, int digits) {
    // "d.ddde+XX", correctly rounded by the library, so no logarithm has a say in the digits.
    const std::string text = fmt::format("{:.{}e}", size, digits - 1);
    const std::size_t mark = text.find('e');
    Decimal decimal;
    decimal.digits = text.substr(0, 1);
    if (mark > 1)
        decimal.digits += text.substr(2, mark - 2);
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    const std::size_t exponent = mark + (text[mark + 1] == '+' ? 2 : 1);
    std::from_chars(text.data() + exponent, text.data() + text.size(), decimal.point);
    ++decimal.point;
    return decimal;
}

} // namespace

std::string number_text(double value, char decimal, int digits) {
    if (std::isnan(value))
        return "";
    if (std::isinf(value))
        return value > 0 ? "oneindig" : "-oneindig";
    if (value == 0.0)
        return "0"; // never "-0"
    const Decimal rounded = round_to(std::abs(value), digits);
    const auto count = static_cast<int>(rounded.digits.size());
    const std::string text = value < 0.0 ? "-" : "";
    if (rounded.point < -4 || rounded.point > 15) {
        std::string scientific = fmt::format("{:.{}g}", std::abs(value), digits);
        std::ranges::replace(scientific, '.', decimal);
        return text + scientific;
    }
    if (rounded.point <= 0)
        return text + "0" + decimal + std::string(static_cast<std::size_t>(-rounded.point), '0') +
               rounded.digits;
    if (rounded.point >= count)
        return text + rounded.digits +
               std::string(static_cast<std::size_t>(rounded.point - count), '0');
    const auto whole = static_cast<std::size_t>(rounded.point);
    return text + rounded.digits.substr(0, whole) + decimal + rounded.digits.substr(whole);
}

std::string quantity_text(double value, Dimension dimension) {
    const std::string number = number_text(value);
    const std::string_view unit = native_unit(dimension);
    return unit.empty() ? number : number + " " + std::string(unit);
}

} // namespace ketenplan::units
