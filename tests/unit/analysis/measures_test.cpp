#include "analysis/measures.hpp"
#include "analysis/replications.hpp"
#include "analysis/stability.hpp"
#include "engine/defect.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

using namespace ketenplan;
using namespace ketenplan::analysis;
using namespace ketenplan::tests;

namespace {

Results study(const Parameters& p, std::size_t replications = 20) {
    const casus::Opzet opzet(p);
    Sequential executor;
    return replicate(opzet, 5, replications, executor);
}

Parameters two_years() {
    Parameters p = parameters::example();
    p.looptijd.einde = date(2017, 1, 1);
    return p;
}

} // namespace

TEST_CASE("every measure has its own name within its scope, a unit and a meaning") {
    std::set<std::pair<Scope, std::string_view>> names;
    for (const Measure& m : measures()) {
        CHECK(names.emplace(m.scope, m.name).second);
        CHECK(!m.unit.empty());
        CHECK(!m.meaning.empty());
        CHECK(!scope_name(m.scope).empty());
        CHECK(!aggregation_name(m.aggregation).empty());
    }
}

TEST_CASE("there is a column for every measure, cell and year") {
    const casus::Opzet opzet(two_years());
    const auto columns = columns_of(opzet);
    std::map<Scope, std::size_t> cells{{Scope::area, 3},
                                       {Scope::municipality, 2},
                                       {Scope::role, 4},
                                       {Scope::house, 1},
                                       {Scope::body, 2},
                                       {Scope::organisation, 2},
                                       {Scope::route, 0}};
    std::size_t expected = 0;
    for (const Measure& m : measures())
        expected += cells[m.scope] * (m.per_year ? 2 : 1);
    CHECK(columns.size() == expected);
    CHECK_NOTHROW(find_column(columns, "meldingen", "regio", 2016));
    CHECK_NOTHROW(find_column(columns, "bezetting", "procesregisseur@zuid", 2015));
    CHECK_NOTHROW(find_column(columns, "weging_binnen_norm", "noord", std::nullopt));
    CHECK_THROWS_AS(find_column(columns, "bestaat_niet", "regio", 2015), engine::Defect);
}

TEST_CASE("gemeenten and subregio's add up to the region, in every replication") {
    const Results results = study(two_years());
    for (const Measure& m : measures()) {
        if (!m.counts_persons || m.scope != Scope::area)
            continue;
        for (const std::int32_t year : {2015, 2016}) {
            const auto value = [&](std::size_t r, const std::string& cell) {
                return results.row(r)[find_column(results.columns(), m.name, cell, year)];
            };
            for (std::size_t r = 0; r < results.replications(); ++r) {
                CHECK(value(r, "regio") == value(r, "noord") + value(r, "zuid"));
                CHECK(value(r, "noord") == value(r, "noordstad"));
            }
        }
    }
}

TEST_CASE("besluiten add up to what was weighed") {
    const Results results = study(two_years());
    for (std::size_t r = 0; r < results.replications(); ++r) {
        const auto value = [&](std::string_view name) {
            return results.row(r)[find_column(results.columns(), name, "regio", 2015)];
        };
        const double sum = value("besluit_focus") + value("besluit_top60") +
                           value("besluit_nazorg") + value("besluit_bilateraal") +
                           value("besluit_vrijwillig_traject") + value("besluit_opschalen") +
                           value("besluit_geen_vervolg");
        CHECK(sum == value("gewogen"));
        CHECK(value("besluit_geen_vervolg") ==
              value("besluit_belegd_bij_partner") + value("besluit_uitgesteld") +
                  value("besluit_informatiedeling") + value("besluit_past_niet"));
    }
}

