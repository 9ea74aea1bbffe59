#include "command_line.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/assumptions.hpp"
#include "input/formatie_study.hpp"
#include "output/atomic_file.hpp"
#include "output/formatie_report.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/template.hpp"
#include "store/kept_trials.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <unistd.h>

namespace ketenplan::runner {

namespace {

using analysis::Bewijs;
using analysis::Formatie;
using analysis::GesimuleerdeProeven;

/// Replications of proof are none of those the search has seen.
constexpr std::uint32_t first_of_proof = 1'000'000'000;
constexpr int moves_down = 4;
constexpr int moves_up = 6;
constexpr std::size_t part_for_frontier = 4; ///< of the replications of proof
constexpr double one_fte = 1.0;

std::string directory_for(const FormatieOptions& options) {
    if (!options.uit.empty())
        return options.uit;
    return "resultaten/" + std::filesystem::path(options.studie).stem().string();
}

/// Whatever the numbers of a trial depend on.
std::uint64_t question_of(const FormatieStudy& study) {
    std::string all = fmt::format("{} {} {}", program_version(), study.file.hash, study.zaad);
    for (const InputFile& file : study.basis.files)
        all += fmt::format(" {}", file.hash);
    return hash_of(all);
}

/// The whole conversation with the simulator about one question.
class Inquiry {
public:
    Inquiry(const FormatieStudy& study, const FormatieOptions& options, std::string state)
        : study_(study), options_(options), state_path_(std::move(state)),
          executor_(options.draden, stop_requested(), [](std::size_t) {}), search_(trials(0)),
          proof_(trials(first_of_proof)) {
        TrialState kept = load_trials(state_path_, question_of(study));
        search_.hervat(std::move(kept.sets["zoektocht"]));
        proof_.hervat(std::move(kept.sets["bewijs"]));
    }

    /// Everything; what is missing when stopped shows in the outcome's `gestopt`.
    FormatieOutcome answer() {
        FormatieOutcome outcome;
        outcome.study = &study_;
        outcome.ondergrens =
            analysis::werklast_ondergrens(study_.basis.parameters, study_.posten, study_.stap);
        tell("Zoeken naar de kleinste formatie ...");
        outcome.zoektocht =
            analysis::zoek_kleinste(study_.posten,
                                    outcome.ondergrens,
                                    study_.normen,
                                    study_.plan,
                                    search_,
                                    [&](const analysis::Beoordeling& b) { report(b); });
        if (outcome.zoektocht.kleinste && !prove(outcome)) {
            outcome.zoektocht.kleinste.reset();
            outcome.zoektocht.gestopt = true;
        }
        return outcome;
    }

    void keep() {
        save_trials(state_path_,
                    question_of(study_),
                    {{{"zoektocht", search_.stand()}, {"bewijs", proof_.stand()}}});
    }
    [[nodiscard]] std::size_t replications() const {
        return search_.gesimuleerd() + proof_.gesimuleerd();
    }

private:
    GesimuleerdeProeven trials(std::uint32_t first) {
        return {study_.basis.parameters,
                study_.posten,
                study_.stap,
                study_.cijfers,
                study_.zaad,
                first,
                executor_};
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

    /// Adds the formatie's chances to `to`; false when stopped.
    bool add_proof(std::vector<Bewijs>& to, const Formatie& f, std::size_t many) {
        auto proof = analysis::bewijs(f, study_.normen, study_.plan.bewijs, many, proof_);
        if (proof)
            to.push_back(std::move(*proof));
        return proof.has_value();
    }

    bool prove(FormatieOutcome& outcome) {
        tell("Bewijs van het antwoord en zijn buren ...");
        const Formatie& best = *outcome.zoektocht.kleinste;
        const std::size_t posts = study_.posten.size();
        // The answer, the present one, a step fewer and an fte more per post.
        const std::size_t many = (2 + 2 * posts) * study_.normen.size();
        std::vector<Bewijs> two;
        if (!add_proof(two, best, many) || !add_proof(two, study_.nu(), many))
            return false;
        outcome.antwoord = two[0];
        outcome.nu = two[1];
        const int more = static_cast<int>(std::lround(one_fte / study_.stap));
        for (std::size_t d = 0; d < posts; ++d) {
            Formatie fewer = best;
            Formatie extra = best;
            extra[d] += more;
            if (!add_proof(outcome.meer, extra, many))
                return false;
            if (--fewer[d] >= study_.posten[d].minimum && !add_proof(outcome.minder, fewer, many))
                return false;
        }
        return frontier(outcome) && assumptions(outcome);
    }

    bool frontier(FormatieOutcome& outcome) {
        tell("De grens van fte tegenover wachten ...");
        std::vector<std::size_t> waits(study_.cijfers.size() - study_.normen.size());
        std::iota(waits.begin(), waits.end(), study_.normen.size());
        auto points = analysis::grenslijn(outcome.antwoord.formatie,
                                          moves_down,
                                          moves_up,
                                          study_.posten,
                                          study_.normen,
                                          waits,
                                          study_.plan.bewijs / part_for_frontier,
                                          proof_);
        if (points)
            outcome.grens = std::move(*points);
        return points.has_value();
    }

    bool assumptions(FormatieOutcome& outcome) {
        tell("De bandbreedte van de aannames ...");
        const auto chosen = analysis::met_formatie(
            study_.basis.parameters, study_.posten, outcome.antwoord.formatie, study_.stap);
        outcome.aannames = assumptions_of(study_.basis);
        outcome.gevraagd = analysis::gevraagde_fte(chosen, study_.posten);
        outcome.effecten = analysis::werkeffecten(chosen, outcome.aannames, study_.posten);
        if (outcome.aannames.empty())
            return true;
        outcome.bandbreedte = analysis::bandbreedte(chosen,
                                                    outcome.aannames,
                                                    study_.cijfers,
                                                    study_.normen,
                                                    study_.zaad,
                                                    study_.plan.bewijs,
                                                    executor_);
        return outcome.bandbreedte.trekkingen + outcome.bandbreedte.onmogelijk ==
               study_.plan.bewijs;
    }

    const FormatieStudy& study_;
    const FormatieOptions& options_;
    std::string state_path_;
    ThreadExecutor executor_;
    GesimuleerdeProeven search_;
    GesimuleerdeProeven proof_;
};

} // namespace

int formatie(const FormatieOptions& options) {
    FormatieStudy study = read_formatie_study(options.studie);
    study.zaad = options.zaad.value_or(study.zaad);
    const std::string directory = directory_for(options);
    make_directory(directory); // before the work, so that a bad place is known at once
    const std::string state = directory + "/tussenstand.txt";
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
    if (outcome.zoektocht.kleinste)
        tables.push_back(
            {"scenario.toml",
             scenario_template(analysis::met_formatie(
                 study.basis.parameters, study.posten, outcome.antwoord.formatie, study.stap))});
    const RunDescription run{"formatie", study.zaad, study.plan.meeste, warnings};
    write_folder(
        directory, tables, manifest(run, study.basis, outcome.antwoord.replicaties, tables));
    remove_file(state);
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return exit_ok;
}

} // namespace ketenplan::runner
