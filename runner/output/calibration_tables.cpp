#include "analysis/ensemble_summary.hpp"
#include "output/calibration_report.hpp"
#include "output/csv.hpp"

namespace ketenplan::runner {

namespace {

using analysis::EnsembleRound;
using Eigen::Index;

Csv& add_member(Csv& csv, std::size_t member, std::size_t round, std::size_t rounds) {
    return csv.whole(static_cast<std::int64_t>(member))
        .whole(static_cast<std::int64_t>(round))
        .whole(static_cast<std::int64_t>(rounds));
}

} // namespace

Table ensemble_table(const CalibrationOutcome& outcome, DecimalMark mark) {
    std::vector<std::string> header{ensemble_columns::lid,
                                    ensemble_columns::ronde,
                                    ensemble_columns::rondes,
                                    ensemble_columns::toestand,
                                    ensemble_columns::misfit};
    for (const CalibratedParameter& p : outcome.study->parameters)
        header.push_back(p.path);
    Csv csv(mark, header);
    const auto& rounds = outcome.inversion->rounds;
    for (std::size_t r = 0; r < rounds.size(); ++r) {
        const EnsembleRound& round = rounds[r];
        for (std::size_t m = 0; m < round.members.size(); ++m) {
            const auto row = static_cast<Index>(m);
            add_member(csv, round.members[m], r, outcome.study->rondes)
                .text(ensemble_columns::meegeteld)
                .number(round.misfits(row));
            for (const double value : round.values.row(row))
                csv.number(value);
            csv.end_row();
        }
        for (const analysis::DroppedMember& dropped : round.dropped) {
            add_member(csv, dropped.member, r, outcome.study->rondes)
                .text(ensemble_columns::afgevallen)
                .text("");
            for (const double value : dropped.values)
                csv.number(value);
            csv.end_row();
        }
    }
    return {"ensemble.csv", csv.content()};
}

Table calibration_targets_table(const CalibrationOutcome& outcome, DecimalMark mark) {
    Csv csv(mark,
            {"maat",
             "plaats",
             "bron",
             "waarde",
             "standaardafwijking",
             "vooraf_gemiddelde",
             "vooraf_p5",
             "vooraf_p95",
             "achteraf_gemiddelde",
             "achteraf_p5",
             "achteraf_p50",
             "achteraf_p95",
             "raak",
             "aandeel"});
    std::vector<analysis::Observation> observations;
    for (const CalibrationTarget& target : outcome.study->doelen)
        observations.push_back(target.waarneming);
    const auto& rounds = outcome.inversion->rounds;
    const auto before = analysis::predictive_checks(rounds.front(), observations);
    const auto after = analysis::predictive_checks(rounds.back(), observations);
    for (std::size_t t = 0; t < observations.size(); ++t) {
        const CalibrationTarget& target = outcome.study->doelen[t];
        csv.text(target.figuur.measure)
            .text(target.figuur.cell)
            .text(target.bron)
            .number(target.waarneming.value)
            .number(target.waarneming.standard_deviation)
            .number(before[t].mean)
            .number(before[t].p05)
            .number(before[t].p95)
            .number(after[t].mean)
            .number(after[t].p05)
            .number(after[t].p50)
            .number(after[t].p95)
            .text(after[t].hits(target.waarneming.value) ? "ja" : "nee")
            .number(after[t].share)
            .end_row();
    }
    return {"doelen.csv", csv.content()};
}

Table correlation_table(const CalibrationOutcome& outcome, DecimalMark mark) {
    Csv csv(mark, {"parameter", "met", "correlatie"});
    const auto& rounds = outcome.inversion->rounds;
    const auto what = analysis::identify(rounds.front().scores, rounds.back().scores);
    const auto& parameters = outcome.study->parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        for (std::size_t j = i + 1; j < parameters.size(); ++j)
            csv.text(parameters[i].path)
                .text(parameters[j].path)
                .number(what.correlation(static_cast<Index>(i), static_cast<Index>(j)))
                .end_row();
    }
    return {"samenhang.csv", csv.content()};
}

} // namespace ketenplan::runner
