#include "input/study.hpp"

#include "input/study_document.hpp"
#include "input/value_reader.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace ketenplan::runner {

using analysis::Richting;

const std::vector<std::string> direction_names{"lager", "hoger", "geen"};

namespace {

constexpr std::size_t most_arms = 200;
constexpr double most_replications = 10'000'000.0;

/// What is compared when a study does not say.
const std::array directed_measures{
    std::pair{"weging_binnen_norm", Richting::hoger},
    std::pair{"doorlooptijd_weging_gemiddeld", Richting::lager},
    std::pair{"overleg_binnen_norm", Richting::hoger},
    std::pair{"wachttijd_overleg_gemiddeld", Richting::lager},
    std::pair{"contacten_te_laat", Richting::lager},
};

Richting standard_direction(std::string_view measure) {
    const auto* const found = std::ranges::find_if(
        directed_measures, [&](const auto& pair) { return pair.first == measure; });
    return found == directed_measures.end() ? Richting::geen : found->second;
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

/// One way to differ from the basis: a name and a tree of changes.
struct Option {
    std::string naam;
    Node changes;
};

class StudyReader : private StudyDocument {
public:
    explicit StudyReader(std::string path) : StudyDocument(std::move(path)) {}

    Study read() {
        if (const auto root = parse(study_.file)) {
            refuse_unknown(*root,
                           "",
                           {"formaat",
                            "naam",
                            "basis",
                            "replicaties",
                            "zaad",
                            "precisie",
                            "varianten",
                            "raster",
                            "maten",
                            "begroting"});
            head(*root);
            arms(*root);
            measures(*root);
            costs(*root);
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    void head(const Node& root) {
        double format = 1.0;
        whole(root, "formaat", 1.0, 1.0, format);
        study_.naam = text(root, "naam", "naam");
        precision(root);
        whole(root, "replicaties", 2.0, most_replications, study_.replicaties);
        whole(root, "zaad", 0.0, largest_seed, study_.zaad);
    }

    /// As many replications as it takes, at most `replicaties`.
    void precision(const Node& root) {
        const Node* node = root.find("precisie");
        if (node == nullptr)
            return;
        constexpr std::uint32_t most_unless_said = 20'000;
        constexpr double finest = 0.0005;
        constexpr double coarsest = 0.5;
        study_.replicaties = most_unless_said;
        const auto value = quantity(root, "precisie", "precisie", units::Dimension::probability);
        if (!value)
            return; // it has been complained of
        if (*value < finest || *value > coarsest)
            complain(*node,
                     "precisie",
                     fmt::format("is {}%, maar moet tussen 0,05% en 50% liggen",
                                 units::number_text(100.0 * *value, ',')),
                     "schrijf bijvoorbeeld precisie = \"2%\"");
        study_.precisie = value;
    }

    void arms(const Node& root) {
        auto tree = read_basis(root, "het scenario waarmee wordt vergeleken");
        if (!tree)
            return;
        basis_ = std::move(*tree);
        const std::size_t before = problems_.errors();
        add_arm("basis", "", basis_);
        basis_can_be_ = problems_.errors() == before;
        if (!basis_can_be_)
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
        StudyArm arm{key, naam, tree, read_scenario(tree, found)};
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

    /// Keys of options become names of files.
    static bool is_plain(std::string_view key) {
        return std::ranges::all_of(key, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_' || c == '-';
        });
    }

    void variant(const Node& node, const std::string& where) {
        if (!is_plain(node.key)) {
            complain(node,
                     where,
                     "heeft een naam waar geen bestand naar kan heten",
                     "gebruik letters, cijfers, - en _; schrijf wat mensen lezen in `naam`");
            return;
        }
        if (!is_table(node, where))
            return;
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
        } else if (find(node, "wijzigingen", Node::Kind::table, where, "schrijf een tabel") !=
                   nullptr) {
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
        if (!is_table(axis, where))
            return {};
        refuse_unknown(axis, where, {"naam", "parameter", "waarden"});
        const std::string parameter = text(axis, "parameter", where + ".parameter");
        const Node* values = find(axis,
                                  "waarden",
                                  Node::Kind::array,
                                  where + ".waarden",
                                  R"(schrijf waarden = ["1 fte", "2 fte"])");
        if (axis.find("parameter") == nullptr || axis.find("waarden") == nullptr)
            complain(axis, where, "moet een `parameter` en `waarden` hebben");
        if (parameter.empty() || values == nullptr ||
            !is_in_basis(basis_.root, *axis.find("parameter"), parameter, where + ".parameter"))
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

    void measures(const Node& root) {
        if (!basis_can_be_)
            return;
        const casus::Opzet opzet(study_.armen.front().scenario.parameters);
        columns_ = analysis::columns_of(opzet);
        const Node* list = find(root, "maten", Node::Kind::array, "maten", "schrijf [[maten]]");
        if (list == nullptr) {
            for (const auto& [name, direction] : directed_measures)
                study_.maten.push_back({name, "regio", direction, root.place});
            return;
        }
        if (list->members.empty())
            complain(*list, "maten", "is leeg", "laat `maten` weg voor de gebruikelijke");
        for (std::size_t i = 0; i < list->members.size(); ++i)
            measure(list->members[i], fmt::format("maten[{}]", i + 1));
    }

    void measure(const Node& node, const std::string& where) {
        if (!is_table(node, where, "schrijf [[maten]]"))
            return;
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
            m.plaats = standard_place(m.maat, columns_);
        if (is_known(node, m.maat, m.plaats, where, columns_))
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

    /// Which study tells what the options cost; it is read by who asks for it.
    void costs(const Node& root) {
        const Node* table = find(root,
                                 "begroting",
                                 Node::Kind::table,
                                 "begroting",
                                 R"(schrijf begroting = { studie = "begroting.studie.toml" })");
        if (table == nullptr)
            return;
        refuse_unknown(*table, "begroting", {"studie", "wijzigingen"});
        const std::string file = text(*table, "studie", "begroting.studie");
        if (table->find("studie") == nullptr)
            complain(*table,
                     "begroting.studie",
                     "ontbreekt: de studie met lonen en prijzen",
                     R"(schrijf studie = "begroting.studie.toml")");
        if (const Node* changes = find(*table,
                                       "wijzigingen",
                                       Node::Kind::table,
                                       "begroting.wijzigingen",
                                       "schrijf [begroting.wijzigingen]"))
            study_.begroting_wijzigingen = *changes;
        if (!file.empty())
            study_.begroting = beside(file);
    }

    Study study_;
    ScenarioTree basis_;
    bool basis_can_be_ = false;
    std::vector<analysis::Column> columns_; ///< of the basis
};

} // namespace

Study read_study(const std::string& path) {
    return StudyReader(path).read();
}

bool is_comparison_study(const std::string& path) {
    return is_study_with(path, {"varianten", "raster"});
}

} // namespace ketenplan::runner
