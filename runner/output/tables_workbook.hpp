#pragma once

#include "command_line.hpp"
#include "output/tables.hpp"

#include <vector>

namespace ketenplan::runner {

/// A folder of results as one workbook, tabellen.xlsx: the summary, whose first line is its title,
/// every table with its numbers as numbers, and what the measures in them mean. Made of the text of
/// the tables, written with `mark`, so that the two cannot differ. A table with more rows than a
/// sheet has is named on the first sheet instead. Throws OutputError.
Table tables_workbook(const std::vector<Table>& tables, DecimalMark mark);

/// Adds that workbook to the tables; says on standard error why not when it cannot be made: for
/// want of room for temporary files no run is lost.
void add_tables_workbook(std::vector<Table>& tables, DecimalMark mark);

} // namespace ketenplan::runner
