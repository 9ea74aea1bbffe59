#include "analysis/werklast.hpp"
#include "engine/distribution.hpp"
#include "engine/stream.hpp"
#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

const Belasting&
part(const Werklast& w, const std::string& onderdeel, const std::string& cel = "") {
    const auto found = std::ranges::find_if(w.delen, [&](const Belasting& b) {
        return b.onderdeel == onderdeel && (cel.empty() || b.cel == cel);
    });
    REQUIRE(found != w.delen.end());
    return *found;
}

} // namespace

TEST_CASE("items that fit in an agenda: exact for constants, close for others") {
    using engine::Distribution;
    CHECK(passen_er(Distribution::constant(15.0), 60.0) == 4.0);
    CHECK(passen_er(Distribution::constant(15.0), 59.0) == 3.0);
    CHECK(passen_er(Distribution::constant(90.0), 60.0) == 1.0); // the first always fits
    const auto gamma = Distribution::gamma_mean_cv(7.0, 0.5);
    std::vector<double> counts;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        engine::Stream stream({3, 0}, {.purpose = 1, .ordinal = i});
        double used = 0.0;
        int taken = 0;
        while (true) {
            const double next = gamma.sample(stream);
            if (taken > 0 && used + next > 210.0)
                break;
            used += next;
            ++taken;
        }
        counts.push_back(taken);
    }
    CHECK(sample_of(counts).mean == Approx(passen_er(gamma, 210.0)).epsilon(0.005));
}

TEST_CASE("the course of a case in closed form: closing at once, later, and never") {
    Parameters p = small_house();
    auto& focus = p.casussoorten.focus;
    focus.reeks = {{.days = 7}, {.months = 1}, {.months = 3}, {.months = 6}};
    focus.sluiten_vanaf = {.months = 6};
    const auto course = [&] {
        return verwacht_verloop(casus::Opzet(p), parameters::Casussoort::focus);
    };
    focus.sluitkans_eerste = units::Probability{1.0};
    CHECK(course().contacten == Approx(4.0));
    CHECK(course().overleggen == Approx(1.0));
    CHECK(course().dagen == Approx(6.0 * 365.2425 / 12.0));

    // 16% at six months, then 40% a month: 4 + 0.84 x 2.5 contacts.
    focus.sluitkans_eerste = units::Probability{0.16};
    focus.sluitkans_later = units::Probability{0.4};
    CHECK(course().contacten == Approx(4.0 + 0.84 / 0.4));
    CHECK(course().dagen == Approx((6.0 + 0.84 / 0.4) * 365.2425 / 12.0));

    // Every contact that does not close has 10% to go back: the chance to close in a cycle is
    // 0.9^3 (0.16 + 0.84 x 0.9 x 0.4 / (1 - 0.6 x 0.9)).
    focus.stagnatie = units::Probability{0.1};
    p.escalatie.deel = units::Probability{0.0};
    const double closes = 0.729 * (0.16 + 0.84 * 0.9 * 0.4 / (1.0 - 0.54));
    CHECK(course().overleggen == Approx(1.0 / closes));

    // All of it escalates instead: nobody goes back, one in ten non-closing contacts escalates.
    p.escalatie.deel = units::Probability{1.0};
    CHECK(course().overleggen == Approx(1.0));
    CHECK(course().escalaties == Approx(0.1 * (3.0 + 0.84 + 0.84 * 0.6 / 0.4)));

    focus.sluitkans_eerste = focus.sluitkans_later = units::Probability{0.0};
    focus.stagnatie = units::Probability{0.0};
    CHECK(course().dagen > 1e5);
}

