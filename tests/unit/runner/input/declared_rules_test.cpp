#include "declarations/declared.hpp"
#include "input/document.hpp"
#include "input/reader.hpp"
#include "output/template.hpp"
#include "parameters/validate.hpp"
#include "units/number_text.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

// Broken scenarios made from the declarations: for every parameter at least one value that breaks
// each thing its declaration says.

using namespace ketenplan;
using namespace ketenplan::runner;
using Kind = Declared::Kind;

namespace {

Node template_tree() {
    Diagnostics none;
    return *parse_toml(scenario_template(parameters::example()), "sjabloon.toml", none);
}

std::vector<std::string> steps_of(const std::string& path) {
    std::vector<std::string> steps;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        steps.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return steps;
}

Node text_node(const std::string& text) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = text;
    return node;
}

Node number_node(double value) {
    Node node;
    node.kind = Node::Kind::real;
    node.number = value;
    return node;
}

Node table_node(std::vector<std::pair<std::string, Node>> members) {
    Node node;
    node.kind = Node::Kind::table;
    for (auto& [key, value] : members) {
        value.key = key;
        node.members.push_back(std::move(value));
    }
    return node;
}

Node array_node(std::vector<Node> members) {
    Node node;
    node.kind = Node::Kind::array;
    node.members = std::move(members);
    return node;
}

/// The node of a declared path in a tree, made when it is not there; <naam> is the first key, or a
/// new one, and [] the first element. `concrete` becomes the path with real keys.
Node& node_at(Node& root, const std::string& path, std::string& concrete) {
    Node* node = &root;
    concrete.clear();
    for (const std::string& step : steps_of(path)) {
        if (step == "[]") {
            if (node->members.empty()) {
                node->kind = Node::Kind::array;
                node->members.push_back(table_node({}));
            }
            node = &node->members.front();
            concrete += "[1]";
            continue;
        }
        std::string key = step;
        if (step == "<naam>")
            key = node->members.empty() ? "nieuw" : node->members.front().key;
        if (node->find(key) == nullptr) {
            Node made = table_node({});
            made.key = key;
            node->kind = Node::Kind::table;
            node->members.push_back(std::move(made));
        }
        node = node->find(key);
        concrete += (concrete.empty() ? "" : ".") + key;
    }
    return *node;
}

/// Every path that something is said of, for a tree in which one node was replaced.
std::vector<std::string> complaints(const Node& root) {
    Diagnostics diagnostics;
    std::vector<ParameterRecord> records;
    const auto p = read_parameters(root, records, diagnostics);
    std::vector<std::string> paths;
    for (const Diagnostic& d : diagnostics.items())
        paths.push_back(d.problem.path);
    const parameters::Problems problems = parameters::validate(p);
    for (const auto& problem : problems.items())
        paths.push_back(problem.path);
    return paths;
}

void expect_complaint(const Declared& row, const std::string& why, const Node& value) {
    Node root = template_tree();
    std::string concrete;
    Node& node = node_at(root, row.path, concrete);
    const std::string key = node.key;
    node = value;
    node.key = key;
    INFO(concrete << ": " << why);
    const auto paths = complaints(root);
    CHECK(std::ranges::any_of(paths, [&](const std::string& path) {
        return path == concrete || path.starts_with(concrete + ".") ||
               path.starts_with(concrete + "[");
    }));
}

Node quantity_node(double value, units::Dimension dimension) {
    const std::string text = units::number_text(value, ',', 17);
    const auto unit = units::native_unit(dimension);
    return text_node(unit.empty() ? text : text + " " + std::string(unit));
}

