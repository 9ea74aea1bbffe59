#include "parameters/themas.hpp"

#include "parameters/parameters.hpp"
#include "parameters/path_visitor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>

namespace ketenplan::parameters {

namespace {

/// The tables and values that the model reads at the moment it uses them (casus/geldend.hpp); * is
/// any name. Everything below such a path counts too.
constexpr auto over_de_tijd = std::to_array<std::string_view>({
    "intake",
    "weging",
    "besluiten.*",
    "vrijwillig_traject.prijs",
    "taken.*.minuten",
    "casusoverleg",
    "casussoorten.*.sluitkans_eerste",
    "casussoorten.*.sluitkans_later",
    "casussoorten.*.stagnatie",
    "casussoorten.*.per_week_te_laat",
    "escalatie.deel",
    "escalatie.naar",
    "escalatie.ad_hoc_duur",
    "nazorg.intensiteit",
    "nazorg.aanvaarding",
    "nazorg.bespreking",
    "nazorg.terugkomtermijn",
    "nazorg.leefgebieden.*.oplossen",
    "nazorg.leefgebieden.*.oplossen_traject",
    "nazorg.traject.kans",
    "nazorg.traject.toestemming",
    "nazorg.traject.prijs",
    "nazorg.doorstroomhuis.nodig",
    "personen.herhaling.plan_ingehaald",
});

/// Takes the first name off a path.
std::string_view next_name(std::string_view& path) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return name;
}

/// True when one of the two is the beginning of the other.
bool agree(std::string_view pattern, std::string_view path) {
    while (!pattern.empty() && !path.empty()) {
        const std::string_view wanted = next_name(pattern);
        if (const std::string_view name = next_name(path); wanted != "*" && wanted != name)
            return false;
    }
    return true;
}

/// Finds the number or the distribution at one path, and changes it.
class Wijziger : public PathVisitor {
public:
    using Change = std::function<double(double)>;

    Wijziger(std::string_view wanted, Change change)
        : wanted_(wanted), change_(std::move(change)) {}

    [[nodiscard]] Padsoort found() const { return found_; }

    void number(const NumberRow& row, double& value) override {
        if (path(row.row.key) != wanted_ || std::isnan(value))
            return;
        value = change_(value);
        found_ = Padsoort::getal;
    }
    void distribution(const NumberRow& row, DistributionSpec& spec) override {
        const std::string where = path(row.row.key);
        for (const SpecField& field : spec_fields) {
            auto& value = spec.*field.member;
            const bool whole = where == wanted_ && field.has_dimension;
            const bool one = where + "." + std::string(field.key) == wanted_;
            if (!value || (!whole && !one))
                continue;
            value = change_(*value);
            found_ = one ? Padsoort::getal : Padsoort::verdeling;
        }
        if (where != wanted_)
            return;
        std::ranges::transform(spec.values, spec.values.begin(), change_);
        found_ = Padsoort::verdeling;
    }

protected:
    // Only the tables on the way to the path, and what is in them.
    bool enter_table(const Row& row) override {
        return ligt_in(wanted_, path(row.key)) && PathVisitor::enter_table(row);
    }
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        return ligt_in(wanted_, path(row.key)) && PathVisitor::enter_keyed(row, size, keys);
    }
    bool enter_item(const std::string& key) override {
        return ligt_in(wanted_, path(key)) && PathVisitor::enter_item(key);
    }

private:
    std::string wanted_;
    Change change_;
    Padsoort found_ = Padsoort::geen;
};

/// Collects the paths that themes may change.
class Padenverzamelaar : public PathVisitor {
public:
    std::vector<std::string> paths;

    void number(const NumberRow& row, double& value) override {
        if (!std::isnan(value))
            add(path(row.row.key));
    }
    void distribution(const NumberRow& row, DistributionSpec& spec) override {
        const std::string where = path(row.row.key);
        add(where);
        for (const SpecField& field : spec_fields) {
            if (spec.*field.member)
                add(where + "." + std::string(field.key));
        }
    }

private:
    void add(std::string where) {
        if (leest_over_de_tijd(where))
            paths.push_back(std::move(where));
    }
};

/// Applies `use(effect)` to every effect of themes that is not on the inflow.
template <class Use>
void for_each_effect(const std::vector<const Thema*>& themas, Use use) {
    for (const Thema* thema : themas) {
        for (const Effect& effect : thema->effecten) {
            if (!is_instroom(effect.parameter))
                use(effect);
        }
    }
}

} // namespace

