#include "casus/recidivefit.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

// Detention and nazorg, hand-walked where there is no chance, and rule by rule.

using namespace ketenplan;
using namespace ketenplan::tests;
using casus::Nazorgeinde;
using parameters::Leefgebied;

namespace {

parameters::Leefgebiedkenmerk& of(Parameters& p, Leefgebied gebied) {
    return p.nazorg.leefgebieden.kenmerken[static_cast<std::size_t>(gebied)];
}

/// Every melding is of a detention of 100 days that began two days before, and becomes nazorg;
/// every client has debts and takes part. The thematafel is on Friday at ten.
Parameters detention_house() {
    Parameters p = small_house();
    always(p, Besluit::nazorg);
    p.bronnen[0].detentiemelding = true;
    p.detentie.vertraging_melding.spec = parameters::always(2.0);
    p.detentie.duur.spec = parameters::always(100.0);
    p.subregios[0].thematafel = {.weekdag = parameters::Weekdag::vrijdag,
                                 .tijd = std::chrono::hours{10},
                                 .elke_weken = 1,
                                 .agenda = units::Minutes{120.0}};
    p.nazorg.termijn = {.months = 1};
    p.nazorg.aanvaarding = units::Probability{1.0};
    p.nazorg.bespreking.spec = parameters::always(10.0);
    p.nazorg.terugkomtermijn = units::Days{28.0};
    of(p, Leefgebied::schulden).knelpunt = units::Probability{1.0};
    return p;
}

const casus::NazorgJaar& books(const casus::Uitkomst& outcome) {
    return outcome.jaren[0].subregios[0].nazorg;
}

std::int64_t closed(const casus::Uitkomst& outcome, Nazorgeinde einde) {
    return books(outcome).gesloten[static_cast<std::size_t>(einde)];
}

/// A house with places for whoever has no housing.
Parameters housing_house(std::int32_t places) {
    Parameters p = detention_house();
    of(p, Leefgebied::huisvesting).knelpunt = units::Probability{1.0};
    p.nazorg.termijn = {.months = 6};
    p.detentie.duur.spec = parameters::always(30.0);
    p.nazorg.doorstroomhuis = {.plaatsen = places,
                               .nodig = units::Probability{1.0},
                               .verblijf = {parameters::always(1000.0)}};
    return p;
}

std::vector<casus::Levenslijn> lives(const Parameters& p, std::optional<double> intensity) {
    const casus::Opzet opzet(p);
    return casus::simulate(opzet,
                           {.sleutel = {5, 2},
                            .odds_ratio = 1.0,
                            .intensiteit = intensity,
                            .levenslopen = true})
        .levensloop;
}

} // namespace

TEST_CASE("the first nazorg case, walked by hand: talk, thematafel, release, term") {
    const auto outcome = run(detention_house(), engine::DrawMode::expected);
    const auto lines = story_of(outcome, 1);
    struct Moment {
        Stap step;
        Time time;
    };
    const std::vector<Moment> expected{
        {Stap::ontvangen, at(2015, 6, 3, 12)},
        {Stap::intake_klaar, at(2015, 6, 3, 13)},
        {Stap::informatie_binnen, at(2015, 6, 5, 13)},
        {Stap::besproken, at(2015, 6, 9, 10, 15)},
        {Stap::nazorg_geopend, at(2015, 6, 9, 10, 15)},
        {Stap::teruggekoppeld, at(2015, 6, 9, 10, 35)},
        {Stap::gesprek_gevoerd, at(2015, 6, 9, 12, 15)}, // an hour at half speed
        {Stap::aan_thematafel, at(2015, 6, 12, 10, 10)}, // the first Friday
    };
    REQUIRE(lines.size() > expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO("line " << i);
        CHECK(lines[i].step == static_cast<std::uint16_t>(expected[i].step));
        CHECK(std::abs((lines[i].time - expected[i].time).count()) <= 2);
    }
    // Discussed every fourth Friday after that: due 28 days after the day of the table.
    CHECK(lines[8].step == static_cast<std::uint16_t>(Stap::aan_thematafel));
    CHECK(lines[8].time >= at(2015, 7, 10, 10));
    CHECK(lines[8].time < at(2015, 7, 10, 12));
    // Released 98 days after the melding, closed a month after that, with the debts still there.
    const auto last = lines.back();
    CHECK(last.step == static_cast<std::uint16_t>(Stap::nazorg_gesloten));
    CHECK(last.a == static_cast<std::int64_t>(Nazorgeinde::termijn));
    CHECK(last.b == 1 << static_cast<int>(Leefgebied::schulden));
    CHECK(std::abs((last.time - at(2015, 10, 9, 12)).count()) <= 2);
}

