// Themes: what they may change, and what comes of it.

#include "parameters/path_visitor.hpp"
#include "parameters/rules/rules.hpp"
#include "units/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ketenplan::parameters {

namespace {

std::string where(const Thema& thema, const Effect& effect) {
    return fmt::format("themas.{}.effecten.{}", thema.key, effect.key);
}

std::string date_text(engine::Date date) {
    const std::chrono::year_month_day ymd{date};
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

/// Whether the inflow at this path is that of a bron that exists, or of all.
bool is_known_inflow(const Parameters& p, std::string_view path) {
    return is_instroom(path) &&
           (path == pad_instroom || std::ranges::any_of(p.bronnen, [&](const Bron& bron) {
                return path.substr(pad_instroom.size() + 1) == bron.key;
            }));
}

/// Notes whether there is a parameter or a table at one path.
class Finder : public PathVisitor {
public:
    explicit Finder(std::string_view wanted) : wanted_(wanted) {}
    [[nodiscard]] bool found() const { return found_; }

protected:
    bool enter_table(const Row& row) override {
        return note(path(row.key)) && PathVisitor::enter_table(row);
    }
    bool enter_keyed(const Row& row, Size size, std::vector<std::string>& keys) override {
        return note(path(row.key)) && PathVisitor::enter_keyed(row, size, keys);
    }
    bool enter_item(const std::string& key) override {
        return note(path(key)) && PathVisitor::enter_item(key);
    }

private:
    bool note(const std::string& here) {
        found_ = found_ || here == wanted_;
        return true;
    }
    std::string wanted_;
    bool found_ = false;
};

bool is_table(const Parameters& p, std::string_view path) {
    Finder finder(path);
    look(finder, p);
    return finder.found();
}

/// What a path that leads nowhere may have been meant for.
std::string nearest_path(const Parameters& p, std::string_view path) {
    const std::string guess = units::nearest(std::string(path), paden_voor_themas(p));
    return guess.empty() ? "de paden staan in parameters.csv, naast de uitkomsten"
                         : fmt::format("bedoelde u \"{}\"?", guess);
}

constexpr std::string_view what_can =
    "thema's werken op intake, weging, besluiten, taken.*.minuten, casusoverleg, escalatie, "
    "vrijwillig_traject.prijs, de kansen van casussoorten, en instroom.<bron>";

void steering_is_possible(const Parameters& p, Problems& problems) {
    for (std::size_t i = 0; i < p.sturing.parameters.size(); ++i) {
        const std::string& path = p.sturing.parameters[i];
        const std::string here = fmt::format("sturing.parameters[{}]", i + 1);
        if (is_known_inflow(p, path))
            continue;
        if (padsoort(p, path) == Padsoort::geen && !is_table(p, path))
            problems.error(here,
                           fmt::format("is \"{}\", maar dit scenario heeft daar geen getal, "
                                       "kansverdeling of tabel",
                                       path),
                           nearest_path(p, path));
        else if (!leest_over_de_tijd(path))
            problems.error(here,
                           fmt::format("is \"{}\", maar dat ligt voor een hele run vast", path),
                           std::string(what_can));
    }
}

bool is_marked(const Parameters& p, std::string_view path) {
    return std::ranges::any_of(p.sturing.parameters,
                               [&](const std::string& marked) { return ligt_in(path, marked); });
}

void theme_has_length(const Parameters& p, Problems& problems) {
    for (const Thema& thema : p.themas) {
        if (thema.vanaf && thema.tot && *thema.tot <= *thema.vanaf)
            problems.error(fmt::format("themas.{}.tot", thema.key),
                           "ligt niet na `vanaf`, dus het thema werkt nooit");
    }
}

void check_path(const Parameters& p, const Effect& effect, const std::string& here, Problems& to) {
    const bool inflow = is_known_inflow(p, effect.parameter);
    const Padsoort kind = padsoort(p, effect.parameter);
    if (!inflow && kind == Padsoort::geen)
        to.error(here + ".parameter",
                 fmt::format("is \"{}\", maar dit scenario heeft daar geen getal of kansverdeling",
                             effect.parameter),
                 nearest_path(p, effect.parameter));
    else if (!leest_over_de_tijd(effect.parameter))
        to.error(here + ".parameter",
                 fmt::format("is \"{}\", maar dat ligt voor een hele run vast", effect.parameter),
                 std::string(what_can));
    else if (!is_marked(p, effect.parameter))
        to.error(
            here + ".parameter",
            fmt::format("is \"{}\", maar het scenario noemt dat niet stuurbaar", effect.parameter),
            fmt::format("zet \"{}\" in `sturing.parameters`", effect.parameter));
    else if (effect.waarde && inflow)
        to.error(here + ".waarde",
                 "is van de instroom niet te geven: die verschilt per gemeente",
                 "geef een `factor`");
    else if (effect.waarde && kind == Padsoort::verdeling)
        to.error(here + ".waarde",
                 "vervangt één getal, maar het pad is van een kansverdeling",
                 fmt::format("bedoelde u \"{}.gemiddelde\"?", effect.parameter));
}

void effect_is_usable(const Parameters& p, Problems& problems) {
    for (const Thema& thema : p.themas) {
        for (const Effect& effect : thema.effecten) {
            const std::string here = where(thema, effect);
            if (effect.factor.has_value() == effect.waarde.has_value())
                problems.error(here + ".waarde",
                               effect.factor ? "staat naast `factor`: twee opgaven van hetzelfde"
                                             : "ontbreekt, en `factor` ook: wat verandert er?",
                               "geef `factor` of `waarde`");
            check_path(p, effect, here, problems);
        }
    }
}

void values_do_not_clash(const Parameters& p, Problems& problems) {
    std::vector<const Effect*> reported;
    for (const Tijdvak& period : tijdvakken(p)) {
        std::vector<const Effect*> seen;
        for (const Thema* thema : period.themas) {
            for (const Effect& effect : thema->effecten) {
                if (!effect.waarde)
                    continue;
                const bool clash =
                    std::ranges::find(seen, effect.parameter, &Effect::parameter) != seen.end();
                if (clash && std::ranges::find(reported, &effect) == reported.end()) {
                    reported.push_back(&effect);
                    problems.error(where(*thema, effect) + ".waarde",
                                   fmt::format("geeft vanaf {} een tweede waarde aan `{}`",
                                               date_text(period.vanaf),
                                               effect.parameter),
                                   "laat de thema's elkaar opvolgen, of geef een `factor`");
                }
                seen.push_back(&effect);
            }
        }
    }
}

/// The effect that a problem at `path` comes from: one that changes something there, or else the
/// first of the themes that hold.
std::string blame(const Tijdvak& period, const std::string& path) {
    for (const Thema* thema : period.themas) {
        for (const Effect& effect : thema->effecten) {
            if (ligt_in(path, effect.parameter) || ligt_in(effect.parameter, path))
                return where(*thema, effect);
        }
    }
    return "themas." + period.themas.front()->key;
}

void values_stay_valid(const Parameters& p, Problems& problems) {
    const std::vector<Tijdvak> periods = tijdvakken(p);
    if (periods.empty())
        return;
    Parameters bare = p;
    bare.sturing = {};
    bare.themas.clear();
    const Problems before = validate(bare);
    const auto known = [&](const Problem& problem) {
        return std::ranges::any_of(before.items(), [&](const Problem& b) {
            return b.path == problem.path && b.what == problem.what;
        });
    };
    for (const Tijdvak& period : periods) {
        if (period.themas.empty())
            continue;
        const Problems found = validate(period.parameters());
        for (const Problem& problem : found.items()) {
            if (!known(problem))
                problems.add({problem.severity,
                              blame(period, problem.path),
                              fmt::format("leidt vanaf {} hiertoe: `{}` {}",
                                          date_text(period.vanaf),
                                          problem.path,
                                          problem.what),
                              problem.suggestion});
        }
    }
}

constexpr std::array theme_rules{
    Rule{"sturing_kan", "wat stuurbaar heet leest het model over de tijd", steering_is_possible},
    Rule{"thema_heeft_lengte", "`tot` van een thema ligt na `vanaf`", theme_has_length},
    Rule{"effect_is_bruikbaar",
         "een effect verandert één stuurbare parameter, met `factor` of `waarde`",
         effect_is_usable},
    Rule{"themas_botsen_niet",
         "geen twee thema's geven tegelijk een waarde aan dezelfde parameter",
         values_do_not_clash},
    Rule{"thema_blijft_geldig",
         "wat een thema van de parameters maakt voldoet aan dezelfde regels",
         values_stay_valid},
};

} // namespace

std::span<const Rule> rules_of_themas() {
    return theme_rules;
}

} // namespace ketenplan::parameters
