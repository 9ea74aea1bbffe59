#pragma once

#include "engine/civil.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ketenplan::runner {

/// What a spreadsheet shows a number as.
enum class NumberFormat : std::uint8_t { plain, percent, date };

/// What a format code says, as in ECMA-376 part 1, 18.8.31: "0.0%", "dd-mm-yyyy".
NumberFormat format_of(std::string_view code);

/// What one of the formats says that have a number and no code.
NumberFormat builtin_format(std::uint32_t id);

/// Which day is day 1: 1 January 1900, or the day after 1 January 1904 (an option of Excel).
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// The day that a number stands for, whatever time of the day; nothing outside the calendar of
/// Excel, which ends with the year 9999.
std::optional<engine::Date> date_of(double serial, DateSystem system);

} // namespace ketenplan::runner
