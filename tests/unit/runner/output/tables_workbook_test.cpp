#include "input/sheets.hpp"
#include "output/csv.hpp"
#include "output/tables_workbook.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>

using namespace ketenplan::runner;

namespace {

std::vector<Table> small_study(DecimalMark mark) {
    Csv csv(mark, {"maat", "eenheid", "naam", "jaar", "gemiddelde", "p95", "keren", "deel_beter"});
    csv.text("meldingen").text("aantal").text("Leiden, \"oost\"").whole(2015).number(1647.25);
    csv.number(std::nan("")).whole(40).number(0.5).end_row();
    csv.text("recidive_eerste").text("aandeel").text("12-a").whole(2015).number(0.125).number(1e-7);
    csv.whole(40).number(0.5).end_row();
    csv.text("trajecten").text("euro").text("").whole(2015).number(-3.5).whole(12);
    csv.whole(40).number(0.5).end_row();
    return {{"gebied.csv", csv.content()},
            {"leeg.csv", Csv(mark, {"maat", "eenheid"}).content()},
            {"figuur.svg", "<svg/>"},
            {"samenvatting.txt", "Een huis\n========\n\n  meldingen  1.647,25\n"}};
}

Workbook book_of(DecimalMark mark) {
    const auto path = std::filesystem::temp_directory_path() / "ketenplan-tabellen-test.xlsx";
    const Table made = tables_workbook(small_study(mark), mark);
    CHECK(made.name == "tabellen.xlsx");
    std::ofstream(path, std::ios::binary) << made.content;
    Diagnostics problems;
    auto book = read_sheets(path.string(), problems);
    std::filesystem::remove(path);
    REQUIRE(book);
    return *book;
}

const Sheet& sheet_of(const Workbook& book, std::string_view name) {
    Diagnostics problems;
    const Sheet* sheet = book.sheet(name, problems);
    REQUIRE(sheet != nullptr);
    return *sheet;
}

/// The texts of the first column.
std::vector<std::string> firsts(const Sheet& sheet) {
    std::vector<std::string> texts;
    for (const SheetRow& row : sheet.rows) {
        if (const Cell* cell = row.at(1))
            texts.push_back(cell->text);
    }
    return texts;
}

} // namespace

TEST_CASE("a workbook of tables has a sheet per table, with numbers as numbers") {
    const Workbook book = book_of(DecimalMark::point);
    REQUIRE(book.sheets.size() == 4); // samenvatting, gebied, leeg, maten
    CHECK(book.sheets.front().name == "samenvatting");
    const Sheet& table = sheet_of(book, "gebied");
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].at(5)->text == "gemiddelde");
    CHECK(table.rows[1].at(3)->text == "Leiden, \"oost\"");
    CHECK(table.rows[1].at(4)->number == 2015);
    CHECK(table.rows[1].at(5)->number == 1647.25);
    CHECK(table.rows[1].at(6) == nullptr); // what is not a number is no cell
    CHECK(table.rows[2].at(3)->text == "12-a");
    CHECK(table.rows[2].at(5)->number == 0.125);
    CHECK(table.rows[2].at(5)->percent);
    CHECK_FALSE(table.rows[2].at(4)->percent); // a year is no share,
    CHECK_FALSE(table.rows[2].at(7)->percent); // and a count beside one is none
    CHECK(table.rows[1].at(8)->percent);       // but a part is one of anything
    CHECK(table.rows[2].at(6)->number == 1e-7);
    CHECK(table.rows[3].at(5)->number == -3.5);
    CHECK(sheet_of(book, "leeg").rows.size() == 1);
}

TEST_CASE("a workbook of tables begins with the summary, and says what its measures mean") {
    const Workbook book = book_of(DecimalMark::point);
    const auto lines = firsts(book.sheets.front());
    CHECK(lines.front() == "Een huis");
    CHECK(lines.back() == "meldingen  1.647,25");
    CHECK(lines.size() == 4); // the title once, two notes, and what is told
    // `trajecten` in euros is not the measure of that name, which counts them.
    CHECK(firsts(sheet_of(book, "maten")) ==
          std::vector<std::string>{"maat", "meldingen", "recidive_eerste"});
}

TEST_CASE("a workbook of tables does not depend on their decimal mark") {
    CHECK(tables_workbook(small_study(DecimalMark::point), DecimalMark::point).content ==
          tables_workbook(small_study(DecimalMark::comma), DecimalMark::comma).content);
}
