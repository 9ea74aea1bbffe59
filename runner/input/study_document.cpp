#include "input/study_document.hpp"

#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace ketenplan::runner {

Node change_of(std::string_view path, Node value) {
    const std::size_t dot = path.find('.');
    Node table;
    table.kind = Node::Kind::table;
    table.place = value.place;
    if (dot == std::string_view::npos) {
        value.key = std::string(path);
        value.key_place = value.place;
        table.members.push_back(std::move(value));
        return table;
    }
    Node inner = change_of(path.substr(dot + 1), std::move(value));
    inner.key = std::string(path.substr(0, dot));
    inner.key_place = inner.place;
    table.members.push_back(std::move(inner));
    return table;
}

std::optional<Node> StudyDocument::parse(InputFile& file) {
    const auto bytes = read_file(path_, problems_);
    if (!bytes)
        return std::nullopt;
    file = {path_, hash_of(*bytes)};
    return parse_toml(*bytes, path_, problems_);
}

void StudyDocument::stop_on_errors() {
    if (!problems_.has_errors())
        return;
    problems_.sort_by_place();
    throw InputError(fmt::format("{}{} {} in {}.",
                                 problems_.text(),
                                 problems_.errors(),
                                 problems_.errors() == 1 ? "fout" : "fouten",
                                 path_));
}

void StudyDocument::complain(const Node& node,
                             const std::string& where,
                             std::string what,
                             std::string suggestion) {
    problems_.error(node.place, where, std::move(what), std::move(suggestion));
}

void StudyDocument::refuse_unknown(const Node& table,
                                   const std::string& where,
                                   const std::vector<std::string>& known) {
    for (const Node& member : table.members) {
        if (std::ranges::find(known, member.key) == known.end())
            problems_.error(member.key_place,
                            where.empty() ? member.key : where + "." + member.key,
                            "is geen onderdeel van een studie",
                            suggestion_for(member.key, known));
    }
}

const Node* StudyDocument::find(const Node& table,
                                std::string_view key,
                                Node::Kind kind,
                                const std::string& where,
                                std::string_view write) {
    const Node* node = table.find(key);
    if (node == nullptr || node->kind == kind)
        return node;
    complain(*node,
             where,
             fmt::format("is {}, maar moet {} zijn", kind_name(node->kind), kind_name(kind)),
             std::string(write));
    return nullptr;
}

std::string StudyDocument::text(const Node& table, std::string_view key, const std::string& where) {
    const Node* node =
        find(table, key, Node::Kind::text, where, "schrijf tekst tussen aanhalingstekens");
    return node == nullptr ? "" : node->text;
}

std::optional<double> StudyDocument::whole_in(const Node& table,
                                              const std::string& key,
                                              double least,
                                              double most,
                                              const std::string& where) {
    const Node* node = find(table, key, Node::Kind::whole, where, "schrijf een geheel getal");
    if (node == nullptr)
        return std::nullopt;
    if (node->number >= least && node->number <= most)
        return node->number;
    complain(*node,
             where,
             fmt::format("is {}, maar moet tussen {} en {} liggen",
                         units::number_text(node->number),
                         units::number_text(least),
                         units::number_text(most)));
    return std::nullopt;
}

bool StudyDocument::is_table(const Node& node, const std::string& where, std::string write) {
    if (node.kind == Node::Kind::table)
        return true;
    complain(node,
             where,
             "moet een tabel zijn",
             write.empty() ? fmt::format("schrijf [{}]", where) : std::move(write));
    return false;
}

