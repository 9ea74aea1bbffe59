#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace ketenplan::units;

TEST_CASE("edit distance counts slips of the hand") {
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("weging", "weging") == 0);
    CHECK(edit_distance("weging", "wegign") == 1); // two letters swapped
    CHECK(edit_distance("agenda", "adenga") == 2);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest key is offered only when it is near") {
    const std::vector<std::string> known{"weging", "intake", "nazorg"};
    CHECK(nearest("wegin", known) == "weging");
    CHECK(nearest("Intake", known) == "intake");
    CHECK(nearest("xyzxyz", known).empty());
    CHECK(nearest(std::string(1000, 'w'), known).empty());
}

TEST_CASE("numbers are written with at most ten significant digits and without exponent") {
    CHECK(number_text(0.0) == "0");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(1.5) == "1,5");
    CHECK(number_text(1.0 / 3.0, '.') == "0.3333333333");
    CHECK(number_text(1234567.0, '.') == "1234567");
    CHECK(number_text(12345678901234.0, '.') == "12345678900000");
    CHECK(number_text(-0.00025, '.') == "-0.00025");
    CHECK(number_text(99999999999.5, '.') == "100000000000");
    CHECK(number_text(1e-9, '.') == "1e-09");
    CHECK(number_text(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("the last bit of a number does not reach its text") {
    const double x = 0.1 + 0.2; // 0.30000000000000004
    CHECK(number_text(x, '.') == "0.3");
    CHECK(number_text(2.675, '.') == "2.675");
}

TEST_CASE("quantities are written with the native unit") {
    CHECK(quantity_text(6.0, Dimension::days) == "6 dagen");
    CHECK(quantity_text(0.8, Dimension::fte) == "0,8 fte");
    CHECK(quantity_text(0.25, Dimension::probability) == "0,25");
}
