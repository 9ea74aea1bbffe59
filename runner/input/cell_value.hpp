#pragma once

#include "input/quantity_text.hpp"
#include "input/sheets.hpp"
#include "units/dimension.hpp"

#include <optional>
#include <span>
#include <string>

namespace ketenplan::runner {

/// What stands before the decimals in the texts of a column: a comma or a dot when some text leaves
/// no doubt, and none says otherwise. "1.500" is 1500 below "1.234,56".
std::optional<char> decimal_mark(std::span<const std::string> texts);

/// The number in a cell, in native units. Its unit may be left out: the name of the column says
/// it. Text is read as in scenarios ("€ 1.234,56", "4%"), with spaces that do not break and a minus
/// before the euro sign. An empty cell holds no number.
ParsedNumber
cell_number(const Cell& cell, units::Dimension dimension, std::optional<char> mark = std::nullopt);

/// A cell as text: "10A", "10" for a number, "2025-01-31" for a date. Nothing for a cell that
/// cannot be read; see what_is_wrong.
std::optional<std::string> cell_as_text(const Cell& cell);

/// Why a cell has no value at all: it shows an error, or was never calculated. No text, and no
/// value, when it has one.
ParsedNumber what_is_wrong(const Cell& cell);

} // namespace ketenplan::runner
