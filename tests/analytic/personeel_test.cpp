#include "support/small_house.hpp"
#include "support/statistics.hpp"

#include <catch2/catch.hpp>

using namespace ketenplan;
using namespace ketenplan::tests;

// The long-run share of capacity that is there. Both clocks of a medewerker run only at work, so a
// year of work brings a illnesses of mean length d and b vacancies of mean length v, whatever the
// laws of those lengths: the share present is 1 / (1 + a d + b v) (renewal with rewards; Ross,
// Stochastic Processes, 2nd ed. 1996, theorem 3.6.1).

namespace {

/// Twenty medewerkers without work, over twenty years, ten years after the start.
Parameters idle_house() {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.looptijd = {
        .start = date(2020, 1, 1), .einde = date(2040, 1, 1), .opwarming = {.months = 120}};
    p.formatie.posten[1].fte = units::Fte{20.0};
    return p;
}

struct Shares {
    Sample ill;
    Sample vacant;
    Sample present;
};

Shares shares(const Parameters& p) {
    const casus::Opzet opzet(p);
    std::vector<double> ill;
    std::vector<double> vacant;
    std::vector<double> present;
    for (std::uint32_t r = 0; r < 60; ++r) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {21, r}, .spoor = {}});
        casus::RolJaar sum;
        for (const casus::Jaar& year : outcome.jaren) {
            sum.rooster += year.rollen[1].rooster;
            sum.verzuim += year.rollen[1].verzuim;
            sum.vacature += year.rollen[1].vacature;
        }
        const auto whole = static_cast<double>(sum.rooster.count());
        ill.push_back(static_cast<double>(sum.verzuim.count()) / whole);
        vacant.push_back(static_cast<double>(sum.vacature.count()) / whole);
        present.push_back(static_cast<double>(sum.aanwezig().count()) / whole);
    }
    return {sample_of(ill), sample_of(vacant), sample_of(present)};
}

constexpr double year = 365.2425; // days

} // namespace

TEST_CASE("illness: the share of capacity present is that of an alternating renewal process") {
    Parameters p = idle_house();
    p.personeel.verzuim.frequentie = units::PerYear{2.0};
    p.personeel.verzuim.duur.spec = parameters::gamma(20.0, 1.5);
    const Shares s = shares(p);
    const double away = 2.0 * 20.0 / year;
    CHECK(s.present.agrees_with(1.0 / (1.0 + away)));
    CHECK(s.ill.agrees_with(away / (1.0 + away)));
    CHECK(s.present.standard_error < 0.002); // the check has teeth
    const casus::Opzet opzet(p);
    CHECK(casus::verwachte_aanwezigheid(opzet.personeel, opzet.start) ==
          Approx(1.0 / (1.0 + away)));
}

TEST_CASE("vacancies: the share of capacity present is that of an alternating renewal process") {
    Parameters p = idle_house();
    p.personeel.verloop.vertrek = units::PerYear{0.4};
    p.personeel.verloop.vacature.spec = parameters::gamma(120.0, 0.5);
    const Shares s = shares(p);
    const double away = 0.4 * 120.0 / year;
    CHECK(s.present.agrees_with(1.0 / (1.0 + away)));
    CHECK(s.vacant.agrees_with(away / (1.0 + away)));
}

TEST_CASE("illness and vacancies together, with the factor of the legal form") {
    Parameters p = idle_house();
    p.personeel.verzuim.frequentie = units::PerYear{1.5};
    p.personeel.verzuim.duur.spec = parameters::gamma(25.0, 1.0);
    p.personeel.verloop.vertrek = units::PerYear{0.2};
    p.personeel.verloop.vacature.spec = parameters::gamma(100.0, 0.7);
    p.rechtsvorm = "stichting";
    p.rechtsvormen = {{.key = "stichting", .verloop = units::Factor{2.0}}};
    const Shares s = shares(p);
    const double ill = 1.5 * 25.0 / year;
    const double vacant = 2.0 * 0.2 * 100.0 / year;
    const double whole = 1.0 + ill + vacant;
    CHECK(s.present.agrees_with(1.0 / whole));
    CHECK(s.ill.agrees_with(ill / whole));
    CHECK(s.vacant.agrees_with(vacant / whole));
}

TEST_CASE("illnesses per year of work are Poisson") {
    // With illnesses of no length the clock never stands still.
    Parameters p = idle_house();
    p.personeel.verzuim.frequentie = units::PerYear{3.0};
    p.personeel.verzuim.duur.spec = parameters::always(0.0);
    const casus::Opzet opzet(p);
    std::vector<double> counts;
    std::vector<double> squares;
    const double mean = 3.0 * 30.0 * 21.0; // years, medewerkers
    for (std::uint32_t r = 0; r < 200; ++r) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {22, r}, .spoor = {}});
        // Each illness is two events; there are no others but closing a period and lapsed meetings.
        Parameters none = p;
        none.personeel.verzuim.frequentie = units::PerYear{0.0};
        static const auto other =
            casus::simulate(casus::Opzet(none), {.sleutel = {22, 0}, .spoor = {}}).gebeurtenissen;
        const double n = static_cast<double>(outcome.gebeurtenissen - other) / 2.0;
        counts.push_back(n);
        squares.push_back((n - mean) * (n - mean));
    }
    CHECK(sample_of(counts).mean == Approx(mean).epsilon(0.005));
    CHECK(sample_of(squares).agrees_with(mean));
}
