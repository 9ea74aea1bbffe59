#include "output/chart.hpp"
#include "output/chart_layout.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <pugixml.hpp>
#include <string>

using namespace ketenplan;
using namespace ketenplan::runner;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<engine::Date> months(std::size_t count, int year = 2015) {
    std::vector<engine::Date> dates;
    for (std::size_t m = 0; m < count; ++m)
        dates.emplace_back(
            std::chrono::local_days{(std::chrono::year{year} / 1 + std::chrono::months{m}) / 1});
    return dates;
}

Chart chart_of(std::vector<double> y) {
    Chart chart;
    chart.title = "Wachten \"A & B\" < 5 dagen; één casus";
    chart.subtitle = "onder";
    chart.months = months(y.size());
    Panel panel{.heading = "dagen", .lines = {}};
    panel.lines.push_back({"basis", Ink::basis, y, y, y});
    chart.panels.push_back(panel);
    chart.notes = {"een noot"};
    return chart;
}

/// The document, which must be whole.
pugi::xml_document parsed(const std::string& text) {
    pugi::xml_document document;
    const auto result = document.load_string(text.c_str());
    INFO(result.description());
    REQUIRE(result);
    CHECK(text.find("nan") == std::string::npos);
    CHECK(text.find("inf") == std::string::npos);
    return document;
}

std::size_t count(const pugi::xml_document& document, const char* element) {
    return document.select_nodes((std::string("//") + element).c_str()).size();
}

