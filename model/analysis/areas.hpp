#pragma once

#include "casus/uitkomst.hpp"

#include <vector>

namespace ketenplan::analysis {

/// What a gebied (region or subregio) shows over a year: the steps of its cases, and the counts of
/// its gemeenten together.
struct AreaYear {
    casus::SubregioJaar steps;
    casus::GemeenteJaar counts;
    casus::Cohort cohort; ///< of persons released in it
};

/// The region (index 0) and each subregio over one year.
std::vector<AreaYear> areas_of(const casus::Opzet& opzet,
                               const casus::Jaar& year,
                               const std::vector<casus::Cohort>& cohorts);

/// The region (index 0) and each subregio over the whole measured period.
std::vector<casus::SubregioSlot> runs_of(const casus::Uitkomst& outcome);

} // namespace ketenplan::analysis
