#include "value_request.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan::runner;

TEST_CASE("prices: amounts and ranges, rising, each once") {
    CHECK(parse_prices("20000") == std::vector{20000.0});
    CHECK(parse_prices("0,5") == std::vector{0.5});
    CHECK(parse_prices("0:10:2.5") == std::vector{0.0, 2.5, 5.0, 7.5, 10.0});
    CHECK(parse_prices("0:1:0.1")->size() == 11); // though ten tenths are not quite one
    CHECK(parse_prices("0:9:5") == std::vector{0.0, 5.0});
    for (const char* wrong :
         {"", "veel", "-1", "50.000", "1:2", "2:1:1", "0:1:0", "0:10000:1", "1e5", "1:2:3:4"})
        CHECK_FALSE(parse_prices(wrong));
    CHECK(prices_of({"30", "10:30:10", "5"}) == std::vector{5.0, 10.0, 20.0, 30.0});
    CHECK(prices_of({}).size() == 21);
    CHECK(complaint_about_prices("10").empty());
    CHECK(complaint_about_prices("50.000").find("zonder punt") != std::string::npos);
}

TEST_CASE("a study: a parameter, what is known, and how many persons") {
    const auto plain = parse_study("recidive=200");
    REQUIRE(plain);
    CHECK(plain->parameter == "recidive");
    CHECK(plain->personen == 200.0);
    CHECK_FALSE(plain->voorkennis);
    const auto prior = parse_study("kans=hoog:12,5=400");
    REQUIRE(prior);
    CHECK(prior->parameter == "kans=hoog");
    CHECK(prior->voorkennis == 12.5);
    CHECK(prior->personen == 400.0);
    for (const char* wrong :
         {"", "recidive", "recidive=", "recidive=0", "=5", ":5=5", "r:0=5", "r:x=5", "r=1.000"})
        CHECK_FALSE(parse_study(wrong));
    CHECK(complaint_about_study("r=5").empty());
    CHECK_FALSE(complaint_about_study("r").empty());
}
