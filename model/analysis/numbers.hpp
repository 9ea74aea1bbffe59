#pragma once

#include "engine/tally.hpp"

#include <limits>
#include <span>

/// What the statistics of results share.
namespace ketenplan::analysis {

/// What there is of a measure when nothing was observed.
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// The confidence of an interval when nothing else is said.
inline constexpr double usual_confidence = 0.95;

/// 0 without values.
inline double mean_of(std::span<const double> values) {
    engine::Tally tally;
    for (const double value : values)
        tally.add(value);
    return tally.mean();
}

} // namespace ketenplan::analysis
