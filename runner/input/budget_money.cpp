#include "finance/verdeling.hpp"
#include "input/budget_begin.hpp"
#include "input/budget_lines.hpp"
#include "input/budget_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace ketenplan::runner {

using finance::Centen;
using units::Dimension;

namespace {

class MoneyReader : private BudgetPart {
public:
    MoneyReader(BudgetStudy& study, const Node& root) : BudgetPart(study, root) {}

    void read(Diagnostics& problems) {
        forget();
        for (BudgetVariant& v : study_.varianten) {
            if (v.ingang)
                read_begin(study_, root_, v, problems);
        }
        never_begins();
        salaries();
        indices();
        subsidies();
        read_budget_lines(study_, root_, problems);
        risks();
        earlier();
        printed();
        partners();
        weights();
        hand_over(problems);
    }

private:
    void forget() {
        study_.records.clear();
        study_.schalen.clear();
        study_.indices.clear();
        study_.risicos.clear();
        study_.subsidies.clear();
        study_.eerder.clear();
        study_.gedrukt.clear();
        study_.tarief_per_organisatie.clear();
        study_.gewichten.clear();
        study_.waarschuwingen.clear();
        for (BudgetVariant& v : study_.varianten) {
            v.hoeveelheden.clear();
            v.regels.clear();
        }
    }

    /// A variant that begins after the last year is the present form, in everything that is
    /// counted.
    void never_begins() {
        const engine::Date end =
            first_day_of(study_.jaar + static_cast<std::int32_t>(study_.jaren));
        for (const BudgetVariant& v : study_.varianten) {
            if (v.ingang && *v.ingang >= end)
                study_.waarschuwingen.push_back(fmt::format(
                    "{} gaat pas in na de jaren van deze studie: tot dan geldt {}, en daar gaan de "
                    "bedragen over.",
                    v.naam,
                    study_.varianten.front().naam));
        }
    }

    // --- salaries and indices ---------------------------------------------------------------

    void salaries() {
        const Node* t = table(root_, "salarissen", "salarissen");
        if (t == nullptr) {
            complain(root_,
                     "salarissen",
                     "ontbreekt: zonder loontabel zijn er geen personeelskosten",
                     "schrijf [salarissen] met `werkgeverslasten` en [salarissen.schalen]");
            return;
        }
        refuse_unknown(
            *t,
            "salarissen",
            {"cao", "werkgeverslasten", "schalen", "periodiek_stijgt", "bron", "aanname"});
        const Origin origin = origin_in(*t, {});
        study_.cao = text(*t, "cao", "salarissen.cao");
        study_.werkgeverslasten = limited(*t,
                                          "werkgeverslasten",
                                          "salarissen.werkgeverslasten",
                                          Dimension::probability,
                                          {0.0, 1.0},
                                          origin)
                                      .value_or(0.0);
        find(*t,
             "periodiek_stijgt",
             Node::Kind::flag,
             "salarissen.periodiek_stijgt",
             "schrijf true of false"); // it is used where lines are read
        const Node* scales = table(*t, "schalen", "salarissen.schalen");
        if (scales == nullptr)
            return;
        const Origin inner = origin_in(*scales, origin);
        for (const Node& scale : scales->members) {
            if (is_provenance(scale))
                continue;
            Salarisschaal made{scale.key, {}};
            const std::string where = "salarissen.schalen." + scale.key;
            values_.numbers(scale, where, inner, Dimension::euro, made.maandbedragen);
            if (std::ranges::any_of(made.maandbedragen, [](double m) { return m <= 0.0; }))
                complain(scale, where, "heeft een maandsalaris dat niet boven nul ligt");
            if (made.maandbedragen.empty())
                complain(
                    scale, where, "heeft geen bedragen", "schrijf een lijst van euro's per maand");
            study_.schalen.push_back(std::move(made));
        }
    }

    void indices() {
        const Node* t = table(root_, "index", "index");
        const auto last = study_.jaar + static_cast<std::int32_t>(study_.jaren) - 1;
        if (t == nullptr) {
            if (last > study_.prijspeil)
                study_.waarschuwingen.emplace_back(
                    "Er is geen [index]: alle jaren staan in de prijzen van het prijspeil.");
            return;
        }
        for (const Node& kind : t->members) {
            if (!is_provenance(kind) && is_table(kind, "index." + kind.key))
                study_.indices[kind.key] = rises(kind, "index." + kind.key, last);
        }
    }

