#include "input/study.hpp"

#include "input/document.hpp"
#include "input/scenario_files.hpp"
#include "input/value_reader.hpp"
#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>

namespace ketenplan::runner {

using analysis::Richting;

const std::vector<std::string> direction_names{"lager", "hoger", "geen"};

namespace {

constexpr std::size_t most_arms = 200;
constexpr double most_replications = 10'000'000.0;
constexpr double largest_seed = 4'294'967'295.0;

/// What is compared when a study does not say.
const std::array standard_measures{
    std::pair{"weging_binnen_norm", Richting::hoger},
    std::pair{"doorlooptijd_weging_gemiddeld", Richting::lager},
    std::pair{"overleg_binnen_norm", Richting::hoger},
    std::pair{"wachttijd_overleg_gemiddeld", Richting::lager},
    std::pair{"contacten_te_laat", Richting::lager},
};

Richting standard_direction(std::string_view measure) {
    const auto* const found = std::ranges::find_if(
        standard_measures, [&](const auto& pair) { return pair.first == measure; });
    return found == standard_measures.end() ? Richting::geen : found->second;
}

/// What a value looks like in the name of an option.
std::optional<std::string> shown(const Node& value) {
    switch (value.kind) {
    case Node::Kind::text:
        return value.text;
    case Node::Kind::whole:
    case Node::Kind::real:
        return units::number_text(value.number);
    case Node::Kind::flag:
        return value.flag ? "ja" : "nee";
    default:
        return std::nullopt;
    }
}

/// A tree that says nothing but `path` = `value`.
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

/// One way to differ from the basis: a name and a tree of changes.
struct Option {
    std::string naam;
    Node changes;
};

class StudyReader {
public:
    explicit StudyReader(std::string path) : path_(std::move(path)) {}

