#include "analysis/sensitivity.hpp"
#include "commands.hpp"
#include "engine/defect.hpp"
#include "exit_codes.hpp"
#include "input/sensitivity_study.hpp"
#include "output/atomic_file.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/sensitivity_report.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "store/kept_results.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <deque>
#include <iterator>
#include <utility>

namespace ketenplan::runner {

namespace {

/// What the numbers of a variant and of a point depend on.
std::uint64_t question_of(const SensitivityStudy& study) {
    return digest_of({"gevoeligheid", study.zaad, study.basis.files, {study.replicaties}});
}

// Stages of what is kept of a stopped run, as people call them.
constexpr const char* ends_stage = "varianten";
constexpr const char* design_stage = "punten";

/// Variants to be simulated.
struct Trials {
    std::deque<parameters::Parameters> parameters; ///< stay where they are
    std::vector<analysis::Trial> trials;

    void add(parameters::Parameters p, std::uint32_t first, std::uint32_t count) {
        trials.push_back({&parameters.emplace_back(std::move(p)), first, count});
    }
};

class SensitivityRun {
public:
    /// Goes on from what `kept` has, and adds to it what is simulated.
    SensitivityRun(const SensitivityStudy& study,
                   const GevoeligheidOptions& options,
                   KeptRows& kept)
        : study_(study), options_(options), kept_(kept) {
        outcome_.study = &study;
    }

    /// False when it was stopped before anything was known.
    bool run() {
        tornado();
        if (outcome_.varied.empty())
            return false;
        if (stop_requested().load()) {
            warnings_.emplace_back(stopped_early);
            return true;
        }
        design();
        return true;
    }