void break_number(const Declared& row, const std::function<Node(Node)>& wrap) {
    const auto& [low, high, whole] = row.number.range;
    const units::Dimension d = row.number.dimension;
    const double step = std::max(1.0, 0.01 * std::abs(high));
    expect_complaint(row, "below its range", wrap(quantity_node(low - step, d)));
    expect_complaint(row, "above its range", wrap(quantity_node(high + step, d)));
    expect_complaint(row, "with a unit of something else", wrap(text_node("3 parsec")));
    expect_complaint(row, "without a number", wrap(text_node("veel")));
    expect_complaint(row, "a flag", wrap([] {
                         Node n;
                         n.kind = Node::Kind::flag;
                         return n;
                     }()));
    if (whole)
        expect_complaint(row, "not whole", wrap(quantity_node(low + 0.5, d)));
    if (!units::may_be_bare(d))
        expect_complaint(row, "without its unit", wrap(number_node(0.5 * (low + high))));
    const Node good = quantity_node(low, d);
    expect_complaint(row,
                     "outside its own bounds",
                     wrap(table_node({{"waarde", good},
                                      {"laag", quantity_node(high, d)},
                                      {"hoog", quantity_node(high, d)}})));
    expect_complaint(row, "with one bound", wrap(table_node({{"waarde", good}, {"laag", good}})));
    expect_complaint(row, "without a value", wrap(table_node({{"laag", good}, {"hoog", good}})));
    expect_complaint(
        row, "with a stray key", wrap(table_node({{"waarde", good}, {"warde", good}})));
}

void break_distribution(const Declared& row) {
    const units::Dimension d = row.number.dimension;
    const Node good = quantity_node(0.5 * row.number.range.high, d);
    const auto with = [&](std::vector<std::pair<std::string, Node>> members) {
        return table_node(std::move(members));
    };
    expect_complaint(
        row, "an unknown family", with({{"familie", text_node("poisson")}, {"gemiddelde", good}}));
    expect_complaint(
        row, "a missing field", with({{"familie", text_node("gamma")}, {"gemiddelde", good}}));
    expect_complaint(row,
                     "a field too many",
                     with({{"familie", text_node("exponentieel")},
                           {"gemiddelde", good},
                           {"variatie", number_node(1.0)}}));
    expect_complaint(
        row,
        "an unknown field",
        with({{"familie", text_node("exponentieel")}, {"gemiddelde", good}, {"gemiddeld", good}}));
    expect_complaint(row,
                     "low above high",
                     with({{"familie", text_node("uniform")},
                           {"laag", good},
                           {"hoog", quantity_node(row.number.range.low, d)}}));
    expect_complaint(row,
                     "a mean out of range",
                     with({{"familie", text_node("exponentieel")},
                           {"gemiddelde", quantity_node(row.number.range.high * 2.0 + 1.0, d)}}));
    expect_complaint(row,
                     "an impossible variation",
                     with({{"familie", text_node("gamma")},
                           {"gemiddelde", good},
                           {"variatie", number_node(50.0)}}));
    expect_complaint(
        row, "no values", with({{"familie", text_node("empirisch")}, {"waarden", array_node({})}}));
    expect_complaint(row,
                     "weights of zero",
                     with({{"familie", text_node("discreet")},
                           {"waarden", array_node({good})},
                           {"gewichten", array_node({number_node(0.0)})}}));
}

