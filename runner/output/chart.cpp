#include "output/chart.hpp"

#include "output/chart_layout.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <pugixml.hpp>
#include <sstream>

namespace ketenplan::runner {

namespace {

constexpr double width = 860.0;
constexpr double left = 64.0;   // of the plots
constexpr double right = 660.0; // of the plots; labels stand beyond
constexpr double margin = 24.0;
constexpr std::size_t title_characters = 66;
constexpr std::size_t text_characters = 120;
constexpr std::size_t label_characters = 24;

/// Okabe and Ito's palette, told apart with every kind of colour vision; in grey print the inks
/// differ in lightness, weight and dash.
struct Look {
    const char* colour;
    const char* weight;
    const char* dash; ///< null for a whole line
    const char* band;
};
constexpr std::array looks{Look{"#4d4d4d", "2", "7 4", "0.13"},
                           Look{"#0072b2", "3", nullptr, "0.17"},
                           Look{"#b34700", "2.5", nullptr, "0.28"},
                           Look{"#007455", "2.5", "12 4", "0.17"},
                           Look{"#8c3f73", "2.5", "2 4", "0.17"},
                           Look{"#6b5900", "2.5", "10 3 2 3", "0.17"}};

const Look& look_of(Ink ink) {
    return looks[static_cast<std::size_t>(ink)];
}

std::string px(double x) {
    return fmt::format("{:.1f}", x);
}

std::string with_sign(double value, int decimals, bool sign) {
    const std::string text = dutch(value, decimals);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return sign && value > 0.0 && !zero ? "+" + text : text;
}

void extend(double& low, double& high, const std::vector<double>& values) {
    for (const double v : values) {
        if (!std::isfinite(v))
            continue;
        low = std::min(low, v);
        high = std::max(high, v);
    }
}

Ticks ticks_of(const Panel& panel) {
    double low = 0.0; // an axis that does not begin at zero exaggerates
    double high = 0.0;
    for (const Line& line : panel.lines) {
        extend(low, high, line.y);
        extend(low, high, line.low);
        extend(low, high, line.high);
    }
    const double reach = panel.least_reach;
    if (std::max(high, -low) < reach)
        return -low > high ? ticks_for(-reach, high) : ticks_for(low, reach);
    return ticks_for(low, high);
}

class Drawing {
public:
    explicit Drawing(const Chart& chart) : chart_(chart) {
        svg_ = document_.append_child("svg");
        set(svg_,
            {{"xmlns", "http://www.w3.org/2000/svg"},
             {"role", "img"},
             {"font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"}});
        svg_.append_child("title").text().set(chart.title.c_str());
        paper_ = svg_.append_child("rect");
    }

    std::string draw() {
        heading();
        for (const Panel& panel : chart_.panels)
            draw_panel(panel);
        if (chart_.numbers)
            numbers();
        else
            months();
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
        pugi::xml_node node = add("text", {{"x", px(x)}, {"y", px(y)}, {"font-size", size}});
        node.text().set(what.c_str());
        return node;
    }

    /// Keeps text readable where it crosses a line.
    static void halo(pugi::xml_node node) {
        set(node, {{"stroke", "#ffffff"}, {"stroke-width", "3"}, {"paint-order", "stroke"}});
    }

    void heading() {
        y_ = 14.0;
        for (const std::string& line : wrapped(chart_.title, title_characters)) {
            y_ += 25.0;
            set(text(margin, y_, line, "20"), {{"font-weight", "bold"}, {"fill", "#111111"}});
        }
        for (const std::string& line : wrapped(chart_.subtitle, 95)) {
            y_ += 22.0;
            set(text(margin, y_, line, "15"), {{"fill", "#333333"}});
        }
        y_ += 8.0;
    }

    [[nodiscard]] std::size_t places() const {
        return chart_.numbers ? chart_.numbers->x.size() : chart_.months.size();
    }

    [[nodiscard]] double x_of(std::size_t month) const {
        if (chart_.numbers)
            return x_at(chart_.numbers->x[month]);
        const double share =
            (static_cast<double>(month) + 0.5) / static_cast<double>(chart_.months.size());
        return left + share * (right - left);
    }

    [[nodiscard]] double x_at(double number) const {
        const double first = chart_.numbers->x.front();
        const double share = (number - first) / (chart_.numbers->x.back() - first);
        return left + share * (right - left);
    }

    [[nodiscard]] double y_of(double value) const {
        const double share = (value - ticks_.first) / (ticks_.last() - ticks_.first);
        return bottom_ - share * (bottom_ - top_);
    }

