#include "casus/vast_werk.hpp"

#include "casus/formatie.hpp"

namespace ketenplan::casus {

namespace {

constexpr Seconds begin_werkdag_om = std::chrono::hours{9}; // model.md section 1
constexpr std::int16_t achter_alles = 1000;                 // priorities of tasks end at 100

/// A task says which row it is a piece of, and whether it is the last, shorter one.
constexpr std::uint32_t onderwerp_van(std::uint32_t rij, bool laatste) {
    return 2 * rij + (laatste ? 1 : 0);
}

const Vastwerkopzet& werk_van(const Huis& huis, std::uint32_t onderwerp) {
    return huis.opzet.personeel.vast_werk[onderwerp / 2];
}

bool is_vast_werk(const engine::Task& task) {
    return static_cast<Taak>(task.note.kind) == Taak::vast_werk;
}

/// Counts a piece with its role and place and with its kind.
void tel(Huis& huis, std::uint32_t onderwerp, Seconds Vastwerkuren::* wat) {
    const Vastwerkopzet& werk = werk_van(huis, onderwerp);
    const Seconds duur = onderwerp % 2 == 1 ? werk.laatste : werk.blok;
    huis.jaar.rollen[huis.personeel.vast_werk_cel[onderwerp / 2]].vast_werk.*wat += duur;
    huis.jaar.huis.vast_werk[werk.soort].*wat += duur;
}

void bied_aan(Huis& huis, std::uint32_t rij, bool laatste) {
    const Vastwerkopzet& werk = huis.opzet.personeel.vast_werk[rij];
    const std::uint32_t onderwerp = onderwerp_van(rij, laatste);
    const Seconds duur = laatste ? werk.laatste : werk.blok;
    tel(huis, onderwerp, &Vastwerkuren::gevraagd);
    zet_in_rij(huis,
               pool_van(huis, werk.rol, werk.plaats),
               werk.rol,
               werk_aan(Taak::vast_werk, Product::vast_werk, onderwerp),
               static_cast<double>(duur.count()) / 60.0,
               {achter_alles, engine::never});
}

void plan_dag(Huis& huis, engine::Date vanaf) {
    const Time next = Time{huis.opzet.kalender.workday_from(vanaf)} + begin_werkdag_om;
    if (next < huis.opzet.afloop)
        huis.plan(next, EventClass::due, Gebeurtenis::vast_werk_valt, 0);
}

} // namespace

void open_vast_werk(Huis& huis) {
    if (!huis.opzet.personeel.vast_werk.empty())
        plan_dag(huis, engine::date_of(huis.opzet.begin));
}

void vast_werk_valt(Huis& huis, const Event& event) {
    const engine::WorkCalendar& kalender = huis.opzet.kalender;
    const engine::Date today = engine::date_of(event.time);
    const std::int32_t year = engine::year_of(event.time);
    const std::int64_t before =
        kalender.workdays_before(engine::date_of(engine::start_of_year(year)));
    const std::int64_t days =
        kalender.workdays_before(engine::date_of(engine::start_of_year(year + 1))) - before;
    const std::int64_t day = kalender.workdays_before(today) - before;
    const auto& rows = huis.opzet.personeel.vast_werk;
    for (std::uint32_t rij = 0; rij < rows.size(); ++rij) {
        const std::int64_t pieces = rows[rij].stukken;
        const auto up_to = [&](std::int64_t n) { // pieces offered on the first n days
            return (n * pieces + days - 1) / days;
        };
        for (std::int64_t piece = up_to(day); piece < up_to(day + 1); ++piece)
            bied_aan(huis, rij, piece == pieces - 1);
    }
    plan_dag(huis, today + std::chrono::days{1});
}

void vast_werk_klaar(Huis& huis, std::uint32_t onderwerp) {
    tel(huis, onderwerp, &Vastwerkuren::gedaan);
}

void vast_werk_vervalt(Huis& huis) {
    if (huis.opzet.personeel.vast_werk.empty())
        return;
    const auto lapses = [](const engine::Task& task) {
        return is_vast_werk(task) && !task.begun();
    };
    huis.work.for_each_open([&](const engine::Task& task) {
        if (!lapses(task))
            return;
        tel(huis, task.note.subject, &Vastwerkuren::vervallen);
        huis.jaar.rollen[huis.cel_van_rij[task.queue.index()]].werk.eraf += task.work.count();
    });
    huis.work.withdraw_waiting(lapses, huis.nu());
}

void tel_open_vast_werk(Huis& huis, const engine::Task& task) {
    if (is_vast_werk(task))
        tel(huis, task.note.subject, &Vastwerkuren::open);
}

} // namespace ketenplan::casus
