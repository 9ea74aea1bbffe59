#include "output/csv.hpp"
#include "output/formatie_report.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ketenplan::runner {

namespace {

using analysis::Bewijs;
using analysis::Formatie;
using analysis::Norm;
using analysis::Proportion;
using analysis::Richting;

/// The columns of add_norm.
const std::vector<std::string> norm_columns{"maat", "plaats", "richting", "grens", "kans_gevraagd"};

std::vector<std::string> joined(std::vector<std::string> columns,
                                const std::vector<std::string>& more) {
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

/// Columns "fte_<post>" for every post.
std::vector<std::string> with_posts(std::vector<std::string> before,
                                    const FormatieStudy& study,
                                    const std::vector<std::string>& after) {
    for (const auto& post : study.posten)
        before.push_back("fte_" + post.naam);
    return joined(std::move(before), after);
}

void add_formatie(Csv& csv, const Formatie& formatie, const FormatieStudy& study) {
    for (const int steps : formatie)
        csv.number(steps * study.stap);
}

void add_norm(Csv& csv, const Norm& norm, const FormatieStudy& study) {
    csv.text(study.cijfers[norm.cijfer].measure)
        .text(study.cijfers[norm.cijfer].cell)
        .text(norm.jaar.goed == Richting::hoger ? "minstens" : "hoogstens")
        .number(norm.jaar.grens)
        .number(norm.kans);
}

void add_chance(Csv& csv, const Proportion& chance) {
    csv.number(chance.share).number(chance.interval.low).number(chance.interval.high);
}

/// A row per norm of each formatie that was proved, with both certainties where there are two.
class Certificate {
public:
    Certificate(const FormatieStudy& study, DecimalMark mark)
        : study_(study), csv_(mark,
                              with_posts({"formatie"},
                                         study,
                                         joined(joined({"aannames", "replicaties"}, norm_columns),
                                                {"kans", "kans_laag", "kans_hoog", "oordeel"}))) {}

    void add(const std::string& name, const FormatieBewijs& both) {
        add(name, "gegeven", both.gegeven);
        add(name, "getrokken", both.breed);
    }

    void add(const std::string& name, const char* assumptions, const Bewijs& b) {
        for (std::size_t i = 0; i < study_.normen.size(); ++i) {
            csv_.text(name);
            add_formatie(csv_, b.formatie, study_);
            csv_.text(assumptions).whole(static_cast<std::int64_t>(b.replicaties));
            add_norm(csv_, study_.normen[i], study_);
            add_chance(csv_, b.normen[i]);
            csv_.text(oordeel_words(analysis::oordeel_van(b.normen[i], study_.normen[i])))
                .end_row();
        }
    }

    [[nodiscard]] Table table() const { return {"formatie.csv", csv_.content()}; }

private:
    const FormatieStudy& study_;
    Csv csv_;
};

Table certificate(const FormatieOutcome& outcome, DecimalMark mark) {
    Certificate certificate(*outcome.study, mark);
    if (outcome.zoektocht.kleinste)
        certificate.add("antwoord", outcome.antwoord);
    for (const GevraagdBewijs& asked : outcome.gevraagd)
        certificate.add(asked.naam, asked.bewijs);
    for (const Bewijs& b : outcome.minder)
        certificate.add("stap minder", "gegeven", b);
    for (const Bewijs& b : outcome.meer)
        certificate.add("fte meer", "gegeven", b);
    return certificate.table();
}

Table search_log(const FormatieOutcome& outcome, DecimalMark mark) {
    const FormatieStudy& study = *outcome.study;
    Csv csv(mark,
            with_posts({"nummer"},
                       study,
                       joined(joined({"oordeel", "replicaties"}, norm_columns),
                              {"gehaald", "waargenomen"})));
    for (std::size_t k = 0; k < outcome.zoektocht.beoordeeld.size(); ++k) {
        const auto& b = outcome.zoektocht.beoordeeld[k];
        for (std::size_t i = 0; i < study.normen.size(); ++i) {
            csv.whole(static_cast<std::int64_t>(k + 1));
            add_formatie(csv, b.formatie, study);
            csv.text(oordeel_words(b.oordeel)).whole(static_cast<std::int64_t>(b.replicaties));
            add_norm(csv, study.normen[i], study);
            csv.whole(static_cast<std::int64_t>(b.gehaald[i]))
                .whole(static_cast<std::int64_t>(b.waargenomen[i]))
                .end_row();
        }
    }
    return {"zoektocht.csv", csv.content()};
}

Table frontier_table(const FormatieOutcome& outcome, DecimalMark mark) {
    const FormatieStudy& study = *outcome.study;
    std::vector<std::string> after{"kosten",
                                   "replicaties",
                                   "alle_normen",
                                   "laag95",
                                   "hoog95",
                                   "alle_normen_over_aannames",
                                   "over_aannames_laag95",
                                   "over_aannames_hoog95"};
    for (const analysis::Figure& figure : study.cijfers)
        after.push_back(fmt::format("{}@{}", figure.measure, figure.cell));
    Csv csv(mark, with_posts({"fte"}, study, after));
    for (const FormatieBewijs& point : outcome.grens) {
        const Bewijs& b = point.gegeven;
        csv.number(fte_of(b.formatie, study));
        add_formatie(csv, b.formatie, study);
        csv.number(analysis::kosten_van(b.formatie, study.posten) * study.stap)
            .whole(static_cast<std::int64_t>(b.replicaties));
        add_chance(csv, b.alle);
        add_chance(csv, point.breed.alle);
        for (const analysis::Estimate& e : b.cijfers)
            csv.number(e.mean);
        csv.end_row();
    }
    return {"grens.csv", csv.content()};
}

Table assumptions_table(const FormatieOutcome& outcome, DecimalMark mark) {
    Csv csv(mark,
            {"parameter", "waarde", "laag", "hoog", "fte_bij_laag", "fte_bij_hoog", "aanname"});
    for (const auto& effect : outcome.effecten) {
        const UncertainNumber& n = outcome.study->aannames[effect.aanname];
        csv.text(n.path)
            .number(n.value)
            .number(n.low)
            .number(n.high)
            .number(effect.laag)
            .number(effect.hoog)
            .text(n.assumption)
            .end_row();
    }
    return {"aannames.csv", csv.content()};
}

} // namespace

std::vector<Table> formatie_tables(const FormatieOutcome& outcome, DecimalMark mark) {
    std::vector<Table> tables{search_log(outcome, mark)};
    if (outcome.zoektocht.kleinste || !outcome.gevraagd.empty())
        tables.push_back(certificate(outcome, mark));
    if (outcome.zoektocht.kleinste) {
        tables.push_back(frontier_table(outcome, mark));
        tables.push_back(assumptions_table(outcome, mark));
    }
    return tables;
}

} // namespace ketenplan::runner
