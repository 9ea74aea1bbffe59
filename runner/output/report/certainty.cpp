#include "output/report/context.hpp"
#include "output/report/fan_chart.hpp"
#include "output/report/report_tables.hpp"
#include "output/report/side_bars.hpp"
#include "output/report/texts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::runner::report {

namespace {

using finance::in_euro;

constexpr double in_thousands = 1000.0;
constexpr std::size_t drivers_drawn = 8;
constexpr double absent = std::numeric_limits<double>::quiet_NaN();

Markup cost_table_of(const Context& c) {
    TableText made;
    made.label = c.words.plain(texts::cost_title);
    made.header = {c.words.plain(texts::variant),
                   c.words.plain(texts::year),
                   "bijdragen",
                   "gemiddeld",
                   "p05",
                   "p50",
                   "p95"};
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        const Spread spread = realised_costs(c.study, c.outcome.varianten[v]);
        for (std::size_t y = 0; y < c.study.jaren; ++y) {
            const analysis::Estimate& e = spread.jaren[y];
            const auto number = [&](std::string_view column, double value) {
                return c.number_cell_of(
                    c.figure_name("spreiding.csv", v, y, spread.wat, column), value, 2);
            };
            made.rows.push_back(
                {{cell(c.key(v)),
                  cell(c.year(y)),
                  c.cents_cell(c.figure_name("varianten.csv", v, y, "bijdragen", "waarde"),
                               c.outcome.varianten[v].jaren[y].bijdragen),
                  number("gemiddeld", e.mean),
                  number("p05", e.p05),
                  number("p50", e.p50),
                  number("p95", e.p95)}});
        }
    }
    return table(made);
}

FanChart cost_chart(const Context& c) {
    FanChart chart;
    std::string description;
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        const Spread spread = realised_costs(c.study, c.outcome.varianten[v]);
        Fan fan;
        fan.name = c.name(v);
        for (std::size_t y = 0; y < c.study.jaren; ++y) {
            const analysis::Estimate& e = spread.jaren[y];
            fan.low.push_back(e.p05 / in_thousands);
            fan.middle.push_back(e.p50 / in_thousands);
            fan.high.push_back(e.p95 / in_thousands);
            fan.mark.push_back(in_euro(c.outcome.varianten[v].jaren[y].bijdragen) / in_thousands);
            const RiskYear& risk = c.outcome.varianten[v].risico[y];
            fan.outer_low.push_back(fan.mark.back() + risk.p05 / in_thousands);
            fan.outer_high.push_back(fan.mark.back() + risk.p95 / in_thousands);
            description += c.words.plain(texts::fan_item,
                                         c.name(v),
                                         c.year(y),
                                         c.words.number(e.p05, 0),
                                         c.words.number(e.p50, 0),
                                         c.words.number(e.p95, 0));
        }
        chart.fans.push_back(std::move(fan));
    }
    chart.axis = c.words.plain(texts::cost_axis);
    chart.mark = c.words.plain(texts::cost_mark);
    chart.band = c.words.plain(texts::cost_band);
    chart.outer_band = c.words.plain(texts::cost_outer_band);
    chart.places = c.years();
    chart.number = c.numbers();
    chart.text = {"figuur-kosten", c.words.plain(texts::cost_title), description};
    return chart;
}

Row risk_row(const Context& c, std::size_t v, std::size_t y) {
    const RiskYear& r = c.outcome.varianten[v].risico[y];
    const auto name = [&](std::string_view what) {
        return c.figure_name("risico.csv", v, y, what, "euro_of_aandeel");
    };
    const auto euro = [&](std::string_view what, double value) {
        return c.number_cell_of(name(what), value, 0);
    };
    return {{cell(c.key(v)),
             cell(c.year(y)),
             euro("gemiddeld", r.mean),
             euro("p05", r.p05),
             euro("p50", r.p50),
             euro("p80", r.p80),
             euro("p95", r.p95),
             number_cell(
                 figure(name("kans_op_tekort"), r.kans_tekort, c.words.percentage(r.kans_tekort))),
             c.number_cell_of(name("weerstandsvermogen"), r.ratio.value_or(absent), 2)}};
}

