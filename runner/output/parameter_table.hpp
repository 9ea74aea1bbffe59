#pragma once

#include <string>

namespace ketenplan::runner {

/// Every parameter with its form, range, default and meaning: for the terminal, or as Markdown for
/// docs/parameters.md.
std::string parameter_table(bool markdown);

/// A JSON Schema (draft 7) of a scenario file, for editors.
std::string parameter_schema();

} // namespace ketenplan::runner
