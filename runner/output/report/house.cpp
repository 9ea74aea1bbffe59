#include "analysis/measures.hpp"
#include "output/dutch.hpp"
#include "output/report/context.hpp"
#include "output/report/fan_chart.hpp"
#include "output/report/report_tables.hpp"
#include "output/report/texts.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::runner::report {

namespace {

/// One figure of the house in every variant, in the order of the variants; empty where a variant
/// has none.
struct HouseFigure {
    std::string wat;
    std::vector<std::vector<analysis::Estimate>> varianten;
};

bool observed(const std::vector<analysis::Estimate>& years) {
    return std::ranges::any_of(years, [](const analysis::Estimate& e) { return e.n > 0; });
}

std::vector<HouseFigure> house_figures_of(const Context& c) {
    std::vector<HouseFigure> figures;
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        for (Spread& spread : house_spreads(c.study, c.outcome.varianten[v])) {
            auto known = std::ranges::find(figures, spread.wat, &HouseFigure::wat);
            if (known == figures.end())
                known =
                    figures.insert(figures.end(), {spread.wat, {c.outcome.varianten.size(), {{}}}});
            known->varianten[v] = std::move(spread.jaren);
        }
    }
    return figures;
}

std::string_view measure_part(std::string_view name) {
    return name.substr(0, name.find(' '));
}

std::string unit_of(const Context& c, std::string_view name) {
    const std::string unit(analysis::measure_named(measure_part(name)).unit);
    if (unit == "aandeel")
        return c.words.plain(texts::percents);
    if (!c.words.english())
        return unit;
    if (unit == "dagen")
        return "days";
    return unit == "gewogen casussen" ? "weighted cases" : unit;
}

/// Shares are drawn as percentages.
double scale_of(std::string_view name) {
    constexpr double percents = 100.0;
    return analysis::measure_named(measure_part(name)).unit == "aandeel" ? percents : 1.0;
}

bool all_zero(const HouseFigure& what) {
    return std::ranges::all_of(what.varianten, [](const auto& years) {
        return std::ranges::all_of(years, [](const analysis::Estimate& e) {
            return e.n == 0 || (e.mean == 0.0 && e.p95 == 0.0);
        });
    });
}

int decimals_of(const HouseFigure& what) {
    double largest = 0.0;
    for (const auto& years : what.varianten) {
        for (const analysis::Estimate& e : years)
            largest = std::isfinite(e.p95) ? std::max(largest, e.p95) : largest;
    }
    return decimals_in_words(scale_of(what.wat) * largest);
}

Markup house_table(const Context& c, const HouseFigure& what) {
    TableText made;
    made.label = what.wat;
    made.header = {c.words.plain(texts::variant),
                   c.words.plain(texts::year),
                   "gemiddeld",
                   "p05",
                   "p50",
                   "p95"};
    const int decimals = decimals_of(what) + (scale_of(what.wat) > 1.0 ? 3 : 1);
    for (std::size_t v = 0; v < what.varianten.size(); ++v) {
        for (std::size_t y = 0; y < what.varianten[v].size(); ++y) {
            const analysis::Estimate& e = what.varianten[v][y];
            const auto number = [&](std::string_view column, double value) {
                return c.number_cell_of(
                    c.figure_name("spreiding.csv", v, y, what.wat, column), value, decimals);
            };
            made.rows.push_back({{cell(c.key(v)),
                                  cell(c.year(y)),
                                  number("gemiddeld", e.mean),
                                  number("p05", e.p05),
                                  number("p50", e.p50),
                                  number("p95", e.p95)}});
        }
    }
    return table(made);
}

FanChart house_chart(const Context& c, const HouseFigure& what, std::size_t number) {
    FanChart chart;
    const int decimals = decimals_of(what);
    const double scale = scale_of(what.wat);
    std::string description;
    for (std::size_t v = 0; v < what.varianten.size(); ++v) {
        Fan fan;
        fan.name = c.name(v);
        for (std::size_t y = 0; y < what.varianten[v].size(); ++y) {
            const analysis::Estimate& e = what.varianten[v][y];
            fan.low.push_back(scale * e.p05);
            fan.middle.push_back(scale * e.p50);
            fan.high.push_back(scale * e.p95);
            description += c.words.plain(texts::fan_item,
                                         c.name(v),
                                         c.year(y),
                                         c.words.number(fan.low.back(), decimals),
                                         c.words.number(fan.middle.back(), decimals),
                                         c.words.number(fan.high.back(), decimals));
        }
        chart.fans.push_back(std::move(fan));
    }
    chart.axis = c.words.plain(texts::house_axis, what.wat, unit_of(c, what.wat));
    chart.places = c.years();
    chart.number = c.numbers();
    chart.decimals = decimals;
    chart.text = {"figuur-huis-" + std::to_string(number),
                  c.words.plain(texts::house_title, what.wat),
                  description};
    return chart;
}

Markup house_figure(const Context& c, const HouseFigure& what, std::size_t number) {
    Markup caption = Markup::trusted("<strong>" + escaped(what.wat) + "</strong>");
    const std::string meaning = c.words.meaning(what.wat);
    if (!meaning.empty())
        caption += text(": " + meaning + ".");
    const FanChart chart = house_chart(c, what, number);
    return figure({"huis-" + std::to_string(number),
                   chart.text.title,
                   caption,
                   svg(chart),
                   house_table(c, what),
                   c.words.plain(texts::table_behind)});
}

} // namespace

Markup house_part(const Context& c) {
    Markup made;
    std::size_t number = 0;
    std::string missing;
    std::string zero;
    for (const HouseFigure& what : house_figures_of(c)) {
        if (std::ranges::none_of(what.varianten, observed))
            missing += (missing.empty() ? "" : ", ") + what.wat;
        else if (all_zero(what))
            zero += (zero.empty() ? "" : ", ") + what.wat;
        else
            made += house_figure(c, what, ++number);
    }
    if (made.empty() && missing.empty() && zero.empty())
        return made;
    Markup part = heading(3, c.words.say(texts::house_heading), "huis");
    part += paragraph(c.words.say(texts::house_text));
    part += made;
    if (!zero.empty())
        part += paragraph(c.words.say(texts::house_zero, text(zero)));
    if (!missing.empty())
        part += paragraph(c.words.say(texts::house_none, text(missing)));
    return part;
}

} // namespace ketenplan::runner::report
