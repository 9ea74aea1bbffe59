#include "input/budget_study.hpp"

#include "engine/civil.hpp"
#include "input/budget_lines.hpp"
#include "input/node_path.hpp"
#include "input/sheet_input.hpp"
#include "input/study_document.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace ketenplan::runner {

using units::Dimension;

const std::vector<std::string> weight_names{"focus", "nazorg", "bilateraal", "geen_vervolg"};

namespace {

Node text_node(const std::string& text, const Place& place) {
    Node node;
    node.kind = Node::Kind::text;
    node.place = place;
    node.text = text;
    return node;
}

Node date_node(engine::Date date, const Place& place) {
    Node node;
    node.kind = Node::Kind::date;
    node.place = place;
    node.date = date;
    return node;
}

engine::Date first_day(std::int32_t year) {
    return engine::Date(std::chrono::sys_days(std::chrono::year{year} / 1 / 1).time_since_epoch());
}

/// The first day of a month on or after a day.
engine::Date next_month_begin(engine::Date day) {
    const std::chrono::year_month_day civil{std::chrono::sys_days(day.time_since_epoch())};
    std::chrono::year_month month = civil.year() / civil.month();
    if (civil.day() != std::chrono::day{1})
        month += std::chrono::months{1};
    return engine::Date(std::chrono::sys_days(month / 1).time_since_epoch());
}

/// Reads what the years are, the variants and their scenarios; the money is BudgetMoneyReader's.
class BudgetReader : private StudyDocument {
public:
    explicit BudgetReader(std::string path) : StudyDocument(std::move(path)) {}

