#include "analysis/psa.hpp"

#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "commands/nazorg_arms.hpp"
#include "engine/defect.hpp"
#include "exit_codes.hpp"
#include "input/ensemble_file.hpp"
#include "input/scenario_files.hpp"
#include "input/uncertainty.hpp"
#include "output/atomic_file.hpp"
#include "output/certainty.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/psa_report.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "store/kept_rows.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>

namespace ketenplan::runner {

namespace {

using analysis::Psaarm;
using analysis::Psatrekking;

constexpr const char* draws_stage = "trekkingen";
constexpr std::size_t numbers_per_arm = 4;

/// The files of the scenario, and the tree over which draws are laid.
struct Basis {
    ScenarioTree tree;
    Scenario scenario;
};

/// The ensemble counts as one of the scenario's files.
Basis read_basis(const PsaOptions& options) {
    Scenario scenario = read_scenario(options.scenario); // throws with every problem there is
    Diagnostics none;
    auto tree = read_scenario_files(options.scenario, none);
    engine::ensure(tree.has_value(), "a scenario that could be read a moment ago");
    if (!options.ensemble.empty()) {
        if (const auto bytes = read_file(options.ensemble, none))
            scenario.files.push_back({options.ensemble, hash_of(*bytes)});
    }
    return {std::move(*tree), std::move(scenario)};
}

std::uint64_t question_of(const Basis& basis, const PsaOptions& options) {
    Question question{"psa", options.zaad, basis.scenario.files, {options.per_trekking}};
    question.counts.push_back(options.gemiddelde_prijzen ? 1 : 0);
    question.counts.push_back(std::bit_cast<std::uint64_t>(options.odds_ratio.value_or(0.0)));
    for (const double intensity : options.intensiteiten)
        question.counts.push_back(std::bit_cast<std::uint64_t>(intensity));
    return digest_of(question);
}

KeptRows::Row row_of(const Psatrekking& draw, const std::vector<double>& values) {
    std::vector<double> numbers{draw.odds_ratio};
    for (const Psaarm& arm : draw.armen)
        numbers.insert(numbers.end(),
                       {arm.kosten, arm.recidive, arm.ruis_kosten, arm.ruis_recidive});
    numbers.insert(numbers.end(), values.begin(), values.end());
    return bits_of(numbers);
}

/// What an earlier, stopped run left, as far as it has the shape of this one.
void take_up(const KeptRows::Rows& rows, PsaOutcome& outcome) {
    const std::size_t arms = outcome.opdracht.armen.size();
    for (const KeptRows::Row& row : rows) {
        if (outcome.trekkingen.size() == outcome.opdracht.trekkingen ||
            row.size() != 1 + numbers_per_arm * arms + outcome.getallen.size())
            return;
        const std::vector<double> numbers = doubles_of(row);
        Psatrekking draw{numbers[0], {}};
        for (std::size_t at = 1; draw.armen.size() < arms; at += numbers_per_arm)
            draw.armen.push_back({numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]});
        outcome.trekkingen.push_back(std::move(draw));
        outcome.waarden.emplace_back(
            numbers.end() - static_cast<std::ptrdiff_t>(outcome.getallen.size()), numbers.end());
    }
}

/// Simulates what is not there yet.
void simulate(const UncertainScenarios& worlds, const PsaOptions& options, PsaOutcome& outcome) {
    const std::size_t first = outcome.trekkingen.size();
    outcome.waarden.resize(outcome.opdracht.trekkingen);
    const auto source = [&](std::uint32_t draw, std::uint32_t again) {
        UncertainScenarios::Drawn world = worlds.drawn(draw, again);
        outcome.waarden[draw] = std::move(world.values); // each draw has a place of its own
        return std::move(world.parameters);
    };
    Progress progress(outcome.opdracht.trekkingen - first, draws_stage, options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    auto more =
        analysis::psa(source, outcome.opdracht, static_cast<std::uint32_t>(first), executor);
    std::ranges::move(more, std::back_inserter(outcome.trekkingen));
    outcome.waarden.resize(outcome.trekkingen.size());
}

std::vector<std::string> warnings_for(const Basis& basis, const PsaOutcome& outcome) {
    std::vector<std::string> warnings = warnings_of(basis.scenario);
    std::ranges::copy(
        analysis::bereken_werklast(casus::Opzet(basis.scenario.parameters)).waarschuwingen(),
        std::back_inserter(warnings));
    if (outcome.trekkingen.size() < outcome.opdracht.trekkingen)
        warnings.push_back(fmt::format("Gestopt na {} van de {} trekkingen.",
                                       outcome.trekkingen.size(),
                                       outcome.opdracht.trekkingen));
    return warnings;
}

PsaOutcome asked(const PsaOptions& options, const Basis& basis, const casus::Opzet& opzet) {
    PsaOutcome outcome;
    outcome.naam = basis.scenario.parameters.naam;
    outcome.opdracht = {.zaad = options.zaad,
                        .trekkingen = options.trekkingen,
                        .per_trekking = options.per_trekking,
                        .odds_ratio = options.odds_ratio,
                        .marginaal = !options.gemiddelde_prijzen,
                        .armen = nazorg_arms(opzet, options.intensiteiten)};
    outcome.getallen =
        uncertain_numbers(basis.scenario, [](const ParameterRecord&) { return true; });
    return outcome;
}

/// The members, whose numbers are no longer drawn from their ranges. Throws InputError when they
/// are of another scenario.
std::vector<EnsembleMember>
ensemble_for(const PsaOptions& options, const Basis& basis, PsaOutcome& outcome) {
    if (options.ensemble.empty())
        return {};
    std::vector<EnsembleMember> members = read_ensemble(options.ensemble);
    for (const ParameterChange& change : members.front().changes) {
        const auto& records = basis.scenario.records;
        if (std::ranges::find(records, change.path, &ParameterRecord::path) == records.end())
            throw InputError(fmt::format("{}: `{}` staat niet in {}: dit ensemble is van een ander "
                                         "scenario\n",
                                         options.ensemble,
                                         change.path,
                                         options.scenario));
        std::erase_if(outcome.getallen,
                      [&](const UncertainNumber& n) { return n.path == change.path; });
    }
    return members;
}

} // namespace

int psa(const PsaOptions& options) {
    const Basis basis = read_basis(options);
    const casus::Opzet opzet(basis.scenario.parameters);
    if (!can_study_nazorg(options.scenario, opzet))
        return exit_bad_input;
    PsaOutcome outcome = asked(options, basis, opzet);
    std::vector<EnsembleMember> members = ensemble_for(options, basis, outcome);
    const UncertainScenarios worlds(basis.tree, outcome.getallen, std::move(members), options.zaad);
    const std::string directory = results_directory(options.uit, options.scenario, "-psa");
    make_directory(directory); // before the work, so that a bad place is known at once
    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(basis, options));
    take_up(kept.rows(draws_stage), outcome);
    tell_found(outcome.trekkingen.size(), draws_stage);
    simulate(worlds, options, outcome);
    const std::size_t done = outcome.trekkingen.size();
    const bool stopped = done < options.trekkingen;
    if (stopped) {
        kept.rows(draws_stage).clear();
        for (std::size_t t = 0; t < done; ++t)
            kept.rows(draws_stage).push_back(row_of(outcome.trekkingen[t], outcome.waarden[t]));
        keep_for_next_run(kept);
    }
    if (done < 2) {
        fmt::print(
            stderr,
            "ketenplan: gestopt voordat er twee trekkingen klaar waren; niets geschreven.\n");
        return exit_interrupted;
    }
    const std::vector<std::string> warnings = warnings_for(basis, outcome);
    const std::string text = psa_summary(outcome, certainty_of(basis.scenario), warnings);
    std::vector<Table> tables{psa_draws(outcome, options.decimaal),
                              parameter_values_table(basis.scenario, options.decimaal),
                              {"samenvatting.txt", text},
                              {"scenario.toml", scenario_template(basis.scenario.parameters)}};
    add_tables_workbook(tables, options.decimaal);
    write_folder(
        directory,
        tables,
        manifest(
            {"psa", options.zaad, options.trekkingen, warnings}, basis.scenario, done, tables));
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    if (!stopped)
        kept.forget();
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
