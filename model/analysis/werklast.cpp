#include "analysis/werklast.hpp"

#include "analysis/measures.hpp"
#include "analysis/terugkeer.hpp"
#include "analysis/verloop.hpp"
#include "parameters/spans.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ketenplan::analysis {

namespace {

using casus::Casussoort;
using casus::Opzet;
using casus::Taak;
using engine::Time;
using parameters::Besluit;

constexpr double minutes_per_day = 7.2 * 60.0;
constexpr double days_in_week = 7.0;
constexpr double days_per_year = parameters::mean_days_per_year;

std::string dutch_decimal(double value, int digits = 1) {
    std::string text = fmt::format("{:.{}f}", value, digits);
    std::ranges::replace(text, '.', ',');
    return text;
}

/// What a year brings to one subregio.
struct Stroom {
    double meldingen = 0.0;    ///< weighed
    double ontvangen = 0.0;    ///< local ones too
    double agenderingen = 0.0; ///< dealt with by a briefing
    std::array<double, casus::aantal_besluiten> besluiten{};

    [[nodiscard]] double besluit(Besluit b) const { return besluiten[static_cast<std::size_t>(b)]; }
};

double years_measured(const Opzet& opzet) {
    return static_cast<double>((opzet.einde - opzet.start) / engine::seconds_per_day) /
           days_per_year;
}

/// The share of a bron's arrivals that dated interventions leave, averaged over the measured days.
double share_left(const Opzet& opzet, std::size_t bron) {
    double sum = 0.0;
    std::int64_t days = 0;
    for (Time day = opzet.start; day < opzet.einde; day += engine::seconds_per_day, ++days) {
        double left = 1.0;
        for (const casus::Uitdunning& u : opzet.uitdunningen) {
            if (u.bron == bron && u.vanaf <= day && day < u.tot)
                left *= u.factor;
        }
        sum += left;
    }
    return days == 0 ? 1.0 : sum / static_cast<double>(days);
}

/// The probabilities of the besluiten of one weging, with the facts that rule some out.
std::array<double, casus::aantal_besluiten>
kansen(const Opzet& opzet, std::uint16_t gemeente, std::uint16_t bron, std::size_t leeftijd) {
    auto weights = opzet.besluiten[opzet.besluittabel(bron, gemeente, leeftijd)];
    double total = 0.0;
    for (const double w : weights)
        total += w;
    for (double& w : weights)
        w /= total;
    const auto move = [&weights](Besluit from, Besluit to) {
        weights[static_cast<std::size_t>(to)] += weights[static_cast<std::size_t>(from)];
        weights[static_cast<std::size_t>(from)] = 0.0;
    };
    const auto& subregio = opzet.parameters.subregios[opzet.subregio_van[gemeente]];
    if (subregio.top60.plaatsen == 0)
        move(Besluit::top60, Besluit::focus);
    const bool detained = opzet.parameters.bronnen[bron].detentiemelding && leeftijd > 0;
    if (!detained)
        move(Besluit::nazorg, Besluit::bilateraal);
    return weights;
}

/// Adds `per_year` meldingen of this bron and gemeente, new or not.
void add_meldingen(
    const Opzet& opzet, std::uint16_t gemeente, std::uint16_t bron, double per_year, Stroom& to) {
    const auto& b = opzet.parameters.bronnen[bron];
    to.ontvangen += per_year;
    if (b.detentiemelding && opzet.parameters.gemeenten[gemeente].eigen_nazorg)
        return;
    to.meldingen += per_year;
    double ages = 0.0;
    for (const units::Count w : b.leeftijd.gewichten)
        ages += w.value();
    const double back = opzet.parameters.weging.terugkomst.value();
    constexpr auto put_off = static_cast<std::size_t>(Besluit::uitgesteld);
    for (std::size_t l = 0; l < casus::aantal_leeftijden; ++l) {
        const double n = per_year * b.leeftijd.gewichten[l].value() / ages;
        const auto p = kansen(opzet, gemeente, bron, l);
        const double again = p[put_off] * back;
        to.agenderingen += n * (1.0 + again);
        for (std::size_t k = 0; k < p.size(); ++k) {
            const double first = k == put_off ? p[k] * (1.0 - back) : p[k];
            to.besluiten[k] += n * (first + again * p[k]);
        }
    }
}

/// The meldingen that one stream of new persons brings in a year, theirs and those that follow.
void add_stream(const Opzet& opzet,
                const casus::Aankomststroom& stroom,
                double left,
                const Terugkeer& terugkeer,
                Stroom& to) {
    const auto& verloop = opzet.verlopen[stroom.verloop];
    const auto at = [&](Time t) {
        return verloop.value(static_cast<double>((t - opzet.begin).count()));
    };
    const double per_year =
        stroom.per_jaar * left * (at(opzet.einde) - at(opzet.start)) / years_measured(opzet);
    add_meldingen(opzet, stroom.gemeente, stroom.bron, per_year, to);
    const auto& weights = opzet.leven.herhaalgewichten;
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::uint16_t b = 0; b < weights.size() && total > 0.0; ++b) {
        if (weights[b] > 0.0)
            add_meldingen(opzet,
                          stroom.gemeente,
                          b,
                          per_year * terugkeer.herhalingen * weights[b] / total,
                          to);
    }
    if (opzet.leven.detentiebron)
        add_meldingen(
            opzet, stroom.gemeente, *opzet.leven.detentiebron, per_year * terugkeer.detenties, to);
}

