#include "output/report/canvas.hpp"

#include <fmt/format.h>

#include <array>
#include <sstream>

namespace ketenplan::runner::report {

namespace {

/// A colour with a figure drawn over it. Neighbours differ in lightness and in figure.
struct Fill {
    const char* ground;
    const char* ink;
    const char* path; ///< null: plain; in a square of 8
};
constexpr const char* rising = "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6";
constexpr const char* falling = "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2";
constexpr const char* upright = "M4,0 L4,8";
constexpr const char* level = "M0,4 L8,4";
constexpr const char* crossed = "M0,4 L8,4 M4,0 L4,8";
constexpr const char* dotted = "M1.5,2 h2 M5.5,6 h2";

constexpr std::array<Fill, fill_count> fills{
    Fill{"#0072b2", "#0072b2", nullptr},
    Fill{"#f4d9b8", "#8a4b00", rising},
    Fill{"#b34700", "#f7c9a8", dotted},
    Fill{"#d8eadf", "#00573f", level},
    Fill{"#4d4d4d", "#ffffff", falling},
    Fill{"#e6e6e6", "#333333", dotted},
    Fill{"#56b4e9", "#0a3a57", upright},
    Fill{"#f6e05e", "#5c4c00", crossed},
    Fill{"#8c3f73", "#8c3f73", nullptr},
    Fill{"#f1dbe8", "#6d2c57", falling},
    Fill{"#007455", "#c7eadd", rising},
    Fill{"#ffffff", "#333333", level},
    Fill{"#6b5900", "#f3e7a8", upright},
    Fill{"#cfe3f5", "#00456d", crossed},
    Fill{"#999999", "#999999", nullptr},
    Fill{"#ffffff", "#333333", rising},
};

const char* anchor_name(Anchor anchor) {
    switch (anchor) {
    case Anchor::middle:
        return "middle";
    case Anchor::end:
        return "end";
    default:
        return "start";
    }
}

void set_all(pugi::xml_node node, Canvas::Attributes attributes) {
    for (const auto& [name, value] : attributes)
        node.append_attribute(name) = value.c_str();
}

std::string joined(const std::vector<Canvas::Point>& points) {
    std::string made;
    for (const Canvas::Point& p : points)
        made += fmt::format("{}{},{}", made.empty() ? "" : " ", pixels(p.x), pixels(p.y));
    return made;
}

void add_hover(pugi::xml_node node, const std::string& hover) {
    if (!hover.empty())
        node.append_child("title").text().set(hover.c_str());
}

} // namespace

std::string pixels(double x) {
    const std::string made = fmt::format("{:.1f}", x);
    return made == "-0.0" ? "0.0" : made;
}

Canvas::Canvas(const ChartText& text, double width)
    : known_fills_(fill_count, false), id_(text.id), width_(width) {
    svg_ = document_.append_child("svg");
    set_all(svg_,
            {{"xmlns", "http://www.w3.org/2000/svg"},
             {"role", "img"},
             {"aria-labelledby", fmt::format("{0}-titel {0}-uitleg", id_)},
             {"font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"},
             {"font-size", "14"}});
    pugi::xml_node title = svg_.append_child("title");
    title.append_attribute("id") = (id_ + "-titel").c_str();
    title.text().set(text.title.c_str());
    pugi::xml_node description = svg_.append_child("desc");
    description.append_attribute("id") = (id_ + "-uitleg").c_str();
    description.text().set(text.description.c_str());
    patterns_ = svg_.append_child("defs");
}

pugi::xml_node Canvas::add(const char* name, Attributes attributes) {
    pugi::xml_node node = svg_.append_child(name);
    set_all(node, attributes);
    return node;
}

std::string Canvas::fill_of(std::size_t number) {
    const std::size_t n = number % fill_count;
    const Fill& fill = fills[n];
    if (fill.path == nullptr)
        return fill.ground;
    const std::string name = fmt::format("{}-vulling-{}", id_, n);
    if (!known_fills_[n]) {
        known_fills_[n] = true;
        pugi::xml_node pattern = patterns_.append_child("pattern");
        set_all(
            pattern,
            {{"id", name}, {"width", "8"}, {"height", "8"}, {"patternUnits", "userSpaceOnUse"}});
        set_all(pattern.append_child("rect"),
                {{"width", "8"}, {"height", "8"}, {"fill", fill.ground}});
        set_all(pattern.append_child("path"),
                {{"d", fill.path}, {"stroke", fill.ink}, {"stroke-width", "1.6"}});
    }
    return fmt::format("url(#{})", name);
}

pugi::xml_node Canvas::write(Point at, const std::string& what, Anchor anchor) {
    pugi::xml_node node = add("text", {{"x", pixels(at.x)}, {"y", pixels(at.y)}});
    set_all(node, {{"fill", "#222222"}, {"text-anchor", anchor_name(anchor)}});
    node.text().set(what.c_str());
    return node;
}

void Canvas::write_bold(Point at, const std::string& what, Anchor anchor) {
    write(at, what, anchor).append_attribute("font-weight") = "bold";
}

void Canvas::write_over(Point at, const std::string& what) {
    const pugi::xml_node node = write(at, what, Anchor::middle);
    set_all(node,
            {{"font-weight", "bold"},
             {"stroke", "#ffffff"},
             {"stroke-width", "3"},
             {"paint-order", "stroke"}});
}

void Canvas::rule(Point from, Point to, const char* colour, const char* weight) {
    add("line",
        {{"x1", pixels(from.x)},
         {"y1", pixels(from.y)},
         {"x2", pixels(to.x)},
         {"y2", pixels(to.y)},
         {"stroke", colour},
         {"stroke-width", weight}});
}

void Canvas::dashed(Point from, Point to, const char* colour) {
    rule(from, to, colour, "2");
    svg_.last_child().append_attribute("stroke-dasharray") = "6 4";
}

void Canvas::bar(const Box& box, std::size_t fill, const std::string& hover) {
    const pugi::xml_node node = add("rect",
                                    {{"x", pixels(box.x)},
                                     {"y", pixels(box.y)},
                                     {"width", pixels(box.width)},
                                     {"height", pixels(box.height)},
                                     {"fill", fill_of(fill)},
                                     {"stroke", "#222222"},
                                     {"stroke-width", "0.7"}});
    add_hover(node, hover);
}

void Canvas::band(const std::vector<Point>& outline, const char* colour, const char* opacity) {
    add("polygon", {{"points", joined(outline)}, {"fill", colour}, {"fill-opacity", opacity}});
}

void Canvas::curve(const std::vector<Point>& points, const char* colour) {
    add("polyline",
        {{"points", joined(points)},
         {"fill", "none"},
         {"stroke", colour},
         {"stroke-width", "2.5"},
         {"stroke-linejoin", "round"}});
}

void Canvas::dot(Point at, const char* colour, const std::string& hover) {
    const pugi::xml_node node =
        add("circle", {{"cx", pixels(at.x)}, {"cy", pixels(at.y)}, {"r", "4"}, {"fill", colour}});
    add_hover(node, hover);
}

std::string Canvas::finish(double height) {
    set_all(svg_,
            {{"viewBox", fmt::format("0 0 {} {}", pixels(width_), pixels(height))},
             {"width", pixels(width_)},
             {"height", pixels(height)}});
    if (!patterns_.first_child())
        svg_.remove_child(patterns_);
    std::ostringstream text;
    document_.save(
        text, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return text.str();
}

} // namespace ketenplan::runner::report
