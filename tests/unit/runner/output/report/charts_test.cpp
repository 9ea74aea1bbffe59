#include "output/report/fan_chart.hpp"
#include "output/report/side_bars.hpp"
#include "output/report/stacked_bars.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

using namespace ketenplan::runner::report;

namespace {

pugi::xml_document read(const std::string& drawing) {
    pugi::xml_document document;
    REQUIRE(document.load_string(drawing.c_str()));
    return document;
}

std::string plainly(double value, int) {
    return std::to_string(static_cast<int>(std::lround(value)));
}

/// Those with words under the pointer: the bars, without the legend.
std::vector<pugi::xml_node> bars_of(const pugi::xml_document& document) {
    std::vector<pugi::xml_node> bars;
    for (const pugi::xml_node node : document.child("svg").children("rect")) {
        if (node.child("title"))
            bars.push_back(node);
    }
    return bars;
}

/// Nodes live in their document.
std::vector<pugi::xml_node> bars_of(pugi::xml_document&&) = delete;

double number(const pugi::xml_node& node, const char* name) {
    return node.attribute(name).as_double();
}

StackedBars two_kinds() {
    StackedBars chart;
    chart.text = {"f", "Wat <dit> kost", "In woorden & getallen"};
    chart.axis = "euro";
    chart.kinds = {"personeel", "huur & <meer>"};
    chart.mark = "bijdragen";
    chart.groups = {
        {"Stichting \"A\"", {{"2016", {30.0, 10.0}, 20.0}, {"2017", {40.0, -10.0}, 25.0}}}};
    chart.number = plainly;
    return chart;
}

} // namespace

TEST_CASE("stacked bars stand on each other, as high as their values") {
    const auto document = read(svg(two_kinds()));
    const auto bars = bars_of(document);
    REQUIRE(bars.size() == 4);
    CHECK(number(bars[0], "height") == Approx(3.0 * number(bars[1], "height")).margin(0.2));
    CHECK(number(bars[1], "y") + number(bars[1], "height") ==
          Approx(number(bars[0], "y")).margin(0.2));
    CHECK(number(bars[2], "y") + number(bars[2], "height") ==
          Approx(number(bars[3], "y")).margin(0.2)); // what is below zero hangs under it
    CHECK(bars[1].child("title").text().as_string() ==
          std::string("Stichting \"A\", 2016, huur & <meer>: 10"));
}

TEST_CASE("names of many groups stay apart: long words are broken") {
    StackedBars chart = two_kinds();
    const StackedGroup group{"Samenwerkingsverband \u00e9n regeling", {{"2016", {1.0, 1.0}, 0.0}}};
    chart.groups.assign(8, group);
    std::size_t pieces = 0;
    const auto document = read(svg(chart));
    for (const pugi::xml_node text : document.child("svg").children("text")) {
        const std::string said = text.text().as_string();
        CHECK(said != "Samenwerkingsverband");
        pieces += said.ends_with("-") ? 1U : 0U;
    }
    CHECK(pieces >= 8);
}

TEST_CASE("a chart says what it shows to who cannot see it") {
    const auto document = read(svg(two_kinds()));
    const pugi::xml_node drawing = document.child("svg");
    CHECK(drawing.attribute("role").as_string() == std::string("img"));
    CHECK(drawing.attribute("aria-labelledby").as_string() == std::string("f-titel f-uitleg"));
    CHECK(drawing.child("title").attribute("id").as_string() == std::string("f-titel"));
    CHECK(drawing.child("title").text().as_string() == std::string("Wat <dit> kost"));
    CHECK(drawing.child("desc").text().as_string() == std::string("In woorden & getallen"));
}

TEST_CASE("every kind has a fill of its own, and every pattern is there") {
    StackedBars chart = two_kinds();
    chart.kinds.clear();
    chart.groups = {{"g", {{"2016", {}, 0.0}}}};
    for (std::size_t k = 0; k < fill_count; ++k) {
        chart.kinds.push_back("soort " + std::to_string(k));
        chart.groups[0].columns[0].values.push_back(1.0);
    }
    const auto document = read(svg(chart));
    std::set<std::string> patterns;
    for (const pugi::xml_node p : document.child("svg").child("defs").children("pattern"))
        patterns.insert(p.attribute("id").as_string());
    std::set<std::string> fills;
    for (const pugi::xml_node bar : bars_of(document)) {
        const std::string fill = bar.attribute("fill").as_string();
        fills.insert(fill);
        if (fill.starts_with("url(#"))
            CHECK(patterns.contains(fill.substr(5, fill.size() - 6)));
    }
    CHECK(fills.size() == fill_count);
}

TEST_CASE("a fan has its band around its line, and nothing where nothing was seen") {
    FanChart chart;
    chart.text = {"g", "t", "d"};
    chart.places = {"2016", "2017", "2018"};
    chart.fans = {{"een", {1.0, 2.0, 3.0}, {2.0, 3.0, 4.0}, {4.0, 5.0, 6.0}, {}, {}, {}},
                  {"twee", {1.0, NAN, 3.0}, {2.0, NAN, 4.0}, {4.0, NAN, 6.0}, {}, {}, {}}};
    chart.number = plainly;
    const auto document = read(svg(chart));
    const pugi::xml_node drawing = document.child("svg");
    std::size_t dots = 0;
    for ([[maybe_unused]] const pugi::xml_node dot : drawing.children("circle"))
        ++dots;
    CHECK(dots == 5);
    CHECK(drawing.child("circle").child("title").text().as_string() ==
          std::string("een, 2016: P05 1, P50 2, P95 4"));
    for (const pugi::xml_node band : drawing.children("polygon"))
        CHECK(std::string(band.attribute("points").as_string()).find("nan") == std::string::npos);
}

TEST_CASE("bars on their side are as long as their values, to both sides when asked") {
    SideBars chart;
    chart.text = {"h", "t", "d"};
    chart.series = {"een", "twee"};
    chart.rows = {{"Noord & <Zuid>", {10.0, 20.0}}};
    chart.number = plainly;
    const auto first = read(svg(chart));
    const auto bars = bars_of(first);
    REQUIRE(bars.size() == 2);
    CHECK(number(bars[1], "width") == Approx(2.0 * number(bars[0], "width")).margin(0.2));
    CHECK(bars[1].child("title").text().as_string() == std::string("Noord & <Zuid>, twee: 20"));
    chart.both_sides = true;
    chart.series.clear();
    chart.rows = {{"a", {10.0}}, {"b", {5.0}}};
    const auto document = read(svg(chart));
    const auto both = bars_of(document);
    REQUIRE(both.size() == 2);
    const double middle = number(both[0], "x") + 0.5 * number(both[0], "width");
    CHECK(number(both[1], "x") + 0.5 * number(both[1], "width") == Approx(middle).margin(0.2));
}
