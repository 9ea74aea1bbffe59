#pragma once

#include "analysis/paren.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace ketenplan::analysis {

/// What one uncertain input does to an answer, the others at their values. All on common random
/// numbers: the intervals are those of paired differences.
struct Swing {
    Paired low;    ///< from the basis to the input at its lowest
    Paired high;   ///< from the basis to the input at its highest
    Paired across; ///< from the lowest to the highest
};

/// From the answer per replication with the input at its value, lowest and highest; equally many.
Swing swing_of(std::span<const double> basis,
               std::span<const double> low,
               std::span<const double> high);

/// The largest of the three differences, which is that from end to end unless the value between
/// them gives the most extreme answer. Not a number when nothing was observed.
double reach(const Swing& swing);

/// Whether one of the three differences is not noise: an interval that, with Bonferroni's division
/// over three times `many` of them, leaves out 0.
bool is_certain(const Swing& swing, std::size_t many);

/// The `most` inputs, in their order, of which the swings are the largest part of those of some
/// measure: `swings` holds per measure the swing of each input. An input's part is the square of
/// its largest difference, less what noise makes of it, over the sum of those of all inputs (the
/// first-order share of the variance if the answer were linear); it counts by its largest part over
/// measures. Inputs without any part are left out.
std::vector<std::size_t> most_influential(std::span<const std::vector<Swing>> swings,
                                          std::size_t most);

} // namespace ketenplan::analysis
