#include "input/scenario_files.hpp"

#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace ketenplan::runner {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bases = 8;

void sort_members(Node& table) {
    std::ranges::sort(table.members, {}, &Node::key);
}

/// Removes what `path` ("gemeenten.katwijk") names; false when it is not there.
bool remove_part(Node& root, std::string_view path) {
    Node* table = &root;
    while (true) {
        const std::size_t dot = path.find('.');
        const std::string_view key = path.substr(0, dot);
        Node* const member = table->find(key);
        if (member == nullptr)
            return false;
        if (dot == std::string_view::npos) {
            std::erase_if(table->members, [&](const Node& n) { return n.key == key; });
            return true;
        }
        table = member;
        path.remove_prefix(dot + 1);
    }
}

/// Takes a member out of a table.
std::optional<Node> extract(Node& table, std::string_view key) {
    const auto found = std::ranges::find(table.members, key, &Node::key);
    if (found == table.members.end())
        return std::nullopt;
    Node member = std::move(*found);
    table.members.erase(found);
    return member;
}

class FilesReader {
public:
    FilesReader(Diagnostics& diagnostics, std::vector<InputFile>& files)
        : diagnostics_(diagnostics), files_(files) {}

    std::optional<Node> read(const std::string& path, const Place& asked_at) {
        if (!may_read(path, asked_at))
            return std::nullopt;
        const auto bytes = read_file(path, diagnostics_);
        if (!bytes)
            return std::nullopt;
        files_.push_back({path, hash_of(*bytes)});
        auto root = parse_toml(*bytes, path, diagnostics_);
        if (!root)
            return std::nullopt;
        const auto basis = extract(*root, "basis");
        const auto without = extract(*root, "zonder");
        if (basis && basis->kind != Node::Kind::text) {
            diagnostics_.error(basis->place,
                               "basis",
                               fmt::format("is {}, maar moet de naam van een bestand zijn",
                                           kind_name(basis->kind)),
                               "schrijf basis = \"ander-scenario.toml\"");
            return root;
        }
        if (!basis) {
            if (without)
                diagnostics_.error(without->key_place,
                                   "zonder",
                                   "haalt iets weg uit een basis, maar er is geen `basis`");
            return root;
        }
        const std::string base_path =
            (fs::path(path).parent_path() / basis->text).lexically_normal();
        auto base = read(base_path, basis->place);
        if (!base)
            return std::nullopt;
        if (without)
            take_away(*base, *without);
        lay_over(*base, std::move(*root));
        return base;
    }

private:
    bool may_read(const std::string& path, const Place& asked_at) {
        if (std::ranges::find(files_, path, &InputFile::path) != files_.end()) {
            diagnostics_.error(
                asked_at, "basis", fmt::format("voert in een kring terug naar \"{}\"", path));
            return false;
        }
        if (files_.size() > most_bases) {
            diagnostics_.error(asked_at,
                               "basis",
                               fmt::format("is de {}e in een rij van scenario's; ten hoogste {}",
                                           files_.size(),
                                           most_bases));
            return false;
        }
        return true;
    }

    void take_away(Node& base, const Node& without) {
        if (without.kind != Node::Kind::array) {
            diagnostics_.error(
                without.place,
                "zonder",
                fmt::format("is {}, maar moet een lijst zijn", kind_name(without.kind)),
                "schrijf zonder = [\"gemeenten.katwijk\"]");
            return;
        }
        for (const Node& item : without.members) {
            if (item.kind != Node::Kind::text)
                diagnostics_.error(
                    item.place, "zonder", "moet namen tussen aanhalingstekens hebben");
            else if (!remove_part(base, item.text))
                diagnostics_.error(
                    item.place,
                    "zonder",
                    fmt::format("noemt \"{}\", maar dat staat niet in de basis", item.text),
                    guess(base, item.text));
        }
    }

    static std::string guess(const Node& base, const std::string& path) {
        const std::size_t dot = path.rfind('.');
        const Node* table = &base;
        std::string_view rest =
            dot == std::string::npos ? "" : std::string_view(path).substr(0, dot);
        while (table != nullptr && !rest.empty()) {
            const std::size_t next = rest.find('.');
            table = table->find(rest.substr(0, next));
            rest = next == std::string_view::npos ? "" : rest.substr(next + 1);
        }
        if (table == nullptr)
            return "";
        std::vector<std::string> known;
        for (const Node& member : table->members)
            known.push_back(member.key);
        const std::string last = dot == std::string::npos ? path : path.substr(dot + 1);
        const std::string nearest = units::nearest(last, known);
        if (nearest.empty())
            return "";
        return fmt::format(
            "bedoelde u \"{}{}\"?", path.substr(0, path.size() - last.size()), nearest);
    }

    Diagnostics& diagnostics_;
    std::vector<InputFile>& files_;
};

} // namespace

void lay_over(Node& base, Node&& over) {
    for (Node& member : over.members) {
        Node* const below = base.find(member.key);
        if (below == nullptr) {
            base.members.push_back(std::move(member));
        } else if (below->kind == Node::Kind::table && member.kind == Node::Kind::table &&
                   !is_value_table(member)) {
            below->key_place = member.key_place;
            lay_over(*below, std::move(member));
        } else {
            *below = std::move(member);
        }
    }
    base.place = over.place;
    sort_members(base);
}

bool is_value_table(const Node& node) {
    return node.kind == Node::Kind::table &&
           (node.find("waarde") != nullptr || node.find("familie") != nullptr);
}

std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

std::optional<std::string>
read_file(const std::string& path, Diagnostics& diagnostics, const FileLimit& limit) {
    const auto fail = [&](std::string what, std::string suggestion = "") {
        diagnostics.error({path, 0, 0}, "", std::move(what), std::move(suggestion));
        return std::nullopt;
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return fail("bestaat niet", "controleer de naam en de map");
    if (!fs::is_regular_file(status))
        return fail("is geen gewoon bestand");
    if (fs::file_size(path, error) > limit.mebibytes << 20U)
        return fail(fmt::format("is groter dan {} MiB; {}", limit.mebibytes, limit.why));
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return fail("kan niet worden gelezen", "controleer de rechten");
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    if (stream.bad())
        return fail("kan niet worden gelezen");
    return bytes;
}

std::optional<ScenarioTree> read_scenario_files(const std::string& path, Diagnostics& diagnostics) {
    ScenarioTree tree;
    FilesReader reader(diagnostics, tree.files);
    auto root = reader.read(path, {path, 0, 0});
    if (!root)
        return std::nullopt;
    tree.root = std::move(*root);
    return tree;
}

} // namespace ketenplan::runner
