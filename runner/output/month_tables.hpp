#pragma once

#include "analysis/paren.hpp"
#include "output/month_figures.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// Every monthly figure: maanden.csv. Of two arms the means, their paired difference with its 95%
/// interval, and how one month may turn out in each.
Table months_table(const MonthStudy& study, DecimalMark mark);

/// Every yearly figure of areas, roles and the house in two arms, with the paired difference:
/// jaren.csv. Not those of gemeenten, which may be about few persons.
Table years_table(const std::vector<analysis::Arm>& arms, DecimalMark mark);

/// What the figures tell, in sentences: samenvatting.txt.
std::string month_summary(const MonthStudy& study,
                          const std::vector<MonthFigure>& figures,
                          const std::vector<std::string>& warnings);

} // namespace ketenplan::runner
