#pragma once

#include "casus/uitkomst.hpp"

#include <string>

namespace ketenplan::runner {

/// The trace of one melding as a story in dates: a line per step.
std::string story(const casus::Opzet& opzet, const casus::Uitkomst& outcome);

/// The meldingen of a fully traced run that a case came of, a line each: number, date, gemeente,
/// kind.
std::string list_of_cases(const casus::Opzet& opzet, const casus::Uitkomst& outcome);

} // namespace ketenplan::runner
