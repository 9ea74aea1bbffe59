#pragma once

#include "output/tables.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// The name of what is made from a file: that of its folder and its own, without the last
/// extension, so that two houses with a begroting.studie.toml do not end up in one place. A file in
/// the folder of the user goes by its own name.
std::string result_name(const std::string& input);

/// Where a command writes: `asked` when the user said so, else a folder in resultaten/ called after
/// the file that was given and `suffix`.
std::string
results_directory(const std::string& asked, const std::string& input, std::string_view suffix = "");

/// Writes a folder of results. The manifest goes last and the old one first: where there is one,
/// all tables belong to it. Tables of the old one that are not written again go with it, unless
/// somebody changed them since. Throws OutputError.
void write_folder(const std::string& directory,
                  const std::vector<Table>& tables,
                  const std::string& manifest_text);

/// What the reader of the scenario warned of, as sentences.
std::vector<std::string> warnings_of(const Scenario& scenario);

/// How many replications of `columns` numbers have room in three quarters of this machine's memory.
std::size_t most_that_fit(std::size_t columns);

} // namespace ketenplan::runner