    void draw_panel(const Panel& panel) {
        y_ += 28.0;
        set(text(margin, y_, panel.heading, "14"), {{"font-weight", "bold"}, {"fill", "#333333"}});
        top_ = y_ + 14.0;
        bottom_ = top_ + panel.height;
        ticks_ = ticks_of(panel);
        axis(panel.difference);
        mark_month();
        for (const Line& line : panel.lines)
            band(line);
        for (std::size_t i = panel.lines.size(); i-- > 0;) // the first, dashed one on top
            curve(panel.lines[i]);
        mark_values(panel);
        labels(panel);
        y_ = bottom_ + 6.0;
    }

    void axis(bool difference) {
        for (std::size_t i = 0; i < ticks_.count; ++i) {
            const double value = ticks_.at(i);
            const double y = y_of(value);
            const bool zero = std::abs(value) < 1e-9 * ticks_.step;
            add("line",
                {{"x1", px(left)},
                 {"x2", px(right)},
                 {"y1", px(y)},
                 {"y2", px(y)},
                 {"stroke", zero ? "#333333" : "#dddddd"},
                 {"stroke-width", "1"}});
            set(text(left - 8.0, y + 4.5, with_sign(value, ticks_.decimals, difference), "13"),
                {{"text-anchor", "end"}, {"fill", "#333333"}});
        }
    }

    void mark_month() {
        if (!chart_.marked)
            return;
        const std::string x = px(x_of(*chart_.marked));
        add("line",
            {{"x1", x},
             {"x2", x},
             {"y1", px(top_)},
             {"y2", px(bottom_)},
             {"stroke", "#999999"},
             {"stroke-width", "1"},
             {"stroke-dasharray", "2 3"}});
    }

    /// Calls `piece(first, last)` for every run of months in which all of `values` are numbers.
    template <class Piece>
    void pieces(std::initializer_list<const std::vector<double>*> values,
                const Piece& piece) const {
        const auto there = [&](std::size_t m) {
            return std::ranges::all_of(
                values, [&](const auto* v) { return m < v->size() && std::isfinite((*v)[m]); });
        };
        const std::size_t months = places();
        for (std::size_t first = 0; first < months; ++first) {
            if (!there(first))
                continue;
            std::size_t last = first;
            while (last + 1 < months && there(last + 1))
                ++last;
            piece(first, last);
            first = last;
        }
    }

    [[nodiscard]] std::string point(std::size_t month, double value) const {
        return fmt::format("{},{}", px(x_of(month)), px(y_of(value)));
    }

    void band(const Line& line) {
        pieces({&line.low, &line.high}, [&](std::size_t first, std::size_t last) {
            std::string points;
            for (std::size_t m = first; m <= last; ++m)
                points += point(m, line.high[m]) + " ";
            for (std::size_t m = last + 1; m-- > first;)
                points += point(m, line.low[m]) + (m == first ? "" : " ");
            add("polygon",
                {{"points", points},
                 {"fill", look_of(line.ink).colour},
                 {"fill-opacity", look_of(line.ink).band}});
        });
    }

    void curve(const Line& line) {
        const Look& look = look_of(line.ink);
        pieces({&line.y}, [&](std::size_t first, std::size_t last) {
            if (first == last) {
                dot(first, line.y[first], look);
                return;
            }
            std::string points;
            for (std::size_t m = first; m <= last; ++m)
                points += point(m, line.y[m]) + (m == last ? "" : " ");
            const pugi::xml_node node = add("polyline",
                                            {{"points", points},
                                             {"fill", "none"},
                                             {"stroke", look.colour},
                                             {"stroke-width", look.weight},
                                             {"stroke-linejoin", "round"}});
            if (look.dash != nullptr)
                set(node, {{"stroke-dasharray", look.dash}});
        });
    }

    void dot(std::size_t month, double value, const Look& look) {
        add("circle",
            {{"cx", px(x_of(month))}, {"cy", px(y_of(value))}, {"r", "4"}, {"fill", look.colour}});
    }

    /// The values at the marked month: that of the highest line above it, of the others below.
    void mark_values(const Panel& panel) {
        if (!chart_.marked)
            return;
        const std::size_t m = *chart_.marked;
        double highest = -HUGE_VAL;
        for (const Line& line : panel.lines) {
            if (m < line.y.size() && std::isfinite(line.y[m]))
                highest = std::max(highest, line.y[m]);
        }
        for (const Line& line : panel.lines) {
            if (m >= line.y.size() || !std::isfinite(line.y[m]))
                continue;
            const Look& look = look_of(line.ink);
            dot(m, line.y[m], look);
            const bool above = panel.difference ? line.y[m] >= 0.0 : line.y[m] >= highest;
            const pugi::xml_node node =
                text(x_of(m),
                     y_of(line.y[m]) + (above ? -10.0 : 19.0),
                     with_sign(line.y[m], decimals_in_words(line.y[m]), panel.difference),
                     "14");
            set(node, {{"text-anchor", "middle"}, {"font-weight", "bold"}, {"fill", look.colour}});
            halo(node);
        }
    }

