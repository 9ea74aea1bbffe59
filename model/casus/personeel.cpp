#include "casus/personeel.hpp"

#include "casus/aanwezigheid.hpp"
#include "casus/inhuur.hpp"
#include "casus/overdracht.hpp"
#include "casus/spoor.hpp"

#include <algorithm>

namespace ketenplan::casus {

namespace {

Seconds in_dagen(double dagen) {
    return hele_seconden(dagen * 86400.0);
}

/// Nobody leaves a meeting half-way: what happens in one happens at its end. True when that is so,
/// and `later` then names the event.
bool na_vergadering(Huis& huis,
                    const Event& event,
                    std::uint32_t plek,
                    engine::EventHandle& later) {
    const Medewerker& m = huis.medewerkers[plek];
    if (!huis.work.in_meeting(m.id))
        return false;
    later = huis.events.schedule_cancellable(
        m.vergadert_tot, EventClass::due, event.kind, event.subject);
    return true;
}

std::optional<engine::HazardClock>
nieuwe_klok(Huis& huis, std::uint32_t plek, Doel doel, std::uint32_t stap) {
    const double threshold = huis.draws.unit_exponential(sleutel_van(huis, plek, doel, stap));
    return engine::HazardClock(threshold, huis.opzet.personeel.per_jaar, huis.nu(), 0.0);
}

void zet_klok(Huis& huis,
              std::optional<engine::HazardClock>& klok,
              engine::EventHandle& gepland,
              double per_jaar,
              const Event& wat) {
    huis.events.cancel(gepland);
    if (!klok)
        return;
    klok->set_factor(huis.nu(), per_jaar);
    const Time due = std::max(klok->due(), huis.nu());
    if (due < huis.opzet.afloop)
        gepland = huis.events.schedule_cancellable(due, wat.order, wat.kind, wat.subject);
}

/// Somebody new, or the first, holds the appointment.
void trek_klokken(Huis& huis, std::uint32_t plek) {
    const Personeelsopzet& o = huis.opzet.personeel;
    Aanstelling& a = aanstelling(huis, plek);
    a.ziekten = 0;
    if (o.ziek_per_jaar > 0.0)
        a.ziekteklok = nieuwe_klok(huis, plek, Doel::verzuim_moment, 0);
    if (o.rechtsvorm_voor.vertrek_per_jaar > 0.0 || o.rechtsvorm_na.vertrek_per_jaar > 0.0)
        a.vertrekklok = nieuwe_klok(huis, plek, Doel::vertrek_moment, 0);
    zet_klokken(huis, plek);
}

/// The cases of a medewerker tell of it.
void vertel(Huis& huis, const Medewerker& m, Stap stap, std::int64_t b) {
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        if (casus.regisseur == m.id)
            noteer(huis, casus.nummer, stap, m.id.value(), b);
    });
}

void ga_weg(Huis& huis, std::uint32_t plek) {
    Aanstelling& a = aanstelling(huis, plek);
    if (a.afwezig++ > 0)
        return; // absent already, which counts once
    Medewerker& m = huis.medewerkers[plek];
    zet_stand(huis, m, Stand::verzuim);
    vertel(huis, m, Stap::regisseur_afwezig, 0);
    zet_klokken(huis, plek);
    const Time overdracht =
        huis.opzet.kalender.add_workdays(huis.nu(), huis.opzet.personeel.overdracht_na);
    if (overdracht < huis.opzet.afloop)
        a.overdracht = huis.events.schedule_cancellable(
            overdracht,
            EventClass::staff,
            static_cast<engine::EventKind>(Gebeurtenis::overdracht_valt),
            plek);
    plan_inhuur(huis, plek);
}

void kom_terug(Huis& huis, std::uint32_t plek) {
    Aanstelling& a = aanstelling(huis, plek);
    if (--a.afwezig > 0)
        return;
    huis.events.cancel(a.overdracht);
    Medewerker& m = huis.medewerkers[plek];
    zet_stand(huis, m, Stand::aanwezig);
    vertel(huis, m, Stap::regisseur_terug, 0);
    stop_inhuur(huis, plek);
    zet_klokken(huis, plek);
}

} // namespace

engine::StreamKey sleutel_van(const Huis& huis, std::uint32_t plek, Doel doel, std::uint32_t stap) {
    const Medewerkeropzet& m = huis.opzet.medewerkers[plek];
    // Numbers beyond what a stream can hold begin anew: nobody has thousands of successors.
    return {.purpose = static_cast<std::uint8_t>(doel),
            .ordinal = m.volgnummer,
            .part = huis.personeel.aanstellingen[plek].houder & engine::Stream::largest_part,
            .step = stap & engine::Stream::largest_step,
            .a = m.post,
            .b = m.rol_en_plaats};
}

