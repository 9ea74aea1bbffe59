#include "finance/centen.hpp"

#include "engine/defect.hpp"

#include <cmath>
#include <limits>

namespace ketenplan::finance {

Centen centen(double euro) {
    constexpr double most = 1e13;
    constexpr double cents_per_euro = 100.0;
    // Share of an amount that a few multiplications may have left it short.
    constexpr double arithmetic = 8.0 * std::numeric_limits<double>::epsilon();
    engine::ensure(std::abs(euro) < most, "an amount that is no number of euros");
    const double cents = std::abs(euro) * cents_per_euro * (1.0 + arithmetic);
    const auto whole = static_cast<Centen>(std::floor(cents + 0.5));
    return euro < 0.0 ? -whole : whole;
}

} // namespace ketenplan::finance
