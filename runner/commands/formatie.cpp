#include "analysis/estimates.hpp"
#include "command_line.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/diagnostics.hpp"
#include "input/formatie_study.hpp"
#include "output/atomic_file.hpp"
#include "output/dutch.hpp"
#include "output/formatie_report.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "store/kept_rows.hpp"
#include "store/kept_trials.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>
#include <unistd.h>

namespace ketenplan::runner {

namespace {

using analysis::Bewijs;
using analysis::Formatie;
using analysis::GesimuleerdeProeven;

/// Replications of proof, and of draws of the assumptions, are none of those that others have seen.
constexpr std::uint32_t first_of_proof = 1'000'000'000;
constexpr std::uint32_t first_of_draws = 2'000'000'000;
constexpr int moves_down = 4;
constexpr int moves_up = 6;
constexpr std::size_t part_for_frontier = 4; ///< of the replications of proof
constexpr double one_fte = 1.0;
constexpr double lower_share = 0.05;
constexpr double upper_share = 0.95;

std::uint64_t question_of(const FormatieStudy& study) {
    return digest_of({"formatie", study.zaad, study.basis.files, {}});
}

/// The whole conversation with the simulator about one question.
class Inquiry {
public:
    Inquiry(const FormatieStudy& study, const FormatieOptions& options, std::string state)
        : study_(study), options_(options), state_path_(std::move(state)),
          executor_(options.draden, stop_requested(), [](std::size_t) {}),
          worlds_(study.boom, study.aannames, study.ensemble, study.zaad),
          search_(study.basis.parameters, trials_from(0), executor_),
          proof_(study.basis.parameters, trials_from(first_of_proof), executor_),
          draws_([this](std::uint32_t r, std::uint32_t again) { return worlds_.of(r, again); },
                 trials_from(first_of_draws),
                 executor_) {
        try {
            (void)worlds_.of(first_of_draws); // better now than after the search
        } catch (const InputError& error) {
            throw InputError(fmt::format("{}: {}", study.file.path, error.what()));
        }
        TrialState kept = load_trials(state_path_, question_of(study));
        std::size_t found = 0;
        for (const auto& [set, trials] : kept.sets) {
            for (const auto& [formatie, rows] : trials)
                found += rows.size();
        }
        tell_found(found, "replicaties");
        search_.hervat(std::move(kept.sets["zoektocht"]));
        proof_.hervat(std::move(kept.sets["bewijs"]));
        draws_.hervat(std::move(kept.sets["aannames"]));
    }

    /// Everything; what is missing when stopped shows in the outcome's `gestopt`.
    FormatieOutcome answer() {
        try {
            return searched();
        } catch (...) {
            keep(); // an hour of replications is not lost to an error
            throw;
        }
    }

    void keep() {
        save_trials(state_path_,
                    question_of(study_),
                    {{{"zoektocht", search_.stand()},
                      {"bewijs", proof_.stand()},
                      {"aannames", draws_.stand()}}});
    }

private:
    FormatieOutcome searched() {
        FormatieOutcome outcome;
        outcome.study = &study_;
        tell("Zoeken naar de kleinste formatie ...");
        outcome.zoektocht = analysis::zoek_kleinste(
            study_.posten,
            analysis::werklast_ondergrens(study_.basis.parameters, study_.posten, study_.stap),
            study_.normen,
            study_.plan,
            search_,
            [&](const analysis::Beoordeling& b) { report(b); });
        if (!outcome.zoektocht.gestopt && !worked_out(outcome)) {
            outcome.zoektocht.kleinste.reset();
            outcome.zoektocht.gestopt = true;
        }
        return outcome;
    }

    /// What follows from the search; without an answer still what else was asked. False when
    /// stopped.
    bool worked_out(FormatieOutcome& outcome) {
        if (outcome.zoektocht.kleinste)
            return prove(outcome);
        return asked(outcome, outcome.zoektocht.beoordeeld.front().formatie); // the largest
    }

    [[nodiscard]] analysis::Proefopzet trials_from(std::uint32_t first) const {
        return {study_.posten, study_.stap, study_.cijfers, study_.zaad, first};
    }

    void tell(const std::string& what) const {
        if (options_.voortgang || isatty(STDERR_FILENO) != 0)
            fmt::print(stderr, "{}\n", what);
    }

