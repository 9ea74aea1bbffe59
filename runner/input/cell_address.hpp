#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ketenplan::runner {

/// A row and a column of a sheet, both from 1.
struct CellAddress {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

/// The largest sheet of Excel (2007 and later): XFD1048576.
constexpr CellAddress last_cell{1'048'576, 16'384};

/// "C4", "AA10".
std::string cell_text(CellAddress address);
/// "C" of "C4".
std::string column_letters(std::uint32_t column);

/// Reads "C4"; nothing when it is no address within a sheet.
std::optional<CellAddress> parse_cell(std::string_view text);

} // namespace ketenplan::runner
