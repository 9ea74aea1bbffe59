#include "output/month_figures.hpp"

#include "output/dutch.hpp"
#include "output/month_narrator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace ketenplan::runner {

namespace {

using analysis::Estimate;
using analysis::MonthSeries;
using analysis::Paired;
using analysis::Scope;

/// One field of every month, with nothing where the months are not complete.
template <class Field>
std::vector<double> values(const MonthSeries& series, double scale, const Field& field) {
    std::vector<double> all(series.months.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t m = 0; m < series.complete; ++m)
        all[m] = scale * field(series.months[m]);
    return all;
}

Line level_line(const MonthSeries& series,
                double scale,
                Estimate Paired::* arm,
                const std::string& label,
                Ink ink) {
    return {label,
            ink,
            values(series, scale, [&](const Paired& p) { return (p.*arm).mean; }),
            values(series, scale, [&](const Paired& p) { return (p.*arm).p05; }),
            values(series, scale, [&](const Paired& p) { return (p.*arm).p95; })};
}

/// A tenth of the level: a difference below that is drawn as small as it is.
double reach_for(const MonthSeries& series, double scale) {
    constexpr double share = 0.1;
    double highest = 0.0;
    for (std::size_t m = 0; m < series.complete; ++m) {
        if (series.months[m].basis.n > 0)
            highest = std::max(highest, series.months[m].basis.mean);
    }
    return share * scale * highest;
}

Panel difference_panel(const MonthSeries& series, const MonthWords& words, double least_reach) {
    const auto part = [&](double Estimate::* field) {
        return values(series, words.scale, [&](const Paired& p) { return p.verschil.*field; });
    };
    Panel panel{
        .heading = fmt::format("Verschil, in {}", words.unit), .lines = {}, .height = 120.0};
    panel.difference = true;
    panel.least_reach = least_reach;
    panel.lines.push_back({"variant min basis",
                           Ink::verschil,
                           part(&Estimate::mean),
                           part(&Estimate::low),
                           part(&Estimate::high)});
    return panel;
}

std::vector<std::string> notes_for(const MonthStudy& study,
                                   const MonthSeries& series,
                                   const std::vector<engine::Date>& months) {
    std::vector<std::string> notes;
    if (study.paired())
        notes.push_back(fmt::format("Basis: {}. Variant: {}.",
                                    study.opzetten[0]->parameters.naam,
                                    study.opzetten[1]->parameters.naam));
    else
        notes.push_back(fmt::format("Scenario: {}.", study.opzetten[0]->parameters.naam));
    notes.push_back(fmt::format("Lijn: gemiddelde van {} keer naspelen. Lichte band: 9 van de 10 "
                                "keer ligt de maand daarin.",
                                dutch(static_cast<double>(study.replications), 0)));
    if (study.paired())
        notes.emplace_back("Onderaan: het gemiddelde verschil bij hetzelfde toeval, met zijn "
                           "95%-marge als band.");
    if (series.complete < months.size())
        notes.push_back(fmt::format("Vanaf {} ontbreekt de lijn: van meer dan 5% van die besluiten "
                                    "was het overleg er aan het "
                                    "einde van de periode nog niet.",
                                    month_name(months[series.complete])));
    return notes;
}

Chart chart_of(const MonthStudy& study,
               const MonthSeries& series,
               const MonthWords& words,
               const MonthNarrator& narrator) {
    Chart chart{.title = narrator.title(),
                .subtitle = narrator.subtitle(),
                .months = analysis::measured_months(*study.opzetten[0]),
                .panels = {},
                .marked = narrator.peak(),
                .notes = {}};
    chart.notes = notes_for(study, series, chart.months);
    Panel levels{.heading = std::string(words.heading), .lines = {}};
    if (!study.paired()) {
        levels.lines.push_back(level_line(series, words.scale, &Paired::basis, "", Ink::variant));
        chart.panels.push_back(std::move(levels));
        return chart;
    }
    const auto [basis, variant] =
        short_names(study.opzetten[0]->parameters.naam, study.opzetten[1]->parameters.naam);
    levels.lines.push_back(level_line(series, words.scale, &Paired::basis, basis, Ink::basis));
    levels.lines.push_back(
        level_line(series, words.scale, &Paired::variant, variant, Ink::variant));
    chart.panels.push_back(std::move(levels));
    chart.panels.push_back(difference_panel(series, words, reach_for(series, words.scale)));
    return chart;
}

/// False for what does not occur, such as Top60 cases in a place without a list.
bool has_values(const MonthSeries& series) {
    const auto occurs = [](const Estimate& e) {
        return e.n > 0 && (e.mean != 0.0 || e.p95 != 0.0);
    };
    return series.complete > 0 && std::ranges::any_of(series.months, [&](const Paired& p) {
               return occurs(p.basis) || occurs(p.variant);
           });
}

} // namespace

std::pair<std::string, std::string> short_names(const std::string& basis,
                                                const std::string& variant) {
    // "Huis Gouda 2015" and "Gouda 2015, een zieke": what they share ends the one, begins the
    // other.
    for (std::size_t from = 0; from != std::string::npos;) {
        const std::string_view shared = std::string_view(basis).substr(from);
        if (variant.starts_with(shared)) {
            const std::size_t rest = variant.find_first_not_of(" ,:;-", shared.size());
            return {"basis", rest == std::string::npos ? "variant" : variant.substr(rest)};
        }
        const std::size_t space = basis.find(' ', from);
        from = space == std::string::npos ? space : space + 1;
    }
    return {basis, variant};
}

std::vector<MonthFigure> month_figures(const MonthStudy& study) {
    std::vector<MonthFigure> figures;
    const bool one_subregio = study.opzetten[0]->parameters.subregios.size() == 1;
    for (const MonthWords& w : month_vocabulary()) {
        const std::size_t measure = analysis::month_measure(w.measure);
        const bool areas = analysis::month_measures()[measure].scope == Scope::area;
        for (const MonthSeries& series : study.series) {
            // A region of one subregio is that subregio.
            if (series.measure != measure || !has_values(series) ||
                (areas && one_subregio && series.index > 0))
                continue;
            std::string file = fmt::format("{}-{}.svg", w.file, series.cell);
            std::ranges::replace(file, '@', '-');
            const MonthNarrator narrator(study, series, w);
            figures.push_back(
                {file,
                 chart_of(study, series, w, narrator),
                 fmt::format("{}{}. {}", narrator.title(), narrator.numbers(), narrator.subtitle()),
                 narrator.notable()});
        }
    }
    return figures;
}

} // namespace ketenplan::runner
