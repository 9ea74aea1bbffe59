#include "analysis/tornado.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace ketenplan::analysis;

namespace {

const std::vector<double> basis{10.0, 12.0, 11.0, 13.0, 9.0, 11.0};

/// The basis with something added that differs a little from one replication to the next.
std::vector<double> shifted(double by, double wobble) {
    std::vector<double> values = basis;
    for (std::size_t r = 0; r < values.size(); ++r)
        values[r] += by + (r % 2 == 0 ? wobble : -wobble);
    return values;
}

Swing swing(double low, double high, double wobble = 0.01) {
    return swing_of(basis, shifted(low, wobble), shifted(high, -2.0 * wobble));
}

} // namespace

TEST_CASE("a swing is paired: what replications share is not in its interval") {
    const Swing s = swing(-1.0, 2.0);
    CHECK(s.low.verschil.mean == Approx(-1.0));
    CHECK(s.high.verschil.mean == Approx(2.0));
    CHECK(s.across.verschil.mean == Approx(3.0));
    CHECK(s.low.verschil.half_width() < 0.02);
    CHECK(s.low.basis.half_width() > 1.0);
    CHECK(reach(s) == Approx(3.0));
}

TEST_CASE("the reach of an input with its extreme in the middle is that from the middle") {
    CHECK(reach(swing(2.0, 2.5)) == Approx(2.5));
    CHECK(reach(swing(-2.0, -2.0)) == Approx(2.0));
    const std::vector<double> nothing(basis.size(), std::nan(""));
    CHECK(std::isnan(reach(swing_of(nothing, nothing, nothing))));
}

TEST_CASE("a swing is certain when its interval leaves out 0, for all inputs together") {
    CHECK(is_certain(swing(-1.0, 1.0), 1));
    CHECK_FALSE(is_certain(swing(0.01, 0.02, 0.2), 1));
    // The differences 0.4 +- 0.2 have a standard error of 0.09: enough for one, not for many.
    CHECK(is_certain(swing(0.4, 0.4, 0.2), 1));
    CHECK_FALSE(is_certain(swing(0.4, 0.4, 0.2), 10000));
}

TEST_CASE("the most influential inputs count by their part of some measure") {
    // The third moves only the second measure, whose numbers are small; the second is noise.
    const std::vector<std::vector<Swing>> swings{
        {swing(-10.0, 10.0), swing(0.0, 0.01, 0.5), swing(0.0, 0.0, 0.0), swing(-3.0, 3.0)},
        {swing(-0.001, 0.001, 1e-6),
         swing(0.0, 0.0, 0.0),
         swing(-0.01, 0.01, 1e-6),
         swing(0.0, 0.0, 0.0)}};
    CHECK(most_influential(swings, 2) == std::vector<std::size_t>{0, 2});
    CHECK(most_influential(swings, 3) == std::vector<std::size_t>{0, 2, 3});
    CHECK(most_influential(swings, 9) == std::vector<std::size_t>{0, 2, 3});
}
