#include "casus/overlegstructuur.hpp"

#include "casus/besluitroute.hpp"
#include "casus/formatie.hpp"

#include <span>
#include <tuple>

namespace ketenplan::casus {

namespace {

const Bijeenkomst& bijeenkomst_van(const Huis& huis, const Event& event) {
    return huis.opzet.bijeenkomsten[event.subject];
}

/// Meetings of a body are numbered by their month, whenever a run begins.
std::uint32_t maandnummer(Time moment) {
    const std::chrono::year_month_day day{engine::date_of(moment)};
    return static_cast<std::uint32_t>(static_cast<int>(day.year())) * 12U +
           static_cast<unsigned>(day.month());
}

/// Draws which of the participating organisaties come.
void trek_opkomst(Huis& huis, const Bijeenkomst& b) {
    const Orgaanopzet& orgaan = huis.opzet.organen[b.orgaan];
    std::vector<bool>& opkomst = huis.organen[b.orgaan].opkomst;
    opkomst.clear();
    for (const Deelnemer& d : orgaan.deelnemers)
        opkomst.push_back(
            huis.draws.chance({.purpose = static_cast<std::uint8_t>(Doel::aanwezigheid),
                               .ordinal = maandnummer(b.moment),
                               .a = orgaan.naam,
                               .b = d.naam},
                              d.aanwezig));
}

/// Books what a meeting took of those who came; nobody sits in one that was not held, but they had
/// prepared and travelled.
void boek_deelnemers(Huis& huis, const Bijeenkomst& b, bool gehouden) {
    const Orgaanopzet& orgaan = huis.opzet.organen[b.orgaan];
    OrgaanJaar& jaar = huis.jaar.organen[b.orgaan];
    ++(gehouden ? jaar.gehouden : jaar.mislukt);
    for (std::size_t i = 0; i < orgaan.deelnemers.size(); ++i) {
        if (!huis.organen[b.orgaan].opkomst[i])
            continue;
        const Deelnemer& d = orgaan.deelnemers[i];
        Orgaanuren uren = b.naast ? d.naast : d.gewoon;
        if (!gehouden)
            uren.vergadering = Seconds{0};
        jaar.uren[d.organisatie].tel_op(uren);
        jaar.deelnemers.tel_op(uren);
    }
}

/// The medewerkers of a role who can sit down now: those without an overleg in that time first,
/// then who did so longest ago, then the longest in service. Valid until the next call.
std::span<const std::size_t> beschikbaar(Huis& huis, std::size_t rol, Seconds lengte) {
    const engine::Stretch wanted{huis.nu(), huis.nu() + lengte};
    std::vector<std::size_t>& found = huis.personeel.kandidaten;
    found.clear();
    for (std::size_t m = 0; m < huis.medewerkers.size(); ++m) {
        const Medewerker& candidate = huis.medewerkers[m];
        if (candidate.rol == rol && huis.work.present(candidate.id) &&
            candidate.vergadert_tot <= huis.nu())
            found.push_back(m);
    }
    std::ranges::sort(found, {}, [&](std::size_t m) {
        const Medewerker& candidate = huis.medewerkers[m];
        return std::tuple(!candidate.dagboek.is_free(wanted), candidate.laatst_in_orgaan, m);
    });
    return found;
}

void neem_plaats(Huis& huis, const Bijeenkomst& b) {
    const Orgaanopzet& orgaan = huis.opzet.organen[b.orgaan];
    Orgaanstand& stand = huis.organen[b.orgaan];
    for (const Afvaardiging& afvaardiging : orgaan.huis) {
        const auto wie = beschikbaar(huis, afvaardiging.rol, orgaan.lengte);
        for (const std::size_t m : wie.first(std::min(wie.size(), afvaardiging.aantal))) {
            Medewerker& medewerker = huis.medewerkers[m];
            medewerker.laatst_in_orgaan = huis.nu();
            huis.jaar.rollen[medewerker.cel].in_organen += orgaan.lengte;
            huis.jaar.organen[b.orgaan].huis_vergadering += orgaan.lengte;
            stand.aan_tafel.push_back(medewerker.id);
            begin_vergadering(huis, medewerker.id, Product::organen, huis.nu() + orgaan.lengte);
        }
    }
}

/// Whether the work on the meeting was done; what is left of it has become pointless.
bool sluit_voorbereiding(Huis& huis, std::uint32_t bijeenkomst) {
    const Voorbereidingstand& stand = huis.voorbereidingen[bijeenkomst];
    if (stand.open == 0)
        return true;
    for (const engine::TaskHandle& taak : stand.taken)
        trek_in(huis, taak);
    ++huis.jaar.organen[huis.opzet.bijeenkomsten[bijeenkomst].orgaan].onvoorbereid;
    return false;
}

/// How long the body has been stalled in the page that is open, up to `tot`, and whether that was
/// half a year by then.
void tel_stilstand(Huis& huis, std::size_t orgaan, Time tot) {
    const Time begin = *huis.organen[orgaan].stil_sinds;
    const Time einde = std::min(tot, huis.opzet.organen[orgaan].tot);
    const Time vanaf = std::max(begin, huis.pagina_begint);
    OrgaanJaar& jaar = huis.jaar.organen[orgaan];
    if (einde > vanaf)
        jaar.stil += einde - vanaf;
    constexpr std::int32_t half_year = 6;
    if (engine::add_months(begin, half_year) <= einde)
        jaar.gestrand = true;
}

/// A body stalls at its second failure in a row, or when it begins unprepared; a meeting that is
/// prepared and held sets it going again.
void werk_stilstand_bij(Huis& huis, std::uint16_t orgaan, bool gehouden, bool voorbereid) {
    Orgaanstand& stand = huis.organen[orgaan];
    stand.mislukt = gehouden ? 0 : stand.mislukt + 1;
    const bool stil = stand.mislukt >= 2 || !voorbereid;
    if (stil && !stand.stil_sinds)
        stand.stil_sinds = huis.nu();
    if (gehouden && voorbereid && stand.stil_sinds) {
        tel_stilstand(huis, orgaan, huis.nu());
        stand.stil_sinds.reset();
    }
}

void plan_bijeenkomst(Huis& huis, std::size_t index, Gebeurtenis soort) {
    const auto& all = huis.opzet.bijeenkomsten;
    const bool begint = soort == Gebeurtenis::orgaan_begint;
    huis.plan(begint ? all[index].moment : all[index].voorbereiding,
              begint ? EventClass::meeting_start : EventClass::arrival,
              soort,
              static_cast<std::uint32_t>(index));
}

/// The same event for the next meeting of the body, if it has one.
void plan_volgende(Huis& huis, const Event& event) {
    const auto& all = huis.opzet.bijeenkomsten;
    const std::size_t next = event.subject + 1U;
    if (next < all.size() && all[next].orgaan == all[event.subject].orgaan)
        plan_bijeenkomst(huis, next, static_cast<Gebeurtenis>(event.kind));
}

} // namespace

void open_organen(Huis& huis) {
    for (const Orgaanopzet& orgaan : huis.opzet.organen) {
        if (orgaan.stil || orgaan.momenten.empty())
            continue;
        if (!orgaan.voorbereiding.empty())
            plan_bijeenkomst(huis, orgaan.eerste, Gebeurtenis::orgaan_bereidt_voor);
        plan_bijeenkomst(huis, orgaan.eerste, Gebeurtenis::orgaan_begint);
    }
    open_routes(huis);
}

Time wacht_op_orgaan(Huis& huis, Casus& casus, Escalatiedoel doel) {
    casus.orgaan = static_cast<std::uint16_t>(doel);
    casus.wacht_sinds = huis.nu();
    huis.organen[casus.orgaan].wachtrij.enter(huis.nu());
    ++huis.jaar.organen[casus.orgaan].opgeschaald;
    return eerste_vanaf(huis.opzet.organen[casus.orgaan].momenten, huis.nu());
}

bool is_bijeen(const Huis& huis, std::uint16_t orgaan) {
    return huis.opzet.organen[orgaan].stil || huis.organen[orgaan].laatst_gehouden == huis.nu();
}

void verlaat_orgaan(Huis& huis, Casus& casus) {
    OrgaanJaar& jaar = huis.jaar.organen[casus.orgaan];
    huis.organen[casus.orgaan].wachtrij.leave(huis.nu(), casus.wacht_sinds);
    ++jaar.besloten;
    jaar.wachttijd.add(huis.nu() - casus.wacht_sinds);
    casus.orgaan = geen_orgaan;
}

void verlaat_orgaan_onbeslist(Huis& huis, Casus& casus) {
    huis.organen[casus.orgaan].wachtrij.leave(huis.nu(), casus.wacht_sinds);
    ++huis.jaar.organen[casus.orgaan].vertrokken;
    casus.orgaan = geen_orgaan;
}

void orgaan_bereidt_voor(Huis& huis, const Event& event) {
    plan_volgende(huis, event);
    const Bijeenkomst& b = bijeenkomst_van(huis, event);
    const Orgaanopzet& orgaan = huis.opzet.organen[b.orgaan];
    Voorbereidingstand& stand = huis.voorbereidingen[event.subject];
    for (const Huisvoorbereiding& werk : orgaan.voorbereiding) {
        const double minuten = b.naast ? werk.naast : werk.gewoon;
        if (minuten <= 0.0)
            continue;
        stand.taken.push_back(geef_huistaak(huis,
                                            Taak::orgaanvoorbereiding,
                                            event.subject,
                                            werk.rol,
                                            minuten,
                                            {orgaan.prioriteit, b.moment}));
        ++stand.open;
    }
}

void orgaan_begint(Huis& huis, const Event& event) {
    plan_volgende(huis, event);
    const Bijeenkomst& b = bijeenkomst_van(huis, event);
    const Orgaanopzet& orgaan = huis.opzet.organen[b.orgaan];
    trek_opkomst(huis, b);
    const auto opgekomen =
        static_cast<std::size_t>(std::ranges::count(huis.organen[b.orgaan].opkomst, true));
    const bool voorgezeten =
        !orgaan.huis_zit_voor || !beschikbaar(huis, orgaan.huis[0].rol, orgaan.lengte).empty();
    const bool gehouden = opgekomen >= orgaan.quorum && voorgezeten;
    const bool voorbereid = sluit_voorbereiding(huis, event.subject);
    boek_deelnemers(huis, b, gehouden);
    werk_stilstand_bij(huis, b.orgaan, gehouden, voorbereid);
    if (!gehouden)
        return;
    huis.organen[b.orgaan].laatst_gehouden = huis.nu();
    neem_plaats(huis, b);
    if (!huis.organen[b.orgaan].aan_tafel.empty())
        huis.plan(huis.nu() + orgaan.lengte,
                  EventClass::meeting_end,
                  Gebeurtenis::orgaan_eindigt,
                  event.subject);
    behandel_vragen(huis, b.orgaan);
}

void orgaan_eindigt(Huis& huis, const Event& event) {
    Orgaanstand& stand = huis.organen[bijeenkomst_van(huis, event).orgaan];
    for (const WorkerId medewerker : stand.aan_tafel)
        huis.work.end_meeting(medewerker, event.time);
    stand.aan_tafel.clear();
}

void orgaanvoorbereiding_klaar(Huis& huis,
                               std::uint32_t bijeenkomst,
                               Seconds werk,
                               WorkerId medewerker) {
    Voorbereidingstand& stand = huis.voorbereidingen[bijeenkomst];
    --stand.open;
    huis.jaar.rollen[huis.medewerker(medewerker).cel].aan_voorbereiding += werk;
    huis.jaar.organen[huis.opzet.bijeenkomsten[bijeenkomst].orgaan].huis_voorbereiding += werk;
}

void sluit_orgaanrekening(Huis& huis, Time van, Time tot) {
    for (std::uint16_t o = 0; o < huis.organen.size(); ++o) {
        const Orgaanopzet& orgaan = huis.opzet.organen[o];
        OrgaanJaar& jaar = huis.jaar.organen[o];
        for (std::size_t i = 0; orgaan.stil && i < orgaan.momenten.size(); ++i) {
            const Bijeenkomst& b = huis.opzet.bijeenkomsten[orgaan.eerste + i];
            if (b.moment < van || b.moment >= tot)
                continue;
            trek_opkomst(huis, b);
            boek_deelnemers(huis, b, true);
        }
        if (huis.organen[o].stil_sinds)
            tel_stilstand(huis, o, tot);
        if (huis.meet && jaar.gestrand)
            huis.uitkomst.organen[o].gestrand = true;
        engine::QueueLog& log = huis.organen[o].wachtrij;
        huis.casussen.for_each([&](CasusId, const Casus& casus) {
            if (casus.orgaan == o)
                jaar.wachtrij.gewacht_open += log.open_wait(tot, casus.wacht_sinds);
        });
        const auto period = log.close_period(tot);
        jaar.wachtrij.oppervlak = period.area;
        jaar.wachtrij.gewacht = period.waited;
        jaar.wachtrij.langste = period.largest;
    }
}

} // namespace ketenplan::casus
