#pragma once

#include <cstdint>

namespace ketenplan::finance {

/// Euros in whole cents, so that sums are exact.
using Centen = std::int64_t;

/// An amount in euro rounded to cents, halves away from zero. What arithmetic left just below a
/// half counts as one, so that 1.005 is 1.01 as in a workbook. Throws Defect when it is no number
/// or above ten trillion euro.
Centen centen(double euro);

/// The amount in euro; the nearest double.
inline double in_euro(Centen cents) {
    constexpr double cents_per_euro = 100.0;
    return static_cast<double>(cents) / cents_per_euro;
}

} // namespace ketenplan::finance
