#include "output/calibration_report.hpp"

#include "analysis/ensemble_summary.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

namespace ketenplan::runner {

namespace {

using analysis::EnsembleRound;
using analysis::PredictiveCheck;
using analysis::Ridge;
using Eigen::Index;

/// Below it a parameter is said to be not determined.
constexpr double little_learned = 0.2;
/// Of a parameter that nothing depends on.
constexpr double too_much_chance = 0.1;
/// From it on two parameters are said to move together.
constexpr double together = 0.5;

/// About three digits, also of what is small.
std::string figure(double value) {
    const double size = std::abs(value);
    if (size == 0.0 || size >= 1.0)
        return dutch(value, decimals_for(value));
    return dutch(value, size >= 0.1 ? 3 : 4);
}

std::string range(double low, double high) {
    return fmt::format("{} - {}", figure(low), figure(high));
}

class CalibrationText {
public:
    explicit CalibrationText(const CalibrationOutcome& outcome)
        : outcome_(outcome), study_(*outcome.study), prior_(outcome.inversion->rounds.front()),
          last_(outcome.inversion->rounds.back()),
          what_(analysis::identify(prior_.scores, last_.scores)),
          chance_(analysis::chance_contraction(prior_, last_)) {
        for (const CalibratedParameter& p : study_.parameters)
            width_ = std::max(width_, p.path.size() + 2);
    }

    std::string text(const std::vector<std::string>& warnings) {
        title();
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        parameters();
        undetermined();
        moving_together();
        targets();
        fallen_out();
        how_to_read();
        return text_;
    }

private:
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    void title() {
        const std::string& name = study_.naam.empty() ? "Kalibratie" : study_.naam;
        line(name);
        line(std::string(name.size(), '='));
        line(fmt::format("Basis: {}. {} getallen gezocht bij {} cijfers: {} leden, {} rondes, {} "
                         "replicaties per lid en ronde.",
                         study_.scenario.parameters.naam,
                         study_.parameters.size(),
                         study_.doelen.size(),
                         study_.leden,
                         study_.rondes,
                         study_.replicaties));
        line(fmt::format("Afstand tot de cijfers (1 is toeval), midden van de leden: vooraf {}, "
                         "achteraf {}.",
                         figure(median(prior_.misfits)),
                         figure(median(last_.misfits))));
    }

    static std::vector<double> sorted(const Eigen::VectorXd& values) {
        std::vector<double> result(values.begin(), values.end());
        std::ranges::sort(result);
        return result;
    }
    static double median(const Eigen::VectorXd& values) {
        return analysis::quantile(sorted(values), 0.5);
    }
    [[nodiscard]] double learned(std::size_t p) const {
        return what_.contraction(static_cast<Index>(p));
    }

    void parameters() {
        line("\nWat is gezocht");
        line(fmt::format("  {:<{}}{:<10}{:>8}   {:<28}{:<28}{:>7}",
                         "getal",
                         width_,
                         "eenheid",
                         "basis",
                         "vooraf (5-95%)",
                         "achteraf (5-95%)",
                         "geleerd"));
        for (std::size_t p = 0; p < study_.parameters.size(); ++p) {
            const CalibratedParameter& parameter = study_.parameters[p];
            const std::string_view unit = units::native_unit(parameter.dimension);
            line(fmt::format("  {:<{}}{:<10}{:>8}   {:<28}{:<28}{:>6}%",
                             parameter.path,
                             width_,
                             unit.empty() ? "-" : unit,
                             figure(parameter.basis),
                             spread(prior_, p),
                             spread(last_, p),
                             dutch(100.0 * std::max(0.0, learned(p)), 0)));
        }
        line(fmt::format("  Een getal waar niets van afhangt zou bij zoveel leden {}% hebben "
                         "geleerd (van {} het meeste: {}%).",
                         dutch(100.0 * std::max(0.0, chance_.mean), 0),
                         analysis::control_count,
                         dutch(100.0 * std::max(0.0, chance_.largest), 0)));
        if (chance_.mean > too_much_chance)
            line("  ! Dat is veel: neem meer leden voordat u op deze uitkomst bouwt.");
    }

    static std::string spread(const EnsembleRound& round, std::size_t p) {
        const auto values = sorted(round.values.col(static_cast<Index>(p)));
        return fmt::format(
            "{} ({})",
            figure(analysis::quantile(values, 0.5)),
            range(analysis::quantile(values, 0.05), analysis::quantile(values, 0.95)));
    }

    void undetermined() {
        line("\nWat deze cijfers niet bepalen");
        std::vector<std::string> names;
        for (std::size_t p = 0; p < study_.parameters.size(); ++p) {
            if (learned(p) < std::max(little_learned, chance_.largest))
                names.push_back(study_.parameters[p].path);
        }
        if (names.empty() && what_.ridges.empty())
            line("  Elk getal, en elke combinatie ervan, is door de cijfers ingeperkt.");
        if (!names.empty())
            line(fmt::format("  Nauwelijks ingeperkt: {}.", listed(names)));
        for (const Ridge& ridge : what_.ridges)
            line("  - " + told(ridge));
    }

