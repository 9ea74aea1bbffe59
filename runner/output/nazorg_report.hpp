#pragma once

#include "analysis/nazorgstudie.hpp"
#include "command_line.hpp"
#include "output/certainty.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// The results of a study of nazorg in plain Dutch: what is avoided, who pays and who saves, at
/// average and at marginal prices, and how sure that is. `rows` is not empty.
std::string nazorg_summary(const casus::Opzet& opzet,
                           const analysis::Nazorgopdracht& order,
                           const std::vector<analysis::Nazorgrij>& rows,
                           const Certainty& certainty,
                           const std::vector<std::string>& warnings);

/// nazorg.csv: per arm and figure the mean with its interval, and the same for the difference from
/// the arm without nazorg, within replications.
Table nazorg_table(const analysis::Nazorgopdracht& order,
                   const std::vector<analysis::Nazorgrij>& rows,
                   DecimalMark mark);

/// trekkingen.csv: per replication the odds ratio that was drawn and every arm's main figures.
Table nazorg_draws(const analysis::Nazorgopdracht& order,
                   const std::vector<analysis::Nazorgrij>& rows,
                   DecimalMark mark);

/// An intensity as the Dutch write it: "0,5", "2".
std::string dutch_intensity(double intensity);

} // namespace ketenplan::runner
