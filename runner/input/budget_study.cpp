#include "input/budget_study.hpp"

#include "input/budget_begin.hpp"
#include "input/budget_lines.hpp"
#include "input/node_path.hpp"
#include "input/sheet_input.hpp"
#include "input/study_document.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

namespace ketenplan::runner {

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

/// Reads what the years are, the variants and their scenarios; the money is BudgetMoneyReader's.
class BudgetReader : private StudyDocument {
public:
    explicit BudgetReader(std::string path, const Study* options = nullptr)
        : StudyDocument(std::move(path)), options_(options) {}

    BudgetStudy read() {
        if (auto root = parse(study_.file); root && is_budget(*root)) {
            if (options_ != nullptr && options_->begroting_wijzigingen.kind == Node::Kind::table)
                lay_over(*root, Node(options_->begroting_wijzigingen));
            refuse_unknown(*root, "", budget_tables());
            lay_sheets_over(*root, path_, sheets_, problems_);
            head(*root);
            basis(*root);
            if (basis_can_be_)
                options_ == nullptr ? variants(*root) : options(*root);
            contributions(*root);
            if (scenarios_can_be_ && !study_.varianten.empty())
                read_budget_money(study_, *root, problems_);
            study_.root = std::move(*root);
        }
        stop_on_errors();
        return std::move(study_);
    }

private:
    /// A study of another kind would be a list of unknown keys.
    bool is_budget(const Node& root) {
        if (root.find("salarissen") != nullptr || root.find("jaar") != nullptr)
            return true;
        constexpr std::array others{std::pair{"sleutels", "bijdragen"},
                                    std::pair{"formatie", "formatie"},
                                    std::pair{"raster", "vergelijk"},
                                    std::pair{"maten", "vergelijk"}};
        const auto* const other = std::ranges::find_if(
            others, [&](const auto& kind) { return root.find(kind.first) != nullptr; });
        if (other == others.end())
            return true;
        problems_.error(
            root.place,
            other->first,
            fmt::format("hoort bij een studie voor `ketenplan {}`; dit is geen begroting",
                        other->second),
            fmt::format("voer uit: ketenplan {} {}", other->second, path_));
        return false;
    }

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
        basis_can_be_ = tree && study_.jaar != 0;
        if (!basis_can_be_)
            return;
        basis_ = in_years_of_study(std::move(*tree), root);
    }

    ScenarioTree in_years_of_study(ScenarioTree tree, const Node& root) {
        if (const Node* changes = find(
                root, "wijzigingen", Node::Kind::table, "wijzigingen", "schrijf [wijzigingen]"))
            lay_over(tree.root, Node(*changes));
        const auto last = study_.jaar + static_cast<std::int32_t>(study_.jaren);
        lay_over(tree.root,
                 change_of("looptijd.start", date_node(first_day_of(study_.jaar), root.place)));
        lay_over(tree.root, change_of("looptijd.einde", date_node(first_day_of(last), root.place)));
        lay_over(tree.root, change_of("looptijd.uitloop", text_node("0 dagen", root.place)));
        tree.files.push_back(study_.file);
        tree.files.insert(tree.files.end(), sheets_.begin(), sheets_.end());
        return tree;
    }

    /// The options of another study, as variants with the lines of the present form.
    void options(const Node& root) {
        const Node* forms = root.find("varianten");
        const Node* now = forms == nullptr ? nullptr : present_form(root, *forms);
        for (const StudyArm& option : options_->armen) {
            BudgetVariant made;
            made.key = option.key;
            made.naam = option.naam;
            if (now != nullptr)
                made.vorm = now->key;
            ScenarioTree tree = in_years_of_study(option.tree, root);
            tree.files.push_back(options_->file);
            add(std::move(made), std::move(tree));
        }
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
        const Node* now = present_form(root, *table);
        if (now == nullptr)
            return;
        variant(root, *now, true);
        for (const Node& member : table->members) {
            if (&member != now)
                variant(root, member, false);
        }
    }