    [[nodiscard]] const SensitivityOutcome& outcome() const { return outcome_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

private:
    static constexpr const char* stopped_early =
        "Gestopt voordat alles klaar was: wat hieronder ontbreekt is niet nagespeeld.";

    /// Simulates on all threads, with a line of progress, what the stage does not have yet.
    std::vector<analysis::TrialValues> simulate(const Trials& trials, const std::string& stage) {
        KeptRows::Rows& rows = kept_.rows(stage);
        Progress progress(trials.trials.size() - rows.size(), stage, options_.voortgang);
        ThreadExecutor executor(
            options_.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
        auto values = analysis::simulate_trials(trials.trials,
                                                study_.zaad,
                                                study_.maten,
                                                executor,
                                                trials_of(rows, study_.maten.size()));
        rows = rows_of(values);
        return values;
    }

    /// The basis, then each number at its lowest and at its highest, on common random numbers.
    void tornado() {
        Trials trials;
        trials.add(study_.basis.parameters, 0, study_.replicaties);
        for (const UncertainNumber& number : study_.getallen) {
            if (auto ends = both_ends(number)) {
                trials.add(std::move(ends->first), 0, study_.replicaties);
                trials.add(std::move(ends->second), 0, study_.replicaties);
                outcome_.varied.push_back(&number);
            }
        }
        const auto values = simulate(trials, ends_stage);
        const std::size_t pairs = values.empty() ? 0 : (values.size() - 1) / 2;
        outcome_.swings.resize(study_.maten.size());
        std::vector<const UncertainNumber*> tried;
        std::swap(tried, outcome_.varied);
        if (pairs > 0)
            engine::ensure(values[0].failure.empty(), values[0].failure.c_str());
        for (std::size_t i = 0; i < pairs; ++i)
            add_swings(*tried[i], values[0], values[1 + 2 * i], values[2 + 2 * i]);
    }

    /// What a number does to each measure, unless it cannot be simulated at one of its ends.
    void add_swings(const UncertainNumber& number,
                    const analysis::TrialValues& basis,
                    const analysis::TrialValues& low,
                    const analysis::TrialValues& high) {
        if (!low.failure.empty() || !high.failure.empty()) {
            const bool at_low = !low.failure.empty();
            outcome_.not_varied.push_back({&number,
                                           at_low ? number.low : number.high,
                                           not_simulated(at_low ? low.failure : high.failure)});
            return;
        }
        outcome_.varied.push_back(&number);
        for (std::size_t m = 0; m < study_.maten.size(); ++m)
            outcome_.swings[m].push_back(
                analysis::swing_of(basis.figures[m], low.figures[m], high.figures[m]));
    }

    static std::string not_simulated(const std::string& failure) {
        return "kan niet worden nagespeeld: " + failure;
    }

    std::optional<std::pair<parameters::Parameters, parameters::Parameters>>
    both_ends(const UncertainNumber& number) {
        const auto at = [&](double value) {
            const Change change{&number, value};
            Varied varied = with_changes(study_.tree, std::span(&change, 1));
            if (!varied.parameters)
                outcome_.not_varied.push_back({&number, value, varied.problem});
            return std::move(varied.parameters);
        };
        auto low = at(number.low);
        auto high = at(number.high);
        if (!low || !high)
            return std::nullopt;
        return std::pair(std::move(*low), std::move(*high));
    }

    /// The most influential numbers together, at points that fill their space; every point with
    /// replications of its own.
    void design() {
        outcome_.chosen = analysis::most_influential(outcome_.swings, study_.aantal);
        if (outcome_.chosen.empty())
            return;
        const analysis::Points all =
            analysis::sobol_points(study_.punten, outcome_.chosen.size(), study_.zaad);
        analysis::Points possible{outcome_.chosen.size(), {}};
        Trials trials;
        std::string problem;
        for (std::size_t p = 0; p < all.size(); ++p) {
            Varied varied = with_changes(study_.tree, changes_at(all[p]));
            if (!varied.parameters) {
                problem = varied.problem;
                continue;
            }
            possible.add(all[p]);
            const auto before = static_cast<std::uint32_t>(p) * study_.replicaties_per_punt;
            trials.add(std::move(*varied.parameters),
                       study_.replicaties + before,
                       study_.replicaties_per_punt);
        }
        const auto values = simulate(trials, design_stage);
        outcome_.points = values.size();
        std::size_t left_out = all.size() - possible.size();
        for (const analysis::TrialValues& at_point : values) {
            if (at_point.failure.empty())
                continue;
            ++left_out;
            --outcome_.points;
            problem = not_simulated(at_point.failure);
        }
        if (left_out > 0)
            warnings_.push_back(fmt::format("{} van de {} punten zijn weggelaten; het laatste: {}",
                                            left_out,
                                            all.size(),
                                            problem));
        metamodels(possible, values);
    }

    [[nodiscard]] std::vector<Change> changes_at(std::span<const double> point) const {
        std::vector<Change> changes;
        for (std::size_t i = 0; i < point.size(); ++i) {
            const UncertainNumber* number = outcome_.varied[outcome_.chosen[i]];
            changes.push_back({number, at_quantile(*number, point[i])});
        }
        return changes;
    }

    void metamodels(const analysis::Points& points,
                    const std::vector<analysis::TrialValues>& values) {
        std::vector<std::optional<analysis::Metamodel>> made(study_.maten.size());
        Progress progress(made.size(), "metamodellen", options_.voortgang);
        ThreadExecutor executor(
            options_.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
        const std::size_t done = executor.run(made.size(), [&](std::size_t m) {
            const auto observations = analysis::observations_of(points, values, m);
            made[m] = analysis::metamodel_of(observations, {.seed = study_.zaad});
        });
        if (done == made.size())
            outcome_.metamodels = std::move(made);
        else
            warnings_.emplace_back(stopped_early);
    }

    const SensitivityStudy& study_;
    const GevoeligheidOptions& options_;
    KeptRows& kept_;
    SensitivityOutcome outcome_;
    std::vector<std::string> warnings_;
};

/// Why nothing came out of it, and the exit code that says so.
int nothing_known(const SensitivityOutcome& outcome, const KeptRows& kept) {
    if (stop_requested().load()) {
        fmt::print(stderr,
                   "ketenplan: gestopt voordat er een aanname was nagespeeld; geen tabellen "
                   "geschreven.\n");
        keep_for_next_run(kept);
        return exit_interrupted;
    }
    for (const NotVaried& skipped : outcome.not_varied)
        fmt::print(stderr, "{}: {}\n", skipped.number->path, skipped.problem);
    fmt::print(stderr, "ketenplan: geen enkele aanname kan worden gevarieerd\n");
    return exit_bad_input;
}

} // namespace

int gevoeligheid(const GevoeligheidOptions& options) {
    SensitivityStudy study = read_sensitivity_study(options.studie);
    study.replicaties = options.replicaties.value_or(study.replicaties);
    study.zaad = options.zaad.value_or(study.zaad);
    const std::string directory = results_directory(options.uit, options.studie);
    make_directory(directory); // before the work, so that a bad place is known at once
    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(study));
    tell_found(kept.rows(ends_stage).size() + kept.rows(design_stage).size(),
               "nagespeelde varianten");
    SensitivityRun run(study, options, kept);
    if (!run.run())
        return nothing_known(run.outcome(), kept);
    std::vector<std::string> warnings = warnings_of(study.basis);
    std::ranges::copy(run.warnings(), std::back_inserter(warnings));
    const std::string text =
        sensitivity_summary(run.outcome(), certainty_of(study.basis), warnings);
    std::vector<Table> tables{tornado_table(run.outcome(), options.decimaal),
                              sobol_table(run.outcome(), options.decimaal),
                              metamodel_table(run.outcome(), options.decimaal),
                              {"samenvatting.txt", text},
                              {"scenario.toml", scenario_template(study.basis.parameters)}};
    std::ranges::move(tornado_charts(run.outcome()), std::back_inserter(tables));
    add_tables_workbook(tables, options.decimaal);
    const RunDescription description{"gevoeligheid", study.zaad, study.replicaties, warnings};
    write_folder(directory, tables, manifest(description, study.basis, study.replicaties, tables));
    fmt::print("{}\nTabellen en figuren staan in {}/\n", text, directory);
    if (!stop_requested().load()) {
        kept.forget();
        return exit_ok;
    }
    keep_for_next_run(kept);
    return exit_interrupted;
}

} // namespace ketenplan::runner
