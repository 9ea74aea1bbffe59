#include "casus/opzet.hpp"

#include "casus/afleiding.hpp"
#include "engine/elementary.hpp"
#include "units/text.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ketenplan::casus {

namespace {

using engine::Date;
using engine::Time;
using parameters::Parameters;
using std::chrono::days;
using std::chrono::year_month_day;

// Deadlines and completions may fall after the end of a run; beyond this they no longer matter.
constexpr days slack{400};

engine::WorkCalendar make_calendar(const Parameters& p, Time begin) {
    const engine::HolidayRules rules{.good_friday = p.kalender.goede_vrijdag,
                                     .liberation_day = p.kalender.bevrijdingsdag};
    // Fixed work is spread over the workdays of whole years.
    const Date first = engine::date_of(engine::start_of_year(engine::year_of(begin)));
    return {first - days{31},
            engine::date_of(engine::add(Time{*p.looptijd.einde}, p.looptijd.uitloop)) + slack,
            [rules](Date day) {
                return engine::is_dutch_workday(day, rules);
            }};
}

/// Whether the year has `day` in the period from `van` to `tot`, which may span New Year.
bool in_period(year_month_day day, parameters::MonthDay van, parameters::MonthDay tot) {
    const parameters::MonthDay here{day.month(), day.day()};
    return van <= tot ? van <= here && here <= tot : van <= here || here <= tot;
}

} // namespace

Duizendsten in_duizendsten(double gewicht) {
    return std::llround(gewicht * 1000.0);
}

Opzet::Opzet(const Parameters& p)
    : Geldend(p), begin(engine::subtract(Time{*p.looptijd.start}, p.looptijd.opwarming)),
      start(*p.looptijd.start), einde(*p.looptijd.einde),
      afloop(engine::add(einde, p.looptijd.uitloop)), kalender(make_calendar(p, begin)), leven(p),
      detentie_vertraging(distribution(p.detentie.vertraging_melding)),
      detentie_duur(distribution(p.detentie.duur)) {
    zet_personeel();
    zet_instroom();
    zet_besluittabellen();
    zet_soorten();
    zet_subregios();
    zet_overlegstructuur();
    zet_vakanties();
    personeel = maak_personeelsopzet(parameters, medewerkers);
    zet_tijdvakken();
}

const Geldend& Opzet::op(Time t) const {
    const auto after = std::ranges::upper_bound(tijdvakken_, t, {}, &Deel::vanaf);
    return after == tijdvakken_.begin() ? *this : std::prev(after)->geldend;
}

void Opzet::zet_tijdvakken() {
    for (const parameters::Tijdvak& tijdvak : parameters::tijdvakken(parameters))
        tijdvakken_.push_back({Time{tijdvak.vanaf}, Geldend(tijdvak.parameters())});
    const auto leads_to_nazorg = [](const Geldend& g) {
        return std::ranges::any_of(g.besluiten, [](const auto& weights) {
            return weights[static_cast<std::size_t>(Besluit::nazorg)] > 0.0;
        });
    };
    nazorg_mogelijk =
        leads_to_nazorg(*this) || std::ranges::any_of(tijdvakken_, leads_to_nazorg, &Deel::geldend);
}

void Opzet::zet_personeel() {
    const auto& formatie = parameters.formatie;
    procesregisseur = index_of(formatie.rollen, parameters::rol_procesregisseur);
    for (const auto& post : formatie.posten) {
        const std::size_t rol = index_of(formatie.rollen, post.rol);
        const std::uint16_t plaats =
            post.plaats == parameters::plaats_huis
                ? het_huis
                : static_cast<std::uint16_t>(index_of(parameters.subregios, post.plaats));
        std::uint32_t volgnummer = 0;
        for (const double fractie : appointments(post, formatie.kleinste_aanstelling))
            medewerkers.push_back(
                {.rol = rol,
                 .plaats = plaats,
                 .fractie = fractie,
                 .post = units::stable_hash(post.key),
                 .rol_en_plaats = units::stable_hash(post.rol + "@" + post.plaats),
                 .volgnummer = volgnummer++});
    }
}

