#include "commands/budget_run.hpp"

#include "analysis/proeven.hpp"
#include "input/budget_begin.hpp"
#include "output/budget_report.hpp"
#include "output/budget_workbook.hpp"
#include "output/dutch.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/report/budget_page.hpp"
#include "output/report/report_tables.hpp"
#include "output/results_folder.hpp"
#include "output/template.hpp"
#include "threads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace ketenplan::runner {

namespace {

using finance::Hoeveelheden;

constexpr const char* years_stage = "replicaties";
constexpr const char* worlds_stage = "trekkingen";

/// Worlds in which all that is not known is drawn: the numbers of the study, and of each scenario.
class Worlds {
public:
    explicit Worlds(const BudgetStudy& study) : study_(study) {
        for (const BudgetVariant& v : study.varianten)
            scenarios_.emplace_back(
                v.tree,
                uncertain_numbers(v.scenario, [](const ParameterRecord&) { return true; }),
                std::vector<EnsembleMember>{},
                study.zaad);
    }

    /// What gemeenten pay over all years in world `draw`, per variant, in euro. The numbers that
    /// two variants share are the same in both.
    [[nodiscard]] std::vector<double> contributions(std::uint32_t draw) const {
        const BudgetStudy prices = drawn_study(study_, draw);
        return analysis::in_first_that_fits(
            [](std::uint32_t, std::uint32_t again) { return again; },
            draw,
            [&](std::uint32_t again) {
                std::vector<double> paid;
                for (std::size_t v = 0; v < scenarios_.size(); ++v)
                    paid.push_back(of_variant(prices, v, draw, again));
                return paid;
            });
    }

private:
    [[nodiscard]] double of_variant(const BudgetStudy& prices,
                                    std::size_t v,
                                    std::uint32_t draw,
                                    std::uint32_t again) const {
        BudgetVariant variant = prices.varianten[v];
        parameters::Parameters house = scenarios_[v].of(draw, again);
        begin_in(house, study_, variant);
        const casus::Opzet opzet(house);
        variant.scenario.parameters = opzet.parameters;
        std::vector<analysis::Figure> figures;
        for (const BudgetQuantity& q : variant.hoeveelheden)
            figures.insert(figures.end(), q.figuren.begin(), q.figuren.end());
        const analysis::HoeveelheidReader reader(opzet, figures);
        std::vector<Hoeveelheden> replications;
        for (std::uint32_t k = 0; k < study_.per_trekking; ++k)
            replications.push_back(
                sums_of(variant.hoeveelheden,
                        reader.simulate({study_.zaad, draw * study_.per_trekking + k}),
                        0));
        finance::Centen sum = 0;
        for (const auto& year :
             finance::begroot(variant.model(study_.jaar, study_.jaren), replications))
            sum += year.bijdragen;
        return finance::in_euro(sum);
    }

