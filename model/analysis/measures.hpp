#pragma once

#include "analysis/areas.hpp"
#include "casus/uitkomst.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::analysis {

/// Over what a measure is reported.
enum class Scope : std::uint8_t {
    area,         ///< the region and each subregio
    municipality, ///< each gemeente
    role,         ///< each role in each place
    house,        ///< the house as a whole
    follow_up,    ///< each follow-up time of recidive
    body,         ///< each body above the case
    organisation, ///< each partner organisation
    route,        ///< each route of decisions
};

/// How the figures of a year are brought together in one number (Dutch, for users).
enum class Aggregation : std::uint8_t { sum, mean, time_average, share, quantile, maximum, stand };

/// Everything a measure may look at. Only what belongs to its scope is set.
struct View {
    const casus::Opzet* opzet = nullptr;
    const casus::Jaar* year = nullptr; ///< null for measures of the whole run
    const AreaYear* area = nullptr;
    const casus::SubregioSlot* run = nullptr;
    const casus::GemeenteJaar* municipality = nullptr;
    const casus::RolJaar* role = nullptr;
    const casus::OrgaanJaar* body = nullptr;
    const casus::OrgaanSlot* body_run = nullptr;
    const casus::RouteJaar* route = nullptr;
    const casus::RouteSlot* route_run = nullptr;
    std::size_t index = 0; ///< of the cell within its scope
};

/// One thing that can be reported. Tables, manifest and documentation walk the table of these; a
/// name is never used again for something else.
struct Measure {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning; ///< Dutch
    Scope scope;
    Aggregation aggregation;
    bool per_year;       ///< else over the whole measured period
    bool counts_persons; ///< small numbers are suppressed in tables meant for others
    /// The value; not a number when nothing was observed.
    double (*value)(const View&);
};

std::span<const Measure> measures();

/// The measure of that name, which must be one of them.
const Measure& measure_named(std::string_view name);
std::string_view aggregation_name(Aggregation aggregation);
std::string_view scope_name(Scope scope);

/// One number of the table of results: a measure, of what, and when.
struct Column {
    std::size_t measure = 0; ///< index into measures()
    std::string cell;        ///< "regio", a key of a subregio or gemeente, "rol@plaats", "huis"
    std::size_t index = 0;   ///< of the cell within its scope; for areas 0 is the region
    std::optional<std::int32_t> year; ///< none: the whole measured period
};

/// Every column of a scenario's results, in the order of measures, cells and years.
std::vector<Column> columns_of(const casus::Opzet& opzet);

/// The values of one replication, in the order of `columns`.
void fill_row(const casus::Opzet& opzet,
              const casus::Uitkomst& outcome,
              std::span<const Column> columns,
              std::span<double> row);

/// The column of a measure; throws Defect when there is none.
std::size_t find_column(std::span<const Column> columns,
                        std::string_view measure,
                        std::string_view cell,
                        std::optional<std::int32_t> year);

/// The calendar years that are measured, at least in part.
std::vector<std::int32_t> measured_years(const casus::Opzet& opzet);

/// The cells of roles in places, in the order of Uitkomst::rollen: "procesregisseur@noord".
std::vector<std::string> role_cells(const casus::Opzet& opzet);

} // namespace ketenplan::analysis
