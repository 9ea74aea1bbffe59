// Briefings, overlegmomenten and besluiten.

#include "parameters/rules/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace ketenplan::parameters {

namespace {

constexpr engine::Seconds midnight = engine::seconds_per_day;

engine::Seconds seconds(units::Minutes minutes) {
    constexpr double most = 1e9; // a value out of range is reported elsewhere
    return engine::Seconds{
        static_cast<std::int64_t>(std::ceil(std::clamp(minutes.value() * 60.0, 0.0, most)))};
}

void briefing_fits_in_day(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        const Briefing& b = s.briefing;
        if (b.tijd + seconds(b.agenda) > midnight)
            problems.error(fmt::format("subregios.{}.briefing.agenda", s.key),
                           "loopt door tot na middernacht");
    }
}

void briefing_shift_is_small(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        const Briefing& b = s.briefing;
        if (b.verschuiving_weken >= b.elke_weken)
            problems.error(fmt::format("subregios.{}.briefing.verschuiving_weken", s.key),
                           fmt::format("is {}, maar moet kleiner zijn dan `elke_weken` ({})",
                                       b.verschuiving_weken,
                                       b.elke_weken));
    }
}

void slots_fit_in_day(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        for (std::size_t i = 0; i < s.overlegmomenten.size(); ++i) {
            const Overlegmoment& m = s.overlegmomenten[i];
            if (m.tijd + seconds(m.lengte) > midnight)
                problems.error(fmt::format("subregios.{}.overlegmomenten[{}].lengte", s.key, i + 1),
                               "loopt door tot na middernacht");
        }
    }
}

void slots_leave_room_for_briefing(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        const Briefing& b = s.briefing;
        for (std::size_t i = 0; i < s.overlegmomenten.size(); ++i) {
            const Overlegmoment& m = s.overlegmomenten[i];
            if (m.weekdag == b.weekdag && m.tijd < b.tijd + seconds(b.agenda) &&
                b.tijd < m.tijd + seconds(m.lengte))
                problems.warning(
                    fmt::format("subregios.{}.overlegmomenten[{}]", s.key, i + 1),
                    "valt samen met de briefing: een procesregisseur kan dan dubbel geboekt zijn, "
                    "en de briefing kan vervallen als allen in overleg zijn",
                    "kies een ander tijdstip");
        }
    }
}

void besluit_for_every_bron(const Parameters& p, Problems& problems) {
    for (const Bron& b : p.bronnen) {
        const bool found = std::ranges::any_of(p.besluiten, [&](const Besluittabel& t) {
            return t.voor_bron == b.key && t.voor_gemeente.empty() &&
                   t.voor_leeftijd == Besluittabel::alle_leeftijden;
        });
        if (!found)
            problems.error("bronnen." + b.key,
                           "heeft geen besluittabel: wat de weging besluit is onbekend",
                           fmt::format("geef [besluiten.{0}] met `voor_bron = \"{0}\"`, zonder "
                                       "gemeente of leeftijd",
                                       b.key));
    }
}

void besluit_tables_differ(const Parameters& p, Problems& problems) {
    std::set<std::tuple<std::string, std::string, std::size_t>> seen;
    for (const Besluittabel& t : p.besluiten) {
        if (!seen.emplace(t.voor_bron, t.voor_gemeente, t.voor_leeftijd).second)
            problems.error("besluiten." + t.key,
                           "geldt voor dezelfde meldingen als een andere tabel",
                           "voeg ze samen, of geef een andere bron, gemeente of leeftijd");
    }
}

void besluit_is_possible(const Parameters& p, Problems& problems) {
    for (const Besluittabel& t : p.besluiten) {
        if (std::ranges::all_of(t.gewichten, [](units::Count w) { return w.value() <= 0.0; }))
            problems.error("besluiten." + t.key,
                           "heeft alleen gewichten 0, dus er is geen besluit mogelijk");
    }
}

void nazorg_follows_detention(const Parameters& p, Problems& problems) {
    const auto nazorg = static_cast<std::size_t>(Besluit::nazorg);
    for (const Besluittabel& t : p.besluiten) {
        const auto bron = std::ranges::find(p.bronnen, t.voor_bron, &Bron::key);
        if (bron != p.bronnen.end() && !bron->detentiemelding && t.gewichten[nazorg].value() > 0.0)
            problems.warning(
                fmt::format("besluiten.{}.nazorg", t.key),
                fmt::format("wordt altijd bilateraal: bron \"{}\" meldt geen detenties, "
                            "en nazorg vergt een lopende of recente detentie",
                            t.voor_bron));
    }
}

void traject_has_price(const Parameters& p, Problems& problems) {
    const auto traject = static_cast<std::size_t>(Besluit::vrijwillig_traject);
    const bool used = std::ranges::any_of(
        p.besluiten, [&](const Besluittabel& t) { return t.gewichten[traject].value() > 0.0; });
    if (used && p.vrijwillig_traject.prijs.value() <= 0.0)
        problems.error("vrijwillig_traject.prijs",
                       "is 0, terwijl er besluiten tot een vrijwillig traject zijn");
}

constexpr std::array weging_rules{
    Rule{"briefing_past_in_dag", "een briefing eindigt voor middernacht", briefing_fits_in_day},
    Rule{"verschuiving_past",
         "`verschuiving_weken` is kleiner dan `elke_weken`",
         briefing_shift_is_small},
    Rule{"overlegmoment_past_in_dag",
         "een overlegmoment eindigt voor middernacht",
         slots_fit_in_day},
    Rule{"overlegmoment_naast_briefing",
         "overlegmomenten vallen niet samen met de briefing (waarschuwing)",
         slots_leave_room_for_briefing},
    Rule{"besluit_voor_elke_bron", "elke bron heeft een besluittabel", besluit_for_every_bron},
    Rule{"besluittabellen_verschillen",
         "geen twee besluittabellen gelden voor dezelfde meldingen",
         besluit_tables_differ},
    Rule{"besluit_is_mogelijk",
         "een besluittabel heeft een gewicht groter dan 0",
         besluit_is_possible},
    Rule{"nazorg_na_detentie",
         "nazorg alleen voor bronnen die detenties melden (waarschuwing)",
         nazorg_follows_detention},
    Rule{"traject_heeft_prijs", "vrijwillige trajecten hebben een prijs", traject_has_price},
};

} // namespace

std::span<const Rule> rules_of_weging() {
    return weging_rules;
}

} // namespace ketenplan::parameters
