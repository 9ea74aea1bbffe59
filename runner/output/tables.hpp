#pragma once

#include "analysis/replications.hpp"
#include "analysis/werklast.hpp"
#include "command_line.hpp"
#include "input/scenario.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A file of results: its name and its bytes.
struct Table {
    std::string name;
    std::string content;
};

/// The estimates of every measure, a table per scope: gebied.csv, gemeente.csv, rol.csv, huis.csv.
///
/// Unless `intern`, counts of persons per gemeente whose mean lies between 0 and 4.5 (1 to 4 when
/// rounded) are left out of gemeente.csv, and with them, where only one of a subregio would be left
/// out, the next smallest, so that it cannot be found by subtraction.
std::vector<Table> estimate_tables(const casus::Opzet& opzet,
                                   const analysis::Results& results,
                                   DecimalMark mark,
                                   bool intern);

/// What the house has to do on average, computed without simulation: werklast.csv.
Table workload_table(const analysis::Werklast& werklast, DecimalMark mark);

/// Every parameter with its value and where it comes from: parameters.csv.
Table parameter_values_table(const Scenario& scenario, DecimalMark mark);

} // namespace ketenplan::runner
