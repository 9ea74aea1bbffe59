#pragma once

#include "analysis/replications.hpp"
#include "analysis/sensitivity.hpp"
#include "store/kept_rows.hpp"

#include <cstddef>
#include <span>
#include <vector>

/// What the analysis layer gives, as rows that can be kept; what is read back is the same to the
/// bit.
namespace ketenplan::runner {

/// A row per replication: its values, the digest of its events and their number.
KeptRows::Rows rows_of(const analysis::Results& results);

/// The first replications of results with these columns, at most `most`.
analysis::Results
results_of(const KeptRows::Rows& rows, std::vector<analysis::Column> columns, std::size_t most);

/// A row per trial: its values per figure, or why it failed.
KeptRows::Rows rows_of(std::span<const analysis::TrialValues> trials);

/// The trials with values of so many figures.
std::vector<analysis::TrialValues> trials_of(const KeptRows::Rows& rows, std::size_t figures);

} // namespace ketenplan::runner
