#include "output/report/stacked_bars.hpp"

#include "output/chart_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner::report {

namespace {

constexpr double page_width = 860.0;
constexpr double plot_left = 96.0;
constexpr double plot_right = 850.0;
constexpr double plot_height = 280.0;
constexpr double between_groups = 26.0;
constexpr double widest_column = 88.0;
constexpr double legend_step = 22.0;
constexpr double legend_column = 200.0;
constexpr double character_width = 7.4; ///< of 14 pixels, roughly

constexpr double bold_width = 8.8;
constexpr std::size_t shortest_piece = 4;

bool begins_letter(char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; // not the rest of one in UTF-8
}

/// Words of more letters broken with a hyphen.
std::string with_short_words(const std::string& name, std::size_t most) {
    std::string made;
    for (const std::string& word : wrapped(name, 1)) {
        auto left = static_cast<std::size_t>(std::ranges::count_if(word, begins_letter));
        std::size_t letters = 0;
        for (const char c : word) {
            if (begins_letter(c) && most > shortest_piece && letters + 1 == most && left > 1) {
                made += "- ";
                letters = 0;
            }
            made += c;
            letters += begins_letter(c) ? 1U : 0U;
            left -= begins_letter(c) ? 1U : 0U;
        }
        made += ' ';
    }
    return made;
}

/// Heights that a column reaches above and below zero.
struct Reach {
    double low = 0.0;
    double high = 0.0;
};

Reach reach_of(const StackedColumn& column) {
    Reach reach;
    for (const double v : column.values)
        (v < 0.0 ? reach.low : reach.high) += v;
    return {std::min(reach.low, column.mark), std::max(reach.high, column.mark)};
}

class StackedDrawing {
public:
    explicit StackedDrawing(const StackedBars& chart)
        : chart_(chart), canvas_(chart.text, page_width) {
        Reach all;
        for (const StackedGroup& group : chart.groups) {
            columns_ += group.columns.size();
            for (const StackedColumn& column : group.columns) {
                const Reach reach = reach_of(column);
                all = {std::min(all.low, reach.low), std::max(all.high, reach.high)};
            }
        }
        ticks_ = ticks_for(all.low, all.high);
        const auto groups = static_cast<double>(std::max<std::size_t>(chart.groups.size(), 1));
        const double gaps = between_groups * groups;
        const auto columns = static_cast<double>(std::max<std::size_t>(columns_, 1));
        step_ = std::min(widest_column, (plot_right - plot_left - gaps) / columns);
        most_for_name_ = (plot_right - plot_left) / groups - between_groups;
        right_ = plot_left + gaps;
        for (const StackedGroup& group : chart.groups)
            right_ += room_of(group);
    }

    std::string draw() {
        legend();
        axis();
        double x = plot_left + 0.5 * between_groups;
        double below = 0.0;
        for (const StackedGroup& group : chart_.groups) {
            const double room = room_of(group);
            double at = x + 0.5 * (room - step_ * static_cast<double>(group.columns.size()));
            for (const StackedColumn& column : group.columns) {
                draw_column(column, group.name, {at, step_});
                at += step_;
            }
            below = std::max(below, name_of_group(group, {x, room}));
            x += room + between_groups;
        }
        return canvas_.finish(bottom_ + below);
    }

private:
    struct Place {
        double x = 0.0;
        double step = 0.0;
    };

    void legend() {
        double x = 0.0;
        top_ = 10.0;
        const auto entry = [&](const std::string& name, const auto& swatch) {
            if (x + legend_column > page_width) {
                x = 0.0;
                top_ += legend_step;
            }
            swatch(Canvas::Box{x + 2.0, top_, 26.0, 14.0});
            canvas_.write({x + 36.0, top_ + 12.0}, name);
            x += legend_column;
        };
        for (std::size_t k = 0; k < chart_.kinds.size(); ++k)
            entry(chart_.kinds[k], [&](const Canvas::Box& box) { canvas_.bar(box, k); });
        if (!chart_.mark.empty())
            entry(chart_.mark, [&](const Canvas::Box& box) {
                stroke({box.x, box.y + 0.5 * box.height}, box.width);
            });
        top_ += legend_step + 24.0;
        canvas_.write_bold({0.0, top_}, chart_.axis);
        top_ += 18.0;
        bottom_ = top_ + plot_height;
    }

