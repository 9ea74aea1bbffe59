#pragma once

#include "engine/time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// How a line looks; told apart without colour by dashes and weight.
enum class Ink : std::uint8_t { basis, variant, verschil, vierde, vijfde, zesde };

/// A value per month, or per number along the axis, perhaps with a band around it. "Not a number"
/// leaves a gap.
struct Line {
    std::string label; ///< stands at the end of the line
    Ink ink = Ink::basis;
    std::vector<double> y;
    std::vector<double> low; ///< lower edge of the band; empty for none
    std::vector<double> high;
};

/// One drawing of lines above the axis of months.
struct Panel {
    std::string heading; ///< what is drawn and in what unit
    std::vector<Line> lines;
    double height = 220.0;   ///< of the plot, in pixels
    bool difference = false; ///< numbers carry a sign
    /// The axis reaches at least this far from zero, so that what is next to nothing looks like it.
    double least_reach = 0.0;
};

/// An axis of numbers instead of months.
struct NumberAxis {
    std::string heading;   ///< what the numbers are, and in what unit
    std::vector<double> x; ///< rising, two at least
};

struct Chart {
    std::string title; ///< a sentence that says what there is to see
    std::string subtitle;
    std::vector<engine::Date> months;
    std::optional<NumberAxis> numbers = std::nullopt; ///< when there are no months
    std::vector<Panel> panels;                        ///< one above the other
    std::optional<std::size_t> marked; ///< month or number at which the lines carry their value
    std::vector<std::string> notes;
};

/// The chart as an SVG document: text stays text, numbers are written with one decimal, so that the
/// bytes are the same everywhere.
std::string svg(const Chart& chart);

} // namespace ketenplan::runner
