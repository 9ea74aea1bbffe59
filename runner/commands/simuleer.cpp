#include "analysis/stability.hpp"
#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/atomic_file.hpp"
#include "output/certainty.hpp"
#include "output/manifest.hpp"
#include "output/progress.hpp"
#include "output/summary.hpp"
#include "output/tables.hpp"
#include "output/template.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <filesystem>
#include <unistd.h>

namespace ketenplan::runner {

namespace {

std::string directory_for(const SimuleerOptions& options) {
    if (!options.uit.empty())
        return options.uit;
    return "resultaten/" + std::filesystem::path(options.scenario).stem().string();
}

analysis::Results replicate_with_progress(const casus::Opzet& opzet,
                                          const SimuleerOptions& options) {
    Progress progress(options.replicaties, "replicaties", options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    return analysis::replicate(opzet, options.zaad, options.replicaties, executor);
}

/// How many replications have room in three quarters of this machine's memory.
std::size_t most_that_fit(const casus::Opzet& opzet) {
    const auto memory =
        static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    const auto row = static_cast<double>(analysis::columns_of(opzet).size() * sizeof(double));
    return static_cast<std::size_t>(0.75 * memory / row);
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// What the reader of the scenario warned of, as sentences.
std::vector<std::string> warnings_of(const Scenario& scenario) {
    std::vector<std::string> sentences;
    for (const Diagnostic& d : scenario.warnings.items())
        sentences.push_back(fmt::format(
            "{}:{}: `{}` {}", d.place.file, d.place.line, d.problem.path, d.problem.what));
    return sentences;
}

/// The manifest goes last and the old one first: where there is one, all tables belong to it.
void write_all(const std::string& directory,
               const std::vector<Table>& tables,
               const std::string& manifest_text) {
    make_directory(directory);
    const std::string manifest_path = directory + "/manifest.json";
    remove_file(manifest_path);
    for (const Table& table : tables)
        write_atomically(directory + "/" + table.name, table.content);
    write_atomically(manifest_path, manifest_text);
}

} // namespace

int simuleer(const SimuleerOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    const casus::Opzet opzet(scenario.parameters);
    if (const std::size_t most = most_that_fit(opzet); options.replicaties > most) {
        fmt::print(
            stderr,
            "ketenplan: de uitkomsten van {} replicaties passen niet in het geheugen van deze "
            "computer\n    -> kies --replicaties {} of minder\n",
            options.replicaties,
            most);
        return exit_usage;
    }
    const std::string directory = directory_for(options);
    make_directory(directory); // before the work, so that a bad place is known at once
    const analysis::Werklast werklast = analysis::bereken_werklast(opzet);
    for (const std::string& sentence : werklast.waarschuwingen())
        fmt::print(stderr, "let op: {}\n", sentence);

    listen_for_stop();
    const analysis::Results results = replicate_with_progress(opzet, options);
    const bool stopped = results.replications() < options.replicaties;
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

    const std::string text = summary(opzet, results, werklast, certainty_of(scenario), warnings);
    std::vector<Table> tables = estimate_tables(opzet, results, options.decimaal, options.intern);
    tables.push_back(workload_table(werklast, options.decimaal));
    tables.push_back(parameter_values_table(scenario, options.decimaal));
    tables.push_back({"samenvatting.txt", text});
    tables.push_back({"scenario.toml", scenario_template(scenario.parameters)});
    const RunDescription run{"simuleer", options.zaad, options.replicaties, warnings};
    write_all(directory, tables, manifest(run, scenario, results, tables));

    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
