#include "casus/huis.hpp"
#include "casus/spoor.hpp"
#include "engine/defect.hpp"
#include "invariants/random_scenario.hpp"
#include "parameters/validate.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <vector>

// What must hold in every run, whatever the scenario (model.md section 12), on 500 random ones.

using namespace ketenplan;
using namespace ketenplan::tests;
using casus::Stap;
using engine::Activity;
using engine::Seconds;
using engine::Time;
using engine::WorkerId;

namespace {

// The same scenarios every time; RC_PARAMS in the environment goes before this.
const int configured =
    setenv("RC_PARAMS", "max_success=500 max_discard_ratio=5 seed=20151231 noshrink=0", 0);

/// Keeps every stretch of activity of every worker.
class Notebook : public engine::WorkObserver {
public:
    struct Entry {
        Activity activity;
        Time from;
        Time until;
    };
    void stretch(WorkerId worker, Activity activity, Time from, Time until) override {
        entries[worker.index()].push_back({activity, from, until});
    }
    void presence(WorkerId worker, bool present, Time now) override {
        auto& away = absent[worker.index()];
        if (present)
            away.back().until = now;
        else
            away.push_back({Activity::none, now, engine::never});
    }
    std::map<std::size_t, std::vector<Entry>> entries;
    std::map<std::size_t, std::vector<Entry>> absent;
};

/// Seconds of [from, until) that fall on a workday between nine o'clock and `daily` later, counted
/// day by day: not with the arithmetic of the engine.
Seconds duty_between(Time from, Time until, Seconds daily, engine::HolidayRules rules) {
    Seconds sum{0};
    for (engine::Date day = engine::date_of(from); Time{day} < until; day += std::chrono::days{1}) {
        if (!engine::is_dutch_workday(day, rules))
            continue;
        const Time begins = std::max(from, Time{day} + std::chrono::hours{9});
        const Time ends = std::min(until, Time{day} + std::chrono::hours{9} + daily);
        if (ends > begins)
            sum += ends - begins;
    }
    return sum;
}

void check_books(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    for (std::size_t y = 0; y < outcome.jaren.size(); ++y) {
        const casus::Jaar& year = outcome.jaren[y];
        for (std::size_t s = 0; s < year.subregios.size(); ++s) {
            const casus::SubregioJaar& sub = year.subregios[s];
            const auto balanced = [](const casus::Balans& b) {
                return b.begin + b.erbij == b.eraf + b.eind;
            };
            RC_ASSERT(balanced(sub.meldingen));
            for (std::size_t k = 0; k < casus::aantal_soorten; ++k)
                RC_ASSERT(balanced(sub.casussen[k]));
            if (y > 0)
                RC_ASSERT(sub.meldingen.begin == outcome.jaren[y - 1].subregios[s].meldingen.eind);
            // Gemeenten add up to their subregio.
            std::int64_t received = 0;
            std::int64_t ended = 0;
            std::int64_t weighed = 0;
            for (std::size_t g = 0; g < year.gemeenten.size(); ++g) {
                const casus::GemeenteJaar& gemeente = year.gemeenten[g];
                if (opzet.subregio_van[g] != s)
                    continue;
                received += gemeente.meldingen;
                ended += gemeente.lokale_kamer + gemeente.gewogen + gemeente.casus_loopt +
                         gemeente.heragendering + gemeente.vertrokken;
                weighed += gemeente.gewogen;
                RC_ASSERT(gemeente.personen_opnieuw_vrij <= gemeente.personen_vrij);
                RC_ASSERT(gemeente.personen_vrij + gemeente.personen_opnieuw_vrij <=
                          gemeente.vrijlatingen);
                std::int64_t besluiten = 0;
                for (const std::int64_t n : gemeente.besluiten)
                    besluiten += n;
                RC_ASSERT(besluiten == gemeente.gewogen);
                RC_ASSERT(gemeente.geagendeerd >= gemeente.gewogen - sub.meldingen.begin);
            }
            RC_ASSERT(received == sub.meldingen.erbij);
            RC_ASSERT(ended == sub.meldingen.eraf);
            RC_ASSERT(sub.doorlooptijd_weging.count() == weighed);
            std::int64_t by_person = 0;
            for (std::size_t n = 0; n < casus::meeste_meldingen; ++n)
                by_person += static_cast<std::int64_t>(n + 1) * sub.personen_gewogen[n];
            RC_ASSERT(by_person <= weighed); // equal, but for those weighed more than seven times
            RC_ASSERT(by_person == weighed || sub.personen_gewogen.back() > 0);
            const casus::NazorgJaar& nazorg = sub.nazorg;
            RC_ASSERT(balanced(nazorg.zaken));
            RC_ASSERT(std::accumulate(nazorg.gesloten.begin(),
                                      nazorg.gesloten.end(),
                                      std::int64_t{0}) == nazorg.zaken.eraf);
            RC_ASSERT(nazorg.knelpunten_sluiting_opgelost <= nazorg.knelpunten_sluiting);
            RC_ASSERT(sub.detentie_na_recidive_oppervlak <= sub.detentie_oppervlak);
            RC_ASSERT(sub.contacten_te_laat <= sub.contacten);
            for (std::size_t k = 0; k < casus::aantal_soorten; ++k)
                RC_ASSERT(sub.afgesloten_bij_eerste[k] <= sub.eerste_sluitmoment[k]);
        }
        const auto& money = opzet.parameters.vrijwillig_traject;
        const bool one_price = std::ranges::none_of(opzet.parameters.themas, [](const auto& thema) {
            return std::ranges::find(thema.effecten,
                                     "vrijwillig_traject.prijs",
                                     &parameters::Effect::parameter) != thema.effecten.end();
        });
        RC_ASSERT(!one_price ||
                  year.huis.traject_centen ==
                      year.huis.trajecten * std::llround(money.prijs.value() * 100.0));
        RC_ASSERT(year.huis.traject_centen <= std::llround(money.budget.value() * 100.0));
        const auto& traject = opzet.parameters.nazorg.traject;
        RC_ASSERT(year.huis.nazorgtraject_centen ==
                  year.huis.nazorgtrajecten * std::llround(traject.prijs.value() * 100.0));
        RC_ASSERT(year.huis.nazorgtraject_centen <= std::llround(traject.budget.value() * 100.0));
        RC_ASSERT(year.huis.plaats_oppervlak <=
                  opzet.parameters.nazorg.doorstroomhuis.plaatsen * year.duur.count());
    }
}

void check_queues(const casus::Uitkomst& outcome) {
    const auto same = [](const casus::Wachtrij& rij) {
        return Seconds{rij.oppervlak} == rij.gewacht + rij.gewacht_open;
    };
    for (const casus::Jaar& year : outcome.jaren) {
        for (const casus::SubregioJaar& sub : year.subregios) {
            RC_ASSERT(same(sub.agenda));
            RC_ASSERT(same(sub.op_top60_plaats));
            RC_ASSERT(same(sub.nazorg.tafel));
            for (const auto& rij : sub.op_procesregisseur)
                RC_ASSERT(same(rij));
        }
        RC_ASSERT(same(year.huis.op_doorstroomhuis));
        for (const casus::RolJaar& rol : year.rollen) {
            RC_ASSERT(same(rol.taken));
            RC_ASSERT(rol.werk.begin + rol.werk.erbij == rol.werk.eraf + rol.werk.eind);
            RC_ASSERT(rol.verzuim + rol.vacature <= rol.rooster);
            RC_ASSERT(rol.aan_taken + rol.in_vergadering + rol.teruggenomen <= rol.aanwezig());
            RC_ASSERT(
                std::accumulate(rol.voor_product.begin(), rol.voor_product.end(), Seconds{0}) ==
                rol.aan_taken + rol.in_vergadering + rol.buiten_rooster);
        }
    }
}

/// A worker's hours; whoever is hired is numbered after all appointments, and has the same.
Seconds daily_of(const casus::Opzet& opzet, std::size_t worker) {
    return casus::hele_seconden(opzet.medewerkers[worker % opzet.medewerkers.size()].fractie * 7.2 *
                                3600.0);
}

/// Nobody works while absent, and absence is what the accounts say, counted day by day.
void check_absence(const casus::Opzet& opzet,
                   const casus::Uitkomst& outcome,
                   const Notebook& notebook) {
    const engine::HolidayRules rules{.good_friday = opzet.parameters.kalender.goede_vrijdag,
                                     .liberation_day = opzet.parameters.kalender.bevrijdingsdag};
    Seconds away{0};
    Seconds not_hired{0};
    Seconds hired{0};
    for (const auto& [worker, stretches] : notebook.absent) {
        const bool temp = worker >= opzet.medewerkers.size();
        const auto worked = notebook.entries.find(worker);
        for (const auto& absence : stretches) {
            if (worked != notebook.entries.end()) {
                for (const auto& e : worked->second)
                    RC_ASSERT(e.from == e.until || e.until <= absence.from ||
                              e.from >= absence.until);
            }
            const Time from = std::max(absence.from, opzet.start);
            const Time until = std::min(absence.until, opzet.einde);
            if (from < until)
                (temp ? not_hired : away) +=
                    duty_between(from, until, daily_of(opzet, worker), rules);
        }
        if (temp)
            hired += duty_between(opzet.start, opzet.einde, daily_of(opzet, worker), rules);
    }
    Seconds by_account{0};
    Seconds hire_by_account{0};
    for (const casus::Jaar& year : outcome.jaren) {
        for (const casus::RolJaar& rol : year.rollen) {
            by_account += rol.verzuim + rol.vacature;
            hire_by_account += rol.inhuur();
        }
    }
    RC_ASSERT(away == by_account);
    RC_ASSERT(hired - not_hired == hire_by_account);
}

/// Hire keeps within the budget of each year; fixed work is done, lapses or is open, and adds up to
/// the same over roles and over kinds.
void check_staff_books(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    const auto& inhuur = opzet.parameters.personeel.inhuur;
    for (std::size_t y = 0; y < outcome.jaren.size(); ++y) {
        const casus::Jaar& year = outcome.jaren[y];
        std::int64_t cents = 0;
        casus::Vastwerkuren roles;
        casus::Vastwerkuren kinds;
        const auto add = [](casus::Vastwerkuren& sum, const casus::Vastwerkuren& part) {
            sum.gevraagd += part.gevraagd;
            sum.gedaan += part.gedaan;
            sum.vervallen += part.vervallen;
            sum.open += part.open;
        };
        for (std::size_t r = 0; r < year.rollen.size(); ++r) {
            const casus::RolJaar& rol = year.rollen[r];
            cents += rol.inhuur_verzuim_centen + rol.inhuur_vacature_centen;
            add(roles, rol.vast_werk);
            const auto& w = rol.vast_werk;
            if (y > 0)
                RC_ASSERT(outcome.jaren[y - 1].rollen[r].vast_werk.open + w.gevraagd ==
                          w.gedaan + w.vervallen + w.open);
        }
        RC_ASSERT(cents <= std::llround(inhuur.budget.value() * 100.0));
        for (const auto& soort : year.huis.vast_werk)
            add(kinds, soort);
        RC_ASSERT(roles.gevraagd == kinds.gevraagd);
        RC_ASSERT(roles.gedaan == kinds.gedaan);
        RC_ASSERT(roles.vervallen == kinds.vervallen);
        RC_ASSERT(roles.open == kinds.open);
    }
}

void check_work(const casus::Opzet& opzet, const casus::Uitkomst& outcome, Notebook& notebook) {
    const engine::HolidayRules rules{.good_friday = opzet.parameters.kalender.goede_vrijdag,
                                     .liberation_day = opzet.parameters.kalender.bevrijdingsdag};
    std::map<std::size_t, Seconds> on_tasks;
    Seconds outside{0};
    for (auto& [worker, entries] : notebook.entries) {
        const Seconds daily = daily_of(opzet, worker);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& e = entries[i];
            RC_ASSERT(e.from <= e.until);
            if (i > 0)
                RC_ASSERT(entries[i - 1].until <= e.from); // never two things at once
            const Seconds duty = duty_between(e.from, e.until, daily, rules);
            const Time measured_from = std::max(e.from, opzet.start);
            const Seconds measured = e.until > measured_from
                                         ? duty_between(measured_from, e.until, daily, rules)
                                         : Seconds{0};
            if (e.activity == Activity::task)
                on_tasks[worker] += measured;
            if (e.activity == Activity::meeting && e.until > opzet.start)
                outside += (e.until - e.from) - duty;
        }
    }
    Seconds by_observer{0};
    for (const auto& [worker, seconds] : on_tasks)
        by_observer += seconds;
    Seconds by_account{0};
    Seconds outside_by_account{0};
    for (const auto* years : {&outcome.jaren, &outcome.uitloop}) {
        for (const casus::Jaar& year : *years) {
            for (const casus::RolJaar& rol : year.rollen) {
                by_account += rol.aan_taken;
                outside_by_account += rol.buiten_rooster;
            }
        }
    }
    RC_ASSERT(by_observer == by_account);
    RC_ASSERT(outside == outside_by_account);
}

