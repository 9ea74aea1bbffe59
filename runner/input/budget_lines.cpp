#include "input/budget_lines.hpp"

#include "analysis/measures.hpp"
#include "casus/opzet.hpp"
#include "engine/civil.hpp"
#include "input/budget_part.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace ketenplan::runner {

using finance::Centen;
using finance::Grondslag;
using finance::Regel;
using finance::Soort;
using units::Dimension;

namespace {

constexpr double months_per_year = 12.0;

/// When the lines of a table hold.
struct Geldigheid {
    std::vector<double> delen;         ///< per year
    std::optional<std::size_t> ingang; ///< year in which the variant begins, if in the study
};

/// A line as the study says it, without a variant.
struct Opgave {
    const Node* node = nullptr;
    std::string pad;
    bool bate = false;
};
class LinesReader : private BudgetPart {
public:
    LinesReader(BudgetStudy& study, const Node& root) : BudgetPart(study, root) {
        const Node* salaries = root.find("salarissen");
        const Node* rises = salaries == nullptr ? nullptr : salaries->find("periodiek_stijgt");
        rises_ = rises == nullptr || rises->flag;
    }

    void read(Diagnostics& problems) {
        for (std::size_t v = 0; v < study_.varianten.size(); ++v)
            lines_of(v);
        hand_over(problems);
    }

private:
    // --- lines -------------------------------------------------------------------------------

    void lines_of(std::size_t v) {
        BudgetVariant& variant = study_.varianten[v];
        const casus::Opzet opzet(variant.scenario.parameters);
        columns_ = analysis::columns_of(opzet);
        cells_ = analysis::role_cells(opzet);
        whole_house_ = add_quantity(variant, "formatie in fte", establishment());
        std::vector<double> all(study_.jaren, 1.0);
        const std::vector<double> after = share_after(study_, variant.ingang);
        std::vector<double> before(study_.jaren);
        std::ranges::transform(after, before.begin(), [](double a) { return 1.0 - a; });
        staff(variant);
        hire(variant);
        tracks(variant);
        const std::vector<std::string> without = names_without(variant);
        for (const auto& [name, income] : {std::pair{"lasten", false}, std::pair{"baten", true}}) {
            if (const Node* t = table(root_, name, name))
                lines(variant, *t, {name, income}, {all, std::nullopt}, {before, without});
        }
        subsidy_lines(variant);
        form_lines(v, after, before);
        tax_line(variant, v, after);
        unique(variant);
    }

    struct Where {
        std::string pad;
        bool bate = false;
    };
    /// Lines that a variant does without once it has begun.
    struct Without {
        std::vector<double> delen;
        std::vector<std::string> namen;
    };

    void lines(BudgetVariant& variant,
               const Node& t,
               const Where& where,
               const Geldigheid& holds,
               const Without& without) {
        const Origin origin = origin_in(t, {});
        for (const Node& node : t.members) {
            if (is_provenance(node))
                continue;
            const std::string pad = where.pad + "." + node.key;
            if (!is_table(node, pad))
                continue;
            const bool ends = std::ranges::find(without.namen, node.key) != without.namen.end();
            line(variant,
                 {&node, pad, where.bate},
                 ends ? Geldigheid{without.delen, std::nullopt} : holds,
                 origin);
        }
    }

    /// The lines of the present form until the variant begins, and its own from then on.
    void
    form_lines(std::size_t v, const std::vector<double>& after, const std::vector<double>& before) {
        BudgetVariant& variant = study_.varianten[v];
        const Node* all = root_.find("varianten");
        if (all == nullptr || all->members.empty())
            return;
        std::optional<std::size_t> begins;
        for (std::size_t y = study_.jaren; y-- > 0;) {
            if (after[y] > 0.0)
                begins = y;
        }
        const auto own = [&](const std::string& key, const Geldigheid& holds) {
            const Node* form = all->find(key);
            for (const auto& [name, income] :
                 {std::pair{"lasten", false}, std::pair{"baten", true}}) {
                const std::string pad = "varianten." + key + "." + name;
                if (const Node* t = form == nullptr ? nullptr : table(*form, name, pad))
                    lines(variant, *t, {pad, income}, holds, {});
            }
        };
        if (v > 0)
            own(study_.varianten.front().key, {before, std::nullopt});
        own(variant.key, {after, begins});
        const Node* form = all->find(variant.key);
        if (form != nullptr)
            variant.reserve =
                cents(*form, "reserve", "varianten." + variant.key + ".reserve").value_or(0);
    }

