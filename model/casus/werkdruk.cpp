#include "casus/werkdruk.hpp"

#include "casus/formatie.hpp"
#include "casus/personeel.hpp"

#include <algorithm>
#include <concepts>

namespace ketenplan::casus {

namespace {

constexpr engine::Seconds venster = Drukteboek::dagen * engine::seconds_per_day;

std::int64_t dagnummer(Time t) {
    return engine::date_of(t).time_since_epoch().count();
}

/// Work put in a queue in the 90 days before today.
double gepost(const Huis& huis, engine::QueueId rij) {
    const std::int64_t today = dagnummer(huis.nu());
    std::int64_t sum = 0;
    for (const Drukteboek::Dag& dag : huis.personeel.drukte[rij.index()].per_dag) {
        if (dag.nummer >= today - Drukteboek::dagen && dag.nummer < today)
            sum += dag.werk;
    }
    return static_cast<double>(sum);
}

/// The part of a queue's work that falls to somebody: by share of the establishment that serves it.
double deel_van(const Huis& huis,
                const Medewerkeropzet& m,
                engine::QueueId rij,
                const std::predicate<const Medewerkeropzet&> auto& bedient) {
    double total = 0.0;
    for (const Medewerkeropzet& other : huis.opzet.medewerkers) {
        if (bedient(other))
            total += other.fractie;
    }
    return gepost(huis, rij) * m.fractie / total;
}

double gevraagd(const Huis& huis, std::uint32_t plek) {
    const Medewerkeropzet& m = huis.opzet.medewerkers[plek];
    const auto in_plaats = [&](std::uint16_t s) {
        return [&m, s](const Medewerkeropzet& other) {
            return werkt_voor(other, m.rol, s);
        };
    };
    const auto met_rol = [&](const Medewerkeropzet& other) {
        return other.rol == m.rol;
    };
    double sum = gepost(huis, huis.work.own_queue(huis.medewerkers[plek].id));
    for (std::uint16_t s = 0; s < huis.subregios.size(); ++s) {
        if (werkt_voor(m, m.rol, s))
            sum += deel_van(huis, m, huis.subregios[s].pools[m.rol], in_plaats(s));
    }
    if (m.plaats == het_huis)
        sum += deel_van(huis, m, huis.personeel.huispools[m.rol], in_plaats(het_huis));
    if (huis.huispools[m.rol].valid()) // work on meetings of bodies, of all with the role
        sum += deel_van(huis, m, huis.huispools[m.rol], met_rol);
    return sum;
}

double beschikbaar(const Huis& huis, std::uint32_t plek) {
    const engine::Shift& shift = huis.work.shift(huis.medewerkers[plek].id);
    const Time van = std::max(huis.opzet.begin, huis.nu() - venster);
    Seconds sum = shift.position(huis.nu()) - shift.position(van);
    for (const engine::Stretch& weg : huis.personeel.aanstellingen[plek].weg) {
        const Time begin = std::max(weg.start, van);
        const Time end = std::min(weg.end, huis.nu());
        if (begin < end)
            sum -= shift.position(end) - shift.position(begin);
    }
    return static_cast<double>(sum.count());
}

double factor(const Huis& huis, std::uint32_t plek) {
    const Personeelsopzet& o = huis.opzet.personeel;
    const double room = beschikbaar(huis, plek);
    if (room <= 0.0)
        return 1.0; // away all the time: nothing presses
    return 1.0 + o.gevoeligheid * std::max(0.0, gevraagd(huis, plek) / room - o.werkdruk_drempel);
}

void plan_volgende(Huis& huis) {
    const Time next = huis.nu() + engine::seconds_per_week;
    if (next < huis.opzet.afloop)
        huis.plan(next, EventClass::staff, Gebeurtenis::werkdruk_herzien, 0);
}

} // namespace

void open_werkdruk(Huis& huis) {
    if (huis.opzet.personeel.gevoeligheid <= 0.0)
        return;
    huis.personeel.drukte.resize(huis.work.queues());
    plan_volgende(huis);
}

void tel_drukte(Huis& huis, engine::QueueId rij, Seconds werk) {
    if (huis.personeel.drukte.empty())
        return;
    const std::int64_t today = dagnummer(huis.nu());
    Drukteboek::Dag& dag = huis.personeel.drukte[rij.index()]
                               .per_dag[static_cast<std::size_t>(today % Drukteboek::dagen)];
    if (dag.nummer != today)
        dag = {.nummer = today, .werk = 0};
    dag.werk += werk.count();
}

void tel_afwezigheid(Huis& huis, std::size_t medewerker, bool weg) {
    if (huis.personeel.drukte.empty() || medewerker >= huis.personeel.aanstellingen.size())
        return;
    auto& stretches = huis.personeel.aanstellingen[medewerker].weg;
    if (!weg) {
        stretches.back().end = huis.nu();
        return;
    }
    std::erase_if(stretches, [&](const engine::Stretch& s) { return s.end < huis.nu() - venster; });
    stretches.push_back({huis.nu(), engine::never});
}

void werkdruk_herzien(Huis& huis, const Event& event) {
    (void)event;
    for (std::uint32_t plek = 0; plek < huis.personeel.aanstellingen.size(); ++plek) {
        huis.personeel.aanstellingen[plek].werkdruk = factor(huis, plek);
        zet_klokken(huis, plek);
    }
    plan_volgende(huis);
}

} // namespace ketenplan::casus
