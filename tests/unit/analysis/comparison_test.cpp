#include "analysis/comparison.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace ketenplan::analysis;

namespace {

/// Waits of a basis and two variants: the first always half a day shorter, the second unlike it.
Maatwaarden waits() {
    return {Richting::lager,
            {{10.0, 12.0, 11.0, 13.0, 9.0},
             {9.5, 11.5, 10.5, 12.5, 8.5},
             {10.5, 11.0, 12.0, 13.0, 10.0}}};
}

} // namespace

TEST_CASE("a difference that is always the same is certain, and pairing saves everything") {
    const Vergelijking v = vergelijk(std::vector{waits()}).front();
    const Verschil& shorter = v.verschillen[0];
    CHECK(shorter.paar.verschil.mean == -0.5);
    CHECK(shorter.samen.low == -0.5);
    CHECK(shorter.samen.high == -0.5);
    CHECK(std::isinf(shorter.variantie_gespaard));
    CHECK(shorter.beter.successes == 5);
    CHECK(shorter.beter.interval.high == 1.0);
    CHECK(shorter.gelijk == 0);
}

TEST_CASE("a variant may be better, worse and equal, replication by replication") {
    const Verschil other = vergelijk(std::vector{waits()}).front().verschillen[1];
    CHECK(other.beter.successes == 1); // 11 against 12
    CHECK(other.gelijk == 1);          // 13 against 13
    CHECK(other.beter.trials == 5);
    // Differences 0.5, -1, 1, 0, 1: mean 0.3, variance 0.7.
    CHECK(other.paar.verschil.mean == Approx(0.3));
    CHECK(other.paar.verschil.standard_error == Approx(std::sqrt(0.7 / 5.0)));
    // Two differences hold together at 95%: each at 97.5%, the 0.9875 point of t with 4 degrees.
    CHECK(other.samen.high - 0.3 == Approx(3.495406 * std::sqrt(0.7 / 5.0)).epsilon(1e-6));
}

TEST_CASE("simultaneous intervals are wider with more measures") {
    const auto one = vergelijk(std::vector{waits()}).front().verschillen[1].samen;
    const auto two = vergelijk(std::vector{waits(), waits()}).front().verschillen[1].samen;
    CHECK(two.low < one.low);
    CHECK(two.high > one.high);
}

TEST_CASE("multiple comparisons with the best know the direction") {
    Maatwaarden maat = waits();
    const Vergelijking lower = vergelijk(std::vector{maat}).front();
    CHECK(lower.tegen_beste[0].high == 0.0); // certainly not the best: always half a day longer
    CHECK(lower.tegen_beste[0].low < 0.0);
    CHECK(lower.tegen_beste[1].high > 0.0); // may be
    maat.richting = Richting::hoger;
    const Vergelijking higher = vergelijk(std::vector{maat}).front();
    CHECK(higher.tegen_beste[1].high == 0.0);
    CHECK(higher.tegen_beste[0].high > 0.0);
    CHECK(higher.verschillen[0].beter.successes == 0);
    maat.richting = Richting::geen;
    CHECK(vergelijk(std::vector{maat}).front().tegen_beste.empty());
}

TEST_CASE("the best of two that differ for certain is certain") {
    const Maatwaarden maat{Richting::lager, {{10.0, 12.0, 11.0}, {9.5, 11.5, 10.5}}};
    const Vergelijking v = vergelijk(std::vector{maat}).front();
    CHECK(v.tegen_beste[1].low == 0.0);
    CHECK(v.tegen_beste[1].high == 0.5);
    CHECK(v.tegen_beste[0].high == 0.0);
}

TEST_CASE("arms that are equal in every replication may be the best together") {
    const std::vector<double> basis{10.0, 12.0, 11.0, 13.0};
    const std::vector<double> noisy{9.0, 12.5, 10.0, 13.2}; // a little less, not certainly
    const Maatwaarden maat{Richting::lager, {basis, basis, noisy}};
    const Vergelijking v = vergelijk(std::vector{maat}).front();
    CHECK(v.misschien_best == std::vector<bool>{true, true, true});
    std::vector<double> worse = basis;
    for (double& value : worse)
        value += 1.0;
    const Maatwaarden clear{Richting::lager, {basis, basis, worse}};
    CHECK(vergelijk(std::vector{clear}).front().misschien_best ==
          std::vector<bool>{true, true, false});
}

TEST_CASE("missing values are left out pair by pair") {
    const double missing = std::nan("");
    const Maatwaarden maat{Richting::hoger, {{1.0, missing, 3.0, 4.0}, {2.0, 5.0, missing, 4.5}}};
    const Verschil v = vergelijk(std::vector{maat}).front().verschillen[0];
    CHECK(v.paar.verschil.n == 2);
    CHECK(v.beter.trials == 2);
    CHECK(v.paar.verschil.mean == Approx(0.75));
}

TEST_CASE("one replication says nothing of certainty") {
    const Maatwaarden maat{Richting::hoger, {{1.0}, {2.0}}};
    const Vergelijking v = vergelijk(std::vector{maat}).front();
    CHECK(std::isnan(v.verschillen[0].samen.low));
    CHECK(std::isnan(v.tegen_beste[0].low));
    CHECK(std::isnan(v.tegen_beste[0].high));
}