    /// The yearly rises from prijspeil + 1 to the last year; `alle` is for years that are not
    /// named.
    std::vector<double> rises(const Node& kind, const std::string& where, std::int32_t last) {
        const Origin origin = origin_in(kind, {});
        const auto share = [&](const std::string& key) {
            constexpr double most = 0.5;
            return limited(
                kind, key, where + "." + key, Dimension::probability, {-most, most}, origin);
        };
        const auto other = share("alle");
        std::vector<std::string> known{"alle", "bron", "aanname"};
        std::vector<double> found;
        for (std::int32_t year = study_.prijspeil + 1; year <= last; ++year) {
            const std::string key = std::to_string(year);
            known.push_back(key);
            const auto own = share(key);
            if (kind.find("alle") == nullptr && kind.find(key) == nullptr)
                complain(kind,
                         fmt::format("{}.{}", where, key),
                         "ontbreekt",
                         fmt::format(R"(schrijf "{}" = "2%", of alle = "2%")", key));
            found.push_back(own.value_or(other.value_or(0.0)));
        }
        for (const Node& member : kind.members) {
            if (const auto year = year_of_key(member.key); year && *year > last) {
                known.push_back(member.key); // for a study of more years
                share(member.key);
            }
        }
        refuse_unknown(kind, where, known);
        constexpr double much = 0.15;
        if (std::ranges::any_of(found, [](double rise) { return std::abs(rise) > much; }))
            study_.waarschuwingen.push_back(fmt::format(
                "`{}` heeft een jaar met meer dan 15% erbij of eraf; is een procentteken vergeten?",
                where));
        return found;
    }

    // --- subsidies ---------------------------------------------------------------------------

    void subsidies() {
        const Node* t = table(root_, "subsidies", "subsidies");
        if (t == nullptr)
            return;
        for (const Node& node : t->members) {
            if (!is_provenance(node) && is_table(node, "subsidies." + node.key))
                subsidy(node, "subsidies." + node.key);
        }
    }

    void subsidy(const Node& node, const std::string& where) {
        refuse_unknown(node,
                       where,
                       {"naam",
                        "toekenning",
                        "cofinanciering",
                        "drempel",
                        "collectief",
                        "uitstroom",
                        "voor",
                        "van",
                        "tot",
                        "bron",
                        "aanname"});
        const Origin origin = origin_in(node, {});
        BudgetSubsidy made;
        made.key = node.key;
        made.naam = text(node, "naam", where + ".naam");
        if (made.naam.empty())
            made.naam = node.key;
        made.toekenning = amount(node, "toekenning", where, origin);
        made.drempel = amount(node, "drempel", where, origin);
        if (node.find("toekenning") == nullptr)
            complain(node,
                     where + ".toekenning",
                     "ontbreekt: hoeveel er ten hoogste is",
                     "schrijf toekenning = \"100000 euro\"");
        made.cofinanciering = limited(node,
                                      "cofinanciering",
                                      where + ".cofinanciering",
                                      Dimension::probability,
                                      {0.0, 1.0},
                                      origin)
                                  .value_or(0.0);
        if (const Node* together = find(node,
                                        "collectief",
                                        Node::Kind::flag,
                                        where + ".collectief",
                                        "schrijf true of false"))
            made.collectief = together->flag;
        outflow(node, where, origin, made);
        study_.subsidies.push_back(std::move(made));
    }

    /// Euros that cannot be below nothing.
    Centen amount(const Node& node,
                  const std::string& key,
                  const std::string& where,
                  const Origin& origin) {
        const auto euro =
            limited(node, key, where + "." + key, Dimension::euro, {0.0, most_budget_euro}, origin);
        return finance::centen(euro.value_or(0.0));
    }

