#include "analysis/maanden.hpp"

#include "engine/defect.hpp"

#include <array>
#include <chrono>
#include <limits>

namespace ketenplan::analysis {

namespace {

using casus::Duursom;
using casus::SubregioMaand;

constexpr std::size_t focus = 0; ///< index of the kind of case
constexpr std::size_t top60 = 1;

constexpr double count_as_number(std::int64_t n) {
    return static_cast<double>(n);
}

double mean_days(const Duursom& d) {
    constexpr double seconds_in_day = 86400.0;
    return d.aantal == 0
               ? std::numeric_limits<double>::quiet_NaN()
               : count_as_number(d.som.count()) / count_as_number(d.aantal) / seconds_in_day;
}

constexpr MonthMeasure per_area(std::string_view name,
                                std::string_view unit,
                                std::string_view meaning,
                                double (*value)(const MonthView&)) {
    return {name, unit, meaning, Scope::area, {}, {}, value};
}

template <std::size_t kind>
double new_cases(const MonthView& v) {
    return count_as_number(v.area->nieuw[kind]);
}
template <std::size_t kind>
double wait(const MonthView& v) {
    return mean_days(v.area->overlegd[kind]);
}
template <std::size_t kind>
double still_open(const MonthView& v) {
    return count_as_number(v.area->nog_open[kind].aantal);
}
template <std::size_t kind>
double waiting(const MonthView& v) {
    return count_as_number(v.area->wacht_op_overleg[kind].aantal) / v.days;
}
template <std::size_t kind>
double waited(const MonthView& v) {
    return mean_days(v.area->wacht_op_overleg[kind]);
}
template <Duursom SubregioMaand::* field>
double count_of(const MonthView& v) {
    return count_as_number((v.area->*field).aantal) / v.days;
}
template <Duursom SubregioMaand::* field>
double month_mean_of(const MonthView& v) {
    return mean_days(v.area->*field);
}

constexpr std::array month_table{
    per_area("nieuw_focus", "casussen", "focuscasussen met besluit in de maand", new_cases<focus>),
    per_area("nieuw_top60", "casussen", "Top60-casussen met besluit in de maand", new_cases<top60>),
    MonthMeasure{"wacht_focus",
                 "dagen",
                 "tijd van besluit tot het eerste overleg, van de focuscasussen met besluit in de "
                 "maand die dat overleg voor het einde van de periode hebben",
                 Scope::area,
                 "nog_open_focus",
                 "nieuw_focus",
                 wait<focus>},
    MonthMeasure{"wacht_top60",
                 "dagen",
                 "dezelfde tijd, van de Top60-casussen met besluit in de maand",
                 Scope::area,
                 "nog_open_top60",
                 "nieuw_top60",
                 wait<top60>},
    per_area("nog_open_focus",
             "casussen",
             "focuscasussen met besluit in de maand, zonder overleg aan het einde van de periode",
             still_open<focus>),
    per_area("nog_open_top60",
             "casussen",
             "Top60-casussen met besluit in de maand, zonder overleg aan het einde van de periode",
             still_open<top60>),
    per_area("doorlooptijd_weging",
             "dagen",
             "tijd van melding tot laatste besluit, van de besluiten in de maand",
             month_mean_of<&SubregioMaand::weging>),
    per_area("wachtend_focus",
             "casussen",
             "focuscasussen die een besluit hebben en nog geen overleg, gemiddeld over de dagen",
             waiting<focus>),
    per_area("wachtend_top60",
             "casussen",
             "Top60-casussen die een besluit hebben en nog geen overleg, gemiddeld over de dagen",
             waiting<top60>),
    per_area("wachtduur_focus",
             "dagen",
             "hoe lang de wachtende focuscasussen gemiddeld al wachten",
             waited<focus>),
    per_area("wachtduur_top60",
             "dagen",
             "hoe lang de wachtende Top60-casussen gemiddeld al wachten",
             waited<top60>),
    per_area("wachtend_procesregisseur",
             "casussen",
             "casussen die op een procesregisseur met plaats wachten, gemiddeld over de dagen",
             count_of<&SubregioMaand::wacht_op_procesregisseur>),
    per_area("wachtend_plaats",
             "casussen",
             "casussen die op een plaats op de Top60-lijst wachten, gemiddeld over de dagen",
             count_of<&SubregioMaand::wacht_op_plaats>),
    per_area("open_meldingen_maand",
             "meldingen",
             "meldingen die nog geen laatste besluit hebben, gemiddeld over de dagen",
             count_of<&SubregioMaand::open_meldingen>),
    per_area("contacten_maand",
             "aantal",
             "monitoringscontacten die in de maand zijn gedaan",
             [](const MonthView& v) { return count_as_number(v.area->contacten); }),
    per_area("contacten_te_laat_maand",
             "aandeel",
             "deel van die contacten dat na de termijn werd gedaan",
             [](const MonthView& v) {
                 return v.area->contacten == 0 ? std::numeric_limits<double>::quiet_NaN()
                                               : count_as_number(v.area->contacten_te_laat) /
                                                     count_as_number(v.area->contacten);
             }),
    MonthMeasure{"open_taken",
                 "taken",
                 "taken die niet af zijn, gemiddeld over de dagen",
                 Scope::role,
                 {},
                 {},
                 [](const MonthView& v) {
                     return count_as_number(v.role->open_taken) / v.days;
                 }},
    MonthMeasure{"open_werk",
                 "uur",
                 "roosteruren die de open taken nog vergen, gemiddeld over de dagen",
                 Scope::role,
                 {},
                 {},
                 [](const MonthView& v) {
                     return count_as_number(v.role->open_werk.count()) / 3600.0 / v.days;
                 }},
};

void add(Duursom& a, const Duursom& b) {
    a.aantal += b.aantal;
    a.som += b.som;
}

void add(SubregioMaand& a, const SubregioMaand& b) {
    for (std::size_t k = 0; k < casus::aantal_soorten; ++k) {
        a.nieuw[k] += b.nieuw[k];
        add(a.overlegd[k], b.overlegd[k]);
        add(a.nog_open[k], b.nog_open[k]);
        add(a.wacht_op_overleg[k], b.wacht_op_overleg[k]);
    }
    add(a.weging, b.weging);
    a.contacten += b.contacten;
    a.contacten_te_laat += b.contacten_te_laat;
    add(a.wacht_op_procesregisseur, b.wacht_op_procesregisseur);
    add(a.wacht_op_plaats, b.wacht_op_plaats);
    add(a.open_meldingen, b.open_meldingen);
}

std::vector<std::string> month_cells(const casus::Opzet& opzet, Scope scope) {
    if (scope == Scope::role)
        return role_cells(opzet);
    std::vector<std::string> cells{"regio"};
    for (const auto& subregio : opzet.parameters.subregios)
        cells.push_back(subregio.key);
    return cells;
}

} // namespace

std::span<const MonthMeasure> month_measures() {
    return month_table;
}

std::size_t month_measure(std::string_view name) {
    for (std::size_t m = 0; m < month_table.size(); ++m) {
        if (month_table[m].name == name)
            return m;
    }
    throw engine::Defect("a monthly measure is asked for that does not exist");
}

std::vector<engine::Date> measured_months(const casus::Opzet& opzet) {
    std::vector<engine::Date> months;
    for (engine::Date day = engine::date_of(opzet.start); engine::Time{day} < opzet.einde;) {
        months.push_back(day);
        const std::chrono::year_month_day ymd{day};
        day = std::chrono::local_days{(ymd.year() / ymd.month() + std::chrono::months{1}) / 1};
    }
    return months;
}

std::vector<MonthColumn> month_columns_of(const casus::Opzet& opzet) {
    std::vector<MonthColumn> columns;
    const auto months = measured_months(opzet);
    for (std::size_t m = 0; m < month_table.size(); ++m) {
        const auto cells = month_cells(opzet, month_table[m].scope);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            for (std::size_t month = 0; month < months.size(); ++month)
                columns.push_back({m, cells[c], c, month, months[month]});
        }
    }
    return columns;
}

void fill_month_row(const casus::Uitkomst& outcome,
                    std::span<const MonthColumn> columns,
                    std::span<double> row) {
    std::vector<SubregioMaand> regions(outcome.maanden.size());
    for (std::size_t m = 0; m < regions.size(); ++m) {
        for (const SubregioMaand& subregio : outcome.maanden[m].subregios)
            add(regions[m], subregio);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const MonthColumn& column = columns[i];
        const casus::Maand& month = outcome.maanden[column.month];
        const MonthMeasure& measure = month_table[column.measure];
        MonthView view{.days = count_as_number(month.dagen)};
        if (measure.scope == Scope::role)
            view.role = &month.rollen[column.index];
        else
            view.area =
                column.index == 0 ? &regions[column.month] : &month.subregios[column.index - 1];
        row[i] = measure.value(view);
    }
}

} // namespace ketenplan::analysis
