#include "input/cell_address.hpp"
#include "input/number_format.hpp"
#include "input/place.hpp"
#include "input/quantity_text.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan::runner;

TEST_CASE("a format code says whether a number is a date or a percentage") {
    for (const char* const code : {"dd-mm-yyyy",
                                   "D/M/YYYY",
                                   "[$-413]d mmmm yyyy;@",
                                   "yyyy\\-mm\\-dd",
                                   "[h]:mm",
                                   "[Red]mmm\\ yy",
                                   "\"op \"d"})
        CHECK(format_of(code) == NumberFormat::date);
    for (const char* const code : {"0%", "0.00%;[Red]-0.00%", "_ 0.0%"})
        CHECK(format_of(code) == NumberFormat::percent);
    for (const char* const code : {"General",
                                   "0.00E+00",
                                   "#,##0.00",
                                   "[$€-413] #,##0.00",
                                   "0.0\" dagen\"",
                                   "0.0\\d",
                                   "0_d",
                                   "*m0",
                                   "[Yellow]0",
                                   "0\" %\"",
                                   "\"dag", // quotes that do not close
                                   "[dd",
                                   "\\",
                                   ""})
        CHECK(format_of(code) == NumberFormat::plain);
}

TEST_CASE("formats that have a number and no code") {
    for (const unsigned id : {14U, 22U, 45U, 47U})
        CHECK(builtin_format(id) == NumberFormat::date);
    for (const unsigned id : {9U, 10U})
        CHECK(builtin_format(id) == NumberFormat::percent);
    for (const unsigned id : {0U, 4U, 13U, 23U, 44U, 48U, 49U, 164U})
        CHECK(builtin_format(id) == NumberFormat::plain);
}

TEST_CASE("the number of a day in the two calendars of Excel") {
    const auto text = [](double serial, DateSystem system) {
        const auto date = date_of(serial, system);
        return date ? date_text(*date) : "";
    };
    using enum DateSystem;
    CHECK(text(1.0, from_1900) == "1900-01-01");
    CHECK(text(59.0, from_1900) == "1900-02-28");
    CHECK(text(61.0, from_1900) == "1900-03-01"); // day 60 never was
    CHECK(text(45'688.0, from_1900) == "2025-01-31");
    CHECK(text(45'688.99, from_1900) == "2025-01-31");
    CHECK(text(2'958'465.0, from_1900) == "9999-12-31");
    CHECK(text(2'958'466.0, from_1900).empty());
    CHECK(text(-1.0, from_1900).empty());
    CHECK(text(1e300, from_1900).empty());
    CHECK(text(0.0, from_1904) == "1904-01-01");
    CHECK(text(44'226.0, from_1904) == "2025-01-31");
    CHECK(text(2'958'465.0, from_1904).empty());
}

TEST_CASE("addresses of cells") {
    CHECK(cell_text({4, 3}) == "C4");
    CHECK(column_letters(26) == "Z");
    CHECK(column_letters(27) == "AA");
    CHECK(cell_text(last_cell) == "XFD1048576");
    for (const char* const text : {"A1", "Z9", "AA10", "ZZ1", "AAA1", "XFD1048576"}) {
        const auto address = parse_cell(text);
        REQUIRE(address);
        CHECK(cell_text(*address) == text);
    }
    for (const char* const text : {"",
                                   "A",
                                   "1",
                                   "A0",
                                   "XFE1",
                                   "A1048577",
                                   "a1",
                                   "A1B",
                                   "A-1",
                                   "A1 ",
                                   "AAAAAAAAAAAAAAAA1",
                                   "A99999999999999999999"})
        CHECK_FALSE(parse_cell(text));
}

TEST_CASE("a place in a sheet reads as one") {
    CHECK(place_text({"a.toml", 0, 0}) == "a.toml");
    CHECK(place_text({"a.toml", 3, 14}) == "a.toml:3:14");
    CHECK(place_text({"a.xlsx", 4, 3, "Salarissen"}) == "a.xlsx, blad Salarissen, cel C4");
    CHECK(place_text({"a.xlsx", 4, 0, "Salarissen"}) == "a.xlsx, blad Salarissen, rij 4");
    CHECK(place_text({"a.xlsx", 0, 3, "Salarissen"}) == "a.xlsx, blad Salarissen, kolom C");
    CHECK(place_text({"a.xlsx", 0, 0, "Salarissen"}) == "a.xlsx, blad Salarissen");
    CHECK(Place{"a.xlsx", 9, 1, "A"} < Place{"a.xlsx", 1, 1, "B"}); // sheet by sheet
    CHECK(Place{"a", 1, 2} == Place{"a", 1, 2});
}