    std::vector<std::string> names_without(const BudgetVariant& variant) {
        std::vector<std::string> names;
        const Node* all = root_.find("varianten");
        const Node* form = all == nullptr ? nullptr : all->find(variant.key);
        const std::string where = "varianten." + variant.key + ".zonder";
        const Node* list = form == nullptr ? nullptr
                                           : find(*form,
                                                  "zonder",
                                                  Node::Kind::array,
                                                  where,
                                                  R"(schrijf zonder = ["overhead"])");
        if (list == nullptr)
            return names;
        std::vector<std::string> known;
        for (const char* name : {"lasten", "baten"}) {
            if (const Node* t = root_.find(name); t != nullptr)
                for (const Node& member : t->members)
                    known.push_back(member.key);
        }
        for (const Node& member : list->members) {
            if (std::ranges::find(known, member.text) == known.end())
                complain(member,
                         where,
                         fmt::format("noemt \"{}\", maar dat is geen regel van [lasten] of [baten]",
                                     member.text),
                         suggestion_for(member.text, known));
            names.push_back(member.text);
        }
        return names;
    }

    void line(BudgetVariant& variant,
              const Opgave& opgave,
              const Geldigheid& holds,
              const Origin& outer) {
        const Node& node = *opgave.node;
        const std::string& where = opgave.pad;
        refuse_unknown(node,
                       where,
                       {"naam",
                        "soort",
                        "bedrag",
                        "aandeel",
                        "per",
                        "index",
                        "btw",
                        "van",
                        "tot",
                        "eenmalig",
                        "incidenteel",
                        "bron",
                        "aanname"});
        const Origin origin = origin_in(node, outer);
        BudgetLine made;
        Regel& r = made.regel;
        r.key = node.key;
        r.naam = text(node, "naam", where + ".naam");
        if (r.naam.empty())
            r.naam = node.key;
        r.soort = kind(node, where, opgave.bate);
        basis_of(variant, node, where, r);
        price(node, where, origin, made);
        made.index = index_of(node, where, r);
        for (std::size_t y = 0; y < study_.jaren; ++y)
            r.index.push_back(study_.index_factor(made.index, y));
        r.btw = limited(node, "btw", where + ".btw", Dimension::probability, {0.0, 1.0}, origin)
                    .value_or(0.0);
        r.incidenteel = flag(node, "incidenteel", where);
        r.deel = holds_in(node, where, holds, r);
        variant.regels.push_back(std::move(made));
    }

    bool flag(const Node& node, const std::string& key, const std::string& where) {
        const Node* found =
            find(node, key, Node::Kind::flag, where + "." + key, "schrijf true of false");
        return found != nullptr && found->flag;
    }

    Soort kind(const Node& node, const std::string& where, bool income) {
        std::vector<std::string> known;
        for (std::size_t s = 0; s < finance::soort_namen.size(); ++s) {
            const auto soort = static_cast<Soort>(s);
            if (finance::is_bate(soort) == income && soort != Soort::btw)
                known.emplace_back(finance::naam_van(soort));
        }
        const std::string word = text(node, "soort", where + ".soort");
        const std::string wanted = word.empty() ? node.key : word;
        if (std::ranges::find(known, wanted) == known.end()) {
            if (!word.empty())
                complain(*node.find("soort"),
                         where + ".soort",
                         fmt::format("\"{}\" is geen soort {}", word, income ? "baten" : "lasten"),
                         suggestion_for(word, known));
            return income ? Soort::overige_baten : Soort::overig;
        }
        return static_cast<Soort>(std::ranges::find(finance::soort_namen, wanted) -
                                  finance::soort_namen.begin());
    }