    [[nodiscard]] std::string told(const Ridge& ridge) const {
        std::vector<std::string> moves;
        for (const std::size_t p : analysis::dominant(ridge)) {
            const bool up = ridge.direction(static_cast<Index>(p)) > 0.0;
            moves.push_back(
                fmt::format("{} {}", study_.parameters[p].path, up ? "omhoog" : "omlaag"));
        }
        const std::string left = fmt::format("{}% van de variantie vooraf is er nog",
                                             dutch(100.0 * std::min(1.0, ridge.variance_ratio), 0));
        if (moves.size() == 1)
            return fmt::format(
                "los: {} ({}).", study_.parameters[analysis::dominant(ridge).front()].path, left);
        return fmt::format("richel: {}, of andersom ({}).", listed(moves), left);
    }

    void moving_together() {
        std::vector<std::string> pairs;
        for (std::size_t i = 0; i < study_.parameters.size(); ++i) {
            for (std::size_t j = i + 1; j < study_.parameters.size(); ++j) {
                const double r = what_.correlation(static_cast<Index>(i), static_cast<Index>(j));
                if (std::abs(r) >= together)
                    pairs.push_back(fmt::format("  - {} en {}: {}",
                                                study_.parameters[i].path,
                                                study_.parameters[j].path,
                                                dutch(r, 2)));
            }
        }
        if (pairs.empty())
            return;
        line(
            "\nWat alleen samen is bepaald (correlatie achteraf; negatief: de een omhoog, de ander "
            "omlaag)");
        for (const std::string& pair : pairs)
            line(pair);
    }

    void targets() {
        std::vector<analysis::Observation> observations;
        for (const CalibrationTarget& target : study_.doelen)
            observations.push_back(target.waarneming);
        const auto checks = analysis::predictive_checks(last_, observations);
        line("\nDe cijfers tegenover wat er had kunnen staan, achteraf");
        line(fmt::format("  {:<42}{:>9}{:>10}   {:<22}{:<6}{:>8}",
                         "cijfer",
                         "gedrukt",
                         "midden",
                         "kon er staan (5-95%)",
                         "raak",
                         "aandeel"));
        std::size_t hits = 0;
        for (std::size_t t = 0; t < checks.size(); ++t) {
            const CalibrationTarget& target = study_.doelen[t];
            const PredictiveCheck& check = checks[t];
            const bool hit = check.hits(target.waarneming.value);
            hits += hit ? 1 : 0;
            line(fmt::format("  {:<42}{:>9}{:>10}   {:<22}{:<6}{:>8}",
                             fmt::format("{} ({})", target.figuur.measure, target.figuur.cell),
                             figure(target.waarneming.value),
                             figure(check.p50),
                             range(check.p05, check.p95),
                             hit ? "ja" : "NEE",
                             dutch(check.share, 2)));
        }
        line(fmt::format("  {} van de {} raak.", hits, checks.size()));
    }

    void fallen_out() {
        std::map<std::string, std::size_t> by_reason;
        std::size_t count = 0;
        const auto& rounds = outcome_.inversion->rounds;
        for (std::size_t r = 0; r < rounds.size(); ++r) {
            for (const analysis::DroppedMember& dropped : rounds[r].dropped) {
                ++by_reason[(*outcome_.reasons)[r][dropped.member]];
                ++count;
            }
        }
        if (count == 0)
            return;
        line(fmt::format("\nLeden die afvielen: {} van de {}", count, study_.leden));
        line("  Met hun waarden kan het scenario niet; er is niets aan hersteld, zij tellen niet "
             "meer mee.");
        for (const auto& [reason, times] : by_reason)
            line(fmt::format("  {} keer: {}", times, reason));
    }

    void how_to_read() {
        line("\nHoe dit te lezen");
        line("  Vooraf is wat voor mogelijk werd gehouden voordat er naar de cijfers was gekeken; "
             "achteraf wat er");
        line("  daarvan bij de cijfers past, gegeven de andere aannames van de basis. Geleerd is "
             "hoeveel kleiner de");
        line("  variantie is. Een richel is een verschuiving die in geen van deze cijfers te zien "
             "is.");
        line(
            "  Raak: het gedrukte cijfer ligt in 9 van de 10 gevallen van wat er had kunnen staan: "
            "een gesimuleerd jaar");
        line(
            "  met de eigen fout van het cijfer (`marge`, `standaardafwijking`). Aandeel: hoe vaak "
            "dat aan");
        line(
            "  de krappe kant minstens zo ver gaat, maal twee; bij 0 kan het model het cijfer niet "
            "geven. Op deze");
        line("  cijfers is ingesteld: raak zijn bewijst niets, missen wel.");
        line("  De methode is een benadering (ES-MDA); zie docs/methods/calibration.md. "
             "Correlaties en richels gelden");
        line("  op de schaal van de verdeling vooraf.");
    }

    const CalibrationOutcome& outcome_;
    const CalibrationStudy& study_;
    const EnsembleRound& prior_;
    const EnsembleRound& last_;
    analysis::Identification what_;
    analysis::ChanceContraction chance_;
    std::size_t width_ = 0; ///< of the column of parameters
    std::string text_;
};

} // namespace

std::string calibration_summary(const CalibrationOutcome& outcome,
                                const std::vector<std::string>& warnings) {
    return CalibrationText(outcome).text(warnings);
}

} // namespace ketenplan::runner
