#include "analysis/hoeveelheden.hpp"
#include "parameters/parameters.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan;
using namespace ketenplan::analysis;

TEST_CASE("a quantity per year is what the table of results has for that year") {
    parameters::Parameters p = parameters::example();
    const casus::Opzet opzet(p);
    const std::vector<Figure> figures{{"gewogen", "regio"},
                                      {"fte_in_dienst", role_cells(opzet).front()}};
    const finance::Hoeveelheden found = HoeveelheidReader(opzet, figures).simulate({7, 3});
    const auto columns = columns_of(opzet);
    std::vector<double> row(columns.size());
    fill_row(opzet, casus::simulate(opzet, {.sleutel = {7, 3}, .spoor = {}}), columns, row);
    const auto years = measured_years(opzet);
    REQUIRE(found.jaren == years.size());
    for (std::size_t y = 0; y < years.size(); ++y) {
        for (std::size_t f = 0; f < figures.size(); ++f)
            CHECK(found.op(f, y) ==
                  row[find_column(columns, figures[f].measure, figures[f].cell, years[y])]);
    }
}

TEST_CASE("the parts of a sum share its variance, covariance included") {
    // The second part moves with the first, the third against both.
    const std::vector<std::vector<double>> parts{
        {1.0, 2.0, 3.0, 4.0}, {2.0, 4.0, 6.0, 8.0}, {-1.0, -2.0, -3.0, -4.0}, {5.0, 5.0, 5.0, 5.0}};
    const auto drivers = aandrijvers(parts);
    REQUIRE(drivers.size() == 4);
    CHECK(drivers[0].deel == 1);
    CHECK(drivers[0].aandeel == Approx(1.0));
    CHECK(drivers[1].aandeel + drivers[2].aandeel == Approx(0.0).margin(1e-12));
    CHECK(drivers[0].spreiding == Approx(2.0 * std::sqrt(1.25)));
    double together = 0.0;
    for (const Aandrijver& d : drivers)
        together += d.aandeel;
    CHECK(together == Approx(1.0));
    CHECK(aandrijvers(std::vector<std::vector<double>>{{1.0, 1.0}}).empty());
}
