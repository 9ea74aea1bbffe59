#include "output/chart.hpp"
#include "output/dutch.hpp"
#include "output/formatie_report.hpp"

#include <fmt/format.h>

#include <utility>

namespace ketenplan::runner {

namespace {

using analysis::Bewijs;

/// A chance along the frontier, in percent, with its interval.
Line chances(const std::vector<FormatieBewijs>& points,
             std::string label,
             Ink ink,
             Bewijs FormatieBewijs::* certainty) {
    Line line{.label = std::move(label), .ink = ink, .y = {}, .low = {}, .high = {}};
    for (const FormatieBewijs& point : points) {
        const analysis::Proportion& p = (point.*certainty).alle;
        line.y.push_back(100.0 * p.share);
        line.low.push_back(100.0 * p.interval.low);
        line.high.push_back(100.0 * p.interval.high);
    }
    return line;
}

Line waits(const std::vector<FormatieBewijs>& points,
           std::size_t figure,
           std::string label,
           Ink ink) {
    Line line{.label = std::move(label), .ink = ink, .y = {}, .low = {}, .high = {}};
    for (const FormatieBewijs& point : points)
        line.y.push_back(point.gegeven.cijfers[figure].mean);
    return line;
}

} // namespace

Table formatie_chart(const FormatieOutcome& outcome) {
    const FormatieStudy& study = *outcome.study;
    const double answer = fte_of(outcome.antwoord.gegeven.formatie, study);
    Chart chart;
    chart.title = fmt::format("Met {} fte haalt {}% van de jaren alle normen{}",
                              dutch(answer, 1),
                              dutch(100.0 * outcome.antwoord.gegeven.alle.share, 0),
                              study.is_onzeker()
                                  ? fmt::format(", en {}% over de aannames",
                                                dutch(100.0 * outcome.antwoord.breed.alle.share, 0))
                                  : "");
    chart.subtitle = study.naam;
    chart.numbers = {"fte van de posten samen", {}};
    for (std::size_t i = 0; i < outcome.grens.size(); ++i) {
        const double fte = fte_of(outcome.grens[i].gegeven.formatie, study);
        chart.numbers->x.push_back(fte);
        if (outcome.grens[i].gegeven.formatie == outcome.antwoord.gegeven.formatie)
            chart.marked = i;
    }
    Panel norms{.heading = "Jaren waarin alle normen worden gehaald, in % (band: 95%-interval)",
                .lines = {}};
    norms.lines.push_back(
        chances(outcome.grens, "gegeven de aannames", Ink::variant, &FormatieBewijs::gegeven));
    if (study.is_onzeker())
        norms.lines.push_back(
            chances(outcome.grens, "over de aannames", Ink::basis, &FormatieBewijs::breed));
    chart.panels.push_back(std::move(norms));
    const auto label = [&](std::size_t figure) {
        const std::string& measure = study.cijfers[figure].measure;
        return measure.substr(0, measure.rfind("_km"));
    };
    Panel panel{.heading = "Gemiddeld wachten, gegeven de aannames, in dagen",
                .lines = {},
                .height = 150.0};
    for (std::size_t c = study.normen.size(); c < study.cijfers.size(); ++c)
        panel.lines.push_back(
            waits(outcome.grens, c, label(c), panel.lines.empty() ? Ink::variant : Ink::basis));
    chart.panels.push_back(std::move(panel));
    chart.notes.emplace_back("Elke stap gaat naar de post waar hij het meest oplevert. Cijfers: "
                             "grens.csv.");
    return {"grens.svg", svg(chart)};
}

} // namespace ketenplan::runner