void declare(Visitor& v, Sturing& p) {
    v.references(optional("parameters",
                          "paden van wat thema's mogen veranderen: van een getal, of van een tabel "
                          "voor alles daarin; `instroom.politie` is de instroom van die bron"),
                 paden,
                 {0, 200},
                 p.parameters);
}

void declare(Visitor& v, Effect& p) {
    v.reference({"parameter",
                 "pad van wat verandert, zoals `intake.informatieverzoek.gemiddelde`, "
                 "`besluiten.politie.uitgesteld` of `instroom.zsm`; van een kansverdeling als "
                 "geheel verandert met `factor` elke duur"},
                paden,
                p.parameter);
    v.quantity(optional("factor", "vermenigvuldigt de waarde"), {0.0, 100.0}, p.factor);
    v.quantity(optional("waarde",
                        "vervangt de waarde, in de eenheid van de parameter zonder die te noemen: "
                        "3 werkdagen is 3, 25% is 0.25"),
               {0.0, 1e9},
               p.waarde);
}

void declare(Visitor& v, Thema& p) {
    v.text(optional("omschrijving", "wat er gebeurt"), p.omschrijving);
    v.date({"vanaf", "eerste dag waarop het thema werkt"}, p.vanaf);
    v.date(optional("tot", "eerste dag waarop het niet meer werkt; leeg: tot het einde"), p.tot);
    v.keyed({"effecten", "wat het verandert"}, {1, 50}, p.effecten);
}

bool is_instroom(std::string_view path) {
    return path == pad_instroom ||
           (path.starts_with(std::string(pad_instroom) + ".") &&
            path.find('.', pad_instroom.size() + 1) == std::string_view::npos);
}

bool ligt_in(std::string_view path, std::string_view table) {
    return path.starts_with(table) && (path.size() == table.size() || path[table.size()] == '.');
}

bool leest_over_de_tijd(std::string_view path) {
    return is_instroom(path) || std::ranges::any_of(over_de_tijd, [&](std::string_view pattern) {
               return agree(pattern, path);
           });
}

Padsoort padsoort(const Parameters& p, std::string_view path) {
    Wijziger finder(path, [](double value) { return value; });
    look(finder, p);
    return finder.found();
}

std::vector<std::string> paden_voor_themas(const Parameters& p) {
    Padenverzamelaar collector;
    look(collector, p);
    collector.paths.emplace_back(pad_instroom);
    for (const Bron& bron : p.bronnen)
        collector.paths.push_back(std::string(pad_instroom) + "." + bron.key);
    return collector.paths;
}

Parameters Tijdvak::parameters() const {
    Parameters changed = *basis;
    changed.sturing = {};
    changed.themas.clear();
    const auto change = [&](const Effect& effect, Wijziger::Change by) {
        Wijziger changer(effect.parameter, std::move(by));
        declare(changer, changed);
    };
    for_each_effect(themas, [&](const Effect& effect) {
        if (effect.waarde)
            change(effect, [&](double) { return effect.waarde->value(); });
    });
    for_each_effect(themas, [&](const Effect& effect) {
        if (effect.factor)
            change(effect, [&](double value) { return value * effect.factor->value(); });
    });
    return changed;
}

std::vector<Tijdvak> tijdvakken(const Parameters& p) {
    std::set<engine::Date> dates;
    for (const Thema& thema : p.themas) {
        bool elsewhere = false;
        for_each_effect({&thema}, [&](const Effect&) { elsewhere = true; });
        if (!elsewhere || !thema.vanaf)
            continue;
        dates.insert(*thema.vanaf);
        if (thema.tot)
            dates.insert(*thema.tot);
    }
    std::vector<Tijdvak> periods;
    for (const engine::Date date : dates) {
        periods.push_back({.vanaf = date, .themas = {}, .basis = &p});
        for (const Thema& thema : p.themas) {
            if (thema.geldt_op(date))
                periods.back().themas.push_back(&thema);
        }
    }
    return periods;
}

std::vector<Interventie> alle_interventies(const Parameters& p) {
    std::vector<Interventie> all = p.instroom.interventies;
    for (const Thema& thema : p.themas) {
        for (const Effect& effect : thema.effecten) {
            if (!is_instroom(effect.parameter) || !effect.factor)
                continue;
            Interventie interventie{.key = "thema." + thema.key + "." + effect.key,
                                    .bronnen = {},
                                    .factor = *effect.factor,
                                    .vanaf = thema.vanaf,
                                    .tot = thema.tot};
            if (effect.parameter != pad_instroom)
                interventie.bronnen = {effect.parameter.substr(pad_instroom.size() + 1)};
            all.push_back(std::move(interventie));
        }
    }
    return all;
}

} // namespace ketenplan::parameters
