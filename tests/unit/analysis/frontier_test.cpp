#include "analysis/frontier.hpp"
#include "engine/defect.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace ketenplan;
using namespace ketenplan::analysis;

TEST_CASE("the frontier of five strategies, worked by hand") {
    // A 0 for 0; B 30 for 2 (15 each); C 20 for 2: dominates B (10 each); D 60 for 3 (40 beyond C);
    // E 80 for 5 (20 beyond C): halfway from C to E one gets 3 for 40, so D is extendedly
    // dominated.
    const std::array costs{0.0, 30.0, 20.0, 60.0, 80.0};
    const std::array effects{0.0, 2.0, 2.0, 3.0, 5.0};
    const auto places = efficiency_frontier(costs, effects);
    CHECK(places[0].standing == Standing::frontier);
    CHECK_FALSE(places[0].before);
    CHECK(std::isnan(places[0].icer));
    CHECK(places[1].standing == Standing::dominated);
    CHECK(places[1].before == 2);
    CHECK(std::isnan(places[1].icer));
    CHECK(places[2].standing == Standing::frontier);
    CHECK(places[2].before == 0);
    CHECK(places[2].icer == 10.0);
    CHECK(places[3].standing == Standing::extendedly_dominated);
    CHECK(places[3].before == 2);
    CHECK(places[3].after == 4);
    CHECK(places[4].standing == Standing::frontier);
    CHECK(places[4].before == 2);
    CHECK(places[4].extra_cost == 60.0);
    CHECK(places[4].extra_effect == 3.0);
    CHECK(places[4].icer == 20.0);
}

TEST_CASE("the frontier of a published example") {
    // Eleven strategies against C. difficile (Rajasingham et al., Clinical Infectious Diseases 70,
    // 2020), as worked in the guide of the R package dampack: six on the frontier with these
    // ratios, one extendedly dominated, four dominated.
    struct Row {
        double cost, effect;
        Standing standing;
        double icer;
    };
    const double none = std::nan("");
    const std::array rows{
        Row{57336.0059896538, 12.9399639202408, Standing::frontier, none},
        Row{57541.2526373815, 13.0140640696275, Standing::frontier, 2769.85470915263},
        Row{57642.2587507842, 13.0389116321918, Standing::frontier, 4065.03105249231},
        Row{57934.0743411241, 13.0966257932217, Standing::frontier, 5056.2216470406},
        Row{58072.1137208494, 13.11285766912, Standing::frontier, 8504.2160616553},
        Row{58665.7823044647, 13.1283328397025, Standing::frontier, 38362.6519947134},
        Row{57814.6470919581, 13.0462790163185, Standing::extendedly_dominated, none},
        Row{57887.481549326, 12.9970657153765, Standing::dominated, none},
        Row{58018.6252420203, 13.0650412387992, Standing::dominated, none},
        Row{58081.7947984323, 13.1029711156978, Standing::dominated, none},
        Row{58634.2026441398, 13.1100568867995, Standing::dominated, none}};
    std::vector<double> costs;
    std::vector<double> effects;
    for (const Row& row : rows) {
        costs.push_back(row.cost);
        effects.push_back(row.effect);
    }
    const auto places = efficiency_frontier(costs, effects);
    for (std::size_t s = 0; s < rows.size(); ++s) {
        INFO(s);
        CHECK(places[s].standing == rows[s].standing);
        if (std::isnan(rows[s].icer))
            CHECK(std::isnan(places[s].icer));
        else
            CHECK(places[s].icer == Approx(rows[s].icer).epsilon(1e-9));
    }
}

TEST_CASE("one strategy may push several off the frontier") {
    // 1 and 2 both lie above the line from 0 to 3.
    const auto places =
        efficiency_frontier(std::array{0.0, 10.0, 25.0, 30.0}, std::array{0.0, 1.0, 2.0, 10.0});
    CHECK(places[1].standing == Standing::extendedly_dominated);
    CHECK(places[2].standing == Standing::extendedly_dominated);
    CHECK(places[1].before == 0);
    CHECK(places[1].after == 3);
    CHECK(places[3].icer == 3.0);
}

TEST_CASE("equal strategies: the first stays; on one line all stay") {
    const auto places =
        efficiency_frontier(std::array{5.0, 5.0, 6.0, 7.0}, std::array{1.0, 1.0, 2.0, 3.0});
    CHECK(places[0].standing == Standing::frontier);
    CHECK(places[1].standing == Standing::dominated);
    CHECK(places[1].before == 0);
    CHECK(places[2].standing == Standing::frontier);
    CHECK(places[3].icer == 1.0);
    CHECK_THROWS_AS(efficiency_frontier(std::array{1.0}, std::array{1.0, 2.0}), engine::Defect);
}
