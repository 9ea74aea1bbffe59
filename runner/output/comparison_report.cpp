#include "output/comparison_report.hpp"

#include "output/csv.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>

namespace ketenplan::runner {

namespace {

using analysis::Interval;
using analysis::Richting;
using analysis::Vergelijking;
using analysis::Verschil;

std::string direction_words(Richting direction) {
    switch (direction) {
    case Richting::lager:
        return "; lager is beter";
    case Richting::hoger:
        return "; hoger is beter";
    case Richting::geen:
        break;
    }
    return "";
}

class ComparisonText {
public:
    ComparisonText(const ComparisonStudy& outcome, const Certainty& certainty)
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
        sureness();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    [[nodiscard]] bool observed(std::size_t m) const {
        return outcome_.results[m].armen.front().n > 0;
    }
    [[nodiscard]] std::string name_of(std::size_t m) const {
        return fmt::format("{} ({})", study_.maten[m].maat, study_.maten[m].plaats);
    }

    void title() {
        const std::string& name = study_.naam.empty() ? "Vergelijking van opties" : study_.naam;
        line(name);
        line(std::string(name.size(), '='));
        line(fmt::format("Basis: {}. {} keer nagespeeld, elke optie met hetzelfde toeval.",
                         study_.armen.front().naam,
                         dutch(static_cast<double>(outcome_.replications), 0)));
        if (outcome_.precise)
            line(fmt::format(
                "De gevraagde precisie is bereikt: elk verschil is met 95% "
                "zekerheid op {}% van wat de basis heeft na bekend (maten die in de basis "
                "0 zijn tellen niet mee).",
                dutch(100.0 * *study_.precisie, 2)));
    }

    /// Per option: on which measures it is better, worse, or neither.
    void in_short() {
        line("\nIn het kort, tegenover de basis");
        for (std::size_t a = 1; a < study_.armen.size(); ++a) {
            std::map<std::string, std::vector<std::string>> by_verdict;
            for (std::size_t m = 0; m < study_.maten.size(); ++m) {
                if (!observed(m))
                    continue;
                const Verschil& v = outcome_.results[m].verschillen[a - 1];
                by_verdict[verdict(v, study_.maten[m].beter)].push_back(name_of(m) + size_of(m, v));
            }
            line("  " + study_.armen[a].naam);
            for (const char* word : {"beter",
                                     "slechter",
                                     "hoger",
                                     "lager",
                                     "geen aantoonbaar verschil",
                                     "precies gelijk",
                                     "onbekend"}) {
                if (by_verdict.contains(word))
                    line(fmt::format("    {}: {}", word, listed(by_verdict[word])));
            }
        }
    }

    /// ", van 12,3 naar 12,4 dagen": a difference that is certain may still be too small to matter.
    [[nodiscard]] std::string size_of(std::size_t m, const Verschil& v) const {
        const std::string said = verdict(v, study_.maten[m].beter);
        if (said != "beter" && said != "slechter" && said != "hoger" && said != "lager")
            return "";
        const analysis::Measure& known = analysis::measure_named(study_.maten[m].maat);
        const double scale = known.unit == "aandeel" ? 100.0 : 1.0;
        const double from = scale * outcome_.results[m].armen.front().mean;
        const double to = from + scale * v.paar.verschil.mean;
        int decimals = decimals_for(from);
        while (decimals < 4 && dutch(from, decimals) == dutch(to, decimals))
            ++decimals;
        return fmt::format(", van {} naar {}{}",
                           dutch(from, decimals),
                           dutch(to, decimals),
                           known.unit == "aandeel" ? "%" : " " + std::string(known.unit));
    }

