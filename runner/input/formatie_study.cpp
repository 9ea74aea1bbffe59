#include "input/formatie_study.hpp"

#include "input/study_document.hpp"
#include "input/value_reader.hpp"
#include "parameters/validate.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace ketenplan::runner {

using analysis::Norm;
using analysis::Zoekpost;
using units::Dimension;

namespace {

constexpr double least_trials = 50.0;
constexpr double most_trials = 100'000.0;
constexpr double rounding = 1e-6; ///< of a step
constexpr double most_fte = 1000.0;
constexpr double least_price = 0.01;

Dimension dimension_of(const std::string& measure) {
    const auto all = analysis::measures();
    const auto found = std::ranges::find(all, measure, &analysis::Measure::name);
    const std::string_view unit = found == all.end() ? "" : found->unit;
    if (unit == "aandeel")
        return Dimension::probability;
    if (unit == "dagen")
        return Dimension::days;
    if (unit == "euro")
        return Dimension::euro;
    return unit == "fte" ? Dimension::fte : Dimension::count;
}

double fte_of(const parameters::Post& post) {
    double sum = post.fte ? post.fte->value() : 0.0;
    for (const auto& one : post.aanstellingen)
        sum += one.value();
    return sum;
}

class FormatieReader : private StudyDocument {
public:
    explicit FormatieReader(std::string path) : StudyDocument(std::move(path)) {}

