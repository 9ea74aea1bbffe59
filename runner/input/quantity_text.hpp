#pragma once

#include "engine/civil.hpp"
#include "parameters/visitor.hpp"
#include "units/dimension.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ketenplan::runner {

/// What became of a text that should hold a quantity: a number in native units, or what is wrong.
struct ParsedNumber {
    std::optional<double> value;
    std::string what;       ///< empty when there is a value
    std::string suggestion; ///< may be empty
};

/// Reads "6 weken", "0,8 fte", "15%", "1.034.400 euro". A comma or a single dot is the decimal
/// mark; dots group thousands when there are several of them or a comma follows. "1.500" could be
/// either and is refused.
ParsedNumber parse_quantity(std::string_view text, units::Dimension dimension);

/// A bare number is a quantity only where a dimension has no unit.
ParsedNumber bare_number(double value, units::Dimension dimension);

/// The shortest decimal, with a point, that reads back as `value`.
std::string exact_number(double value);
/// The same with a comma and its unit: what parse_quantity reads back as `value`.
std::string exact_quantity(double value, units::Dimension dimension);

/// Reads "3 maanden", "1 week", "7 dagen", "2 jaar": whole numbers only.
std::optional<engine::CivilSpan> parse_span(std::string_view text);

/// Reads "09:30" or "9.30".
std::optional<engine::Seconds> parse_clock(std::string_view text);

/// Reads "15-07": day and month.
std::optional<parameters::MonthDay> parse_month_day(std::string_view text);

/// Reads "2015-01-31".
std::optional<engine::Date> parse_date(std::string_view text);

/// "2 jaar", "18 maanden", "7 dagen": what parse_span reads back.
std::string span_text(engine::CivilSpan span);
/// "09:30": what parse_clock reads back.
std::string clock_text(engine::Seconds clock);
/// "2015-01-31": what parse_date reads back.
std::string date_text(engine::Date date);

} // namespace ketenplan::runner