TEST_CASE("measures of staff are hours, shares and euros of who was there") {
    Parameters p = small_house();
    p.looptijd = {.start = date(2015, 1, 1), .einde = date(2016, 1, 1), .opwarming = {}};
    p.personeel.afwezigheden = {
        {.key = "weg", .plaats = "a", .van = date(2015, 6, 1), .tot = date(2015, 9, 1)}};
    p.personeel.inhuur = {.drempel = units::Days{30.0},
                          .vertraging = {parameters::always(0.0)},
                          .uurprijs = units::Euro{80.0},
                          .budget = units::Euro{1e6}};
    p.vast_werk = {{.key = "advies",
                    .rol = "informatiecoordinator",
                    .plaats = "a",
                    .uren = units::Minutes{3000.0},
                    .soort = 4}};
    const casus::Opzet opzet(p);
    const auto columns = columns_of(opzet);
    const auto outcome = casus::simulate(opzet, {.sleutel = {1, 0}, .spoor = {}});
    std::vector<double> row(columns.size());
    fill_row(opzet, outcome, columns, row);
    const auto value = [&](std::string_view measure, std::string_view cell) {
        return row[find_column(columns, measure, cell, 2015)];
    };
    const std::string chair = "procesregisseur@a";
    // 255 workdays in 2015: 66 from June to August, 44 of those in July and August.
    CHECK(value("uren_rooster", chair) == Approx(255 * 7.2));
    CHECK(value("uren_verzuim", chair) == Approx(66 * 7.2));
    CHECK(value("verzuim", chair) == Approx(66.0 / 255.0));
    CHECK(value("vacature_fte", chair) == 0.0);
    CHECK(value("fte", chair) == Approx(1.0));
    CHECK(value("fte_in_dienst", chair) == Approx(1.0)); // the ill are in service, hire is not
    CHECK(value("uren_inhuur_verzuim", chair) == Approx(44 * 7.2));
    CHECK(value("uren_inhuur_vacature", chair) == 0.0);
    CHECK(value("kosten_inhuur_verzuim", chair) == Approx(44 * 7.2 * 80.0));
    CHECK(value("kosten_inhuur_vacature", chair) == 0.0);
    CHECK(value("uren_aanwezig", chair) == Approx((255 - 66 + 44) * 7.2));
    CHECK(value("overgedragen_casussen", chair) ==
          static_cast<double>(outcome.jaren[0].rollen[1].overgedragen));
    CHECK(value("bezetting", chair) * value("uren_aanwezig", chair) ==
          Approx(value("uren_taken", chair) + value("uren_vergadering", chair)).epsilon(0.001));
    CHECK(value("vast_werk_gevraagd", "informatiecoordinator@a") == Approx(50.0));
    CHECK(value("vast_werk_gedaan", "informatiecoordinator@a") == Approx(50.0));
    CHECK(value("vast_werk_advies_gedaan", "huis") == Approx(50.0));
    CHECK(value("vast_werk_advies_vervallen", "huis") == 0.0);
    CHECK(value("vast_werk_beleid_gevraagd", "huis") == 0.0);
}

TEST_CASE("who is in service and what is vacant are the whole establishment") {
    Parameters p = two_years();
    p.personeel.verzuim.frequentie = units::PerYear{2.0};
    p.personeel.verloop.vertrek = units::PerYear{1.0};
    p.personeel.inhuur = {.drempel = units::Days{1.0},
                          .vertraging = {parameters::always(0.0)},
                          .uurprijs = units::Euro{80.0},
                          .budget = units::Euro{1e6}};
    const Results results = study(p, 3);
    const auto value = [&](std::size_t r, std::string_view name) {
        return results.row(r)[find_column(results.columns(), name, "procesregisseur@zuid", 2015)];
    };
    double vacant = 0.0;
    for (std::size_t r = 0; r < results.replications(); ++r) {
        const double establishment = value(r, "uren_rooster") / (255 * 7.2);
        CHECK(value(r, "fte_in_dienst") + value(r, "vacature_fte") == Approx(establishment));
        vacant += value(r, "vacature_fte");
    }
    CHECK(vacant > 0.0);
}

TEST_CASE("hours per product are those of the whole house, and add up to what was worked") {
    Parameters p = two_years();
    p.vast_werk = {{.key = "advies",
                    .rol = "informatiecoordinator",
                    .plaats = "noord",
                    .uren = units::Minutes{3000.0}}};
    const casus::Opzet opzet(p);
    const auto columns = columns_of(opzet);
    const auto outcome = casus::simulate(opzet, {.sleutel = {1, 0}, .spoor = {}});
    std::vector<double> row(columns.size());
    fill_row(opzet, outcome, columns, row);
    constexpr std::array names{
        "weging", "bilateraal", "focus", "top60", "nazorg", "organen", "vast_werk"};
    for (std::size_t y = 0; y < outcome.jaren.size(); ++y) {
        const auto value = [&](const std::string& name, const std::string& cell) {
            return row[find_column(columns, name, cell, outcome.jaren[y].jaar)];
        };
        double products = 0.0;
        for (std::size_t product = 0; product < names.size(); ++product) {
            engine::Seconds spent{0};
            for (const casus::RolJaar& rol : outcome.jaren[y].rollen)
                spent += rol.voor_product[product];
            const double hours = value(std::string("uren_product_") + names[product], "huis");
            CHECK(hours == Approx(static_cast<double>(spent.count()) / 3600.0));
            products += hours;
        }
        double worked = 0.0;
        for (const std::string& cell : role_cells(opzet))
            worked += value("uren_taken", cell) + value("uren_vergadering", cell);
        CHECK(products == Approx(worked));
        CHECK(value("uren_product_weging", "huis") > 0.0);
        CHECK(value("uren_product_focus", "huis") > 0.0);
        CHECK(value("uren_product_vast_werk", "huis") > 0.0);
    }
}

