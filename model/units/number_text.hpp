#pragma once

#include "units/dimension.hpp"

#include <string>

namespace ketenplan::units {

/// How many significant digits tables print at most; what a last bit could change is not shown.
constexpr int table_digits = 10;

/// A number as plain text, shortest form of at most `digits` significant digits, never in exponent
/// form between 1e-5 and 1e15; `decimal` stands between the whole and the fraction.
std::string number_text(double value, char decimal = ',', int digits = table_digits);

/// The number with the native unit of its dimension: "6 dagen", "0,8 fte", "0,25".
std::string quantity_text(double value, Dimension dimension);

} // namespace ketenplan::units
