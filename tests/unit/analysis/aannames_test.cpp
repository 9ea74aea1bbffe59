#include "analysis/aannames.hpp"
#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

std::vector<double> draws(const Aanname& a, std::uint32_t n = 4000) {
    std::vector<double> values;
    for (std::uint32_t r = 0; r < n; ++r) {
        engine::Stream stream({17, r}, {.purpose = 1});
        values.push_back(trek(a, stream));
    }
    return values;
}

} // namespace

TEST_CASE("assumptions are drawn from their range, by its law") {
    const auto mean = [](Spreiding s) {
        const auto values = draws({"x", 3.0, 1.0, 9.0, s});
        CHECK(*std::ranges::min_element(values) >= 1.0);
        CHECK(*std::ranges::max_element(values) <= 9.0);
        return sample_of(values);
    };
    CHECK(mean(Spreiding::driehoek).agrees_with((1.0 + 3.0 + 9.0) / 3.0));
    CHECK(mean(Spreiding::uniform).agrees_with(5.0));
    CHECK(mean(Spreiding::pert).agrees_with((1.0 + 4.0 * 3.0 + 9.0) / 6.0));
    CHECK(mean(Spreiding::normaal).agrees_with(5.0));
    auto values = draws({"x", 3.0, 1.0, 9.0, Spreiding::lognormaal});
    std::ranges::sort(values);
    CHECK(values[values.size() / 2] == Approx(3.0).epsilon(0.05)); // the root of 1 x 9
    CHECK(draws({"x", 2.0, 2.0, 2.0}, 1).front() == 2.0);
}

TEST_CASE("a draw has ten digits, and is the same for the same stream") {
    const Aanname a{"x", 0.3, 0.1, 0.7, Spreiding::normaal};
    const double value = draws(a, 1).front();
    CHECK(value == std::round(value * 1e10) / 1e10);
    CHECK(draws(a, 1).front() == value);
}

TEST_CASE("over the assumptions a norm is met less surely than with each at its value") {
    Parameters p = small_house();
    const std::vector<Cijfer> figures{{"doorlooptijd_weging_gemiddeld", "regio"}};
    const std::vector<Norm> norms{{.cijfer = 0, .jaar = {16.0, Richting::lager}, .kans = 0.9}};
    Sequential executor;
    const std::vector<Aanname> none;
    const auto sure = bandbreedte(p, none, figures, norms, 3, 60, executor);
    CHECK(sure.trekkingen == 60);
    CHECK(sure.alle.share > 0.9);
    const std::vector<Aanname> wide{
        {"intake.informatieverzoek.gemiddelde", 2.0, 1.0, 40.0, Spreiding::uniform},
        {"intake.informatieverzoek", 2.0, 1.0, 40.0, Spreiding::uniform}};
    const auto unsure = bandbreedte(p, wide, figures, norms, 3, 60, executor);
    CHECK(unsure.alle.share < 0.6);
    CHECK(unsure.alle.share > 0.02);
}

TEST_CASE("draws that make no house are counted and left out") {
    const Parameters p = small_house();
    const std::vector<Cijfer> figures{{"doorlooptijd_weging_gemiddeld", "regio"}};
    const std::vector<Norm> norms{{.cijfer = 0, .jaar = {30.0, Richting::lager}, .kans = 0.9}};
    Sequential executor;
    // A share of productive time of 0 cannot be.
    const std::vector<Aanname> impossible{
        {"intake.informatieverzoek", 2.0, -3.0, 3.0, Spreiding::uniform}};
    const auto band = bandbreedte(p, impossible, figures, norms, 3, 40, executor);
    CHECK(band.onmogelijk > 5);
    CHECK(band.trekkingen + band.onmogelijk == 40);
    CHECK(band.alle.trials == band.trekkingen);
}

TEST_CASE("the assumption that moves the work most comes first") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    const std::vector<Zoekpost> posts{{.post = 1, .naam = "procesregisseur@a", .maximum = 10}};
    const std::vector<Aanname> assumed{{"taken.verslag.minuten", 30.0, 29.0, 31.0},
                                       {"bestaat.niet", 1.0, 0.0, 2.0},
                                       {"taken.voorbereiding.minuten", 60.0, 10.0, 200.0}};
    const auto effects = werkeffecten(p, assumed, posts);
    REQUIRE(effects.size() == 2);
    CHECK(effects[0].aanname == 2);
    CHECK(effects[0].laag < gevraagde_fte(p, posts));
    CHECK(effects[0].hoog > gevraagde_fte(p, posts));
    CHECK(effects[1].verschil() < effects[0].verschil());
}
