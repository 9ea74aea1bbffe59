#include "commands.hpp"
#include "exit_codes.hpp"
#include "output/template.hpp"

#include <fmt/core.h>

namespace ketenplan::runner {

int sjabloon(const SjabloonOptions&) {
    fmt::print("{}", scenario_template(parameters::example()));
    return exit_ok;
}

} // namespace ketenplan::runner