/// The cumulative arrivals of a bron, in years' worth, with a knot at each midnight. Month and
/// weekday factors are normalised together over each calendar year, so that a year brings exactly
/// its yearly rate; growth steps up with each full year since `start`.
std::size_t Opzet::voeg_verloop_toe(std::size_t bron, const std::vector<double>& factor_per_dag) {
    const auto& b = parameters.bronnen[bron];
    const auto shape = [&b](Date day) {
        const year_month_day ymd{day};
        return b.maandfactoren[static_cast<unsigned>(ymd.month()) - 1].value() *
               b.weekdagfactoren[std::chrono::weekday{day}.iso_encoding() - 1].value();
    };
    std::vector<engine::PiecewiseLinear::Knot> knots{{0.0, 0.0}};
    std::int32_t year = 0;
    double year_total = 0.0;
    double growth = 1.0;
    std::int32_t full_years = 0;
    double cumulative = 0.0;
    std::size_t number = 0;
    for (Date day = engine::date_of(begin); day < engine::date_of(afloop);
         day += days{1}, ++number) {
        const std::int32_t this_year = engine::year_of(Time{day});
        if (this_year != year) {
            year = this_year;
            year_total = 0.0;
            for (Date d = engine::date_of(engine::start_of_year(year));
                 d < engine::date_of(engine::start_of_year(year + 1));
                 d += days{1})
                year_total += shape(d);
        }
        while (engine::add_months(start, 12 * (full_years + 1)) <= Time{day}) {
            ++full_years;
            growth *= 1.0 + parameters.instroom.groei.value();
        }
        cumulative += shape(day) / year_total * growth * factor_per_dag[number];
        knots.push_back({static_cast<double>(number + 1) * 86400.0, cumulative});
    }
    verlopen.emplace_back(std::move(knots));
    return verlopen.size() - 1;
}

namespace {

/// New persons a year of one gemeente by one bron, before season, growth and interventions.
double per_jaar_van(const parameters::Parameters& p,
                    const parameters::Gemeente& gemeente,
                    const parameters::Bron& bron) {
    if (gemeente.instroom) {
        double total_weight = 0.0;
        for (const auto& b : p.bronnen)
            total_weight += b.gewicht.value();
        return gemeente.instroom->value() * bron.gewicht.value() / total_weight;
    }
    const auto found =
        std::ranges::find(gemeente.instroom_per_bron, bron.key, &parameters::KeyedNumber::key);
    return found == gemeente.instroom_per_bron.end() ? 0.0 : found->value;
}

} // namespace

void Opzet::zet_instroom() {
    for (const auto& gemeente : parameters.gemeenten)
        subregio_van.push_back(
            static_cast<std::uint16_t>(index_of(parameters.subregios, gemeente.subregio)));

    const auto total_days = static_cast<std::size_t>((afloop - begin) / engine::seconds_per_day);
    const std::vector<double> unchanged(total_days, 1.0);
    for (std::size_t b = 0; b < parameters.bronnen.size(); ++b) {
        const std::string& key = parameters.bronnen[b].key;
        voeg_stromen_toe(b, voeg_verloop_toe(b, unchanged), key, true);
        zet_interventies(b, unchanged);
    }
}

void Opzet::voeg_stromen_toe(std::size_t bron,
                             std::size_t verloop,
                             const std::string& name,
                             bool basis) {
    for (std::size_t g = 0; g < parameters.gemeenten.size(); ++g) {
        const auto& gemeente = parameters.gemeenten[g];
        const double per_jaar = per_jaar_van(parameters, gemeente, parameters.bronnen[bron]);
        if (per_jaar > 0.0)
            stromen.push_back({static_cast<std::uint16_t>(g),
                               static_cast<std::uint16_t>(bron),
                               per_jaar,
                               verloop,
                               {units::stable_hash(gemeente.key), units::stable_hash(name), 0},
                               basis});
    }
}

/// Factors above 1 add streams of their own, in the order of their keys: each adds to what the base
/// and the ones before it bring together. Factors below 1 thin all of them.
void Opzet::zet_interventies(std::size_t bron, std::vector<double> so_far) {
    const std::string& key = parameters.bronnen[bron].key;
    for (const auto& interventie : alle_interventies(parameters)) {
        const auto& only = interventie.bronnen;
        if (!only.empty() && std::ranges::find(only, key) == only.end())
            continue;
        const double factor = interventie.factor.value();
        const Time vanaf{*interventie.vanaf};
        const Time tot = interventie.tot ? Time{*interventie.tot} : engine::never;
        if (factor < 1.0) {
            uitdunningen.push_back({bron, factor, vanaf, tot});
        } else if (factor > 1.0) {
            std::vector<double> extra(so_far.size(), 0.0);
            for (std::size_t d = 0; d < so_far.size(); ++d) {
                const Time day = begin + days{static_cast<std::int64_t>(d)};
                if (day < vanaf || day >= tot)
                    continue;
                extra[d] = so_far[d] * (factor - 1.0);
                so_far[d] *= factor;
            }
            const std::size_t verloop = voeg_verloop_toe(bron, extra);
            voeg_stromen_toe(bron, verloop, key + "+" + interventie.key, false);
        }
    }
}

