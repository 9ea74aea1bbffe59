#include "casus/inhuur.hpp"

#include "casus/aanwezigheid.hpp"
#include "casus/overdracht.hpp"
#include "casus/personeel.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace ketenplan::casus {

namespace {

bool is_aan(const Huis& huis) {
    return huis.opzet.personeel.inhuur_seconden > 0;
}

std::uint32_t plekken(const Huis& huis) {
    return static_cast<std::uint32_t>(huis.opzet.medewerkers.size());
}

Medewerker& inhuurkracht(Huis& huis, std::uint32_t plek) {
    return huis.medewerkers[plekken(huis) + plek];
}

bool is_ingehuurd(Huis& huis, std::uint32_t plek) {
    return is_er(inhuurkracht(huis, plek).stand);
}

/// Books the hire so far; in a new calendar year the budget is whole again.
void boek_inhuur(Huis& huis) {
    for (std::uint32_t plek = 0; plek < plekken(huis); ++plek)
        boek_stand(huis, inhuurkracht(huis, plek), huis.nu());
    const std::int32_t jaar = engine::year_of(huis.nu());
    if (std::exchange(huis.personeel.inhuurjaar, jaar) != jaar)
        huis.personeel.inhuur_seconden = 0;
}

/// Rostered seconds from now until `tot` of whoever is hired for this appointment.
std::int64_t nog_te_werken(Huis& huis, std::uint32_t plek, Time tot) {
    const Medewerker& m = inhuurkracht(huis, plek);
    if (aanstelling(huis, plek).inhuur_loopt_af)
        tot = std::min(tot, m.vergadert_tot);
    const engine::Shift& shift = huis.work.shift(m.id);
    return (shift.position(tot) - shift.position(huis.nu())).count();
}

/// Whether the budget pays everybody hired until `tot`, and `ook` as well.
bool betaalbaar(Huis& huis, Time tot, std::optional<std::uint32_t> ook = {}) {
    std::int64_t seconden = huis.personeel.inhuur_seconden;
    for (std::uint32_t plek = 0; plek < plekken(huis); ++plek) {
        if (plek == ook || is_ingehuurd(huis, plek))
            seconden += nog_te_werken(huis, plek, tot);
    }
    return seconden <= huis.opzet.personeel.inhuur_seconden;
}

Time middernacht_na(Time t) {
    return Time{engine::date_of(t)} + engine::seconds_per_day;
}

void eindig(Huis& huis, std::uint32_t plek) {
    Medewerker& m = inhuurkracht(huis, plek);
    Aanstelling& a = aanstelling(huis, plek);
    if (huis.work.in_meeting(m.id)) {
        if (!std::exchange(a.inhuur_loopt_af, true))
            huis.plan(m.vergadert_tot, EventClass::due, Gebeurtenis::inhuur_eindigt, plek);
        return;
    }
    a.inhuur_loopt_af = false;
    zet_stand(huis, m, Stand::niet_ingehuurd);
    m.draagt_over = true;
    draag_over(huis, m);
}

/// Ends the hire that began last; false when there is none left to end.
bool eindig_laatste(Huis& huis) {
    std::optional<std::uint32_t> last;
    for (std::uint32_t plek = 0; plek < plekken(huis); ++plek) {
        if (!is_ingehuurd(huis, plek) || aanstelling(huis, plek).inhuur_loopt_af)
            continue;
        if (!last || inhuurkracht(huis, plek).in_dienst >= inhuurkracht(huis, *last).in_dienst)
            last = plek;
    }
    if (last)
        eindig(huis, *last);
    return last.has_value();
}

/// The budget is looked at again at midnight before the first day it does not pay, or at New Year.
void plan_herziening(Huis& huis) {
    huis.events.cancel(huis.personeel.inhuur_herzien);
    bool needed = false;
    for (std::uint32_t plek = 0; plek < plekken(huis); ++plek)
        needed = needed || is_ingehuurd(huis, plek) || aanstelling(huis, plek).zoekt_inhuur;
    if (!needed)
        return;
    const Time nieuwjaar = engine::start_of_year(engine::year_of(huis.nu()) + 1);
    const Time laatst = std::min(nieuwjaar, huis.opzet.afloop);
    // What is spent only grows, so the first day that is not paid can be searched for by halves.
    const Time eerste = middernacht_na(huis.nu());
    const auto dagen = std::views::iota(
        std::int64_t{0}, std::max<std::int64_t>(0, (laatst - eerste) / engine::seconds_per_day));
    const auto betaald = std::ranges::partition_point(dagen, [&](std::int64_t n) {
        return betaalbaar(huis, eerste + (n + 1) * engine::seconds_per_day);
    });
    const Time dag = eerste + (betaald - dagen.begin()) * engine::seconds_per_day;
    if (dag < huis.opzet.afloop)
        huis.personeel.inhuur_herzien = huis.events.schedule_cancellable(
            dag, EventClass::staff, static_cast<engine::EventKind>(Gebeurtenis::inhuur_herzien), 0);
}

void huur_in(Huis& huis, std::uint32_t plek) {
    Medewerker& m = inhuurkracht(huis, plek);
    m.in_dienst = huis.nu();
    m.laatst_voorgezeten = {};
    huis.work.replace(m.id);
    zet_stand(huis,
              m,
              huis.medewerkers[plek].stand == Stand::vacant ? Stand::dekt_vacature
                                                            : Stand::dekt_verzuim);
}

/// Hires for whoever has waited longest, as far as the budget pays their first day.
void vul_inhuur(Huis& huis) {
    boek_inhuur(huis);
    auto& zoekers = huis.personeel.zoekers;
    zoekers.clear();
    for (std::uint32_t plek = 0; plek < plekken(huis); ++plek) {
        if (aanstelling(huis, plek).zoekt_inhuur && !is_ingehuurd(huis, plek))
            zoekers.push_back(plek);
    }
    std::ranges::sort(zoekers, {}, [&](std::uint32_t plek) {
        return std::pair(aanstelling(huis, plek).zoekt_sinds, plek);
    });
    for (const std::uint32_t plek : zoekers) {
        const engine::Shift& shift = huis.work.shift(inhuurkracht(huis, plek).id);
        if (betaalbaar(huis, middernacht_na(shift.next_duty(huis.nu())), plek))
            huur_in(huis, plek);
    }
    plan_herziening(huis);
}

} // namespace

