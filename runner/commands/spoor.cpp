#include "casus/huis.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/story.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int spoor(const SpoorOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    const casus::Opzet opzet(scenario.parameters);
    const casus::Uitkomst outcome = casus::simulate(
        opzet,
        {.sleutel = {.seed = options.zaad, .replication = options.replicatie},
         .wijze = options.verwachting ? engine::DrawMode::expected : engine::DrawMode::random,
         .spoor = options.melding.value_or(engine::Trace::everything)});
    if (options.melding && outcome.spoor.empty()) {
        fmt::print(
            stderr,
            "ketenplan: melding {} komt in replicatie {} niet voor; zonder --melding volgt een "
            "lijst.\n",
            *options.melding,
            options.replicatie);
        return exit_usage;
    }
    if (options.melding)
        fmt::print("{}", story(opzet, outcome));
    else
        fmt::print(
            "Meldingen in replicatie {} die een casus werden; kies er een met --melding.\n\n{}",
            options.replicatie,
            list_of_cases(opzet, outcome));
    return exit_ok;
}

} // namespace ketenplan::runner
