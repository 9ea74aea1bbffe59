#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/certainty.hpp"
#include "output/workload.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int controleer(const ControleerOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    fmt::print(stderr, "{}", scenario.warnings.text());
    const Certainty c = certainty_of(scenario);
    fmt::print("{} is geldig: {} getallen, waarvan {} met een bron, {} als aanname en {} zonder "
               "opgave van herkomst.\n\n",
               options.scenario,
               c.numbers,
               c.sourced,
               c.assumed,
               c.numbers - c.sourced - c.assumed);
    const casus::Opzet opzet(scenario.parameters);
    const analysis::Werklast werklast = analysis::bereken_werklast(opzet);
    fmt::print("{}", workload_text(opzet, werklast));
    for (const std::string& sentence : werklast.waarschuwingen())
        fmt::print("  ! {}\n", sentence);
    return exit_ok;
}

} // namespace ketenplan::runner