bool says(const pugi::xml_document& document, const std::string& what) {
    for (const auto& node : document.select_nodes("//text")) {
        if (node.node().text().get() == what)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("a chart is a whole document whose text is text") {
    const auto document = parsed(svg(chart_of({1.0, 2.0, 3.0})));
    CHECK(std::string(document.child("svg").child("title").text().get()) ==
          "Wachten \"A & B\" < 5 dagen; één casus");
    CHECK(says(document, "basis"));
    CHECK(says(document, "jan"));
    CHECK(says(document, "mrt"));
    CHECK(says(document, "2015"));
    CHECK(count(document, "polyline") == 1);
    CHECK(count(document, "polygon") == 1);
}

TEST_CASE("the longer a chart, the fewer of its months are named") {
    const auto of = [](std::size_t months) {
        return parsed(svg(chart_of(std::vector<double>(months, 1.0))));
    };
    CHECK(says(of(18), "feb"));
    CHECK_FALSE(says(of(19), "feb"));
    CHECK(says(of(60), "apr"));
    CHECK_FALSE(says(of(61), "apr"));
    CHECK(says(of(120), "2023"));
    CHECK(says(of(336), "2025")); // 28 years: every third
    CHECK_FALSE(says(of(336), "2026"));
}

TEST_CASE("a month without value is a gap, and a lone month a dot") {
    const auto document = parsed(svg(chart_of({1.0, 2.0, missing, 3.0, missing, 4.0, 5.0})));
    CHECK(count(document, "polyline") == 2);
    CHECK(count(document, "circle") == 1);
    CHECK(count(parsed(svg(chart_of({missing, missing}))), "polyline") == 0);
}

TEST_CASE("nothing but zeros, one month, and no months are drawn without fuss") {
    CHECK(count(parsed(svg(chart_of({0.0, 0.0}))), "polyline") == 1);
    CHECK(count(parsed(svg(chart_of({7.0}))), "circle") == 1);
    parsed(svg(chart_of({})));
}

TEST_CASE("a value lies where the axis says") {
    Chart chart = chart_of({0.0, 10.0});
    chart.panels[0].lines[0].low.clear();
    const auto document = parsed(svg(chart));
    const std::string points =
        document.select_node("//polyline").node().attribute("points").value();
    // Plot from 64 to 660 in two months; the axis runs from 0 to 10 over 220 pixels.
    double x0 = 0.0;
    double y0 = 0.0;
    double x1 = 0.0;
    double y1 = 0.0;
    REQUIRE(std::sscanf(points.c_str(), "%lf,%lf %lf,%lf", &x0, &y0, &x1, &y1) == 4);
    CHECK(x0 == Approx(64.0 + 596.0 / 4.0));
    CHECK(x1 == Approx(64.0 + 596.0 * 3.0 / 4.0));
    CHECK(y0 - y1 == Approx(220.0));
}

TEST_CASE("a marked month carries the values, with their sign in a difference") {
    Chart chart = chart_of({1.0, 12.34});
    chart.marked = 1;
    CHECK(says(parsed(svg(chart)), "12,3"));
    chart.panels[0].difference = true;
    CHECK(says(parsed(svg(chart)), "+12,3"));
    chart.panels[0].lines[0].y[1] = missing;
    CHECK_NOTHROW(parsed(svg(chart)));
}

TEST_CASE("labels of lines that end together stand apart, inside the panel") {
    Chart chart = chart_of({1.0, 0.0});
    for (const char* name : {"een", "twee", "drie"})
        chart.panels[0].lines.push_back({name, Ink::variant, {1.0, 0.0}, {}, {}});
    const auto document = parsed(svg(chart));
    std::vector<double> heights;
    double zero = 0.0;
    for (const auto& node : document.select_nodes("//text")) {
        const std::string text = node.node().text().get();
        const double y = node.node().attribute("y").as_double();
        if (text == "basis" || text == "een" || text == "twee" || text == "drie")
            heights.push_back(y);
        if (text == "0,0")
            zero = y;
    }
    REQUIRE(heights.size() == 4);
    for (std::size_t i = 1; i < heights.size(); ++i)
        CHECK(heights[i] - heights[i - 1] >= 17.0);
    CHECK(heights.back() < zero + 12.0);
}

TEST_CASE("long periods name the quarters only") {
    std::vector<double> y(36, 1.0);
    const auto document = parsed(svg(chart_of(y)));
    CHECK(says(document, "apr"));
    CHECK(!says(document, "feb"));
    CHECK(says(document, "2017"));
}

TEST_CASE("what is next to nothing is drawn as next to nothing") {
    Chart chart = chart_of({0.0, 0.01});
    chart.panels[0].least_reach = 5.0;
    CHECK(says(parsed(svg(chart)), "5"));
    chart.panels[0].lines[0].y = {0.0, -0.01};
    chart.panels[0].lines[0].low = chart.panels[0].lines[0].high = {};
    CHECK(says(parsed(svg(chart)), "-5"));
}

TEST_CASE("marks of an axis are round numbers that cover what is drawn") {
    const auto check = [](double low, double high, double first, double step, std::size_t count) {
        const Ticks t = ticks_for(low, high);
        INFO(low << " to " << high);
        CHECK(t.first == Approx(first));
        CHECK(t.step == Approx(step));
        CHECK(t.count == count);
        CHECK(t.last() >= high - 0.05 * t.step);
    };
    check(0.0, 10.0, 0.0, 2.0, 6);
    check(0.0, 45.0, 0.0, 10.0, 6);
    check(0.0, 1.0, 0.0, 0.2, 6);
    check(-3.0, 17.0, -5.0, 5.0, 6);
    check(0.0, 0.0, 0.0, 0.2, 6);
    check(0.0, 12'345.0, 0.0, 5000.0, 4);
    CHECK(ticks_for(0.0, 0.03).decimals == 3);
    CHECK(ticks_for(0.0, 0.3).decimals == 2);
    CHECK(ticks_for(0.0, 30.0).decimals == 0);
    // A hair below zero needs no mark of its own.
    check(-0.001, 20.0, 0.0, 5.0, 5);
}

TEST_CASE("text is broken between words, by letters and not by bytes") {
    CHECK(wrapped("een twee drie", 8) == std::vector<std::string>{"een twee", "drie"});
    CHECK(wrapped("één twéé", 8) == std::vector<std::string>{"één twéé"});
    CHECK(wrapped("samenwerkingsverband is lang", 5) ==
          std::vector<std::string>{"samenwerkingsverband", "is", "lang"});
    CHECK(wrapped("", 5).empty());
}

TEST_CASE("an axis of numbers: values stand where their numbers are, not evenly") {
    Chart chart = chart_of({1.0, 2.0, 3.0});
    chart.months.clear();
    chart.numbers = {"euro per delict", {0.0, 100.0, 400.0}};
    const pugi::xml_document document = parsed(svg(chart));
    const std::string points =
        document.select_node("//polyline").node().attribute("points").as_string();
    // The plot runs from 64 to 660: 100 of 400 is at 64 + 149.
    CHECK(points.starts_with("64.0,"));
    CHECK(points.find(" 213.0,") != std::string::npos);
    CHECK(points.find(" 660.0,") != std::string::npos);
    CHECK(says(document, "400"));
    CHECK(says(document, "euro per delict"));
    CHECK_FALSE(says(document, "jan"));
}
