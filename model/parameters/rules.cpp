#include "parameters/validate.hpp"

#include "units/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace ketenplan::parameters {

namespace {

constexpr double longest_run_years = 50.0;
constexpr double most_arrivals = 2e6;
constexpr double most_arrivals_per_stream = 9e5; // a random stream numbers persons up to 2^20
constexpr std::size_t most_medewerkers = 2000;
constexpr double days_per_year = 365.2425;
constexpr engine::Seconds midnight = engine::seconds_per_day;

double years_between(engine::Date from, engine::Date until) {
    return static_cast<double>((until - from).count()) / days_per_year;
}

double years(engine::CivilSpan span) {
    return span.months / 12.0 + static_cast<double>(span.days) / days_per_year;
}

template <class Items>
bool has_key(const Items& items, std::string_view key) {
    return std::ranges::any_of(items, [&](const auto& item) { return item.key == key; });
}

engine::Seconds seconds(units::Minutes minutes) {
    constexpr double most = 1e9; // a value out of range is reported elsewhere
    return engine::Seconds{
        static_cast<std::int64_t>(std::ceil(std::clamp(minutes.value() * 60.0, 0.0, most)))};
}

// --- the period ---------------------------------------------------------------------------------

void run_has_length(const Parameters& p, Problems& problems) {
    const auto& l = p.looptijd;
    if (!l.start || !l.einde)
        return;
    if (*l.einde <= *l.start)
        problems.error("looptijd.einde",
                       "ligt niet na `start`, dus er is niets te meten",
                       "`einde` is de dag ná de laatste gemeten dag");
    else if (years_between(*l.start, *l.einde) > longest_run_years)
        problems.error("looptijd.einde",
                       fmt::format("maakt de run langer dan {} jaar", longest_run_years));
}

void run_fills_up(const Parameters& p, Problems& problems) {
    constexpr double least_years = 2.0;
    if (p.beginvoorraad.gebruiken || years(p.looptijd.opwarming) >= least_years)
        return;
    problems.error("looptijd.opwarming",
                   "is korter dan 2 jaar zonder beginvoorraad: het huis is dan nog niet volgelopen "
                   "als het meten begint",
                   "neem \"24 maanden\", of geef een beginvoorraad met `gebruiken = true`");
}

// --- inflow -------------------------------------------------------------------------------------

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
            problems.error(where + ".instroom",
                           "staat naast `instroom_per_bron`: twee opgaven van hetzelfde",
                           "houd er één van de twee");
        if (!g.instroom && g.instroom_per_bron.empty())
            problems.error(where,
                           "mist de instroom",
                           "geef `instroom = \"... per jaar\"` of `instroom_per_bron`");
    }
}

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
    for (const Interventie& i : p.instroom.interventies)
        factor *= std::max(1.0, i.factor.value());
    if (p.looptijd.start && p.looptijd.einde) {
        const double length = years_between(*p.looptijd.start, *p.looptijd.einde);
        factor *= std::pow(1.0 + std::max(0.0, p.instroom.groei.value()), length);
    }
    return factor;
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
            problems.error("gemeenten." + g.key,
                           fmt::format("brengt in één run ongeveer {:.0f} personen; meer dan {:.0f} "
                                       "kan het programma niet uit elkaar houden",
                                       arrivals,
                                       most_arrivals_per_stream),
                           "kort de looptijd in, of controleer de instroom");
    }
    if (total > most_arrivals)
        problems.error("gemeenten",
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

void keys_draw_apart(const Parameters& p, Problems& problems) {
    refuse_equal_hashes(p.gemeenten, "gemeenten", problems);
    refuse_equal_hashes(p.bronnen, "bronnen", problems);
    refuse_equal_hashes(p.beginvoorraad.casussen, "beginvoorraad.casussen", problems);
    refuse_equal_hashes(p.instroom.interventies, "instroom.interventies", problems);
}

// --- briefing and overleg -----------------------------------------------------------------------

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
                problems.error(
                    fmt::format("subregios.{}.overlegmomenten[{}].lengte", s.key, i + 1),
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
            problems.error("besluiten",
                           fmt::format("missen een tabel voor alle meldingen van bron \"{}\"", b.key),
                           fmt::format("geef een tabel met `voor_bron = \"{}\"` zonder gemeente of "
                                       "leeftijd",
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
            problems.warning(fmt::format("besluiten.{}.nazorg", t.key),
                             fmt::format("wordt altijd bilateraal: bron \"{}\" meldt geen detenties, "
                                         "en nazorg vergt een lopende of recente detentie",
                                         t.voor_bron));
    }
}

void traject_has_price(const Parameters& p, Problems& problems) {
    const auto traject = static_cast<std::size_t>(Besluit::vrijwillig_traject);
    const bool used = std::ranges::any_of(p.besluiten, [&](const Besluittabel& t) {
        return t.gewichten[traject].value() > 0.0;
    });
    if (used && p.vrijwillig_traject.prijs.value() <= 0.0)
        problems.error("vrijwillig_traject.prijs",
                       "is 0, terwijl er besluiten tot een vrijwillig traject zijn");
}

// --- staff --------------------------------------------------------------------------------------

void post_has_one_size(const Parameters& p, Problems& problems) {
    for (const Post& post : p.formatie.posten) {
        const std::string where = "formatie.posten." + post.key;
        if (post.fte && !post.aanstellingen.empty())
            problems.error(where + ".fte",
                           "staat naast `aanstellingen`: twee opgaven van hetzelfde",
                           "houd er één van de twee");
        if (!post.fte && post.aanstellingen.empty())
            problems.error(where,
                           "mist de omvang",
                           "geef `fte = \"... fte\"` of een lijst `aanstellingen`");
    }
}

void staff_is_limited(const Parameters& p, Problems& problems) {
    std::size_t total = 0;
    for (const Post& post : p.formatie.posten)
        total += appointments(post, p.formatie.kleinste_aanstelling).size();
    if (total > most_medewerkers)
        problems.error("formatie.posten",
                       fmt::format("tellen {} medewerkers, ten hoogste {}", total, most_medewerkers));
}

/// Whether somebody of `rol` works for `subregio`, or would stand in.
bool has_staff(const Parameters& p, std::string_view rol, std::string_view subregio) {
    const auto found = std::ranges::find(p.formatie.rollen, rol, &Rol::key);
    const bool stands_in = found != p.formatie.rollen.end() && found->vervangt_andere_subregio;
    return std::ranges::any_of(p.formatie.posten, [&](const Post& post) {
        return post.rol == rol &&
               (post.plaats == subregio || post.plaats == plaats_huis || stands_in);
    });
}

bool has_gemeente(const Parameters& p, std::string_view subregio) {
    return std::ranges::any_of(p.gemeenten,
                               [&](const Gemeente& g) { return g.subregio == subregio; });
}

void somebody_does_every_task(const Parameters& p, Problems& problems) {
    const std::array<std::pair<std::string_view, const RolTaak*>, 4> tasks{
        std::pair{"intake", &p.taken.intake},
        std::pair{"terugkoppeling", &p.taken.terugkoppeling},
        std::pair{"bilaterale_afhandeling", &p.taken.bilaterale_afhandeling},
        std::pair{"nazorg", &p.taken.nazorg}};
    for (const auto& [name, task] : tasks) {
        if (!has_key(p.formatie.rollen, task->rol))
            continue; // reported where it is written
        for (const Subregio& s : p.subregios) {
            if (has_gemeente(p, s.key) && !has_staff(p, task->rol, s.key))
                problems.error(fmt::format("taken.{}.rol", name),
                               fmt::format("is \"{}\", maar niemand met die rol werkt in subregio "
                                           "\"{}\", dus dit werk blijft liggen",
                                           task->rol,
                                           s.key),
                               "geef die subregio een post, of zet `vervangt_andere_subregio`");
        }
    }
}

void subregio_has_procesregisseur(const Parameters& p, Problems& problems) {
    if (!has_key(p.formatie.rollen, rol_procesregisseur)) {
        problems.error("formatie.rollen",
                       "missen de rol \"procesregisseur\", die briefings en overleggen voorzit");
        return;
    }
    for (const Subregio& s : p.subregios) {
        const bool found = std::ranges::any_of(p.formatie.posten, [&](const Post& post) {
            return post.rol == rol_procesregisseur &&
                   (post.plaats == s.key || post.plaats == plaats_huis);
        });
        if (!found && has_gemeente(p, s.key))
            problems.error("formatie.posten",
                           fmt::format("hebben geen procesregisseur voor subregio \"{}\": briefings "
                                       "vervallen en casussen blijven wachten",
                                       s.key));
    }
}

void caseload_norm_admits_a_case(const Parameters& p, Problems& problems) {
    const std::array<std::pair<std::string_view, const Soort*>, 2> kinds{
        std::pair{casussoort_namen[0], &p.casussoorten.focus},
        std::pair{casussoort_namen[1], &p.casussoorten.top60}};
    for (const Subregio& s : p.subregios) {
        double largest = 0.0;
        for (const Post& post : p.formatie.posten) {
            if (post.rol != rol_procesregisseur ||
                (post.plaats != s.key && post.plaats != plaats_huis))
                continue;
            for (const double fte : appointments(post, p.formatie.kleinste_aanstelling))
                largest = std::max(largest, fte);
        }
        for (const auto& [name, kind] : kinds) {
            const bool used = name == casussoort_namen[0] || s.top60.plaatsen > 0;
            if (used && largest > 0.0 &&
                kind->gewichten.voorbereiding.value() > kind->caseload_norm.value() * largest)
                problems.error(
                    fmt::format("casussoorten.{}.caseload_norm", name),
                    fmt::format("is zo laag dat in subregio \"{}\" geen procesregisseur ooit een "
                                "casus kan krijgen",
                                s.key));
        }
    }
}

// --- course of a case ---------------------------------------------------------------------------

double days(engine::CivilSpan span) {
    return years(span) * days_per_year;
}

void contacts_go_forward(const Parameters& p, Problems& problems) {
    const auto check = [&](const Soort& soort, std::string_view name) {
        for (std::size_t i = 1; i < soort.reeks.size(); ++i) {
            if (days(soort.reeks[i]) <= days(soort.reeks[i - 1]))
                problems.error(fmt::format("casussoorten.{}.reeks[{}]", name, i + 1),
                               "ligt niet na het vorige contact");
        }
        if (days(soort.daarna) < 7.0)
            problems.error(fmt::format("casussoorten.{}.daarna", name),
                           "moet ten minste een week zijn");
    };
    check(p.casussoorten.focus, casussoort_namen[0]);
    check(p.casussoorten.top60, casussoort_namen[1]);
}

void case_can_close(const Parameters& p, Problems& problems) {
    const auto check = [&](const Soort& soort, std::string_view name) {
        if (soort.sluitkans_later.value() <= 0.0 && soort.sluitkans_eerste.value() < 1.0)
            problems.warning(fmt::format("casussoorten.{}.sluitkans_later", name),
                             "is 0: wie niet bij het eerste moment wordt afgesloten blijft voor "
                             "altijd, en de caseload loopt vol");
    };
    check(p.casussoorten.focus, casussoort_namen[0]);
}

void escalation_goes_somewhere(const Parameters& p, Problems& problems) {
    const Escalatieweg& naar = p.escalatie.naar;
    if (p.escalatie.deel.value() > 0.0 &&
        naar.regiekamer.value() + naar.stuurgroep.value() + naar.ad_hoc.value() <= 0.0)
        problems.error("escalatie.naar",
                       "heeft alleen gewichten 0, maar er wordt wel opgeschaald");
}

void months_are_listed_once(const Parameters& p, Problems& problems) {
    const auto check = [&](const Overlegorgaan& orgaan, std::string_view name) {
        std::set<double> seen;
        for (const units::Count month : orgaan.maanden) {
            if (!seen.insert(month.value()).second)
                problems.error(fmt::format("overlegstructuur.{}.maanden", name),
                               fmt::format("noemt maand {} twee keer", month.value()));
        }
    };
    check(p.overlegstructuur.regiekamer, "regiekamer");
    check(p.overlegstructuur.stuurgroep, "stuurgroep");
}

// --- what is there at the start -----------------------------------------------------------------

void top60_list_has_people(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        const std::string where = fmt::format("subregios.{}.top60.gemeente", s.key);
        if (s.top60.plaatsen == 0)
            continue;
        const auto g = std::ranges::find(p.gemeenten, s.top60.gemeente, &Gemeente::key);
        if (s.top60.gemeente.empty())
            problems.error(where,
                           "ontbreekt: de lijst begint vol, dus de personen moeten ergens wonen");
        else if (g != p.gemeenten.end() && g->subregio != s.key)
            problems.error(where,
                           fmt::format("ligt in subregio \"{}\", niet in \"{}\"", g->subregio, s.key));
    }
}

void stock_is_used(const Parameters& p, Problems& problems) {
    if (!p.beginvoorraad.gebruiken && !p.beginvoorraad.casussen.empty())
        problems.error("beginvoorraad.gebruiken",
                       "is false, terwijl er casussen zijn opgegeven",
                       "zet `gebruiken = true`, of haal de casussen weg");
}

void stock_fits_on_list(const Parameters& p, Problems& problems) {
    std::map<std::string, std::int64_t> on_list;
    for (const Voorraadcasus& c : p.beginvoorraad.casussen) {
        const auto g = std::ranges::find(p.gemeenten, c.gemeente, &Gemeente::key);
        if (c.soort != Casussoort::top60 || g == p.gemeenten.end())
            continue;
        const auto s = std::ranges::find(p.subregios, g->subregio, &Subregio::key);
        if (s == p.subregios.end())
            continue;
        on_list[s->key] += c.aantal;
        if (on_list[s->key] > s->top60.plaatsen)
            problems.error("beginvoorraad.casussen." + c.key,
                           fmt::format("brengt {} casussen op de Top60-lijst van subregio \"{}\", "
                                       "die {} plaatsen heeft",
                                       on_list[s->key],
                                       s->key,
                                       s->top60.plaatsen));
    }
}

void format_is_known(const Parameters& p, Problems& problems) {
    if (p.formaat == formaat_versie)
        return;
    problems.error("formaat",
                   fmt::format("is {}, maar dit programma leest formaat {}", p.formaat, formaat_versie),
                   p.formaat > formaat_versie
                       ? "dit bestand is voor een nieuwere versie van ketenplan"
                       : fmt::format("schrijf `formaat = {}`", formaat_versie));
}

constexpr std::array all_rules{
    Rule{"formaat_bekend", "het formaat is dat van dit programma", format_is_known},
    Rule{"looptijd_heeft_lengte", "`einde` ligt na `start`, ten hoogste 50 jaar", run_has_length},
    Rule{"looptijd_loopt_vol",
         "zonder beginvoorraad is de opwarming ten minste 2 jaar",
         run_fills_up},
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
    Rule{"post_heeft_omvang",
         "een post heeft `fte` of `aanstellingen`, niet beide",
         post_has_one_size},
    Rule{"personeel_is_begrensd", "er zijn ten hoogste 2000 medewerkers", staff_is_limited},
    Rule{"taak_heeft_medewerker",
         "elke taak heeft in elke subregio iemand die hem doet",
         somebody_does_every_task},
    Rule{"subregio_heeft_procesregisseur",
         "elke subregio met gemeenten heeft een procesregisseur",
         subregio_has_procesregisseur},
    Rule{"norm_laat_casus_toe",
         "de caseloadnorm laat ten minste één casus toe",
         caseload_norm_admits_a_case},
    Rule{"contacten_lopen_op",
         "contacten volgen op elkaar, en daarna ten hoogste wekelijks",
         contacts_go_forward},
    Rule{"casus_kan_sluiten", "een focuscasus kan worden afgesloten (waarschuwing)", case_can_close},
    Rule{"escalatie_gaat_ergens_heen",
         "een opgeschaalde casus gaat ergens heen",
         escalation_goes_somewhere},
    Rule{"maanden_eenmaal", "een orgaan noemt elke maand één keer", months_are_listed_once},
    Rule{"top60_heeft_personen",
         "een Top60-lijst heeft een gemeente in de eigen subregio",
         top60_list_has_people},
    Rule{"voorraad_wordt_gebruikt",
         "een opgegeven beginvoorraad wordt ook gebruikt",
         stock_is_used},
    Rule{"voorraad_past_op_lijst", "de beginvoorraad past op de Top60-lijst", stock_fits_on_list},
};

} // namespace

std::span<const Rule> rules() {
    return all_rules;
}

} // namespace ketenplan::parameters
