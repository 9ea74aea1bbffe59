#pragma once

#include "casus/huis.hpp"

/// Persons who were known before the run began.
namespace ketenplan::casus {

/// Brings them in: those of `beginvoorraad.personen` when given, else, when people can come back
/// and do leave, as many as the stationary law has. Each has lived the life that a person with that
/// history has; what the house may have done for them before is left out.
void breng_bekenden_in(Huis& huis);

} // namespace ketenplan::casus
