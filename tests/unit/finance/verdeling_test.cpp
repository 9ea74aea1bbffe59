#include "engine/defect.hpp"
#include "finance/verdeling.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>
#include <random>

// Amounts spread over gemeenten.

using namespace ketenplan;
using namespace ketenplan::finance;

namespace {

Sleutel key_of(std::vector<double> figures) {
    Sleutel key;
    key.vast.assign(figures.size(), 0);
    key.toeslag.assign(figures.size(), 1.0);
    key.delen.push_back({std::move(figures), 1.0});
    return key;
}

std::vector<bool> all_of(const Sleutel& key) {
    return std::vector<bool>(key.vast.size(), true);
}

Centen sum_of(const std::vector<Centen>& cents) {
    return std::accumulate(cents.begin(), cents.end(), Centen{0});
}

} // namespace

TEST_CASE("cents that rounding leaves go to the largest remainders", "[verdeling]") {
    // 100 cents over 1:1:1 is 33 1/3 each; the first of equals gets the odd one.
    CHECK(verdeel(100, std::vector{1.0, 1.0, 1.0}) == std::vector<Centen>{34, 33, 33});
    // Hamilton's own trouble: 5 : 3 : 1 over 10 is 5.56, 3.33 and 1.11.
    CHECK(verdeel(10, std::vector{5.0, 3.0, 1.0}) == std::vector<Centen>{6, 3, 1});
    CHECK(verdeel(0, std::vector{2.0, 0.0}) == std::vector<Centen>{0, 0});
    CHECK(verdeel(7, std::vector{0.0, 2.0}) == std::vector<Centen>{0, 7});
    CHECK_THROWS_AS(verdeel(7, std::vector{0.0, 0.0}), engine::Defect);
    CHECK_THROWS_AS(verdeel(7, std::vector{-1.0, 2.0}), engine::Defect);
    CHECK_THROWS_AS(verdeel(-7, std::vector{1.0, 2.0}), engine::Defect);
}

TEST_CASE("a key mixes measures, after fixed amounts and with surcharges", "[verdeling]") {
    Sleutel key = key_of({60.0, 30.0, 10.0});
    CHECK(verdeel(1000, key, all_of(key)).bijdragen == std::vector<Centen>{600, 300, 100});
    // Half by another measure that only the last one has: 0.3, 0.15, 0.05 + 0.5.
    key.delen = {{{60.0, 30.0, 10.0}, 0.5}, {{0.0, 0.0, 8.0}, 0.5}};
    CHECK(verdeel(1000, key, all_of(key)).bijdragen == std::vector<Centen>{300, 150, 550});
    // The first pays 400 whatever happens, and half of what is left.
    key = key_of({60.0, 30.0, 30.0});
    key.vast = {400, 0, 0};
    CHECK(verdeel(1000, key, all_of(key)).bijdragen == std::vector<Centen>{700, 150, 150});
    // A surcharge of a half: 90 : 30 : 30.
    key.vast = {0, 0, 0};
    key.toeslag = {1.5, 1.0, 1.0};
    CHECK(verdeel(1000, key, all_of(key)).bijdragen == std::vector<Centen>{600, 200, 200});
    // Who takes no part pays nothing.
    CHECK(verdeel(1000, key, {true, false, true}).bijdragen == std::vector<Centen>{750, 0, 250});
}

TEST_CASE("least and most amounts move what is left to the others", "[verdeling]") {
    Sleutel key = key_of({80.0, 15.0, 5.0});
    key.minimum = 100;
    // The last pays 100 instead of 50; 900 over 80 : 15.
    CHECK(verdeel(1000, key, all_of(key)).bijdragen == std::vector<Centen>{758, 142, 100});
    key.minimum = 0;
    key.maximum = 600;
    // The first is capped; 400 over 15 : 5.
    CHECK(verdeel(1000, key, all_of(key)).bijdragen == std::vector<Centen>{600, 300, 100});
    // The fixed part counts for both.
    key.vast = {0, 0, 120};
    key.minimum = 130;
    CHECK(verdeel(1000, key, all_of(key)).bijdragen[2] == 190); // 280 over 15 : 5
    CHECK(sum_of(verdeel(1000, key, all_of(key)).bijdragen) == 1000);
}

