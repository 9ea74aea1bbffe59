#include "input/contribution_study.hpp"

#include "input/sheet_input.hpp"
#include "input/study_document.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace ketenplan::runner {

namespace {

using finance::Bezwaar;
using finance::Centen;
using units::Dimension;

constexpr double most_euro = 1e9;
constexpr double cents_per_euro = 100.0;

/// Persons reported for the first time, per year, as the scenario has them; not meldingen, of which
/// most are of persons who were reported before.
double new_persons(const parameters::Gemeente& g) {
    if (g.instroom)
        return g.instroom->value();
    return std::accumulate(
        g.instroom_per_bron.begin(),
        g.instroom_per_bron.end(),
        0.0,
        [](double sum, const parameters::KeyedNumber& number) { return sum + number.value; });
}

class ContributionReader : private StudyDocument {
public:
    explicit ContributionReader(std::string path) : StudyDocument(std::move(path)) {}

    ContributionStudy read() {
        auto root = parse(study_.file);
        if (root)
            lay_sheets_over(*root, path_, sheets_, problems_);
        if (root && head(*root)) {
            participants(*root);
            note_joining(*root);
            figures(*root);
            keys(*root);
            if (!problems_.has_errors()) {
                reference(*root);
                departures(*root);
                arrivals(*root);
            }
        }
        stop_on_errors();
        study_.records = std::move(records_);
        return std::move(study_);
    }

private:
    bool head(const Node& root) {
        refuse_unknown(root,
                       "",
                       {"formaat",
                        "naam",
                        "basis",
                        "bedrag",
                        "invoer",
                        "referentie",
                        "deelnemers",
                        "sleutels",
                        "cijfers",
                        "uittreding",
                        "toetreding"});
        double format = 1.0;
        whole(root, "formaat", 1.0, 1.0, format);
        study_.naam = text(root, "naam", "naam");
        study_.bedrag = money(root, "bedrag", "bedrag").value_or(0);
        if (root.find("bedrag") == nullptr)
            complain(root,
                     "bedrag",
                     "ontbreekt: wat moeten de gemeenten samen betalen",
                     "schrijf bedrag = \"180000 euro\"");
        const std::size_t before = problems_.errors();
        auto tree = read_basis(root, "het scenario met de gemeenten");
        if (!tree)
            return false;
        study_.basis = read_scenario(*tree, problems_);
        study_.basis.files.push_back(study_.file);
        study_.basis.files.insert(study_.basis.files.end(), sheets_.begin(), sheets_.end());
        return problems_.errors() == before;
    }

    std::optional<Centen>
    money(const Node& table, const std::string& key, const std::string& where) {
        const auto euro = limited(table, key, where, Dimension::euro, {0.0, most_euro});
        if (!euro)
            return std::nullopt;
        const double cents = *euro * cents_per_euro;
        if (std::abs(cents - std::round(cents)) > 1e-6 * cents_per_euro)
            complain(*table.find(key), where, "heeft meer dan twee cijfers achter de komma");
        return static_cast<Centen>(std::llround(cents));
    }

    void participants(const Node& root) {
        for (const parameters::Gemeente& g : study_.basis.parameters.gemeenten) {
            index_.emplace(g.key, study_.gemeenten.size());
            study_.gemeenten.push_back(g.naam.empty() ? g.key : g.naam);
            study_.inwoners.push_back(g.inwoners);
            figures_["inwoners"].push_back(g.inwoners);
            figures_["nieuwe_personen"].push_back(new_persons(g));
        }
        const Node* list = find(root,
                                "deelnemers",
                                Node::Kind::array,
                                "deelnemers",
                                R"(schrijf deelnemers = ["gouda", "leiden"])");
        if (list == nullptr) { // rows as "buiten regio" have no inwoners
            for (const double people : study_.inwoners)
                study_.doet_mee.push_back(people > 0.0);
            return;
        }
        study_.doet_mee.assign(study_.gemeenten.size(), false);
        for (const Node& member : list->members) {
            if (const auto i = gemeente(member, "deelnemers"))
                study_.doet_mee[*i] = true;
        }
    }

    /// Names of who may join; what is wrong with them is told later.
    void note_joining(const Node& root) {
        const Node* list = root.find("toetreding");
        if (list == nullptr || list->kind != Node::Kind::array)
            return;
        for (const Node& member : list->members)
            joining_.insert(member.text);
    }

