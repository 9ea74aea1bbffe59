#pragma once

#include "analysis/maandbeeld.hpp"
#include "casus/opzet.hpp"
#include "output/chart.hpp"
#include "output/tables.hpp"

#include <string>
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

/// What is drawn of a series, and said of it.
struct MonthFigure {
    std::string file; ///< "wachttijd-focus-regio.svg"
    Chart chart;
    std::string sentence; ///< the finding, with its numbers
    bool notable = true;  ///< false for a variant that makes no difference worth a word
};

/// The figures that matter: waits and stocks per area, open work per role. A series without values
/// has none.
std::vector<MonthFigure> month_figures(const MonthStudy& study);

/// "basis" and what the variant's name adds to it, or both names when they have nothing in common.
std::pair<std::string, std::string> short_names(const std::string& basis,
                                                const std::string& variant);

} // namespace ketenplan::runner