    BudgetStudy read() {
        if (auto root = parse(study_.file)) {
            refuse_unknown(*root, "", budget_tables());
            lay_sheets_over(*root, path_, sheets_, problems_);
            head(*root);
            basis(*root);
            if (!problems_.has_errors())
                variants(*root);
            if (!problems_.has_errors()) {
                contributions(*root);
                read_budget_money(study_, *root, problems_);
            }
            study_.root = std::move(*root);
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    void head(const Node& root) {
        double format = 1.0;
        constexpr double first_year = 1990.0;
        constexpr double last_year = 2100.0;
        constexpr double most_years = 8.0;
        constexpr double most_draws = 100'000.0;
        whole(root, "formaat", 1.0, 1.0, format);
        study_.naam = text(root, "naam", "naam");
        std::uint32_t year = 0;
        std::uint32_t years = 4;
        std::uint32_t level = 0;
        whole(root, "jaar", first_year, last_year, year);
        if (root.find("jaar") == nullptr)
            complain(root, "jaar", "ontbreekt: het begrotingsjaar", "schrijf jaar = 2023");
        whole(root, "jaren", 1.0, most_years, years);
        whole(root, "prijspeil", first_year, last_year, level);
        whole(root, "replicaties", 2.0, most_draws, study_.replicaties);
        whole(root, "zaad", 0.0, largest_seed, study_.zaad);
        whole(root, "trekkingen", 0.0, most_draws, study_.trekkingen);
        whole(root, "per_trekking", 1.0, most_draws, study_.per_trekking);
        study_.jaar = static_cast<std::int32_t>(year);
        study_.jaren = years;
        study_.prijspeil = level == 0 ? study_.jaar : static_cast<std::int32_t>(level);
        if (study_.prijspeil > study_.jaar)
            complain(*root.find("prijspeil"),
                     "prijspeil",
                     fmt::format("is {}, na het begrotingsjaar {}", level, year),
                     "geef de prijzen in euro's van het begrotingsjaar of eerder");
    }

    /// The scenario of the study's years: what it measures is laid over the basis.
    void basis(const Node& root) {
        auto tree = read_basis(root, "het scenario dat wordt begroot");
        if (!tree || study_.jaar == 0)
            return;
        if (const Node* changes = find(
                root, "wijzigingen", Node::Kind::table, "wijzigingen", "schrijf [wijzigingen]"))
            lay_over(tree->root, Node(*changes));
        const auto last = study_.jaar + static_cast<std::int32_t>(study_.jaren);
        lay_over(tree->root,
                 change_of("looptijd.start", date_node(first_day(study_.jaar), root.place)));
        lay_over(tree->root, change_of("looptijd.einde", date_node(first_day(last), root.place)));
        lay_over(tree->root, change_of("looptijd.uitloop", text_node("0 dagen", root.place)));
        tree->files.push_back(study_.file);
        tree->files.insert(tree->files.end(), sheets_.begin(), sheets_.end());
        basis_ = std::move(*tree);
    }

    void variants(const Node& root) {
        const Node* table = find(
            root, "varianten", Node::Kind::table, "varianten", "schrijf [varianten.stichting]");
        if (table == nullptr || table->members.empty()) {
            BudgetVariant only;
            only.key = "huidig";
            only.naam = "zoals het nu is";
            add(std::move(only), ScenarioTree(basis_));
            return;
        }
        const std::string present = text(root, "huidig", "huidig");
        const Node* now = table->find(present);
        if (now == nullptr) {
            std::vector<std::string> known;
            for (const Node& member : table->members)
                known.push_back(member.key);
            complain(root.find("huidig") == nullptr ? root : *root.find("huidig"),
                     "huidig",
                     present.empty() ? "ontbreekt: welke variant er nu is"
                                     : fmt::format("\"{}\" is geen variant", present),
                     suggestion_for(present, known));
            return;
        }
        variant(*now, true);
        for (const Node& member : table->members) {
            if (member.key != present)
                variant(member, false);
        }
    }

    void variant(const Node& node, bool present) {
        const std::string where = "varianten." + node.key;
        if (!is_table(node, where))
            return;
        refuse_unknown(node,
                       where,
                       {"naam",
                        "rechtsvorm",
                        "risicodrager",
                        "reserve",
                        "btw_last",
                        "besluit",
                        "doorlooptijd",
                        "ingang",
                        "zonder",
                        "lasten",
                        "baten",
                        "wijzigingen"});
        BudgetVariant made;
        made.key = node.key;
        made.naam = text(node, "naam", where + ".naam");
        if (made.naam.empty())
            made.naam = node.key;
        made.risicodrager = text(node, "risicodrager", where + ".risicodrager");
        ScenarioTree tree = basis_;
        if (const Node* changes =
                find(node, "wijzigingen", Node::Kind::table, where, "schrijf een tabel"))
            lay_over(tree.root, Node(*changes));
        std::string form = text(node, "rechtsvorm", where + ".rechtsvorm");
        if (form.empty())
            form = node.key;
        if (present) {
            present_form_ = form;
            lay_over(tree.root, change_of("rechtsvorm", text_node(form, node.place)));
        } else {
            begin(node, where, made);
            lay_over(tree.root, change_of("rechtsvorm", text_node(present_form_, node.place)));
            if (made.ingang && form != present_form_)
                changes_at(tree, form, *made.ingang, node.place);
        }
        add(std::move(made), std::move(tree));
    }

    void changes_at(ScenarioTree& tree,
                    const std::string& form,
                    engine::Date date,
                    const Place& place) const {
        if (date <= first_day(study_.jaar)) {
            lay_over(tree.root, change_of("rechtsvorm", text_node(form, place)));
            return;
        }
        lay_over(tree.root, change_of("rechtsvorm_overgang.naar", text_node(form, place)));
        lay_over(tree.root, change_of("rechtsvorm_overgang.op", date_node(date, place)));
    }

    /// When the variant can begin: after its decision and every step that takes time.
    void begin(const Node& node, const std::string& where, BudgetVariant& made) {
        constexpr double days_in_week = 7.0;
        constexpr double most_weeks = 520.0;
        double weeks = 0.0;
        if (const Node* steps = find(node,
                                     "doorlooptijd",
                                     Node::Kind::table,
                                     where + ".doorlooptijd",
                                     "schrijf een tabel van stappen met weken")) {
            for (const Node& step : steps->members) {
                if (is_provenance(step))
                    continue;
                const auto days = limited(*steps,
                                          step.key,
                                          where + ".doorlooptijd." + step.key,
                                          Dimension::days,
                                          {0.0, most_weeks * days_in_week},
                                          origin_in(*steps, {}));
                made.stappen.push_back({step.key, days.value_or(0.0) / days_in_week});
                weeks += made.stappen.back().weken;
            }
        }
        const auto decided = date(node, "besluit", where);
        const auto asked = date(node, "ingang", where);
        const engine::Date ready =
            next_month_begin(decided.value_or(first_day(study_.jaar)) +
                             std::chrono::days(std::llround(std::ceil(weeks * days_in_week))));
        made.ingang = std::max(asked.value_or(ready), ready);
        if (asked && *asked < ready)
            complain(*node.find("ingang"),
                     where + ".ingang",
                     fmt::format("is eerder dan de doorlooptijd toelaat: na het besluit duurt het "
                                 "{} weken",
                                 units::number_text(weeks, ',')),
                     "kies een latere ingang, of een eerder besluit");
    }

    std::optional<engine::Date>
    date(const Node& node, const std::string& key, const std::string& where) {
        const Node* found =
            find(node, key, Node::Kind::date, where + "." + key, "schrijf een datum: 2023-01-01");
        return found == nullptr ? std::nullopt : std::optional(found->date);
    }

    void add(BudgetVariant made, ScenarioTree tree) {
        Diagnostics found;
        made.scenario = read_scenario(tree, found);
        for (const Diagnostic& d : found.items()) {
            const bool known = std::ranges::any_of(problems_.items(), [&](const Diagnostic& other) {
                return d.place == other.place && d.problem.path == other.problem.path;
            });
            if (!known && d.problem.severity == parameters::Severity::error)
                problems_.add(d);
        }
        made.tree = std::move(tree);
        study_.varianten.push_back(std::move(made));
    }

    void contributions(const Node& root) {
        const Node* table = find(root,
                                 "bijdragen",
                                 Node::Kind::table,
                                 "bijdragen",
                                 R"(schrijf bijdragen = { studie = "bijdragen.toml" })");
        if (table == nullptr)
            return;
        refuse_unknown(*table, "bijdragen", {"studie", "sleutel"});
        const std::string file = text(*table, "studie", "bijdragen.studie");
        if (file.empty())
            return;
        study_.bijdragen = read_contribution_study(beside(file));
        study_.sleutel = study_.bijdragen->referentie;
        const std::string key = text(*table, "sleutel", "bijdragen.sleutel");
        std::vector<std::string> known;
        for (const ContributionKey& k : study_.bijdragen->sleutels)
            known.push_back(k.key);
        if (key.empty())
            return;
        const auto found = std::ranges::find(known, key);
        if (found == known.end())
            complain(*table->find("sleutel"),
                     "bijdragen.sleutel",
                     fmt::format("\"{}\" is geen sleutel van {}", key, file),
                     suggestion_for(key, known));
        else
            study_.sleutel = static_cast<std::size_t>(found - known.begin());
    }

    BudgetStudy study_;
    ScenarioTree basis_;
    std::vector<InputFile> sheets_; ///< of numbers, beside the study
    std::string present_form_;
};

} // namespace

finance::Begrotingsmodel BudgetVariant::model(std::int32_t jaar, std::size_t jaren) const {
    finance::Begrotingsmodel made{.jaar = jaar, .jaren = jaren, .regels = {}};
    for (const BudgetLine& line : regels)
        made.regels.push_back(line.regel);
    return made;
}

double BudgetStudy::index_factor(const std::string& name, std::size_t y) const {
    const auto found = indices.find(name);
    if (found == indices.end())
        return 1.0;
    const std::size_t steps = static_cast<std::size_t>(jaar - prijspeil) + y;
    double factor = 1.0;
    for (std::size_t k = 0; k < steps; ++k)
        factor *= 1.0 + found->second[k];
    return factor;
}

BudgetStudy read_budget_study(const std::string& path) {
    return BudgetReader(path).read();
}

VariedBudget with_changes(const BudgetStudy& study, std::span<const Change> changes) {
    BudgetStudy made = study;
    for (const Change& change : changes)
        set_number(made.root, change.number->path, change.value, change.number->dimension);
    Diagnostics found;
    read_budget_money(made, made.root, found);
    VariedBudget result;
    for (const Diagnostic& d : found.items()) {
        if (d.problem.severity == parameters::Severity::error && result.problem.empty())
            result.problem = fmt::format("`{}` {}", d.problem.path, d.problem.what);
    }
    if (!found.has_errors())
        result.study = std::move(made);
    return result;
}

} // namespace ketenplan::runner
