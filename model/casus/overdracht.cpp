#include "casus/overdracht.hpp"

#include "casus/formatie.hpp"
#include "casus/nazorg.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"

#include <algorithm>
#include <array>

namespace ketenplan::casus {

namespace {

/// The cases of `van`, the oldest first.
void zoek_casussen(Huis& huis, const Medewerker& van) {
    auto& found = huis.personeel.over_te_dragen;
    found.clear();
    huis.casussen.for_each([&](CasusId id, const Casus& casus) {
        if (casus.regisseur == van.id)
            found.emplace_back(casus.nummer, id.value());
    });
    std::ranges::sort(found);
}

void draag_casussen_over(Huis& huis, const Medewerker& van) {
    zoek_casussen(huis, van);
    for (const auto& [nummer, id] : huis.personeel.over_te_dragen) {
        const Casus& casus = huis.casussen[CasusId(id)];
        Medewerker* const naar =
            minst_belast(huis, huis.subregio(casus.gemeente), casus.soort, [](const Medewerker&) {
                return true;
            });
        if (naar != nullptr)
            draag_casus_over(huis, CasusId(id), *naar);
        else
            noteer(huis, nummer, Stap::overdracht_wacht, van.id.value());
    }
}

/// Nazorg cases go to whoever would get a new one.
void draag_nazorg_over(Huis& huis, const Medewerker& van) {
    auto& found = huis.personeel.over_te_dragen;
    found.clear();
    huis.nazorgzaken.for_each([&](NazorgId id, const Nazorgzaak& zaak) {
        if (zaak.medewerker == van.id)
            found.emplace_back(zaak.nummer, id.value());
    });
    std::ranges::sort(found);
    for (const auto& [nummer, id] : found)
        draag_nazorgzaak_over(huis, NazorgId(id));
}

/// One function for each kind of case that has a medewerker of its own.
constexpr std::array overdrachten{draag_casussen_over, draag_nazorg_over};

/// Who has the running case, of whatever kind, that came from melding `nummer`.
WorkerId houder_van_nummer(const Huis& huis, std::uint32_t nummer) {
    WorkerId holder;
    huis.casussen.for_each([&](CasusId, const Casus& casus) {
        if (casus.nummer == nummer)
            holder = casus.regisseur;
    });
    huis.nazorgzaken.for_each([&](NazorgId, const Nazorgzaak& zaak) {
        if (zaak.nummer == nummer)
            holder = zaak.medewerker;
    });
    return holder;
}

/// Whose task it is because it is about a case of theirs; nobody when it is not, or no longer.
WorkerId eigenaar(const Huis& huis, const engine::Task& task) {
    if (task.pointless)
        return {};
    switch (static_cast<Taak>(task.note.kind)) {
    case Taak::voorbereiding:
    case Taak::contact:
        return huis.casussen[CasusId(task.note.subject)].regisseur;
    case Taak::verslag:
    case Taak::nazorg_opvolging:
        return houder_van_nummer(huis, task.note.subject);
    case Taak::intake:
    case Taak::terugkoppeling:
    case Taak::bilaterale_afhandeling:
    case Taak::nazorg_gesprek:
    case Taak::orgaanvoorbereiding:
    case Taak::vast_werk:
        break;
    }
    return {};
}

bool werkt_ook_daar(const Medewerker& m, const Medewerker& van) {
    return m.rol == van.rol &&
           (van.plaats == het_huis || m.plaats == het_huis || m.plaats == van.plaats);
}

/// The present colleague with the smallest caseload, all kinds together, per fraction (ties:
/// longest in service); nobody when there is none.
WorkerId collega(Huis& huis, const Medewerker& van) {
    const auto caseload = [](const Medewerker& m) {
        std::int64_t sum = m.nazorg.value();
        for (const auto& soort : m.caseload)
            sum += soort.value();
        return sum;
    };
    const Medewerker* least = nullptr;
    for (const Medewerker& m : huis.medewerkers) {
        if (!huis.work.present(m.id) || !werkt_ook_daar(m, van))
            continue;
        if (least == nullptr || minder_belast(m, caseload(m), *least, caseload(*least)))
            least = &m;
    }
    return least == nullptr ? WorkerId{} : least->id;
}

void draag_taken_over(Huis& huis, const Medewerker& van) {
    huis.work.own_tasks(van.id, huis.personeel.taken);
    for (const engine::TaskSlot slot : huis.personeel.taken) {
        const WorkerId hoort_bij = eigenaar(huis, huis.work.task(slot));
        if (hoort_bij == van.id)
            continue; // waits with its case
        const WorkerId naar = hoort_bij.valid() ? hoort_bij : collega(huis, van);
        if (naar.valid())
            verplaats_taak(huis, slot, naar);
    }
}

} // namespace

void draag_over(Huis& huis, Medewerker& van) {
    for (const auto& draag : overdrachten)
        draag(huis, van);
    draag_taken_over(huis, van);
}

void draag_wachtend_over(Huis& huis, std::size_t rol) {
    for (Medewerker& m : huis.medewerkers) {
        if (m.draagt_over && m.rol == rol)
            draag_over(huis, m);
    }
}

void erf_casussen(Huis& huis, Medewerker& opvolger) {
    zoek_casussen(huis, opvolger);
    for (const auto& [nummer, id] : huis.personeel.over_te_dragen) {
        ++huis.jaar.rollen[opvolger.cel].overgedragen;
        noteer(huis, nummer, Stap::overgedragen, opvolger.id.value(), opvolger.id.value());
    }
}

void overdracht_valt(Huis& huis, const Event& event) {
    Medewerker& m = huis.medewerkers[event.subject];
    m.draagt_over = true;
    draag_over(huis, m);
}

} // namespace ketenplan::casus
