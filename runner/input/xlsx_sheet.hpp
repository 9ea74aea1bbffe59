#pragma once

#include "input/number_format.hpp"
#include "input/sheets.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// What the sheets of a workbook have in common.
struct XlsxContext {
    std::vector<std::string> strings;  ///< that cells refer to by number
    std::vector<NumberFormat> formats; ///< of the styles of cells, by number
    DateSystem dates = DateSystem::from_1900;
    // What has been read so far, of all sheets.
    std::size_t cells = 0;
    std::size_t text_bytes = 0;
    std::size_t calculated = 0; ///< formulas with a value
};

constexpr std::size_t most_sheet_cells = 1'000'000;

/// Reads the XML of one sheet into `sheet`, which has its name. Throws WorkbookError.
void read_xlsx_sheet(const std::string& xml, XlsxContext& context, Sheet& sheet);

} // namespace ketenplan::runner
