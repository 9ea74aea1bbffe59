#include "casus/formatie.hpp"

#include "casus/aanwezigheid.hpp"
#include "casus/casusoverleg.hpp"
#include "casus/intake.hpp"
#include "casus/monitoring.hpp"
#include "casus/nazorg.hpp"
#include "casus/overlegstructuur.hpp"
#include "casus/vast_werk.hpp"
#include "casus/weging.hpp"
#include "casus/werkdruk.hpp"
#include "engine/defect.hpp"

#include <algorithm>
#include <tuple>

namespace ketenplan::casus {

namespace {

constexpr double seconden_per_dienst = 7.2 * 3600.0; // a full-time day, model.md section 1

/// The cell in which work for `rol` in `plaats` is counted: that of the place, else of the house,
/// else of whoever stands in.
std::size_t cel_voor(const std::vector<RolPlaats>& cellen, std::size_t rol, std::uint16_t plaats) {
    for (const RolPlaats wanted : {RolPlaats{rol, plaats}, RolPlaats{rol, het_huis}}) {
        const auto found = std::ranges::find(cellen, wanted);
        if (found != cellen.end())
            return static_cast<std::size_t>(found - cellen.begin());
    }
    const auto any = std::ranges::find(cellen, rol, &RolPlaats::rol);
    return static_cast<std::size_t>(any - cellen.begin());
}

/// The pools a medewerker serves at first: of the own place (or all), and of places where nobody of
/// the role is when the role stands in for the other place.
std::vector<engine::QueueId> pools_van(const Huis& huis, const Medewerkeropzet& m) {
    const auto& all = huis.opzet.medewerkers;
    const bool stands_in = huis.opzet.parameters.formatie.rollen[m.rol].vervangt_andere_subregio;
    std::vector<engine::QueueId> pools;
    for (std::uint16_t s = 0; s < huis.subregios.size(); ++s) {
        const bool staffed = std::ranges::any_of(
            all, [&](const Medewerkeropzet& other) { return werkt_voor(other, m.rol, s); });
        if (werkt_voor(m, m.rol, s) || (stands_in && !staffed))
            pools.push_back(huis.subregios[s].pools[m.rol]);
    }
    if (huis.huispools[m.rol].valid())
        pools.push_back(huis.huispools[m.rol]);
    if (m.plaats == het_huis)
        pools.push_back(huis.personeel.huispools[m.rol]);
    return pools;
}

Seconds roostertijd(const Huis& huis, std::size_t rol, double minuten) {
    const auto& rollen = huis.opzet.parameters.formatie.rollen;
    const double speed =
        rollen[rol].productiviteit.value() * huis.opzet.factor_medewerkers(huis.nu());
    return hele_seconden(minuten * 60.0 / speed);
}

struct Opgave {
    engine::TaskNote waarover;
    double minuten;
    Time datum;
};

engine::TaskHandle post(Huis& huis, engine::QueueId rij, std::size_t rol, const Opgave& opgave) {
    const auto taak = static_cast<Taak>(opgave.waarover.kind);
    const Taaksoort& soort = huis.geldt().taaksoort(taak);
    if (taak == Taak::nazorg_gesprek || taak == Taak::nazorg_opvolging)
        huis.jaar.huis.nazorg_werk += roostertijd(huis, rol, opgave.minuten);
    return zet_in_rij(
        huis,
        rij,
        rol,
        opgave.waarover,
        opgave.minuten,
        {soort.prioriteit, huis.opzet.kalender.add_workdays(opgave.datum, soort.termijn)});
}

Medewerker nieuwe_medewerker(Huis& huis, const Medewerkeropzet& m, Stand stand) {
    const WorkerId id =
        huis.work.add_worker(hele_seconden(m.fractie * seconden_per_dienst), pools_van(huis, m));
    const std::size_t cel = cel_voor(huis.uitkomst.rollen, m.rol, m.plaats);
    huis.cel_van_rij.push_back(cel); // of the own queue
    return {.id = id,
            .rol = m.rol,
            .plaats = m.plaats,
            .fractie = m.fractie,
            .cel = cel,
            .nazorg = {},
            .dagboek = {},
            .stand = stand,
            .stand_sinds = huis.opzet.begin};
}

void voeg_medewerkers_toe(Huis& huis, Stand stand) {
    for (const Medewerkeropzet& m : huis.opzet.medewerkers) {
        const Medewerker nieuw = nieuwe_medewerker(huis, m, stand);
        huis.medewerkers.push_back(nieuw);
        if (!is_er(stand))
            huis.work.set_present(nieuw.id, false, huis.nu());
        if (m.rol != huis.opzet.procesregisseur)
            continue;
        for (std::uint16_t s = 0; s < huis.subregios.size(); ++s) {
            if (werkt_voor(m, m.rol, s))
                huis.subregios[s].procesregisseurs.push_back(nieuw.id.index());
        }
    }
}

/// The cell in the page of the year in which `moment` lies: a wait belongs to the year in which it
/// ended. Null when that was the warm-up, or a measured year that is past: whether persons are
/// followed afterwards changes nothing in the yearly tables.
RolJaar* cel_op(Huis& huis, engine::QueueId queue, Time moment) {
    const std::size_t cel = huis.cel_van_rij[queue.index()];
    if (moment >= huis.pagina_begint)
        return &huis.jaar.rollen[cel];
    if (huis.uitkomst.jaren.empty() || huis.pagina_begint >= huis.opzet.einde)
        return nullptr;
    return &huis.uitkomst.jaren.back().rollen[cel];
}

void tel_taak(Huis& huis, const engine::Task& task) {
    RolJaar& cel = huis.jaar.rollen[huis.cel_van_rij[task.queue.index()]];
    cel.werk.eraf += task.work.count();
    if (static_cast<Taak>(task.note.kind) == Taak::vast_werk)
        return; // waits behind all else, and is counted apart
    ++cel.taken_gedaan;
    if (huis.nu() > task.urgency.deadline)
        ++cel.taken_te_laat;
    if (RolJaar* toen = cel_op(huis, task.queue, task.taken_up))
        toen->wachttijd_taken.add(task.taken_up - task.posted);
}

/// What a task that is done leads to.
void taak_werkt_uit(Huis& huis, const engine::FinishedTask& finished) {
    const WorkerId id = finished.worker;
    const std::uint32_t onderwerp = finished.task.note.subject;
    switch (static_cast<Taak>(finished.task.note.kind)) {
    case Taak::intake:
        intake_klaar(huis, MeldingId(onderwerp), id);
        break;
    case Taak::terugkoppeling:
        terugkoppeling_klaar(huis, onderwerp, id);
        break;
    case Taak::bilaterale_afhandeling:
        bilateraal_klaar(huis, onderwerp, id);
        break;
    case Taak::nazorg_gesprek:
        gesprek_klaar(huis, NazorgId(onderwerp), id);
        break;
    case Taak::voorbereiding:
        voorbereiding_klaar(huis, CasusId(onderwerp));
        break;
    case Taak::verslag:
        verslag_klaar(huis, onderwerp, id);
        break;
    case Taak::contact:
        contact_klaar(huis, CasusId(onderwerp), finished.task.urgency.deadline);
        break;
    case Taak::nazorg_opvolging:
        opvolging_klaar(huis, onderwerp, id);
        break;
    case Taak::orgaanvoorbereiding:
        orgaanvoorbereiding_klaar(huis, onderwerp, finished.task.work, id);
        break;
    case Taak::vast_werk:
        vast_werk_klaar(huis, onderwerp);
        break;
    }
}

/// The pools of work that is of no place: for the roles that prepare a meeting of some body.
void richt_huispools_in(Huis& huis) {
    huis.huispools.resize(huis.opzet.parameters.formatie.rollen.size());
    for (const Orgaanopzet& orgaan : huis.opzet.organen) {
        for (const Huisvoorbereiding& werk : orgaan.voorbereiding) {
            if (huis.huispools[werk.rol].valid())
                continue;
            huis.huispools[werk.rol] = huis.work.add_queue();
            huis.cel_van_rij.push_back(cel_voor(huis.uitkomst.rollen, werk.rol, het_huis));
        }
    }
}

} // namespace

void richt_personeel_in(Huis& huis) {
    const Opzet& opzet = huis.opzet;
    auto& cellen = huis.uitkomst.rollen;
    for (const Medewerkeropzet& m : opzet.medewerkers) {
        if (std::ranges::find(cellen, RolPlaats{m.rol, m.plaats}) == cellen.end())
            cellen.push_back({m.rol, m.plaats});
    }
    const std::size_t roles = opzet.parameters.formatie.rollen.size();
    const bool inhuur = opzet.personeel.inhuur_seconden > 0;
    huis.personeel.aanstellingen.resize(opzet.medewerkers.size());
    huis.medewerkers.reserve((inhuur ? 2 : 1) * opzet.medewerkers.size());
    for (std::uint16_t s = 0; s < huis.subregios.size(); ++s) {
        for (std::size_t rol = 0; rol < roles; ++rol) {
            huis.subregios[s].pools.push_back(huis.work.add_queue());
            huis.cel_van_rij.push_back(cel_voor(cellen, rol, s));
            const bool staffed = std::ranges::any_of(
                opzet.medewerkers, [&](const Medewerkeropzet& m) { return werkt_voor(m, rol, s); });
            huis.personeel.bezet.push_back(staffed ? 1 : 0);
        }
    }
    richt_huispools_in(huis);
    for (std::size_t rol = 0; rol < roles; ++rol) {
        huis.personeel.huispools.push_back(huis.work.add_queue());
        huis.cel_van_rij.push_back(cel_voor(cellen, rol, het_huis));
    }
    for (const Vastwerkopzet& werk : opzet.personeel.vast_werk)
        huis.personeel.vast_werk_cel.push_back(cel_voor(cellen, werk.rol, werk.plaats));
    voeg_medewerkers_toe(huis, Stand::aanwezig);
    if (inhuur)
        voeg_medewerkers_toe(huis, Stand::niet_ingehuurd);
}

bool werkt_voor(const Medewerkeropzet& m, std::size_t rol, std::uint16_t plaats) {
    return m.rol == rol && (m.plaats == plaats || m.plaats == het_huis);
}

engine::QueueId pool_van(const Huis& huis, std::size_t rol, std::uint16_t plaats) {
    return plaats == het_huis ? huis.personeel.huispools[rol] : huis.subregios[plaats].pools[rol];
}

Product product_van(Taak taak) {
    switch (taak) {
    case Taak::intake:
    case Taak::terugkoppeling:
        return Product::weging;
    case Taak::bilaterale_afhandeling:
        return Product::bilateraal;
    case Taak::nazorg_gesprek:
    case Taak::nazorg_opvolging:
        return Product::nazorg;
    case Taak::orgaanvoorbereiding:
        return Product::organen;
    case Taak::vast_werk:
        return Product::vast_werk;
    case Taak::voorbereiding:
    case Taak::verslag:
    case Taak::contact:
        break; // of whichever kind the case is
    }
    throw engine::Defect("work on a case is for the kind of that case");
}

engine::TaskHandle zet_in_rij(Huis& huis,
                              engine::QueueId rij,
                              std::size_t rol,
                              engine::TaskNote waarover,
                              double minuten,
                              engine::Urgency urgentie) {
    const Seconds work = roostertijd(huis, rol, minuten);
    huis.jaar.rollen[huis.cel_van_rij[rij.index()]].werk.erbij += work.count();
    tel_drukte(huis, rij, work);
    return huis.work.post(rij, waarover, work, urgentie, huis.nu());
}

void verplaats_taak(Huis& huis, engine::TaskSlot taak, WorkerId naar) {
    const engine::Task& task = huis.work.task(taak);
    const engine::QueueId rij = huis.work.own_queue(naar);
    const std::size_t van_cel = huis.cel_van_rij[task.queue.index()];
    const std::size_t naar_cel = huis.cel_van_rij[rij.index()];
    if (van_cel != naar_cel) {
        huis.jaar.rollen[van_cel].werk.eraf += task.work.count();
        huis.jaar.rollen[naar_cel].werk.erbij += task.work.count();
    }
    tel_drukte(huis, rij, Seconds{task.remaining / engine::full_speed});
    huis.work.move(taak, rij, huis.nu());
}

engine::TaskHandle
geef_taak(Huis& huis, Taak taak, std::uint32_t onderwerp, std::uint16_t gemeente, double minuten) {
    const std::size_t rol = huis.opzet.taaksoort(taak).rol;
    const engine::QueueId pool = huis.subregio(gemeente).pools[rol];
    return post(
        huis, pool, rol, {werk_aan(taak, product_van(taak), onderwerp), minuten, huis.nu()});
}

engine::TaskHandle geef_eigen_taak(
    Huis& huis, engine::TaskNote waarover, WorkerId medewerker, double minuten, Time datum) {
    const std::size_t rol = huis.medewerker(medewerker).rol;
    return post(huis, huis.work.own_queue(medewerker), rol, {waarover, minuten, datum});
}

engine::TaskHandle geef_huistaak(Huis& huis,
                                 Taak taak,
                                 std::uint32_t onderwerp,
                                 std::size_t rol,
                                 double minuten,
                                 engine::Urgency urgentie) {
    return zet_in_rij(huis,
                      huis.huispools[rol],
                      rol,
                      werk_aan(taak, product_van(taak), onderwerp),
                      minuten,
                      urgentie);
}

void trek_in(Huis& huis, const engine::TaskHandle& taak) {
    const engine::Task* const open = huis.work.find(taak);
    if (open == nullptr)
        return;
    if (open->waiting)
        huis.jaar.rollen[huis.cel_van_rij[open->queue.index()]].werk.eraf += open->work.count();
    huis.work.withdraw(taak, huis.nu());
}

void taak_af(Huis& huis, const Event& event) {
    const WorkerId id(event.subject);
    if (const auto finished = huis.work.on_segment_end(id, event.time)) {
        tel_taak(huis, finished->task);
        // Hours that went into a meeting which has begun without them were spent all the same.
        const bool spent = static_cast<Taak>(finished->task.note.kind) == Taak::orgaanvoorbereiding;
        if (!finished->task.pointless || spent)
            taak_werkt_uit(huis, *finished);
    }
    huis.work.proceed(id, event.time);
}

void begin_werkdag(Huis& huis, const Event& event) {
    huis.work.on_start_of_work(event.time);
}

std::optional<std::size_t>
kies_voorzitter(const Huis& huis, const Subregio& subregio, Seconds lengte) {
    const engine::Stretch wanted{huis.nu(), huis.nu() + lengte};
    std::optional<std::size_t> chosen;
    std::tuple<bool, Time, Time> chosen_rank;
    for (const std::size_t m : subregio.procesregisseurs) {
        const Medewerker& candidate = huis.medewerkers[m];
        if (!huis.work.present(candidate.id) || candidate.vergadert_tot > huis.nu())
            continue;
        const std::tuple rank(
            !candidate.dagboek.is_free(wanted), candidate.laatst_voorgezeten, candidate.in_dienst);
        if (!chosen || rank < chosen_rank) {
            chosen = m;
            chosen_rank = rank;
        }
    }
    return chosen;
}

void begin_vergadering(Huis& huis, WorkerId id, Product product, Time einde) {
    Medewerker& medewerker = huis.medewerker(id);
    medewerker.vergadert_tot = std::max(medewerker.vergadert_tot, einde);
    huis.work.begin_meeting(id, static_cast<engine::Category>(product), huis.nu());
}

void wijzig_caseload(Huis& huis, WorkerId medewerker, Casussoort soort, Duizendsten bij) {
    huis.medewerker(medewerker).caseload[static_cast<std::size_t>(soort)].change(huis.nu(), bij);
}

void sluit_personeelsrekening(Huis& huis, Time van, Time tot) {
    for (Medewerker& m : huis.medewerkers) {
        RolJaar& cel = huis.jaar.rollen[m.cel];
        const engine::WorkAccount account = huis.work.take_account(m.id, tot);
        const engine::Shift& shift = huis.work.shift(m.id);
        boek_stand(huis, m, tot);
        if (m.id.index() < huis.opzet.medewerkers.size()) // who is hired adds nothing to it
            cel.rooster += shift.position(tot) - shift.position(van);
        cel.aan_taken += account.tasks;
        cel.in_vergadering += account.meetings;
        cel.buiten_rooster += account.outside_duty;
        cel.teruggenomen += account.given_back;
        for (std::size_t p = 0; p < aantal_producten; ++p)
            cel.voor_product[p] += account.by_category[p];
        for (std::size_t s = 0; s < aantal_soorten; ++s)
            cel.caseload_oppervlak[s] += m.caseload[s].take_area(tot);
        cel.nazorgcaseload_oppervlak += m.nazorg.take_area(tot);
    }
    huis.work.for_each_open([&](const engine::Task& task) {
        RolJaar& cel = huis.jaar.rollen[huis.cel_van_rij[task.queue.index()]];
        cel.werk.eind += task.work.count();
        tel_open_vast_werk(huis, task);
        if (task.waiting)
            cel.taken.gewacht_open += huis.work.log(task.queue).open_wait(tot, task.queued);
    });
    for (std::size_t rij = 0; rij < huis.work.queues(); ++rij) {
        const auto period = huis.work.log(engine::QueueId(rij)).close_period(tot);
        Wachtrij& wachtrij = huis.jaar.rollen[huis.cel_van_rij[rij]].taken;
        wachtrij.oppervlak += period.area;
        wachtrij.gewacht += period.waited;
        wachtrij.langste = std::max(wachtrij.langste, period.largest);
    }
}

} // namespace ketenplan::casus