    void measure(std::size_t m) {
        const StudyMeasure& asked = study_.maten[m];
        const analysis::Measure& known = analysis::measure_named(asked.maat);
        line(fmt::format("\n{}: {}", name_of(m), known.meaning));
        if (!observed(m)) {
            line("  Hiervan is niets waargenomen.");
            return;
        }
        scale_ = known.unit == "aandeel" ? 100.0 : 1.0;
        line(fmt::format("  in {}{}",
                         known.unit == "aandeel" ? "procenten" : known.unit,
                         direction_words(asked.beter)));
        line(fmt::format("  {:<38}{:>10}   {:<30}{:<28}{}",
                         "optie",
                         "gemiddeld",
                         "verschil (samen 95%)",
                         asked.beter == Richting::geen ? "in 100 jaar hoger" : "in 100 jaar beter",
                         "oordeel"));
        for (std::size_t a = 0; a < study_.armen.size(); ++a)
            row(m, a);
        best(m);
    }

    void row(std::size_t m, std::size_t a) {
        const Vergelijking& result = outcome_.results[m];
        std::string text = fmt::format(
            "  {:<38}{:>10}",
            study_.armen[a].naam,
            dutch(scale_ * result.armen[a].mean, decimals_for(scale_ * result.armen.front().mean)));
        if (a > 0) {
            const Verschil& v = result.verschillen[a - 1];
            text += fmt::format("   {:<30}{:<28}{}",
                                difference_words(v, result.armen.front().mean),
                                chance_words(v),
                                verdict(v, study_.maten[m].beter));
        }
        line(text);
    }

    /// With so many decimals that the interval can be told from its middle.
    [[nodiscard]] std::string difference_words(const Verschil& v, double level) const {
        constexpr int most = 4;
        const int usual = decimals_for(scale_ * level);
        const double half = scale_ * 0.5 * (v.samen.high - v.samen.low);
        const int decimals =
            half > 0.0 ? std::clamp(1 + static_cast<int>(std::ceil(-std::log10(half))), usual, most)
                       : usual;
        return fmt::format("{} ({} tot {})",
                           dutch(scale_ * v.paar.verschil.mean, decimals),
                           dutch(scale_ * v.samen.low, decimals),
                           dutch(scale_ * v.samen.high, decimals));
    }

    static std::string chance_words(const Verschil& v) {
        if (v.beter.trials == 0)
            return "";
        const auto equal =
            100.0 * static_cast<double>(v.gelijk) / static_cast<double>(v.beter.trials);
        return fmt::format("{} ({} tot {}){}",
                           dutch(100.0 * v.beter.share, 0),
                           dutch(100.0 * v.beter.interval.low, 0),
                           dutch(100.0 * v.beter.interval.high, 0),
                           equal < 0.5 ? "" : fmt::format(", {} gelijk", dutch(equal, 0)));
    }

    /// Which options can be the best, as far as the noise lets us see.
    void best(std::size_t m) {
        const std::vector<bool>& may_be_best = outcome_.results[m].misschien_best;
        std::vector<std::string> possible;
        for (std::size_t a = 0; a < may_be_best.size(); ++a) {
            if (may_be_best[a])
                possible.push_back(study_.armen[a].naam);
        }
        if (possible.size() == 1)
            line(fmt::format("  -> Het best, met 95% zekerheid: {}.", possible.front()));
        else if (possible.size() > 1)
            line(
                fmt::format("  -> Bij de beste horen: {}; met dit aantal replicaties zijn zij niet "
                            "uit elkaar te houden.",
                            listed(possible)));
    }

    void sureness() {
        line("\nHoe zeker is dit?");
        line("  De intervallen gelden met 95% voor alle opties en maten samen. \"In 100 jaar\" is "
             "hoe vaak de optie");
        line("  in een los jaar (of het gemiddelde van de jaren die het scenario meet) beter "
             "uitkomt dan de basis, met zijn eigen 95%-interval.");
        pairing();
        line(fmt::format("  Dit alles gaat over toeval, gegeven de aannames: {}.",
                         origin_words(certainty_, "de basis")));
    }

    static std::string times(double factor) {
        constexpr double most = 1000.0; // nearly every difference is 0
        return factor > most ? "meer dan 1.000" : dutch(factor, 1);
    }

