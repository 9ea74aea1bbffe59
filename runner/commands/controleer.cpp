#include "analysis/werklast.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "input/scenario.hpp"
#include "output/summary.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int controleer(const ControleerOptions& options) {
    const Scenario scenario = read_scenario(options.scenario);
    fmt::print(stderr, "{}", scenario.warnings.text());
    std::size_t numbers = 0;
    std::size_t sourced = 0;
    std::size_t assumed = 0;
    for (const ParameterRecord& record : scenario.records) {
        if (!record.number)
            continue;
        ++numbers;
        if (!record.source.empty())
            ++sourced;
        else if (!record.assumption.empty())
            ++assumed;
    }
    fmt::print("{} is geldig: {} getallen, waarvan {} met een bron, {} als aanname en {} zonder "
               "opgave van herkomst.\n\n",
               options.scenario,
               numbers,
               sourced,
               assumed,
               numbers - sourced - assumed);
    const casus::Opzet opzet(scenario.parameters);
    const analysis::Werklast werklast = analysis::bereken_werklast(opzet);
    fmt::print("{}", workload_text(opzet, werklast));
    for (const std::string& sentence : werklast.waarschuwingen())
        fmt::print("  ! {}\n", sentence);
    return exit_ok;
}

} // namespace ketenplan::runner
