#include "analysis/precision.hpp"
#include "commands.hpp"
#include "commands/budget_run.hpp"
#include "exit_codes.hpp"
#include "input/budget_study.hpp"
#include "input/study.hpp"
#include "output/atomic_file.hpp"
#include "output/comparison_report.hpp"
#include "output/dutch.hpp"
#include "output/manifest.hpp"
#include "output/option_costs.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "store/kept_results.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <deque>
#include <utility>

namespace ketenplan::runner {

namespace {

/// The options of a study, ready to be simulated.
struct Arms {
    std::deque<casus::Opzet> opzetten; ///< stay where they are
    std::vector<const casus::Opzet*> pointers;
    std::size_t columns = 0;
};

Arms arms_of(const Study& study) {
    Arms arms;
    for (const StudyArm& arm : study.armen) {
        arms.pointers.push_back(&arms.opzetten.emplace_back(arm.scenario.parameters));
        arms.columns += analysis::columns_of(arms.opzetten.back()).size();
        const casus::Opzet& first = arms.opzetten.front();
        const casus::Opzet& this_one = arms.opzetten.back();
        if (first.start != this_one.start || first.einde != this_one.einde)
            throw InputError(
                fmt::format("{}: optie \"{}\" meet niet dezelfde periode als de basis\n"
                            "    -> geef beide dezelfde `looptijd.start` en "
                            "`looptijd.einde`",
                            study.file.path,
                            arm.key));
    }
    return arms;
}

std::vector<analysis::Vergelijking> compare_all(const Study& study,
                                                const std::vector<analysis::Arm>& arms) {
    std::vector<analysis::Maatwaarden> values;
    for (const StudyMeasure& m : study.maten) {
        analysis::Maatwaarden of_measure{m.beter, {}};
        for (const analysis::Arm& arm : arms)
            of_measure.armen.push_back(analysis::over_jaren(arm.years, m.maat, m.plaats));
        values.push_back(std::move(of_measure));
    }
    return analysis::vergelijk(values);
}

/// What the numbers of a replication depend on: not on how many are asked for.
std::uint64_t question_of(const Study& study) {
    Question question{"vergelijk", study.zaad, {study.file}, {study.armen.size()}};
    for (const StudyArm& arm : study.armen)
        question.files.insert(
            question.files.end(), arm.scenario.files.begin(), arm.scenario.files.end());
    return digest_of(question);
}

std::string stage_name(std::size_t arm) {
    return fmt::format("optie {}", arm);
}

/// The arms with what was kept of an earlier, stopped run; it is moved out of `kept`.
std::vector<analysis::Arm> take_up(KeptRows& kept, const Arms& arms, std::size_t most) {
    std::vector<analysis::Arm> found = analysis::empty_arms(arms.pointers);
    for (std::size_t a = 0; a < found.size(); ++a)
        found[a].years = results_of(std::exchange(kept.rows(stage_name(a)), {}),
                                    analysis::columns_of(*arms.pointers[a]),
                                    most);
    tell_found(found.front().years.replications(), "replicaties");
    return found;
}

/// What must be precise: per measure the mean of the basis, and every difference from it, as far as
/// it is off, seen from that mean. Of what nobody observed nothing is asked.
std::vector<analysis::Estimate> to_be_precise(const Study& study,
                                              const std::vector<analysis::Arm>& arms) {
    std::vector<analysis::Estimate> estimates;
    for (const StudyMeasure& m : study.maten) {
        const auto of_basis = analysis::over_jaren(arms.front().years, m.maat, m.plaats);
        const analysis::Estimate basis = analysis::estimate(of_basis);
        if (basis.n == 0 || basis.mean == 0.0)
            continue;
        estimates.push_back(basis);
        for (std::size_t a = 1; a < arms.size(); ++a) {
            const auto of_arm = analysis::over_jaren(arms[a].years, m.maat, m.plaats);
            analysis::Estimate off = analysis::compare(of_basis, of_arm).verschil;
            off.low += basis.mean - off.mean;
            off.high += basis.mean - off.mean;
            off.mean = basis.mean;
            if (off.n > 0)
                estimates.push_back(off);
        }
    }
    if (estimates.empty()) // nothing that can become precise
        estimates.emplace_back();
    return estimates;
}

/// Replications until the study's precision is reached, or its number; what `found` has is not
/// simulated again. True when the precision was asked for and reached.
bool replicate(const Study& study,
               const Arms& arms,
               const std::vector<analysis::Arm>& found,
               std::vector<analysis::Arm>& outcomes,
               analysis::Executor& executor) {
    const auto grow = [&](std::size_t count) {
        for (std::size_t a = 0; a < found.size(); ++a)
            outcomes[a].years.take_over(found[a].years, count);
        analysis::replicate_arms_more(outcomes, arms.pointers, study.zaad, count, executor);
        return outcomes.front().years.replications();
    };
    if (!study.precisie) {
        grow(study.replicaties);
        return false;
    }
    return analysis::run_until_precise({.relatief = *study.precisie, .meeste = study.replicaties},
                                       grow,
                                       [&] { return to_be_precise(study, outcomes); });
}

void keep(KeptRows& kept, const std::vector<analysis::Arm>& arms) {
    for (std::size_t a = 0; a < arms.size(); ++a)
        kept.rows(stage_name(a)) = rows_of(arms[a].years);
    keep_for_next_run(kept);
}

std::string
not_precise(const Study& study, const std::vector<analysis::Arm>& arms, std::size_t replications) {
    double worst = 0.0;
    for (const analysis::Estimate& e : to_be_precise(study, arms))
        worst = std::fmax(worst, e.mean == 0.0 ? 1.0 : e.half_width() / std::abs(e.mean));
    // A margin m of the estimate is one of m / (1 - m) of the truth at most.
    const double reached = worst < 1.0 ? worst / (1.0 - worst) : std::nan("");
    return fmt::format(
        "De gevraagde precisie van {}% is na {} replicaties niet bereikt: voor het minst precieze "
        "gemiddelde of verschil is zij {}.",
        dutch(100.0 * *study.precisie, 2),
        dutch(static_cast<double>(replications), 0),
        std::isfinite(reached) ? dutch(100.0 * reached, 2) + "%" : "onbekend");
}

/// What the readers of all scenarios warned of, each warning once.
std::vector<std::string> all_warnings(const Study& study) {
    std::vector<std::string> warnings;
    for (const StudyArm& arm : study.armen) {
        for (const std::string& warning : warnings_of(arm.scenario)) {
            if (std::ranges::find(warnings, warning) == warnings.end())
                warnings.push_back(warning);
        }
    }
    return warnings;
}

/// What the options cost, when the study names a begroting, in a folder of its own beside the
/// comparison.
class Costs {
public:
    Costs(const Study& study, const std::string& directory) {
        if (study.begroting.empty())
            return;
        study_ = read_budget_of_options(study);
        directory_ = directory + "/begroting";
    }