void check_rooms_and_list(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    std::map<std::uint32_t, std::uint16_t> place; // of each melding
    std::map<std::pair<std::uint16_t, Time>, std::uint32_t> used;
    for (const engine::TraceLine& line : outcome.spoor) {
        const auto step = static_cast<Stap>(line.step);
        if (step == Stap::ontvangen)
            place[line.subject] = opzet.subregio_van[static_cast<std::size_t>(line.b)];
        if (step == Stap::overleg_gehouden || step == Stap::overleg_mislukt) {
            const auto known = place.find(line.subject);
            if (known != place.end())
                ++used[{known->second, line.time}];
        }
    }
    for (const auto& [slot, count] : used) {
        std::uint32_t rooms = 0;
        const Seconds in_week = slot.second - Time{engine::monday_of(engine::date_of(slot.second))};
        for (const engine::WeeklySlot& form : opzet.overlegmomenten[slot.first]) {
            if ((form.weekday - std::chrono::Monday) + form.clock == in_week)
                rooms += form.rooms;
        }
        RC_ASSERT(count <= rooms);
    }
    for (std::size_t s = 0; s < outcome.slot.size(); ++s) {
        const auto running = outcome.jaren.back().subregios[s].casussen[1].eind;
        RC_ASSERT(running - outcome.slot[s].wacht_op_plaats.aantal <=
                  opzet.parameters.subregios[s].top60.plaatsen);
    }
}