    void report(const analysis::Beoordeling& b) const {
        std::string_view word = "op de grens  ";
        if (b.oordeel == analysis::Oordeel::voldoet)
            word = "voldoet      ";
        else if (b.oordeel == analysis::Oordeel::voldoet_niet)
            word = "voldoet niet ";
        tell(fmt::format("  {} na {:>5} replicaties: {}",
                         word,
                         b.replicaties,
                         formatie_words(b.formatie, study_)));
    }

    /// How many intervals hold together: those of the answer, what was asked for, a step fewer and
    /// an fte more per post.
    [[nodiscard]] std::size_t together() const {
        const std::size_t asked = 1 + study_.bekijk.size() + (study_.budget ? 1 : 0);
        return (1 + asked + 2 * study_.posten.size()) * study_.normen.size();
    }

    /// Adds the formatie's chances to `to`; false when stopped.
    bool add_proof(std::vector<Bewijs>& to, const Formatie& f) {
        auto proof = analysis::bewijs(f, study_.normen, study_.plan.bewijs, together(), proof_);
        if (proof)
            to.push_back(std::move(*proof));
        return proof.has_value();
    }

    /// Both certainties of a formatie; nothing when stopped.
    std::optional<FormatieBewijs> both(const Formatie& f) {
        auto given = analysis::bewijs(f, study_.normen, study_.plan.bewijs, together(), proof_);
        if (!given)
            return std::nullopt;
        auto drawn = analysis::bewijs(f, study_.normen, study_.plan.bewijs, together(), draws_);
        if (!drawn)
            return std::nullopt;
        return FormatieBewijs{std::move(*given), std::move(*drawn)};
    }

    bool prove(FormatieOutcome& outcome) {
        tell("Bewijs van het antwoord en zijn buren ...");
        const Formatie& best = *outcome.zoektocht.kleinste;
        auto answer = both(best);
        if (!answer)
            return false;
        outcome.antwoord = std::move(*answer);
        const int more = static_cast<int>(std::lround(one_fte / study_.stap));
        for (std::size_t d = 0; d < study_.posten.size(); ++d) {
            Formatie fewer = best;
            Formatie extra = best;
            extra[d] += more;
            if (!add_proof(outcome.meer, extra))
                return false;
            if (--fewer[d] >= study_.posten[d].minimum && !add_proof(outcome.minder, fewer))
                return false;
        }
        return frontier(outcome) && asked(outcome, best) && work(outcome);
    }

    /// The figures that are waits.
    [[nodiscard]] std::vector<std::size_t> wait_figures() const {
        std::vector<std::size_t> waits(study_.cijfers.size() - study_.normen.size());
        std::iota(waits.begin(), waits.end(), study_.normen.size());
        return waits;
    }

    [[nodiscard]] std::size_t frontier_replications() const {
        return study_.plan.bewijs / part_for_frontier;
    }

    [[nodiscard]] analysis::Wandelplan walk(std::span<const std::size_t> waits) const {
        return {study_.posten, study_.normen, waits, frontier_replications()};
    }

    bool frontier(FormatieOutcome& outcome) {
        tell("De grens van fte tegenover wachten ...");
        const auto waits = wait_figures();
        auto points = analysis::Grenswandeling(walk(waits), proof_)
                          .grens(outcome.antwoord.gegeven.formatie, moves_down, moves_up);
        if (!points)
            return false;
        for (Bewijs& point : *points) {
            if (point.formatie == outcome.antwoord.gegeven.formatie) {
                outcome.grens.push_back(outcome.antwoord); // one figure, one value
                continue;
            }
            auto drawn = analysis::bewijs(point.formatie,
                                          study_.normen,
                                          frontier_replications(),
                                          study_.normen.size(),
                                          draws_);
            if (!drawn)
                return false;
            outcome.grens.push_back({std::move(point), std::move(*drawn)});
        }
        return true;
    }

    bool add_asked(FormatieOutcome& outcome, const std::string& name, const Formatie& f) {
        tell(fmt::format("Met {} ...", name));
        auto proof = both(f);
        if (proof)
            outcome.gevraagd.push_back({name, std::move(*proof)});
        return proof.has_value();
    }

