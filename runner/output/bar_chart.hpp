#pragma once

#include "analysis/intervals.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// What one number does at its two ends, as differences from the answer of the basis.
struct TornadoBar {
    std::string label;
    std::string range; ///< "4 tot 10 weken", under the label
    double low = 0.0;
    double high = 0.0;
    analysis::Interval low_interval; ///< drawn as a line over the end of the bar
    analysis::Interval high_interval;
};

/// A tornado: pairs of bars to either side of the answer of the basis, the largest on top.
struct TornadoChart {
    std::string title; ///< a sentence that says what there is to see
    std::string subtitle;
    std::string axis; ///< what is drawn and in what unit
    std::vector<TornadoBar> bars;
    std::vector<std::string> notes;
};

/// The chart as an SVG document, in the style and with the promises of `svg` of a Chart.
std::string svg(const TornadoChart& chart);

} // namespace ketenplan::runner
