#pragma once

#include "command_line.hpp"
#include "input/contribution_study.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// bijdragen.csv: per key and participant what it pays in euro, to the cent, per inwoner, and how
/// much more than by the reference key. The rows of a key add up to the amount.
Table contributions_table(const ContributionStudy& study, DecimalMark mark);

/// lidmaatschap.csv: per gemeente that leaves or joins, per year after it, what everybody pays and
/// how much more that is than now.
Table membership_table(const ContributionStudy& study, DecimalMark mark);

/// herkomst.csv: every number of the study with its source or its assumption.
Table contribution_sources(const ContributionStudy& study, DecimalMark mark);

/// The same in sentences, for a stuurgroep.
std::string contributions_summary(const ContributionStudy& study,
                                  const std::vector<std::string>& warnings);

} // namespace ketenplan::runner
