#include "analysis/maandbeeld.hpp"

#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/atomic_file.hpp"
#include "output/manifest.hpp"
#include "output/month_figures.hpp"
#include "output/month_tables.hpp"
#include "output/progress.hpp"
#include "output/results_folder.hpp"
#include "output/tables_workbook.hpp"
#include "output/template.hpp"
#include "threads.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <deque>
#include <filesystem>

namespace ketenplan::runner {

namespace {

std::string directory_for(const MaandbeeldOptions& options) {
    const std::string variant =
        options.variant.empty()
            ? ""
            : "-tegen-" + std::filesystem::path(options.variant).stem().string();
    return results_directory(options.uit, options.basis, "-maandbeeld" + variant);
}

/// The scenarios in hand: one, or a basis and its variant.
struct Inputs {
    std::vector<Scenario> scenarios;
    std::deque<casus::Opzet> opzetten; ///< stay where they are
    std::vector<const casus::Opzet*> arms;
    std::vector<std::string> warnings;
};

Inputs read(const MaandbeeldOptions& options) {
    Inputs inputs;
    inputs.scenarios.push_back(read_scenario(options.basis));
    if (!options.variant.empty())
        inputs.scenarios.push_back(read_scenario(options.variant));
    for (const Scenario& scenario : inputs.scenarios) {
        inputs.arms.push_back(&inputs.opzetten.emplace_back(scenario.parameters));
        for (const std::string& warning : warnings_of(scenario))
            inputs.warnings.push_back(warning);
    }
    const casus::Opzet& first = inputs.opzetten.front();
    const casus::Opzet& last = inputs.opzetten.back();
    if (first.start != last.start || first.einde != last.einde)
        throw InputError(fmt::format("{} en {} meten niet dezelfde periode\n    -> geef beide "
                                     "dezelfde `looptijd.start` en `looptijd.einde`",
                                     options.basis,
                                     options.variant));
    return inputs;
}

std::size_t columns_of(const Inputs& inputs) {
    std::size_t sum = 0;
    for (const casus::Opzet* opzet : inputs.arms)
        sum += analysis::columns_of(*opzet).size() + analysis::month_columns_of(*opzet).size();
    return sum;
}

std::vector<analysis::Arm> run(const Inputs& inputs, const MaandbeeldOptions& options) {
    Progress progress(options.replicaties, "replicaties", options.voortgang);
    ThreadExecutor executor(
        options.draden, stop_requested(), [&](std::size_t done) { progress.tell(done); });
    return analysis::replicate_arms(
        inputs.arms, options.zaad, options.replicaties, executor, analysis::Detail::months);
}

std::vector<Table> tables_of(const MonthStudy& study,
                             const Inputs& inputs,
                             const std::vector<analysis::Arm>& arms,
                             const std::vector<MonthFigure>& figures,
                             DecimalMark mark) {
    std::vector<Table> tables{months_table(study, mark)};
    if (study.paired())
        tables.push_back(years_table(arms, mark));
    for (const MonthFigure& figure : figures)
        tables.push_back({figure.file, svg(figure.chart)});
    tables.push_back({"scenario.toml", scenario_template(inputs.scenarios[0].parameters)});
    if (study.paired())
        tables.push_back({"variant.toml", scenario_template(inputs.scenarios[1].parameters)});
    return tables;
}

} // namespace

int maandbeeld(const MaandbeeldOptions& options) {
    Inputs inputs = read(options);
    if (const std::size_t most = most_that_fit(columns_of(inputs)); options.replicaties > most) {
        fmt::print(stderr,
                   "ketenplan: de uitkomsten van {} replicaties passen niet in het geheugen van "
                   "deze computer\n    -> kies --replicaties {} of minder\n",
                   options.replicaties,
                   most);
        return exit_usage;
    }
    const std::string directory = directory_for(options);
    make_directory(directory); // before the work, so that a bad place is known at once

    listen_for_stop();
    const std::vector<analysis::Arm> arms = run(inputs, options);
    const std::size_t done = arms[0].years.replications();
    if (done == 0) {
        fmt::print(stderr,
                   "ketenplan: gestopt voordat er een replicatie klaar was; niets geschreven.\n");
        return exit_interrupted;
    }
    const bool stopped = done < options.replicaties;
    if (stopped)
        inputs.warnings.push_back(
            fmt::format("Gestopt na {} van de {} replicaties.", done, options.replicaties));

    const MonthStudy study{inputs.arms, analysis::month_series(arms), done, options.zaad};
    const std::vector<MonthFigure> figures = month_figures(study);
    std::vector<Table> tables = tables_of(study, inputs, arms, figures, options.decimaal);
    const std::string text = month_summary(study, figures, inputs.warnings);
    tables.push_back({"samenvatting.txt", text});
    add_tables_workbook(tables, options.decimaal);
    std::vector<ManifestArm> described;
    for (std::size_t a = 0; a < arms.size(); ++a)
        described.push_back({&inputs.scenarios[a], &arms[a].years});
    write_folder(
        directory,
        tables,
        manifest_of_arms(
            {"maandbeeld", options.zaad, options.replicaties, inputs.warnings}, described, tables));
    fmt::print("{}Figuren en tabellen staan in {}/\n", text, directory);
    return stopped ? exit_interrupted : exit_ok;
}

} // namespace ketenplan::runner