void plan_inhuur(Huis& huis, std::uint32_t plek) {
    if (!is_aan(huis))
        return;
    const Personeelsopzet& o = huis.opzet.personeel;
    Aanstelling& a = aanstelling(huis, plek);
    const double dagen = huis.draws.sample(
        sleutel_van(huis, plek, Doel::inhuur_vertraging, a.inhuringen++), o.inhuur_vertraging);
    const Time vanaf = huis.nu() + o.inhuur_drempel + hele_seconden(dagen * 86400.0);
    if (vanaf < huis.opzet.afloop)
        a.inhuur = huis.events.schedule_cancellable(
            vanaf,
            EventClass::staff,
            static_cast<engine::EventKind>(Gebeurtenis::inhuur_begint),
            plek);
}

void stop_inhuur(Huis& huis, std::uint32_t plek) {
    if (!is_aan(huis))
        return;
    Aanstelling& a = aanstelling(huis, plek);
    huis.events.cancel(a.inhuur);
    a.zoekt_inhuur = false;
    if (!is_ingehuurd(huis, plek))
        return;
    eindig(huis, plek);
    vul_inhuur(huis); // what is left may pay for somebody else
}

void inhuur_begint(Huis& huis, const Event& event) {
    Aanstelling& a = aanstelling(huis, event.subject);
    a.zoekt_inhuur = true;
    a.zoekt_sinds = event.time;
    vul_inhuur(huis);
}

void inhuur_eindigt(Huis& huis, const Event& event) {
    aanstelling(huis, event.subject).inhuur_loopt_af = false;
    eindig(huis, event.subject); // unless another meeting has begun
    vul_inhuur(huis);
}

void inhuur_herzien(Huis& huis, const Event& event) {
    const std::int32_t jaar = huis.personeel.inhuurjaar;
    boek_inhuur(huis);
    while (!betaalbaar(huis, middernacht_na(event.time)) && eindig_laatste(huis)) {
    }
    if (huis.personeel.inhuurjaar != jaar)
        vul_inhuur(huis);
    else
        plan_herziening(huis);
}

} // namespace ketenplan::casus