    /// The form that is there now; nothing, and a complaint, when the study does not say which.
    const Node* present_form(const Node& root, const Node& forms) {
        const std::string present = text(root, "huidig", "huidig");
        if (const Node* now = forms.find(present))
            return now;
        std::vector<std::string> known;
        for (const Node& member : forms.members)
            known.push_back(member.key);
        complain(root.find("huidig") == nullptr ? root : *root.find("huidig"),
                 "huidig",
                 present.empty() ? "ontbreekt: welke variant er nu is"
                                 : fmt::format("\"{}\" is geen variant", present),
                 suggestion_for(present, known));
        return nullptr;
    }

    void variant(const Node& root, const Node& node, bool present) {
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
        made.vorm = node.key;
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
        made.rechtsvorm = form;
        if (present) {
            present_form_ = form;
            lay_over(tree.root, change_of("rechtsvorm", text_node(form, node.place)));
        } else {
            begin(root, node, made);
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
        if (date <= first_day_of(study_.jaar)) {
            lay_over(tree.root, change_of("rechtsvorm", text_node(form, place)));
            return;
        }
        lay_over(tree.root, change_of("rechtsvorm_overgang.naar", text_node(form, place)));
        lay_over(tree.root, change_of("rechtsvorm_overgang.op", date_node(date, place)));
    }

    void begin(const Node& root, const Node& node, BudgetVariant& made) {
        if (!read_begin(study_, root, made, problems_))
            return;
        double weeks = 0.0;
        for (const Leadstep& step : made.stappen)
            weeks += step.weken;
        complain(*node.find("ingang"),
                 "varianten." + node.key + ".ingang",
                 fmt::format("is eerder dan de doorlooptijd toelaat: na het besluit duurt het {} "
                             "weken",
                             units::number_text(weeks, ',')),
                 "kies een latere ingang, of een eerder besluit");
    }

    void add(BudgetVariant made, ScenarioTree tree) {
        Diagnostics found;
        made.scenario = read_scenario(tree, found);
        scenarios_can_be_ = scenarios_can_be_ && !found.has_errors();
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
        if (!std::filesystem::exists(beside(file))) {
            complain(*table->find("studie"),
                     "bijdragen.studie",
                     fmt::format("noemt {}, maar dat bestand is er niet", file),
                     "noem het bestand naast deze studie");
            return;
        }
        study_.bijdragen = read_contribution_study(beside(file));
        of_this_region(*table->find("studie"));
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

    /// Whether the gemeenten that pay are those of the house.
    void of_this_region(const Node& node) {
        if (study_.varianten.empty())
            return;
        const auto names = [](const Scenario& scenario) {
            std::set<std::string> found;
            for (const parameters::Gemeente& g : scenario.parameters.gemeenten)
                found.insert(g.key);
            return found;
        };
        const std::set<std::string> ours = names(study_.varianten.front().scenario);
        const std::set<std::string> theirs = names(study_.bijdragen->basis);
        std::vector<std::string> apart;
        std::ranges::set_symmetric_difference(ours, theirs, std::back_inserter(apart));
        if (!apart.empty())
            complain(node,
                     "bijdragen.studie",
                     fmt::format("gaat over andere gemeenten dan het scenario: {}",
                                 fmt::join(apart, ", ")),
                     "neem een studie van bijdragen met dezelfde `basis` (wie niet meedoet laat u "
                     "weg uit `deelnemers`)");
    }

    BudgetStudy study_;
    const Study* options_; ///< whose options are budgeted; nothing for the variants of this study
    ScenarioTree basis_;
    bool basis_can_be_ = false;
    bool scenarios_can_be_ = true;
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

std::optional<finance::Centen> EarlierYear::totaal(std::string_view what) const {
    std::optional<finance::Centen> sum;
    for (const auto& [kind, amount] : bedragen) {
        const auto s = static_cast<std::size_t>(std::ranges::find(finance::soort_namen, kind) -
                                                finance::soort_namen.begin());
        const bool income = finance::is_bate(static_cast<finance::Soort>(s));
        const bool counts =
            s == finance::soort_namen.size() ? kind == what : what == (income ? "baten" : "lasten");
        if (counts)
            sum = sum.value_or(0) + amount;
    }
    return sum;
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

BudgetStudy read_budget_of_options(const Study& options) {
    return BudgetReader(options.begroting, &options).read();
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
