#pragma once

#include "input/diagnostics.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// One field of a table, with the place of its first character.
struct CsvCell {
    std::string text; ///< without the spaces around it, unless quoted
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// A table as text: the first row is the header. Empty lines are left out.
struct CsvDocument {
    char separator = ',';
    std::vector<std::vector<CsvCell>> rows;
};

/// Takes a table apart as RFC 4180 says: fields between quotes may hold separators, line ends and
/// doubled quotes. The separator is a semicolon when the first line has one outside quotes, else a
/// comma. A UTF-8 byte order mark and "\r\n" are understood. Reports quotes that do not close,
/// text after a closing quote, and text that is not UTF-8.
CsvDocument parse_csv(std::string_view bytes, const std::string& file, Diagnostics& diagnostics);

} // namespace ketenplan::runner
