#include "output/bar_chart.hpp"
#include "output/csv.hpp"
#include "output/dutch.hpp"
#include "output/sensitivity_report.hpp"
#include "output/sensitivity_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

namespace {

using analysis::Metamodel;
using analysis::Swing;

constexpr std::size_t most_bars = 15;

void add_difference(Csv& csv, const analysis::Estimate& e) {
    csv.number(e.mean).number(e.low).number(e.high);
}

void add_figure(Csv& csv, const analysis::Figure& figure) {
    csv.text(figure.measure).text(told(figure).measure->unit).text(figure.cell);
}

void tornado_row(Csv& csv, const SensitivityOutcome& outcome, std::size_t m, std::size_t i) {
    const UncertainNumber& n = *outcome.varied[i];
    const Swing& s = outcome.swings[m][i];
    add_figure(csv, outcome.study->maten[m]);
    csv.text(n.path)
        .text(units::native_unit(n.dimension))
        .number(n.low)
        .number(n.value)
        .number(n.high)
        .whole(static_cast<std::int64_t>(s.across.verschil.n))
        .number(s.low.basis.mean)
        .number(s.low.variant.mean)
        .number(s.high.variant.mean);
    add_difference(csv, s.low.verschil);
    add_difference(csv, s.high.verschil);
    add_difference(csv, s.across.verschil);
    csv.text(analysis::is_certain(s, outcome.varied.size()) ? "ja" : "nee")
        .text(std::ranges::find(outcome.chosen, i) != outcome.chosen.end() ? "ja" : "nee")
        .text(n.assumption);
    csv.end_row();
}

void sobol_row(Csv& csv, const SensitivityOutcome& outcome, std::size_t m, std::size_t i) {
    const Metamodel& model = *outcome.metamodels[m];
    add_figure(csv, outcome.study->maten[m]);
    csv.text(outcome.varied[outcome.chosen[i]]->path)
        .number(model.indices.first[i])
        .number(model.intervals.first[i].low)
        .number(model.intervals.first[i].high)
        .number(model.indices.total[i])
        .number(model.intervals.total[i].low)
        .number(model.intervals.total[i].high)
        .number(model.parameters.lengths[i]);
    csv.end_row();
}

/// Characters of the names of files: what a cell has besides letters becomes a dash.
std::string file_name(const analysis::Figure& figure) {
    std::string name = fmt::format("tornado-{}-{}.svg", figure.measure, figure.cell);
    std::ranges::replace(name, '@', '-');
    std::ranges::replace(name, '/', '-');
    return name;
}

TornadoChart
chart_of(const SensitivityOutcome& outcome, std::size_t m, const std::vector<std::size_t>& order) {
    const Told t = told(outcome.study->maten[m]);
    const Swing& largest = outcome.swings[m][order.front()];
    const double now = t.scale * largest.low.basis.mean;
    const int decimals = decimals_for(now);
    TornadoChart chart;
    chart.title =
        fmt::format("{} verschuift het meest met {}", t.name, outcome.varied[order.front()]->path);
    chart.subtitle = fmt::format("{}: nu {} {}; met deze aanname van {} tot {}.",
                                 t.measure->meaning,
                                 dutch(now, decimals),
                                 t.unit,
                                 dutch(t.scale * largest.low.variant.mean, decimals),
                                 dutch(t.scale * largest.high.variant.mean, decimals));
    chart.axis = fmt::format("verschil met nu, in {}", t.unit);
    for (const std::size_t i : order) {
        const Swing& s = outcome.swings[m][i];
        const auto scaled = [&](const analysis::Estimate& e) {
            return analysis::Interval{t.scale * e.low, t.scale * e.high};
        };
        chart.bars.push_back({outcome.varied[i]->path,
                              range_words(*outcome.varied[i]),
                              t.scale * s.low.verschil.mean,
                              t.scale * s.high.verschil.mean,
                              scaled(s.low.verschil),
                              scaled(s.high.verschil)});
    }
    chart.notes = {fmt::format(
        "Elke aanname op haar laagst en hoogst, de andere op hun waarde; {} replicaties met "
        "hetzelfde toeval. Streep: 95%-interval van het verschil.",
        outcome.study->replicaties)};
    return chart;
}

} // namespace

