#include "analysis/measures.hpp"

#include "analysis/measures/table.hpp"
#include "engine/defect.hpp"

#include <algorithm>

namespace ketenplan::analysis {

namespace {

using casus::Opzet;

std::vector<std::string> cells_of(const Opzet& opzet, Scope scope) {
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
    }
    return cells;
}

} // namespace

std::span<const Measure> measures() {
    static const std::vector<Measure> all = [] {
        std::vector<Measure> collected;
        for (const auto& part : {measures_of_telling(),
                                 measures_of_weging(),
                                 measures_of_casusoverleg(),
                                 measures_of_formatie(),
                                 measures_of_periode(),
                                 measures_of_personeel()})
            collected.insert(collected.end(), part.begin(), part.end());
        return collected;
    }();
    return all;
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
    for (const casus::Jaar& year : outcome.jaren)
        areas.push_back(areas_of(opzet, year));
    const auto runs = runs_of(outcome);
    const std::int32_t first_year = outcome.jaren.front().jaar;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const Measure& measure = measures()[column.measure];
        View view{.opzet = &opzet};
        if (column.year) {
            const auto y = static_cast<std::size_t>(*column.year - first_year);
            view.year = &outcome.jaren[y];
            if (measure.scope == Scope::area)
                view.area = &areas[y][column.index];
            else if (measure.scope == Scope::municipality)
                view.municipality = &view.year->gemeenten[column.index];
            else if (measure.scope == Scope::role)
                view.role = &view.year->rollen[column.index];
        } else {
            view.run = &runs[column.index];
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
