#pragma once

#include "output/report/canvas.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ketenplan::runner::report {

/// A row: a bar per series.
struct SideRow {
    std::string label;
    std::vector<double> values;
};

/// Bars that lie on their side, one row under the other.
struct SideBars {
    ChartText text;
    std::string axis;                ///< what is drawn and in what unit
    std::vector<std::string> series; ///< names in a legend; left out with one
    std::vector<SideRow> rows;
    bool both_sides = false; ///< as far below zero as above: a tornado of spreads
    std::function<std::string(double, int)> number; ///< value and decimals in words
    int decimals = 0;                               ///< of the number at the end of a bar
};

std::string svg(const SideBars& chart);

} // namespace ketenplan::runner::report