std::vector<Stroom> stromen(const Opzet& opzet) {
    std::vector<Stroom> per_subregio(opzet.parameters.subregios.size());
    std::vector<double> left;
    std::vector<Terugkeer> terugkeer;
    for (std::uint16_t b = 0; b < opzet.parameters.bronnen.size(); ++b) {
        left.push_back(share_left(opzet, b));
        terugkeer.push_back(verwachte_terugkeer(opzet, b));
    }
    for (const casus::Aankomststroom& stroom : opzet.stromen)
        add_stream(opzet,
                   stroom,
                   left[stroom.bron],
                   terugkeer[stroom.bron],
                   per_subregio[opzet.subregio_van[stroom.gemeente]]);
    return per_subregio;
}

/// Meetings in the measured period that do not fall on a day off.
std::int64_t meetings_held(const Opzet& opzet, const engine::WeeklySeries& series) {
    std::int64_t held = 0;
    for (Time t = series.at_or_after(opzet.start); t < opzet.einde;
         t = series.at_or_after(t + engine::Seconds{1})) {
        if (opzet.kalender.is_workday(engine::date_of(t)))
            ++held;
    }
    return held;
}

double meetings_per_year(const Opzet& opzet, const engine::WeeklySeries& series) {
    return static_cast<double>(meetings_held(opzet, series)) / years_measured(opzet);
}

/// Rooms per year in slots that do not fall on a day off, and their mean length in minutes.
struct Momenten {
    double per_jaar = 0.0;
    double minuten = 0.0;
};

Momenten overlegmomenten(const Opzet& opzet, std::size_t subregio) {
    double rooms = 0.0;
    double minutes = 0.0;
    for (const engine::WeeklySlot& slot : opzet.overlegmomenten[subregio]) {
        const engine::WeeklySeries series{.weekday = slot.weekday, .clock = slot.clock};
        const double places = static_cast<double>(meetings_held(opzet, series)) * slot.rooms;
        rooms += places;
        minutes += places * static_cast<double>(slot.length.count()) / 60.0;
    }
    return {rooms / years_measured(opzet), rooms > 0.0 ? minutes / rooms : 0.0};
}

double workdays_per_year(const Opzet& opzet) {
    return static_cast<double>(opzet.kalender.workdays_before(engine::date_of(opzet.einde)) -
                               opzet.kalender.workdays_before(engine::date_of(opzet.start))) /
           years_measured(opzet);
}

/// Minutes of work and of meetings that a year asks of a cell.
struct Vraag {
    double taken = 0.0; ///< before productivity
    double vergaderingen = 0.0;
};

/// Weighted cases that run on average.
struct Caseload {
    double focus = 0.0;
    double top60 = 0.0;
};

class Rekenaar {
public:
    explicit Rekenaar(const Opzet& opzet)
        : opzet_(opzet), stromen_(stromen(opzet)), cellen_(role_cells(opzet)) {
        werklast_.focus = verwacht_verloop(opzet, Casussoort::focus);
        werklast_.top60 = verwacht_verloop(opzet, Casussoort::top60);
        vraag_.resize(cellen_.size());
        caseload_.resize(stromen_.size());
    }

