#include "analysis/werkeffect.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <optional>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

TEST_CASE("the assumption that moves the work most comes first") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    const std::vector<Zoekpost> posts{{.post = 1, .naam = "procesregisseur@a", .maximum = 10}};
    constexpr std::array<double, 2> report{29.0, 31.0};
    constexpr std::array<double, 2> preparation{10.0, 200.0};
    const auto effects = werkeffecten(
        3,
        [&](std::size_t i, bool highest) -> std::optional<Parameters> {
            Parameters changed = p;
            const std::size_t end = highest ? 1 : 0;
            if (i == 0)
                changed.taken.verslag.minuten.spec.mean = report[end];
            else if (i == 1)
                return highest ? std::nullopt : std::optional(p); // one end that cannot be
            else
                changed.taken.voorbereiding.minuten.spec.mean = preparation[end];
            return changed;
        },
        posts);
    REQUIRE(effects.size() == 2);
    CHECK(effects[0].aanname == 2);
    CHECK(effects[0].laag < gevraagde_fte(p, posts));
    CHECK(effects[0].hoog > gevraagde_fte(p, posts));
    CHECK(effects[1].verschil() < effects[0].verschil());
}
