#pragma once

#include "analysis/paren.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::analysis {

/// One monthly measure of one cell over time. With one arm only `basis` of each month is set.
struct MonthSeries {
    std::size_t measure = 0; ///< index into month_measures()
    std::string cell;
    std::size_t index = 0; ///< of the cell within its scope, in the basis
    std::vector<Paired> months;
    /// Months from here on are told apart: of the cases they are about more than one in twenty has
    /// not come so far, in some arm, and those that have are the quick ones.
    std::size_t complete = 0;
};

/// The series that the arms (one or two, run with Detail::months) share, in the order of the first.
std::vector<MonthSeries> month_series(std::span<const Arm> arms);

/// How a difference ends, once it has been at its largest.
enum class Ending : std::uint8_t {
    gone,    ///< it stays below a tenth of the largest, surely below a quarter
    unclear, ///< it is not to be told from that, or from nothing
    lasting, ///< it is still there
};

/// What the differences of a series tell.
struct Course {
    std::size_t peak = 0; ///< month of the largest difference
    Ending ending = Ending::lasting;
    std::size_t ended = 0; ///< first month of which `ending` holds
};

/// The course of a difference; nothing when in no complete month it is beyond noise: 3.5 standard
/// errors, a chance of one in two thousand per month, because the largest of many is looked for.
std::optional<Course> course_of(const MonthSeries& series);

} // namespace ketenplan::analysis
