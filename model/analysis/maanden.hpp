#pragma once

#include "analysis/measures.hpp"
#include "casus/uitkomst.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::analysis {

/// What a measure of a month may look at; what belongs to its scope is set.
struct MonthView {
    const casus::SubregioMaand* area = nullptr;
    const casus::RolMaand* role = nullptr;
    double days = 1.0; ///< of the month that are measured
};

/// One thing that is reported per calendar month; see Measure. Over areas or over roles.
struct MonthMeasure {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning; ///< Dutch
    Scope scope;
    /// For a measure over the cases of a month that have come so far: the measures that count those
    /// that have not, and all. Empty for others.
    std::string_view unfinished;
    std::string_view all;
    /// The value; not a number when nothing was observed.
    double (*value)(const MonthView&);
};

std::span<const MonthMeasure> month_measures();
/// Index of the measure; throws Defect when there is none.
std::size_t month_measure(std::string_view name);

/// One number of the monthly results.
struct MonthColumn {
    std::size_t measure = 0; ///< index into month_measures()
    std::string cell;        ///< "regio", a key of a subregio, "rol@plaats"
    std::size_t index = 0;   ///< of the cell within its scope; for areas 0 is the region
    std::size_t month = 0;   ///< index into measured_months()
    engine::Date begin{};    ///< first measured day of that month
};

/// The first measured day of each calendar month of [start, einde).
std::vector<engine::Date> measured_months(const casus::Opzet& opzet);

/// Every column of a scenario's monthly results, in the order of measures, cells and months.
std::vector<MonthColumn> month_columns_of(const casus::Opzet& opzet);

/// The values of a replication that kept its months, in the order of `columns`.
void fill_month_row(const casus::Uitkomst& outcome,
                    std::span<const MonthColumn> columns,
                    std::span<double> row);

} // namespace ketenplan::analysis