    /// What the price is multiplied by.
    void basis_of(BudgetVariant& variant, const Node& node, const std::string& where, Regel& r) {
        const Node* per = node.find("per");
        if (per == nullptr || (per->kind == Node::Kind::text && per->text == "jaar"))
            return;
        if (per->kind == Node::Kind::text && per->text == "loonsom") {
            r.grondslag = Grondslag::loonsom;
            return;
        }
        r.grondslag = Grondslag::hoeveelheid;
        if (per->kind == Node::Kind::text && per->text == "fte") {
            r.hoeveelheid = whole_house_;
            return;
        }
        if (per->kind != Node::Kind::table) {
            complain(*per,
                     where + ".per",
                     "moet \"jaar\", \"fte\", \"loonsom\" of een maat zijn",
                     R"(schrijf per = { maat = "overleggen" })");
            return;
        }
        refuse_unknown(*per, where + ".per", {"maat", "plaats"});
        const std::string measure = text(*per, "maat", where + ".per.maat");
        std::string cell = text(*per, "plaats", where + ".per.plaats");
        if (cell.empty())
            cell = standard_place(measure, columns_);
        if (per->find("maat") == nullptr)
            complain(*per, where + ".per.maat", "ontbreekt", "zie `ketenplan maten`");
        else if (is_known(*per, measure, cell, where + ".per", columns_) &&
                 adds_up(*per, measure, where))
            r.hoeveelheid = add_quantity(variant, measure + " " + cell, {{measure, cell}});
    }

    /// Whether a measure is something that can be paid for by number.
    bool adds_up(const Node& per, const std::string& measure, const std::string& where) {
        const analysis::Measure& m = analysis::measure_named(measure);
        if (m.per_year && (m.aggregation == analysis::Aggregation::sum ||
                           m.aggregation == analysis::Aggregation::time_average))
            return true;
        complain(per,
                 where + ".per",
                 fmt::format("\"{}\" is geen aantal of gemiddelde stand van een jaar", measure),
                 "kies een maat met `som` of `tijdgemiddelde` in `ketenplan maten`");
        return false;
    }

    void price(const Node& node, const std::string& where, const Origin& origin, BudgetLine& made) {
        const bool share = made.regel.grondslag == Grondslag::loonsom;
        const std::string key = share ? "aandeel" : "bedrag";
        made.pad = where + "." + key;
        const auto value =
            share ? limited(node, key, made.pad, Dimension::probability, {0.0, 1.0}, origin)
                  : limited(node, key, made.pad, Dimension::euro, {0.0, most_budget_euro}, origin);
        if (node.find(key) == nullptr)
            complain(node,
                     made.pad,
                     "ontbreekt",
                     share ? R"(schrijf aandeel = "1%")" : R"(schrijf bedrag = "10000 euro")");
        if (node.find(share ? "bedrag" : "aandeel") != nullptr)
            complain(node,
                     where,
                     share ? "gaat per loonsom en heeft dus een `aandeel`, geen `bedrag`"
                           : "heeft een `bedrag`; een `aandeel` hoort bij per = \"loonsom\"");
        made.regel.prijs.assign(study_.jaren, value.value_or(0.0));
        if (!records_.empty() && records_.back().path == made.pad) {
            made.bron = records_.back().source;
            made.aanname = records_.back().assumption;
        }
    }

    std::string index_of(const Node& node, const std::string& where, const Regel& r) {
        if (r.grondslag == Grondslag::loonsom)
            return "";
        const std::string word = text(node, "index", where + ".index");
        if (word == "geen")
            return "";
        std::vector<std::string> known{"geen"};
        for (const auto& [name, rise] : study_.indices)
            known.push_back(name);
        if (!word.empty() && !study_.indices.contains(word)) {
            complain(*node.find("index"),
                     where + ".index",
                     fmt::format("\"{}\" staat niet in [index]", word),
                     suggestion_for(word, known));
            return "";
        }
        const std::string usual = r.soort == Soort::personeel ? "loon" : "prijs";
        return word.empty() && study_.indices.contains(usual) ? usual : word;
    }

    std::vector<double>
    holds_in(const Node& node, const std::string& where, const Geldigheid& holds, const Regel& r) {
        std::uint32_t from = 0;
        constexpr double latest = 9999.0;
        std::uint32_t to = 9999;
        whole(node, "van", 0.0, latest, from, where);
        whole(node, "tot", 0.0, latest, to, where);
        std::vector<double> shares = holds.delen;
        if (flag(node, "eenmalig", where)) {
            std::ranges::fill(shares, 0.0);
            if (holds.ingang)
                shares[*holds.ingang] = 1.0;
            else
                study_.waarschuwingen.push_back(fmt::format(
                    "\"{}\" is eenmalig bij de ingang, maar die valt buiten de jaren.", r.naam));
            return shares;
        }
        for (std::size_t y = 0; y < shares.size(); ++y) {
            const auto year =
                static_cast<std::uint32_t>(study_.jaar) + static_cast<std::uint32_t>(y);
            if (year < from || year > to)
                shares[y] = 0.0;
        }
        return shares;
    }

