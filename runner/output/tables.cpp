#include "output/tables.hpp"

#include "analysis/estimates.hpp"
#include "output/csv.hpp"
#include "output/echo.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

namespace ketenplan::runner {

namespace {

using analysis::Column;
using analysis::Estimate;
using analysis::Measure;
using analysis::Scope;

constexpr double smallest_shown = 4.5; // a mean below this is 1 to 4 persons when rounded

struct ScopeFile {
    Scope scope;
    std::string_view name;
};
constexpr std::array scope_files{ScopeFile{Scope::area, "gebied.csv"},
                                 ScopeFile{Scope::municipality, "gemeente.csv"},
                                 ScopeFile{Scope::role, "rol.csv"},
                                 ScopeFile{Scope::house, "huis.csv"},
                                 ScopeFile{Scope::follow_up, "vervolg.csv"},
                                 ScopeFile{Scope::body, "orgaan.csv"},
                                 ScopeFile{Scope::organisation, "organisatie.csv"},
                                 ScopeFile{Scope::route, "besluitroute.csv"}};

std::vector<Estimate> estimates_of(const analysis::Results& results) {
    std::vector<Estimate> estimates;
    for (std::size_t c = 0; c < results.columns().size(); ++c)
        estimates.push_back(analysis::estimate(results.values(c)));
    return estimates;
}

/// The columns of gemeenten that may not be shown to others.
class Suppression {
public:
    Suppression(const casus::Opzet& opzet,
                std::span<const Column> columns,
                const std::vector<Estimate>& estimates)
        : columns_(columns), estimates_(estimates) {
        std::map<std::tuple<std::size_t, std::int32_t, std::size_t>, std::vector<std::size_t>>
            groups;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const Measure& measure = analysis::measures()[columns[c].measure];
            if (measure.scope == Scope::municipality && measure.counts_persons)
                groups[{columns[c].measure,
                        columns[c].year.value_or(0),
                        opzet.subregio_van[columns[c].index]}]
                    .push_back(c);
        }
        for (const auto& [key, group] : groups)
            suppress(group);
    }
    [[nodiscard]] bool hides(std::size_t column) const { return hidden_.contains(column); }

private:
    void suppress(const std::vector<std::size_t>& group) {
        std::vector<std::size_t> small;
        std::vector<std::size_t> others;
        for (const std::size_t c : group) {
            const double mean = estimates_[c].mean;
            if (mean > 0.0 && mean < smallest_shown)
                small.push_back(c);
            else if (mean > 0.0)
                others.push_back(c);
        }
        hidden_.insert(small.begin(), small.end());
        if (small.size() != 1 || others.empty())
            return;
        hidden_.insert(*std::ranges::min_element(
            others, {}, [this](std::size_t c) { return estimates_[c].mean; }));
    }

    std::span<const Column> columns_;
    const std::vector<Estimate>& estimates_;
    std::set<std::size_t> hidden_;
};

/// What people call a place: of a gebied or gemeente its name, of a role "procesregisseur, Noord".
std::string name_of(const parameters::Parameters& p, const Column& column) {
    const auto place_name = [&](const std::string& key) {
        if (key == "regio")
            return std::string("hele regio");
        if (key == parameters::plaats_huis)
            return std::string("het hele huis");
        const auto found = std::ranges::find(p.subregios, key, &parameters::Subregio::key);
        return found == p.subregios.end() ? key : found->naam;
    };
    switch (analysis::measures()[column.measure].scope) {
    case Scope::municipality:
        return p.gemeenten[column.index].naam;
    case Scope::role: {
        const std::size_t at = column.cell.find('@');
        return column.cell.substr(0, at) + " in " + place_name(column.cell.substr(at + 1));
    }
    case Scope::area:
        return place_name(column.cell);
    case Scope::follow_up:
        return "na " + column.cell;
    case Scope::body: {
        const std::string& name = alle_organen(p.overlegstructuur)[column.index]->naam;
        return name.empty() ? column.cell : name;
    }
    case Scope::organisation:
        return p.organisaties[column.index].naam;
    case Scope::route:
        return column.cell;
    case Scope::house:
        break;
    }
    return "hele huis";
}

void write_row(Csv& csv,
               const parameters::Parameters& p,
               const Column& column,
               const Estimate& e,
               bool hidden) {
    const Measure& measure = analysis::measures()[column.measure];
    csv.text(measure.name)
        .text(measure.unit)
        .text(column.cell)
        .text(name_of(p, column))
        .text(column.year ? std::to_string(*column.year) : "hele periode");
    if (hidden) {
        for (int i = 0; i < 8; ++i)
            csv.text("");
        csv.text("ja").end_row();
        return;
    }
    csv.whole(static_cast<std::int64_t>(e.n))
        .number(e.mean)
        .number(e.standard_error)
        .number(e.low)
        .number(e.high)
        .number(e.p05)
        .number(e.p50)
        .number(e.p95)
        .text("nee")
        .end_row();
}

/// Whether a scenario gave the value at `path`, or one within it.
bool given(const std::set<std::string>& paths, const std::string& path) {
    const auto next = paths.lower_bound(path);
    return next != paths.end() &&
           (*next == path || next->starts_with(path + ".") || next->starts_with(path + "["));
}

} // namespace