TEST_CASE("the workload of a small house, worked out by hand") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    decide(p.besluiten[0], Besluit::bilateraal, 1.0);
    const Werklast w = bereken_werklast(casus::Opzet(p));
    const double years = 365.0 / 365.2425;
    const double meldingen = 146.0 / years;
    CHECK(w.meldingen[0] == Approx(meldingen));
    CHECK(w.agenderingen[0] == Approx(meldingen));
    // 52 Tuesdays of four times 15 minutes; 2015 has no holiday on a Tuesday.
    CHECK(part(w, "agenda van de briefing").ruimte == Approx(52 * 4 * 7 / 365.2425 / years));
    CHECK(part(w, "agenda van de briefing").gevraagd == Approx(meldingen * 7 / 365.2425));
    // 52 Mondays, of which Easter Monday, King's day and Whit Monday are free.
    CHECK(part(w, "momenten voor casusoverleg").ruimte == Approx(49 / years));
    CHECK(part(w, "momenten voor casusoverleg").gevraagd == Approx(meldingen / 2));
    // 255 workdays of 432 minutes; intake 30 and terugkoppeling 10 minutes at half speed.
    const double fte = 255 / years * 432;
    CHECK(part(w, "werk", "informatiecoordinator@a").gevraagd == Approx(meldingen * 80 / fte));
    // Bilateraal 20, voorbereiding 60, verslag 30, two contacts of 15 at half speed; overleg 60 and
    // the briefing's 15 a melding one to one.
    CHECK(part(w, "werk", "procesregisseur@a").gevraagd ==
          Approx(meldingen / 2 * (40 + 240 + 60) / fte + meldingen * 15 / fte));
    // A month in monitoring, and before it three workdays and half a week until the overleg.
    const double days = 365.2425 / 12.0 + 3.0 * 7.0 / 5.0 + 3.5;
    CHECK(part(w, "caseload focus").gevraagd == Approx(meldingen / 2 * days / 365.2425));
    // Only the moments for casusoverleg fall short.
    REQUIRE(w.waarschuwingen().size() == 1);
    CHECK(w.waarschuwingen()[0].starts_with("Er zijn in Noord te weinig momenten"));
}

TEST_CASE("deferred besluiten count twice, and local ones not at all") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    decide(p.besluiten[0], Besluit::uitgesteld, 3.0); // three in four
    p.weging.terugkomst = units::Probability{0.5};
    Werklast w = bereken_werklast(casus::Opzet(p));
    CHECK(w.agenderingen[0] == Approx(w.meldingen[0] * 1.375));
    // Of the first quarter and half of three quarters' quarter: 1/4 + 3/8 x 1/4 becomes focus.
    CHECK(part(w, "momenten voor casusoverleg").gevraagd == Approx(w.meldingen[0] * 11.0 / 32.0));
    p.gemeenten[0].eigen_nazorg = true;
    p.bronnen[0].detentiemelding = true;
    w = bereken_werklast(casus::Opzet(p));
    CHECK(w.meldingen[0] == 0.0);
}

TEST_CASE("a part that cannot keep up is named in a sentence") {
    Parameters p = small_house();
    p.subregios[0].naam = "Gouda";
    p.gemeenten[0].instroom = units::PerYear{740.5};
    p.subregios[0].briefing.agenda = units::Minutes{180.0};
    const auto sentences = bereken_werklast(casus::Opzet(p)).waarschuwingen();
    REQUIRE(!sentences.empty());
    CHECK(
        sentences[0].starts_with("De agenda van de briefing in Gouda loopt vol: 14,2 meldingen per "
                                 "week, plaats voor 1"));
}

TEST_CASE("interventions count for the days on which they work") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    const double before = bereken_werklast(casus::Opzet(p)).meldingen[0];
    p.instroom.interventies = {{.key = "half",
                                .bronnen = {},
                                .factor = units::Factor{0.5},
                                .vanaf = date(2015, 7, 1),
                                .tot = date(2015, 12, 31)}};
    CHECK(bereken_werklast(casus::Opzet(p)).meldingen[0] ==
          Approx(before * (1.0 - 0.5 * 183 / 365)));
    p.instroom.interventies[0].factor = units::Factor{3.0};
    CHECK(bereken_werklast(casus::Opzet(p)).meldingen[0] ==
          Approx(before * (1.0 + 2.0 * 183 / 365)));
}

