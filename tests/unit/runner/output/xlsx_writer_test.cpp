#include "input/sheets.hpp"
#include "output/xlsx_writer.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace ketenplan::runner;

namespace {

std::string small_book() {
    XlsxFile file("Proef", made_in(2023));
    XlsxSheet& sheet = file.add("Blad een");
    sheet.text({0, 0}, "naam & <teken>");
    sheet.number({1, 1}, 12.5, CellStyle::euro);
    sheet.formula({2, 1}, "B2*2", 25.0, CellStyle::total);
    sheet.formula_text({3, 1}, "IF(B3=25,\"klopt\",\"KLOPT NIET\")", "klopt", CellStyle::check);
    file.define("prijs", sheet.reference({1, 1}));
    return file.bytes();
}

} // namespace

TEST_CASE("cells of a workbook are named by letters and rows") {
    CHECK(cell_name({0, 0}) == "A1");
    CHECK(cell_name({9, 25}) == "Z10");
    CHECK(cell_name({0, 26}) == "AA1");
    CHECK(cell_name({0, 701}) == "ZZ1");
    CHECK(cell_name({0, 702}, true) == "$AAA$1");
    CHECK(range_name({1, 1}, {3, 2}) == "B2:C4");
}

TEST_CASE("the same workbook has the same bytes, whenever it is made") {
    CHECK(small_book() == small_book());
}

TEST_CASE("a workbook holds what was written, with a value beside every formula") {
    const auto path = std::filesystem::temp_directory_path() / "ketenplan-xlsx-test.xlsx";
    std::ofstream(path, std::ios::binary) << small_book();
    Diagnostics problems;
    const auto book = read_sheets(path.string(), problems);
    std::filesystem::remove(path);
    REQUIRE(book);
    REQUIRE(book->sheets.size() == 1);
    const Sheet& sheet = book->sheets.front();
    CHECK(sheet.name == "Blad een");
    CHECK(sheet.rows[0].at(1)->text == "naam & <teken>");
    CHECK(sheet.rows[1].at(2)->number == 12.5);
    CHECK(sheet.rows[2].at(2)->number == 25.0);
    CHECK(sheet.rows[3].at(2)->text == "klopt");
}