    struct Label {
        std::vector<std::string> lines;
        double centre = 0.0;
        Ink ink = Ink::basis;
        [[nodiscard]] double height() const { return 17.0 * static_cast<double>(lines.size()); }
    };

    /// Names at the height of the ends of the lines, pushed apart where they would overlap.
    void labels(const Panel& panel) {
        std::vector<Label> labels;
        for (const Line& line : panel.lines) {
            const auto last = std::ranges::find_if(
                line.y.rbegin(), line.y.rend(), [](double v) { return std::isfinite(v); });
            if (last == line.y.rend() || line.label.empty())
                continue;
            labels.push_back({wrapped(line.label, label_characters), y_of(*last), line.ink});
        }
        std::ranges::stable_sort(labels, {}, &Label::centre);
        spread(labels);
        const double x = right + 8.0; // beyond the plot, also when the lines stop earlier
        for (const Label& label : labels) {
            double y = label.centre - 0.5 * label.height() + 13.0;
            for (const std::string& line : label.lines) {
                const pugi::xml_node node = text(x, y, line, "14");
                set(node, {{"font-weight", "bold"}, {"fill", look_of(label.ink).colour}});
                halo(node);
                y += 17.0;
            }
        }
    }

    /// Moves labels (in order of place) down, then up, until they stand clear of each other.
    void spread(std::vector<Label>& labels) const {
        constexpr double between = 4.0;
        double free = top_ - 12.0;
        for (Label& label : labels) {
            label.centre = std::max(label.centre, free + 0.5 * label.height());
            free = label.centre + 0.5 * label.height() + between;
        }
        free = bottom_ + 12.0;
        for (std::size_t i = labels.size(); i-- > 0;) {
            labels[i].centre = std::min(labels[i].centre, free - 0.5 * labels[i].height());
            free = labels[i].centre - 0.5 * labels[i].height() - between;
        }
    }

    void months() {
        constexpr std::size_t all_shown = 18;
        constexpr std::size_t quarters_shown = 60;
        constexpr std::size_t years_shown = 14; // beyond that every second one, or third, ...
        const auto every = static_cast<int>(1 + chart_.months.size() / (12 * years_shown));
        y_ += 14.0;
        for (std::size_t m = 0; m < chart_.months.size(); ++m) {
            const std::chrono::year_month_day ymd{chart_.months[m]};
            const bool quarter = (static_cast<unsigned>(ymd.month()) - 1) % 3 == 0;
            if (chart_.months.size() <= all_shown ||
                (quarter && chart_.months.size() <= quarters_shown))
                set(text(x_of(m), y_, month_abbreviation(chart_.months[m]), "13"),
                    {{"text-anchor", "middle"}, {"fill", "#333333"}});
            if (m == 0 ||
                (ymd.month() == std::chrono::January && static_cast<int>(ymd.year()) % every == 0))
                set(text(x_of(m), y_ + 17.0, fmt::format("{}", static_cast<int>(ymd.year())), "13"),
                    {{"text-anchor", "middle"}, {"fill", "#333333"}});
        }
        y_ += 30.0;
    }

    void numbers() {
        const NumberAxis& axis = *chart_.numbers;
        const Ticks ticks = ticks_for(axis.x.front(), axis.x.back());
        const double within = 1e-9 * ticks.step;
        y_ += 14.0;
        for (std::size_t i = 0; i < ticks.count; ++i) {
            const double number = ticks.at(i);
            if (number >= axis.x.front() - within && number <= axis.x.back() + within)
                set(text(x_at(number), y_, dutch(number, ticks.decimals), "13"),
                    {{"text-anchor", "middle"}, {"fill", "#333333"}});
        }
        y_ += 20.0;
        set(text(0.5 * (left + right), y_, axis.heading, "13"),
            {{"text-anchor", "middle"}, {"fill", "#333333"}});
        y_ += 10.0;
    }

    void notes() {
        for (const std::string& note : chart_.notes) {
            for (const std::string& line : wrapped(note, text_characters)) {
                y_ += 17.0;
                set(text(margin, y_, line, "12.5"), {{"fill", "#555555"}});
            }
        }
        y_ += 18.0;
    }

    const Chart& chart_;
    pugi::xml_document document_;
    pugi::xml_node svg_;
    pugi::xml_node paper_;
    Ticks ticks_;
    double y_ = 0.0; ///< bottom of what has been drawn
    double top_ = 0.0;
    double bottom_ = 0.0;
};

} // namespace

std::string svg(const Chart& chart) {
    return Drawing(chart).draw();
}

} // namespace ketenplan::runner