TEST_CASE("a client who refuses after the talk gets no nazorg") {
    Parameters p = detention_house();
    p.nazorg.aanvaarding = units::Probability{0.0};
    const auto outcome = run(p);
    CHECK(closed(outcome, Nazorgeinde::geweigerd) == books(outcome).gesprekken);
    CHECK(books(outcome).gesprekken > 30);
    CHECK(books(outcome).besprekingen == 0);
}

TEST_CASE("a client without knelpunten is done after the talk") {
    Parameters p = detention_house();
    of(p, Leefgebied::schulden).knelpunt = units::Probability{0.0};
    const auto outcome = run(p);
    CHECK(closed(outcome, Nazorgeinde::opgelost) == books(outcome).gesprekken);
    CHECK(books(outcome).besprekingen == 0);
}

TEST_CASE("a bespreking that solves everything closes the case, and the books know it") {
    Parameters p = detention_house();
    of(p, Leefgebied::schulden).oplossen = units::Probability{1.0};
    of(p, Leefgebied::zorg).knelpunt = units::Probability{1.0};
    of(p, Leefgebied::zorg).oplossen = units::Probability{1.0};
    const auto outcome = run(p);
    CHECK(closed(outcome, Nazorgeinde::opgelost) == books(outcome).besprekingen);
    CHECK(books(outcome).besprekingen > 30);
    CHECK(books(outcome).knelpunten_sluiting == 2 * closed(outcome, Nazorgeinde::opgelost));
    CHECK(books(outcome).knelpunten_sluiting_opgelost == books(outcome).knelpunten_sluiting);
}

