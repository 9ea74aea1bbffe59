#include "analysis/ensemble.hpp"
#include "analysis/figures.hpp"
#include "commands.hpp"
#include "engine/defect.hpp"
#include "exit_codes.hpp"
#include "input/calibration_study.hpp"
#include "output/atomic_file.hpp"
#include "output/calibration_report.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "store/kept_members.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <atomic>
#include <set>

namespace ketenplan::runner {

namespace {

using analysis::EnsembleEnd;
using analysis::EnsembleInversion;

constexpr std::uint32_t most_per_member = 1000;

CalibrationStudy study_for(const KalibreerOptions& options) {
    CalibrationStudy study = read_calibration_study(options.scenario);
    study.zaad = options.zaad.value_or(study.zaad);
    study.leden = options.leden.value_or(study.leden);
    study.rondes = options.rondes.value_or(study.rondes);
    study.replicaties = options.replicaties.value_or(study.replicaties);
    if (study.replicaties > most_per_member)
        throw UsageError(fmt::format("--replicaties is hier per lid en ronde, en ten hoogste {}",
                                     most_per_member));
    if (study.leden < 2 * study.parameters.size() + 2)
        throw UsageError(fmt::format("--leden {} is te weinig voor {} parameters; neem er ten "
                                     "minste {}",
                                     study.leden,
                                     study.parameters.size(),
                                     10 * study.parameters.size()));
    return study;
}

analysis::EnsembleOrder order_of(const CalibrationStudy& study) {
    analysis::EnsembleOrder order{.seed = study.zaad,
                                  .members = study.leden,
                                  .rounds = study.rondes,
                                  .parameters = {},
                                  .observations = {}};
    for (const CalibratedParameter& p : study.parameters)
        order.parameters.push_back(p.prior);
    for (const CalibrationTarget& target : study.doelen)
        order.observations.push_back(target.waarneming);
    return order;
}

/// What the numbers of a member depend on.
std::uint64_t question_of(const CalibrationStudy& study) {
    Question question{
        "kalibreer", study.zaad, {study.file}, {study.leden, study.rondes, study.replicaties}};
    question.files.insert(
        question.files.end(), study.scenario.files.begin(), study.scenario.files.end());
    return digest_of(question);
}

EnsembleSize size_of(const CalibrationStudy& study) {
    return {.rounds = study.rondes + std::size_t{1},
            .members = study.leden,
            .parameters = study.parameters.size(),
            .figures = study.doelen.size()};
}

/// The members of an ensemble, as scenarios that are simulated.
class Members {
public:
    /// Members that are known are not simulated again.
    Members(const CalibrationStudy& study, KeptMembers& known)
        : study_(study), known_(known),
          reasons_(study.rondes + std::size_t{1}, std::vector<std::string>(study.leden)) {
        for (const CalibrationTarget& target : study.doelen)
            figures_.push_back(target.figuur);
    }

    /// Nothing when the values break a rule of the scenario. Every member and round has
    /// replications of its own: what a member owes to chance must not be what the others owe to it.
    Eigen::MatrixXd run(const Eigen::VectorXd& values, std::size_t member, std::size_t round) {
        std::string& reason = reasons_[round][member];
        if (const Eigen::MatrixXd* runs = known_.find(round, member, values)) {
            reason = unobserved(*runs);
            return *runs;
        }
        Diagnostics problems;
        const Scenario scenario = member_scenario(study_, values, problems);
        for (const Diagnostic& d : problems.items()) {
            if (d.problem.severity != parameters::Severity::error)
                continue;
            reason = fmt::format("{} {}", d.problem.path, d.problem.what);
            return {};
        }
        const auto first =
            static_cast<std::uint32_t>((round * study_.leden + member) * study_.replicaties);
        try {
            const Eigen::MatrixXd runs =
                analysis::simulate_figures(casus::Opzet(scenario.parameters),
                                           figures_,
                                           {study_.zaad, first, study_.replicaties});
            reason = unobserved(runs);
            known_.add(round, member, values, runs);
            return runs;
        } catch (const engine::TooLarge& large) {
            // At the far end of a prior a house may outgrow what the engine can number.
            const std::string what = large.what();
            reason = fmt::format("het programma kan dit niet naspelen: {}",
                                 what.substr(0, what.rfind(" (zaad")));
            return {};
        }
    }

    [[nodiscard]] const std::vector<std::vector<std::string>>& reasons() const { return reasons_; }

private:
    /// What would make the member fall out: figures that no replication has all of.
    [[nodiscard]] std::string unobserved(const Eigen::MatrixXd& runs) const {
        for (Eigen::Index r = 0; r < runs.rows(); ++r) {
            if (runs.row(r).allFinite())
                return "";
        }
        for (std::size_t f = 0; f < figures_.size(); ++f) {
            if (!runs.col(static_cast<Eigen::Index>(f)).allFinite())
                return fmt::format(
                    "{} ({}) is er niet altijd", figures_[f].measure, figures_[f].cell);
        }
        return "";
    }

