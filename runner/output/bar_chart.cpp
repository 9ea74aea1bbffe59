#include "output/bar_chart.hpp"

#include "output/chart_layout.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <sstream>

namespace ketenplan::runner {

namespace {

constexpr double width = 860.0;
constexpr double margin = 24.0;
constexpr double left = 372.0; // of the plot; labels stand before
constexpr double right = 836.0;
constexpr double bar_height = 11.0;
constexpr double row_height = 40.0;
// As in chart.cpp: grey and blue of Okabe and Ito, told apart in grey print too.
constexpr const char* colour_low = "#8a8a8a";
constexpr const char* colour_high = "#0072b2";

std::string px(double x) {
    return fmt::format("{:.1f}", x);
}

class Drawing {
public:
    explicit Drawing(const TornadoChart& chart) : chart_(chart) {
        svg_ = document_.append_child("svg");
        set(svg_,
            {{"xmlns", "http://www.w3.org/2000/svg"},
             {"role", "img"},
             {"font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"}});
        svg_.append_child("title").text().set(chart.title.c_str());
        paper_ = svg_.append_child("rect");
        double low = 0.0;
        double high = 0.0;
        for (const TornadoBar& bar : chart.bars) {
            for (const double v : {bar.low,
                                   bar.high,
                                   bar.low_interval.low,
                                   bar.low_interval.high,
                                   bar.high_interval.low,
                                   bar.high_interval.high}) {
                low = std::isfinite(v) ? std::min(low, v) : low;
                high = std::isfinite(v) ? std::max(high, v) : high;
            }
        }
        ticks_ = ticks_for(low, high);
    }

    std::string draw() {
        heading();
        legend();
        axis();
        for (const TornadoBar& bar : chart_.bars)
            row(bar);
        zero();
        notes();
        const std::string height = px(y_);
        set(svg_,
            {{"width", px(width)},
             {"height", height},
             {"viewBox", fmt::format("0 0 {} {}", px(width), height)}});
        set(paper_, {{"width", px(width)}, {"height", height}, {"fill", "#ffffff"}});
        std::ostringstream text;
        document_.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
        return text.str();
    }

private:
    using Attribute = std::pair<const char*, std::string>;

    static void set(pugi::xml_node node, std::initializer_list<Attribute> attributes) {
        for (const auto& [name, value] : attributes)
            node.append_attribute(name) = value.c_str();
    }
    pugi::xml_node add(const char* name, std::initializer_list<Attribute> attributes) {
        pugi::xml_node node = svg_.append_child(name);
        set(node, attributes);
        return node;
    }
    pugi::xml_node text(double x, double y, const std::string& what, const char* size) {
        pugi::xml_node node =
            add("text", {{"x", px(x)}, {"y", px(y)}, {"font-size", size}, {"fill", "#333333"}});
        node.text().set(what.c_str());
        return node;
    }
    void line(double x1, double y1, double x2, double y2, const char* colour) {
        add("line",
            {{"x1", px(x1)},
             {"y1", px(y1)},
             {"x2", px(x2)},
             {"y2", px(y2)},
             {"stroke", colour},
             {"stroke-width", "1.5"}});
    }
    void rectangle(double x, double y, double w, const char* colour) {
        add("rect",
            {{"x", px(x)},
             {"y", px(y)},
             {"width", px(w)},
             {"height", px(bar_height)},
             {"fill", colour}});
    }

    [[nodiscard]] double x_of(double value) const {
        const double share = (value - ticks_.first) / (ticks_.last() - ticks_.first);
        return left + share * (right - left);
    }

    void heading() {
        y_ = 14.0;
        for (const std::string& words : wrapped(chart_.title, 66)) {
            y_ += 25.0;
            set(text(margin, y_, words, "20"), {{"font-weight", "bold"}});
        }
        for (const std::string& words : wrapped(chart_.subtitle, 95)) {
            y_ += 22.0;
            text(margin, y_, words, "15");
        }
    }

    void legend() {
        y_ += 30.0;
        rectangle(margin, y_ - bar_height, 22.0, colour_low);
        text(margin + 28.0, y_, "aanname op haar laagst", "13");
        rectangle(margin + 190.0, y_ - bar_height, 22.0, colour_high);
        text(margin + 218.0, y_, "aanname op haar hoogst", "13");
    }

    void axis() {
        y_ += 28.0;
        set(text(right, y_, chart_.axis, "14"), {{"font-weight", "bold"}, {"text-anchor", "end"}});
        y_ += 18.0;
        const double bottom = y_ + 6.0 + row_height * static_cast<double>(chart_.bars.size());
        for (std::size_t i = 0; i < ticks_.count; ++i) {
            const double value = ticks_.at(i);
            const std::string number = dutch(value, ticks_.decimals);
            const bool plus = value > 0.0 && number.find_first_of("123456789") != std::string::npos;
            set(text(x_of(value), y_, plus ? "+" + number : number, "13"),
                {{"text-anchor", "middle"}});
            line(x_of(value), y_ + 6.0, x_of(value), bottom, "#e2e2e2");
        }
        y_ += 6.0;
        top_ = y_;
    }

    void row(const TornadoBar& bar) {
        const double middle = y_ + 0.5 * row_height;
        set(text(left - 12.0, middle - 3.0, bar.label, "13"), {{"text-anchor", "end"}});
        set(text(left - 12.0, middle + 12.0, bar.range, "12"),
            {{"text-anchor", "end"}, {"fill-opacity", "0.75"}});
        half(bar.low, bar.low_interval, middle - bar_height - 0.5, colour_low);
        half(bar.high, bar.high_interval, middle + 0.5, colour_high);
        y_ += row_height;
    }

    void half(double value, const analysis::Interval& interval, double y, const char* colour) {
        if (!std::isfinite(value))
            return;
        rectangle(std::min(x_of(0.0), x_of(value)), y, std::abs(x_of(value) - x_of(0.0)), colour);
        const double middle = y + 0.5 * bar_height;
        if (std::isfinite(interval.low) && std::isfinite(interval.high))
            line(x_of(interval.low), middle, x_of(interval.high), middle, "#111111");
    }

    void zero() { line(x_of(0.0), top_, x_of(0.0), y_, "#111111"); }

    void notes() {
        y_ += 8.0;
        for (const std::string& note : chart_.notes) {
            for (const std::string& words : wrapped(note, 120)) {
                y_ += 17.0;
                text(margin, y_, words, "12.5");
            }
        }
        y_ += 18.0;
    }

    const TornadoChart& chart_;
    pugi::xml_document document_;
    pugi::xml_node svg_;
    pugi::xml_node paper_;
    Ticks ticks_;
    double y_ = 0.0; ///< bottom of what has been drawn
    double top_ = 0.0;
};

} // namespace

std::string svg(const TornadoChart& chart) {
    return Drawing(chart).draw();
}

} // namespace ketenplan::runner