Table tornado_table(const SensitivityOutcome& outcome, DecimalMark mark) {
    Csv csv(mark,
            {"maat",
             "eenheid",
             "plaats",
             "parameter",
             "eenheid_parameter",
             "laag",
             "waarde",
             "hoog",
             "replicaties",
             "nu",
             "bij_laag",
             "bij_hoog",
             "verschil_laag",
             "verschil_laag_laag95",
             "verschil_laag_hoog95",
             "verschil_hoog",
             "verschil_hoog_laag95",
             "verschil_hoog_hoog95",
             "van_laag_naar_hoog",
             "van_laag_naar_hoog_laag95",
             "van_laag_naar_hoog_hoog95",
             "aantoonbaar",
             "in_ontwerp",
             "aanname"});
    for (std::size_t m = 0; m < outcome.study->maten.size(); ++m) {
        for (const std::size_t i : by_reach(outcome, m))
            tornado_row(csv, outcome, m, i);
    }
    return {"tornado.csv", csv.content()};
}

Table sobol_table(const SensitivityOutcome& outcome, DecimalMark mark) {
    Csv csv(mark,
            {"maat",
             "eenheid",
             "plaats",
             "parameter",
             "eerste_orde",
             "eerste_orde_laag95",
             "eerste_orde_hoog95",
             "totaal",
             "totaal_laag95",
             "totaal_hoog95",
             "correlatielengte"});
    for (std::size_t m = 0; m < outcome.metamodels.size(); ++m) {
        for (std::size_t i = 0; outcome.metamodels[m] && i < outcome.chosen.size(); ++i)
            sobol_row(csv, outcome, m, i);
    }
    return {"sobol.csv", csv.content()};
}

Table metamodel_table(const SensitivityOutcome& outcome, DecimalMark mark) {
    Csv csv(mark,
            {"maat",
             "eenheid",
             "plaats",
             "punten",
             "replicaties_per_punt",
             "q2",
             "rmse",
             "binnen95",
             "variantie_punten",
             "variantie_ruis",
             "variantie_metamodel",
             "procesvariantie",
             "nugget"});
    for (std::size_t m = 0; m < outcome.metamodels.size(); ++m) {
        if (!outcome.metamodels[m])
            continue;
        const Metamodel& model = *outcome.metamodels[m];
        add_figure(csv, outcome.study->maten[m]);
        csv.whole(static_cast<std::int64_t>(model.validation.predicted.size()))
            .whole(outcome.study->replicaties_per_punt)
            .number(model.validation.q2)
            .number(model.validation.rmse)
            .number(model.validation.within95)
            .number(model.spread)
            .number(model.noise)
            .number(model.indices.variance)
            .number(model.parameters.variance)
            .number(model.parameters.nugget);
        csv.end_row();
    }
    return {"metamodel.csv", csv.content()};
}

std::vector<Table> tornado_charts(const SensitivityOutcome& outcome) {
    std::vector<Table> charts;
    for (std::size_t m = 0; m < outcome.study->maten.size(); ++m) {
        std::vector<std::size_t> order = by_reach(outcome, m);
        std::erase_if(order, [&](std::size_t i) {
            const double size = analysis::reach(outcome.swings[m][i]);
            return std::isnan(size) || size == 0.0;
        });
        if (order.empty())
            continue;
        order.resize(std::min(order.size(), most_bars));
        charts.push_back({file_name(outcome.study->maten[m]), svg(chart_of(outcome, m, order))});
    }
    return charts;
}

} // namespace ketenplan::runner
