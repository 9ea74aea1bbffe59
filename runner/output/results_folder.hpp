#pragma once

#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// Writes a folder of results. The manifest goes last and the old one first: where there is one,
/// all tables belong to it. Throws OutputError.
void write_folder(const std::string& directory,
                  const std::vector<Table>& tables,
                  const std::string& manifest_text);

/// What the reader of the scenario warned of, as sentences.
std::vector<std::string> warnings_of(const Scenario& scenario);

/// How many replications of `columns` numbers have room in three quarters of this machine's memory.
std::size_t most_that_fit(std::size_t columns);

} // namespace ketenplan::runner