TEST_CASE("trajecten are granted until the year's budget is spent, and help") {
    Parameters p = detention_house();
    of(p, Leefgebied::schulden).oplossen_traject = units::Probability{1.0};
    p.nazorg.traject = {.kans = units::Probability{1.0},
                        .toestemming = units::Probability{1.0},
                        .prijs = units::Euro{1000.0},
                        .budget = units::Euro{7500.0}};
    const auto outcome = run(p);
    const auto& money = outcome.jaren[0].huis;
    CHECK(money.nazorgtrajecten == 7);
    CHECK(money.nazorgtraject_centen == 700'000);
    CHECK(money.nazorgtrajecten_geweigerd > 20);
    CHECK(closed(outcome, Nazorgeinde::opgelost) == 7); // who has one, and nobody else
}

TEST_CASE("a place in a doorstroomhuis is taken after release, one at a time") {
    Parameters p = detention_house();
    of(p, Leefgebied::huisvesting).knelpunt = units::Probability{1.0};
    p.nazorg.termijn = {.months = 3};
    p.nazorg.doorstroomhuis = {
        .plaatsen = 2, .nodig = units::Probability{1.0}, .verblijf = {parameters::always(20.0)}};
    p.detentie.duur.spec = parameters::always(30.0);
    const auto outcome = run(p);
    const auto& house = outcome.jaren[0].huis;
    CHECK(house.plaatsen_toegewezen > 8);
    // Never more than two for twenty days each, within 214 days.
    CHECK(house.plaatsen_toegewezen <= 2 * (214 / 20 + 1));
    CHECK(house.plaats_oppervlak <= 2 * std::int64_t{214} * 86400);
    CHECK(engine::Seconds{house.op_doorstroomhuis.oppervlak} ==
          house.op_doorstroomhuis.gewacht + house.op_doorstroomhuis.gewacht_open);
}

TEST_CASE("a new detention stops the term, and its release starts it anew") {
    Parameters p = detention_house();
    p.looptijd.einde = date(2016, 6, 1);
    p.detentie.duur.spec = parameters::always(30.0);
    p.nazorg.termijn = {.months = 2};
    p.personen.vertrek = units::PerYear{0.0001};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.recidive.detentie_zonder_delict = units::PerYear{8.0}; // after 46 days
    p.gemeenten[0].instroom = units::PerYear{40.0};
    const auto again = run(p, engine::DrawMode::expected);
    // Always detained again before the term has passed: nothing closes.
    CHECK(closed(again, Nazorgeinde::termijn) == 0);
    CHECK(books(again).gesprekken > 5);
    p.recidive.detentie_zonder_delict = units::PerYear{0.0};
    p.personen.vertrek = units::PerYear{0.0};
    CHECK(closed(run(p, engine::DrawMode::expected), Nazorgeinde::termijn) > 5);
}

TEST_CASE("with ratios of 1 both arms have the same releases and recidive, to the second") {
    Parameters p = detention_house();
    p.looptijd.einde = date(2017, 6, 1);
    p.personen.vertrek = units::PerYear{0.2};
    p.personen.variantie_recidive = units::Factor{1.0};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.personen.herhaling.per_jaar = units::PerYear{0.5};
    p.recidive.vervolg = {{units::Days{365.0}, units::Probability{0.5}},
                          {units::Days{730.0}, units::Probability{0.7}}};
    p.recidive.detentie_zonder_delict = units::PerYear{0.3};
    of(p, Leefgebied::schulden).oplossen = units::Probability{0.7};
    const auto without = lives(p, 0.0);
    CHECK(without.size() > 150);
    CHECK(lives(p, 1.0) == without);
    CHECK(lives(p, std::nullopt) == without);
    // The check can fail: an effect of knelpunten, which nazorg solves, moves recidive.
    of(p, Leefgebied::schulden).recidive = units::Factor{3.0};
    CHECK(lives(p, 1.0) != lives(p, 0.0));
}

TEST_CASE("an odds ratio below 1 makes fewer new offences of the same persons") {
    Parameters p = detention_house();
    p.looptijd.einde = date(2017, 6, 1);
    p.personen.vertrek = units::PerYear{0.001};
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    p.nazorg.termijn = {.months = 24};
    p.recidive.vervolg = {{units::Days{365.0}, units::Probability{0.5}}};
    const casus::Opzet opzet(p);
    const auto events = [&](double odds_ratio) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {5, 2}, .odds_ratio = odds_ratio});
        std::int64_t sum = 0;
        for (const auto& year : outcome.jaren)
            sum += year.gemeenten[0].recidive;
        return sum;
    };
    CHECK(events(0.3) < events(1.0));
    CHECK(events(1.0) < events(3.0));
}

TEST_CASE("an intensity of one half opens about half of the cases, those of the same persons") {
    Parameters p = detention_house();
    const auto all = run(p);
    p.nazorg.intensiteit = units::Factor{0.5};
    const auto half = run(p);
    CHECK(books(half).zaken.erbij > books(all).zaken.erbij / 3);
    CHECK(books(half).zaken.erbij < 2 * books(all).zaken.erbij / 3);
    // Above 1 it reaches detainees with another besluit.
    decide(p.besluiten[0], Besluit::bilateraal, 1.0);
    p.nazorg.intensiteit = units::Factor{1.0};
    const auto some = books(run(p)).zaken.erbij;
    p.nazorg.intensiteit = units::Factor{1.8};
    CHECK(books(run(p)).zaken.erbij > 5 * some / 4);
}

TEST_CASE("the same melding counts as a detention in time: detainees and days add up") {
    const auto outcome = run(detention_house(), engine::DrawMode::expected);
    const auto& sub = outcome.jaren[0].subregios[0];
    // 85 meldingen, each 98 days after the melding or until the end of the year.
    const auto meldingen = steps(outcome, Stap::ontvangen);
    std::int64_t seconds = 0;
    for (const auto& line : meldingen)
        seconds += std::min(at(2016, 1, 1) - line.time, engine::Seconds{98 * 86400}).count();
    CHECK(sub.detentie_oppervlak == seconds);
    CHECK(sub.detentie_na_recidive_oppervlak == 0);
}

TEST_CASE("who leaves the region leaves the doorstroomhuis too") {
    Parameters p = housing_house(1);
    p.looptijd.einde = date(2018, 1, 1);
    p.personen.bekend_bij_begin = parameters::Bekenden::geen;
    CHECK(run(p).jaren[0].huis.plaatsen_toegewezen == 1); // for a thousand days
    p.personen.vertrek = units::PerYear{4.0};
    const auto outcome = run(p);
    CHECK(outcome.jaren[0].huis.plaatsen_toegewezen > 1);
    CHECK(outcome.jaren[0].huis.plaats_oppervlak <= std::int64_t{214} * 86400);
}