    // --- lines that follow from the scenario -------------------------------------------------

    std::vector<analysis::Figure> sum_over_cells(const std::string& measure) const {
        std::vector<analysis::Figure> figures;
        for (const std::string& cell : cells_)
            figures.push_back({measure, cell});
        return figures;
    }

    /// Who holds a post, and the vacancies.
    std::vector<analysis::Figure> establishment() const {
        std::vector<analysis::Figure> figures = sum_over_cells("fte_in_dienst");
        std::ranges::move(sum_over_cells("vacature_fte"), std::back_inserter(figures));
        return figures;
    }

    static std::size_t
    add_quantity(BudgetVariant& variant, std::string naam, std::vector<analysis::Figure> figures) {
        for (std::size_t q = 0; q < variant.hoeveelheden.size(); ++q) {
            if (variant.hoeveelheden[q].naam == naam)
                return q;
        }
        variant.hoeveelheden.push_back({std::move(naam), std::move(figures)});
        return variant.hoeveelheden.size() - 1;
    }

    /// A line per post: what somebody who holds it costs in a year, times fte that is held.
    void staff(BudgetVariant& variant) {
        const Node* people = table(root_, "personeel", "personeel");
        std::vector<std::string> known;
        for (const parameters::Post& post : variant.scenario.parameters.formatie.posten) {
            known.push_back(post.key);
            const Node* node = people == nullptr ? nullptr : people->find(post.key);
            if (node == nullptr)
                complain(
                    people == nullptr ? root_ : *people,
                    "personeel." + post.key,
                    "ontbreekt: de schaal van wie die post bekleedt",
                    fmt::format("schrijf {} = {{ schaal = \"10\", periodiek = 8 }}", post.key));
            else if (is_table(*node, "personeel." + post.key))
                post_line(variant, post, *node);
        }
        for (const auto& member : people == nullptr ? std::vector<Node>{} : people->members) {
            const bool anywhere =
                is_provenance(member) ||
                std::ranges::any_of(study_.varianten, [&](const BudgetVariant& v) {
                    return std::ranges::find(v.scenario.parameters.formatie.posten,
                                             member.key,
                                             &parameters::Post::key) !=
                           v.scenario.parameters.formatie.posten.end();
                });
            if (!anywhere && &variant == &study_.varianten.front())
                complain(member,
                         "personeel." + member.key,
                         "is geen post van het scenario",
                         suggestion_for(member.key, known));
        }
    }

    static double fte_of(const parameters::Post& post) {
        double sum = post.fte ? post.fte->value() : 0.0;
        for (const units::Fte part : post.aanstellingen)
            sum += part.value();
        return sum;
    }

    void post_line(BudgetVariant& variant, const parameters::Post& post, const Node& node) {
        const std::string where = "personeel." + post.key;
        refuse_unknown(node, where, {"schaal", "periodiek", "naam", "bron", "aanname"});
        const Salarisschaal* scale = scale_of(node, where);
        if (scale == nullptr)
            return;
        const auto step = limited(node,
                                  "periodiek",
                                  where + ".periodiek",
                                  Dimension::count,
                                  {1.0, static_cast<double>(scale->maandbedragen.size())},
                                  origin_in(node, {}));
        const std::string cell = post.rol + "@" + post.plaats;
        double in_cell = 0.0;
        for (const parameters::Post& other : variant.scenario.parameters.formatie.posten)
            in_cell += other.rol + "@" + other.plaats == cell ? fte_of(other) : 0.0;
        BudgetLine made;
        made.pad = where;
        made.index = study_.indices.contains("loon") ? "loon" : "";
        made.loon = Loonstap{scale->key, {}};
        made.aanname = origin_in(node, {}).assumption;
        made.bron = origin_in(node, {}).source;
        Regel& r = made.regel;
        r.key = post.key;
        const std::string own = text(node, "naam", where + ".naam");
        r.naam = own.empty() ? fmt::format("{} ({})", post.rol, post.key) : own;
        r.soort = Soort::personeel;
        r.grondslag = Grondslag::hoeveelheid;
        r.hoeveelheid = add_quantity(variant, "fte_in_dienst " + cell, {{"fte_in_dienst", cell}});
        r.deel.assign(study_.jaren, in_cell > 0.0 ? fte_of(post) / in_cell : 0.0);
        for (std::size_t y = 0; y < study_.jaren; ++y) {
            const auto first = static_cast<std::size_t>(std::llround(step.value_or(1.0)));
            const std::size_t now = std::min(first + (rises_ ? y : 0), scale->maandbedragen.size());
            made.loon->periodiek.push_back(now);
            r.prijs.push_back(months_per_year * scale->maandbedragen[now - 1] *
                              (1.0 + study_.werkgeverslasten));
            r.index.push_back(study_.index_factor(made.index, y));
        }
        variant.regels.push_back(std::move(made));
    }