std::vector<Table> estimate_tables(const casus::Opzet& opzet,
                                   const analysis::Results& results,
                                   DecimalMark mark,
                                   bool intern) {
    const auto columns = results.columns();
    const std::vector<Estimate> estimates = estimates_of(results);
    const Suppression suppression(opzet, columns, estimates);
    std::vector<Table> tables;
    for (const ScopeFile& file : scope_files) {
        Csv csv(mark,
                {"maat",
                 "eenheid",
                 "cel",
                 "naam",
                 "jaar",
                 "n",
                 "gemiddelde",
                 "standaardfout",
                 "laag95",
                 "hoog95",
                 "p5",
                 "p50",
                 "p95",
                 "onderdrukt"});
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (analysis::measures()[columns[c].measure].scope == file.scope)
                write_row(csv,
                          opzet.parameters,
                          columns[c],
                          estimates[c],
                          !intern && suppression.hides(c));
        }
        tables.push_back({std::string(file.name), csv.content()});
    }
    return tables;
}

Table workload_table(const analysis::Werklast& werklast, DecimalMark mark) {
    Csv csv(mark, {"cel", "onderdeel", "eenheid", "gevraagd", "ruimte", "verhouding", "opmerking"});
    for (const analysis::Belasting& deel : werklast.delen)
        csv.text(deel.cel)
            .text(deel.onderdeel)
            .text(deel.eenheid)
            .number(deel.gevraagd)
            .number(deel.ruimte)
            .number(deel.verhouding())
            .text(deel.zin)
            .end_row();
    return {"werklast.csv", csv.content()};
}

namespace {

std::string_view origin(bool sourced, bool assumed) {
    if (sourced)
        return "bron";
    return assumed ? "aanname" : "niet opgegeven";
}

} // namespace

Table parameter_values_table(const Scenario& scenario, DecimalMark mark) {
    Csv csv(mark,
            {"sleutel",
             "waarde",
             "eenheid",
             "laag",
             "hoog",
             "verdeling",
             "herkomst",
             "toelichting",
             "plaats"});
    constexpr double empty = std::numeric_limits<double>::quiet_NaN();
    std::set<std::string> paths;
    for (const ParameterRecord& record : scenario.records) {
        paths.insert(record.path);
        const bool sourced = !record.source.empty();
        const bool assumed = !record.assumption.empty();
        csv.text(record.path);
        if (record.number)
            csv.number(*record.number).text(units::native_unit(record.dimension));
        else
            csv.text(record.value).text("");
        csv.number(record.low.value_or(empty))
            .number(record.high.value_or(empty))
            .text(record.spread)
            .text(origin(sourced, assumed))
            .text(sourced && assumed ? record.source + "; " + record.assumption
                                     : record.source + record.assumption)
            .text(fmt::format("{}:{}", record.place.file, record.place.line))
            .end_row();
    }
    for (const EchoedValue& value : echo(scenario.parameters)) {
        if (given(paths, value.path))
            continue;
        csv.text(value.path).text(value.value);
        for (int i = 0; i < 4; ++i)
            csv.text("");
        csv.text("instelling").text("").text("").end_row();
    }
    return {"parameters.csv", csv.content()};
}

} // namespace ketenplan::runner
