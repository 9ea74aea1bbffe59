#include "output/month_tables.hpp"

#include "output/chart_layout.hpp"
#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace ketenplan::runner {

namespace {

using analysis::Estimate;
using analysis::Paired;
using analysis::Scope;

std::vector<std::string> header(std::vector<std::string> what, bool paired) {
    const std::vector<std::string> numbers =
        paired ? std::vector<std::string>{"n",
                                          "basis",
                                          "variant",
                                          "verschil",
                                          "laag95",
                                          "hoog95",
                                          "basis_p5",
                                          "basis_p95",
                                          "variant_p5",
                                          "variant_p95"}
               : std::vector<std::string>{"n", "gemiddelde", "laag95", "hoog95", "p5", "p95"};
    what.insert(what.end(), numbers.begin(), numbers.end());
    return what;
}

void write(Csv& csv, const Paired& p, bool paired) {
    const Estimate& precise = paired ? p.verschil : p.basis;
    csv.whole(static_cast<std::int64_t>(precise.n)).number(p.basis.mean);
    if (paired)
        csv.number(p.variant.mean).number(p.verschil.mean);
    csv.number(precise.low).number(precise.high).number(p.basis.p05).number(p.basis.p95);
    if (paired)
        csv.number(p.variant.p05).number(p.variant.p95);
    csv.end_row();
}

/// "2015-03".
std::string month_text(engine::Date day) {
    const std::chrono::year_month_day ymd{day};
    return fmt::format(
        "{}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()));
}

/// The sentences of the figures that are, or are not, worth attention.
void tell(std::string& text, const std::vector<MonthFigure>& figures, bool notable) {
    for (const MonthFigure& figure : figures) {
        if (figure.notable != notable)
            continue;
        text += '\n';
        for (const std::string& line : wrapped(figure.sentence, 96))
            text += line + "\n";
        text += fmt::format("    ({})\n", figure.file);
    }
}

} // namespace

Table months_table(const MonthStudy& study, DecimalMark mark) {
    Csv csv(mark, header({"maat", "eenheid", "cel", "maand", "onvolledig"}, study.paired()));
    const auto months = analysis::measured_months(*study.opzetten[0]);
    for (const analysis::MonthSeries& series : study.series) {
        const analysis::MonthMeasure& measure = analysis::month_measures()[series.measure];
        for (std::size_t m = 0; m < series.months.size(); ++m) {
            csv.text(measure.name).text(measure.unit).text(series.cell);
            csv.text(month_text(months[m])).text(m < series.complete ? "" : "ja");
            write(csv, series.months[m], study.paired());
        }
    }
    return {"maanden.csv", csv.content()};
}

Table years_table(const std::vector<analysis::Arm>& arms, DecimalMark mark) {
    Csv csv(mark, header({"maat", "eenheid", "cel", "jaar"}, true));
    const auto columns = arms[0].years.columns();
    for (const analysis::SharedColumn at :
         analysis::shared_columns(columns, arms[1].years.columns())) {
        const analysis::Column& column = columns[at.basis];
        const analysis::Measure& measure = analysis::measures()[column.measure];
        if (measure.scope == Scope::municipality)
            continue;
        csv.text(measure.name).text(measure.unit).text(column.cell);
        csv.text(column.year ? fmt::format("{}", *column.year) : "hele periode");
        write(csv,
              analysis::compare(arms[0].years.values(at.basis), arms[1].years.values(at.variant)),
              true);
    }
    return {"jaren.csv", csv.content()};
}

std::string month_summary(const MonthStudy& study,
                          const std::vector<MonthFigure>& figures,
                          const std::vector<std::string>& warnings) {
    const auto& basis = study.opzetten[0]->parameters.naam;
    std::string text = "Maandbeeld: " + basis + "\n";
    if (study.paired())
        text += fmt::format("vergeleken met: {}\n", study.opzetten[1]->parameters.naam);
    text += fmt::format("{} keer nagespeeld{}.\n",
                        dutch(static_cast<double>(study.replications), 0),
                        study.paired() ? ", beide met hetzelfde toeval" : "");
    if (!warnings.empty())
        text += "\nLet op:\n";
    for (const std::string& warning : warnings)
        text += "  ! " + warning + "\n";
    tell(text, figures, true);
    if (std::ranges::any_of(figures, [](const MonthFigure& f) { return !f.notable; }))
        text += "\nZonder noemenswaardig verschil:\n";
    tell(text, figures, false);
    text += '\n';
    return text;
}

} // namespace ketenplan::runner