/// Hours of bodies add up over organisaties and roles, every meeting is held or not, and every
/// escalated case and every question is decided or open.
void check_bodies(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    std::vector<std::int64_t> asked(opzet.routes.size());
    for (const casus::Jaar& year : outcome.jaren) {
        Seconds meetings{0};
        Seconds preparation{0};
        for (std::size_t o = 0; o < year.organen.size(); ++o) {
            const casus::OrgaanJaar& body = year.organen[o];
            casus::Orgaanuren sum;
            for (const casus::Orgaanuren& uren : body.uren)
                sum.tel_op(uren);
            RC_ASSERT(sum == body.deelnemers);
            const auto planned = std::ranges::count_if(opzet.organen[o].momenten, [&](Time t) {
                return t >= opzet.start && t < opzet.einde && engine::year_of(t) == year.jaar;
            });
            RC_ASSERT(body.gehouden + body.mislukt == planned);
            RC_ASSERT(body.onvoorbereid <= planned);
            RC_ASSERT(body.stil <= year.duur);
            RC_ASSERT(body.besloten == static_cast<std::int64_t>(body.wachttijd.count()));
            RC_ASSERT(Seconds{body.wachtrij.oppervlak} ==
                      body.wachtrij.gewacht + body.wachtrij.gewacht_open);
            meetings += body.huis_vergadering;
            preparation += body.huis_voorbereiding;
        }
        for (const casus::RolJaar& rol : year.rollen) {
            meetings -= rol.in_organen;
            preparation -= rol.aan_voorbereiding;
        }
        RC_ASSERT(meetings == Seconds{0});
        RC_ASSERT(preparation == Seconds{0});
        for (std::size_t r = 0; r < year.routes.size(); ++r)
            asked[r] += year.routes[r].gesteld;
    }
    for (std::size_t r = 0; r < asked.size(); ++r)
        RC_ASSERT(outcome.routes[r].doorlooptijd.ended() +
                      outcome.routes[r].doorlooptijd.censored() ==
                  asked[r]);
    std::map<std::uint32_t, std::int64_t> waiting; // cases, and the body they wait for
    for (const engine::TraceLine& line : outcome.spoor) {
        if (line.time >= opzet.einde)
            break;
        const auto step = static_cast<Stap>(line.step);
        if (step == Stap::vertrokken) // perhaps before there was a decision
            waiting.erase(line.subject);
        if (step == Stap::geescaleerd)
            RC_ASSERT(waiting.emplace(line.subject, line.a).second);
        if (step == Stap::escalatie_besloten)
            RC_ASSERT(waiting.erase(line.subject) == 1);
    }
    for (std::int64_t o = 0; o < std::ssize(outcome.organen); ++o) {
        const auto open = std::ranges::count_if(waiting, [&](const auto& item) {
            constexpr std::int64_t deciding = 2; // beyond it the trace means an ad hoc decision
            return item.second == o && o < deciding;
        });
        RC_ASSERT(open == outcome.organen[static_cast<std::size_t>(o)].wachtend.aantal);
    }
}

