#pragma once

#include "output/chart.hpp"
#include "output/month_study.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

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
