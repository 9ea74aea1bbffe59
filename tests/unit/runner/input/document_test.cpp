#include "input/ascii.hpp"
#include "input/document.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan;
using namespace ketenplan::runner;

namespace {

struct Parsed {
    std::optional<Node> root;
    Diagnostics diagnostics;
};

Parsed parse(const std::string& text) {
    Parsed parsed;
    parsed.root = parse_toml(text, "x.toml", parsed.diagnostics);
    return parsed;
}

} // namespace

TEST_CASE("a document keeps the place of every key and value") {
    const Parsed parsed = parse("a = 1\n[b]\n  c = \"tekst\"\n");
    REQUIRE(parsed.root);
    const Node* c = parsed.root->find("b")->find("c");
    CHECK(c->key_place.line == 3);
    CHECK(c->key_place.column == 3);
    CHECK(c->place.column == 7);
    CHECK(c->text == "tekst");
}

TEST_CASE("columns are those of the user's own text, accents and all") {
    const Parsed parsed = parse("a = { naam = \"Súdwest-Fryslân\", b = 5 }\n");
    REQUIRE(parsed.root);
    const Node* b = parsed.root->find("a")->find("b");
    CHECK(b->key_place.column == 33);
    CHECK(parsed.root->find("a")->find("naam")->text == "Súdwest-Fryslân");
}

TEST_CASE("text with accents, a byte order mark and Windows line ends is read") {
    const Parsed parsed =
        parse("\xef\xbb\xbf# caf\xc3\xa9\r\nnaam = \"Caf\xc3\xa9 \xf0\x9f\x98\x80\"\r\n");
    REQUIRE(parsed.root);
    CHECK(parsed.diagnostics.items().empty());
    CHECK(parsed.root->find("naam")->text == "Caf\xc3\xa9 \xf0\x9f\x98\x80");
}

TEST_CASE("bytes that are no UTF-8 are pointed out") {
    for (const std::string bad :
         {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82"}) {
        const Parsed parsed = parse("a = 1\nb = \"" + bad + "\"\n");
        REQUIRE(parsed.diagnostics.items().size() == 1);
        CHECK(parsed.diagnostics.items()[0].place.line == 2);
    }
}

TEST_CASE("invisible control characters are pointed out") {
    CHECK(parse(std::string("a = \"x\0y\"", 9)).diagnostics.has_errors());
    CHECK(parse("a = 1 \x07\n").diagnostics.has_errors());
    CHECK(!parse("a\t=\t1\n").diagnostics.has_errors());
}

TEST_CASE("an accent between single quotes cannot be escaped and is refused") {
    CHECK(parse("a = 'caf\xc3\xa9'\n").diagnostics.has_errors());
    CHECK(!parse("a = 'cafe' # caf\xc3\xa9\n").diagnostics.has_errors());
}

TEST_CASE("quotes inside comments and multi-line texts do not confuse the escaping") {
    const Parsed parsed = parse("# it's \"caf\xc3\xa9\na = \"\"\"een \"\xc3\xa9\xc3\xa9n\" "
                                "twee\"\"\"\nb = 'c' # '\xc3\xa9\n");
    REQUIRE(parsed.root);
    CHECK(parsed.diagnostics.items().empty());
    CHECK(parsed.root->find("a")->text == "een \"\xc3\xa9\xc3\xa9n\" twee");
}

TEST_CASE("text that once broke the parser is an ordinary error") {
    for (const char* text :
         {"[&", "[&\n", "[a.&]", "\xc3\xa9 = 1", "= 1", "[[[", "a = [", "a = {", "\"", "'''"}) {
        INFO(text);
        CHECK(parse(text).diagnostics.has_errors());
    }
}

TEST_CASE("deep nesting ends in an error and not in a crash") {
    CHECK(parse("a = " + std::string(100'000, '[')).diagnostics.has_errors());
    std::string dotted = "a";
    for (int i = 0; i < 20'000; ++i)
        dotted += ".a";
    (void)parse(dotted + " = 1\n"); // may be read or refused, but not crash
}

TEST_CASE("a file of more than a mebibyte is refused unread") {
    const Parsed parsed = parse(std::string((1U << 20U) + 1, '#'));
    CHECK(!parsed.root);
    CHECK(parsed.diagnostics.has_errors());
}

TEST_CASE("after duplicates everything else is still looked at") {
    const Parsed parsed = parse("a = 1\na = 2\n[b]\nc = 1\n[b]\nc = 5\n[d]\ne = 1\ne = 2\n");
    REQUIRE(parsed.root);
    CHECK(parsed.diagnostics.items().size() == 3);
    CHECK(parsed.root->find("a")->number == 1.0);
    CHECK(parsed.root->find("b")->find("c")->number == 1.0);
    CHECK(parsed.root->find("d")->find("e")->number == 1.0);
    CHECK(parsed.root->members.size() == 3); // nothing of the repair is left
}

TEST_CASE("dates and times of TOML are understood; impossible dates are not") {
    const Parsed parsed = parse("a = 2015-01-31\nb = 09:30:00\nc = 2015-01-31T09:30:00\n");
    REQUIRE(parsed.root);
    CHECK(parsed.root->find("a")->kind == Node::Kind::date);
    CHECK(parsed.root->find("b")->clock == std::chrono::hours{9} + std::chrono::minutes{30});
    CHECK(parsed.root->find("c")->kind == Node::Kind::unusable);
    CHECK(parse("a = 2015-02-30\n").diagnostics.has_errors());
}
