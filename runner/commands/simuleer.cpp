#include "analysis/stability.hpp"
#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/atomic_file.hpp"
#include "output/certainty.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/summary.hpp"
#include "output/tables.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "precision_request.hpp"
#include "store/kept_results.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <atomic>
#include <cstddef>
#include <utility>

namespace ketenplan::runner {

namespace {

/// What the numbers of a replication depend on: not on how many are asked for, or how precise.
std::uint64_t question_of(const Scenario& scenario, const SimuleerOptions& options) {
    return digest_of({"simuleer", options.zaad, scenario.files, {}});
}

constexpr const char* stage = "replicaties"; ///< of what is kept of a stopped run

/// What was kept of an earlier, stopped run; it is moved out of `kept`.
analysis::Results take_up(KeptRows& kept, const casus::Opzet& opzet, std::size_t most) {
    analysis::Results found =
        results_of(std::exchange(kept.rows(stage), {}), analysis::columns_of(opzet), most);
    tell_found(found.replications(), "replicaties");
    return found;
}

/// Whether the results have room in this machine's memory; says so when they have not.
bool has_room(const casus::Opzet& opzet, std::size_t replications) {
    const std::size_t most = most_that_fit(analysis::columns_of(opzet).size());
    if (replications <= most)
        return true;
    fmt::print(stderr,
               "ketenplan: de uitkomsten van {} replicaties passen niet in het geheugen van deze "
               "computer\n    -> kies --replicaties {} of minder\n",
               replications,
               most);
    return false;
}

/// Goes on from the replications in `found`.
analysis::Precies replicate_with_progress(const casus::Opzet& opzet,
                                          const SimuleerOptions& options,
                                          const PrecisionRequest& request,
                                          analysis::Results found) {
    Progress progress(options.replicaties - found.replications(),
                      options.precisie ? "replicaties (of minder)" : "replicaties",
                      options.voortgang);
    std::atomic<std::size_t> done{0}; // over all looks, told from any thread
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t) { progress.tell(++done); });
    if (!options.precisie) {
        analysis::replicate_more(found, opzet, options.zaad, options.replicaties, executor);
        return {std::move(found), false};
    }
    return analysis::replicate_until_precise(
        opzet,
        options.zaad,
        {.relatief = request.relatief, .meeste = options.replicaties},
        request.columns,
        executor,
        found);
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

int simuleer(const SimuleerOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    const casus::Opzet opzet(scenario.parameters);
    if (!has_room(opzet, options.replicaties))
        return exit_usage;
    PrecisionRequest request;
    if (options.precisie)
        request = precision_request(*options.precisie, options.maten, analysis::columns_of(opzet));
    const std::string directory = results_directory(options.uit, options.scenario);
    make_directory(directory); // before the work, so that a bad place is known at once
    const analysis::Werklast werklast = analysis::bereken_werklast(opzet);
    for (const std::string& sentence : werklast.waarschuwingen())
        fmt::print(stderr, "let op: {}\n", sentence);

    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(scenario, options));
    const analysis::Precies outcome =
        replicate_with_progress(opzet, options, request, take_up(kept, opzet, options.replicaties));
    const analysis::Results& results = outcome.results;
    const bool stopped = !outcome.bereikt && results.replications() < options.replicaties;
    if (results.replications() == 0) {
        fmt::print(stderr,
                   "ketenplan: gestopt voordat er een replicatie klaar was; niets geschreven.\n");
        return exit_interrupted;
    }

    std::vector<std::string> warnings = warnings_of(scenario);
    append(warnings, werklast.waarschuwingen());
    append(warnings, analysis::growing_queues(opzet, results));
    append(warnings, analysis::drifting_figures(opzet, results));
    if (stopped)
        warnings.push_back(fmt::format(
            "Gestopt na {} van de {} replicaties.", results.replications(), options.replicaties));
    const std::string precision =
        options.precisie ? precision_words(request, results, outcome.bereikt) : "";
    if (!outcome.bereikt && !precision.empty())
        warnings.push_back(precision);

    std::string text = summary(opzet, results, werklast, certainty_of(scenario), warnings);
    if (outcome.bereikt && !precision.empty())
        text += "\n" + precision + "\n";
    std::vector<Table> tables = estimate_tables(opzet, results, options.decimaal, options.intern);
    tables.push_back(workload_table(werklast, options.decimaal));
    tables.push_back(parameter_values_table(scenario, options.decimaal));
    tables.push_back({"samenvatting.txt", text});
    tables.push_back({"scenario.toml", scenario_template(scenario.parameters)});
    add_tables_workbook(tables, options.decimaal);
    const RunDescription run{"simuleer", options.zaad, options.replicaties, warnings};
    write_folder(directory, tables, manifest(run, scenario, results, tables));

    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    if (!stopped) {
        kept.forget();
        return exit_ok;
    }
    kept.rows(stage) = rows_of(results);
    keep_for_next_run(kept);
    return exit_interrupted;
}

} // namespace ketenplan::runner
