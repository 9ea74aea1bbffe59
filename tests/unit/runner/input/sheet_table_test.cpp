#include "input/cell_value.hpp"
#include "input/sheet_table.hpp"
#include "support/scenario_folder.hpp"
#include "support/xlsx.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace ketenplan;
using namespace ketenplan::runner;
using units::Dimension;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A sheet from text: rows by line, cells by "|". A number, "4%" and "=" become such cells.
Sheet sheet(const std::string& text) {
    Sheet sheet{"boek.xlsx", "Blad", true, {}};
    std::istringstream lines(text);
    std::uint32_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        SheetRow row{++number, {}};
        std::istringstream fields(line);
        std::uint32_t column = 0;
        for (std::string field; std::getline(fields, field, '|');) {
            Cell cell;
            cell.column = ++column;
            cell.text = without_edges(field);
            cell.kind = Cell::Kind::text;
            if (cell.text.empty())
                continue;
            if (cell.text.starts_with('#'))
                cell.kind = Cell::Kind::fault;
            if (cell.text == "=")
                cell.kind = Cell::Kind::uncalculated;
            if (cell.text.starts_with('~')) {
                cell.kind = Cell::Kind::number;
                cell.number = std::stod(cell.text.substr(1));
                cell.percent = cell.text.ends_with('%');
            }
            row.cells.push_back(cell);
        }
        if (!row.cells.empty())
            sheet.rows.push_back(row);
    }
    return sheet;
}

Cell text_cell(const std::string& text) {
    Cell cell;
    cell.kind = Cell::Kind::text;
    cell.text = text;
    return cell;
}

std::optional<double> number_in(const std::string& text, Dimension dimension = Dimension::euro) {
    return cell_number(text_cell(text), dimension).value;
}

/// How a study would take in the salaries of a workbook: every column, then the diagnostics.
struct Salary {
    std::string scale;
    double step = 0.0;
    double monthly = 0.0;
};

std::vector<Salary> read_salaries(const Workbook& workbook, Diagnostics& diagnostics) {
    const Sheet* const sheet = workbook.sheet("Salarissen", diagnostics);
    if (sheet == nullptr)
        return {};
    SheetTable table(*sheet,
                     {{"schaal"}, {"periodiek"}, {"maandsalaris"}, {"bron", Filled::if_any}},
                     diagnostics);
    const auto scales = table.texts("schaal");
    const auto steps = table.numbers("periodiek", Dimension::count);
    const auto amounts = table.numbers("maandsalaris", Dimension::euro);
    std::vector<Salary> salaries;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (amounts[row] && *amounts[row] <= 0.0)
            table.complain(row, "maandsalaris", "is niet meer dan nul");
        salaries.push_back({scales[row], steps[row].value_or(0), amounts[row].value_or(0)});
    }
    return salaries;
}

} // namespace

TEST_CASE("salaries from a workbook and from CSV") {
    Diagnostics diagnostics;
    const auto workbook =
        read_sheets(KETENPLAN_SOURCE_DIR "/tests/workbooks/begroting.xlsx", diagnostics);
    REQUIRE(workbook);
    const auto salaries = read_salaries(*workbook, diagnostics);
    INFO(diagnostics.text());
    REQUIRE_FALSE(diagnostics.has_errors());
    REQUIRE(salaries.size() == 3);
    CHECK(salaries[0].scale == "10A");
    CHECK(salaries[0].step == 11.0);
    CHECK(salaries[1].scale == "11");
    CHECK(salaries[1].monthly == 5864.65);
    CHECK(salaries[2].monthly == 6000.5);

    const tests::Folder folder;
    const auto csv = read_sheets(folder.write("s.csv",
                                              "Schaal;PERIODIEK ;maandsalaris;bron\n"
                                              ";;;\n10A;11;€ 5.331,50;cao\n;;;\n11;0;5.864;\n"),
                                 diagnostics);
    REQUIRE(csv);
    const auto same = read_salaries(*csv, diagnostics);
    INFO(diagnostics.text());
    REQUIRE_FALSE(diagnostics.has_errors());
    REQUIRE(same.size() == 2);
    CHECK(same[0].monthly == 5331.5);
    CHECK(same[1].monthly == 5864.0); // the row above shows what the dot is
}

