#include "analysis/hoeveelheden.hpp"
#include "analysis/proeven.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/budget_study.hpp"
#include "output/atomic_file.hpp"
#include "output/budget_outcome.hpp"
#include "output/budget_report.hpp"
#include "output/budget_workbook.hpp"
#include "output/input_template.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/report/budget_page.hpp"
#include "output/report/report_tables.hpp"
#include "output/results_folder.hpp"
#include "output/template.hpp"
#include "store/kept_rows.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>

namespace ketenplan::runner {

namespace {

using finance::Hoeveelheden;

constexpr const char* years_stage = "replicaties";
constexpr const char* worlds_stage = "trekkingen";

std::uint64_t question_of(const BudgetStudy& study) {
    Question question{"begroting", study.zaad, {study.file}, {study.per_trekking}};
    for (const BudgetVariant& v : study.varianten)
        question.files.insert(
            question.files.end(), v.scenario.files.begin(), v.scenario.files.end());
    return digest_of(question);
}

/// The variants of a study, ready to be simulated.
class Simulations {
public:
    explicit Simulations(const BudgetStudy& study) : study_(study) {
        for (const BudgetVariant& v : study.varianten) {
            const casus::Opzet& opzet = opzetten_.emplace_back(v.scenario.parameters);
            readers_.emplace_back(opzet, figures_of(v));
        }
    }

    /// All variants of one replication, one row after the other.
    [[nodiscard]] std::vector<double> replication(std::size_t r) const {
        std::vector<double> row;
        for (const analysis::HoeveelheidReader& reader : readers_) {
            const Hoeveelheden found =
                reader.simulate({study_.zaad, static_cast<std::uint32_t>(r)});
            row.insert(row.end(), found.values.begin(), found.values.end());
        }
        return row;
    }

    /// Variant `v` of such a row.
    [[nodiscard]] Hoeveelheden of_variant(const std::vector<double>& row, std::size_t v) const {
        std::size_t first = 0;
        for (std::size_t before = 0; before < v; ++before)
            first += figures_of(study_.varianten[before]).size() * study_.jaren;
        const std::size_t count = figures_of(study_.varianten[v]).size() * study_.jaren;
        const auto begin = row.begin() + static_cast<std::ptrdiff_t>(first);
        return {study_.jaren, {begin, begin + static_cast<std::ptrdiff_t>(count)}};
    }

private:
    const BudgetStudy& study_;
    std::deque<casus::Opzet> opzetten_; ///< stay where they are
    std::vector<analysis::HoeveelheidReader> readers_;
};

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
        const casus::Opzet opzet(scenarios_[v].of(draw, again));
        BudgetVariant variant = prices.varianten[v];
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
            const BegrotingOptions& options,
            const std::string& what,
            const Row& row) {
    const std::size_t first = std::min(rows.size(), count);
    rows.resize(count);
    Progress progress(count - first, what, options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    const std::size_t done = executor.run(
        count - first, [&](std::size_t job) { rows[first + job] = bits_of(row(first + job)); });
    rows.resize(first + done);
}

std::vector<std::string> warnings_for(const BudgetStudy& study, std::size_t done) {
    std::vector<std::string> warnings;
    const auto add = [&](const std::string& warning) {
        if (std::ranges::find(warnings, warning) == warnings.end())
            warnings.push_back(warning);
    };
    for (const BudgetVariant& v : study.varianten) {
        for (const std::string& warning : warnings_of(v.scenario))
            add(warning);
    }
    for (const std::string& warning : study.waarschuwingen)
        add(warning);
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

BudgetOutcome outcome_of(const BudgetStudy& study,
                         const Simulations& simulations,
                         const KeptRows::Rows& years,
                         const KeptRows::Rows& worlds) {
    BudgetOutcome outcome;
    outcome.study = &study;
    outcome.replicaties = years.size();
    for (std::size_t v = 0; v < study.varianten.size(); ++v) {
        std::vector<Hoeveelheden> rows;
        for (const KeptRows::Row& row : years)
            rows.push_back(simulations.of_variant(doubles_of(row), v));
        outcome.varianten.push_back(cost_variant(study, study.varianten[v], rows));
    }
    add_risks(study, outcome.varianten);
    for (const KeptRows::Row& row : worlds)
        outcome.trekkingen.push_back(doubles_of(row));
    return outcome;
}

int write_template(const BudgetStudy& study, const std::string& file) {
    write_atomically(file, input_template(study));
    fmt::print("{} is geschreven; het blad Uitleg zegt hoe u het gebruikt.\n", file);
    return exit_ok;
}

BudgetStudy asked(const BegrotingOptions& options) {
    BudgetStudy study = read_budget_study(options.studie);
    study.replicaties = options.replicaties.value_or(study.replicaties);
    study.trekkingen = options.trekkingen.value_or(study.trekkingen);
    study.zaad = options.zaad.value_or(study.zaad);
    if (study.varianten.size() < 2)
        study.trekkingen = 0; // nothing to rank
    return study;
}

/// Replications of every variant, and when they are all there the draws, on from what was kept.
void simulate(const BudgetStudy& study,
              const Simulations& simulations,
              const BegrotingOptions& options,
              KeptRows& kept) {
    KeptRows::Rows& years = kept.rows(years_stage);
    extend(years,
           study.replicaties,
           options,
           fmt::format("replicaties van {} varianten", study.varianten.size()),
           [&](std::size_t r) { return simulations.replication(r); });
    if (years.size() < study.replicaties)
        return;
    const Worlds worlds(study);
    extend(kept.rows(worlds_stage), study.trekkingen, options, worlds_stage, [&](std::size_t d) {
        return worlds.contributions(static_cast<std::uint32_t>(d));
    });
}

/// Every file of results; returns what is printed.
std::string
write(const std::string& directory, const BudgetOutcome& outcome, const BegrotingOptions& options) {
    const BudgetStudy& study = *outcome.study;
    const std::vector<std::string> warnings = warnings_for(study, outcome.replicaties);
    const RunFacts facts = facts_of(study, outcome);
    std::string text = budget_summary(outcome, warnings);
    std::vector<Table> tables = budget_tables_of(outcome, options.decimaal);
    tables.push_back({"samenvatting.txt", text});
    for (Table& table : report::report_tables(outcome, options.decimaal))
        tables.push_back(std::move(table));
    tables.push_back({"begroting.xlsx", budget_workbook(outcome, warnings, facts)});
    tables.push_back({"rapport.html", budget_page(outcome, warnings, facts, options.taal)});
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

} // namespace

int begroting(const BegrotingOptions& options) {
    const BudgetStudy study = asked(options);
    if (!options.sjabloon.empty())
        return write_template(study, options.sjabloon);
    const std::string directory = results_directory(options.uit, options.studie);
    make_directory(directory); // before the work, so that a bad place is known at once
    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(study));
    tell_found(kept.rows(years_stage).size(), years_stage);
    const Simulations simulations(study);
    simulate(study, simulations, options, kept);
    const std::size_t done = kept.rows(years_stage).size();
    if (done < 2) {
        fmt::print(
            stderr,
            "ketenplan: gestopt voordat er twee replicaties klaar waren; niets geschreven.\n");
        return exit_interrupted;
    }
    const bool stopped =
        done < study.replicaties || kept.rows(worlds_stage).size() < study.trekkingen;
    if (stopped)
        keep_for_next_run(kept);
    const BudgetOutcome outcome =
        outcome_of(study, simulations, kept.rows(years_stage), kept.rows(worlds_stage));
    fmt::print("{}\nTabellen staan in {}/\n", write(directory, outcome, options), directory);
    if (!stopped)
        kept.forget();
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