    Werklast bereken() {
        for (std::size_t s = 0; s < stromen_.size(); ++s) {
            werklast_.meldingen.push_back(stromen_[s].meldingen);
            werklast_.agenderingen.push_back(stromen_[s].agenderingen);
            bereken_briefing(s);
            bereken_casussen(s);
            bereken_rollentaken(s);
        }
        bereken_organen();
        bereken_vast_werk();
        bereken_caseloads(Casussoort::focus, &Caseload::focus);
        bereken_caseloads(Casussoort::top60, &Caseload::top60);
        bereken_bezetting();
        return werklast_;
    }

private:
    [[nodiscard]] const std::string& sleutel(std::size_t s) const {
        return opzet_.parameters.subregios[s].key;
    }
    [[nodiscard]] const std::string& naam(std::size_t s) const {
        return opzet_.parameters.subregios[s].naam;
    }
    [[nodiscard]] double minuten(Taak taak) const { return opzet_.taaksoort(taak).minuten.mean(); }

    void voeg_toe(Belasting deel, const std::string& zin) {
        if (deel.gevraagd > deel.ruimte)
            deel.zin = zin;
        werklast_.delen.push_back(std::move(deel));
    }

    /// The cell that does the work of `rol` for a subregio.
    [[nodiscard]] std::size_t cel(std::size_t rol, std::size_t s) const {
        const std::string prefix = opzet_.parameters.formatie.rollen[rol].key + "@";
        for (const std::string& place : {sleutel(s), std::string(parameters::plaats_huis)}) {
            const auto found = std::ranges::find(cellen_, prefix + place);
            if (found != cellen_.end())
                return static_cast<std::size_t>(found - cellen_.begin());
        }
        const auto stand_in = std::ranges::find_if(
            cellen_, [&](const std::string& c) { return c.starts_with(prefix); });
        return static_cast<std::size_t>(stand_in - cellen_.begin());
    }

    void bereken_briefing(std::size_t s) {
        const double briefings = meetings_per_year(opzet_, opzet_.briefings[s]);
        const double room = opzet_.parameters.subregios[s].briefing.agenda.value();
        const double fit = briefings * passen_er(opzet_.bespreektijd, room);
        const double per_week = days_in_week / days_per_year;
        const double asked = stromen_[s].agenderingen * per_week;
        voeg_toe({.cel = sleutel(s),
                  .onderdeel = "agenda van de briefing",
                  .eenheid = "meldingen per week",
                  .gevraagd = asked,
                  .ruimte = fit * per_week,
                  .zin = {}},
                 fmt::format("De agenda van de briefing in {} loopt vol: {} meldingen per week, "
                             "plaats voor {}.",
                             naam(s),
                             dutch_decimal(asked),
                             dutch_decimal(fit * per_week)));
        const std::size_t chair = cel(opzet_.procesregisseur, s);
        vraag_[chair].vergaderingen += stromen_[s].agenderingen * opzet_.bespreektijd.mean();
    }

    void bereken_casussen(std::size_t s) {
        const auto& list = opzet_.parameters.subregios[s].top60;
        const double focus = stromen_[s].besluit(Besluit::focus);
        const double new_top60 = stromen_[s].besluit(Besluit::top60);
        // The list starts full and empties slowly, so the places are what it asks for.
        const double top60_years = werklast_.top60.dagen / days_per_year;
        const double leaving = opzet_.leven.vertrek; // people who leave make room too
        const double closing = list.plaatsen * (1.0 / top60_years + leaving);
        if (list.plaatsen > 0)
            voeg_toe({.cel = sleutel(s),
                      .onderdeel = "Top60-lijst",
                      .eenheid = "nieuwe casussen per jaar",
                      .gevraagd = new_top60,
                      .ruimte = closing,
                      .zin = {}},
                     fmt::format("De Top60-lijst van {} loopt vol: {} nieuwe casussen per jaar, "
                                 "terwijl er {} plaatsen vrijkomen.",
                                 naam(s),
                                 dutch_decimal(new_top60),
                                 dutch_decimal(closing)));
        const Verloop& f = werklast_.focus;
        const Verloop& t = werklast_.top60;
        const double again = list.plaatsen * per_jaar(t.overleggen - 1.0, t);
        const double held = focus * f.overleggen + std::min(new_top60, closing) + again;
        const double contacts = focus * f.contacten + list.plaatsen * per_jaar(t.contacten, t);
        bereken_overlegmomenten(s, held);
        // The first preparation comes on top of the days since the first overleg.
        const auto& gewichten = opzet_.soort(Casussoort::focus).gewichten;
        caseload_[s].focus = focus *
                             (f.voorbereiding * gewichten.voorbereiding.value() +
                              f.dagen * gewichten.monitoring.value()) /
                             days_per_year;
        caseload_[s].top60 =
            list.plaatsen * opzet_.soort(Casussoort::top60).gewichten.monitoring.value();
        const double client =
            opzet_.parameters.casusoverleg.client_aan_tafel.value() * opzet_.client_minuten.mean();
        Vraag& vraag = vraag_[cel(opzet_.procesregisseur, s)];
        vraag.taken += held * (minuten(Taak::voorbereiding) + minuten(Taak::verslag) + client) +
                       contacts * minuten(Taak::contact);
        vraag.vergaderingen += held * overlegmomenten(opzet_, s).minuten;
    }