    const BudgetStudy& study_;
    std::vector<UncertainScenarios> scenarios_;
};

/// Works out rows `rows.size()` to `count` - 1, on several threads; fewer after Ctrl-C.
template <class Row>
void extend(KeptRows::Rows& rows,
            std::size_t count,
            const BudgetRun::Workers& workers,
            const std::string& what,
            const Row& row) {
    const std::size_t first = std::min(rows.size(), count);
    rows.resize(count);
    Progress progress(count - first, what, workers.progress);
    ThreadExecutor executor(
        workers.threads, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    const std::size_t done = executor.run(
        count - first, [&](std::size_t job) { rows[first + job] = bits_of(row(first + job)); });
    rows.resize(first + done);
}

/// Years in which gemeenten cannot be told what they pay, with why.
std::vector<std::string> not_spread(const BudgetOutcome& outcome) {
    std::vector<std::string> warnings;
    const BudgetStudy& study = *outcome.study;
    for (std::size_t v = 0; v < outcome.varianten.size(); ++v) {
        std::map<std::string, std::string> years; // per reason
        for (std::size_t y = 0; y < study.jaren; ++y) {
            const finance::Bezwaar objection = spread_over_gemeenten(outcome, v, y).bezwaar;
            std::string reason;
            if (outcome.varianten[v].jaren[y].bijdragen < 0)
                reason = "de baten zijn hoger dan de lasten; er is niets bij te dragen, en het "
                         "overschot is niet verdeeld";
            else if (objection != finance::Bezwaar::geen)
                reason = fmt::format("de bijdragen zijn niet verdeeld: sleutel {} {}",
                                     study.bijdragen->sleutels[study.sleutel].key,
                                     why(objection));
            else
                continue;
            std::string& found = years[reason];
            found += fmt::format(
                "{}{}", found.empty() ? "" : ", ", study.jaar + static_cast<std::int32_t>(y));
        }
        for (const auto& [reason, when] : years)
            warnings.push_back(fmt::format("{} in {}: {}.", study.varianten[v].naam, when, reason));
    }
    return warnings;
}

/// Whose reserve must still be paid in by somebody.
std::vector<std::string> reserves_to_fill(const BudgetStudy& study) {
    std::vector<std::string> warnings;
    const finance::Centen present = study.varianten.front().reserve;
    for (const BudgetVariant& v : study.varianten) {
        if (v.reserve > present)
            warnings.push_back(fmt::format(
                "{} begint met een reserve van {} euro. Wie die vult, betaalt haar naast de "
                "bijdragen: zij staat in geen enkel jaar van de begroting.",
                v.naam,
                dutch(finance::in_euro(v.reserve), 0)));
    }
    return warnings;
}

std::vector<std::string> warnings_for(const BudgetOutcome& outcome) {
    const BudgetStudy& study = *outcome.study;
    const std::size_t done = outcome.replicaties;
    std::vector<std::string> warnings;
    const auto add = [&](const std::string& warning) {
        if (std::ranges::find(warnings, warning) == warnings.end())
            warnings.push_back(warning);
    };
    for (const BudgetVariant& v : study.varianten) {
        for (const std::string& warning : warnings_of(v.scenario))
            add(warning);
    }
    for (const auto& found : {study.waarschuwingen, not_spread(outcome), reserves_to_fill(study)}) {
        for (const std::string& warning : found)
            add(warning);
    }
    if (done < study.replicaties)
        add(fmt::format("Gestopt na {} van de {} replicaties.", done, study.replicaties));
    return warnings;
}

/// What the workbook says of the run; nothing of this machine or moment.
RunFacts facts_of(const BudgetStudy& study, const BudgetOutcome& outcome) {
    RunFacts facts{{"Programma", "ketenplan " + program_version()},
                   {"Opdracht", "begroting"},
                   {"Zaad", std::to_string(study.zaad)},
                   {"Replicaties", std::to_string(outcome.replicaties)},
                   {"Trekkingen", std::to_string(outcome.trekkingen.size())}};
    for (const BudgetVariant& v : study.varianten) {
        for (const InputFile& file : v.scenario.files)
            facts.emplace_back(fmt::format("Bestand ({})", v.key),
                               fmt::format("{} ({:016x})",
                                           std::filesystem::path(file.path).filename().string(),
                                           file.hash));
    }
    return facts;
}

} // namespace

std::uint64_t question_of(const BudgetStudy& study) {
    Question question{"begroting", study.zaad, {study.file}, {study.per_trekking}};
    for (const BudgetVariant& v : study.varianten)
        question.files.insert(
            question.files.end(), v.scenario.files.begin(), v.scenario.files.end());
    return digest_of(question);
}

BudgetRun::BudgetRun(const BudgetStudy& study, KeptRows& kept)
    : study_(study), years_(kept.rows(years_stage)), worlds_(kept.rows(worlds_stage)) {
    tell_found(years_.size(), years_stage);
    for (const BudgetVariant& v : study.varianten) {
        const casus::Opzet& opzet = opzetten_.emplace_back(v.scenario.parameters);
        readers_.emplace_back(opzet, figures_of(v));
    }
}

void BudgetRun::simulate(const Workers& workers) {
    extend(years_,
           study_.replicaties,
           workers,
           fmt::format("replicaties van {} varianten", study_.varianten.size()),
           [&](std::size_t r) { return replication(r); });
    if (years_.size() < study_.replicaties)
        return;
    const Worlds worlds(study_);
    extend(worlds_, study_.trekkingen, workers, worlds_stage, [&](std::size_t d) {
        return worlds.contributions(static_cast<std::uint32_t>(d));
    });
}

bool BudgetRun::complete() const {
    return years_.size() >= study_.replicaties && worlds_.size() >= study_.trekkingen;
}

std::vector<double> BudgetRun::replication(std::size_t r) const {
    std::vector<double> row;
    for (const analysis::HoeveelheidReader& reader : readers_) {
        const Hoeveelheden found = reader.simulate({study_.zaad, static_cast<std::uint32_t>(r)});
        row.insert(row.end(), found.values.begin(), found.values.end());
    }
    return row;
}

Hoeveelheden BudgetRun::of_variant(const std::vector<double>& row, std::size_t v) const {
    std::size_t first = 0;
    for (std::size_t before = 0; before < v; ++before)
        first += figures_of(study_.varianten[before]).size() * study_.jaren;
    const std::size_t count = figures_of(study_.varianten[v]).size() * study_.jaren;
    const auto begin = row.begin() + static_cast<std::ptrdiff_t>(first);
    return {study_.jaren, {begin, begin + static_cast<std::ptrdiff_t>(count)}};
}

BudgetOutcome BudgetRun::outcome() const {
    BudgetOutcome made;
    made.study = &study_;
    made.replicaties = years_.size();
    for (std::size_t v = 0; v < study_.varianten.size(); ++v) {
        std::vector<Hoeveelheden> rows;
        for (const KeptRows::Row& row : years_)
            rows.push_back(of_variant(doubles_of(row), v));
        made.varianten.push_back(cost_variant(study_, study_.varianten[v], rows));
    }
    add_risks(study_, made.varianten);
    for (const KeptRows::Row& row : worlds_)
        made.trekkingen.push_back(doubles_of(row));
    return made;
}

std::string write_budget(const std::string& directory,
                         const BudgetOutcome& outcome,
                         DecimalMark mark,
                         Language language) {
    const BudgetStudy& study = *outcome.study;
    const std::vector<std::string> warnings = warnings_for(outcome);
    const RunFacts facts = facts_of(study, outcome);
    std::string text = budget_summary(outcome, warnings);
    std::vector<Table> tables = budget_tables_of(outcome, mark);
    tables.push_back({"samenvatting.txt", text});
    for (Table& table : report::report_tables(outcome, mark))
        tables.push_back(std::move(table));
    tables.push_back({"begroting.xlsx", budget_workbook(outcome, warnings, facts)});
    tables.push_back({"rapport.html", budget_page(outcome, warnings, facts, language)});
    for (const BudgetVariant& v : study.varianten)
        tables.push_back(
            {fmt::format("scenario-{}.toml", v.key), scenario_template(v.scenario.parameters)});
    Scenario described = study.varianten.front().scenario;
    if (study.bijdragen)
        described.files.push_back(study.bijdragen->file);
    write_folder(directory,
                 tables,
                 manifest({"begroting", study.zaad, study.replicaties, warnings},
                          described,
                          outcome.replicaties,
                          tables));
    return text;
}

} // namespace ketenplan::runner