TEST_CASE("who finds a home elsewhere no longer waits for a place") {
    Parameters p = housing_house(1);
    p.looptijd.einde = date(2017, 1, 1);
    for (auto& area : p.nazorg.leefgebieden.kenmerken) // the case mostly goes on without
        area.knelpunt = units::Probability{1.0};
    p.nazorg.natuurlijk_verloop = units::PerYear{0.0};
    p.nazorg.terugkomtermijn = units::Days{300.0}; // no second bespreking finds it out
    const auto waits_on = [&] {
        std::int64_t sum = 0;
        for (const auto& year : run(p).jaren)
            sum += year.huis.op_doorstroomhuis.oppervlak;
        return static_cast<double>(sum);
    };
    const double before = waits_on();
    p.nazorg.natuurlijk_verloop =
        units::PerYear{4.0}; // three months each; two thirds of a year for all
    CHECK(waits_on() < 0.6 * before);
}

TEST_CASE("what is solved in detention is counted at the release, also when the case has ended") {
    Parameters p = detention_house();
    of(p, Leefgebied::schulden).oplossen = units::Probability{1.0};
    const auto outcome = run(p);
    const auto& nazorg = books(outcome);
    CHECK(nazorg.vrijlatingen > 20);
    CHECK(nazorg.knelpunten_vrijlating == nazorg.vrijlatingen);
    CHECK(nazorg.knelpunten_vrijlating_opgelost == nazorg.vrijlatingen);
}

TEST_CASE("a theme can start nazorg in a house that had none") {
    Parameters p = detention_house();
    always(p, Besluit::bilateraal);
    CHECK(books(run(p)).besprekingen == 0);
    const std::string path = "besluiten." + p.besluiten[0].key + ".nazorg";
    p.sturing.parameters = {path};
    p.themas = {
        {.key = "nazorg",
         .omschrijving = {},
         .vanaf = date(2015, 8, 1),
         .tot = {},
         .effecten = {
             {.key = "e", .parameter = path, .factor = {}, .waarde = units::Factor{1000.0}}}}};
    CHECK(books(run(p)).besprekingen > 10);
}

TEST_CASE("without an intensity of its own an arm has that of the scenario, themes and all") {
    Parameters p = detention_house();
    p.sturing.parameters = {"nazorg.intensiteit"};
    p.themas = {{.key = "stop",
                 .omschrijving = {},
                 .vanaf = date(2015, 9, 1),
                 .tot = {},
                 .effecten = {{.key = "e",
                               .parameter = "nazorg.intensiteit",
                               .factor = {},
                               .waarde = units::Factor{0.0}}}}};
    const casus::Opzet opzet(p);
    const auto opened = [&](std::optional<double> intensity) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {5, 2}, .intensiteit = intensity});
        return books(outcome).zaken.erbij;
    };
    CHECK(opened(std::nullopt) > 20);
    CHECK(opened(1.0) > opened(std::nullopt) + 20);
}

TEST_CASE("the end of nazorg gives its procesregisseur room for a case that waits") {
    Parameters p = detention_house();
    p.detentie.duur.spec = parameters::always(20.0);
    p.bronnen.push_back(p.bronnen[0]);
    p.bronnen[1].key = "politie2";
    p.bronnen[1].detentiemelding = false;
    p.besluiten.push_back(p.besluiten[0]);
    p.besluiten[1].key = p.besluiten[1].voor_bron = "politie2";
    p.besluiten[1].gewichten = {};
    decide(p.besluiten[1], Besluit::focus, 1.0);
    p.nazorg.gewicht = units::Count{1.0};
    p.casussoorten.focus.caseload_norm = units::Count{14.0};
    p.casussoorten.focus.sluiten_vanaf = {.months = 24}; // no case ends by itself
    const auto outcome = run(p);
    std::vector<Time> ends;
    for (const auto& line : steps(outcome, Stap::nazorg_gesloten))
        ends.push_back(line.time);
    const auto begun = steps(outcome, Stap::toegewezen);
    CHECK(std::ranges::any_of(
        begun, [&](const auto& line) { return std::ranges::find(ends, line.time) != ends.end(); }));
}
