#include "parameters/formatie.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::parameters;

namespace {

std::vector<double> split(double fte) {
    Post post;
    post.fte = units::Fte{fte};
    return appointments(post, units::Fte{0.5});
}

} // namespace

TEST_CASE("an establishment is whole medewerkers and a rest of at least half an fte") {
    CHECK(split(2.0) == std::vector<double>{1.0, 1.0});
    CHECK(split(2.6).size() == 3);
    CHECK(split(2.6)[2] == Approx(0.6));
    REQUIRE(split(3.1).size() == 4);
    CHECK(split(3.1)[2] == Approx(0.6));
    CHECK(split(3.1)[3] == Approx(0.5));
    CHECK(split(1.5)[1] == Approx(0.5));
}

TEST_CASE("less than one fte is one appointment, however small") {
    CHECK(split(0.8).size() == 1);
    CHECK(split(0.3).size() == 1);
    CHECK(split(0.3)[0] == Approx(0.3));
}

TEST_CASE("appointments add up to the establishment") {
    for (int tenths = 1; tenths <= 300; ++tenths) {
        const auto parts = split(tenths / 10.0);
        CHECK(std::accumulate(parts.begin(), parts.end(), 0.0) == Approx(tenths / 10.0));
        for (const double part : parts)
            CHECK((part >= 0.5 - 1e-9 || parts.size() == 1));
    }
}

TEST_CASE("appointments that are listed are taken as they are, largest first") {
    Post post;
    post.aanstellingen = {units::Fte{0.6}, units::Fte{1.0}, units::Fte{0.9}};
    CHECK(appointments(post, units::Fte{0.5}) == std::vector<double>{1.0, 0.9, 0.6});
}
