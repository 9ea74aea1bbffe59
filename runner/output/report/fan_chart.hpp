#pragma once

#include "output/report/canvas.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ketenplan::runner::report {

/// A median per place along the axis, with how far one run in twenty stays below and above.
struct Fan {
    std::string name; ///< above its panel
    std::vector<double> low;
    std::vector<double> middle; ///< "not a number" leaves a gap
    std::vector<double> high;
    std::vector<double> outer_low; ///< a wider band around it; empty for none
    std::vector<double> outer_high;
    std::vector<double> mark; ///< a dashed line: what was budgeted; empty for none
};

/// Fans beside each other on one scale, in panels.
struct FanChart {
    ChartText text;
    std::string axis; ///< what is drawn and in what unit
    std::string mark; ///< what the dashed line is
    std::string band; ///< what the bands are; empty where the text around says so
    std::string outer_band;
    std::vector<std::string> places; ///< years
    std::vector<Fan> fans;
    std::function<std::string(double, int)> number; ///< value and decimals in words
    int decimals = 0;                               ///< of the numbers at the line
};

std::string svg(const FanChart& chart);

} // namespace ketenplan::runner::report
