#include "input/quantity_text.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan;
using namespace ketenplan::runner;
using units::Dimension;

TEST_CASE("quantities are read with their unit, in Dutch or English notation") {
    CHECK(*parse_quantity("6 weken", Dimension::days).value == 42.0);
    CHECK(*parse_quantity("0,8 fte", Dimension::fte).value == 0.8);
    CHECK(*parse_quantity("0.8 fte", Dimension::fte).value == 0.8);
    CHECK(*parse_quantity("4 uur", Dimension::minutes).value == 240.0);
    CHECK(*parse_quantity(" 12  per week ", Dimension::per_year).value ==
          Approx(12 * 365.2425 / 7));
    CHECK(*parse_quantity("15%", Dimension::probability).value == Approx(0.15));
    CHECK(*parse_quantity("15 procent", Dimension::factor).value == Approx(0.15));
    CHECK(*parse_quantity("0,25", Dimension::probability).value == 0.25);
    CHECK(*parse_quantity("-3 dagen", Dimension::days).value == -3.0);
}

TEST_CASE("dots group thousands only when that is the only way to read them") {
    CHECK(*parse_quantity("1.034.400 euro", Dimension::euro).value == 1034400.0);
    CHECK(*parse_quantity("12.845,35 euro", Dimension::euro).value == 12845.35);
    CHECK(*parse_quantity("1034.4 euro", Dimension::euro).value == 1034.4);
    CHECK(*parse_quantity("0.125", Dimension::factor).value == 0.125);
    CHECK(!parse_quantity("1.500 euro", Dimension::euro).value);
    CHECK(!parse_quantity("12.500 euro", Dimension::euro).value);
    CHECK(!parse_quantity("1.03.400 euro", Dimension::euro).value);
    CHECK(!parse_quantity("1.0344.00 euro", Dimension::euro).value);
    CHECK(!parse_quantity("1,2,3 euro", Dimension::euro).value);
    CHECK(!parse_quantity("1,034.40 euro", Dimension::euro).value);
    CHECK(!parse_quantity(".500.000 euro", Dimension::euro).value);
}

TEST_CASE("what is no quantity is refused with a reason") {
    for (const char* text :
         {"", "   ", "euro", "- euro", "1e5 euro", "0x10 euro", "1,", "nan", "5 5 dagen"}) {
        INFO(text);
        const ParsedNumber parsed = parse_quantity(text, Dimension::days);
        CHECK(!parsed.value);
        CHECK(!parsed.what.empty());
        CHECK(!parsed.suggestion.empty());
    }
    CHECK(!parse_quantity("5", Dimension::days).value);
    CHECK(!parse_quantity(std::string(500, '9') + " dagen", Dimension::days).value);
}

TEST_CASE("a bare number is enough only without a unit") {
    CHECK(bare_number(0.5, Dimension::probability).value == 0.5);
    CHECK(!bare_number(0.5, Dimension::fte).value);
}

TEST_CASE("spans of time are whole and keep months apart from days") {
    CHECK(parse_span("3 maanden") == engine::CivilSpan{.months = 3});
    CHECK(parse_span("1 maand") == engine::CivilSpan{.months = 1});
    CHECK(parse_span("2 weken") == engine::CivilSpan{.months = 0, .days = 14});
    CHECK(parse_span("2 jaar") == engine::CivilSpan{.months = 24});
    CHECK(!parse_span("1,5 jaar"));
    CHECK(!parse_span("maanden"));
    CHECK(!parse_span("3 uur"));
    CHECK(!parse_span("99999999999 maanden"));
}

TEST_CASE("times, days and dates are read, and written as they are read") {
    CHECK(parse_clock("09:30") == std::chrono::hours{9} + std::chrono::minutes{30});
    CHECK(parse_clock("9.30") == std::chrono::hours{9} + std::chrono::minutes{30});
    CHECK(!parse_clock("24:00"));
    CHECK(!parse_clock("9:3"));
    CHECK(!parse_clock("9:60"));
    CHECK(parse_month_day("29-02").has_value());
    CHECK(!parse_month_day("30-02"));
    CHECK(!parse_month_day("1-13"));
    CHECK(date_text(*parse_date("2015-01-31")) == "2015-01-31");
    CHECK(!parse_date("2015-1-31"));
    CHECK(!parse_date("2015-02-29"));
    CHECK(clock_text(*parse_clock("9:05")) == "09:05");
    for (const char* text : {"7 dagen", "3 maanden", "2 jaar"})
        CHECK(span_text(*parse_span(text)) == text);
}
