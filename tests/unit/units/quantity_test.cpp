#include "units/dimension.hpp"
#include "units/id.hpp"
#include "units/text.hpp"

#include <catch2/catch.hpp>

#include <type_traits>

using namespace ketenplan::units;

TEST_CASE("a quantity takes no more room than the number it holds") {
    STATIC_REQUIRE(sizeof(Days) == sizeof(double));
    STATIC_REQUIRE(!std::is_convertible_v<double, Days>);
    STATIC_REQUIRE(!std::is_convertible_v<Days, double>);
    STATIC_REQUIRE(!std::is_convertible_v<Days, Minutes>);
}

TEST_CASE("quantities of one unit add, scale and compare") {
    CHECK((Days{2.0} + Days{1.5}).value() == 3.5);
    CHECK((Days{2.0} - Days{0.5}).value() == 1.5);
    CHECK((2.0 * Days{2.0}).value() == 4.0);
    CHECK(Days{3.0} / Days{2.0} == 1.5);
    CHECK(Days{1.0} < Days{2.0});
}

TEST_CASE("units of a dimension convert to the native one") {
    CHECK(unit_factor(Dimension::days, "weken") == 7.0);
    CHECK(unit_factor(Dimension::days, "jaar") == 365.2425);
    CHECK(unit_factor(Dimension::minutes, "uur") == 60.0);
    CHECK(unit_factor(Dimension::workdays, "werkweek") == 5.0);
    CHECK(unit_factor(Dimension::probability, "%") == 0.01);
    CHECK(*unit_factor(Dimension::fte, "uur per week") == Approx(1.0 / 36.0));
    CHECK(*unit_factor(Dimension::per_year, "per week") == Approx(365.2425 / 7.0));
}

TEST_CASE("a unit of another dimension is none of this one") {
    CHECK(!unit_factor(Dimension::days, "minuten"));
    CHECK(!unit_factor(Dimension::minutes, "dagen"));
    CHECK(!unit_factor(Dimension::fte, ""));
    CHECK(may_be_bare(Dimension::probability));
    CHECK(!may_be_bare(Dimension::days));
}

TEST_CASE("an id that was not given names nothing") {
    using ThingId = Id<struct Thing>;
    CHECK(!ThingId{}.valid());
    CHECK(ThingId{std::uint32_t{3}}.index() == 3);
    CHECK(ThingId{std::uint32_t{1}} < ThingId{std::uint32_t{2}});
}

TEST_CASE("a name's hash is the published FNV-1a and never changes") {
    CHECK(stable_hash("") == 0x811c9dc5U);
    CHECK(stable_hash("a") == 0xe40c292cU);
    CHECK(stable_hash("foobar") == 0xbf9cf968U);
}
