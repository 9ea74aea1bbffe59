#include "output/bar_chart.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <pugixml.hpp>
#include <string>

using namespace ketenplan::runner;

namespace {

pugi::xml_document drawn(const TornadoChart& chart) {
    pugi::xml_document document;
    REQUIRE(document.load_string(svg(chart).c_str()));
    return document;
}

TornadoChart two_bars() {
    return {"Wachten <hangt> af van plannen",
            "",
            "verschil met nu, in dagen",
            {{"plannen", "2 tot 4 dagen", -4.0, 8.0, {-4.5, -3.5}, {7.0, 9.0}},
             {"vergaderen", "1 tot 2", 1.0, std::nan(""), {0.5, 1.5}, {}}},
            {"een noot"}};
}

} // namespace

TEST_CASE("bars of a tornado are as long as their differences, to either side of the basis") {
    const auto document = drawn(two_bars());
    std::vector<pugi::xml_node> bars;
    for (const pugi::xml_node node : document.child("svg").children("rect")) {
        if (node.attribute("x").as_double() > 300.0)
            bars.push_back(node);
    }
    REQUIRE(bars.size() == 3); // the fourth is not a number
    const auto width = [&](std::size_t i) {
        return bars[i].attribute("width").as_double();
    };
    const auto x = [&](std::size_t i) {
        return bars[i].attribute("x").as_double();
    };
    CHECK(width(1) == Approx(2.0 * width(0)).margin(0.2));
    CHECK(width(2) == Approx(0.25 * width(0)).margin(0.2));
    CHECK(x(0) + width(0) == Approx(x(1)).margin(0.2)); // both end at the basis
    CHECK(x(2) == Approx(x(1)).margin(0.2));
    CHECK(bars[0].attribute("fill").as_string() !=
          std::string(bars[1].attribute("fill").as_string()));
    CHECK(document.child("svg").child("title").text().as_string() == two_bars().title);
}
