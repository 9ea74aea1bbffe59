#include "output/report/fan_chart.hpp"

#include "output/chart_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ketenplan::runner::report {

namespace {

constexpr double fan_width = 860.0;
constexpr double first_panel = 96.0;
constexpr double last_panel = 856.0;
constexpr double between_panels = 22.0;
constexpr double panel_height = 150.0;
constexpr std::size_t panels_in_row = 3;
constexpr double letter_width = 9.0;
constexpr const char* line_colour = "#0072b2";
constexpr const char* mark_colour = "#222222";

class FanDrawing {
public:
    explicit FanDrawing(const FanChart& chart) : chart_(chart), canvas_(chart.text, fan_width) {
        double low = 0.0; // an axis that does not begin at zero exaggerates
        double high = 0.0;
        const auto extend = [&](const std::vector<double>& values) {
            for (const double v : values) {
                if (std::isfinite(v)) {
                    low = std::min(low, v);
                    high = std::max(high, v);
                }
            }
        };
        for (const Fan& fan : chart.fans) {
            extend(fan.low);
            extend(fan.middle);
            extend(fan.high);
            extend(fan.outer_low);
            extend(fan.outer_high);
            extend(fan.mark);
        }
        ticks_ = ticks_for(low, high);
    }

    std::string draw() {
        double y = 18.0;
        canvas_.write_bold({0.0, y}, chart_.axis);
        if (!chart_.mark.empty()) {
            y += 22.0;
            dashes({2.0, y - 5.0}, {40.0, y - 5.0});
            canvas_.write({48.0, y}, chart_.mark);
        }
        for (const auto& [name, opacity] :
             {std::pair{chart_.band, "0.5"}, std::pair{chart_.outer_band, "0.16"}}) {
            if (name.empty())
                continue;
            y += 22.0;
            canvas_.band({{2.0, y - 12.0}, {40.0, y - 12.0}, {40.0, y + 2.0}, {2.0, y + 2.0}},
                         line_colour,
                         opacity);
            canvas_.write({48.0, y}, name);
        }
        const std::size_t in_row = std::min(panels_in_row, chart_.fans.size());
        for (std::size_t first = 0; first < chart_.fans.size(); first += in_row)
            y = draw_row(first, in_row, y);
        return canvas_.finish(y);
    }

private:
    double draw_row(std::size_t first, std::size_t in_row, double y) {
        const double step = (last_panel - first_panel) / static_cast<double>(in_row);
        const std::size_t last = std::min(first + in_row, chart_.fans.size());
        const auto letters = static_cast<std::size_t>((step - between_panels) / letter_width);
        std::size_t lines = 0;
        for (std::size_t f = first; f < last; ++f)
            lines = std::max(lines, wrapped(chart_.fans[f].name, letters).size());
        top_ = y + 16.0 + 18.0 * static_cast<double>(lines);
        for (std::size_t f = first; f < last; ++f) {
            left_ = first_panel + step * static_cast<double>(f - first);
            right_ = left_ + step - between_panels;
            draw_panel(chart_.fans[f], y + 26.0, letters, f == first);
        }
        return top_ + panel_height + 30.0;
    }

    void draw_panel(const Fan& fan, double name_y, std::size_t letters, bool with_numbers) {
        for (const std::string& line : wrapped(fan.name, letters)) {
            canvas_.write_bold({left_, name_y}, line);
            name_y += 18.0;
        }
        axis(with_numbers);
        shade(fan, fan.outer_low, fan.outer_high, "0.16");
        shade(fan, fan.low, fan.high, "0.34");
        for (std::size_t i = 0; i + 1 < fan.mark.size(); ++i)
            dashes({x_at(i), y_at(fan.mark[i])}, {x_at(i + 1), y_at(fan.mark[i + 1])});
        line(fan);
        numbers(fan);
    }

    [[nodiscard]] double x_at(std::size_t place) const {
        const double share =
            (static_cast<double>(place) + 0.5) / static_cast<double>(chart_.places.size());
        return left_ + share * (right_ - left_);
    }
    [[nodiscard]] double y_at(double value) const {
        const double share = (value - ticks_.first) / (ticks_.last() - ticks_.first);
        return top_ + (1.0 - share) * panel_height;
    }