TEST_CASE("all that is wrong with a table of a workbook is told at once, by cell") {
    Workbook workbook;
    workbook.file.path = "boek.xlsx";
    workbook.sheets.push_back(sheet("\n Schaal |periodek|maandsalaris|Maandsalaris|\n"
                                    "10|~0|acht|||9\n"
                                    "|~1|#DEEL/0!||\n"
                                    "12|~2|=\n"
                                    "13|~3|\n"
                                    "14|~3|~4%\n"
                                    "15|~3|~-1\n"));
    workbook.sheets[0].name = "Salarissen";
    Diagnostics diagnostics;
    read_salaries(workbook, diagnostics);
    const std::string said = diagnostics.text();
    INFO(said);
    const std::string at = "boek.xlsx, blad Salarissen, ";
    CHECK(has(said,
              at + "cel B2: fout: `periodek` is geen kolom die hier hoort\n"
                   "    -> bedoelde u \"periodiek\"?"));
    CHECK(has(said, at + "cel D2: fout: `Maandsalaris` staat er al"));
    CHECK(has(said, at + "rij 2: fout: `periodiek` ontbreekt als kolom"));
    CHECK(has(said, at + "cel F3: fout: staat in een kolom zonder naam"));
    CHECK(has(said, at + "cel A4: fout: `schaal` is leeg"));
    CHECK(has(said, at + "cel C3: fout: `maandsalaris` is \"acht\" en geen getal"));
    CHECK(has(said, at + "cel C4: fout: `maandsalaris` toont een fout (#DEEL/0!)"));
    CHECK(has(said, at + "cel C5: fout: `maandsalaris` is een formule die nog niet is berekend"));
    CHECK(has(said, at + "cel C2: fout: `maandsalaris` heeft zo nog 2 verkeerde cellen"));
    CHECK(has(said, at + "cel C8: fout: `maandsalaris` is niet meer dan nul"));
    CHECK(diagnostics.errors() == 10);
}

TEST_CASE("a sheet without the columns that belong there gets one complaint") {
    const auto said = [](const Sheet& s) {
        Diagnostics diagnostics;
        SheetTable table(s, {{"regel"}, {"bedrag"}}, diagnostics);
        CHECK(diagnostics.errors() == 1);
        CHECK(table.texts("regel").size() == table.rows());
        CHECK(table.numbers("bedrag", Dimension::euro).size() == table.rows());
        return diagnostics.text();
    };
    CHECK(has(said(sheet("")),
              "boek.xlsx, blad Blad: fout: is leeg\n    -> begin met een rij met "
              "de namen van de kolommen: regel, bedrag"));
    CHECK(has(said(sheet("\nBegroting 2026|concept\nregel|bedrag\n1|2\n")),
              "boek.xlsx, blad Blad, rij 2: fout: noemt geen van de kolommen die hier horen"));
    CHECK(has(said(sheet("regel|bedrag|=\n")), "cel C1: fout: is een formule die nog niet"));
    CHECK(has(said(sheet("regel\n1\n")), "rij 1: fout: `bedrag` ontbreekt als kolom"));
    Sheet csv = sheet("regel|bedrag\n1|1234|50\n");
    csv.in_workbook = false;
    csv.rows[1].cells[2].character = 8;
    CHECK(has(said(csv), "boek.xlsx:2:8: fout: staat in een kolom zonder naam\n    -> scheid"));
}

