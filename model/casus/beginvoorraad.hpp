#pragma once

#include "casus/huis.hpp"

/// What is running when the run begins.
namespace ketenplan::casus {

/// Puts the cases of the scenario's `beginvoorraad` in the house, and fills every Top60 list that
/// is not full yet with cases whose overleggen are spread evenly over the past twelve months.
void vul_huis(Huis& huis);

} // namespace ketenplan::casus
