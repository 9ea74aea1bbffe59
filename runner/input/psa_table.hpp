#pragma once

#include "analysis/value.hpp"
#include "input/diagnostics.hpp"
#include "input/scenario_files.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// A table of draws that can be computed with, and where it came from.
struct PsaInput {
    analysis::PsaTable table;
    InputFile file;
    std::vector<std::string> warnings; ///< sentences
};

/// Reads the table at `path`. Throws InputError with every problem there is.
///
/// The first row names the columns: `kosten_X` (or `cost_X`) and `effect_X` for every strategy X;
/// a first column `trekking`, `replicatie` or `draw` only numbers the draws; every other column of
/// numbers is a parameter, of text is left out with a warning. Every row after it is a draw. Fields
/// are separated by commas, or by semicolons, and then a comma may be the decimal mark.
PsaInput read_psa_table(const std::string& path);

/// As above, of `bytes` already read; usable when there are no errors among the diagnostics.
PsaInput read_psa_table(std::string_view bytes, const std::string& path, Diagnostics& diagnostics);

/// The fewest draws that are accepted.
constexpr std::size_t fewest_draws = 30;

} // namespace ketenplan::runner
