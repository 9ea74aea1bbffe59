#include "analysis/psa.hpp"
#include "analysis/replications.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <cmath>

// Draws of what is not known, with replications inside them.

using namespace ketenplan;
using namespace ketenplan::tests;
using namespace ketenplan::analysis;

namespace {

class Serial : public Executor {
public:
    std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override {
        for (std::size_t i = 0; i < count; ++i)
            job(i);
        return count;
    }
};

/// Detainees who come back; nazorg lowers their hazard when they get it.
Parameters returning_persons() {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1),
                  .einde = date(2016, 1, 1),
                  .opwarming = {.months = 6},
                  .uitloop = {.months = 25}};
    p.bronnen[0].detentiemelding = true;
    p.gemeenten[0].eigen_nazorg = true;
    p.gemeenten[0].instroom = units::PerYear{60.0};
    p.detentie.duur.spec = parameters::gamma(50.0, 1.0);
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.recidive.vervolg = {{units::Days{182.0}, units::Probability{0.20}},
                          {units::Days{365.0}, units::Probability{0.32}},
                          {units::Days{730.0}, units::Probability{0.47}}};
    parameters::Kostenpost post;
    post.per = parameters::Kosteneenheid::gebeurtenis;
    post.gemiddeld = units::Euro{1000.0};
    post.marginaal = units::Euro{100.0};
    p.nazorgstudie.kosten.push_back(post);
    return p;
}

Psaopdracht order_of(std::uint32_t draws, bool marginal) {
    return {.zaad = 7,
            .trekkingen = draws,
            .per_trekking = 3,
            .odds_ratio = 0.8,
            .marginaal = marginal,
            .armen = {{"zonder nazorg", 0.0}, {"zoals nu", std::nullopt}}};
}

Psatrekking draw_of(double costs, double cost_noise) {
    return {1.0, {{10.0, 4.0, 0.0, 0.0}, {10.0 + costs, 4.0, cost_noise, 0.0}}};
}

} // namespace

TEST_CASE("a draw is the mean of its own replications", "[psa]") {
    const Parameters p = returning_persons();
    const auto same = [&](std::uint32_t, std::uint32_t) {
        return p;
    };
    Serial serial;
    const bool marginal = GENERATE(true, false);
    const auto draws = psa(same, order_of(4, marginal), 0, serial);

    const casus::Opzet opzet(p);
    const auto rows = nazorgstudie(
        opzet,
        {.zaad = 7, .replicaties = 12, .odds_ratio = 0.8, .armen = order_of(4, marginal).armen},
        serial);
    REQUIRE(draws.size() == 4);
    for (std::size_t t = 0; t < draws.size(); ++t) {
        for (std::size_t arm = 0; arm < 2; ++arm) {
            double costs = 0.0;
            double events = 0.0;
            for (std::size_t r = 3 * t; r < 3 * t + 3; ++r) {
                costs += rows[r].armen[arm].totaal(marginal) / 3.0;
                events += rows[r].armen[arm].recidive() / 3.0;
            }
            CHECK(draws[t].armen[arm].kosten == Approx(costs));
            CHECK(draws[t].armen[arm].recidive == Approx(events));
            CHECK(events > 0.0);
        }
    }
    CHECK(draws[0].armen[0].recidive != draws[1].armen[0].recidive);
}

TEST_CASE("later draws are the same when the earlier ones were kept", "[psa]") {
    const Parameters p = returning_persons();
    const auto same = [&](std::uint32_t, std::uint32_t) {
        return p;
    };
    Serial serial;
    const auto all = psa(same, order_of(4, true), 0, serial);
    const auto last = psa(same, order_of(4, true), 3, serial);
    REQUIRE(last.size() == 1);
    CHECK(last[0].armen[0].kosten == all[3].armen[0].kosten);
    CHECK(psa(same, order_of(4, true), 4, serial).empty());
}

TEST_CASE("a scenario that is too large is drawn again, twenty times at most", "[psa]") {
    const Parameters p = returning_persons();
    Parameters large = p;
    large.gemeenten[0].instroom = units::PerYear{1e12};
    std::uint32_t asked = 0;
    const auto source = [&](std::uint32_t, std::uint32_t again) {
        asked = again;
        return again < 2 ? large : p;
    };
    Serial serial;
    CHECK(psa(source, order_of(1, true), 0, serial).size() == 1);
    CHECK(asked == 2);
    const auto never = [&](std::uint32_t, std::uint32_t again) {
        asked = again;
        return large;
    };
    CHECK_THROWS_AS(psa(never, order_of(1, true), 0, serial), engine::TooLarge);
    CHECK(asked == 19);
}

TEST_CASE("what of the spread over draws is chance within them", "[psa]") {
    // Differences 0, 2, 4, 6: variance 20/3; noise 1 on average.
    const std::vector<Psatrekking> draws{
        draw_of(0.0, 0.5), draw_of(2.0, 1.5), draw_of(4.0, 1.0), draw_of(6.0, 1.0)};
    const Ruisaandeel share = ruisaandeel(draws, 1);
    CHECK(share.kosten == Approx(0.15));
    CHECK(std::isnan(share.recidive)); // nothing varies
    CHECK(std::isnan(ruisaandeel({draw_of(1.0, 1.0)}, 1).kosten));
    // More chance within draws than there is between them: all of it.
    CHECK(ruisaandeel({draw_of(0.0, 50.0), draw_of(1.0, 50.0)}, 1).kosten == 1.0);
}
