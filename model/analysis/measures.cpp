#include "analysis/measures.hpp"

#include "analysis/measures/table.hpp"
#include "engine/defect.hpp"

#include <algorithm>

namespace ketenplan::analysis {

namespace {

using casus::Opzet;

std::vector<std::string> cells_of(const Opzet& opzet, Scope scope) {
    constexpr engine::Seconds days = engine::seconds_per_day;
    std::vector<std::string> cells;
    switch (scope) {
    case Scope::area:
        cells.emplace_back("regio");
        for (const auto& subregio : opzet.parameters.subregios)
            cells.push_back(subregio.key);
        break;
    case Scope::municipality:
        for (const auto& gemeente : opzet.parameters.gemeenten)
            cells.push_back(gemeente.key);
        break;
    case Scope::role:
        return role_cells(opzet);
    case Scope::house:
        cells.emplace_back("huis");
        break;
    case Scope::follow_up:
        for (const engine::Seconds after : opzet.leven.vervolg)
            cells.push_back(std::to_string((after + days / 2) / days) + " dagen");
        break;
    case Scope::body:
        for (const auto* orgaan : alle_organen(opzet.parameters.overlegstructuur))
            cells.push_back(orgaan->key);
        break;
    case Scope::organisation:
        for (const auto& organisatie : opzet.parameters.organisaties)
            cells.push_back(organisatie.key);
        break;
    case Scope::route:
        for (const auto& route : opzet.parameters.besluitroutes)
            cells.push_back(route.key);
        break;
    }
    return cells;
}

/// What a measure of this scope looks at in a year.
void look_at_year(View& view, Scope scope, const std::vector<AreaYear>& areas) {
    switch (scope) {
    case Scope::area:
        view.area = &areas[view.index];
        break;
    case Scope::municipality:
        view.municipality = &view.year->gemeenten[view.index];
        break;
    case Scope::role:
        view.role = &view.year->rollen[view.index];
        break;
    case Scope::body:
        view.body = &view.year->organen[view.index];
        break;
    case Scope::route:
        view.route = &view.year->routes[view.index];
        break;
    case Scope::follow_up:
        view.area = &areas.front();
        break;
    case Scope::house:
    case Scope::organisation:
        break; // the year says it all
    }
}

/// The same for the whole measured period.
void look_at_run(View& view,
                 Scope scope,
                 const casus::Uitkomst& outcome,
                 const std::vector<casus::SubregioSlot>& areas) {
    if (scope == Scope::body)
        view.body_run = &outcome.organen[view.index];
    else if (scope == Scope::route)
        view.route_run = &outcome.routes[view.index];
    else
        view.run = &areas[view.index];
}

} // namespace

std::span<const Measure> measures() {
    static const std::vector<Measure> all = [] {
        std::vector<Measure> collected;
        for (const auto& part : {measures_of_telling(),
                                 measures_of_weging(),
                                 measures_of_casusoverleg(),
                                 measures_of_personen(),
                                 measures_of_nazorg(),
                                 measures_of_formatie(),
                                 measures_of_uitstroom(),
                                 measures_of_nazorggeld(),
                                 measures_of_vervolg(),
                                 measures_of_periode(),
                                 measures_of_overlegstructuur(),
                                 measures_of_personeel()})
            collected.insert(collected.end(), part.begin(), part.end());
        return collected;
    }();
    return all;
}

const Measure& measure_named(std::string_view name) {
    return *std::ranges::find(measures(), name, &Measure::name);
}

std::string_view aggregation_name(Aggregation aggregation) {
    switch (aggregation) {
        using enum Aggregation;
    case sum:
        return "som";
    case mean:
        return "gemiddelde";
    case time_average:
        return "tijdgemiddelde";
    case share:
        return "aandeel";
    case quantile:
        return "kwantiel";
    case maximum:
        return "hoogste";
    case stand:
        return "stand";
    }
    return "";
}

std::string_view scope_name(Scope scope) {
    switch (scope) {
    case Scope::area:
        return "regio en subregio";
    case Scope::municipality:
        return "gemeente";
    case Scope::role:
        return "rol en plaats";
    case Scope::house:
        return "huis";
    case Scope::follow_up:
        return "vervolgmeting";
    case Scope::body:
        return "orgaan";
    case Scope::organisation:
        return "organisatie";
    case Scope::route:
        return "besluitroute";
    }
    return "";
}

std::vector<std::int32_t> measured_years(const Opzet& opzet) {
    std::vector<std::int32_t> years;
    for (std::int32_t y = engine::year_of(opzet.start); engine::start_of_year(y) < opzet.einde; ++y)
        years.push_back(y);
    return years;
}

std::vector<std::string> role_cells(const Opzet& opzet) {
    std::vector<std::string> cells;
    for (const auto& m : opzet.medewerkers) {
        const std::string place = m.plaats == casus::het_huis
                                      ? std::string(parameters::plaats_huis)
                                      : opzet.parameters.subregios[m.plaats].key;
        const std::string cell = opzet.parameters.formatie.rollen[m.rol].key + "@" + place;
        if (std::ranges::find(cells, cell) == cells.end())
            cells.push_back(cell);
    }
    return cells;
}

std::vector<Column> columns_of(const Opzet& opzet) {
    std::vector<Column> columns;
    const auto years = measured_years(opzet);
    for (std::size_t m = 0; m < measures().size(); ++m) {
        const auto cells = cells_of(opzet, measures()[m].scope);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (!measures()[m].per_year) {
                columns.push_back({m, cells[c], c, std::nullopt});
                continue;
            }
            for (const std::int32_t year : years)
                columns.push_back({m, cells[c], c, year});
        }
    }
    return columns;
}

void fill_row(const Opzet& opzet,
              const casus::Uitkomst& outcome,
              std::span<const Column> columns,
              std::span<double> row) {
    std::vector<std::vector<AreaYear>> areas;
    for (std::size_t y = 0; y < outcome.jaren.size(); ++y)
        areas.push_back(areas_of(opzet, outcome.jaren[y], outcome.cohorten[y]));
    const auto runs = runs_of(outcome);
    const std::int32_t first_year = outcome.jaren.front().jaar;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const Measure& measure = measures()[column.measure];
        View view{.opzet = &opzet, .index = column.index};
        if (column.year) {
            const auto y = static_cast<std::size_t>(*column.year - first_year);
            view.year = &outcome.jaren[y];
            look_at_year(view, measure.scope, areas[y]);
        } else {
            look_at_run(view, measure.scope, outcome, runs);
        }
        row[i] = measure.value(view);
    }
}

std::size_t find_column(std::span<const Column> columns,
                        std::string_view measure,
                        std::string_view cell,
                        std::optional<std::int32_t> year) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (measures()[columns[i].measure].name == measure && columns[i].cell == cell &&
            columns[i].year == year)
            return i;
    }
    throw engine::Defect("a measure is asked for that does not exist");
}

} // namespace ketenplan::analysis