    /// Works out and writes; false after Ctrl-C, with what is done kept for the next run.
    bool work_out(const VergelijkOptions& options) {
        if (!study_)
            return true;
        make_directory(directory_);
        KeptRows kept(kept_rows_path(directory_), question_of(*study_));
        BudgetRun run(*study_, kept);
        run.simulate({options.draden, options.voortgang});
        if (!run.complete()) {
            keep_for_next_run(kept);
            return false;
        }
        const BudgetOutcome outcome = run.outcome();
        write_budget(directory_, outcome, options.decimaal, Language::nl);
        kept.forget();
        text_ = costs_of_options(outcome) +
                "  De begroting van elke optie staat in begroting/: begroting.xlsx, rapport.html "
                "en tabellen.\n";
        return true;
    }

    /// For people; empty when there is nothing to tell.
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::optional<BudgetStudy> study_;
    std::string directory_;
    std::string text_;
};

void write(const std::string& directory,
           const Study& study,
           const std::vector<analysis::Arm>& arms,
           std::vector<Table> tables,
           const std::vector<std::string>& warnings) {
    std::vector<ManifestArm> described;
    for (std::size_t a = 0; a < study.armen.size(); ++a) {
        tables.push_back({fmt::format("scenario-{}.toml", study.armen[a].key),
                          scenario_template(study.armen[a].scenario.parameters)});
        described.push_back({&study.armen[a].scenario, &arms[a].years});
    }
    write_folder(directory,
                 tables,
                 manifest_of_arms(
                     {"vergelijk", study.zaad, study.replicaties, warnings}, described, tables));
}

bool fits_in_memory(const Study& study, const Arms& arms) {
    const std::size_t most = most_that_fit(arms.columns);
    if (study.replicaties <= most)
        return true;
    fmt::print(stderr,
               "ketenplan: de uitkomsten van {} replicaties van {} opties passen niet in het "
               "geheugen van deze computer\n    -> kies --replicaties {} of minder\n",
               study.replicaties,
               study.armen.size(),
               most);
    return false;
}

} // namespace

int vergelijk(const VergelijkOptions& options) {
    Study study = read_study(options.studie);
    study.replicaties = options.replicaties.value_or(study.replicaties);
    study.zaad = options.zaad.value_or(study.zaad);
    const Arms arms = arms_of(study);
    const std::string directory = results_directory(options.uit, options.studie);
    Costs costs(study, directory);
    if (!fits_in_memory(study, arms))
        return exit_usage;
    make_directory(directory); // before the work, so that a bad place is known at once
    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(study));
    const auto found = take_up(kept, arms, study.replicaties);
    Progress progress(study.replicaties - found.front().years.replications(),
                      fmt::format("replicaties van {} opties{}",
                                  study.armen.size(),
                                  study.precisie ? " (of minder)" : ""),
                      options.voortgang);
    std::atomic<std::size_t> told{0}; // over all looks, from any thread
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t) { progress.tell(++told); });
    auto outcomes = analysis::empty_arms(arms.pointers);
    const bool precise = replicate(study, arms, found, outcomes, executor);
    const std::size_t done = outcomes.front().years.replications();
    if (done < 2) {
        fmt::print(
            stderr,
            "ketenplan: gestopt voordat er twee replicaties klaar waren; niets geschreven.\n");
        return exit_interrupted;
    }
    std::vector<std::string> warnings = all_warnings(study);
    const bool simulated = precise || done == study.replicaties;
    if (!simulated)
        warnings.push_back(
            fmt::format("Gestopt na {} van de {} replicaties.", done, study.replicaties));
    const bool stopped = !simulated || !costs.work_out(options);
    if (simulated && stopped)
        warnings.emplace_back("Gestopt voordat bekend was wat de opties kosten.");
    if (study.precisie && !precise)
        warnings.push_back(not_precise(study, outcomes, done));
    const ComparisonStudy outcome{&study, compare_all(study, outcomes), done, precise};
    const std::string text =
        comparison_summary(outcome, certainty_of(study.armen.front().scenario), warnings) +
        costs.text();
    std::vector<Table> tables{comparison_table(outcome, options.decimaal),
                              {"samenvatting.txt", text}};
    add_tables_workbook(tables, options.decimaal);
    write(directory, study, outcomes, std::move(tables), warnings);
    fmt::print("{}Tabellen staan in {}/\n", text, directory);
    if (!stopped) {
        kept.forget();
        return exit_ok;
    }
    keep(kept, outcomes);
    return exit_interrupted;
}

} // namespace ketenplan::runner
