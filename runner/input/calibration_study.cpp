#include "input/calibration_study.hpp"

#include "input/quantity_text.hpp"
#include "input/study_document.hpp"
#include "input/value_reader.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ketenplan::runner {

namespace {

using analysis::PriorLaw;
using units::Dimension;

constexpr double fewest_members = 10.0;
constexpr double most_members = 10'000.0;
constexpr double most_rounds = 20.0;
constexpr double most_per_member = 1000.0;
const std::vector<std::string> law_names{"uniform", "loguniform"}; // as PriorLaw

class CalibrationReader : private StudyDocument {
public:
    explicit CalibrationReader(std::string path) : StudyDocument(std::move(path)) {}

    CalibrationStudy read() {
        if (const auto root = parse(study_.file)) {
            refuse_unknown(*root, "", {"formaat", "naam", "basis", "zaad", "kalibratie"});
            head(*root);
            if (const Node* table = calibration(*root)) {
                parameters(*table);
                targets(*table);
            }
            if (!problems_.has_errors())
                try_bounds();
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    void head(const Node& root) {
        double format = 1.0;
        whole(root, "formaat", 1.0, 1.0, format);
        study_.naam = text(root, "naam", "naam");
        whole(root, "zaad", 0.0, largest_seed, study_.zaad);
        auto tree = read_basis(root, "het scenario waarvan getallen worden gezocht");
        if (!tree)
            return;
        study_.basis = std::move(*tree);
        study_.scenario = read_scenario(study_.basis, problems_);
        if (problems_.has_errors())
            return;
        columns_ = analysis::columns_of(casus::Opzet(study_.scenario.parameters));
        usable_ = true;
        Diagnostics kept; // warnings of the basis go with it, not with the study
        std::swap(kept, problems_);
        study_.scenario.warnings = std::move(kept);
    }

    const Node* calibration(const Node& root) {
        const Node* table =
            find(root, "kalibratie", Node::Kind::table, "kalibratie", "schrijf [kalibratie]");
        if (table == nullptr)
            return nullptr;
        refuse_unknown(
            *table, "kalibratie", {"leden", "rondes", "replicaties", "parameters", "doelen"});
        whole(*table, "leden", fewest_members, most_members, study_.leden, "kalibratie");
        whole(*table, "rondes", 1.0, most_rounds, study_.rondes, "kalibratie");
        whole(*table, "replicaties", 2.0, most_per_member, study_.replicaties, "kalibratie");
        return table;
    }

    void parameters(const Node& table) {
        const std::string where = "kalibratie.parameters";
        const Node* named = find(
            table, "parameters", Node::Kind::table, where, "schrijf [kalibratie.parameters.naam]");
        if (named == nullptr || named->members.empty()) {
            if (table.find("parameters") == nullptr || named != nullptr)
                complain(table,
                         where,
                         "ontbreekt: welke getallen worden gezocht",
                         "voeg [kalibratie.parameters.<naam>] toe met een `parameter`");
            return;
        }
        study_.place = named->place;
        for (const Node& member : named->members)
            parameter(member, where + "." + member.key);
        if (study_.leden < 2 * named->members.size() + 2)
            complain(table,
                     "kalibratie.leden",
                     fmt::format("is {}, te weinig voor {} parameters",
                                 study_.leden,
                                 named->members.size()),
                     fmt::format("neem er ten minste {}", 10 * named->members.size()));
    }

    void parameter(const Node& node, const std::string& where) {
        if (!is_table(node, where))
            return;
        refuse_unknown(node, where, {"parameter", "laag", "hoog", "verdeling"});
        CalibratedParameter p{.key = node.key,
                              .path = text(node, "parameter", where + ".parameter"),
                              .place = node.place};
        if (node.find("parameter") == nullptr)
            complain(node,
                     where + ".parameter",
                     "ontbreekt: het pad in het scenario",
                     "schrijf parameter = \"personen.vertrek\"");
        p.prior.law = law(node, where);
        if (p.path.empty() || !usable_)
            return;
        const Node& asked = *node.find("parameter");
        if (!is_in_basis(study_.basis.root, asked, p.path, where + ".parameter"))
            return;
        const ParameterRecord* record = record_of(p.path);
        if (record == nullptr) {
            complain(asked,
                     where + ".parameter",
                     fmt::format("noemt \"{}\", maar dat is geen los getal", p.path),
                     "noem een getal; van een kansverdeling bijvoorbeeld `gemiddelde`");
            return;
        }
        if (std::ranges::find(study_.parameters, p.path, &CalibratedParameter::path) !=
            study_.parameters.end())
            complain(asked, where + ".parameter", fmt::format("noemt \"{}\" nog eens", p.path));
        p.dimension = record->dimension;
        p.basis = *record->number;
        if (bounds(node, where, *record, p))
            study_.parameters.push_back(std::move(p));
    }

    [[nodiscard]] const ParameterRecord* record_of(const std::string& path) const {
        const auto& records = study_.scenario.records;
        const auto found = std::ranges::find_if(records, [&](const ParameterRecord& r) {
            return r.path == path && r.number.has_value();
        });
        return found == records.end() ? nullptr : &*found;
    }

    PriorLaw law(const Node& node, const std::string& where) {
        const std::string word = text(node, "verdeling", where + ".verdeling");
        if (word.empty())
            return PriorLaw::uniform;
        const auto found = std::ranges::find(law_names, word);
        if (found == law_names.end()) {
            complain(*node.find("verdeling"),
                     where + ".verdeling",
                     fmt::format("is \"{}\", maar kan dat niet zijn", word),
                     suggestion_for(word, law_names));
            return PriorLaw::uniform;
        }
        return static_cast<PriorLaw>(found - law_names.begin());
    }

    bool bounds(const Node& node,
                const std::string& where,
                const ParameterRecord& record,
                CalibratedParameter& p) {
        const auto low = bound(node, "laag", where, p.dimension, record.low);
        const auto high = bound(node, "hoog", where, p.dimension, record.high);
        if (!low || !high)
            return false;
        p.prior.low = *low;
        p.prior.high = *high;
        if (*low >= *high) {
            complain(node,
                     where,
                     fmt::format("heeft laag {} en hoog {}: daartussen ligt niets",
                                 units::quantity_text(*low, p.dimension),
                                 units::quantity_text(*high, p.dimension)),
                     "geef `laag` en `hoog`, met laag onder hoog");
            return false;
        }
        if (p.prior.law == PriorLaw::loguniform && *low <= 0.0) {
            complain(node,
                     where + ".verdeling",
                     fmt::format("is loguniform, maar `laag` is {}",
                                 units::quantity_text(*low, p.dimension)),
                     "geef een `laag` boven 0, of kies uniform");
            return false;
        }
        return true;
    }

    /// What the study says, else what the basis has as range of the assumption.
    std::optional<double> bound(const Node& node,
                                std::string_view key,
                                const std::string& where,
                                Dimension dimension,
                                std::optional<double> otherwise) {
        const Node* given = node.find(key);
        const std::string own = fmt::format("{}.{}", where, key);
        if (given != nullptr)
            return number(*given, own, dimension);
        if (!otherwise)
            complain(node,
                     own,
                     fmt::format("ontbreekt, en de basis geeft er geen `{}` bij", key),
                     fmt::format("schrijf hier {} = ...", key));
        return otherwise;
    }

    std::optional<double> number(const Node& node, const std::string& where, Dimension dimension) {
        ParsedNumber parsed;
        if (node.kind == Node::Kind::text)
            parsed = parse_quantity(node.text, dimension);
        else if (node.kind == Node::Kind::whole || node.kind == Node::Kind::real)
            parsed = bare_number(node.number, dimension);
        else
            parsed.what = fmt::format("is {}, maar moet een getal zijn", kind_name(node.kind));
        if (parsed.value && !std::isfinite(*parsed.value))
            parsed = {std::nullopt, "is geen eindig getal", ""};
        if (!parsed.value)
            complain(node, where, parsed.what, parsed.suggestion);
        return parsed.value;
    }

    void targets(const Node& table) {
        const std::string where = "kalibratie.doelen";
        const Node* list =
            find(table, "doelen", Node::Kind::array, where, "schrijf [[kalibratie.doelen]]");
        if (list == nullptr || list->members.empty()) {
            if (table.find("doelen") == nullptr || list != nullptr)
                complain(table,
                         where,
                         "ontbreekt: op welke cijfers wordt ingesteld",
                         "voeg [[kalibratie.doelen]] toe met `maat` en `waarde`");
            return;
        }
        for (std::size_t i = 0; i < list->members.size(); ++i)
            target(list->members[i], fmt::format("{}[{}]", where, i + 1));
    }

    void target(const Node& node, const std::string& where) {
        if (!is_table(node, where, "schrijf [[kalibratie.doelen]]"))
            return;
        refuse_unknown(
            node, where, {"maat", "plaats", "waarde", "standaardafwijking", "marge", "bron"});
        CalibrationTarget t{
            {text(node, "maat", where + ".maat"), text(node, "plaats", where + ".plaats")},
            {},
            text(node, "bron", where + ".bron")};
        require(node, "maat", where, "zie `ketenplan maten`");
        require(node, "bron", where, "schrijf waar het cijfer staat");
        const auto value = figure(node, "waarde", where);
        if (require(node, "waarde", where, "schrijf het gedrukte cijfer") && value)
            t.waarneming.value = *value;
        deviation(node, where, t.waarneming);
        if (t.figuur.measure.empty() || !usable_)
            return;
        if (t.figuur.cell.empty())
            t.figuur.cell = standard_place(t.figuur.measure, columns_);
        if (!is_known(node, t.figuur.measure, t.figuur.cell, where, columns_))
            return;
        const bool twice = std::ranges::any_of(study_.doelen, [&](const CalibrationTarget& d) {
            return d.figuur.measure == t.figuur.measure && d.figuur.cell == t.figuur.cell;
        });
        if (twice)
            complain(node,
                     where,
                     fmt::format("noemt {} ({}) nog eens: één gesimuleerd jaar kan maar één cijfer "
                                 "hebben",
                                 t.figuur.measure,
                                 t.figuur.cell),
                     "neem van twee jaren het gemiddelde, met hun verschil als standaardafwijking");
        study_.doelen.push_back(std::move(t));
    }

    bool require(const Node& node,
                 std::string_view key,
                 const std::string& where,
                 const std::string& suggestion) {
        if (node.find(key) != nullptr)
            return true;
        complain(node, fmt::format("{}.{}", where, key), "ontbreekt", suggestion);
        return false;
    }

    std::optional<double> figure(const Node& node, std::string_view key, const std::string& where) {
        const Node* given = node.find(key);
        return given == nullptr
                   ? std::nullopt
                   : number(*given, fmt::format("{}.{}", where, key), Dimension::factor);
    }

    /// `standaardafwijking`, or `marge` as a share of the value.
    void deviation(const Node& node, const std::string& where, analysis::Observation& to) {
        const auto own = figure(node, "standaardafwijking", where);
        const auto share = figure(node, "marge", where);
        const bool has_own = node.find("standaardafwijking") != nullptr;
        if (has_own == (node.find("marge") != nullptr)) {
            complain(node,
                     where + ".standaardafwijking",
                     "moet er zijn, of anders `marge`, maar niet allebei",
                     "schrijf standaardafwijking = 5 of marge = \"3%\" (van de waarde)");
            return;
        }
        if (has_own ? !own : !share)
            return;
        to.standard_deviation = has_own ? *own : *share * std::abs(to.value);
        if (to.standard_deviation <= 0.0)
            complain(node,
                     where + (has_own ? ".standaardafwijking" : ".marge"),
                     "moet meer dan 0 opleveren: geen cijfer is volmaakt",
                     "neem ten minste de helft van de afronding");
    }

    /// Each parameter at its bounds and once in between, the others as in the basis.
    void try_bounds() {
        for (const CalibratedParameter& p : study_.parameters) {
            constexpr double between = 0.381966; // no round number: whole parameters are found out
            const double middle = p.prior.low + between * (p.prior.high - p.prior.low);
            for (const double value : {p.prior.low, middle, p.prior.high})
                try_value(p, value);
        }
    }

    void try_value(const CalibratedParameter& p, double value) {
        const ParameterChange change{p.path, change_text(value, p.dimension)};
        Diagnostics found;
        (void)read_scenario(with_changes(study_.basis, {&change, 1}, p.place), found);
        const std::string where = "kalibratie.parameters." + p.key;
        const auto wrong = std::ranges::find_if(found.items(), [](const Diagnostic& d) {
            return d.problem.severity == parameters::Severity::error;
        });
        if (wrong == found.items().end() || problems_.mentions(where))
            return;
        problems_.error(p.place,
                        where,
                        fmt::format("kan niet tot {} gaan: {} {}",
                                    change.value,
                                    wrong->problem.path,
                                    wrong->problem.what),
                        "geef `laag` en `hoog` waarbinnen elke waarde mag");
    }

    CalibrationStudy study_;
    std::vector<analysis::Column> columns_; ///< of the basis
    bool usable_ = false;                   ///< the basis
};

} // namespace

bool is_calibration_study(const std::string& path) {
    return is_study_with(path, {"kalibratie"});
}

CalibrationStudy read_calibration_study(const std::string& path) {
    return CalibrationReader(path).read();
}

std::vector<ParameterChange> changes_of(const CalibrationStudy& study,
                                        const Eigen::VectorXd& values) {
    std::vector<ParameterChange> changes;
    for (std::size_t p = 0; p < study.parameters.size(); ++p)
        changes.push_back(
            {study.parameters[p].path,
             change_text(values(static_cast<Eigen::Index>(p)), study.parameters[p].dimension)});
    return changes;
}

Scenario member_scenario(const CalibrationStudy& study,
                         const Eigen::VectorXd& values,
                         Diagnostics& diagnostics) {
    return read_scenario(with_changes(study.basis, changes_of(study, values), study.place),
                         diagnostics);
}

} // namespace ketenplan::runner
