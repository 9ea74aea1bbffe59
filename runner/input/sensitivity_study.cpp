#include "input/sensitivity_study.hpp"

#include "input/study_document.hpp"
#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ketenplan::runner {

namespace {

/// What is asked about when a study does not say.
constexpr std::array standard_measures{"weging_binnen_norm",
                                       "doorlooptijd_weging_gemiddeld",
                                       "overleg_binnen_norm",
                                       "wachttijd_overleg_gemiddeld",
                                       "contacten_te_laat"};

/// Whether `path` is `asked`, or something in it.
bool belongs_to(const std::string& path, const std::string& asked) {
    return path == asked || path.starts_with(asked + ".") || path.starts_with(asked + "[");
}

class SensitivityReader : private StudyDocument {
public:
    explicit SensitivityReader(std::string path) : StudyDocument(std::move(path)) {}

    SensitivityStudy read() {
        if (const auto root = parse(study_.file)) {
            refuse_unknown(
                *root,
                "",
                {"formaat", "naam", "basis", "replicaties", "zaad", "gevoeligheid", "maten"});
            head(*root);
            const Node* table = find(
                *root, "gevoeligheid", Node::Kind::table, "gevoeligheid", "schrijf [gevoeligheid]");
            if (table != nullptr)
                sizes(*table);
            if (basis(*root)) {
                numbers(*root, table);
                measures(*root);
            }
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    void head(const Node& root) {
        double format = 1.0;
        whole(root, "formaat", 1.0, 1.0, format);
        study_.naam = text(root, "naam", "naam");
        whole(root, "replicaties", 2.0, 1e5, study_.replicaties);
        whole(root, "zaad", 0.0, 4'294'967'295.0, study_.zaad);
    }

    void sizes(const Node& table) {
        const std::string where = "gevoeligheid";
        refuse_unknown(table, where, {"parameters", "punten", "replicaties_per_punt", "aantal"});
        whole(table, "punten", 8.0, 1024.0, study_.punten, where);
        whole(table, "replicaties_per_punt", 2.0, 1e4, study_.replicaties_per_punt, where);
        whole(table, "aantal", 1.0, 20.0, study_.aantal, where);
    }

    bool basis(const Node& root) {
        auto tree = read_basis(root, "het scenario waarvan de aannames onzeker zijn");
        if (!tree)
            return false;
        study_.tree = std::move(*tree);
        Diagnostics found;
        study_.basis = read_scenario(study_.tree, found);
        study_.basis.files.push_back(study_.file);
        for (const Diagnostic& d : found.items())
            (d.problem.severity == parameters::Severity::error ? problems_ : study_.basis.warnings)
                .add(d);
        return !found.has_errors();
    }

    void numbers(const Node& root, const Node* table) {
        const std::string where = "gevoeligheid.parameters";
        const Node* list = table == nullptr ? nullptr
                                            : find(*table,
                                                   "parameters",
                                                   Node::Kind::array,
                                                   where,
                                                   "schrijf parameters = [\"personen.vertrek\"]");
        std::vector<std::string> asked;
        if (list != nullptr) {
            for (const Node& item : list->members)
                ask(item, where, asked);
            if (list->members.empty())
                complain(*list, where, "is leeg", "laat `parameters` weg voor alle aannames");
        }
        study_.getallen = uncertain_numbers(study_.basis, [&](const ParameterRecord& r) {
            return list == nullptr ? is_assumption(r)
                                   : std::ranges::any_of(asked, [&](const std::string& a) {
                                         return belongs_to(r.path, a);
                                     });
        });
        if (study_.getallen.empty() && !problems_.has_errors())
            problems_.error(root.place,
                            "basis",
                            "heeft geen aanname met `laag` en `hoog`: er is niets om te variëren",
                            "geef van een aanname { waarde = ..., laag = ..., hoog = ... }");
    }

    void ask(const Node& item, const std::string& where, std::vector<std::string>& asked) {
        if (item.kind != Node::Kind::text) {
            complain(item, where, "moet namen tussen aanhalingstekens hebben");
            return;
        }
        const auto& records = study_.basis.records;
        const auto is_of = [&](const ParameterRecord& r) {
            return belongs_to(r.path, item.text);
        };
        if (std::ranges::any_of(records, [&](const auto& r) { return is_of(r) && can_vary(r); })) {
            asked.push_back(item.text);
        } else if (std::ranges::any_of(records, is_of)) {
            complain(item,
                     where,
                     fmt::format("noemt \"{}\", maar daarvan zegt de basis geen `laag` en `hoog` "
                                 "die verschillen",
                                 item.text),
                     "geef in de basis { waarde = ..., laag = ..., hoog = ... }");
        } else {
            std::vector<std::string> known;
            for (const ParameterRecord& r : records)
                known.push_back(r.path);
            const std::string guess = units::nearest(item.text, known);
            complain(item,
                     where,
                     fmt::format("noemt \"{}\", maar dat staat niet in de basis", item.text),
                     guess.empty() ? "zie parameters.csv van een run van de basis"
                                   : fmt::format("bedoelde u \"{}\"?", guess));
        }
    }

    void measures(const Node& root) {
        if (problems_.has_errors())
            return;
        const casus::Opzet opzet(study_.basis.parameters);
        const std::vector<analysis::Column> columns = analysis::columns_of(opzet);
        const Node* list = find(root, "maten", Node::Kind::array, "maten", "schrijf [[maten]]");
        if (list == nullptr) {
            for (const char* name : standard_measures)
                study_.maten.push_back({name, "regio"});
            return;
        }
        if (list->members.empty())
            complain(*list, "maten", "is leeg", "laat `maten` weg voor de gebruikelijke");
        for (std::size_t i = 0; i < list->members.size(); ++i)
            measure(list->members[i], fmt::format("maten[{}]", i + 1), columns);
    }

    void measure(const Node& node,
                 const std::string& where,
                 const std::vector<analysis::Column>& columns) {
        if (!is_table(node, where, "schrijf [[maten]]"))
            return;
        refuse_unknown(node, where, {"maat", "plaats"});
        analysis::Figure figure{text(node, "maat", where + ".maat"),
                                text(node, "plaats", where + ".plaats")};
        if (node.find("maat") == nullptr)
            complain(node, where + ".maat", "ontbreekt", "zie `ketenplan maten`");
        if (figure.measure.empty())
            return;
        if (figure.cell.empty())
            figure.cell = standard_place(figure.measure, columns);
        if (is_known(node, figure.measure, figure.cell, where, columns))
            study_.maten.push_back(std::move(figure));
    }

    SensitivityStudy study_;
};

} // namespace

SensitivityStudy read_sensitivity_study(const std::string& path) {
    return SensitivityReader(path).read();
}

} // namespace ketenplan::runner
