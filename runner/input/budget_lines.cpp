#include "input/budget_lines.hpp"

#include "analysis/measures.hpp"
#include "casus/opzet.hpp"
#include "engine/civil.hpp"
#include "input/budget_begin.hpp"
#include "input/budget_part.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
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
    std::vector<double> delen;           ///< per year
    std::string vorm{};                  ///< of whose table they are; empty for those of all
    bool gaat_in = false;                ///< whether that form has a day on which it begins
    std::optional<std::size_t> ingang{}; ///< the year of that day, if in the study
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
        if (const Node* rates = table(root_, "btw", "btw"))
            refuse_unknown(
                *rates,
                "btw",
                {"inhuur", "verzuimvervanging", "trajecten", "nazorgtrajecten", "bron", "aanname"});
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
        const std::vector<double> all(study_.jaren, 1.0);
        after_ = share_after(study_, variant.ingang);
        before_.resize(study_.jaren);
        std::ranges::transform(after_, before_.begin(), [](double a) { return 1.0 - a; });
        tax_shares(variant);
        staff(variant);
        hire(variant);
        tracks(variant);
        const std::vector<std::string> without = names_without(variant);
        for (const auto& [name, income] : {std::pair{"lasten", false}, std::pair{"baten", true}}) {
            if (const Node* t = table(root_, name, name))
                lines(variant, *t, {name, income}, {.delen = all}, {before_, without});
        }
        subsidy_lines(variant);
        form_lines(v);
        tax_lines(variant);
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
                 ends ? Geldigheid{.delen = without.delen} : holds,
                 origin);
        }
    }

    /// The lines of the present form until the variant begins, and its own from then on.
    void form_lines(std::size_t v) {
        BudgetVariant& variant = study_.varianten[v];
        const Node* all = root_.find("varianten");
        if (all == nullptr || all->members.empty())
            return;
        const std::string& present = study_.varianten.front().vorm;
        if (v > 0 && variant.vorm != present) {
            const std::size_t first = variant.regels.size();
            lines_of_form(variant, *all, {.delen = before_, .vorm = present});
            until_begin(variant, first, all->find(variant.vorm));
        }
        lines_of_form(variant,
                      *all,
                      {.delen = after_,
                       .vorm = variant.vorm,
                       .gaat_in = variant.ingang.has_value(),
                       .ingang = year_of_begin(variant)});
        const Node* form = all->find(variant.vorm);
        if (form != nullptr) {
            const auto reserve = limited(*form,
                                         "reserve",
                                         "varianten." + variant.vorm + ".reserve",
                                         Dimension::euro,
                                         {0.0, most_budget_euro});
            variant.reserve = finance::centen(reserve.value_or(0.0));
        }
    }

    /// The year of the study in which a variant begins; nothing before it, after it, or when it is
    /// there already.
    [[nodiscard]] std::optional<std::size_t> year_of_begin(const BudgetVariant& variant) const {
        if (!variant.ingang || *variant.ingang < first_day_of(study_.jaar))
            return std::nullopt;
        const auto year = std::ranges::find_if(after_, [](double share) { return share > 0.0; });
        return year == after_.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(year - after_.begin()));
    }

    void lines_of_form(BudgetVariant& variant, const Node& forms, const Geldigheid& holds) {
        const Node* form = forms.find(holds.vorm);
        for (const auto& [name, income] : {std::pair{"lasten", false}, std::pair{"baten", true}}) {
            const std::string pad = "varianten." + holds.vorm + "." + name;
            if (const Node* t = form == nullptr ? nullptr : table(*form, name, pad))
                lines(variant, *t, {pad, income}, holds, {});
        }
    }

    /// Lines of the present form, from `first` on, that the new form has too get a name apart.
    static void until_begin(BudgetVariant& variant, std::size_t first, const Node* form) {
        for (std::size_t i = first; i < variant.regels.size(); ++i) {
            Regel& r = variant.regels[i].regel;
            const Node* t = form == nullptr
                                ? nullptr
                                : form->find(finance::is_bate(r.soort) ? "baten" : "lasten");
            if (t == nullptr || t->find(r.key) == nullptr)
                continue;
            r.key += "_tot_ingang";
            r.naam += " (tot de ingang)";
        }
    }

    std::vector<std::string> names_without(const BudgetVariant& variant) {
        std::vector<std::string> names;
        const Node* all = root_.find("varianten");
        const Node* form = all == nullptr ? nullptr : all->find(variant.vorm);
        const std::string where = "varianten." + variant.vorm + ".zonder";
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
                for (const Node& member : t->members) {
                    if (!is_provenance(member))
                        known.push_back(member.key);
                }
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
                        "casuistiek",
                        "sluitpost",
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
        vat(made, holds.vorm);
        r.incidenteel = flag(node, "incidenteel", where);
        r.casuistiek = node.find("casuistiek") == nullptr || flag(node, "casuistiek", where);
        made.sluitpost = flag(node, "sluitpost", where);
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
                     R"(moet "jaar", "fte", "loonsom" of een maat zijn)",
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
        if (from > to)
            complain(*node.find("van"),
                     where + ".van",
                     fmt::format("is {}, na `tot` = {}", from, to),
                     "de regel loopt van het ene jaar tot en met het andere");
        std::vector<double> shares = holds.delen;
        if (flag(node, "eenmalig", where)) {
            once(node, where, holds, r, shares);
            return shares;
        }
        const auto year_at = [&](std::size_t y) {
            return static_cast<std::uint32_t>(study_.jaar) + static_cast<std::uint32_t>(y);
        };
        if (from > year_at(study_.jaren - 1) || to < year_at(0))
            study_.waarschuwingen.push_back(fmt::format(
                "\"{}\" valt met `van` en `tot` buiten de jaren van deze studie.", r.naam));
        for (std::size_t y = 0; y < shares.size(); ++y) {
            if (year_at(y) < from || year_at(y) > to)
                shares[y] = 0.0;
        }
        return shares;
    }

    /// What is paid once, when a form begins.
    void once(const Node& node,
              const std::string& where,
              const Geldigheid& holds,
              const Regel& r,
              std::vector<double>& shares) {
        std::ranges::fill(shares, 0.0);
        if (holds.ingang)
            shares[*holds.ingang] = 1.0;
        else if (holds.gaat_in)
            study_.waarschuwingen.push_back(fmt::format(
                "\"{}\" is eenmalig bij de ingang, maar die valt buiten de jaren.", r.naam));
        else
            complain(*node.find("eenmalig"),
                     where + ".eenmalig",
                     "kan alleen bij een variant die ingaat; deze regel geldt van het begin af",
                     "schrijf `van` en `tot` met het jaar, en incidenteel = true");
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
                post_line(variant, post, *node, origin_in(*people, {}));
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

    /// The step on the scale, from 1.
    std::size_t step_of(const Node& node,
                        const std::string& where,
                        const Salarisschaal& scale,
                        const Origin& origin) {
        const auto step = limited(node,
                                  "periodiek",
                                  where,
                                  Dimension::count,
                                  {1.0, static_cast<double>(scale.maandbedragen.size())},
                                  origin);
        const Node* given = node.find("periodiek");
        if (given == nullptr)
            complain(node, where, "ontbreekt: de trede op de schaal", "schrijf periodiek = 8");
        else if (step && *step != std::round(*step))
            complain(*given, where, "moet een heel getal zijn", "schrijf periodiek = 8");
        return static_cast<std::size_t>(std::llround(step.value_or(1.0)));
    }

    void post_line(BudgetVariant& variant,
                   const parameters::Post& post,
                   const Node& node,
                   const Origin& outer) {
        const std::string where = "personeel." + post.key;
        refuse_unknown(node, where, {"schaal", "periodiek", "naam", "bron", "aanname"});
        const Salarisschaal* scale = scale_of(node, where);
        if (scale == nullptr)
            return;
        const Origin origin = origin_in(node, outer);
        const std::size_t first = step_of(node, where + ".periodiek", *scale, origin);
        const std::string cell = post.rol + "@" + post.plaats;
        double in_cell = 0.0;
        for (const parameters::Post& other : variant.scenario.parameters.formatie.posten)
            in_cell += other.rol + "@" + other.plaats == cell ? fte_of(other) : 0.0;
        BudgetLine made;
        made.pad = where;
        made.index = study_.indices.contains("loon") ? "loon" : "";
        made.loon = Loonstap{scale->key, {}};
        made.aanname = origin.assumption;
        made.bron = origin.source;
        Regel& r = made.regel;
        r.key = post.key;
        const std::string own = text(node, "naam", where + ".naam");
        r.naam = own.empty() ? fmt::format("{} ({})", post.rol, post.key) : own;
        r.soort = Soort::personeel;
        r.grondslag = Grondslag::hoeveelheid;
        r.hoeveelheid = add_quantity(variant, "fte_in_dienst " + cell, {{"fte_in_dienst", cell}});
        r.deel.assign(study_.jaren, in_cell > 0.0 ? fte_of(post) / in_cell : 0.0);
        for (std::size_t y = 0; y < study_.jaren; ++y) {
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
        const Node* given = node.find("schaal");
        if (given == nullptr)
            complain(node, where + ".schaal", "ontbreekt", R"(schrijf schaal = "10")");
        else if (!known.empty() && given->kind == Node::Kind::text)
            complain(*given,
                     where + ".schaal",
                     fmt::format(R"("{}" staat niet in [salarissen.schalen])", word),
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
        if (const Node* rates = table(root_, "btw", "btw"))
            r.btw = limited(*rates,
                            label.key,
                            "btw." + label.key,
                            Dimension::probability,
                            {0.0, 1.0},
                            origin_in(*rates, {}))
                        .value_or(0.0);
        vat(made, "");
        r.grondslag = Grondslag::hoeveelheid;
        r.hoeveelheid = quantity;
        r.prijs.assign(study_.jaren, price);
        r.deel.assign(study_.jaren, 1.0);
        for (std::size_t y = 0; y < study_.jaren; ++y)
            r.index.push_back(study_.index_factor(made.index, y));
        variant.regels.push_back(std::move(made));
    }

    /// Which share of VAT the present form and the variant cannot recover.
    void tax_shares(const BudgetVariant& variant) {
        tax_shares_.clear();
        for (const std::string& form : {study_.varianten.front().vorm, variant.vorm}) {
            const Node* all = root_.find("varianten");
            const Node* node = all == nullptr ? nullptr : all->find(form);
            if (node != nullptr)
                tax_shares_[form] = limited(*node,
                                            "btw_last",
                                            "varianten." + form + ".btw_last",
                                            Dimension::probability,
                                            {0.0, 1.0})
                                        .value_or(0.0);
        }
        mixed_tax_.assign(study_.jaren, 0.0);
        for (std::size_t y = 0; y < study_.jaren && !tax_shares_.empty(); ++y)
            mixed_tax_[y] = tax_shares_[variant.vorm] * after_[y] +
                            tax_shares_[study_.varianten.front().vorm] * before_[y];
    }

    /// A line of one form has the VAT of that form; what all have, that of the form of the day.
    void vat(BudgetLine& made, const std::string& form) {
        Regel& r = made.regel;
        if (r.btw == 0.0)
            return;
        made.btw_vorm = form;
        r.btw_last =
            form.empty() ? mixed_tax_ : std::vector<double>(study_.jaren, tax_shares_[form]);
    }

    /// VAT that stays a cost, over incidental costs apart.
    void tax_lines(BudgetVariant& variant) {
        const auto carries = [&](bool incidental) {
            return std::ranges::any_of(variant.regels, [&](const BudgetLine& line) {
                return line.regel.incidenteel == incidental &&
                       std::ranges::any_of(line.regel.btw_last, [](double s) { return s > 0.0; });
            });
        };
        for (const bool incidental : {false, true}) {
            if (carries(incidental))
                tax_line(variant, incidental);
        }
    }

    void tax_line(BudgetVariant& variant, bool incidental) {
        BudgetLine made;
        made.pad = "varianten." + variant.vorm + ".btw_last";
        for (const ParameterRecord& r : records_) {
            if (r.path == made.pad) {
                made.bron = r.source;
                made.aanname = r.assumption;
            }
        }
        Regel& r = made.regel;
        r.key = incidental ? "btw_incidenteel" : "btw";
        r.naam = incidental ? "BTW die niet wordt teruggekregen, over incidentele lasten"
                            : "BTW die niet wordt teruggekregen";
        r.soort = Soort::btw;
        r.grondslag = Grondslag::btw;
        r.incidenteel = incidental;
        r.deel.assign(study_.jaren, 1.0);
        r.index.assign(study_.jaren, 1.0);
        r.prijs = mixed_tax_;
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
            for (const ParameterRecord& record : study_.records) {
                if (record.path == made.pad) {
                    made.bron = record.source;
                    made.aanname = record.assumption;
                }
            }
            Regel& r = made.regel;
            r.key = s.key;
            r.naam = s.naam;
            r.soort = Soort::subsidie;
            r.grondslag = Grondslag::subsidie;
            r.cofinanciering = s.cofinanciering;
            r.prijs.assign(study_.jaren, finance::in_euro(s.aan_te_vragen));
            r.index.assign(study_.jaren, 1.0);
            r.deel = holds_in(node, where, {.delen = std::vector<double>(study_.jaren, 1.0)}, r);
            r.voor = spent_on(variant, node, where);
            variant.regels.push_back(std::move(made));
        }
    }

    /// The lines that the subsidy is given for: costs, none of which another subsidy pays for too.
    std::vector<std::size_t>
    spent_on(const BudgetVariant& variant, const Node& node, const std::string& where) {
        const Node* list = find(node,
                                "voor",
                                Node::Kind::array,
                                where + ".voor",
                                R"(schrijf voor = ["nazorgtrajecten"])");
        std::vector<std::size_t> found;
        if (list == nullptr || list->members.empty()) {
            complain(node, where + ".voor", "ontbreekt: voor welke lasten de subsidie is");
            return found;
        }
        std::vector<std::string> known;
        for (const BudgetLine& line : variant.regels) {
            if (!finance::is_bate(line.regel.soort))
                known.push_back(line.regel.key);
        }
        for (const Node& member : list->members) {
            const auto line = std::ranges::find_if(variant.regels, [&](const BudgetLine& l) {
                return l.regel.key == member.text && !finance::is_bate(l.regel.soort);
            });
            if (line == variant.regels.end()) {
                complain(member,
                         where + ".voor",
                         fmt::format("noemt \"{}\", maar zo heten geen lasten", member.text),
                         suggestion_for(member.text, known));
                continue;
            }
            const auto i = static_cast<std::size_t>(line - variant.regels.begin());
            if (paid_for(variant, i) || std::ranges::find(found, i) != found.end())
                complain(member,
                         where + ".voor",
                         fmt::format("noemt \"{}\", waarvoor al subsidie is", member.text),
                         "dezelfde kosten kunnen niet twee keer worden opgegeven");
            else
                found.push_back(i);
        }
        return found;
    }

    static bool paid_for(const BudgetVariant& variant, std::size_t line) {
        return std::ranges::any_of(variant.regels, [&](const BudgetLine& other) {
            return std::ranges::find(other.regel.voor, line) != other.regel.voor.end();
        });
    }

    bool rises_ = true;
    std::vector<double> after_;                ///< per year, the part in which the variant holds
    std::vector<double> before_;               ///< and the rest
    std::map<std::string, double> tax_shares_; ///< of VAT, per form
    std::vector<double> mixed_tax_;            ///< of the form of the day, per year
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