void open_personeel(Huis& huis) {
    const auto plekken = static_cast<std::uint32_t>(huis.opzet.medewerkers.size());
    for (std::uint32_t plek = 0; plek < plekken; ++plek)
        trek_klokken(huis, plek);
    const auto& dated = huis.opzet.personeel.afwezigheden;
    for (std::uint32_t i = 0; i < dated.size(); ++i)
        huis.plan(std::max(dated[i].van, huis.opzet.begin),
                  EventClass::staff,
                  Gebeurtenis::afwezigheid_begint,
                  i);
    // Whoever keeps the same rate keeps the same run: no event then.
    const Personeelsopzet& o = huis.opzet.personeel;
    const bool anders = o.rechtsvorm_voor.vertrek_per_jaar != o.rechtsvorm_na.vertrek_per_jaar;
    if (anders && o.overgang > huis.opzet.begin && o.overgang < huis.opzet.afloop)
        huis.plan(o.overgang, EventClass::staff, Gebeurtenis::rechtsvorm_verandert, 0);
}

void rechtsvorm_verandert(Huis& huis, const Event& event) {
    (void)event;
    for (std::uint32_t plek = 0; plek < huis.personeel.aanstellingen.size(); ++plek)
        zet_klokken(huis, plek);
}

void zet_klokken(Huis& huis, std::uint32_t plek) {
    const Personeelsopzet& o = huis.opzet.personeel;
    Aanstelling& a = aanstelling(huis, plek);
    const double loopt = huis.medewerkers[plek].stand == Stand::aanwezig ? a.werkdruk : 0.0;
    const auto event = [plek](Gebeurtenis g) {
        return Event{{}, EventClass::staff, static_cast<engine::EventKind>(g), plek};
    };
    zet_klok(
        huis, a.ziekteklok, a.ziekte, o.ziek_per_jaar * loopt, event(Gebeurtenis::verzuim_begint));
    zet_klok(huis,
             a.vertrekklok,
             a.vertrek,
             o.rechtsvorm(huis.nu()).vertrek_per_jaar * loopt,
             event(Gebeurtenis::medewerker_vertrekt));
}

void verzuim_begint(Huis& huis, const Event& event) {
    const std::uint32_t plek = event.subject;
    Aanstelling& a = aanstelling(huis, plek);
    if (na_vergadering(huis, event, plek, a.ziekte))
        return;
    const double dagen = huis.draws.sample(sleutel_van(huis, plek, Doel::verzuim_duur, a.ziekten),
                                           huis.opzet.personeel.verzuim_duur);
    a.ziekteklok = nieuwe_klok(huis, plek, Doel::verzuim_moment, ++a.ziekten);
    huis.plan(event.time + in_dagen(dagen), EventClass::staff, Gebeurtenis::verzuim_eindigt, plek);
    ga_weg(huis, plek);
}

void verzuim_eindigt(Huis& huis, const Event& event) {
    kom_terug(huis, event.subject);
}

void afwezigheid_begint(Huis& huis, const Event& event) {
    const Afwezigheidsopzet& a = huis.opzet.personeel.afwezigheden[event.subject];
    engine::EventHandle later;
    if (huis.medewerkers[a.plek].stand == Stand::vacant || event.time >= a.tot ||
        na_vergadering(huis, event, a.plek, later))
        return;
    huis.plan(a.tot, EventClass::staff, Gebeurtenis::afwezigheid_eindigt, event.subject);
    ga_weg(huis, a.plek);
}

void afwezigheid_eindigt(Huis& huis, const Event& event) {
    kom_terug(huis, huis.opzet.personeel.afwezigheden[event.subject].plek);
}

void medewerker_vertrekt(Huis& huis, const Event& event) {
    const std::uint32_t plek = event.subject;
    Aanstelling& a = aanstelling(huis, plek);
    if (na_vergadering(huis, event, plek, a.vertrek))
        return;
    Medewerker& m = huis.medewerkers[plek];
    a.ziekteklok.reset();
    a.vertrekklok.reset();
    huis.events.cancel(a.ziekte);
    huis.events.cancel(a.ingewerkt);
    zet_stand(huis, m, Stand::vacant);
    vertel(huis, m, Stap::regisseur_afwezig, 1);
    m.draagt_over = true;
    draag_over(huis, m);
    const double dagen = huis.draws.sample(sleutel_van(huis, plek, Doel::vacature_duur, 0),
                                           huis.opzet.personeel.vacature);
    huis.plan(event.time + in_dagen(dagen), EventClass::staff, Gebeurtenis::opvolger_begint, plek);
    plan_inhuur(huis, plek);
}

void opvolger_begint(Huis& huis, const Event& event) {
    const Personeelsopzet& o = huis.opzet.personeel;
    const std::uint32_t plek = event.subject;
    Aanstelling& a = aanstelling(huis, plek);
    Medewerker& m = huis.medewerkers[plek];
    ++a.houder;
    m.in_dienst = event.time;
    m.laatst_voorgezeten = {};
    huis.work.replace(m.id);
    if (o.inwerken > Seconds{0}) {
        huis.work.set_speed(m.id, o.snelheid, event.time);
        a.ingewerkt = huis.events.schedule_cancellable(
            event.time + o.inwerken,
            EventClass::staff,
            static_cast<engine::EventKind>(Gebeurtenis::opvolger_ingewerkt),
            plek);
    }
    erf_casussen(huis, m);
    zet_stand(huis, m, Stand::aanwezig);
    stop_inhuur(huis, plek);
    trek_klokken(huis, plek);
}

void opvolger_ingewerkt(Huis& huis, const Event& event) {
    huis.work.set_speed(huis.medewerkers[event.subject].id, engine::full_speed, event.time);
}

} // namespace ketenplan::casus