void check_survival(const casus::Opzet& opzet, const casus::Uitkomst& outcome) {
    std::int64_t made = 0;
    std::map<std::uint32_t, bool> local;
    for (const engine::TraceLine& line : outcome.spoor) {
        if (line.step == static_cast<std::uint16_t>(Stap::ontvangen) && line.time >= opzet.start &&
            line.time < opzet.einde)
            ++made;
        if (line.step == static_cast<std::uint16_t>(Stap::lokale_kamer) &&
            line.time >= opzet.start && line.time < opzet.einde)
            --made;
    }
    std::int64_t known = 0;
    for (const casus::SubregioSlot& slot : outcome.slot)
        known += slot.weging.ended() + slot.weging.censored();
    RC_ASSERT(known == made);
}

/// Months add up to years, and a case of a month has had its overleg, waits for it, or left.
void check_months(const casus::Uitkomst& outcome) {
    for (std::size_t s = 0; s < outcome.slot.size(); ++s) {
        casus::SubregioMaand months;
        for (const casus::Maand& month : outcome.maanden) {
            const casus::SubregioMaand& m = month.subregios[s];
            months.weging.aantal += m.weging.aantal;
            months.contacten += m.contacten;
            months.contacten_te_laat += m.contacten_te_laat;
            for (std::size_t k = 0; k < casus::aantal_soorten; ++k) {
                RC_ASSERT(m.nieuw[k] >= m.overlegd[k].aantal + m.nog_open[k].aantal);
                months.nieuw[k] += m.nieuw[k];
            }
        }
        for (const casus::Jaar& year : outcome.jaren) {
            const casus::SubregioJaar& y = year.subregios[s];
            months.weging.aantal -= y.doorlooptijd_weging.count();
            months.contacten -= y.contacten;
            months.contacten_te_laat -= y.contacten_te_laat;
            for (std::size_t k = 0; k < casus::aantal_soorten; ++k)
                months.nieuw[k] -= y.casussen[k].erbij;
        }
        RC_ASSERT(months.weging.aantal == 0);
        RC_ASSERT(months.contacten == 0);
        RC_ASSERT(months.contacten_te_laat == 0);
        for (const std::int64_t left : months.nieuw)
            RC_ASSERT(left == 0);
    }
}

} // namespace

