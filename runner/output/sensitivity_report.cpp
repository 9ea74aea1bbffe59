#include "output/sensitivity_report.hpp"

#include "declarations/declared.hpp"
#include "output/dutch.hpp"
#include "output/sensitivity_words.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace ketenplan::runner {

namespace {

using analysis::Estimate;
using analysis::Metamodel;
using analysis::Swing;

/// Below this the metamodel's division of the uncertainty is not to be relied upon: it leaves more
/// than a fifth of what it should explain unexplained.
constexpr double reliable = 0.8;
constexpr double mostly_noise = 0.9; ///< of the differences between points
constexpr std::size_t most_lines = 12;

class SensitivityText {
public:
    SensitivityText(const SensitivityOutcome& outcome, const Certainty& certainty)
        : outcome_(outcome), study_(*outcome.study), certainty_(certainty) {}

    std::string text(const std::vector<std::string>& warnings) {
        title();
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        in_short();
        for (std::size_t m = 0; m < study_.maten.size(); ++m)
            measure(m);
        not_varied();
        sureness();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    void title() {
        const std::string& name =
            study_.naam.empty() ? "Welke aannames bepalen de uitkomst?" : study_.naam;
        line(name);
        line(std::string(name.size(), '='));
        line(fmt::format("Basis: {}. {} onzekere getallen, elk op zijn laagst en op zijn hoogst {} "
                         "keer nagespeeld",
                         study_.basis.parameters.naam,
                         outcome_.varied.size(),
                         dutch(study_.replicaties, 0)));
        line("met hetzelfde toeval, de andere op hun waarde.");
    }

    [[nodiscard]] bool observed(std::size_t m) const {
        return std::ranges::any_of(outcome_.swings[m],
                                   [](const Swing& s) { return s.low.basis.n > 0; });
    }
    [[nodiscard]] bool is_certain(std::size_t m, std::size_t i) const {
        return analysis::is_certain(outcome_.swings[m][i], outcome_.varied.size());
    }

    /// The assumptions with a demonstrable effect that move the measure most.
    [[nodiscard]] std::vector<std::size_t> movers(std::size_t m, std::size_t most) const {
        std::vector<std::size_t> order = by_reach(outcome_, m);
        std::erase_if(order, [&](std::size_t i) { return !is_certain(m, i); });
        order.resize(std::min(order.size(), most));
        return order;
    }

    void in_short() {
        line("\nIn het kort: deze aannames verschuiven de uitkomst het meest");
        for (std::size_t m = 0; m < study_.maten.size(); ++m) {
            const Told t = told(study_.maten[m]);
            line(fmt::format("  {}", t.name));
            const auto top = movers(m, 3);
            if (top.empty())
                line("    geen enkele aanname heeft een aantoonbaar effect");
            for (const std::size_t i : top)
                mover(m, i, t);
        }
    }

    void mover(std::size_t m, std::size_t i, const Told& t) {
        const UncertainNumber& n = *outcome_.varied[i];
        const Swing& s = outcome_.swings[m][i];
        const int decimals = decimals_for(t.scale * s.low.basis.mean);
        line(fmt::format("    {}: {}", n.path, meaning_of(n.path)));
        line(fmt::format("      van {} op zijn laagst naar {} op zijn hoogst, in {}; nu {}",
                         dutch(t.scale * s.low.variant.mean, decimals),
                         dutch(t.scale * s.high.variant.mean, decimals),
                         t.unit,
                         dutch(t.scale * s.low.basis.mean, decimals)));
    }

    void measure(std::size_t m) {
        const Told t = told(study_.maten[m]);
        line(fmt::format("\n{}: {}", t.name, t.measure->meaning));
        if (!observed(m)) {
            line("  Hiervan is niets waargenomen.");
            return;
        }
        const Swing& any = outcome_.swings[m].front();
        const int decimals = decimals_for(t.scale * any.low.basis.mean);
        line(fmt::format("  nu {} {}; verschil daarmee als één aanname verandert (95%)",
                         dutch(t.scale * any.low.basis.mean, decimals),
                         t.unit));
        line(fmt::format(
            "  {:<58}{:<24}{:<26}{}", "aanname", "van - tot", "op zijn laagst", "op zijn hoogst"));
        const auto top = movers(m, most_lines);
        for (const std::size_t i : top)
            row(outcome_.varied[i], outcome_.swings[m][i], t, decimals);
        if (top.empty())
            line("  (geen enkele met een aantoonbaar effect)");
        division(m, t);
    }

    void row(const UncertainNumber* number, const Swing& s, const Told& t, int decimals) {
        const auto cell = [&](const Estimate& e) {
            return fmt::format("{} (± {})",
                               signed_words(t.scale * e.mean, decimals),
                               dutch(t.scale * e.half_width(), decimals));
        };
        line(fmt::format("  {:<58}{:<24}{:<26}{}",
                         number->path,
                         range_words(*number),
                         cell(s.low.verschil),
                         cell(s.high.verschil)));
    }

    /// How the uncertainty is divided when all chosen assumptions vary together.
    void division(std::size_t m, const Told& t) {
        if (outcome_.metamodels.empty())
            return;
        if (!outcome_.metamodels[m]) {
            line("  Over de verdeling van de onzekerheid is niets te zeggen: te weinig punten, of "
                 "overal dezelfde uitkomst.");
            return;
        }
        const Metamodel& model = *outcome_.metamodels[m];
        quality(model, t);
        if (std::isnan(model.indices.first.front()))
            return;
        if (!divides(model)) {
            line("  ! Daarmee is de onzekerheid niet te verdelen: neem meer `punten` of "
                 "`replicaties_per_punt`.");
            return;
        }
        line(fmt::format("  {:<58}{:<24}{}",
                         "aandeel in de onzekerheid, in procenten (95%)",
                         "alleen",
                         "met wisselwerking"));
        std::vector<std::size_t> order(outcome_.chosen.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, std::ranges::greater(), [&](std::size_t i) { return model.indices.total[i]; });
        const auto cell = [](double share, const analysis::Interval& interval) {
            return fmt::format("{} ({} tot {})",
                               dutch(100.0 * share, 0),
                               dutch(100.0 * interval.low, 0),
                               dutch(100.0 * interval.high, 0));
        };
        for (const std::size_t i : order)
            line(fmt::format("  {:<58}{:<24}{}",
                             outcome_.varied[outcome_.chosen[i]]->path,
                             cell(model.indices.first[i], model.intervals.first[i]),
                             cell(model.indices.total[i], model.intervals.total[i])));
    }

    void quality(const Metamodel& model, const Told& t) {
        const double deviation = t.scale * std::sqrt(std::max(model.indices.variance, 0.0));
        line(fmt::format(
            "  Als deze {} samen variëren: standaardafwijking {} {}. Een rekenmodel door {} punten "
            "voorspelt een",
            outcome_.chosen.size(),
            dutch(deviation, decimals_for(deviation)),
            t.unit,
            outcome_.points));
        line(fmt::format(
            "  weggelaten punt met Q2 = {} (1 is volmaakt; {}% van de verschillen tussen "
            "punten is toeval).",
            dutch(model.validation.q2, 2),
            dutch(100.0 * std::min(model.noise / model.spread, 1.0), 0)));
    }

    /// Whether the metamodel predicts enough to divide anything. What is noise cannot be predicted,
    /// and needs not be; but when nearly all is noise nothing has been learnt.
    static bool divides(const Metamodel& model) {
        const double noise = model.noise / model.spread;
        return noise < mostly_noise && model.validation.q2 + noise >= reliable;
    }

    void not_varied() {
        if (outcome_.not_varied.empty())
            return;
        line("\nNiet gevarieerd, omdat een grens niet kan in dit scenario");
        for (const NotVaried& skipped : outcome_.not_varied)
            line(fmt::format("  {} = {}: {}",
                             skipped.number->path,
                             units::quantity_text(skipped.value, skipped.number->dimension),
                             skipped.problem));
    }

    void sureness() {
        line("\nHoe zeker is dit?");
        line("  Getoond zijn aannames waarvan het effect met 95% zekerheid geen toeval is, alle "
             "aannames van een maat samen;");
        line("  tornado.csv heeft ze alle. De grenzen `laag` en `hoog` zijn zelf schattingen: een "
             "aanname met te nauwe grenzen lijkt onbelangrijk.");
        if (!outcome_.metamodels.empty())
            line(fmt::format("  De aandelen gaan over de {} aannames met de grootste uitslag; de "
                             "andere stonden daarbij op hun waarde.",
                             outcome_.chosen.size()));
        line(fmt::format("  Aannames: {}.", origin_words(certainty_, "de basis")));
    }

    const SensitivityOutcome& outcome_;
    const SensitivityStudy& study_;
    const Certainty& certainty_;
    std::string text_;
};

} // namespace

Told told(const analysis::Figure& figure) {
    const analysis::Measure& measure = analysis::measure_named(figure.measure);
    const bool share = measure.unit == "aandeel";
    return {&measure,
            fmt::format("{} ({})", figure.measure, figure.cell),
            share ? "procenten" : std::string(measure.unit),
            share ? 100.0 : 1.0};
}

std::string range_words(const UncertainNumber& number) {
    const bool share = number.dimension == units::Dimension::probability;
    const double scale = share ? 100.0 : 1.0;
    const std::string unit =
        share ? "%" : std::string(units::unit_after(number.high, number.dimension));
    return fmt::format("{} tot {}{}{}",
                       units::number_text(scale * number.low, ',', 4),
                       units::number_text(scale * number.high, ',', 4),
                       share || unit.empty() ? "" : " ",
                       unit);
}

std::string signed_words(double value, int decimals) {
    const std::string text = dutch(value, decimals);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return value > 0.0 && !zero ? "+" + text : text;
}

std::vector<std::size_t> by_reach(const SensitivityOutcome& outcome, std::size_t m) {
    std::vector<std::size_t> order(outcome.varied.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) {
        const double size = analysis::reach(outcome.swings[m][i]);
        return std::isnan(size) ? -1.0 : size;
    };
    std::ranges::stable_sort(order, std::ranges::greater(), key);
    return order;
}

std::string sensitivity_summary(const SensitivityOutcome& outcome,
                                const Certainty& certainty,
                                const std::vector<std::string>& warnings) {
    return SensitivityText(outcome, certainty).text(warnings);
}

} // namespace ketenplan::runner
