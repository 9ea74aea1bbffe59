#include "output/report/words.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace ketenplan::runner;
using namespace ketenplan::runner::report;

namespace {

constexpr Phrase order{"{0} kost {1}", "{1} is what {0} costs"};

} // namespace

TEST_CASE("numbers are written as the language does") {
    const Words dutch(Language::nl);
    const Words english(Language::en);
    CHECK(dutch.cents(123456789) == "1.234.567,89");
    CHECK(english.cents(123456789) == "1,234,567.89");
    CHECK(english.cents(-5) == "-0.05");
    CHECK(dutch.euros(1234.5) == "€\u00a01.234");
    CHECK(english.euros(1234567.0) == "€\u00a01,234,567");
    CHECK(dutch.percentage(0.666) == "67%");
    CHECK(english.number(std::nan(""), 2) == "-");
}

TEST_CASE("a phrase puts its blanks where the language wants them, escaped") {
    CHECK(Words(Language::nl).say(order, text("<a>"), text("1")).html() == "&lt;a&gt; kost 1");
    CHECK(Words(Language::en).say(order, text("<a>"), text("1")).html() ==
          "1 is what &lt;a&gt; costs");
    CHECK(Words(Language::nl).plain(order, "<a>", "1") == "<a> kost 1");
}

TEST_CASE("a term of art stays Dutch, and is explained in English once") {
    Words english(Language::en);
    CHECK(english.term("personeel").html() == "personeel (staff)");
    CHECK(english.term("personeel").html() == "personeel");
    CHECK(english.term("iets <eigens>").html() == "iets &lt;eigens&gt;");
    CHECK(Words(Language::nl).term("personeel").html() == "personeel");
}

TEST_CASE("what a figure means is known without the place in its name") {
    CHECK(Words(Language::nl).meaning("caseload_per_fte_focus procesregisseur@noord") ==
          Words(Language::nl).meaning("caseload_per_fte_focus"));
    CHECK_FALSE(Words(Language::nl).meaning("contacten_te_laat").empty());
    CHECK_FALSE(Words(Language::en).meaning("contacten_te_laat").empty());
    CHECK(Words(Language::nl).meaning("onbekend").empty());
}
