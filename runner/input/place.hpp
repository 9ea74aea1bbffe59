#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <tuple>

namespace ketenplan::runner {

/// Where something stands in a file that a user wrote; lines and columns count from 1, columns in
/// characters. Line 0 means the file as a whole.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// Of a workbook, whose rows and columns are then `line` and `column`; 0 means all of them.
    std::string sheet{}; // so that a place in other files need not mention it

    friend bool operator==(const Place&, const Place&) = default;
    friend auto operator<=>(const Place& a, const Place& b) {
        return std::tie(a.file, a.sheet, a.line, a.column) <=>
               std::tie(b.file, b.sheet, b.line, b.column);
    }
};

/// The place as a user reads it: "huis.toml:3:14", "salarissen.xlsx, blad Salarissen, cel C4".
std::string place_text(const Place& place);

} // namespace ketenplan::runner
