#include "output/report/side_bars.hpp"

#include "output/chart_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner::report {

namespace {

constexpr double sheet_width = 860.0;
constexpr double most_for_labels = 310.0;
constexpr double least_for_labels = 110.0;
constexpr double label_letter = 8.0;
constexpr double bars_end = 740.0; ///< numbers stand beyond
constexpr double one_bar = 16.0;
constexpr double least_row = 30.0;
constexpr std::size_t label_letters = 40;

class SideDrawing {
public:
    explicit SideDrawing(const SideBars& chart) : chart_(chart), canvas_(chart.text, sheet_width) {
        double low = 0.0;
        double high = 0.0;
        for (const SideRow& row : chart.rows) {
            for (const double v : row.values) {
                low = std::min(low, chart.both_sides ? -std::abs(v) : v);
                high = std::max(high, v);
            }
        }
        std::size_t letters = 0;
        for (const SideRow& row : chart.rows)
            letters = std::max(letters, row.label.size());
        bars_begin_ = 12.0 + std::clamp(label_letter * static_cast<double>(letters),
                                        least_for_labels,
                                        most_for_labels);
        ticks_ = ticks_for(low, high);
    }

    std::string draw() {
        legend();
        axis();
        for (const SideRow& row : chart_.rows)
            draw_row(row);
        canvas_.rule({x_at(0.0), top_}, {x_at(0.0), y_}, "#222222", "1.5");
        return canvas_.finish(y_ + 8.0);
    }

private:
    [[nodiscard]] double x_at(double value) const {
        const double share = (value - ticks_.first) / (ticks_.last() - ticks_.first);
        return bars_begin_ + share * (bars_end - bars_begin_);
    }

    void legend() {
        y_ = 4.0;
        if (chart_.series.size() < 2)
            return;
        for (std::size_t s = 0; s < chart_.series.size(); ++s) {
            canvas_.bar({2.0, y_, 26.0, 14.0}, s);
            canvas_.write({36.0, y_ + 12.0}, chart_.series[s]);
            y_ += 22.0;
        }
    }

    static double height_of(const SideRow& row) {
        const auto lines = static_cast<double>(wrapped(row.label, label_letters).size());
        return std::max({least_row,
                         one_bar * static_cast<double>(row.values.size()) + 10.0,
                         17.0 * lines + 8.0});
    }

    void axis() {
        y_ += 20.0;
        canvas_.write_bold({bars_end, y_}, chart_.axis, Anchor::end);
        y_ += 22.0;
        double bottom = y_ + 8.0;
        for (const SideRow& row : chart_.rows)
            bottom += height_of(row);
        for (std::size_t i = 0; i < ticks_.count; ++i) {
            const double x = x_at(ticks_.at(i));
            canvas_.write({x, y_}, chart_.number(ticks_.at(i), ticks_.decimals), Anchor::middle);
            canvas_.rule({x, y_ + 8.0}, {x, bottom}, "#d4d4d4");
        }
        y_ += 8.0;
        top_ = y_;
    }

    void draw_row(const SideRow& row) {
        const double height = height_of(row);
        const double middle = y_ + 0.5 * height;
        const auto lines = wrapped(row.label, label_letters);
        double text_y = middle + 5.0 - 8.5 * static_cast<double>(lines.size() - 1);
        for (const std::string& line : lines) {
            canvas_.write({bars_begin_ - 12.0, text_y}, line, Anchor::end);
            text_y += 17.0;
        }
        double bar_y = middle - 0.5 * one_bar * static_cast<double>(row.values.size());
        for (std::size_t s = 0; s < row.values.size(); ++s) {
            draw_bar(row, s, bar_y);
            bar_y += one_bar;
        }
        y_ += height;
    }

    void draw_bar(const SideRow& row, std::size_t s, double y) {
        const double value = row.values[s];
        if (!std::isfinite(value))
            return;
        const double from = chart_.both_sides ? -std::abs(value) : std::min(0.0, value);
        const double to = chart_.both_sides ? std::abs(value) : std::max(0.0, value);
        const std::string shown =
            (chart_.both_sides ? "± " : "") + chart_.number(value, chart_.decimals);
        const std::string which = s < chart_.series.size() ? ", " + chart_.series[s] : "";
        canvas_.bar({x_at(from), y + 1.0, x_at(to) - x_at(from), one_bar - 2.0},
                    s,
                    fmt::format("{}{}: {}", row.label, which, shown));
        canvas_.write({x_at(to) + 7.0, y + one_bar - 3.0}, shown);
    }

    const SideBars& chart_;
    Canvas canvas_;
    Ticks ticks_;
    double bars_begin_ = 0.0; ///< labels stand before
    double y_ = 0.0;
    double top_ = 0.0;
};

} // namespace

std::string svg(const SideBars& chart) {
    return SideDrawing(chart).draw();
}

} // namespace ketenplan::runner::report