    /// Who is granted what, and what remains when each must reach the threshold alone.
    void
    outflow(const Node& node, const std::string& where, const Origin& outer, BudgetSubsidy& made) {
        made.aan_te_vragen = made.toekenning >= made.drempel ? made.toekenning : 0;
        if (made.aan_te_vragen < made.toekenning)
            study_.waarschuwingen.push_back(fmt::format(
                "De toekenning van {} blijft onder de drempel: er komt niets.", made.naam));
        const Node* t = table(node, "uitstroom", where + ".uitstroom");
        if (t == nullptr) {
            if (!made.collectief)
                complain(node,
                         where + ".uitstroom",
                         "ontbreekt: wie alleen aanvraagt krijgt naar de uitstroom",
                         "schrijf [" + where + ".uitstroom] met een getal per gemeente");
            return;
        }
        const Origin origin = origin_in(*t, outer);
        std::vector<double> weights;
        for (const Node& member : t->members) {
            constexpr double most = 1e6;
            if (is_provenance(member))
                continue;
            const auto value = limited(*t,
                                       member.key,
                                       where + ".uitstroom." + member.key,
                                       Dimension::count,
                                       {0.0, most},
                                       origin);
            made.uitstroom.emplace_back(member.key, value.value_or(0.0));
            weights.push_back(value.value_or(0.0));
        }
        if (std::ranges::none_of(weights, [](double w) { return w > 0.0; }) || made.toekenning < 0)
            return;
        made.per_gemeente = finance::verdeel(made.toekenning, weights);
        if (made.collectief)
            return;
        made.aan_te_vragen = 0;
        for (const Centen grant : made.per_gemeente)
            made.aan_te_vragen += grant >= made.drempel ? grant : 0;
    }
    // --- what else the officer gives ---------------------------------------------------------

    void risks() {
        const Node* t = table(root_, "risicos", "risicos");
        if (t == nullptr)
            return;
        for (const Node& node : t->members) {
            const std::string where = "risicos." + node.key;
            if (is_provenance(node) || !is_table(node, where))
                continue;
            refuse_unknown(node, where, {"naam", "kans", "gevolg", "bron", "aanname"});
            const Origin origin = origin_in(node, {});
            BudgetRisk made;
            made.key = node.key;
            made.naam = text(node, "naam", where + ".naam");
            if (made.naam.empty())
                made.naam = node.key;
            const auto chance =
                limited(node, "kans", where + ".kans", Dimension::probability, {0.0, 1.0}, origin);
            if (chance)
                made.kans = uncertain(records_.back());
            const auto cost = limited(node,
                                      "gevolg",
                                      where + ".gevolg",
                                      Dimension::euro,
                                      {-most_budget_euro, most_budget_euro},
                                      origin);
            if (node.find("gevolg") == nullptr || node.find("kans") == nullptr)
                complain(node, where, "moet een `kans` en een `gevolg` in euro's hebben");
            if (cost)
                made.gevolg = uncertain(records_.back());
            study_.risicos.push_back(std::move(made));
        }
    }

    static UncertainNumber uncertain(const ParameterRecord& r) {
        const double value = r.number.value_or(0.0);
        return {r.path,
                r.dimension,
                value,
                r.low.value_or(value),
                r.high.value_or(value),
                false,
                r.spread,
                r.assumption};
    }

