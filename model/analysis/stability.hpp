#pragma once

#include "analysis/replications.hpp"

#include <string>
#include <vector>

namespace ketenplan::analysis {

/// Dutch sentences about parts of the house that did not keep up in the simulated period: what is
/// open grew, in the mean over replications, beyond noise (four standard errors) and by more than
/// two percent of what came in, or one item, a year.
std::vector<std::string> growing_queues(const casus::Opzet& opzet, const Results& results);

/// Dutch sentences about figures that differ between the first and the last measured year beyond
/// noise, although the scenario has no growth and no interventions: the run began with a house that
/// was not in balance. Empty when fewer than two whole years are measured.
std::vector<std::string> drifting_figures(const casus::Opzet& opzet, const Results& results);

} // namespace ketenplan::analysis
