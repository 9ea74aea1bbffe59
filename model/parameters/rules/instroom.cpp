// Who is reported, how often, and under which names.

#include "parameters/rules/rules.hpp"
#include "parameters/spans.hpp"
#include "units/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace ketenplan::parameters {

namespace {

constexpr double most_arrivals = 2e6;
constexpr double most_arrivals_per_stream = 9e5; // a random stream numbers persons up to 2^20

double arrivals_per_year(const Gemeente& g) {
    if (g.instroom)
        return g.instroom->value();
    return std::accumulate(g.instroom_per_bron.begin(),
                           g.instroom_per_bron.end(),
                           0.0,
                           [](double sum, const KeyedNumber& n) { return sum + n.value; });
}

/// By how much growth and interventions multiply the inflow at most.
double largest_growth(const Parameters& p) {
    double factor = 1.0;
    for (const Interventie& i : alle_interventies(p))
        factor *= std::max(1.0, i.factor.value());
    if (p.looptijd.start && p.looptijd.einde) {
        const double length = years_between(*p.looptijd.start, *p.looptijd.einde);
        factor *= std::pow(1.0 + std::max(0.0, p.instroom.groei.value()), length);
    }
    return factor;
}

template <class Items>
void refuse_equal_hashes(const Items& items, const std::string& table, Problems& problems) {
    std::map<std::uint32_t, std::string> seen;
    for (const auto& item : items) {
        const auto [place, is_new] = seen.try_emplace(units::stable_hash(item.key), item.key);
        if (!is_new)
            problems.error(table + "." + item.key,
                           fmt::format("heeft toevallig hetzelfde controlegetal als \"{}\", "
                                       "waardoor hun toevalsgetallen gelijk zouden zijn",
                                       place->second),
                           "kies een andere naam");
    }
}

void bronnen_have_weight(const Parameters& p, Problems& problems) {
    const bool shared =
        std::ranges::any_of(p.gemeenten, [](const Gemeente& g) { return g.instroom.has_value(); });
    const double total =
        std::accumulate(p.bronnen.begin(), p.bronnen.end(), 0.0, [](double sum, const Bron& b) {
            return sum + b.gewicht.value();
        });
    if (shared && total <= 0.0)
        problems.error("bronnen",
                       "hebben samen gewicht 0, dus de instroom van gemeenten is niet te verdelen");
}

void bron_has_ages(const Parameters& p, Problems& problems) {
    for (const Bron& b : p.bronnen) {
        const auto& g = b.leeftijd.gewichten;
        if (std::ranges::all_of(g, [](units::Count w) { return w.value() <= 0.0; }))
            problems.error(fmt::format("bronnen.{}.leeftijd", b.key),
                           "heeft alleen gewichten 0, dus geen leeftijdsklasse is mogelijk");
    }
}

void bron_has_days(const Parameters& p, Problems& problems) {
    const auto all_zero = [](const std::vector<units::Factor>& factors) {
        return std::ranges::all_of(factors, [](units::Factor f) { return f.value() <= 0.0; });
    };
    for (const Bron& b : p.bronnen) {
        if (all_zero(b.maandfactoren))
            problems.error(fmt::format("bronnen.{}.maandfactoren", b.key),
                           "zijn alle 0, dus er is geen dag waarop gemeld wordt");
        if (all_zero(b.weekdagfactoren))
            problems.error(fmt::format("bronnen.{}.weekdagfactoren", b.key),
                           "zijn alle 0, dus er is geen dag waarop gemeld wordt");
    }
}

void gemeente_has_one_inflow(const Parameters& p, Problems& problems) {
    for (const Gemeente& g : p.gemeenten) {
        const std::string where = "gemeenten." + g.key;
        if (g.instroom && !g.instroom_per_bron.empty())
            problems.error(
                where + ".instroom_per_bron",
                "staat naast `instroom`: twee opgaven van hetzelfde",
                fmt::format("houd er één; een geërfde gaat weg met zonder = [\"{}.instroom\"]",
                            where));
        if (!g.instroom && g.instroom_per_bron.empty())
            problems.error(where + ".instroom",
                           "ontbreekt: hoeveel personen worden er in een jaar gemeld?",
                           "geef `instroom = \"... per jaar\"` of `instroom_per_bron`");
    }
}

void run_is_feasible(const Parameters& p, Problems& problems) {
    if (!p.looptijd.start || !p.looptijd.einde)
        return;
    const double length =
        years_between(*p.looptijd.start, *p.looptijd.einde) + years(p.looptijd.opwarming);
    double total = 0.0;
    for (const Gemeente& g : p.gemeenten) {
        const double arrivals = arrivals_per_year(g) * length * largest_growth(p);
        total += arrivals;
        if (arrivals > most_arrivals_per_stream)
            problems.error(
                "gemeenten." + g.key + ".instroom",
                fmt::format("brengt in één run ongeveer {:.0f} personen; meer dan {:.0f} "
                            "kan het programma niet uit elkaar houden",
                            arrivals,
                            most_arrivals_per_stream),
                "kort de looptijd in, of controleer de instroom");
    }
    if (total > most_arrivals)
        problems.error(
            "gemeenten",
            fmt::format("brengen in één run ongeveer {:.0f} personen; ten hoogste {:.0f}, "
                        "anders duurt een run te lang",
                        total,
                        most_arrivals),
            "kort de looptijd in, of controleer de instroom");
}

void interventie_has_length(const Parameters& p, Problems& problems) {
    for (const Interventie& i : p.instroom.interventies) {
        if (i.vanaf && i.tot && *i.tot <= *i.vanaf)
            problems.error(fmt::format("instroom.interventies.{}.tot", i.key),
                           "ligt niet na `vanaf`, dus de interventie werkt nooit");
    }
}

void keys_draw_apart(const Parameters& p, Problems& problems) {
    refuse_equal_hashes(p.gemeenten, "gemeenten", problems);
    refuse_equal_hashes(p.bronnen, "bronnen", problems);
    refuse_equal_hashes(p.beginvoorraad.casussen, "beginvoorraad.casussen", problems);
    refuse_equal_hashes(p.beginvoorraad.personen, "beginvoorraad.personen", problems);
    refuse_equal_hashes(p.instroom.interventies, "instroom.interventies", problems);
    refuse_equal_hashes(p.formatie.posten, "formatie.posten", problems);
}

constexpr std::array instroom_rules{
    Rule{"bronnen_hebben_gewicht",
         "de gewichten van de bronnen zijn samen groter dan 0",
         bronnen_have_weight},
    Rule{"bron_heeft_leeftijden", "elke bron heeft een mogelijke leeftijdsklasse", bron_has_ages},
    Rule{"bron_heeft_dagen", "elke bron meldt op ten minste één dag", bron_has_days},
    Rule{"gemeente_heeft_instroom",
         "een gemeente heeft `instroom` of `instroom_per_bron`, niet beide",
         gemeente_has_one_inflow},
    Rule{"run_is_uitvoerbaar", "een run heeft ten hoogste 2 miljoen personen", run_is_feasible},
    Rule{"interventie_heeft_lengte", "`tot` ligt na `vanaf`", interventie_has_length},
    Rule{"namen_trekken_apart", "namen hebben verschillende controlegetallen", keys_draw_apart},
};

} // namespace

std::span<const Rule> rules_of_instroom() {
    return instroom_rules;
}

} // namespace ketenplan::parameters
