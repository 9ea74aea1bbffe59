#include "analysis/nazorgstudie.hpp"
#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "commands/nazorg_arms.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/atomic_file.hpp"
#include "output/certainty.hpp"
#include "output/manifest.hpp"
#include "output/nazorg_report.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace ketenplan::runner {

int nazorg(const NazorgOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    const casus::Opzet opzet(scenario.parameters);
    if (!can_study_nazorg(options.scenario, opzet))
        return exit_bad_input;
    const std::string directory = results_directory(options.uit, options.scenario, "-nazorg");
    make_directory(directory);
    listen_for_stop();
    const analysis::Nazorgopdracht order{.zaad = options.zaad,
                                         .replicaties = options.replicaties,
                                         .odds_ratio = options.odds_ratio,
                                         .armen = nazorg_arms(opzet, options.intensiteiten)};
    Progress progress(options.replicaties, "replicaties", options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    const auto rows = analysis::nazorgstudie(opzet, order, executor);
    if (rows.empty()) {
        fmt::print(stderr,
                   "ketenplan: gestopt voordat er een replicatie klaar was; niets geschreven.\n");
        return exit_interrupted;
    }
    const bool stopped = rows.size() < options.replicaties;
    std::vector<std::string> warnings = warnings_of(scenario);
    std::ranges::copy(analysis::bereken_werklast(opzet).waarschuwingen(),
                      std::back_inserter(warnings));
    if (stopped)
        warnings.push_back(
            fmt::format("Gestopt na {} van de {} replicaties.", rows.size(), options.replicaties));
    const std::string text = nazorg_summary(opzet, order, rows, certainty_of(scenario), warnings);
    std::vector<Table> tables{nazorg_table(order, rows, options.decimaal),
                              nazorg_draws(order, rows, options.decimaal),
                              parameter_values_table(scenario, options.decimaal),
                              {"samenvatting.txt", text},
                              {"scenario.toml", scenario_template(scenario.parameters)}};
    add_tables_workbook(tables, options.decimaal);
    const RunDescription run{"nazorg", options.zaad, options.replicaties, warnings};
    write_folder(directory, tables, manifest(run, scenario, rows.size(), tables));
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