    /// Of the name of a gemeente in the basis.
    std::optional<std::size_t> gemeente(const Node& node, const std::string& where) {
        if (node.kind != Node::Kind::text) {
            complain(node, where, "moet de naam van een gemeente uit de basis zijn");
            return std::nullopt;
        }
        return gemeente(node, node.text, where);
    }

    std::optional<std::size_t>
    gemeente(const Node& node, const std::string& key, const std::string& where) {
        const auto found = index_.find(key);
        if (found != index_.end())
            return found->second;
        std::vector<std::string> known;
        for (const auto& [name, i] : index_)
            known.push_back(name);
        complain(node,
                 where,
                 fmt::format("noemt \"{}\", maar die gemeente staat niet in de basis", key),
                 suggestion_for(key, known));
        return std::nullopt;
    }

    /// Calls `each(node, index)` for every member of a table per gemeente.
    template <class Each>
    void per_gemeente(const Node& table, const std::string& where, const Each& each) {
        for (const Node& member : table.members) {
            if (is_provenance(member))
                continue;
            if (const auto i = gemeente(member, member.key, where + "." + member.key))
                each(member, *i);
        }
    }

    void figures(const Node& root) {
        const Node* tables =
            find(root, "cijfers", Node::Kind::table, "cijfers", "schrijf [cijfers.mijn_cijfer]");
        if (tables == nullptr)
            return;
        for (const Node& table : tables->members)
            figures_of(table, "cijfers." + table.key);
    }

    void figures_of(const Node& table, const std::string& where) {
        if (!is_table(table, where))
            return;
        if (figures_.contains(table.key)) {
            complain(table, where, "komt al uit de basis", "kies een andere naam");
            return;
        }
        const Origin origin = origin_in(table, {});
        std::vector<double> values(study_.gemeenten.size(), 0.0);
        std::vector<bool> given(study_.gemeenten.size(), false);
        per_gemeente(table, where, [&](const Node& node, std::size_t i) {
            constexpr double most = 1e9;
            constexpr double least = 1e-3; // else rates go beyond what a number can hold
            const std::string at = where + "." + node.key;
            given[i] = true;
            values[i] =
                limited(table, node.key, at, Dimension::count, {0.0, most}, origin).value_or(0.0);
            if (values[i] > 0.0 && values[i] < least)
                complain(node, at, "is kleiner dan 0,001, en niet 0");
        });
        nobody_left_out(table, where, given);
        figures_[table.key] = std::move(values);
    }

    /// Who is forgotten would pay nothing.
    void
    nobody_left_out(const Node& table, const std::string& where, const std::vector<bool>& given) {
        std::vector<std::string> forgotten;
        for (const auto& [key, i] : index_) {
            if (!given[i] && (study_.doet_mee[i] || joining_.contains(key)))
                forgotten.push_back(key);
        }
        if (!forgotten.empty())
            complain(table,
                     where,
                     fmt::format("zegt niets over {}", fmt::join(forgotten, ", ")),
                     fmt::format("schrijf {} = 0 als dat zo is", forgotten.front()));
    }

    void keys(const Node& root) {
        const Node* tables = find(
            root, "sleutels", Node::Kind::table, "sleutels", "schrijf [sleutels.mijn_sleutel]");
        if (tables == nullptr || tables->members.empty()) {
            complain(root,
                     "sleutels",
                     "ontbreekt: waarnaar wordt verdeeld",
                     "schrijf [sleutels.inwoners] met delen = { inwoners = \"100%\" }");
            return;
        }
        for (const Node& table : tables->members)
            one_key(table, "sleutels." + table.key);
    }

