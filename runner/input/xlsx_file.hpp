#pragma once

#include "input/sheets.hpp"

#include <optional>
#include <string>

namespace ketenplan::runner {

/// The sheets of a workbook as ECMA-376 describes it (Office Open XML, transitional or strict).
/// Nothing and a diagnostic when the bytes are no such workbook, or a larger one than a table of
/// figures needs.
std::optional<std::vector<Sheet>>
read_xlsx(const std::string& bytes, const std::string& path, Diagnostics& diagnostics);

} // namespace ketenplan::runner