    /// Besprekingen of a nazorg case, roughly: one each return, until every knelpunt is solved or
    /// the term has passed. Trajecten are left out.
    [[nodiscard]] double besprekingen_per_zaak() const {
        const parameters::Nazorg& n = opzet_.parameters.nazorg;
        const double days = parameters::days(n.termijn) + opzet_.detentie_duur.mean();
        const auto most = static_cast<int>(days / n.terugkomtermijn.value());
        double sum = 0.0;
        for (int k = 0; k <= most; ++k) {
            double solved = 1.0; // the chance that nothing is open any more after k besprekingen
            for (const auto& kenmerk : n.leefgebieden.kenmerken)
                solved *=
                    1.0 - kenmerk.knelpunt.value() * std::pow(1.0 - kenmerk.oplossen.value(), k);
            sum += 1.0 - solved;
        }
        return n.aanvaarding.value() * sum;
    }

    /// What happens `per_case` times in the course of a case, per year that it runs.
    [[nodiscard]] static double per_jaar(double per_case, const Verloop& v) {
        return per_case * days_per_year / v.dagen;
    }

    void bereken_overlegmomenten(std::size_t s, double held) {
        const double tried = held / (1.0 - opzet_.parameters.casusoverleg.quorum_mist.value());
        const double room = overlegmomenten(opzet_, s).per_jaar;
        voeg_toe(
            {.cel = sleutel(s),
             .onderdeel = "momenten voor casusoverleg",
             .eenheid = "overleggen per jaar",
             .gevraagd = tried,
             .ruimte = room,
             .zin = {}},
            fmt::format("Er zijn in {} te weinig momenten voor casusoverleg: {} per jaar nodig, "
                        "{} beschikbaar.",
                        naam(s),
                        dutch_decimal(tried),
                        dutch_decimal(room)));
    }

    /// Procesregisseurs of the whole house go where their own place falls short, in proportion.
    void bereken_caseloads(Casussoort soort, double Caseload::* asked) {
        const double norm = opzet_.soort(soort).caseload_norm.value();
        std::vector<double> room(caseload_.size(), 0.0);
        double shared = 0.0;
        for (const auto& m : opzet_.medewerkers) {
            if (m.rol != opzet_.procesregisseur)
                continue;
            (m.plaats == casus::het_huis ? shared : room[m.plaats]) += m.fractie * norm;
        }
        double short_of = 0.0;
        for (std::size_t s = 0; s < room.size(); ++s)
            short_of += std::max(0.0, caseload_[s].*asked - room[s]);
        for (std::size_t s = 0; s < room.size(); ++s) {
            const double lacks = std::max(0.0, caseload_[s].*asked - room[s]);
            room[s] += short_of > 0.0 ? shared * lacks / short_of
                                      : shared / static_cast<double>(room.size());
            const bool kind_exists =
                soort == Casussoort::focus || opzet_.parameters.subregios[s].top60.plaatsen > 0;
            if (kind_exists)
                meld_caseload(s, soort, caseload_[s].*asked, room[s]);
        }
    }

    void meld_caseload(std::size_t s, Casussoort soort, double asked, double room) {
        const auto& place = opzet_.parameters.subregios[s].key;
        const std::string_view kind = parameters::casussoort_namen[static_cast<std::size_t>(soort)];
        voeg_toe({.cel = place,
                  .onderdeel = fmt::format("caseload {}", kind),
                  .eenheid = "gewogen casussen",
                  .gevraagd = asked,
                  .ruimte = room,
                  .zin = {}},
                 fmt::format("De procesregisseurs van {} lopen vol: {} gewogen {}-casussen, "
                             "plaats voor {}.",
                             naam(s),
                             dutch_decimal(asked),
                             soort == Casussoort::top60 ? "Top60" : "focus",
                             dutch_decimal(room)));
    }