    const Salarisschaal* scale_of(const Node& node, const std::string& where) {
        const std::string word = text(node, "schaal", where + ".schaal");
        std::vector<std::string> known;
        for (const Salarisschaal& s : study_.schalen) {
            if (s.key == word && !s.maandbedragen.empty())
                return &s;
            known.push_back(s.key);
        }
        if (!known.empty())
            complain(node.find("schaal") == nullptr ? node : *node.find("schaal"),
                     where + ".schaal",
                     fmt::format("\"{}\" staat niet in [salarissen.schalen]", word),
                     suggestion_for(word, known));
        return nullptr;
    }

    /// Hire by the hour: for vacancies, and apart for who is ill.
    void hire(BudgetVariant& variant) {
        const double price = variant.scenario.parameters.personeel.inhuur.uurprijs.value();
        if (price <= 0.0)
            return;
        for (const auto& [key, naam, soort, maat] :
             {std::tuple{"inhuur", "Inhuur bij vacatures", Soort::inhuur, "uren_inhuur_vacature"},
              std::tuple{"verzuimvervanging",
                         "Inhuur bij ziekte en verlof",
                         Soort::verzuimvervanging,
                         "uren_inhuur_verzuim"}})
            simulated(variant,
                      {key, naam, soort},
                      add_quantity(variant, maat, sum_over_cells(maat)),
                      price,
                      "personeel.inhuur.uurprijs");
    }

    struct Label {
        std::string key;
        std::string naam;
        Soort soort;
    };

    /// What the simulation spends on tracks, at the prices of the scenario.
    void tracks(BudgetVariant& variant) {
        const parameters::Parameters& p = variant.scenario.parameters;
        if (p.vrijwillig_traject.budget.value() > 0.0)
            simulated(variant,
                      {"trajecten", "Vrijwillige trajecten", Soort::trajecten},
                      add_quantity(variant, "traject_kosten", {{"traject_kosten", "huis"}}),
                      1.0,
                      "vrijwillig_traject.prijs");
        if (p.nazorg.traject.budget.value() > 0.0)
            simulated(
                variant,
                {"nazorgtrajecten", "Nazorgtrajecten", Soort::trajecten},
                add_quantity(variant, "nazorgtraject_kosten", {{"nazorgtraject_kosten", "huis"}}),
                1.0,
                "nazorg.traject.prijs");
    }

    void simulated(BudgetVariant& variant,
                   const Label& label,
                   std::size_t quantity,
                   double price,
                   const std::string& path) {
        BudgetLine made;
        made.pad = path;
        made.index = study_.indices.contains("prijs") ? "prijs" : "";
        for (const ParameterRecord& r : variant.scenario.records) {
            if (r.path == path) {
                made.bron = r.source;
                made.aanname = r.assumption;
            }
        }
        Regel& r = made.regel;
        r.key = label.key;
        r.naam = label.naam;
        r.soort = label.soort;
        r.grondslag = Grondslag::hoeveelheid;
        r.hoeveelheid = quantity;
        r.prijs.assign(study_.jaren, price);
        r.deel.assign(study_.jaren, 1.0);
        for (std::size_t y = 0; y < study_.jaren; ++y)
            r.index.push_back(study_.index_factor(made.index, y));
        variant.regels.push_back(std::move(made));
    }

