#pragma once

#include "casus/huis.hpp"
#include "casus/spoor.hpp"
#include "parameters/parameters.hpp"
#include "parameters/validate.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

/// A house small enough to follow by hand: one subregio, one gemeente, one bron, one medewerker of
/// each role, and no chance in any duration.
namespace ketenplan::tests {

using casus::Stap;
using engine::Time;
using parameters::Besluit;
using parameters::Parameters;

constexpr engine::Date date(int y, unsigned m, unsigned d) {
    return std::chrono::local_days{std::chrono::year{y} / std::chrono::month{m} /
                                   std::chrono::day{d}};
}

constexpr Time at(int y, unsigned m, unsigned d, int h = 0, int min = 0) {
    return Time{date(y, m, d)} + std::chrono::hours{h} + std::chrono::minutes{min};
}

inline void decide(parameters::Besluittabel& table, Besluit besluit, double weight) {
    table.gewichten[static_cast<std::size_t>(besluit)] = units::Count{weight};
}

/// Every melding gets this besluit.
inline void always(Parameters& p, Besluit besluit) {
    p.besluiten[0].gewichten = {};
    decide(p.besluiten[0], besluit, 1.0);
}

inline parameters::EigenTaak task(double minutes) {
    parameters::EigenTaak t;
    t.minuten.spec = parameters::always(minutes);
    return t;
}

/// From 1 June to 31 December 2015, empty at the start. A melding every two and a half days, on
/// average or exactly; half of the time on duty goes to the work.
inline Parameters small_house() {
    Parameters p = parameters::example();
    p.looptijd = {.start = date(2015, 6, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    p.beginvoorraad.gebruiken = true;
    p.bronnen = {p.bronnen[2]};
    p.bronnen[0].urgent = units::Probability{0.0};
    p.bronnen[0].leeftijd.gewichten = {units::Count{0.0}, units::Count{0.0}, units::Count{1.0}};
    p.subregios = {p.subregios[0]};
    p.subregios[0].key = "a";
    p.subregios[0].briefing = {.weekdag = parameters::Weekdag::dinsdag,
                               .tijd = std::chrono::hours{10},
                               .agenda = units::Minutes{60.0}};
    p.subregios[0].overlegmomenten = {{.weekdag = parameters::Weekdag::maandag,
                                       .tijd = std::chrono::hours{14},
                                       .lengte = units::Minutes{60.0}}};
    p.gemeenten = {p.gemeenten[0]};
    p.gemeenten[0].key = "g";
    p.gemeenten[0].subregio = "a";
    p.gemeenten[0].instroom = units::PerYear{146.0}; // 365 / 146 = 2.5 days
    p.besluiten = {p.besluiten[2]};
    always(p, Besluit::focus);
    p.intake.informatieverzoek.spec = parameters::always(2.0);
    p.weging.sluitingstermijn = units::Days{1.0};
    p.weging.minuten.spec = parameters::always(15.0);
    p.weging.terugkomst = units::Probability{0.0};
    p.weging.terugkomst_na.spec = parameters::always(5.0);
    p.taken.intake.taak = task(30.0);
    p.taken.terugkoppeling.taak = task(10.0);
    p.taken.bilaterale_afhandeling.taak = task(20.0);
    p.taken.nazorg_gesprek.taak = task(60.0);
    p.taken.voorbereiding = task(60.0);
    p.taken.verslag = task(30.0);
    p.taken.contact = task(15.0);
    for (auto& rol : p.formatie.rollen)
        rol.productiviteit = units::Probability{0.5};
    p.formatie.posten = {p.formatie.posten[0], p.formatie.posten[2]};
    for (auto& post : p.formatie.posten) {
        post.plaats = "a";
        post.fte = units::Fte{1.0};
    }
    p.casusoverleg.planningstermijn.spec = parameters::always(3.0);
    p.casusoverleg.quorum_mist = units::Probability{0.0};
    p.casusoverleg.client_aan_tafel = units::Probability{0.0};
    auto& focus = p.casussoorten.focus;
    focus.caseload_norm = units::Count{100.0};
    focus.reeks = {{.days = 7}, {.months = 1}};
    focus.sluiten_vanaf = {.months = 1};
    focus.sluitkans_eerste = units::Probability{1.0};
    focus.sluitkans_later = units::Probability{1.0};
    focus.stagnatie = focus.per_week_te_laat = units::Probability{0.0};
    p.casussoorten.top60 = focus;
    return p;
}

/// Simulates parameters that must be valid, following everything that happens.
inline casus::Uitkomst
run(const Parameters& p, engine::DrawMode mode = engine::DrawMode::random, std::uint32_t seed = 1) {
    const auto problems = parameters::validate(p);
    for (const auto& problem : problems.items()) {
        if (problem.severity == parameters::Severity::error)
            throw std::invalid_argument(problem.path + " " + problem.what);
    }
    const casus::Opzet opzet(p);
    return casus::simulate(opzet,
                           {.sleutel = {.seed = seed, .replication = 0},
                            .wijze = mode,
                            .spoor = engine::Trace::everything});
}

inline std::vector<engine::TraceLine> steps(const casus::Uitkomst& outcome, Stap step) {
    std::vector<engine::TraceLine> found;
    std::ranges::copy_if(outcome.spoor, std::back_inserter(found), [&](const auto& line) {
        return line.step == static_cast<std::uint16_t>(step);
    });
    return found;
}

inline std::vector<engine::TraceLine> story_of(const casus::Uitkomst& outcome,
                                               std::uint32_t subject) {
    std::vector<engine::TraceLine> found;
    std::ranges::copy_if(outcome.spoor, std::back_inserter(found), [&](const auto& line) {
        return line.subject == subject;
    });
    return found;
}

} // namespace ketenplan::tests