Markup risk_table_of(const Context& c) {
    TableText made;
    made.caption = c.words.say(texts::risk_caption);
    made.label = c.words.plain(texts::certainty);
    made.header = {c.words.plain(texts::variant),
                   c.words.plain(texts::year),
                   "gemiddeld",
                   "p05",
                   "p50",
                   "p80",
                   "p95",
                   "kans_op_tekort",
                   "weerstandsvermogen"};
    for (std::size_t v = 0; v < c.outcome.varianten.size(); ++v) {
        for (std::size_t y = 0; y < c.outcome.varianten[v].risico.size(); ++y)
            made.rows.push_back(risk_row(c, v, y));
    }
    return table(made);
}

std::vector<RiskDriver> largest_drivers(const Context& c) {
    std::vector<RiskDriver> drivers = c.outcome.varianten.front().risico.front().drijvers;
    std::erase_if(drivers, [](const RiskDriver& d) { return !(d.spreiding > 0.0); });
    std::ranges::stable_sort(drivers, std::greater{}, &RiskDriver::spreiding);
    drivers.resize(std::min(drivers_drawn, drivers.size()));
    return drivers;
}

Markup driver_table(const Context& c, const std::vector<RiskDriver>& drivers) {
    TableText made;
    made.label = c.words.plain(texts::driver);
    made.header = {
        c.words.plain(texts::driver), c.words.plain(texts::spread), c.words.plain(texts::share)};
    for (const RiskDriver& d : drivers) {
        const auto name = [&](std::string_view column) {
            return c.figure_name("risico.csv", 0, 0, "aandeel: " + d.naam, column);
        };
        made.rows.push_back(
            {{cell(d.naam),
              c.number_cell_of(name("spreiding"), d.spreiding, 0),
              number_cell(
                  figure(name("euro_of_aandeel"), d.aandeel, c.words.percentage(d.aandeel)))}});
    }
    return table(made);
}

Markup driver_figure(const Context& c) {
    const std::vector<RiskDriver> drivers = largest_drivers(c);
    if (drivers.empty())
        return {};
    SideBars chart;
    std::string description;
    for (const RiskDriver& d : drivers) {
        chart.rows.push_back({d.naam, {d.spreiding}});
        description += c.words.plain(texts::driver_item, d.naam, c.words.number(d.spreiding, 0));
    }
    chart.both_sides = true;
    chart.axis = c.words.plain(texts::driver_axis);
    chart.number = c.numbers();
    chart.text = {"figuur-oorzaken",
                  c.words.plain(texts::driver_title, c.first_year(), c.name(0)),
                  description};
    return figure({"oorzaken",
                   chart.text.title,
                   c.words.say(texts::driver_caption, text(c.first_year()), text(c.name(0))),
                   svg(chart),
                   driver_table(c, drivers),
                   c.words.plain(texts::table_behind)});
}

} // namespace

Markup certainty_section(const Context& c) {
    Markup made = heading(2, c.words.say(texts::certainty), "zeker");
    made += figure({"kosten",
                    c.words.plain(texts::cost_title),
                    c.words.say(texts::cost_caption),
                    svg(cost_chart(c)),
                    cost_table_of(c),
                    c.words.plain(texts::table_behind)});
    made += risk_table_of(c);
    const double prices = c.outcome.varianten.front().risico.front().aandeel_prijzen;
    made += paragraph(
        c.words.say(texts::risk_text,
                    figure(c.figure_name("risico.csv", 0, 0, "aandeel_prijzen", "euro_of_aandeel"),
                           prices,
                           c.words.percentage(prices)),
                    text(c.first_year())));
    made += driver_figure(c);
    return made;
}

} // namespace ketenplan::runner::report