    static std::optional<std::int32_t> year_of_key(const std::string& key) {
        constexpr std::size_t digits = 4;
        if (key.size() != digits ||
            !std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        return std::stoi(key);
    }

    void earlier() {
        const Node* t = table(root_, "eerder", "eerder");
        if (t == nullptr)
            return;
        for (const Node& node : t->members) {
            const std::string where = "eerder." + node.key;
            const auto year = year_of_key(node.key);
            if (!year || *year >= study_.jaar) {
                complain(
                    node, where, "is geen jaar voor het begrotingsjaar", "schrijf [eerder.2022]");
                continue;
            }
            refuse_unknown(node, where, {"soort", "bedragen", "bron", "aanname"});
            EarlierYear made{*year, text(node, "soort", where + ".soort"), {}};
            if (made.soort != "realisatie" && made.soort != "begroting")
                complain(node,
                         where + ".soort",
                         R"(moet "realisatie" of "begroting" zijn)",
                         "schrijf soort = \"realisatie\"");
            if (const Node* amounts = table(node, "bedragen", where + ".bedragen"))
                amounts_by_kind(*amounts, where + ".bedragen", origin_in(node, {}), made.bedragen);
            study_.eerder.push_back(std::move(made));
        }
    }

    void amounts_by_kind(const Node& t,
                         const std::string& where,
                         const Origin& outer,
                         std::map<std::string, Centen>& into) {
        std::vector<std::string> known(finance::soort_namen.begin(), finance::soort_namen.end());
        known.emplace_back("bijdragen");
        const Origin origin = origin_in(t, outer);
        for (const Node& member : t.members) {
            if (is_provenance(member))
                continue;
            const std::string at = where + "." + member.key;
            if (std::ranges::find(known, member.key) == known.end())
                complain(
                    member, at, "is geen soort lasten of baten", suggestion_for(member.key, known));
            else if (const auto amount = cents(t, member.key, at, origin))
                into[member.key] = *amount;
        }
    }

    void printed() {
        const Node* t = table(root_, "gedrukt", "gedrukt");
        if (t == nullptr)
            return;
        for (const Node& node : t->members) {
            const std::string where = "gedrukt." + node.key;
            const auto year = year_of_key(node.key);
            if (!year) {
                complain(node, where, "is geen jaar", "schrijf [gedrukt.2015]");
                continue;
            }
            refuse_unknown(node, where, {"totaal", "delen"});
            PrintedTotal made;
            made.jaar = *year;
            made.totaal = cents(node, "totaal", where + ".totaal").value_or(0);
            if (!records_.empty())
                made.bron = records_.back().source;
            if (const Node* parts = table(node, "delen", where + ".delen")) {
                for (const Node& part : parts->members) {
                    if (!is_provenance(part))
                        made.delen.emplace_back(part.key,
                                                cents(*parts,
                                                      part.key,
                                                      where + ".delen." + part.key,
                                                      origin_in(*parts, {}))
                                                    .value_or(0));
                }
            }
            study_.gedrukt.push_back(std::move(made));
        }
    }

    void partners() {
        const Node* t = table(root_, "partners", "partners");
        if (t == nullptr)
            return;
        refuse_unknown(*t, "partners", {"uurtarief", "organisaties", "bron", "aanname"});
        constexpr double most = 1000.0;
        const Origin origin = origin_in(*t, {});
        study_.partnertarief =
            limited(*t, "uurtarief", "partners.uurtarief", Dimension::euro, {0.0, most}, origin);
        if (!study_.partnertarief && t->find("uurtarief") == nullptr)
            complain(*t, "partners.uurtarief", "ontbreekt", R"(schrijf uurtarief = "75 euro")");
        const Node* own = table(*t, "organisaties", "partners.organisaties");
        if (own == nullptr)
            return;
        std::vector<std::string> known;
        for (const auto& o : study_.varianten.front().scenario.parameters.organisaties)
            known.push_back(o.key);
        for (const Node& member : own->members) {
            const std::string where = "partners.organisaties." + member.key;
            if (std::ranges::find(known, member.key) == known.end())
                complain(member,
                         where,
                         "is geen organisatie van het scenario",
                         suggestion_for(member.key, known));
            else if (const auto rate = limited(*own,
                                               member.key,
                                               where,
                                               Dimension::euro,
                                               {0.0, most},
                                               origin_in(*own, origin)))
                study_.tarief_per_organisatie[member.key] = *rate;
        }
    }

    void weights() {
        const Node* t = table(root_, "gewichten", "gewichten");
        if (t == nullptr)
            return;
        std::vector<std::string> known = weight_names;
        known.insert(known.end(), {"bron", "aanname"});
        refuse_unknown(*t, "gewichten", known);
        for (const std::string& name : weight_names) {
            constexpr double most = 1e5;
            if (const auto value = limited(*t,
                                           name,
                                           "gewichten." + name,
                                           Dimension::minutes,
                                           {0.0, most},
                                           origin_in(*t, {})))
                study_.gewichten.emplace_back(name, *value);
        }
    }
};

} // namespace

const std::vector<std::string>& budget_tables() {
    static const std::vector<std::string> names{
        "formaat",     "naam",       "basis",      "jaar",         "jaren",  "prijspeil",
        "replicaties", "zaad",       "trekkingen", "per_trekking", "huidig", "wijzigingen",
        "invoer",      "salarissen", "personeel",  "index",        "lasten", "baten",
        "subsidies",   "varianten",  "bijdragen",  "risicos",      "eerder", "gedrukt",
        "partners",    "gewichten",  "btw"};
    return names;
}

void read_budget_money(BudgetStudy& study, const Node& root, Diagnostics& problems) {
    MoneyReader(study, root).read(problems);
}

} // namespace ketenplan::runner