TEST_CASE("what was never observed is not a number, and not zero") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    const Results results = study(p, 3);
    const auto value = [&](std::string_view name) {
        return results.row(0)[find_column(results.columns(), name, "regio", 2015)];
    };
    CHECK(std::isnan(value("wachttijd_overleg_gemiddeld")));
    CHECK(std::isnan(value("contacten_te_laat")));
    CHECK(value("overleggen") == 0.0);
    CHECK(value("doorlooptijd_weging_gemiddeld") > 0.0);
}

TEST_CASE("the wait with open meldingen counted is longer when many are open at the end") {
    Parameters p = small_house();
    always(p, Besluit::past_niet);
    p.gemeenten[0].instroom = units::PerYear{400.0};
    p.subregios[0].briefing.agenda = units::Minutes{60.0}; // four a week for eight
    const Results results = study(p, 5);
    const auto mean = [&](std::string_view name, std::optional<std::int32_t> year) {
        const auto values = results.values(find_column(results.columns(), name, "regio", year));
        return std::accumulate(values.begin(), values.end(), 0.0) / 5.0;
    };
    CHECK(mean("doorlooptijd_weging_km", std::nullopt) >
          1.2 * mean("doorlooptijd_weging_gemiddeld", 2015));
    CHECK(mean("open_meldingen", std::nullopt) > 50.0);
    const auto sentences = growing_queues(casus::Opzet(p), results);
    REQUIRE(!sentences.empty());
    CHECK(sentences[0].find("open meldingen") != std::string::npos);
}

TEST_CASE("a house in balance gets no warning, and one that is filling up does") {
    Parameters p = two_years();
    p.subregios[1].top60 = {};
    p.looptijd.opwarming = {.months = 36};
    const Results steady = study(p, 100);
    CHECK(growing_queues(casus::Opzet(p), steady).empty());
    for (const std::string& sentence : drifting_figures(casus::Opzet(p), steady))
        FAIL_CHECK(sentence);
    p.looptijd.opwarming = {};
    p.beginvoorraad.gebruiken = true; // an empty house
    const Results filling = study(p, 100);
    CHECK(!drifting_figures(casus::Opzet(p), filling).empty());
    p.instroom.groei = units::Factor{0.01}; // a trend explains a difference
    CHECK(drifting_figures(casus::Opzet(p), filling).empty());
}

TEST_CASE("a replication is the same whoever runs it and in whatever order") {
    const casus::Opzet opzet(parameters::example());
    class Backwards : public Executor {
    public:
        std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override {
            for (std::size_t i = count; i-- > 0;)
                job(i);
            return count;
        }
    } backwards;
    Sequential forwards;
    const Results a = replicate(opzet, 7, 10, forwards);
    const Results b = replicate(opzet, 7, 10, backwards);
    CHECK(a.fingerprint() == b.fingerprint());
    for (std::size_t r = 0; r < 10; ++r) {
        for (std::size_t c = 0; c < a.columns().size(); ++c) {
            const double x = a.row(r)[c];
            const double y = b.row(r)[c];
            CHECK((x == y || (std::isnan(x) && std::isnan(y))));
        }
    }
    CHECK(replicate(opzet, 8, 10, forwards).fingerprint() != a.fingerprint());
}

TEST_CASE("an executor that stops early leaves the study of the first replications") {
    const casus::Opzet opzet(parameters::example());
    class Three : public Executor {
    public:
        std::size_t run(std::size_t, const std::function<void(std::size_t)>& job) override {
            for (std::size_t i = 0; i < 3; ++i)
                job(i);
            return 3;
        }
    } three;
    Sequential all;
    const Results stopped = replicate(opzet, 7, 10, three);
    CHECK(stopped.replications() == 3);
    CHECK(stopped.fingerprint() == replicate(opzet, 7, 3, all).fingerprint());
}
