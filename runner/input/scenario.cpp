#include "input/scenario.hpp"

#include "parameters/validate.hpp"

#include <fmt/format.h>

namespace ketenplan::runner {

Scenario read_scenario(const std::string& path, Diagnostics& diagnostics) {
    const auto tree = read_scenario_files(path, diagnostics);
    if (tree)
        return read_scenario(*tree, diagnostics);
    if (!diagnostics.has_errors())
        diagnostics.error({path, 0, 0}, "", "kan niet worden gelezen");
    return {};
}

Scenario read_scenario(const ScenarioTree& tree, Diagnostics& diagnostics) {
    Scenario scenario;
    scenario.files = tree.files;
    scenario.parameters = read_parameters(tree.root, scenario.records, diagnostics);
    // What could not be read has been reported; the value that stands in for it must not be blamed.
    Diagnostics more;
    const parameters::Problems problems = parameters::validate(scenario.parameters);
    for (const parameters::Problem& problem : problems.items()) {
        const std::string key = problem.path.substr(problem.path.rfind('.') + 1);
        if (!diagnostics.mentions(problem.path) && !diagnostics.is_unreadable(key))
            more.add({place_of(tree.root, problem.path), problem});
    }
    for (const Diagnostic& diagnostic : more.items())
        diagnostics.add(diagnostic);
    diagnostics.sort_by_place();
    return scenario;
}

Scenario read_scenario(const std::string& path) {
    Diagnostics diagnostics;
    Scenario scenario = read_scenario(path, diagnostics);
    if (diagnostics.has_errors())
        throw InputError(fmt::format("{}{} {} in {}.",
                                     diagnostics.text(),
                                     diagnostics.errors(),
                                     diagnostics.errors() == 1 ? "fout" : "fouten",
                                     path));
    scenario.warnings = diagnostics;
    return scenario;
}

} // namespace ketenplan::runner
