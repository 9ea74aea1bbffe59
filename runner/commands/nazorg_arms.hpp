#pragma once

#include "analysis/nazorgstudie.hpp"
#include "input/scenario.hpp"

#include <span>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// Without nazorg first, then the scenario's own, then what was asked for.
std::vector<analysis::Nazorgarm> nazorg_arms(const casus::Opzet& opzet,
                                             std::span<const double> intensities);

/// Says on standard error what makes a study of nazorg say nothing; true when it can be run.
bool can_study_nazorg(const std::string& path, const casus::Opzet& opzet);

} // namespace ketenplan::runner
