#include "commands.hpp"
#include "commands/budget_run.hpp"
#include "exit_codes.hpp"
#include "output/atomic_file.hpp"
#include "output/input_template.hpp"
#include "output/results_folder.hpp"
#include "threads.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

namespace {

int write_template(const BudgetStudy& study, const std::string& file) {
    write_atomically(file, input_template(study));
    fmt::print("{} is geschreven; het blad Uitleg zegt hoe u het gebruikt.\n", file);
    return exit_ok;
}

BudgetStudy asked(const BegrotingOptions& options) {
    BudgetStudy study = read_budget_study(options.studie);
    study.replicaties = options.replicaties.value_or(study.replicaties);
    study.trekkingen = options.trekkingen.value_or(study.trekkingen);
    study.zaad = options.zaad.value_or(study.zaad);
    if (study.varianten.size() < 2)
        study.trekkingen = 0; // nothing to rank
    return study;
}

} // namespace

int begroting(const BegrotingOptions& options) {
    const BudgetStudy study = asked(options);
    if (!options.sjabloon.empty())
        return write_template(study, options.sjabloon);
    const std::string directory = results_directory(options.uit, options.studie);
    make_directory(directory); // before the work, so that a bad place is known at once
    listen_for_stop();
    KeptRows kept(kept_rows_path(directory), question_of(study));
    BudgetRun run(study, kept);
    run.simulate({options.draden, options.voortgang});
    if (run.replications() < 2) {
        fmt::print(
            stderr,
            "ketenplan: gestopt voordat er twee replicaties klaar waren; niets geschreven.\n");
        return exit_interrupted;
    }
    if (!run.complete())
        keep_for_next_run(kept);
    fmt::print("{}\nTabellen staan in {}/\n",
               write_budget(directory, run.outcome(), options.decimaal, options.taal),
               directory);
    if (!run.complete())
        return exit_interrupted;
    kept.forget();
    return exit_ok;
}

} // namespace ketenplan::runner
