#pragma once

#include "analysis/werklast.hpp"
#include "casus/opzet.hpp"

#include <string>

namespace ketenplan::runner {

/// The workload of a scenario as text, for before a simulation.
std::string workload_text(const casus::Opzet& opzet, const analysis::Werklast& werklast);

} // namespace ketenplan::runner