TEST_CASE("columns may be partly filled, absent, or the user's own") {
    Diagnostics diagnostics;
    const Sheet s =
        sheet("Gemeente|~2024|inwoners|toelichting\nKatwijk|~3||x\n|||\nTeylingen||~5\n");
    SheetTable table(s,
                     {{"gemeente"},
                      {"inwoners", Filled::some_rows},
                      {"bron", Filled::if_any},
                      {"aanname", Filled::if_any}},
                     diagnostics,
                     OtherColumns::take);
    INFO(diagnostics.text());
    CHECK(table.rows() == 2);
    CHECK(table.has("Inwoners"));
    CHECK_FALSE(table.has("bron"));
    CHECK(table.other_columns() == std::vector<std::string>{"2024", "toelichting"});
    CHECK(table.texts("gemeente") == std::vector<std::string>{"Katwijk", "Teylingen"});
    CHECK(table.texts("bron") == std::vector<std::string>{"", ""});
    using Numbers = std::vector<std::optional<double>>;
    CHECK(table.numbers("inwoners", Dimension::count) == Numbers{std::nullopt, 5.0});
    CHECK(table.numbers("2024", Dimension::count) == Numbers{3.0, std::nullopt});
    CHECK(place_text(table.place(1, "inwoners")) == "boek.xlsx, blad Blad, cel C4");
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("amounts and percentages as people type them") {
    CHECK(number_in("1.234,56") == 1234.56);
    CHECK(number_in("€ 1.234,56") == 1234.56);
    CHECK(number_in("€\xc2\xa0-1.234,56") == -1234.56);
    CHECK(number_in("-€ 12") == -12.0);
    CHECK(number_in("\xe2\x88\x92 12,5") == -12.5);
    CHECK(number_in("1,2 mln euro") == 1.2e6);
    CHECK(number_in("1500 EUR") == 1500.0);
    CHECK(number_in("4%", Dimension::probability) == 0.04);
    CHECK(number_in("0,04", Dimension::probability) == 0.04);
    CHECK(number_in("0,8", Dimension::fte) == 0.8);
    for (const char* const text : {"1.500", "€ 1.500", "4%", "acht", "€ -", "-", "12 uur", "1,2,3"})
        CHECK_FALSE(number_in(text));
    const auto wrong = [](const std::string& text) {
        return cell_number(text_cell(text), Dimension::euro).what;
    };
    CHECK(has(wrong("€ -"), "is \"€ -\" en geen getal"));
    CHECK(has(wrong("1.500"), "op twee manieren te lezen"));
    CHECK(has(wrong("12 uur"), "de eenheid \"uur\", die hier niet past"));
}

TEST_CASE("other cells of a column show whether a dot groups thousands") {
    const auto mark = [](const std::vector<std::string>& texts) {
        return decimal_mark(texts).value_or('?');
    };
    CHECK(mark({"1.500", "€ 2.250,75"}) == ',');
    CHECK(mark({"1.500", "0,5"}) == ',');
    CHECK(mark({"1.500", "1.234.567"}) == ',');
    CHECK(mark({"1.500", "2.25"}) == '.');
    CHECK(mark({"1.500", "0.125"}) == '.');
    CHECK(mark({"1.500", "1500"}) == '?');
    CHECK(mark({"1.500", "2,5", "2.5"}) == '?');
    CHECK(mark({"1,234.56"}) == '?'); // as Americans write
    const auto read = [](char decimal) {
        return cell_number(text_cell("€ -1.500"), Dimension::euro, decimal).value;
    };
    CHECK(read(',') == -1500.0);
    CHECK(read('.') == -1.5);
}

TEST_CASE("cells that are no number say what they are") {
    Cell cell;
    CHECK(cell_number(cell, Dimension::euro).what == "is leeg");
    cell.kind = Cell::Kind::flag;
    CHECK(has(cell_number(cell, Dimension::euro).what, "is onwaar, maar"));
    CHECK(cell_as_text(cell) == "onwaar");
    cell.kind = Cell::Kind::date;
    cell.date = engine::Date{std::chrono::January / 4 / 2025};
    CHECK(has(cell_number(cell, Dimension::count).what, "is 2025-01-04, maar"));
    cell.kind = Cell::Kind::number;
    cell.number = 0.07;
    CHECK(cell_as_text(cell) == "0,07");
    cell.percent = true;
    CHECK(cell_as_text(cell) == "7%");
    CHECK(cell_number(cell, Dimension::probability).value == 0.07);
    CHECK(has(cell_number(cell, Dimension::euro).what, "is een percentage (7%)"));
    cell.kind = Cell::Kind::uncalculated;
    CHECK_FALSE(cell_as_text(cell));
}