std::optional<double> StudyDocument::quantity(const Node& table,
                                              const std::string& key,
                                              const std::string& where,
                                              units::Dimension dimension,
                                              const Origin& origin) {
    const Node* node = table.find(key);
    if (node == nullptr)
        return std::nullopt;
    double value = std::nan("");
    values_.number(*node, where, origin, dimension, value);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::optional<double> StudyDocument::limited(const Node& table,
                                             const std::string& key,
                                             const std::string& where,
                                             units::Dimension dimension,
                                             std::pair<double, double> limits,
                                             const Origin& origin) {
    const auto value = quantity(table, key, where, dimension, origin);
    if (!value || (*value >= limits.first && *value <= limits.second))
        return value;
    complain(*table.find(key),
             where,
             fmt::format("is {}, maar moet tussen {} en {} liggen",
                         units::quantity_text(*value, dimension),
                         units::quantity_text(limits.first, dimension),
                         units::quantity_text(limits.second, dimension)));
    return std::nullopt;
}

std::string StudyDocument::beside(const std::string& file) const {
    return (std::filesystem::path(path_).parent_path() / file).lexically_normal().string();
}

std::optional<ScenarioTree> StudyDocument::read_basis(const Node& root, const std::string& what) {
    const std::string basis = text(root, "basis", "basis");
    if (!basis.empty())
        return read_scenario_files(beside(basis), problems_);
    if (root.find("basis") == nullptr)
        problems_.error(root.place, "basis", "ontbreekt: " + what, "schrijf basis = \"mijn.toml\"");
    return std::nullopt;
}

bool StudyDocument::is_in_basis(const Node& basis,
                                const Node& node,
                                const std::string& parameter,
                                const std::string& where) {
    const Node* table = &basis;
    std::string_view rest = parameter;
    while (true) {
        const std::string key(rest.substr(0, rest.find('.')));
        const Node* next = table->find(key);
        if (next == nullptr) {
            std::vector<std::string> known;
            for (const Node& member : table->members)
                known.push_back(member.key);
            const std::string guess = units::nearest(key, known);
            complain(node,
                     where,
                     fmt::format(R"(noemt "{}", maar "{}" staat niet in de basis)", parameter, key),
                     guess.empty() ? "" : fmt::format("bedoelde u \"{}\"?", guess));
            return false;
        }
        if (rest.find('.') == std::string_view::npos)
            return true;
        table = next;
        rest.remove_prefix(key.size() + 1);
    }
}

std::string StudyDocument::standard_place(const std::string& measure,
                                          std::span<const analysis::Column> columns) {
    for (const analysis::Column& c : columns) {
        if (analysis::measures()[c.measure].name == measure &&
            (c.cell == "regio" || c.cell == "huis"))
            return c.cell;
    }
    return "regio";
}

bool StudyDocument::is_known(const Node& node,
                             const std::string& measure,
                             const std::string& cell,
                             const std::string& where,
                             std::span<const analysis::Column> columns) {
    std::vector<std::string> names;
    std::vector<std::string> cells;
    for (const analysis::Column& c : columns) {
        const std::string name(analysis::measures()[c.measure].name);
        if (name == measure && std::ranges::find(cells, c.cell) == cells.end())
            cells.push_back(c.cell);
        if (names.empty() || names.back() != name)
            names.push_back(name);
    }
    if (cells.empty()) {
        const std::string guess = units::nearest(measure, names);
        complain(*node.find("maat"),
                 where + ".maat",
                 fmt::format("\"{}\" is geen uitkomst van dit scenario", measure),
                 guess.empty() ? "zie `ketenplan maten`"
                               : fmt::format("bedoelde u \"{}\"?", guess));
        return false;
    }
    if (std::ranges::find(cells, cell) != cells.end())
        return true;
    complain(node,
             where + ".plaats",
             fmt::format(R"(is "{}", maar "{}" is daar niet bekend)", cell, measure),
             suggestion_for(cell, cells));
    return false;
}

bool is_study_with(const std::string& path, std::initializer_list<std::string_view> tables) {
    Diagnostics ignored;
    const auto bytes = read_file(path, ignored);
    const auto root = bytes ? parse_toml(*bytes, path, ignored) : std::nullopt;
    return root && std::ranges::any_of(tables, [&](std::string_view table) {
               return root->find(table) != nullptr;
           });
}

} // namespace ketenplan::runner
