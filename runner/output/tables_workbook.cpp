#include "output/tables_workbook.hpp"

#include "analysis/measures.hpp"
#include "input/csv_document.hpp"
#include "output/atomic_file.hpp"
#include "output/xlsx_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ketenplan::runner {

namespace {

constexpr std::size_t rows_of_sheet = 1'048'576;
constexpr double narrowest = 9.0;
constexpr double widest = 60.0;
constexpr double beside = 2.0; ///< characters of a column beside its text
constexpr double summary_width = 130.0;
constexpr double large = 100.0; ///< from here one decimal says enough
constexpr std::string_view table_suffix = ".csv";

std::optional<double> number_in(std::string text, DecimalMark mark) {
    if (mark == DecimalMark::comma) {
        if (text.find('.') != std::string::npos)
            return std::nullopt;
        std::ranges::replace(text, ',', '.');
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// What a column is called, and what that says of its numbers.
struct SheetColumn {
    std::string name;
    bool of_unit = false; ///< its numbers are in the unit of their row
    bool numbers = true;  ///< nothing else is in it
    double width = narrowest;
};

constexpr std::string_view unit_column = "eenheid";
constexpr std::string_view measure_column = "maat";

/// Columns whose numbers are in the unit that the row names. Others beside them count something, or
/// are about a parameter.
constexpr std::array in_unit_of_measure = std::to_array<std::string_view>({"gemiddelde",
                                                                           "standaardfout",
                                                                           "laag95",
                                                                           "hoog95",
                                                                           "p5",
                                                                           "p05",
                                                                           "p50",
                                                                           "p95",
                                                                           "p2_5",
                                                                           "p97_5",
                                                                           "gemiddelde_laag95",
                                                                           "gemiddelde_hoog95",
                                                                           "verschil",
                                                                           "verschil_laag95",
                                                                           "verschil_hoog95",
                                                                           "samen_laag95",
                                                                           "samen_hoog95",
                                                                           "tegen_beste_laag",
                                                                           "tegen_beste_hoog",
                                                                           "nu",
                                                                           "bij_laag",
                                                                           "bij_hoog",
                                                                           "verschil_laag",
                                                                           "verschil_laag_laag95",
                                                                           "verschil_laag_hoog95",
                                                                           "verschil_hoog",
                                                                           "verschil_hoog_laag95",
                                                                           "verschil_hoog_hoog95",
                                                                           "van_laag_naar_hoog",
                                                                           "welch",
                                                                           "basis",
                                                                           "variant",
                                                                           "basis_p5",
                                                                           "basis_p95",
                                                                           "variant_p5",
                                                                           "variant_p95"});

/// Columns that are shares in any table, by how they begin.
constexpr std::array<std::string_view, 2> share_prefixes{"deel_", "kans"};

std::vector<SheetColumn> sheet_columns(const CsvDocument& document, DecimalMark mark) {
    std::vector<SheetColumn> columns;
    for (const CsvCell& cell : document.rows.front())
        columns.push_back({cell.text, std::ranges::count(in_unit_of_measure, cell.text) > 0});
    for (const auto& row : document.rows) {
        for (std::size_t c = 0; c < row.size() && c < columns.size(); ++c) {
            SheetColumn& column = columns[c];
            const std::string& text = row[c].text;
            column.width =
                std::clamp(static_cast<double>(text.size()) + beside, column.width, widest);
            if (&row != &document.rows.front() && !text.empty())
                column.numbers = column.numbers && number_in(text, mark);
        }
    }
    return columns;
}

CellStyle style_of(double value, const SheetColumn& column, std::string_view unit) {
    const bool money = column.name == "euro" || column.name.starts_with("euro_");
    if (money || (column.of_unit && unit == "euro"))
        return CellStyle::euro;
    const bool share = std::ranges::any_of(
        share_prefixes, [&](std::string_view prefix) { return column.name.starts_with(prefix); });
    if (share || (column.of_unit && (unit == "aandeel" || unit == "kans")))
        return CellStyle::percent;
    if (value == std::trunc(value))
        return CellStyle::whole;
    return std::abs(value) >= large ? CellStyle::number : CellStyle::quantity;
}

void add_row(XlsxSheet& sheet,
             std::uint32_t at,
             const std::vector<CsvCell>& row,
             const std::vector<SheetColumn>& columns,
             DecimalMark mark) {
    std::string_view unit;
    for (std::size_t c = 0; c < row.size() && c < columns.size(); ++c) {
        const CellAt cell{at, static_cast<std::uint16_t>(c)};
        const std::string& text = row[c].text;
        if (columns[c].name == unit_column)
            unit = text;
        if (const auto value = number_in(text, mark))
            sheet.number(cell, *value, style_of(*value, columns[c], unit));
        else if (!text.empty())
            sheet.text(cell, text);
    }
}

void add_table(XlsxFile& file, std::string_view name, const CsvDocument& table, DecimalMark mark) {
    XlsxSheet& sheet = file.add(name);
    const std::vector<SheetColumn> columns = sheet_columns(table, mark);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto column = static_cast<std::uint16_t>(c);
        sheet.text({0, column},
                   columns[c].name,
                   columns[c].numbers ? CellStyle::heading_right : CellStyle::heading);
        sheet.width(column, column, columns[c].width);
    }
    for (std::size_t r = 1; r < table.rows.size(); ++r)
        add_row(sheet, static_cast<std::uint32_t>(r), table.rows[r], columns, mark);
    const CellAt last{static_cast<std::uint32_t>(table.rows.size() - 1),
                      static_cast<std::uint16_t>(columns.size() - 1)};
    sheet.freeze({1, 0});
    if (last.row > 0)
        sheet.filter(last);
    sheet.print(last, true, 0);
}

/// Measures by name and unit.
using Named = std::set<std::pair<std::string, std::string>>;

/// Those that the rows of a table are about. The same name in another unit is another measure.
void note_measures(const CsvDocument& table, Named& named) {
    const auto column = [&](std::string_view name) {
        const auto& header = table.rows.front();
        return static_cast<std::size_t>(std::ranges::find(header, name, &CsvCell::text) -
                                        header.begin());
    };
    const std::size_t measure = column(measure_column);
    const std::size_t unit = column(unit_column);
    for (const auto& row : table.rows) {
        if (measure < row.size() && unit < row.size())
            named.emplace(row[measure].text, row[unit].text);
    }
}

/// What these measures mean; no sheet when none is known.
void add_meanings(XlsxFile& file, Named named) {
    std::vector<const analysis::Measure*> known;
    for (const analysis::Measure& measure : analysis::measures()) {
        if (named.erase({std::string(measure.name), std::string(measure.unit)}) > 0)
            known.push_back(&measure);
    }
    if (known.empty())
        return;
    constexpr std::array<std::string_view, 3> header{measure_column, unit_column, "betekenis"};
    constexpr std::array<double, 3> widths{40.0, 14.0, 110.0};
    XlsxSheet& sheet = file.add("maten");
    for (std::uint16_t c = 0; c < header.size(); ++c) {
        sheet.text({0, c}, header[c], CellStyle::heading);
        sheet.width(c, c, widths[c]);
    }
    std::uint32_t row = 0;
    for (const analysis::Measure* measure : known) {
        ++row;
        sheet.text({row, 0}, measure->name);
        sheet.text({row, 1}, measure->unit);
        sheet.text({row, 2}, measure->meaning, CellStyle::wrapped);
    }
    sheet.freeze({1, 0});
    sheet.print({row, static_cast<std::uint16_t>(header.size() - 1)}, true, 0);
}

/// The first line of a text, which it takes off.
std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

/// The first sheet, a line of text at a time.
class Front {
public:
    Front(XlsxFile& file, std::string_view title) : sheet_(file.add("samenvatting")) {
        sheet_.width(0, 0, summary_width);
        sheet_.text({0, 0}, title, CellStyle::title);
        note("Elk volgend blad is de tabel van die naam uit dezelfde map (.csv). Bedragen en "
             "aandelen "
             "staan er afgerond; de cel bevat alle cijfers.");
        note("Dit werkboek rekent niet: het is de uitkomst. Hoe en waarmee die is gemaakt staat in "
             "manifest.json.");
    }

    void note(std::string_view text) { sheet_.text({++row_, 0}, text, CellStyle::wrapped); }

    /// Without its first line, which is the title, and the rule under that.
    void summary(std::string_view text) {
        take_line(text);
        if (text.starts_with('='))
            take_line(text);
        ++row_;
        while (!text.empty())
            sheet_.text({++row_, 0}, take_line(text), CellStyle::fixed);
    }

    void finish() { sheet_.print({row_, 0}, true, 0); }

private:
    XlsxSheet& sheet_;
    std::uint32_t row_ = 0;
};

} // namespace

Table tables_workbook(const std::vector<Table>& tables, DecimalMark mark) {
    constexpr int no_year_in_particular = 2000; // the clock says nothing here
    const auto told = std::ranges::find(tables, "samenvatting.txt", &Table::name);
    const std::string_view summary = told == tables.end() ? "" : std::string_view(told->content);
    const std::string_view title = summary.substr(0, summary.find('\n'));
    XlsxFile file(title, made_in(no_year_in_particular));
    Front front(file, title);
    Named measures;
    for (const Table& table : tables) {
        if (!table.name.ends_with(table_suffix))
            continue;
        const std::string name = table.name.substr(0, table.name.size() - table_suffix.size());
        Diagnostics none; // it is what was just written
        const CsvDocument document = parse_csv(table.content, table.name, none);
        if (document.rows.size() > rows_of_sheet) {
            front.note(
                fmt::format("{} heeft meer regels dan een blad kan hebben, en staat hier niet "
                            "in.",
                            table.name));
            continue;
        }
        note_measures(document, measures);
        add_table(file, name, document, mark);
    }
    add_meanings(file, std::move(measures));
    front.summary(summary);
    front.finish();
    return {"tabellen.xlsx", file.bytes()};
}

void add_tables_workbook(std::vector<Table>& tables, DecimalMark mark) {
    try {
        tables.push_back(tables_workbook(tables, mark));
    } catch (const OutputError& error) {
        fmt::print(stderr, "let op: tabellen.xlsx ontbreekt: {}\n", error.what());
    }
}

} // namespace ketenplan::runner