void Opzet::zet_besluittabellen() {
    const std::size_t gemeenten = parameters.gemeenten.size();
    tabel_van_.assign(parameters.bronnen.size() * gemeenten * aantal_leeftijden, 0);
    gewicht_nazorg = in_duizendsten(parameters.nazorg.gewicht.value());
    // From the least to the most specific, so that the most specific is written last.
    const auto specificity = [&](std::size_t t) {
        const auto& table = parameters.besluiten[t];
        return (table.voor_gemeente.empty() ? 0 : 2) +
               (table.voor_leeftijd == parameters::Besluittabel::alle_leeftijden ? 0 : 1);
    };
    std::vector<std::size_t> order(parameters.besluiten.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t t) { return std::pair(specificity(t), t); });
    for (const std::size_t t : order) {
        const auto& table = parameters.besluiten[t];
        const std::size_t bron = index_of(parameters.bronnen, table.voor_bron);
        for (std::size_t g = 0; g < gemeenten; ++g) {
            if (!table.voor_gemeente.empty() && parameters.gemeenten[g].key != table.voor_gemeente)
                continue;
            for (std::size_t l = 0; l < aantal_leeftijden; ++l) {
                if (table.voor_leeftijd == parameters::Besluittabel::alle_leeftijden ||
                    table.voor_leeftijd == l + 1)
                    tabel_van_[(bron * gemeenten + g) * aantal_leeftijden + l] =
                        static_cast<std::uint16_t>(t);
            }
        }
    }
}

std::size_t
Opzet::besluittabel(std::size_t bron, std::size_t gemeente, std::size_t leeftijd) const {
    return tabel_van_[(bron * subregio_van.size() + gemeente) * aantal_leeftijden + leeftijd];
}

void Opzet::zet_soorten() {
    for (const auto s : {Casussoort::focus, Casussoort::top60}) {
        const parameters::Soort& p = soort(s);
        Soortopzet& o = soorten[static_cast<std::size_t>(s)];
        o.prioriteit = p.prioriteit;
        o.caseload_norm = p.caseload_norm.value();
        o.gewicht_voorbereiding = in_duizendsten(p.gewichten.voorbereiding.value());
        o.gewicht_monitoring = in_duizendsten(p.gewichten.monitoring.value());
        o.gewicht_geescaleerd = in_duizendsten(p.gewichten.geescaleerd.value());
    }
    for (const auto& organisatie : parameters.organisaties) {
        partners_aan_briefing += organisatie.briefing.value();
        partners_aan_thematafel += organisatie.thematafel.value();
        soorten[0].partners_aan_tafel += organisatie.focusoverleg.value();
        soorten[1].partners_aan_tafel += organisatie.top60overleg.value();
    }
}

void Opzet::zet_subregios() {
    for (const auto& subregio : parameters.subregios) {
        const auto series = [](const parameters::Briefing& meeting) {
            return engine::WeeklySeries{.weekday = weekday_of(meeting.weekdag),
                                        .clock = meeting.tijd,
                                        .every = meeting.elke_weken,
                                        .offset = meeting.verschuiving_weken};
        };
        briefings.push_back(series(subregio.briefing));
        thematafels.push_back(series(subregio.thematafel));
        std::vector<engine::WeeklySlot> slots;
        for (const auto& moment : subregio.overlegmomenten)
            slots.push_back({.weekday = weekday_of(moment.weekdag),
                             .clock = moment.tijd,
                             .length = hele_seconden(moment.lengte.value() * 60.0),
                             .rooms = static_cast<std::uint32_t>(moment.kamers)});
        overlegmomenten.push_back(std::move(slots));
    }
}

void Opzet::zet_overlegstructuur() {
    organen = organen_van(parameters);
    routes = routes_van(parameters);
    for (std::uint16_t i = 0; i < organen.size(); ++i) {
        organen[i].eerste = bijeenkomsten.size();
        for (const Bijeenkomst& b : bijeenkomsten_van(parameters, i, begin, afloop, kalender)) {
            organen[i].momenten.push_back(b.moment);
            bijeenkomsten.push_back(b);
        }
    }
}

void Opzet::zet_vakanties() {
    if (parameters.kalender.vakanties.empty())
        return;
    for (Date day = engine::date_of(begin); day <= kalender.last(); day += days{1}) {
        double medewerkers_factor = 1.0;
        double partners_factor = 1.0;
        for (const auto& vakantie : parameters.kalender.vakanties) {
            if (!in_period(year_month_day{day}, vakantie.van, vakantie.tot))
                continue;
            medewerkers_factor *= vakantie.medewerkers.value();
            partners_factor *= vakantie.partners.value();
        }
        vakantie_medewerkers_.push_back(medewerkers_factor);
        vakantie_partners_.push_back(partners_factor);
    }
}

double Opzet::factor_medewerkers(Time t) const {
    if (vakantie_medewerkers_.empty())
        return 1.0;
    return vakantie_medewerkers_[static_cast<std::size_t>((t - begin) / engine::seconds_per_day)];
}

double Opzet::factor_partners(Time t) const {
    if (vakantie_partners_.empty())
        return 1.0;
    return vakantie_partners_[static_cast<std::size_t>((t - begin) / engine::seconds_per_day)];
}

} // namespace ketenplan::casus