    const CalibrationStudy& study_;
    KeptMembers& known_;
    std::vector<analysis::Figure> figures_;
    std::vector<std::vector<std::string>> reasons_; ///< a member writes its own only
};

/// Writes what there is after each round.
class Keeper {
public:
    Keeper(const CalibrationStudy& study,
           const Members& members,
           std::string directory,
           DecimalMark mark)
        : study_(study), members_(members), directory_(std::move(directory)), mark_(mark),
          described_(study.scenario) {
        described_.files.push_back(study.file);
    }

    /// Returns the summary.
    std::string write(const EnsembleInversion& inversion) const {
        const CalibrationOutcome outcome{&study_, &inversion, &members_.reasons()};
        std::vector<std::string> warnings = warnings_of(study_.scenario);
        if (!outcome.finished())
            warnings.push_back(fmt::format(
                "Dit is de stand na ronde {} van de {}: de cijfers zijn nog niet ten volle "
                "meegewogen.",
                inversion.rounds.size() - 1,
                study_.rondes));
        std::string text = calibration_summary(outcome, warnings);
        std::vector<Table> tables{ensemble_table(outcome, mark_),
                                  calibration_targets_table(outcome, mark_),
                                  correlation_table(outcome, mark_),
                                  {"samenvatting.txt", text},
                                  {"scenario.toml", scenario_template(study_.scenario.parameters)}};
        add_tables_workbook(tables, mark_);
        const RunDescription run{
            "kalibreer", study_.zaad, per_round() * (study_.rondes + std::size_t{1}), warnings};
        write_folder(
            directory_, tables, manifest(run, described_, replications(inversion), tables));
        return text;
    }

private:
    [[nodiscard]] std::size_t per_round() const {
        return std::size_t{study_.leden} * study_.replicaties;
    }
    [[nodiscard]] static std::size_t replications(const EnsembleInversion& inversion) {
        std::size_t sum = 0;
        for (const analysis::EnsembleRound& round : inversion.rounds) {
            for (const Eigen::MatrixXd& runs : round.runs)
                sum += static_cast<std::size_t>(runs.rows());
        }
        return sum;
    }

    const CalibrationStudy& study_;
    const Members& members_;
    std::string directory_;
    DecimalMark mark_;
    Scenario described_; ///< the basis, with the study among its files
};

/// Why members fell out, each reason once.
std::string reasons_text(const Members& members) {
    std::set<std::string> distinct;
    for (const auto& round : members.reasons())
        distinct.insert(round.begin(), round.end());
    distinct.erase("");
    std::string text;
    for (const std::string& reason : distinct)
        text += fmt::format("    {}\n", reason);
    return text;
}

int few_members(const EnsembleInversion& inversion,
                const CalibrationStudy& study,
                const Members& members) {
    fmt::print(stderr,
               "{}: in ronde {} zijn te weinig leden over ({} van de {}); wat niet samengaat:\n"
               "{}    -> geef `laag` en `hoog` waarbinnen de waarden samen mogen\n",
               study.file.path,
               inversion.rounds.size() - 1,
               inversion.rounds.back().members.size(),
               study.leden,
               reasons_text(members));
    return exit_bad_input;
}

/// Tells how far it came; `text` is the summary of the last round that was finished.
void tell_stopped(const EnsembleInversion& inversion,
                  const CalibrationStudy& study,
                  const std::string& text,
                  const std::string& directory) {
    if (inversion.rounds.empty()) {
        fmt::print(stderr,
                   "ketenplan: gestopt voordat het begin van het ensemble klaar was; geen tabellen "
                   "geschreven.\n");
    } else {
        fmt::print("{}\nTabellen staan in {}/\n", text, directory);
        fmt::print("Gestopt na ronde {} van de {}.\n", inversion.rounds.size() - 1, study.rondes);
    }
}

} // namespace

int kalibreer_studie(const KalibreerOptions& options) {
    const CalibrationStudy study = study_for(options);
    const std::string directory = results_directory(options.uit, options.scenario);
    make_directory(directory);
    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(study));
    KeptMembers known(size_of(study), kept);
    tell_found(known.count(), "nagespeelde leden");
    Members members(study, known);
    const Keeper keeper(study, members, directory, options.decimaal);
    std::atomic<std::size_t> done{0};
    Progress progress(study.leden * (study.rondes + std::size_t{1}),
                      fmt::format("leden ({} rondes en het begin)", study.rondes),
                      options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t) { progress.tell(++done); });
    std::string text;
    const EnsembleInversion inversion = analysis::invert(
        order_of(study),
        [&](const Eigen::VectorXd& values, std::size_t member, std::size_t round) {
            return members.run(values, member, round);
        },
        executor,
        [&](const EnsembleInversion& so_far) {
            text = keeper.write(so_far);
            fmt::print(stderr,
                       "Ronde {} van {} is klaar en staat in {}/\n",
                       so_far.rounds.size() - 1,
                       study.rondes,
                       directory);
        });
    if (inversion.end == EnsembleEnd::stopped) {
        tell_stopped(inversion, study, text, directory);
        known.store();
        keep_for_next_run(kept);
        return exit_interrupted;
    }
    kept.forget();
    if (inversion.end == EnsembleEnd::few_members)
        return few_members(inversion, study, members);
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return exit_ok;
}

} // namespace ketenplan::runner
