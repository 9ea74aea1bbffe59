#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

namespace ketenplan::runner::report {

/// What a chart says to who cannot see it.
struct ChartText {
    std::string id;          ///< unique in a page
    std::string title;       ///< a sentence that says what there is to see
    std::string description; ///< how it is drawn, and the figures that matter
};

enum class Anchor : unsigned char { start, middle, end };

/// A drawing for within a page: text stays text, coordinates have one decimal, so that the bytes
/// are the same everywhere. Style as in chart.cpp: the palette of Okabe and Ito.
class Canvas {
public:
    Canvas(const ChartText& text, double width);

    using Attributes = std::initializer_list<std::pair<const char*, std::string>>;
    struct Point {
        double x = 0.0;
        double y = 0.0;
    };
    struct Box {
        double x = 0.0;
        double y = 0.0;
        double width = 0.0;
        double height = 0.0;
    };

    pugi::xml_node write(Point at, const std::string& what, Anchor anchor = Anchor::start);
    void write_bold(Point at, const std::string& what, Anchor anchor = Anchor::start);
    /// Bold, in the middle, with white around it, so that it is legible on a band.
    void write_over(Point at, const std::string& what);
    void rule(Point from, Point to, const char* colour, const char* weight = "1");
    void dashed(Point from, Point to, const char* colour);
    /// A rectangle in the fill of that number; `hover` is shown under the pointer.
    void bar(const Box& box, std::size_t fill, const std::string& hover = {});
    void band(const std::vector<Point>& outline, const char* colour, const char* opacity);
    void curve(const std::vector<Point>& points, const char* colour);
    void dot(Point at, const char* colour, const std::string& hover = {});

    /// The drawing, so high.
    [[nodiscard]] std::string finish(double height);

    [[nodiscard]] double width() const { return width_; }

private:
    pugi::xml_node add(const char* name, Attributes attributes);
    std::string fill_of(std::size_t number);

    pugi::xml_document document_;
    pugi::xml_node svg_;
    pugi::xml_node patterns_;
    std::vector<bool> known_fills_;
    std::string id_;
    double width_;
};

std::string pixels(double x);

/// How many fills differ in grey print as well.
constexpr std::size_t fill_count = 16;

} // namespace ketenplan::runner::report