TEST_CASE("books balance, queues obey Little's law, and nobody is in two places, in any scenario") {
    REQUIRE(configured == 0);
    CHECK(rc::check([] {
        const parameters::Parameters p = any_scenario();
        const parameters::Problems problems = parameters::validate(p);
        RC_PRE(!problems.has_errors());
        const casus::Opzet opzet(p);
        Notebook notebook;
        const casus::Opdracht order{.sleutel = {static_cast<std::uint32_t>(any(0, 1'000'000)), 0},
                                    .wijze = any(0, 9) == 0 ? engine::DrawMode::expected
                                                            : engine::DrawMode::random,
                                    .spoor = engine::Trace::everything,
                                    .waarnemer = &notebook,
                                    .maandreeks = true};
        const casus::Uitkomst outcome = casus::simulate(opzet, order);
        check_books(opzet, outcome);
        check_queues(outcome);
        check_work(opzet, outcome, notebook);
        check_absence(opzet, outcome, notebook);
        check_staff_books(opzet, outcome);
        check_rooms_and_list(opzet, outcome);
        check_bodies(opzet, outcome);
        check_survival(opzet, outcome);
        check_months(outcome);
        const auto any_of_roles = [&](auto has) {
            return std::ranges::any_of(outcome.jaren, [&](const casus::Jaar& year) {
                return std::ranges::any_of(year.rollen, has);
            });
        };
        RC_CLASSIFY(any_of_roles([](const auto& r) { return r.verzuim > Seconds{0}; }), "ill");
        RC_CLASSIFY(any_of_roles([](const auto& r) { return r.vacature > Seconds{0}; }), "vacant");
        RC_CLASSIFY(any_of_roles([](const auto& r) { return r.inhuur() > Seconds{0}; }), "hired");
        RC_CLASSIFY(any_of_roles([](const auto& r) { return r.overgedragen > 0; }), "handed over");
        RC_CLASSIFY(any_of_roles([](const auto& r) { return r.vast_werk.gedaan > Seconds{0}; }),
                    "fixed work");
        RC_CLASSIFY(outcome.spoor.size() > 1000, "busy");
        RC_CLASSIFY(outcome.gebeurtenissen < 100, "quiet");
    }));
}