TEST_CASE("what bodies above the case ask of the house is in its workload") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    const auto asked = [&] {
        return part(bereken_werklast(casus::Opzet(p)), "werk", "procesregisseur@a").gevraagd;
    };
    const double before = asked();
    p.overlegstructuur.regiekamer.huis = {{"procesregisseur", 1.0}};
    p.overlegstructuur.regiekamer.voorbereiding_huis = {{"procesregisseur", 60.0}};
    // Eight meetings of two hours, and an hour of preparation at half speed, on 255 workdays.
    CHECK(asked() - before == Approx(8.0 * (2.0 + 2.0) / (255.0 * 7.2)).epsilon(1e-3));
}

TEST_CASE("the arithmetic counts fixed work, and who is expected to be absent") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    const std::string info = "informatiecoordinator@a";
    const auto load = [&] {
        return part(bereken_werklast(casus::Opzet(p)), "werk", info);
    };
    const Belasting before = load();
    p.vast_werk = {{.key = "x",
                    .rol = "informatiecoordinator",
                    .plaats = "a",
                    .uren = units::Minutes{60.0 * 91.8}}};
    // 91.8 hours at half speed, of 255 workdays of 7.2 hours: a tenth of an fte.
    CHECK(load().gevraagd == Approx(before.gevraagd + 0.1 * 365.0 / 365.2425).epsilon(0.01));
    CHECK(before.ruimte == Approx(1.0));
    p.personeel.verzuim.frequentie = units::PerYear{2.0};
    p.personeel.verzuim.duur.spec = parameters::always(365.2425 / 8.0);
    CHECK(load().ruimte == Approx(0.8)); // a quarter of a year away for each at work
    p.personeel.afwezigheden = {{.key = "weg",
                                 .rol = "informatiecoordinator",
                                 .plaats = "a",
                                 .van = date(2014, 1, 1),
                                 .tot = date(2015, 7, 1)}};
    CHECK(load().ruimte == Approx(0.4).epsilon(0.03));
}

TEST_CASE("meetings after the last day are no work of the period") {
    Parameters p = small_house();
    p.overlegstructuur.regiekamer.huis = {{"procesregisseur", 1.0}};
    const auto asked = [&] {
        return part(bereken_werklast(casus::Opzet(p)), "werk", "procesregisseur@a").gevraagd;
    };
    p.beginvoorraad.gebruiken = true;
    const double alone = asked();
    p.looptijd.uitloop = {.months = 24};
    CHECK(asked() == Approx(alone));
}

TEST_CASE("a thematafel with too short an agenda is named") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    always(p, Besluit::nazorg);
    p.bronnen[0].detentiemelding = true;
    p.detentie.vertraging_melding.spec = parameters::always(0.0);
    p.detentie.duur.spec = parameters::always(100.0);
    p.nazorg.aanvaarding = units::Probability{1.0};
    p.nazorg.bespreking.spec = parameters::always(30.0);
    p.nazorg.leefgebieden.kenmerken[0].knelpunt = units::Probability{1.0};
    p.subregios[0].thematafel = {.weekdag = parameters::Weekdag::vrijdag,
                                 .tijd = std::chrono::hours{10},
                                 .elke_weken = 1,
                                 .agenda = units::Minutes{120.0}};
    const Werklast tight = bereken_werklast(casus::Opzet(p));
    const Belasting& table = part(tight, "agenda van de thematafel");
    // Four on each of the 51 Fridays of 2015 that are not Christmas Day.
    CHECK(table.ruimte == Approx(4.0 * 51.0 * 365.2425 / 365.0));
    CHECK(table.gevraagd > table.ruimte);
    CHECK_FALSE(table.zin.empty());
    p.subregios[0].thematafel.agenda = units::Minutes{6000.0};
    const Werklast ample = bereken_werklast(casus::Opzet(p));
    CHECK(part(ample, "agenda van de thematafel").zin.empty());
}