    FormatieStudy read() {
        if (const auto root = parse(study_.file)) {
            refuse_unknown(*root, "", {"formaat", "naam", "basis", "zaad", "formatie"});
            double format = 1.0;
            whole(*root, "formaat", 1.0, 1.0, format);
            study_.naam = text(*root, "naam", "naam");
            whole(*root, "zaad", 0.0, largest_seed, study_.zaad);
            if (read_scenario_of(*root))
                question(*root);
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    bool read_scenario_of(const Node& root) {
        auto tree = read_basis(root, "het scenario waarvan de formatie wordt gezocht");
        if (!tree)
            return false;
        study_.boom = std::move(*tree);
        study_.basis = read_scenario(study_.boom, problems_);
        study_.basis.files.push_back(study_.file);
        if (problems_.has_errors())
            return false;
        columns_ = analysis::columns_of(casus::Opzet(study_.basis.parameters));
        std::set<std::int32_t> years;
        for (const analysis::Column& column : columns_) {
            if (column.year)
                years.insert(*column.year);
        }
        if (years.size() == 1)
            return true;
        complain(
            *root.find("basis"),
            "basis",
            fmt::format("meet {} kalenderjaren, maar een norm gaat over één jaar", years.size()),
            "geef een basis die één kalenderjaar meet (`looptijd.start` en `looptijd.einde`)");
        return false;
    }

    void question(const Node& root) {
        const Node* table =
            find(root, "formatie", Node::Kind::table, "formatie", "schrijf [formatie]");
        if (table == nullptr) {
            if (root.find("formatie") == nullptr)
                complain(root,
                         "formatie",
                         "ontbreekt: welke posten mogen anders, en aan welke normen moet het huis "
                         "voldoen",
                         "schrijf [formatie.posten.<post>] en [[formatie.normen]]");
            return;
        }
        refuse_unknown(*table,
                       "formatie",
                       {"stap",
                        "onverschillig",
                        "betrouwbaarheid",
                        "replicaties_hoogstens",
                        "bewijs",
                        "ensemble",
                        "budget",
                        "posten",
                        "normen",
                        "bekijk"});
        settings(*table);
        posts(*table);
        norms(*table);
        prices(*table);
        budget(*table);
        looks(*table);
        uncertainty(*table);
        if (!problems_.has_errors())
            ends_are_valid(*table);
    }

    /// A setting between two limits; stays as it is when it is not there or wrong.
    void setting(const Node& table,
                 const std::string& key,
                 Dimension dimension,
                 std::pair<double, double> limits,
                 double& target) {
        if (const auto value = limited(table, key, "formatie." + key, dimension, limits))
            target = *value;
    }

    void settings(const Node& table) {
        setting(table, "stap", Dimension::fte, {0.05, 1.0}, study_.stap);
        setting(table,
                "onverschillig",
                Dimension::probability,
                {0.005, 0.2},
                study_.plan.onverschillig);
        double sure = 1.0 - study_.plan.fout;
        setting(table, "betrouwbaarheid", Dimension::probability, {0.5, 0.999}, sure);
        study_.plan.fout = 1.0 - sure;
        replications(table, "replicaties_hoogstens", study_.plan.meeste);
        replications(table, "bewijs", study_.plan.bewijs);
    }

    void replications(const Node& table, const std::string& key, std::size_t& target) {
        auto count = static_cast<double>(target);
        setting(table, key, Dimension::count, {least_trials, most_trials}, count);
        target = static_cast<std::size_t>(count);
    }

    void posts(const Node& table) {
        const Node* list = find(table,
                                "posten",
                                Node::Kind::table,
                                "formatie.posten",
                                "schrijf [formatie.posten.<post>]");
        if (list == nullptr || list->members.empty()) {
            complain(table, "formatie.posten", "noemt geen post waarvan de fte mag veranderen");
            return;
        }
        for (const Node& member : list->members)
            post(member, "formatie.posten." + member.key);
    }

    void post(const Node& node, const std::string& where) {
        const auto& all = study_.basis.parameters.formatie.posten;
        const auto found = std::ranges::find(all, node.key, &parameters::Post::key);
        if (found == all.end()) {
            std::vector<std::string> known;
            for (const auto& one : all)
                known.push_back(one.key);
            problems_.error(node.key_place,
                            where,
                            fmt::format("\"{}\" is geen post van de basis", node.key),
                            suggestion_for(node.key, known));
            return;
        }
        if (!is_table(node, where))
            return;
        refuse_unknown(node, where, {"minimum", "maximum", "prijs"});
        Zoekpost p{.post = static_cast<std::size_t>(found - all.begin()),
                   .naam = fmt::format("{}@{}", found->rol, found->plaats)};
        const double now = fte_of(*found);
        p.minimum = steps(node, "minimum", where).value_or(1);
        p.maximum = steps(node, "maximum", where)
                        .value_or(static_cast<int>(std::ceil((2.0 * now + 1.0) / study_.stap)));
        p.gewicht = quantity(node, "prijs", where + ".prijs", Dimension::euro).value_or(1.0);
        if (node.find("prijs") == nullptr)
            without_price_.push_back(node.key);
        if (p.gewicht < least_price)
            complain(*node.find("prijs"), where + ".prijs", "moet ten minste een cent zijn");
        if (p.maximum < p.minimum)
            complain(node, where, "heeft een `maximum` onder het `minimum`");
        study_.posten.push_back(std::move(p));
    }

    std::optional<int> steps(const Node& table, const std::string& key, const std::string& where) {
        const auto fte = quantity(table, key, where + "." + key, Dimension::fte);
        if (!fte)
            return std::nullopt;
        if (*fte < study_.stap || *fte > most_fte) {
            complain(*table.find(key),
                     where + "." + key,
                     fmt::format("moet van één stap ({}) tot {} zijn",
                                 units::quantity_text(study_.stap, Dimension::fte),
                                 units::quantity_text(most_fte, Dimension::fte)));
            return std::nullopt;
        }
        const double count = *fte / study_.stap;
        if (std::abs(count - std::round(count)) > rounding)
            complain(*table.find(key),
                     where + "." + key,
                     fmt::format("is geen veelvoud van de stap ({})",
                                 units::quantity_text(study_.stap, Dimension::fte)));
        return static_cast<int>(std::lround(count));
    }

    void norms(const Node& table) {
        const Node* list = find(
            table, "normen", Node::Kind::array, "formatie.normen", "schrijf [[formatie.normen]]");
        if (list == nullptr || list->members.empty()) {
            complain(table, "formatie.normen", "ontbreekt", "schrijf [[formatie.normen]]");
            return;
        }
        for (std::size_t i = 0; i < list->members.size(); ++i)
            norm(list->members[i], fmt::format("formatie.normen[{}]", i + 1));
        // What follows from a formatie besides its norms.
        for (const char* wait : {"wachttijd_overleg_km", "doorlooptijd_weging_km"})
            study_.cijfers.push_back({wait, "regio"});
    }

    void norm(const Node& node, const std::string& where) {
        if (!is_table(node, where, "schrijf [[formatie.normen]]"))
            return;
        refuse_unknown(node, where, {"maat", "plaats", "minstens", "hoogstens", "kans"});
        analysis::Figure figure{text(node, "maat", where + ".maat"),
                                text(node, "plaats", where + ".plaats")};
        if (node.find("maat") == nullptr)
            complain(node, where + ".maat", "ontbreekt", "zie `ketenplan maten`");
        if (figure.measure.empty())
            return;
        if (figure.cell.empty())
            figure.cell = standard_place(figure.measure, columns_);
        const bool known = is_known(node, figure.measure, figure.cell, where, columns_);
        Norm n{.cijfer = study_.cijfers.size(), .jaar = {}};
        if (bound(node, figure.measure, where, n) && chance(node, where, n) && known) {
            study_.normen.push_back(n);
            study_.cijfers.push_back(std::move(figure));
        }
    }

    bool bound(const Node& node, const std::string& measure, const std::string& where, Norm& n) {
        const bool least = node.find("minstens") != nullptr;
        const std::string key = least ? "minstens" : "hoogstens";
        if (least == (node.find("hoogstens") != nullptr)) {
            complain(node, where, "moet één van beide hebben: `minstens` of `hoogstens`");
            return false;
        }
        const Dimension dimension = dimension_of(measure);
        const auto value = quantity(node, key, where + "." + key, dimension);
        if (value && *value > 1.0 && dimension == Dimension::probability) {
            complain(*node.find(key),
                     where + "." + key,
                     "is meer dan 100%, en dat kan een aandeel niet zijn",
                     fmt::format("schrijf \"{}%\"", units::number_text(*value, ',')));
            return false;
        }
        n.jaar = {value.value_or(0.0),
                  least ? analysis::Richting::hoger : analysis::Richting::lager};
        return value.has_value();
    }

    bool chance(const Node& node, const std::string& where, Norm& n) {
        const auto value = quantity(node, "kans", where + ".kans", Dimension::probability);
        if (node.find("kans") == nullptr) {
            complain(node,
                     where + ".kans",
                     "ontbreekt: het deel van de jaren waarin de norm gehaald moet worden",
                     "schrijf kans = \"90%\"");
            return false;
        }
        if (!value)
            return false;
        n.kans = *value;
        if (n.kans - study_.plan.onverschillig > 0.0 && n.kans < 1.0)
            return true;
        complain(
            *node.find("kans"),
            where + ".kans",
            "moet onder 100% liggen, en boven de zone van onverschilligheid",
            "schrijf bijvoorbeeld kans = \"95%\": zekerheid is met geen aantal jaren te tonen");
        return false;
    }

    /// Prices compare posts: all have one, or none.
    void prices(const Node& table) {
        study_.geprijsd = without_price_.empty();
        if (study_.geprijsd || without_price_.size() == study_.posten.size())
            return;
        for (const std::string& post : without_price_)
            complain(table,
                     fmt::format("formatie.posten.{}", post),
                     "heeft geen `prijs`, en andere posten wel",
                     "geef elke post een prijs per fte, of geen enkele");
    }

    void budget(const Node& table) {
        study_.budget = quantity(table, "budget", "formatie.budget", Dimension::euro);
        if (!study_.budget)
            return;
        if (*study_.budget <= 0.0)
            complain(*table.find("budget"), "formatie.budget", "moet groter dan 0 zijn");
        if (without_price_.size() < study_.posten.size())
            return; // complained of already, if need be
        for (const std::string& post : without_price_)
            complain(*table.find("budget"),
                     "formatie.budget",
                     fmt::format("kan niet zonder de prijs van een fte van {}", post),
                     fmt::format("schrijf [formatie.posten.{}] prijs = \"80000 euro\"", post));
    }

    /// Formaties that somebody wants to know about, whatever the answer.
    void looks(const Node& table) {
        const Node* list = find(table,
                                "bekijk",
                                Node::Kind::table,
                                "formatie.bekijk",
                                "schrijf [formatie.bekijk.<naam>]");
        if (list == nullptr || study_.posten.empty())
            return;
        for (const Node& member : list->members)
            look(member, "formatie.bekijk." + member.key);
    }

    void look(const Node& node, const std::string& where) {
        if (!is_table(node, where))
            return;
        std::vector<std::string> known;
        GevraagdeFormatie asked{.naam = node.key, .formatie = study_.nu()};
        for (std::size_t d = 0; d < study_.posten.size(); ++d) {
            const std::string& key =
                study_.basis.parameters.formatie.posten[study_.posten[d].post].key;
            known.push_back(key);
            asked.formatie[d] = steps(node, key, where).value_or(asked.formatie[d]);
        }
        refuse_unknown(node, where, known);
        study_.bekijk.push_back(std::move(asked));
    }

    /// What is not known of the scenario.
    void uncertainty(const Node& table) {
        study_.aannames = uncertain_numbers(study_.basis, is_assumption);
        const std::string name = text(table, "ensemble", "formatie.ensemble");
        if (name.empty())
            return;
        const std::string path = beside(name);
        try {
            study_.ensemble = read_ensemble(path);
        } catch (const InputError& error) {
            complain(*table.find("ensemble"),
                     "formatie.ensemble",
                     fmt::format("kan niet worden gebruikt: {}", error.what()));
            return;
        }
        Diagnostics none; // it has just been read
        study_.basis.files.push_back({path, hash_of(read_file(path, none).value_or(""))});
        for (const ParameterChange& change : study_.ensemble.front().changes) {
            is_in_basis(
                study_.boom.root, *table.find("ensemble"), change.path, "formatie.ensemble");
            std::erase_if(study_.aannames,
                          [&](const UncertainNumber& n) { return n.path == change.path; });
        }
    }

    /// The scenario must make sense with the smallest and the largest formatie.
    void ends_are_valid(const Node& table) {
        for (const bool largest : {false, true}) {
            analysis::Formatie ends;
            for (const Zoekpost& p : study_.posten)
                ends.push_back(largest ? p.maximum : p.minimum);
            const auto problems = parameters::validate(
                analysis::met_formatie(study_.basis.parameters, study_.posten, ends, study_.stap));
            for (const auto& problem : problems.items()) {
                if (problem.severity == parameters::Severity::error)
                    complain(table,
                             problem.path,
                             fmt::format("{} (met de {} formatie van deze studie)",
                                         problem.what,
                                         largest ? "grootste" : "kleinste"),
                             problem.suggestion);
            }
        }
    }

    FormatieStudy study_;
    std::vector<analysis::Column> columns_;
    std::vector<std::string> without_price_; ///< posts
};

} // namespace

analysis::Formatie FormatieStudy::nu() const {
    analysis::Formatie now;
    for (const Zoekpost& p : posten) {
        const double fte = fte_of(basis.parameters.formatie.posten[p.post]);
        now.push_back(std::max(1, static_cast<int>(std::lround(fte / stap))));
    }
    return now;
}

FormatieStudy read_formatie_study(const std::string& path) {
    return FormatieReader(path).read();
}

} // namespace ketenplan::runner
