#include "output/report/markup.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <pugixml.hpp>

using namespace ketenplan::runner::report;

namespace {

pugi::xml_document read(const Markup& markup) {
    pugi::xml_document document;
    REQUIRE(document.load_string(markup.html().c_str()));
    return document;
}

} // namespace

TEST_CASE("text of a study cannot become markup") {
    CHECK(escaped("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
    CHECK(escaped("caf\u00e9 \u20ac") == "caf\u00e9 \u20ac");
    CHECK(escaped(std::string_view("a\0b\x1b", 4)) == "a\ufffdb\ufffd");
    CHECK(text("<script>").html() == "&lt;script&gt;");
}

TEST_CASE("a figure carries its name and its value as the tables have it") {
    const auto document = read(figure(
        {"risico.csv", {"v", "2016", "aandeel: \"a\" & b"}, "spreiding"}, 1234.5, "1.234,5"));
    const pugi::xml_node node = document.child("span");
    CHECK(node.attribute("data-maat").as_string() ==
          std::string("risico.csv/v/2016/aandeel: \"a\" & b/spreiding"));
    CHECK(node.attribute("data-waarde").as_string() == std::string("1234.5"));
    CHECK(node.text().as_string() == std::string("1.234,5"));
    const auto none = read(figure({"t.csv", {}, "w"}, std::nan(""), "-"));
    CHECK(none.child("span").attribute("data-waarde").as_string() == std::string());
}

TEST_CASE("a table has headings for its columns and rows, and can be reached by the keyboard") {
    const auto document = read(table(
        {.caption = text("Een & ander"),
         .header = {"wat", "euro"},
         .rows = {{{cell("a <b>"), number_cell("1")}}, {{cell("som"), number_cell("1")}, true}},
         .label = "wie \"hoort\""}));
    const pugi::xml_node outer = document.child("div");
    CHECK(outer.attribute("tabindex").as_int(-1) == 0);
    CHECK(outer.attribute("aria-label").as_string() == std::string("wie \"hoort\""));
    const pugi::xml_node made = outer.child("table");
    CHECK(made.child("caption").text().as_string() == std::string("Een & ander"));
    const pugi::xml_node heads = made.child("thead").child("tr");
    CHECK(heads.first_child().attribute("scope").as_string() == std::string("col"));
    CHECK(heads.last_child().attribute("class").as_string() == std::string("getal"));
    const pugi::xml_node row = made.child("tbody").child("tr");
    CHECK(row.child("th").attribute("scope").as_string() == std::string("row"));
    CHECK(row.child("th").text().as_string() == std::string("a <b>"));
    CHECK(row.next_sibling().attribute("class").as_string() == std::string("totaal"));
}

TEST_CASE("a chart has its words, its drawing and the table behind it") {
    const auto document = read(figure({.id = "f",
                                       .label = "wat",
                                       .caption = text("zin"),
                                       .svg = "<svg/>",
                                       .behind = paragraph(text("tabel")),
                                       .behind_label = "achter",
                                       .open = false}));
    const pugi::xml_node made = document.child("figure");
    CHECK(made.child("figcaption").text().as_string() == std::string("zin"));
    CHECK(made.child("div").child("svg"));
    CHECK(made.child("details").child("summary").text().as_string() == std::string("achter"));
    CHECK(made.child("details").child("p").text().as_string() == std::string("tabel"));
}