    void one_key(const Node& table, const std::string& where) {
        if (!is_table(table, where))
            return;
        refuse_unknown(table, where, {"naam", "delen", "vast", "toeslag", "minimum", "maximum"});
        ContributionKey key{table.key, text(table, "naam", where + ".naam"), {}};
        if (key.naam.empty())
            key.naam = key.key;
        const std::size_t before = problems_.errors();
        parts(table, where, key.sleutel);
        key.sleutel.vast.assign(study_.gemeenten.size(), 0);
        key.sleutel.toeslag.assign(study_.gemeenten.size(), 1.0);
        if (const Node* list =
                find(table, "vast", Node::Kind::table, where + ".vast", "schrijf een tabel"))
            per_gemeente(*list, where + ".vast", [&](const Node& node, std::size_t i) {
                key.sleutel.vast[i] =
                    money(*list, node.key, where + ".vast." + node.key).value_or(0);
            });
        if (const Node* list =
                find(table, "toeslag", Node::Kind::table, where + ".toeslag", "schrijf een tabel"))
            per_gemeente(*list, where + ".toeslag", [&](const Node& node, std::size_t i) {
                constexpr double most = 10.0;
                const std::string at = where + ".toeslag." + node.key;
                key.sleutel.toeslag[i] =
                    1.0 +
                    limited(*list, node.key, at, Dimension::factor, {0.0, most}).value_or(0.0);
            });
        key.sleutel.minimum = money(table, "minimum", where + ".minimum").value_or(0);
        key.sleutel.maximum =
            money(table, "maximum", where + ".maximum").value_or(finance::Sleutel::hoogste_maximum);
        if (key.sleutel.minimum > key.sleutel.maximum)
            complain(table, where + ".minimum", "is meer dan het maximum");
        if (problems_.errors() > before)
            return;
        must_spread(table, where, study_.bedrag, key.sleutel, study_.doet_mee);
        study_.sleutels.push_back(std::move(key));
    }

    void parts(const Node& table, const std::string& where, finance::Sleutel& key) {
        const Node* list = find(table,
                                "delen",
                                Node::Kind::table,
                                where + ".delen",
                                "schrijf delen = { inwoners = \"100%\" }");
        if (list == nullptr || list->members.empty()) {
            complain(table,
                     where + ".delen",
                     "ontbreekt: welk deel gaat naar welk cijfer",
                     "schrijf delen = { inwoners = \"100%\" }");
            return;
        }
        double sum = 0.0;
        for (const Node& member : list->members) {
            const std::string at = where + ".delen." + member.key;
            const auto share = limited(*list, member.key, at, Dimension::probability, {0.0, 1.0});
            const auto found = figures_.find(member.key);
            if (found == figures_.end()) {
                std::vector<std::string> known;
                for (const auto& [name, values] : figures_)
                    known.push_back(name);
                complain(member,
                         at,
                         "is geen cijfer: er is geen [cijfers." + member.key + "]",
                         suggestion_for(member.key, known));
                continue;
            }
            if (share) {
                key.delen.push_back({found->second, *share});
                sum += *share;
            }
        }
        if (std::abs(sum - 1.0) > 1e-9 && key.delen.size() == list->members.size())
            complain(*list,
                     where + ".delen",
                     fmt::format("telt op tot {}%, niet tot 100%",
                                 units::number_text(100.0 * sum, ',')));
    }

    void must_spread(const Node& node,
                     const std::string& where,
                     Centen amount,
                     const finance::Sleutel& key,
                     const std::vector<bool>& who) {
        if (std::ranges::find(who, true) == who.end()) {
            complain(node, where, "heeft niemand om over te verdelen");
            return;
        }
        const Bezwaar objection = finance::verdeel(amount, key, who).bezwaar;
        if (objection != Bezwaar::geen)
            complain(node, where, why(objection));
    }

    std::optional<std::size_t> key_named(const Node& node, const std::string& where) {
        const auto found = std::ranges::find(study_.sleutels, node.text, &ContributionKey::key);
        if (node.kind == Node::Kind::text && found != study_.sleutels.end())
            return static_cast<std::size_t>(found - study_.sleutels.begin());
        complain(node, where, "is geen van de sleutels van deze studie");
        return std::nullopt;
    }

    void reference(const Node& root) {
        if (const Node* node = root.find("referentie"))
            study_.referentie = key_named(*node, "referentie").value_or(0);
    }

    void departures(const Node& root) {
        const Node* tables = find(
            root, "uittreding", Node::Kind::table, "uittreding", "schrijf [uittreding.mijn_vraag]");
        if (tables == nullptr)
            return;
        for (const Node& table : tables->members)
            departure(table, "uittreding." + table.key);
    }