TEST_CASE("what cannot be spread says why", "[verdeling]") {
    Sleutel key = key_of({1.0, 1.0});
    const auto why = [&](Centen amount) {
        return verdeel(amount, key, all_of(key)).bezwaar;
    };
    key.minimum = 60;
    CHECK(why(100) == Bezwaar::minimum_te_veel);
    CHECK(why(120) == Bezwaar::geen);
    key.maximum = 70;
    CHECK(why(140) == Bezwaar::geen);
    CHECK(why(141) == Bezwaar::maximum_te_weinig);
    key.vast = {200, 0};
    CHECK(why(150) == Bezwaar::vast_te_veel);
    CHECK(why(300) == Bezwaar::maximum_te_weinig); // more is fixed than may be paid
    key = key_of({0.0, 0.0});
    CHECK(why(10) == Bezwaar::leeg_deel);
    key = key_of({1.0, 0.0}); // the second can pay nothing, however high the rate
    key.maximum = 70;
    CHECK(why(80) == Bezwaar::maximum_te_weinig);
}

TEST_CASE("who leaves pays less every year, and the others the rest", "[verdeling]") {
    const Sleutel key = key_of({50.0, 30.0, 20.0});
    const auto years =
        treed_uit(1000, key, all_of(key), {.deelnemer = 2, .afbouw = {1.0, 0.5}, .besparing = 80});
    REQUIRE(years.size() == 3);
    // The budget is 920; the leaver still pays 200, 100 and nothing.
    CHECK(years[0].verdeling.bijdragen == std::vector<Centen>{450, 270, 200});
    CHECK(years[1].verdeling.bijdragen == std::vector<Centen>{513, 307, 100});
    CHECK(years[2].verdeling.bijdragen == std::vector<Centen>{575, 345, 0});
    for (const Uittredingsjaar& year : years)
        CHECK(sum_of(year.verdeling.bijdragen) == year.bedrag);
    const Sleutel none = key_of({0.0, 0.0});
    CHECK(treed_uit(10, none, all_of(none), {}).front().verdeling.bezwaar == Bezwaar::leeg_deel);
}

TEST_CASE("every key adds up to the cent, within its bounds and in proportion", "[verdeling]") {
    std::mt19937 random(20261122);
    const auto number = [&](std::uint32_t below) {
        return static_cast<double>(random() % below);
    };
    int spread = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        const std::size_t n = 1 + random() % 20;
        std::vector<double> figures(n);
        for (double& f : figures)
            f = number(200'000) / 7.0;
        Sleutel key = key_of(figures);
        for (std::size_t i = 0; i < n; ++i) {
            key.vast[i] = random() % 4 == 0 ? static_cast<Centen>(random() % 50'000) : 0;
            key.toeslag[i] = 1.0 + number(50) / 100.0;
        }
        const Centen amount = static_cast<Centen>(random() % 1'000'000'000);
        key.minimum = random() % 3 == 0 ? static_cast<Centen>(random() % 100'000) : 0;
        if (random() % 3 == 0)
            key.maximum = static_cast<Centen>(random() % 300'000'000);
        std::vector<bool> part(n);
        for (std::size_t i = 0; i < n; ++i)
            part[i] = random() % 5 != 0;
        const Verdeling found = verdeel(amount, key, part);
        if (found.bezwaar != Bezwaar::geen)
            continue;
        ++spread;
        REQUIRE(sum_of(found.bijdragen) == amount);
        double rate = -1.0; // cents per weight of those between the bounds
        for (std::size_t i = 0; i < n; ++i) {
            if (!part[i]) {
                REQUIRE(found.bijdragen[i] == 0);
                continue;
            }
            const Centen paid = found.bijdragen[i];
            REQUIRE(paid >= std::max(key.minimum, key.vast[i]));
            REQUIRE(paid <= key.maximum);
            const double weight = figures[i] * key.toeslag[i];
            if (paid <= std::max(key.minimum, key.vast[i]) + 1 || paid >= key.maximum - 1 ||
                weight < 1000.0)
                continue;
            const double own = static_cast<double>(paid - key.vast[i]) / weight;
            if (rate >= 0.0)
                REQUIRE(std::abs(own - rate) <= 2.1 / 1000.0); // a cent each way
            rate = own;
        }
    }
    CHECK(spread > 1000); // the trials were about something
}