    void bereken_rollentaken(std::size_t s) {
        const Stroom& stroom = stromen_[s];
        const auto ask = [&](Taak taak, double times) {
            vraag_[cel(opzet_.taaksoort(taak).rol, s)].taken += times * minuten(taak);
        };
        ask(Taak::intake, stroom.meldingen);
        ask(Taak::terugkoppeling, stroom.agenderingen);
        ask(Taak::bilaterale_afhandeling, stroom.besluit(Besluit::bilateraal));
        const double nazorg = stroom.besluit(Besluit::nazorg) *
                              std::min(1.0, opzet_.parameters.nazorg.intensiteit.value());
        ask(Taak::nazorg_gesprek, nazorg);
        const double besprekingen = nazorg * besprekingen_per_zaak();
        Vraag& vraag = vraag_[cel(opzet_.taaksoort(Taak::nazorg_gesprek).rol, s)];
        vraag.taken += besprekingen * minuten(Taak::nazorg_opvolging);
        vraag_[cel(opzet_.procesregisseur, s)].vergaderingen +=
            besprekingen * opzet_.bespreking.mean();
        if (besprekingen > 0.0)
            bereken_thematafel(s, besprekingen);
    }

    void bereken_thematafel(std::size_t s, double besprekingen) {
        const double room = opzet_.parameters.subregios[s].thematafel.agenda.value();
        const double fit =
            meetings_per_year(opzet_, opzet_.thematafels[s]) * passen_er(opzet_.bespreking, room);
        voeg_toe(
            {.cel = sleutel(s),
             .onderdeel = "agenda van de thematafel",
             .eenheid = "besprekingen per jaar",
             .gevraagd = besprekingen,
             .ruimte = fit,
             .zin = {}},
            fmt::format("De agenda van de thematafel in {} loopt vol: {} besprekingen per jaar, "
                        "plaats voor {}; cliënten komen dan minder vaak aan de beurt dan "
                        "`terugkomtermijn` zegt.",
                        naam(s),
                        dutch_decimal(besprekingen),
                        dutch_decimal(fit)));
    }

    /// Meetings of bodies above the case that the house prepares or sits in.
    void bereken_organen() {
        for (const casus::Orgaanopzet& orgaan : opzet_.organen) {
            for (std::size_t i = 0; i < orgaan.momenten.size(); ++i) {
                const casus::Bijeenkomst& b = opzet_.bijeenkomsten[orgaan.eerste + i];
                if (b.moment < opzet_.start || b.moment >= opzet_.einde)
                    continue;
                const double per_year = 1.0 / years_measured(opzet_);
                for (const auto& werk : orgaan.voorbereiding)
                    vraag_[cel_voor_huis(werk.rol)].taken +=
                        (b.naast ? werk.naast : werk.gewoon) * per_year;
                for (const auto& a : orgaan.huis)
                    vraag_[cel_voor_huis(a.rol)].vergaderingen +=
                        static_cast<double>(a.aantal) * static_cast<double>(orgaan.lengte.count()) /
                        60.0 * per_year;
            }
        }
    }

    /// The cell that does the work of `rol` for the whole house.
    [[nodiscard]] std::size_t cel_voor_huis(std::size_t rol) const {
        const std::string prefix = opzet_.parameters.formatie.rollen[rol].key + "@";
        const auto house =
            std::ranges::find(cellen_, prefix + std::string(parameters::plaats_huis));
        if (house != cellen_.end())
            return static_cast<std::size_t>(house - cellen_.begin());
        return static_cast<std::size_t>(
            std::ranges::find_if(cellen_,
                                 [&](const std::string& c) { return c.starts_with(prefix); }) -
            cellen_.begin());
    }

    void bereken_vast_werk() {
        for (const casus::Vastwerkopzet& werk : opzet_.personeel.vast_werk) {
            const std::size_t c = werk.plaats == casus::het_huis ? cel_van(werk.rol, werk.plaats)
                                                                 : cel(werk.rol, werk.plaats);
            vraag_[c].taken += static_cast<double>(werk.per_jaar.count()) / 60.0;
        }
    }

