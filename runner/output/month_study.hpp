#pragma once

#include "analysis/maandbeeld.hpp"
#include "casus/opzet.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ketenplan::runner {

/// The course by month of one scenario, or of a basis and a variant of it.
struct MonthStudy {
    std::vector<const casus::Opzet*> opzetten; ///< one or two, with the same period
    std::vector<analysis::MonthSeries> series;
    std::size_t replications = 0;
    std::uint32_t seed = 0;

    [[nodiscard]] bool paired() const { return opzetten.size() > 1; }
};

} // namespace ketenplan::runner
