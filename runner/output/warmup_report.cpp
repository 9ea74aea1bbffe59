#include "output/warmup_report.hpp"

#include "analysis/maanden.hpp"
#include "output/chart.hpp"
#include "output/chart_layout.hpp"
#include "output/csv.hpp"
#include "output/dutch.hpp"
#include "output/month_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>

namespace ketenplan::runner {

namespace {

using analysis::Opwarmdiagnose;
using analysis::Opwarming;

constexpr std::array<std::string_view, 4> words{
    "genoeg", "te kort", "niet vast te stellen", "komt niet voor"};

std::string_view word_of(Opwarming oordeel) {
    return words[static_cast<std::size_t>(oordeel)];
}

std::string months_of(std::size_t n) {
    return fmt::format("{} {}", n, n == 1 ? "maand" : "maanden");
}

std::size_t count(const WarmupStudy& study, Opwarming oordeel) {
    return static_cast<std::size_t>(
        std::ranges::count(study.diagnoses, oordeel, &Opwarmdiagnose::oordeel));
}

const analysis::MonthMeasure& measure_of(const Opwarmdiagnose& d) {
    return analysis::month_measures()[d.measure];
}

std::string title_of(const Opwarmdiagnose& d, std::size_t chosen) {
    if (d.oordeel == Opwarming::niet_vast_te_stellen)
        return fmt::format(
            "{}: niet vast te stellen of {} opwarming genoeg is", d.cell, months_of(chosen));
    return fmt::format("{}: volgelopen na {}; de opwarming van {} is {}",
                       d.cell,
                       months_of(d.mser.truncate),
                       months_of(chosen),
                       word_of(d.oordeel));
}

std::vector<double> scaled(std::vector<double> values, double scale) {
    for (double& value : values)
        value *= scale;
    return values;
}

Chart chart_of(const WarmupStudy& study, const Opwarmdiagnose& d, const MonthWords& w) {
    Chart chart{.title = title_of(d, study.chosen),
                .subtitle = "",
                .months = analysis::measured_months(*study.opzet),
                .panels = {},
                .marked = {},
                .notes = {}};
    if (study.chosen < chart.months.size())
        chart.marked = study.chosen;
    Panel panel{.heading = std::string(w.heading), .lines = {}};
    panel.lines.push_back({"per maand", Ink::basis, scaled(d.means, w.scale), {}, {}});
    panel.lines.push_back(
        {"gemiddeld over 13 maanden", Ink::variant, scaled(d.gladde, w.scale), {}, {}});
    chart.panels.push_back(std::move(panel));
    chart.notes.push_back(fmt::format("Scenario: {}. Gemiddelde van {} keer naspelen, vanaf het "
                                      "begin van de opwarming; de stippellijn is het begin van "
                                      "het meten.",
                                      study.opzet->parameters.naam,
                                      dutch(static_cast<double>(study.replications), 0)));
    chart.notes.emplace_back(
        "Dikke lijn: voortschrijdend gemiddelde van Welch, zes maanden naar "
        "weerszijden. Volgelopen: volgens MSER-5, op vijf maanden nauwkeurig.");
    return chart;
}

void wrap_into(std::string& text, const std::string& paragraph) {
    constexpr std::size_t width = 96;
    for (const std::string& line : wrapped(paragraph, width))
        text += line + "\n";
}

/// The measures for which the warm-up is short, the most distorted first.
std::vector<const Opwarmdiagnose*> short_ones(const WarmupStudy& study) {
    std::vector<const Opwarmdiagnose*> found;
    for (const Opwarmdiagnose& d : study.diagnoses) {
        if (d.oordeel == Opwarming::te_kort)
            found.push_back(&d);
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const Opwarmdiagnose* d) {
        return std::isnan(d->vertekening) ? 0.0 : std::abs(d->vertekening);
    });
    return found;
}

/// What would be enough for every figure that settles; the warm-up itself when that is.
std::size_t enough_months(const WarmupStudy& study) {
    std::size_t months = study.chosen;
    for (const Opwarmdiagnose* d : short_ones(study))
        months = std::max(months, d->mser.truncate);
    return months;
}

std::string advice(const WarmupStudy& study) {
    return fmt::format(
        "Met looptijd.opwarming = \"{}\" is zij ook voor deze cijfers lang genoeg; dat "
        "kost alleen rekentijd.",
        months_of(enough_months(study)));
}

std::string verdict(const WarmupStudy& study) {
    const std::size_t all = study.diagnoses.size() - count(study, Opwarming::geen_waarden);
    std::string text =
        study.chosen == 0
            ? "Dit scenario heeft geen opwarming (`looptijd.opwarming` is 0): het meten begint "
              "meteen. "
            : fmt::format("De opwarming is {}. ", months_of(study.chosen));
    text += fmt::format("Van {} maandcijfers is dat voor {} genoeg, voor {} te kort, en voor {} "
                        "niet vast te stellen.",
                        all,
                        count(study, Opwarming::genoeg),
                        count(study, Opwarming::te_kort),
                        count(study, Opwarming::niet_vast_te_stellen));
    return text;
}

} // namespace

