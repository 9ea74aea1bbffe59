#pragma once

#include "analysis/replications.hpp"
#include "analysis/werklast.hpp"
#include "casus/opzet.hpp"
#include "output/certainty.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// The answers of a study on one or two screens, in Dutch: what comes in, how long people wait, how
/// full the staff is, and how sure that is.
std::string summary(const casus::Opzet& opzet,
                    const analysis::Results& results,
                    const analysis::Werklast& werklast,
                    const Certainty& certainty,
                    const std::vector<std::string>& warnings);

} // namespace ketenplan::runner