    Study read() {
        const auto bytes = read_file(path_, problems_);
        auto root = bytes ? parse_toml(*bytes, path_, problems_) : std::nullopt;
        if (root) {
            study_.file = {path_, hash_of(*bytes)};
            refuse_unknown(*root,
                           "",
                           {"formaat",
                            "naam",
                            "basis",
                            "replicaties",
                            "zaad",
                            "varianten",
                            "raster",
                            "maten"});
            head(*root);
            arms(*root);
            measures(*root);
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    void stop_on_errors() {
        if (!problems_.has_errors())
            return;
        problems_.sort_by_place();
        throw InputError(fmt::format("{}{} {} in {}.",
                                     problems_.text(),
                                     problems_.errors(),
                                     problems_.errors() == 1 ? "fout" : "fouten",
                                     path_));
    }

    void complain(const Node& node,
                  const std::string& where,
                  std::string what,
                  std::string suggestion = "") {
        problems_.error(node.place, where, std::move(what), std::move(suggestion));
    }

    void refuse_unknown(const Node& table,
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

    /// The member, if it is there and of this kind; what is there but is not gets a complaint.
    const Node* find(const Node& table,
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
    std::string text(const Node& table, std::string_view key, const std::string& where) {
        const Node* node =
            find(table, key, Node::Kind::text, where, "schrijf tekst tussen aanhalingstekens");
        return node == nullptr ? "" : node->text;
    }
    void whole(const Node& table, const std::string& key, double least, double most, auto& value) {
        const Node* node = find(table, key, Node::Kind::whole, key, "schrijf een geheel getal");
        if (node == nullptr)
            return;
        if (node->number < least || node->number > most)
            complain(*node,
                     key,
                     fmt::format("is {}, maar moet tussen {} en {} liggen",
                                 units::number_text(node->number),
                                 units::number_text(least),
                                 units::number_text(most)));
        else
            value = static_cast<std::uint32_t>(node->number);
    }

    void head(const Node& root) {
        double format = 1.0;
        whole(root, "formaat", 1.0, 1.0, format);
        study_.naam = text(root, "naam", "naam");
        whole(root, "replicaties", 2.0, most_replications, study_.replicaties);
        whole(root, "zaad", 0.0, largest_seed, study_.zaad);
    }

    [[nodiscard]] std::string beside(const std::string& file) const {
        return (std::filesystem::path(path_).parent_path() / file).lexically_normal().string();
    }

    void arms(const Node& root) {
        const std::string basis = text(root, "basis", "basis");
        if (basis.empty()) {
            if (root.find("basis") == nullptr)
                problems_.error(root.place,
                                "basis",
                                "ontbreekt: het scenario waarmee wordt vergeleken",
                                "schrijf basis = \"mijn.toml\"");
            return;
        }
        auto tree = read_scenario_files(beside(basis), problems_);
        if (!tree)
            return;
        basis_ = std::move(*tree);
        add_arm("basis", "", basis_);
        if (problems_.has_errors())
            return; // else every option would have the same faults
        study_.armen.front().naam = study_.armen.front().scenario.parameters.naam;
        variants(root);
        grid(root);
        if (study_.armen.size() < 2 && !problems_.has_errors())
            problems_.error(root.place,
                            "varianten",
                            "ontbreekt: er is niets om met de basis te vergelijken",
                            "voeg [varianten.<naam>] of [raster.<naam>] toe");
    }

    /// Reads an option's scenario; problems that an earlier option had too are said once.
    void add_arm(const std::string& key, const std::string& naam, const ScenarioTree& tree) {
        Diagnostics found;
        StudyArm arm{key, naam, read_scenario(tree, found)};
        for (const Diagnostic& diagnostic : found.items()) {
            const bool known = std::ranges::any_of(problems_.items(), [&](const Diagnostic& d) {
                return d.place == diagnostic.place && d.problem.path == diagnostic.problem.path;
            });
            if (!known && diagnostic.problem.severity == parameters::Severity::error)
                problems_.add(diagnostic);
        }
        study_.armen.push_back(std::move(arm));
    }

    void variants(const Node& root) {
        const Node* table = find(
            root, "varianten", Node::Kind::table, "varianten", "schrijf [varianten.mijn_variant]");
        if (table == nullptr)
            return;
        for (const Node& member : table->members)
            variant(member, "varianten." + member.key);
    }

    void variant(const Node& node, const std::string& where) {
        if (node.kind != Node::Kind::table) {
            complain(node, where, "moet een tabel zijn", fmt::format("schrijf [{}]", where));
            return;
        }
        refuse_unknown(node, where, {"naam", "scenario", "wijzigingen"});
        const Node* scenario = node.find("scenario");
        const Node* changes = node.find("wijzigingen");
        if ((scenario == nullptr) == (changes == nullptr)) {
            complain(node,
                     where,
                     "moet één van beide hebben: `scenario` (een bestand) of `wijzigingen`",
                     fmt::format("schrijf [{}.wijzigingen] met daarin wat anders is", where));
            return;
        }
        const std::string naam = text(node, "naam", where + ".naam");
        if (scenario != nullptr) {
            const std::string file = text(node, "scenario", where + ".scenario");
            if (file.empty())
                return;
            if (const auto tree = read_scenario_files(beside(file), problems_))
                add_variant(node.key, naam, *tree);
        } else if (find(node, "wijzigingen", Node::Kind::table, where, "schrijf een tabel")) {
            add_variant(node.key, naam, with(*changes));
        }
    }

    /// Without a name of its own a scenario from a file goes by the one it gives itself.
    void add_variant(const std::string& key, const std::string& naam, const ScenarioTree& tree) {
        add_arm(key, naam, tree);
        StudyArm& arm = study_.armen.back();
        if (arm.naam.empty())
            arm.naam = arm.scenario.parameters.naam == study_.armen.front().naam
                           ? key
                           : arm.scenario.parameters.naam;
    }

    [[nodiscard]] ScenarioTree with(Node changes) const {
        ScenarioTree tree = basis_;
        lay_over(tree.root, std::move(changes));
        tree.files.push_back(study_.file);
        return tree;
    }

    /// Every combination of the values of all axes, the last axis fastest.
    void grid(const Node& root) {
        const Node* table =
            find(root, "raster", Node::Kind::table, "raster", "schrijf [raster.mijn_as]");
        if (table == nullptr)
            return;
        std::vector<Option> options{Option{}};
        options.front().changes.kind = Node::Kind::table;
        options.front().changes.place = table->place;
        for (const Node& axis : table->members) {
            const auto steps = axis_options(axis, "raster." + axis.key);
            std::vector<Option> crossed;
            for (const Option& before : options) {
                for (const Option& step : steps) {
                    Option both = before;
                    both.naam += (both.naam.empty() ? "" : ", ") + step.naam;
                    lay_over(both.changes, Node(step.changes));
                    crossed.push_back(std::move(both));
                }
            }
            options = std::move(crossed);
            if (options.size() > most_arms) {
                complain(*table,
                         "raster",
                         fmt::format("maakt meer dan {} combinaties", most_arms),
                         "neem minder waarden of minder assen");
                return;
            }
        }
        for (std::size_t i = 0; i < options.size(); ++i)
            add_arm(fmt::format("raster-{}", i + 1), options[i].naam, with(options[i].changes));
    }

    std::vector<Option> axis_options(const Node& axis, const std::string& where) {
        if (axis.kind != Node::Kind::table) {
            complain(axis, where, "moet een tabel zijn", fmt::format("schrijf [{}]", where));
            return {};
        }
        refuse_unknown(axis, where, {"naam", "parameter", "waarden"});
        const std::string parameter = text(axis, "parameter", where + ".parameter");
        const Node* values = find(axis,
                                  "waarden",
                                  Node::Kind::array,
                                  where + ".waarden",
                                  "schrijf waarden = [\"1 fte\", \"2 fte\"]");
        if (axis.find("parameter") == nullptr || axis.find("waarden") == nullptr)
            complain(axis, where, "moet een `parameter` en `waarden` hebben");
        if (parameter.empty() || values == nullptr || !is_in_basis(axis, parameter, where))
            return {};
        if (values->members.empty())
            complain(*values, where + ".waarden", "is leeg");
        std::string naam = text(axis, "naam", where + ".naam");
        if (naam.empty())
            naam = axis.key;
        std::vector<Option> options;
        for (const Node& value : values->members) {
            if (const auto label = shown(value))
                options.push_back({naam + " " + *label, change_of(parameter, value)});
            else
                complain(value, where + ".waarden", "moet uit getallen of teksten bestaan");
        }
        return options;
    }

    bool is_in_basis(const Node& axis, const std::string& parameter, const std::string& where) {
        const Node* table = &basis_.root;
        std::string_view rest = parameter;
        while (true) {
            const std::string key(rest.substr(0, rest.find('.')));
            const Node* next = table->find(key);
            if (next == nullptr) {
                std::vector<std::string> known;
                for (const Node& member : table->members)
                    known.push_back(member.key);
                const std::string guess = units::nearest(key, known);
                complain(
                    *axis.find("parameter"),
                    where + ".parameter",
                    fmt::format("noemt \"{}\", maar \"{}\" staat niet in de basis", parameter, key),
                    guess.empty() ? "" : fmt::format("bedoelde u \"{}\"?", guess));
                return false;
            }
            if (rest.find('.') == std::string_view::npos)
                return true;
            table = next;
            rest.remove_prefix(key.size() + 1);
        }
    }

    void measures(const Node& root) {
        if (study_.armen.empty() || problems_.has_errors())
            return;
        const casus::Opzet opzet(study_.armen.front().scenario.parameters);
        columns_ = analysis::columns_of(opzet);
        const Node* list = find(root, "maten", Node::Kind::array, "maten", "schrijf [[maten]]");
        if (list == nullptr) {
            for (const auto& [name, direction] : standard_measures)
                study_.maten.push_back({name, "regio", direction, root.place});
            return;
        }
        if (list->members.empty())
            complain(*list, "maten", "is leeg", "laat `maten` weg voor de gebruikelijke");
        for (std::size_t i = 0; i < list->members.size(); ++i)
            measure(list->members[i], fmt::format("maten[{}]", i + 1));
    }

    void measure(const Node& node, const std::string& where) {
        if (node.kind != Node::Kind::table) {
            complain(node, where, "moet een tabel zijn", "schrijf [[maten]]");
            return;
        }
        refuse_unknown(node, where, {"maat", "plaats", "beter"});
        StudyMeasure m{text(node, "maat", where + ".maat"),
                       text(node, "plaats", where + ".plaats"),
                       Richting::geen,
                       node.place};
        if (node.find("maat") == nullptr)
            complain(node, where + ".maat", "ontbreekt", "zie `ketenplan maten`");
        if (m.maat.empty())
            return;
        m.beter = direction(node, m.maat, where);
        if (m.plaats.empty())
            m.plaats = standard_place(m.maat);
        if (is_known(node, m, where))
            study_.maten.push_back(std::move(m));
    }

    Richting direction(const Node& node, const std::string& measure, const std::string& where) {
        const std::string word = text(node, "beter", where + ".beter");
        if (word.empty())
            return standard_direction(measure);
        const auto found = std::ranges::find(direction_names, word);
        if (found == direction_names.end()) {
            complain(*node.find("beter"),
                     where + ".beter",
                     fmt::format("is \"{}\", maar kan dat niet zijn", word),
                     suggestion_for(word, direction_names));
            return Richting::geen;
        }
        return static_cast<Richting>(found - direction_names.begin());
    }

    /// The region, or the house: the place that a measure without a choice of places has.
    [[nodiscard]] std::string standard_place(const std::string& measure) const {
        for (const analysis::Column& c : columns_) {
            if (analysis::measures()[c.measure].name == measure &&
                (c.cell == "regio" || c.cell == "huis"))
                return c.cell;
        }
        return "regio";
    }

    bool is_known(const Node& node, const StudyMeasure& m, const std::string& where) {
        std::vector<std::string> names;
        std::vector<std::string> cells;
        for (const analysis::Column& c : columns_) {
            const std::string name(analysis::measures()[c.measure].name);
            if (name == m.maat && std::ranges::find(cells, c.cell) == cells.end())
                cells.push_back(c.cell);
            if (names.empty() || names.back() != name)
                names.push_back(name);
        }
        if (cells.empty()) {
            const std::string guess = units::nearest(m.maat, names);
            complain(*node.find("maat"),
                     where + ".maat",
                     fmt::format("\"{}\" is geen uitkomst van dit scenario", m.maat),
                     guess.empty() ? "zie `ketenplan maten`"
                                   : fmt::format("bedoelde u \"{}\"?", guess));
            return false;
        }
        if (std::ranges::find(cells, m.plaats) != cells.end())
            return true;
        complain(node,
                 where + ".plaats",
                 fmt::format("is \"{}\", maar \"{}\" is daar niet bekend", m.plaats, m.maat),
                 suggestion_for(m.plaats, cells));
        return false;
    }

    std::string path_;
    Study study_;
    ScenarioTree basis_;
    std::vector<analysis::Column> columns_; ///< of the basis
    Diagnostics problems_;
};

} // namespace

Study read_study(const std::string& path) {
    return StudyReader(path).read();
}

} // namespace ketenplan::runner
