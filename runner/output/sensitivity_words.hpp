#pragma once

#include "analysis/measures.hpp"
#include "output/sensitivity_report.hpp"

#include <string>

namespace ketenplan::runner {

/// How figures of a measure are told: shares as percentages.
struct Told {
    const analysis::Measure* measure = nullptr;
    std::string name; ///< "wachttijd_overleg_gemiddeld (regio)"
    std::string unit; ///< "dagen", "procenten"
    double scale = 1.0;
};
Told told(const analysis::Figure& figure);

/// "4 tot 10 weken" in native units: "28 tot 70 dagen".
std::string range_words(const UncertainNumber& number);

/// "+0,35", "-1,2".
std::string signed_words(double value, int decimals);

} // namespace ketenplan::runner