    /// The present formatie, those that the study names, and what its budget buys, seen from
    /// `start`.
    bool asked(FormatieOutcome& outcome, const Formatie& start) {
        if (!add_asked(outcome, "de formatie van nu", study_.nu()))
            return false;
        for (const GevraagdeFormatie& one : study_.bekijk) {
            if (!add_asked(outcome, one.naam, one.formatie))
                return false;
        }
        if (!study_.budget)
            return true;
        tell("Wat het budget koopt ...");
        const auto waits = wait_figures();
        const auto bought = analysis::Grenswandeling(walk(waits), proof_)
                                .binnen_budget(start, *study_.budget / study_.stap);
        outcome.budget_te_klein = !bought && !stop_requested();
        if (!bought)
            return outcome.budget_te_klein;
        return add_asked(outcome,
                         fmt::format("een budget van {} euro", dutch(*study_.budget, 0)),
                         bought->formatie);
    }

    /// The fte that the work asks over the assumptions, and which of them move it.
    bool work(FormatieOutcome& outcome) {
        tell("Welke aannames het werk bewegen ...");
        outcome.werk.waarde = analysis::gevraagde_fte(study_.basis.parameters, study_.posten);
        outcome.effecten = analysis::werkeffecten(
            study_.aannames.size(),
            [&](std::size_t i, bool highest) {
                const UncertainNumber& n = study_.aannames[i];
                const Change change{&n, highest ? n.high : n.low};
                return with_changes(study_.boom, std::span(&change, 1)).parameters;
            },
            study_.posten);
        if (!fte_over(worlds_, study_.plan.bewijs, outcome.werk))
            return false;
        if (study_.ensemble.empty())
            return true;
        const UncertainScenarios fitted(study_.boom, {}, study_.ensemble, study_.zaad);
        outcome.gekalibreerd = outcome.werk;
        return fte_over(fitted, study_.ensemble.size(), *outcome.gekalibreerd);
    }

    /// Fills in between what the fte asked lies, by arithmetic; false when stopped.
    bool fte_over(const UncertainScenarios& scenarios, std::size_t count, GevraagdeFte& range) {
        std::vector<double> fte(count);
        const std::size_t done = executor_.run(count, [&](std::size_t job) {
            const auto replication = first_of_draws + static_cast<std::uint32_t>(job);
            fte[job] = analysis::gevraagde_fte(scenarios.of(replication), study_.posten);
        });
        if (done < count)
            return false;
        std::ranges::sort(fte);
        range.laag = analysis::quantile(fte, lower_share);
        range.hoog = analysis::quantile(fte, upper_share);
        return true;
    }

    const FormatieStudy& study_;
    const FormatieOptions& options_;
    std::string state_path_;
    ThreadExecutor executor_;
    UncertainScenarios worlds_;
    GesimuleerdeProeven search_;
    GesimuleerdeProeven proof_;
    GesimuleerdeProeven draws_;
};

} // namespace

int formatie(const FormatieOptions& options) {
    FormatieStudy study = read_formatie_study(options.studie);
    study.zaad = options.zaad.value_or(study.zaad);
    const std::string directory = results_directory(options.uit, options.studie);
    make_directory(directory); // before the work, so that a bad place is known at once
    const std::string state = kept_rows_path(directory);
    listen_for_stop();
    Inquiry inquiry(study, options, state);
    const FormatieOutcome outcome = inquiry.answer();
    const std::vector<std::string> warnings = warnings_of(study.basis);
    if (outcome.zoektocht.gestopt) {
        inquiry.keep();
        fmt::print("{}", formatie_summary(outcome, warnings));
        return exit_interrupted;
    }
    const std::string text = formatie_summary(outcome, warnings);
    std::vector<Table> tables = formatie_tables(outcome, options.decimaal);
    tables.push_back({"samenvatting.txt", text});
    if (outcome.zoektocht.kleinste) {
        tables.push_back(formatie_chart(outcome));
        tables.push_back(
            {"scenario.toml",
             scenario_template(analysis::met_formatie(
                 study.basis.parameters, study.posten, *outcome.zoektocht.kleinste, study.stap))});
    }
    add_tables_workbook(tables, options.decimaal);
    const RunDescription run{"formatie", study.zaad, study.plan.meeste, warnings};
    write_folder(directory, tables, manifest(run, study.basis, study.plan.bewijs, tables));
    remove_file(state);
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return exit_ok;
}

} // namespace ketenplan::runner