    [[nodiscard]] double y_at(double value) const {
        const double share = (value - ticks_.first) / (ticks_.last() - ticks_.first);
        return bottom_ - share * plot_height;
    }

    void axis() {
        for (std::size_t i = 0; i < ticks_.count; ++i) {
            const double y = y_at(ticks_.at(i));
            const bool zero = std::abs(ticks_.at(i)) < 1e-9 * ticks_.step;
            canvas_.rule({plot_left, y}, {right_, y}, zero ? "#222222" : "#d4d4d4");
            canvas_.write({plot_left - 8.0, y + 5.0},
                          chart_.number(ticks_.at(i), ticks_.decimals),
                          Anchor::end);
        }
    }

    void draw_column(const StackedColumn& column, const std::string& group, const Place& place) {
        const double gap = std::min(6.0, 0.1 * place.step);
        double up = 0.0;
        double down = 0.0;
        for (std::size_t k = 0; k < column.values.size(); ++k) {
            const double value = column.values[k];
            if (value == 0.0 || !std::isfinite(value))
                continue;
            double& from = value < 0.0 ? down : up;
            const double y = y_at(std::max(from, from + value));
            canvas_.bar(
                {place.x + gap, y, place.step - 2.0 * gap, y_at(std::min(from, from + value)) - y},
                k,
                fmt::format("{}, {}, {}: {}",
                            group,
                            column.label,
                            chart_.kinds[k],
                            chart_.number(value, 2)));
            from += value;
        }
        if (!chart_.mark.empty())
            stroke({place.x, y_at(column.mark)}, place.step);
        const bool fits =
            place.step > character_width * static_cast<double>(column.label.size()) + 4.0;
        canvas_.write({place.x + 0.5 * place.step, bottom_ + 18.0},
                      fits || column.label.size() < 3
                          ? column.label
                          : "'" + column.label.substr(column.label.size() - 2), // '16 of 2016
                      Anchor::middle);
    }

    /// White around black, so that it is seen on every fill.
    void stroke(Canvas::Point at, double length) {
        canvas_.rule(at, {at.x + length, at.y}, "#ffffff", "6");
        canvas_.rule(at, {at.x + length, at.y}, "#000000", "3");
    }

    /// As wide as its columns, or as the longest word of its name where that fits.
    [[nodiscard]] double room_of(const StackedGroup& group) const {
        std::size_t longest = 0;
        for (const std::string& word : wrapped(group.name, 1))
            longest = std::max(longest, word.size());
        const double word = std::min(bold_width * static_cast<double>(longest), most_for_name_);
        return std::max(step_ * static_cast<double>(group.columns.size()), word);
    }

    /// Returns how much room it takes under the plot.
    double name_of_group(const StackedGroup& group, const Place& place) {
        const auto most = static_cast<std::size_t>(
            std::max(4.0, (place.step + 0.5 * between_groups) / bold_width));
        double y = 40.0;
        for (const std::string& line : wrapped(with_short_words(group.name, most), most)) {
            canvas_.write_bold({place.x + 0.5 * place.step, bottom_ + y}, line, Anchor::middle);
            y += 18.0;
        }
        return y;
    }

    const StackedBars& chart_;
    Canvas canvas_;
    Ticks ticks_;
    std::size_t columns_ = 0;
    double step_ = 0.0; ///< from one column to the next
    double most_for_name_ = 0.0;
    double right_ = 0.0; ///< of the plot
    double top_ = 0.0;
    double bottom_ = 0.0;
};

} // namespace

std::string svg(const StackedBars& chart) {
    return StackedDrawing(chart).draw();
}

} // namespace ketenplan::runner::report