Table warmup_table(const WarmupStudy& study, DecimalMark mark) {
    Csv csv(
        mark,
        {"maat", "eenheid", "cel", "opwarming_maanden", "mser_maanden", "oordeel", "vertekening"});
    for (const Opwarmdiagnose& d : study.diagnoses) {
        csv.text(measure_of(d).name).text(measure_of(d).unit).text(d.cell);
        csv.whole(static_cast<std::int64_t>(study.chosen));
        csv.number(d.mser.accepted ? static_cast<double>(d.mser.truncate)
                                   : std::numeric_limits<double>::quiet_NaN());
        csv.text(word_of(d.oordeel)).number(d.vertekening);
        csv.end_row();
    }
    return {"opwarming.csv", csv.content()};
}

Table warmup_course(const WarmupStudy& study, DecimalMark mark) {
    Csv csv(mark, {"maat", "eenheid", "cel", "maand", "opwarming", "gemiddelde", "welch"});
    const auto months = analysis::measured_months(*study.opzet);
    for (const Opwarmdiagnose& d : study.diagnoses) {
        for (std::size_t m = 0; m < months.size(); ++m) {
            const std::chrono::year_month_day ymd{months[m]};
            csv.text(measure_of(d).name).text(measure_of(d).unit).text(d.cell);
            csv.text(fmt::format(
                "{}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month())));
            csv.text(m < study.chosen ? "ja" : "").number(d.means[m]).number(d.gladde[m]);
            csv.end_row();
        }
    }
    return {"verloop.csv", csv.content()};
}

std::vector<Table> warmup_figures(const WarmupStudy& study) {
    std::vector<Table> figures;
    for (const MonthWords& w : month_vocabulary()) {
        for (const Opwarmdiagnose& d : study.diagnoses) {
            const bool drawn = measure_of(d).scope == analysis::Scope::role || d.cell == "regio";
            if (measure_of(d).name != w.measure || !drawn || d.oordeel == Opwarming::geen_waarden)
                continue;
            std::string file = fmt::format("opwarming-{}-{}.svg", w.file, d.cell);
            std::ranges::replace(file, '@', '-');
            figures.push_back({file, svg(chart_of(study, d, w))});
        }
    }
    return figures;
}

std::string warmup_summary(const WarmupStudy& study, const std::vector<std::string>& warnings) {
    std::string text = fmt::format("Opwarming: {}\n{} keer nagespeeld, {} vanaf het begin van de "
                                   "opwarming.\n\n",
                                   study.opzet->parameters.naam,
                                   dutch(static_cast<double>(study.replications), 0),
                                   months_of(analysis::measured_months(*study.opzet).size()));
    for (const std::string& warning : warnings)
        text += "  ! " + warning + "\n";
    wrap_into(text, verdict(study));
    if (!study.left_out.empty())
        wrap_into(text,
                  fmt::format("Niet meegedaan heeft wat zelf met de tijd verandert: {}.",
                              fmt::join(study.left_out, ", ")));
    const auto found = short_ones(study);
    if (!found.empty())
        text += "\nLet op, te kort voor:\n";
    for (const Opwarmdiagnose* d : found)
        text += fmt::format("  ! {} ({}): vol na {}; wat nu wordt gemeten ligt {}% {}\n",
                            measure_of(*d).name,
                            d->cell,
                            months_of(d->mser.truncate),
                            dutch(100.0 * std::abs(d->vertekening), 1),
                            d->vertekening < 0.0 ? "te laag" : "te hoog");
    if (!found.empty())
        wrap_into(text, advice(study));
    if (count(study, Opwarming::niet_vast_te_stellen) > 0) {
        text += "\n";
        wrap_into(text,
                  "Niet vast te stellen: het cijfer komt in de eerste helft van de bekeken periode "
                  "niet tot rust. Neem meer --jaren; helpt dat niet, dan groeit er iets.");
    }
    return text;
}

Table warmup_options_table(const std::vector<WarmupOption>& options, DecimalMark mark) {
    Csv csv(mark,
            {"optie",
             "opwarming_maanden",
             "genoeg",
             "te_kort",
             "niet_vast_te_stellen",
             "genoeg_voor_alle_maanden"});
    for (const WarmupOption& option : options) {
        const WarmupStudy& study = *option.study;
        csv.text(option.key)
            .whole(static_cast<std::int64_t>(study.chosen))
            .whole(static_cast<std::int64_t>(count(study, Opwarming::genoeg)))
            .whole(static_cast<std::int64_t>(count(study, Opwarming::te_kort)))
            .whole(static_cast<std::int64_t>(count(study, Opwarming::niet_vast_te_stellen)))
            .whole(static_cast<std::int64_t>(enough_months(study)))
            .end_row();
    }
    return {"opties.csv", csv.content()};
}

std::string warmup_options_summary(const std::vector<WarmupOption>& options,
                                   const std::vector<std::string>& warnings) {
    std::string text = "Opwarming van de opties van een studie\n";
    for (const std::string& warning : warnings)
        text += "  ! " + warning + "\n";
    for (const WarmupOption& option : options) {
        text += fmt::format("\n{} ({})\n", option.naam, option.key);
        wrap_into(text, verdict(*option.study));
        if (count(*option.study, Opwarming::te_kort) > 0)
            wrap_into(text, advice(*option.study));
    }
    return text;
}

} // namespace ketenplan::runner