void break_row(const Declared& row) {
    switch (row.kind) {
    case Kind::number:
        break_number(row, [](Node n) { return n; });
        break;
    case Kind::distribution:
        break_number(row, [](Node n) { return n; });
        break_distribution(row);
        break;
    case Kind::numbers:
        // One bad number among as many good ones as the list needs.
        break_number(row, [&](const Node& n) {
            return array_node(std::vector<Node>(row.number.range.whole ? 1U : 12U, n));
        });
        expect_complaint(row, "not a list", number_node(1.0));
        break;
    case Kind::number_map: {
        Node root = template_tree();
        const std::string key = root.find("bronnen")->members.front().key;
        break_number(row, [&](Node n) { return table_node({{key, std::move(n)}}); });
        expect_complaint(
            row, "an unknown key", table_node({{"onbekend", text_node("1 per jaar")}}));
        break;
    }
    case Kind::text:
        expect_complaint(row, "a number", number_node(1.0));
        expect_complaint(row, "too long", text_node(std::string(501, 'x')));
        break;
    case Kind::flag:
        expect_complaint(row, "text", text_node("ja"));
        break;
    case Kind::date:
        expect_complaint(row, "an impossible date", text_node("2015-02-30"));
        expect_complaint(row, "a date too early", text_node("1980-01-01"));
        expect_complaint(row, "a date too late", text_node("2101-01-01"));
        break;
    case Kind::month_day:
        expect_complaint(row, "an impossible day", text_node("31-02"));
        break;
    case Kind::clock:
        expect_complaint(row, "an impossible time", text_node("24:00"));
        break;
    case Kind::span:
        expect_complaint(row, "a fraction", text_node("1,5 maanden"));
        expect_complaint(row, "too long", text_node("999 jaar"));
        expect_complaint(row, "negative", text_node("-1 maanden"));
        break;
    case Kind::spans:
        expect_complaint(row, "a fraction", array_node({text_node("1,5 maanden")}));
        expect_complaint(row, "an empty list", array_node({}));
        expect_complaint(row, "not a list", text_node("1 maand"));
        break;
    case Kind::choice:
        expect_complaint(row, "no choice", text_node("iets anders"));
        break;
    case Kind::reference:
        expect_complaint(row, "a key that does not exist", text_node("bestaat_niet"));
        break;
    case Kind::references:
        expect_complaint(row, "a key that does not exist", array_node({text_node("bestaat_niet")}));
        expect_complaint(row, "not a list", text_node("politie"));
        break;
    case Kind::table:
    case Kind::keyed:
        expect_complaint(row, "text", text_node("niets"));
        break;
    case Kind::list:
        expect_complaint(row, "text", text_node("niets"));
        if (row.required)
            expect_complaint(row, "an empty list", array_node({}));
        break;
    }
}

} // namespace

TEST_CASE("every declared parameter refuses what its declaration rules out") {
    for (const Declared& row : declared_parameters())
        break_row(row);
}

TEST_CASE("every required parameter is missed when it is left out") {
    for (const Declared& row : declared_parameters()) {
        if (!row.required)
            continue;
        Node root = template_tree();
        std::string concrete;
        (void)node_at(root, row.path, concrete);
        const std::size_t dot = row.path.rfind('.');
        std::string parent_path;
        Node& parent =
            dot == std::string::npos ? root : node_at(root, row.path.substr(0, dot), parent_path);
        std::erase_if(parent.members, [&](const Node& n) {
            return n.key == row.path.substr(dot == std::string::npos ? 0 : dot + 1);
        });
        INFO(concrete);
        const auto paths = complaints(root);
        CHECK(std::ranges::find(paths, concrete) != paths.end());
    }
}

TEST_CASE("every table refuses a key it does not know") {
    for (const Declared& row : declared_parameters()) {
        if (row.kind != Kind::table)
            continue;
        Node root = template_tree();
        std::string concrete;
        Node& table = node_at(root, row.path, concrete);
        Node stray = number_node(1.0);
        stray.key = "onzin_sleutel";
        table.members.push_back(stray);
        INFO(concrete);
        const auto paths = complaints(root);
        CHECK(std::ranges::find(paths, concrete + ".onzin_sleutel") != paths.end());
    }
}

TEST_CASE("keyed tables and lists refuse more items than their size") {
    for (const std::string name : {"bronnen", "subregios", "organisaties"}) {
        Node root = template_tree();
        Node& table = *root.find(name);
        for (int i = 0; i < 200; ++i) {
            Node copy = table.members.front();
            copy.key = fmt::format("extra{:03}", i);
            table.members.push_back(std::move(copy));
        }
        const auto paths = complaints(root);
        CHECK(std::ranges::find(paths, name) != paths.end());
    }
}

TEST_CASE("the template tree that these tests break is itself without remarks") {
    CHECK(complaints(template_tree()).empty());
}
