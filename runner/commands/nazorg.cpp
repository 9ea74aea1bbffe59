#include "analysis/nazorgstudie.hpp"
#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/atomic_file.hpp"
#include "output/certainty.hpp"
#include "output/manifest.hpp"
#include "output/nazorg_report.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/template.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace ketenplan::runner {

namespace {

/// Without nazorg first, then the scenario's own, then what was asked for.
std::vector<analysis::Nazorgarm> arms_for(const NazorgOptions& options, const casus::Opzet& opzet) {
    const double own = opzet.parameters.nazorg.intensiteit.value();
    std::vector<analysis::Nazorgarm> arms{{"zonder nazorg", 0.0}, {"zoals nu", std::nullopt}};
    for (const double intensity : options.intensiteiten) {
        const bool known = std::ranges::any_of(
            arms, [&](const auto& arm) { return arm.intensiteit.value_or(own) == intensity; });
        if (!known)
            arms.push_back({fmt::format("intensiteit {}", dutch_intensity(intensity)), intensity});
    }
    return arms;
}

/// What makes the study say nothing; empty when it can be run.
std::string why_not(const casus::Opzet& opzet) {
    if (!opzet.nazorg_mogelijk)
        return "geen enkel besluit in dit scenario is nazorg";
    if (opzet.parameters.recidive.vervolg.empty())
        return "het scenario heeft geen [[recidive.vervolg]]: zonder recidive is er geen effect";
    if (opzet.parameters.nazorgstudie.kosten.empty())
        return "het scenario heeft geen [nazorgstudie.kosten]: zonder prijzen is er geen som";
    return "";
}

} // namespace

int nazorg(const NazorgOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    const casus::Opzet opzet(scenario.parameters);
    if (const std::string reason = why_not(opzet); !reason.empty()) {
        fmt::print(stderr, "{}: {}\n    -> zie `ketenplan parameters`\n", options.scenario, reason);
        return exit_bad_input;
    }
    const std::string directory = results_directory(options.uit, options.scenario, "-nazorg");
    make_directory(directory);
    listen_for_stop();
    const analysis::Nazorgopdracht order{.zaad = options.zaad,
                                         .replicaties = options.replicaties,
                                         .odds_ratio = options.odds_ratio,
                                         .armen = arms_for(options, opzet)};
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
    const std::vector<Table> tables{nazorg_table(order, rows, options.decimaal),
                                    nazorg_draws(order, rows, options.decimaal),
                                    parameter_values_table(scenario, options.decimaal),
                                    {"samenvatting.txt", text},
                                    {"scenario.toml", scenario_template(scenario.parameters)}};
    const RunDescription run{"nazorg", options.zaad, options.replicaties, warnings};
    write_folder(directory, tables, manifest(run, scenario, rows.size(), tables));
    fmt::print("{}\nTabellen staan in {}/\n", text, directory);
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
