#pragma once

#include "analysis/precision.hpp"

#include <span>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// The columns of results that --precisie is about.
struct PrecisionRequest {
    double relatief = 0.02;
    std::vector<std::size_t> columns;
};

/// Finds the measures that were named ("naam", of the region or the house, or "naam@plaats"; every
/// measured year of each). Without names: the mean waits for the weging and for the overleg. Throws
/// UsageError when one is unknown, with what was probably meant.
PrecisionRequest precision_request(double relative,
                                   const std::vector<std::string>& names,
                                   std::span<const analysis::Column> columns);

/// Dutch sentences on what came of it: how many replications it took, or what is not precise yet.
std::string
precision_words(const PrecisionRequest& request, const analysis::Results& results, bool reached);

} // namespace ketenplan::runner