    void axis(bool with_numbers) {
        for (std::size_t i = 0; i < ticks_.count; ++i) {
            const double y = y_at(ticks_.at(i));
            const bool zero = std::abs(ticks_.at(i)) < 1e-9 * ticks_.step;
            canvas_.rule({left_, y}, {right_, y}, zero ? "#222222" : "#d4d4d4");
            if (with_numbers)
                canvas_.write({left_ - 8.0, y + 5.0},
                              chart_.number(ticks_.at(i), ticks_.decimals),
                              Anchor::end);
        }
        for (std::size_t p = 0; p < chart_.places.size(); ++p)
            canvas_.write({x_at(p), top_ + panel_height + 18.0}, chart_.places[p], Anchor::middle);
    }

    /// Runs of places where there is something to draw.
    template <class Piece>
    void runs(const Fan& fan, const Piece& piece) const {
        const std::size_t count = fan.middle.size();
        for (std::size_t first = 0; first < count; ++first) {
            if (!std::isfinite(fan.middle[first]))
                continue;
            std::size_t last = first;
            while (last + 1 < count && std::isfinite(fan.middle[last + 1]))
                ++last;
            piece(first, last);
            first = last;
        }
    }

    void shade(const Fan& fan,
               const std::vector<double>& low,
               const std::vector<double>& high,
               const char* opacity) {
        if (low.size() != fan.middle.size() || high.size() != fan.middle.size())
            return;
        runs(fan, [&](std::size_t first, std::size_t last) {
            // A year alone has a band as wide as its dot.
            const double side = first == last ? 8.0 : 0.0;
            std::vector<Canvas::Point> outline;
            for (std::size_t i = first; i <= last; ++i)
                outline.push_back({x_at(i) - side, y_at(high[i])});
            if (first == last)
                outline.push_back({x_at(last) + side, y_at(high[last])});
            for (std::size_t i = last + 1; i-- > first;)
                outline.push_back({x_at(i) + side, y_at(low[i])});
            if (first == last)
                outline.push_back({x_at(last) - side, y_at(low[last])});
            canvas_.band(outline, line_colour, opacity);
        });
    }

    void line(const Fan& fan) {
        runs(fan, [&](std::size_t first, std::size_t last) {
            std::vector<Canvas::Point> points;
            for (std::size_t i = first; i <= last; ++i)
                points.push_back({x_at(i), y_at(fan.middle[i])});
            canvas_.curve(points, line_colour);
            for (std::size_t i = first; i <= last; ++i)
                canvas_.dot({x_at(i), y_at(fan.middle[i])}, line_colour, hover(fan, i));
        });
    }

    [[nodiscard]] std::string hover(const Fan& fan, std::size_t i) const {
        return fmt::format("{}, {}: P05 {}, P50 {}, P95 {}",
                           fan.name,
                           chart_.places[i],
                           chart_.number(fan.low[i], chart_.decimals),
                           chart_.number(fan.middle[i], chart_.decimals),
                           chart_.number(fan.high[i], chart_.decimals));
    }

    /// The medians of the first and the last year.
    void numbers(const Fan& fan) {
        if (fan.middle.empty())
            return;
        const std::size_t last = fan.middle.size() - 1;
        for (std::size_t i = 0; i <= last; i += std::max<std::size_t>(last, 1)) {
            if (!std::isfinite(fan.middle[i]))
                continue;
            canvas_.write_over({x_at(i), y_at(fan.middle[i]) - 10.0},
                               chart_.number(fan.middle[i], chart_.decimals));
        }
    }

    void dashes(Canvas::Point from, Canvas::Point to) {
        if (!std::isfinite(from.y) || !std::isfinite(to.y))
            return;
        canvas_.dashed(from, to, mark_colour);
    }

    const FanChart& chart_;
    Canvas canvas_;
    Ticks ticks_;
    double top_ = 0.0;
    double left_ = 0.0;
    double right_ = 0.0;
};

} // namespace

std::string svg(const FanChart& chart) {
    return FanDrawing(chart).draw();
}

} // namespace ketenplan::runner::report