    /// What comparing on the same chance was worth, over all differences.
    void pairing() {
        std::vector<double> factors;
        for (const Vergelijking& result : outcome_.results) {
            for (const Verschil& v : result.verschillen) {
                if (std::isfinite(v.variantie_gespaard))
                    factors.push_back(v.variantie_gespaard);
            }
        }
        if (factors.empty())
            return;
        std::ranges::sort(factors);
        line(fmt::format("  Door hetzelfde toeval te gebruiken is de variantie van een verschil {} "
                         "keer zo klein (mediaan; van {} tot {} keer),",
                         times(analysis::quantile(factors, 0.5)),
                         times(factors.front()),
                         times(factors.back())));
        line("  en waren voor dezelfde zekerheid zonder dat zoveel keer meer replicaties nodig.");
    }

    const ComparisonStudy& outcome_;
    const Study& study_;
    const Certainty& certainty_;
    double scale_ = 1.0; ///< shares are told in percents
    std::string text_;
};

void add_difference(Csv& csv, const Verschil& v, Richting direction) {
    csv.number(v.paar.verschil.mean)
        .number(v.paar.verschil.low)
        .number(v.paar.verschil.high)
        .number(v.samen.low)
        .number(v.samen.high)
        .number(v.beter.share)
        .number(v.beter.interval.low)
        .number(v.beter.interval.high)
        .number(v.beter.trials == 0
                    ? v.beter.share
                    : static_cast<double>(v.gelijk) / static_cast<double>(v.beter.trials))
        .number(v.variantie_gespaard)
        .text(verdict(v, direction));
}

} // namespace

std::string verdict(const Verschil& difference, Richting direction) {
    const Interval& interval = difference.samen;
    if (difference.beter.trials == 0 || std::isnan(interval.low))
        return "onbekend";
    if (difference.gelijk == difference.beter.trials)
        return "precies gelijk";
    if (interval.low <= 0.0 && interval.high >= 0.0)
        return "geen aantoonbaar verschil";
    const bool lower = interval.high < 0.0;
    if (direction == Richting::geen)
        return lower ? "lager" : "hoger";
    return lower == (direction == Richting::lager) ? "beter" : "slechter";
}

std::string comparison_summary(const ComparisonStudy& outcome,
                               const Certainty& certainty,
                               const std::vector<std::string>& warnings) {
    return ComparisonText(outcome, certainty).text(warnings);
}

Table comparison_table(const ComparisonStudy& outcome, DecimalMark mark) {
    Csv csv(mark,
            {"maat",
             "eenheid",
             "plaats",
             "beter",
             "optie",
             "naam",
             "replicaties",
             "gemiddelde",
             "gemiddelde_laag95",
             "gemiddelde_hoog95",
             "p05",
             "p95",
             "verschil",
             "verschil_laag95",
             "verschil_hoog95",
             "samen_laag95",
             "samen_hoog95",
             "deel_beter",
             "deel_beter_laag95",
             "deel_beter_hoog95",
             "deel_gelijk",
             "variantie_gespaard",
             "oordeel",
             "tegen_beste_laag",
             "tegen_beste_hoog"});
    const Study& study = *outcome.study;
    for (std::size_t m = 0; m < study.maten.size(); ++m) {
        const StudyMeasure& asked = study.maten[m];
        const Vergelijking& result = outcome.results[m];
        for (std::size_t a = 0; a < study.armen.size(); ++a) {
            const analysis::Estimate& e = result.armen[a];
            csv.text(asked.maat)
                .text(analysis::measure_named(asked.maat).unit)
                .text(asked.plaats)
                .text(direction_names[static_cast<std::size_t>(asked.beter)])
                .text(study.armen[a].key)
                .text(study.armen[a].naam)
                .whole(static_cast<std::int64_t>(e.n))
                .number(e.mean)
                .number(e.low)
                .number(e.high)
                .number(e.p05)
                .number(e.p95);
            if (a == 0) {
                for (int empty = 0; empty < 11; ++empty)
                    csv.text("");
            } else {
                add_difference(csv, result.verschillen[a - 1], asked.beter);
            }
            if (result.tegen_beste.empty())
                csv.text("").text("");
            else
                csv.number(result.tegen_beste[a].low).number(result.tegen_beste[a].high);
            csv.end_row();
        }
    }
    return {"vergelijking.csv", csv.content()};
}

} // namespace ketenplan::runner