TEST_CASE("a transition to a legal form with the same effects changes no event, in any scenario") {
    CHECK(rc::check([] {
        parameters::Parameters p = any_scenario();
        RC_PRE(!parameters::validate(p).has_errors());
        p.rechtsvorm_overgang = {};
        const casus::Opdracht order{.sleutel = {3, 1}, .spoor = engine::Trace::everything};
        const auto without = casus::simulate(casus::Opzet(p), order);
        parameters::Rechtsvorm same; // undescribed, a form changes nothing
        for (const parameters::Rechtsvorm& vorm : p.rechtsvormen) {
            if (vorm.key == p.rechtsvorm)
                same = vorm;
        }
        same.key = "dezelfde";
        p.rechtsvormen.push_back(same);
        p.rechtsvorm_overgang = {.naar = same.key,
                                 .op = *p.looptijd.start + std::chrono::days{any(-50, 120)}};
        const auto with = casus::simulate(casus::Opzet(p), order);
        RC_ASSERT(with.vingerafdruk == without.vingerafdruk);
        RC_ASSERT(with.gebeurtenissen == without.gebeurtenissen);
        RC_ASSERT(std::ranges::equal(with.spoor, without.spoor));
    }));
}

TEST_CASE("a run is the same when it is run again, watched or not") {
    CHECK(rc::check([] {
        const parameters::Parameters p = any_scenario();
        RC_PRE(!parameters::validate(p).has_errors());
        const casus::Opzet opzet(p);
        const auto once = casus::simulate(opzet, {.sleutel = {3, 1}, .spoor = {}});
        const auto again = casus::simulate(
            casus::Opzet(p),
            {.sleutel = {3, 1}, .spoor = engine::Trace::everything, .maandreeks = true});
        RC_ASSERT(once.vingerafdruk == again.vingerafdruk);
        RC_ASSERT(once.gebeurtenissen == again.gebeurtenissen);
        RC_ASSERT(once.spoor.empty());
    }));
}
