#include "engine/defect.hpp"
#include "finance/begroting.hpp"
#include "finance/kostprijs.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <numeric>

using namespace ketenplan::finance;
using ketenplan::engine::Defect;

namespace {

Regel fixed(Soort soort, double price) {
    return {.key = "vast",
            .naam = "vast",
            .soort = soort,
            .prijs = {price, price},
            .index = {1.0, 1.02},
            .deel = {1.0, 1.0}};
}

Regel per_unit(Soort soort, double price, std::size_t quantity) {
    Regel line = fixed(soort, price);
    line.grondslag = Grondslag::hoeveelheid;
    line.hoeveelheid = quantity;
    return line;
}

Regel derived(Soort soort, Grondslag grondslag, double price) {
    Regel line = fixed(soort, price);
    line.grondslag = grondslag;
    return line;
}

Begrotingsmodel two_years(std::vector<Regel> lines) {
    return {.jaar = 2023, .jaren = 2, .regels = std::move(lines)};
}

} // namespace

TEST_CASE("euros become cents with halves away from zero, also where binary fractions fall short") {
    CHECK(centen(1.005) == 101);
    CHECK(centen(-1.005) == -101);
    CHECK(centen(2.675) == 268);
    CHECK(centen(0.0049) == 0);
    CHECK(centen(92.595) == 9260);
    CHECK(centen(1'034'400.0) == 103'440'000);
    CHECK(centen(9'999'999'999.994) == 999'999'999'999);
    CHECK_THROWS_AS(centen(std::numeric_limits<double>::quiet_NaN()), Defect);
    CHECK_THROWS_AS(centen(1e14), Defect);
}

TEST_CASE("a line is price times index times share of the year times quantity, to the cent") {
    Regel rent = fixed(Soort::huisvesting, 1000.0);
    rent.deel = {0.5, 1.0};
    const auto model = two_years({rent, per_unit(Soort::overleg, 12.35, 0)});
    const Hoeveelheden counted{2, {10.0, 3.5}};
    CHECK(bedragen(model, counted, 0) == std::vector<Centen>{50'000, 12'350});
    // 12.35 x 1.02 x 3.5 = 44.0895
    CHECK(bedragen(model, counted, 1) == std::vector<Centen>{102'000, 4'409});
}

TEST_CASE("a share of wages is taken of staff alone, and VAT of all that carries it") {
    Regel hall = per_unit(Soort::overleg, 100.0, 0);
    hall.btw = 0.21;
    hall.btw_last = {0.5, 1.0};
    const auto model = two_years({derived(Soort::rechtsvorm, Grondslag::loonsom, 0.01),
                                  per_unit(Soort::personeel, 60'000.0, 1),
                                  hall,
                                  derived(Soort::btw, Grondslag::btw, 0.5)});
    const Hoeveelheden counted{2, {3.0, 3.0, 2.0, 2.0}};
    const auto amounts = bedragen(model, counted, 0);
    CHECK(amounts[1] == 12'000'000);
    CHECK(amounts[0] == 120'000);
    CHECK(amounts[2] == 30'000);
    CHECK(amounts[3] == 3'150);                     // half of 21% of 300 euro
    CHECK(bedragen(model, counted, 1)[3] == 6'426); // all of 21% of 306 euro
}

TEST_CASE(
    "a line that holds for a part of the year has its own share of VAT, not that of the day") {
    // From 1 July: rent all year, half of its VAT; an accountant in that half, all of it.
    Regel rent = fixed(Soort::huisvesting, 10'000.0);
    rent.btw = 0.21;
    rent.btw_last = {0.5, 1.0};
    Regel accountant = fixed(Soort::rechtsvorm, 12'000.0);
    accountant.deel = {0.5, 1.0};
    accountant.btw = 0.21;
    accountant.btw_last = {1.0, 1.0};
    Regel founding = fixed(Soort::transitie, 4'000.0);
    founding.btw = 0.21;
    founding.btw_last = {1.0, 1.0};
    founding.incidenteel = true;
    Regel once = derived(Soort::btw, Grondslag::btw, 1.0);
    once.incidenteel = true;
    const auto model =
        two_years({rent, accountant, founding, derived(Soort::btw, Grondslag::btw, 1.0), once});
    const auto amounts = bedragen(model, {2, {}}, 0);
    CHECK(amounts[3] == 105'000 + 126'000);
    CHECK(amounts[4] == 84'000); // over what is incidental, apart
}

TEST_CASE("a subsidy pays what cofinancing leaves, and never more than was granted") {
    Regel tracks = per_unit(Soort::trajecten, 1000.0, 0);
    Regel grant = derived(Soort::subsidie, Grondslag::subsidie, 5'000.0);
    grant.cofinanciering = 0.25;
    grant.voor = {0};
    const auto model = two_years({tracks, grant});
    CHECK(bedragen(model, {2, {4.0, 4.0}}, 0)[1] == 300'000);
    CHECK(bedragen(model, {2, {40.0, 40.0}}, 0)[1] == 500'000);

    SECTION("its budget is the mean of what years allow, not what the mean year allows") {
        const std::vector<Hoeveelheden> years{{2, {0.0, 0.0}}, {2, {20.0, 20.0}}};
        const auto budget = begroot(model, years);
        CHECK(budget[0].bedragen[0] == 1'000'000);
        CHECK(budget[0].bedragen[1] == 250'000); // the mean of nothing and the maximum
    }
}

TEST_CASE("every subsidy looks at the costs it is given for, and no others") {
    Regel one = derived(Soort::subsidie, Grondslag::subsidie, 1e6);
    one.cofinanciering = 0.25;
    one.voor = {0};
    Regel other = derived(Soort::subsidie, Grondslag::subsidie, 1e6);
    other.cofinanciering = 0.5;
    other.voor = {1};
    const auto model =
        two_years({fixed(Soort::huisvesting, 40'000.0), fixed(Soort::ict, 20'000.0), one, other});
    const auto amounts = bedragen(model, {2, {}}, 0);
    CHECK(amounts[2] == 3'000'000);
    CHECK(amounts[3] == 1'000'000);
}

TEST_CASE("a begroting balances, and a replication does so with what the reserve gives or takes") {
    const auto model = two_years({per_unit(Soort::trajecten, 99.99, 0),
                                  fixed(Soort::personeel, 123'456.78),
                                  fixed(Soort::rijk, 60'000.0)});
    const std::vector<Hoeveelheden> replications{{2, {1.0, 7.0}}, {2, {4.0, 9.0}}, {2, {3.0, 1.0}}};
    const auto budget = begroot(model, replications);
    for (std::size_t y = 0; y < 2; ++y) {
        CHECK(budget[y].lasten == budget[y].bijdragen + budget[y].baten);
        Centen drawn = 0;
        for (const Hoeveelheden& r : replications) {
            const Realisatie result = realiseer(model, budget[y], r, y);
            CHECK(result.lasten == result.bijdragen + result.baten + result.onttrekking);
            CHECK(result.bijdragen == budget[y].bijdragen);
            drawn += result.onttrekking;
        }
        CHECK(std::abs(drawn) <= 5); // on average nothing, but for rounding
    }
}

TEST_CASE("budgeted quantities are means to four decimals") {
    const std::vector<Hoeveelheden> replications{{1, {1.0}}, {1, {0.0}}, {1, {0.0}}};
    CHECK(begrote_hoeveelheden(replications).values == std::vector<double>{0.3333});
    CHECK_THROWS_AS(begrote_hoeveelheden({}), Defect);
}

TEST_CASE("a quantity that was not observed cannot be paid for") {
    const auto model = two_years({per_unit(Soort::overleg, 1.0, 0)});
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(bedragen(model, {2, {nothing, nothing}}, 0), Defect);
}

TEST_CASE("what a kostprijs spreads equals what it is given") {
    const std::vector<Product> made{
        {"focus", 7.0, 10.0}, {"nazorg", 0.0, 10.0}, {"weging", 3.0, 10.0}};
    const auto prices = kostprijs(10'000, made);
    REQUIRE(prices);
    CHECK((*prices)[0].kosten == 3'334);
    CHECK((*prices)[1].kosten == 3'333);
    CHECK((*prices)[2].kosten == 3'333);
    CHECK((*prices)[0].per_stuk == Approx(33.34 / 7.0));
    CHECK_FALSE((*prices)[1].per_stuk.has_value());
    CHECK((*prices)[2].per_stuk == Approx(33.33 / 3.0));
    CHECK_FALSE(kostprijs(10'000, std::vector<Product>{{"focus", 7.0, 0.0}}).has_value());
}
