#pragma once

#include "output/report/canvas.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ketenplan::runner::report {

/// A column: a value per kind, stacked from zero upwards, what is below zero downwards.
struct StackedColumn {
    std::string label; ///< under it; its last two characters where columns are narrow
    std::vector<double> values;
    double mark = 0.0; ///< a black stroke across the column at this height
};

/// Columns that belong together, with a name under them.
struct StackedGroup {
    std::string name;
    std::vector<StackedColumn> columns;
};

struct StackedBars {
    ChartText text;
    std::string axis; ///< what is drawn and in what unit
    std::vector<std::string> kinds;
    std::string mark; ///< what the stroke means; empty for none
    std::vector<StackedGroup> groups;
    std::function<std::string(double, int)> number; ///< value and decimals in words
};

/// Stacked bars, told apart in grey print by the figures drawn over their colours.
std::string svg(const StackedBars& chart);

} // namespace ketenplan::runner::report