    void departure(const Node& table, const std::string& where) {
        if (!is_table(table, where))
            return;
        refuse_unknown(table, where, {"gemeente", "sleutel", "afbouw", "besparing"});
        Departure leaving{table.key, study_.referentie, {}};
        if (const Node* key = table.find("sleutel"))
            leaving.sleutel = key_named(*key, where + ".sleutel").value_or(0);
        if (const Node* shares = find(table,
                                      "afbouw",
                                      Node::Kind::array,
                                      where + ".afbouw",
                                      R"(schrijf afbouw = ["100%", "50%"])"))
            values_.numbers(
                *shares, where + ".afbouw", {}, Dimension::probability, leaving.uittreding.afbouw);
        leaving.uittreding.besparing = money(table, "besparing", where + ".besparing").value_or(0);
        const Node* who = table.find("gemeente");
        if (who == nullptr) {
            complain(table, where + ".gemeente", "ontbreekt: wie gaat er weg");
            return;
        }
        if (const auto index = gemeente(*who, where + ".gemeente"))
            leaves(table, where, *who, *index, std::move(leaving));
    }

    void leaves(const Node& table,
                const std::string& where,
                const Node& who,
                std::size_t index,
                Departure leaving) {
        if (!study_.doet_mee[index]) {
            complain(who, where + ".gemeente", "doet nu niet mee, en kan dus niet weggaan");
            return;
        }
        leaving.uittreding.deelnemer = index;
        must_leave(table, where, leaving);
        study_.uittredingen.push_back(std::move(leaving));
    }

    /// Every year after it must be possible for the others to pay.
    void must_leave(const Node& node, const std::string& where, const Departure& leaving) {
        const auto outside = [](double share) {
            return share < 0.0 || share > 1.0;
        };
        if (std::ranges::any_of(leaving.uittreding.afbouw, outside)) {
            complain(node, where + ".afbouw", "moet uit delen tussen 0% en 100% bestaan");
            return;
        }
        if (leaving.uittreding.besparing > study_.bedrag) {
            complain(node, where + ".besparing", "is meer dan het hele bedrag");
            return;
        }
        if (std::ranges::count(study_.doet_mee, true) < 2) {
            complain(node, where, "laat niemand over om te betalen");
            return;
        }
        for (const finance::Uittredingsjaar& year :
             finance::treed_uit(study_.bedrag,
                                study_.sleutels[leaving.sleutel].sleutel,
                                study_.doet_mee,
                                leaving.uittreding)) {
            if (year.verdeling.bezwaar != Bezwaar::geen) {
                complain(node,
                         where,
                         "kan niet: zonder deze gemeente geldt dat de sleutel " +
                             why(year.verdeling.bezwaar));
                return;
            }
        }
    }

    void arrivals(const Node& root) {
        const Node* list = find(root,
                                "toetreding",
                                Node::Kind::array,
                                "toetreding",
                                "schrijf toetreding = [\"gouda\"]");
        if (list == nullptr)
            return;
        for (const Node& member : list->members) {
            const auto i = gemeente(member, "toetreding");
            if (!i)
                continue;
            if (study_.doet_mee[*i] || std::ranges::count(study_.toetredingen, *i) > 0) {
                complain(member, "toetreding", fmt::format("\"{}\" doet al mee", member.text));
                continue;
            }
            std::vector<bool> with = study_.doet_mee;
            with[*i] = true;
            must_spread(member,
                        "toetreding",
                        study_.bedrag,
                        study_.sleutels[study_.referentie].sleutel,
                        with);
            study_.toetredingen.push_back(*i);
        }
    }

    ContributionStudy study_;
    std::vector<InputFile> sheets_; ///< of figures, beside the study
    std::map<std::string, std::size_t> index_;
    std::map<std::string, std::vector<double>> figures_;
    std::set<std::string> joining_;
};

} // namespace

std::string why(Bezwaar objection) {
    switch (objection) {
    case Bezwaar::leeg_deel:
        return "verdeelt naar een cijfer dat voor elke deelnemer 0 is";
    case Bezwaar::vast_te_veel:
        return "heeft vaste bedragen die samen meer zijn dan er te verdelen is";
    case Bezwaar::minimum_te_veel:
        return "vraagt met zijn minimum (en vaste bedragen) meer dan er te verdelen is";
    case Bezwaar::maximum_te_weinig:
        return "haalt met zijn maximum het bedrag niet, of een vast bedrag gaat erboven";
    case Bezwaar::geen:
        break;
    }
    return "";
}

ContributionStudy read_contribution_study(const std::string& path) {
    return ContributionReader(path).read();
}

} // namespace ketenplan::runner