    /// VAT that stays a cost: the share of the present form until the variant begins.
    void tax_line(BudgetVariant& variant, std::size_t v, const std::vector<double>& after) {
        const auto share = [&](const std::string& key) {
            const Node* all = root_.find("varianten");
            const Node* form = all == nullptr ? nullptr : all->find(key);
            const std::string where = "varianten." + key + ".btw_last";
            return form == nullptr
                       ? 0.0
                       : limited(*form, "btw_last", where, Dimension::probability, {0.0, 1.0})
                             .value_or(0.0);
        };
        const double own = share(variant.key);
        const double present = v == 0 ? own : share(study_.varianten.front().key);
        if (own == 0.0 && present == 0.0)
            return;
        BudgetLine made;
        made.pad = "varianten." + variant.key + ".btw_last";
        if (!records_.empty() && v == 0) {
            made.bron = records_.back().source;
            made.aanname = records_.back().assumption;
        }
        Regel& r = made.regel;
        r.key = "btw";
        r.naam = "BTW die niet wordt teruggekregen";
        r.soort = Soort::btw;
        r.grondslag = Grondslag::btw;
        r.deel.assign(study_.jaren, 1.0);
        r.index.assign(study_.jaren, 1.0);
        for (std::size_t y = 0; y < study_.jaren; ++y)
            r.prijs.push_back(own * after[y] + present * (1.0 - after[y]));
        variant.regels.push_back(std::move(made));
    }

    void unique(const BudgetVariant& variant) {
        for (std::size_t i = 0; i < variant.regels.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (variant.regels[i].regel.key == variant.regels[j].regel.key)
                    complain(root_,
                             variant.regels[i].pad,
                             fmt::format("heet net zo als {}", variant.regels[j].pad),
                             "geef een van beide een andere naam");
            }
        }
    }

    void subsidy_lines(BudgetVariant& variant) {
        for (const BudgetSubsidy& s : study_.subsidies) {
            const Node& node = *root_.find("subsidies")->find(s.key);
            const std::string where = "subsidies." + s.key;
            BudgetLine made;
            made.pad = where + ".toekenning";
            Regel& r = made.regel;
            r.key = s.key;
            r.naam = s.naam;
            r.soort = Soort::subsidie;
            r.grondslag = Grondslag::subsidie;
            r.cofinanciering = s.cofinanciering;
            r.prijs.assign(study_.jaren, finance::in_euro(s.aan_te_vragen));
            r.index.assign(study_.jaren, 1.0);
            r.deel =
                holds_in(node, where, {std::vector<double>(study_.jaren, 1.0), std::nullopt}, r);
            spent_on(variant, node, where);
            variant.regels.push_back(std::move(made));
        }
    }

    /// Marks the lines that the subsidy is given for.
    void spent_on(BudgetVariant& variant, const Node& node, const std::string& where) {
        const Node* list = find(node,
                                "voor",
                                Node::Kind::array,
                                where + ".voor",
                                R"(schrijf voor = ["nazorgtrajecten"])");
        if (list == nullptr || list->members.empty()) {
            complain(node, where + ".voor", "ontbreekt: voor welke lasten de subsidie is");
            return;
        }
        std::vector<std::string> known;
        for (const BudgetLine& line : variant.regels)
            known.push_back(line.regel.key);
        for (const Node& member : list->members) {
            const auto found = std::ranges::find(known, member.text);
            if (found == known.end())
                complain(member,
                         where + ".voor",
                         fmt::format("noemt \"{}\", maar die regel is er niet", member.text),
                         suggestion_for(member.text, known));
            else
                variant.regels[static_cast<std::size_t>(found - known.begin())].regel.subsidiabel =
                    true;
        }
    }

    bool rises_ = true;
    std::vector<analysis::Column> columns_;
    std::vector<std::string> cells_;
    std::size_t whole_house_ = 0;
};

} // namespace

std::vector<double> share_after(const BudgetStudy& study, std::optional<engine::Date> begin) {
    std::vector<double> shares(study.jaren, 1.0);
    if (!begin)
        return shares;
    for (std::size_t y = 0; y < study.jaren; ++y) {
        using std::chrono::sys_days;
        const std::chrono::year year{study.jaar + static_cast<std::int32_t>(y)};
        const auto from = sys_days(year / 1 / 1);
        const auto to = sys_days((year + std::chrono::years{1}) / 1 / 1);
        const auto starts = std::clamp(sys_days(begin->time_since_epoch()), from, to);
        shares[y] =
            static_cast<double>((to - starts).count()) / static_cast<double>((to - from).count());
    }
    return shares;
}

void read_budget_lines(BudgetStudy& study, const Node& root, Diagnostics& problems) {
    LinesReader(study, root).read(problems);
}

} // namespace ketenplan::runner
