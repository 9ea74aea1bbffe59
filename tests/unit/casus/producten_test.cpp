#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <numeric>

// What the time of the house's staff is spent for: in the small house the informatiecoordinator has
// cell 0 and the procesregisseur cell 1.

using namespace ketenplan;
using namespace ketenplan::tests;
using casus::Product;
using engine::Seconds;
using std::chrono::hours;

namespace {

constexpr std::size_t informatie = 0;
constexpr std::size_t regie = 1;

Seconds spent(const casus::Jaar& year, std::size_t cell, Product product) {
    return year.rollen[cell].voor_product[static_cast<std::size_t>(product)];
}

Seconds worked(const casus::RolJaar& rol) {
    return rol.aan_taken + rol.in_vergadering + rol.buiten_rooster;
}

Seconds total(const casus::RolJaar& rol) {
    return std::accumulate(rol.voor_product.begin(), rol.voor_product.end(), Seconds{0});
}

/// What the chair spends on briefings is for the weging; all other work of that cell for `product`.
void check_rest_is_for(Product product, const casus::Jaar& year) {
    const Seconds briefings = year.subregios[0].briefing_duur;
    REQUIRE(worked(year.rollen[regie]) > briefings);
    CHECK(spent(year, regie, Product::weging) == briefings);
    CHECK(spent(year, regie, product) == worked(year.rollen[regie]) - briefings);
}

} // namespace

TEST_CASE("intake, briefings and terugkoppelingen are for the weging, and cases for their kind") {
    Parameters p = small_house();
    const casus::Jaar focus = run(p).jaren[0];
    check_rest_is_for(Product::focus, focus);
    REQUIRE(focus.rollen[informatie].aan_taken > hours{10});
    CHECK(spent(focus, informatie, Product::weging) == worked(focus.rollen[informatie]));
    always(p, Besluit::top60);
    p.subregios[0].top60.plaatsen = 5; // with the people of the gemeente, from the start
    p.subregios[0].top60.gemeente = "g";
    check_rest_is_for(Product::top60, run(p).jaren[0]);
}

TEST_CASE("a bilaterale afhandeling is a product of its own") {
    Parameters p = small_house();
    always(p, Besluit::bilateraal);
    p.taken.bilaterale_afhandeling.rol = "procesregisseur";
    check_rest_is_for(Product::bilateraal, run(p).jaren[0]);
}

TEST_CASE("talks, thematafels and what follows from them are for nazorg") {
    Parameters p = small_house();
    always(p, Besluit::nazorg);
    p.bronnen[0].detentiemelding = true;
    p.detentie.vertraging_melding.spec = parameters::always(2.0);
    p.detentie.duur.spec = parameters::always(100.0);
    p.subregios[0].thematafel = {.weekdag = parameters::Weekdag::vrijdag,
                                 .tijd = hours{10},
                                 .elke_weken = 1,
                                 .agenda = units::Minutes{120.0}};
    p.nazorg.aanvaarding = units::Probability{1.0};
    p.nazorg.bespreking.spec = parameters::always(10.0);
    p.nazorg.leefgebieden.kenmerken[0].knelpunt = units::Probability{1.0};
    p.taken.nazorg_gesprek.rol = "procesregisseur";
    const casus::Jaar year = run(p).jaren[0];
    REQUIRE(year.subregios[0].nazorg.tafel_duur > Seconds{0});
    check_rest_is_for(Product::nazorg, year);
}

TEST_CASE("bodies above the case and fixed work are for no case") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    auto& regiekamer = p.overlegstructuur.regiekamer; // four times, for two hours
    regiekamer.huis = {{"procesregisseur", 1.0}};
    regiekamer.voorbereiding_huis = {{"procesregisseur", 180.0}};
    p.vast_werk = {
        {.key = "nota", .rol = "procesregisseur", .plaats = "a", .uren = units::Minutes{600.0}}};
    const casus::Jaar year = run(p).jaren[0];
    CHECK(spent(year, regie, Product::organen) == 4 * (hours{2} + hours{6}));
    CHECK(spent(year, regie, Product::vast_werk) == worked(year.rollen[regie]) - 4 * hours{8});
    CHECK(spent(year, regie, Product::vast_werk) > hours{10});
}

TEST_CASE("everybody's time is for one product or another, in every year and to the second") {
    Parameters p = parameters::example();
    p.looptijd.einde = *p.looptijd.start + std::chrono::days{800};
    const auto outcome = run(p);
    REQUIRE(outcome.jaren.size() == 3);
    std::array<Seconds, casus::aantal_producten> all{};
    for (const casus::Jaar& year : outcome.jaren) {
        for (const casus::RolJaar& rol : year.rollen) {
            CHECK(total(rol) == worked(rol));
            for (std::size_t product = 0; product < all.size(); ++product)
                all[product] += rol.voor_product[product];
        }
    }
    CHECK(all[static_cast<std::size_t>(Product::weging)] > Seconds{0});
    CHECK(all[static_cast<std::size_t>(Product::focus)] > Seconds{0});
}

TEST_CASE("time belongs to the year in which it was spent") {
    Parameters p = small_house();
    p.gemeenten[0].instroom = units::PerYear{0.0};
    p.looptijd = {.start = date(2014, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    // Work without end, which goes on over New Year.
    p.personeel.vast_werk_blok = units::Minutes{480.0};
    p.vast_werk = {{.key = "werk",
                    .rol = "procesregisseur",
                    .plaats = "a",
                    .uren = units::Minutes{60.0 * 2000.0}}};
    for (const casus::Jaar& year : run(p).jaren) {
        const casus::RolJaar& rol = year.rollen[regie];
        CHECK(spent(year, regie, Product::vast_werk) == worked(rol));
        CHECK(rol.rooster - rol.aan_taken < hours{8});
    }
}