    /// The share of the measured workdays on which the medewerker `plek` is expected to be there:
    /// chance and dated absences multiplied. Hire is not counted on.
    [[nodiscard]] double aanwezig(std::uint32_t plek) const {
        const auto workdays = [&](Time from, Time until) {
            return static_cast<double>(opzet_.kalender.workdays_before(engine::date_of(until)) -
                                       opzet_.kalender.workdays_before(engine::date_of(from)));
        };
        double dated = 0.0;
        for (const casus::Afwezigheidsopzet& a : opzet_.personeel.afwezigheden) {
            const Time from = std::max(a.van, opzet_.start);
            const Time until = std::min(a.tot, opzet_.einde);
            if (a.plek == plek && from < until)
                dated += workdays(from, until) / workdays(opzet_.start, opzet_.einde);
        }
        return casus::verwachte_aanwezigheid(opzet_.personeel, opzet_.start) *
               std::max(0.0, 1.0 - dated);
    }

    void bereken_bezetting() {
        struct Cel {
            double gevraagd = 0.0; ///< fte
            double fte = 0.0;
        };
        const double full_time = workdays_per_year(opzet_) * minutes_per_day;
        std::vector<Cel> cellen(cellen_.size());
        for (std::uint32_t plek = 0; plek < opzet_.medewerkers.size(); ++plek) {
            const auto& m = opzet_.medewerkers[plek];
            cellen[cel_van(m.rol, m.plaats)].fte += m.fractie * aanwezig(plek);
        }
        for (const parameters::Rol& rol : opzet_.parameters.formatie.rollen) {
            const std::string house = fmt::format("{}@{}", rol.key, parameters::plaats_huis);
            const auto shared = std::ranges::find(cellen_, house) - cellen_.begin();
            for (std::size_t c = 0; c < cellen_.size(); ++c) {
                if (!cellen_[c].starts_with(rol.key + "@"))
                    continue;
                cellen[c].gevraagd +=
                    (vraag_[c].taken / rol.productiviteit.value() + vraag_[c].vergaderingen) /
                    full_time;
                // Who works for the whole house takes what a place cannot do itself.
                const auto house_cell = static_cast<std::size_t>(shared);
                if (house_cell < cellen_.size() && house_cell != c) {
                    const double over = std::max(0.0, cellen[c].gevraagd - cellen[c].fte);
                    cellen[house_cell].gevraagd += over;
                    cellen[c].gevraagd -= over;
                }
            }
        }
        for (std::size_t c = 0; c < cellen_.size(); ++c)
            voeg_toe({.cel = cellen_[c],
                      .onderdeel = "werk",
                      .eenheid = "fte",
                      .gevraagd = cellen[c].gevraagd,
                      .ruimte = cellen[c].fte,
                      .zin = {}},
                     fmt::format("Het werk voor {} past niet: {} fte nodig, {} fte aanwezig.",
                                 cellen_[c],
                                 dutch_decimal(cellen[c].gevraagd, 2),
                                 dutch_decimal(cellen[c].fte, 2)));
    }

    [[nodiscard]] std::size_t cel_van(std::size_t rol, std::uint16_t plaats) const {
        const std::string place = plaats == casus::het_huis
                                      ? std::string(parameters::plaats_huis)
                                      : opzet_.parameters.subregios[plaats].key;
        const std::string wanted = opzet_.parameters.formatie.rollen[rol].key + "@" + place;
        return static_cast<std::size_t>(std::ranges::find(cellen_, wanted) - cellen_.begin());
    }

    const Opzet& opzet_;
    std::vector<Stroom> stromen_;
    std::vector<std::string> cellen_;
    std::vector<Vraag> vraag_;
    std::vector<Caseload> caseload_;
    Werklast werklast_;
};

} // namespace

Werklast bereken_werklast(const Opzet& opzet) {
    return Rekenaar(opzet).bereken();
}

std::vector<std::string> Werklast::waarschuwingen() const {
    constexpr double nearly_full = 0.9;
    std::vector<std::string> sentences;
    for (const Belasting& deel : delen) {
        if (!deel.zin.empty())
            sentences.push_back(deel.zin);
    }
    for (const Belasting& deel : delen) {
        if (deel.zin.empty() && deel.verhouding() > nearly_full)
            sentences.push_back(fmt::format(
                "Bijna vol: {} van {}, {}% van de ruimte; wachttijden lopen dan snel op.",
                deel.onderdeel,
                deel.cel,
                dutch_decimal(100.0 * deel.verhouding(), 0)));
    }
    return sentences;
}

} // namespace ketenplan::analysis
