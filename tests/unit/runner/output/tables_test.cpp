#include "analysis/werklast.hpp"
#include "output/manifest.hpp"
#include "output/parameter_table.hpp"
#include "output/story.hpp"
#include "output/summary.hpp"
#include "output/tables.hpp"
#include "output/template.hpp"
#include "output/workload.hpp"
#include "support/scenario_folder.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::runner;
using namespace ketenplan::tests;

namespace {

using Row = std::map<std::string, std::string>;

/// The rows of a csv without quoted fields.
std::vector<Row> rows_of(const std::string& csv) {
    std::istringstream lines(csv);
    std::string line;
    std::vector<std::string> header;
    std::vector<Row> rows;
    while (std::getline(lines, line)) {
        std::vector<std::string> fields;
        std::istringstream parts(line);
        std::string field;
        while (std::getline(parts, field, ','))
            fields.push_back(field);
        fields.resize(std::max(fields.size(), header.size()));
        if (header.empty()) {
            header = fields;
            continue;
        }
        Row row;
        for (std::size_t i = 0; i < header.size(); ++i)
            row[header[i]] = fields[i];
        rows.push_back(row);
    }
    return rows;
}

struct Study {
    explicit Study(const Parameters& p, std::size_t replications = 30)
        : opzet(p), results([&] {
              analysis::Sequential executor;
              return analysis::replicate(opzet, 1, replications, executor);
          }()) {}
    casus::Opzet opzet;
    analysis::Results results;

    [[nodiscard]] std::string table(const std::string& name, bool intern = false) const {
        for (const Table& t : estimate_tables(opzet, results, DecimalMark::point, intern)) {
            if (t.name == name)
                return t.content;
        }
        return "";
    }
};

/// Three gemeenten in one subregio: a large, a middling and a tiny one.
Parameters uneven() {
    Parameters p = small_house();
    for (const auto& [key, inflow] : {std::pair{"klein", 4.0}, std::pair{"midden", 30.0}}) {
        p.gemeenten.push_back(p.gemeenten[0]);
        p.gemeenten.back().key = key;
        p.gemeenten.back().instroom = units::PerYear{inflow};
    }
    return p;
}

std::map<std::string, Row> meldingen(const std::string& csv) {
    std::map<std::string, Row> by_gemeente;
    for (const Row& row : rows_of(csv)) {
        if (row.at("maat") == "meldingen")
            by_gemeente[row.at("cel")] = row;
    }
    return by_gemeente;
}

} // namespace

TEST_CASE("counts of one to four persons are left out, and the next smallest with a single one") {
    const Study study(uneven());
    auto shown = meldingen(study.table("gemeente.csv"));
    CHECK(shown["klein"]["onderdrukt"] == "ja");
    CHECK(shown["klein"]["gemiddelde"].empty());
    CHECK(shown["midden"]["onderdrukt"] == "ja"); // else the total would give it away
    CHECK(shown["g"]["onderdrukt"] == "nee");
    auto all = meldingen(study.table("gemeente.csv", true));
    CHECK(all["klein"]["onderdrukt"] == "nee");
    CHECK(std::stod(all["klein"]["gemiddelde"]) < 4.5);
}

TEST_CASE("tables have a row per measure, cell and year, with an interval around the mean") {
    const Study study(small_house());
    for (const std::string name :
         {"gebied.csv", "gemeente.csv", "rol.csv", "huis.csv", "orgaan.csv", "organisatie.csv"}) {
        const auto rows = rows_of(study.table(name, true));
        CHECK(!rows.empty());
        for (const Row& row : rows) {
            if (row.at("laag95").empty())
                continue;
            CHECK(std::stod(row.at("laag95")) <= std::stod(row.at("gemiddelde")));
            CHECK(std::stod(row.at("gemiddelde")) <= std::stod(row.at("hoog95")));
            CHECK(std::stod(row.at("p5")) <= std::stod(row.at("p95")));
        }
    }
}

TEST_CASE("the manifest tells everything needed to run a study again") {
    const Folder folder;
    const std::string path = folder.write("s.toml", scenario_template(parameters::example()));
    const Scenario scenario = read_scenario(path);
    const Study study(scenario.parameters, 3);
    const auto tables = estimate_tables(study.opzet, study.results, DecimalMark::point, false);
    const std::string text =
        manifest({"simuleer", 1, 3, {"let op dit"}}, scenario, study.results, tables);
    const auto json = nlohmann::json::parse(text);
    CHECK(json["zaad"] == 1);
    CHECK(json["replicaties"] == 3);
    CHECK(json["invoer"][0]["bestand"] == path);
    CHECK(json["tabellen"].size() == tables.size());
    CHECK(json["scenario"]["weging.sluitingstermijn"] == "\"1 dag\"");
    CHECK(json["waarschuwingen"][0] == "let op dit");
    CHECK(json["vingerafdruk"].get<std::string>().size() == 16);
    CHECK(text == manifest({"simuleer", 1, 3, {"let op dit"}}, scenario, study.results, tables));
}

TEST_CASE("the table of parameters gives each number its source, or says it has none") {
    const Folder folder;
    const Scenario scenario = read_scenario(folder.write(
        "s.toml",
        scenario_template(parameters::example()) +
            "[kalender.vakanties.zomer]\nvan = \"01-07\"\ntot = \"31-07\"\n"
            "medewerkers = { waarde = 0.8, laag = 0.6, hoog = 1, bron = \"rooster\" }\n"));
    const std::string csv = parameter_values_table(scenario, DecimalMark::point).content;
    CHECK(csv.find("kalender.vakanties.zomer.medewerkers,0.8,,0.6,1,,bron,rooster,") !=
          std::string::npos);
    CHECK(csv.find("kalender.vakanties.zomer.partners,1,,,,,instelling,,") != std::string::npos);
    CHECK(csv.find("normen.weging_binnen,14,dagen,,,,niet opgegeven,,") != std::string::npos);
}

TEST_CASE("the schema is JSON that knows every key of the template") {
    const auto schema = nlohmann::json::parse(parameter_schema());
    CHECK(schema["properties"]["weging"]["properties"].contains("sluitingstermijn"));
    CHECK(schema["properties"]["gemeenten"]["additionalProperties"]["properties"].contains(
        "instroom"));
    CHECK(schema["properties"]["weging"]["additionalProperties"] == false);
    CHECK(schema["properties"].contains("basis"));
}

TEST_CASE("the summary says what comes in, who waits, how full staff is and how sure that is") {
    const Study study(small_house());
    const auto werklast = analysis::bereken_werklast(study.opzet);
    const std::string text =
        summary(study.opzet, study.results, werklast, {}, {"een waarschuwing"});
    for (const char* part : {"meldingen",
                             "Hoe lang wacht een melding",
                             "hoe vol is de formatie",
                             "Wat ligt er aan het eind nog open?",
                             "procesregisseur@a",
                             "Hoe zeker is dit?",
                             "! een waarschuwing",
                             "±"})
        CHECK(text.find(part) != std::string::npos);
    CHECK(text.find("nan") == std::string::npos);
    CHECK(workload_text(study.opzet, werklast).find("agenda van de briefing") != std::string::npos);
}

TEST_CASE("a story tells a melding in sentences with dates") {
    const Parameters p = small_house();
    const casus::Opzet opzet(p);
    const auto outcome = casus::simulate(
        opzet, {.sleutel = {1, 0}, .wijze = engine::DrawMode::expected, .spoor = 1});
    const std::string text = story(opzet, outcome);
    CHECK(text.starts_with(
        "wo  3 jun 2015 12:00  melding 1 komt binnen van politie, over iemand uit Noordstad\n"));
    CHECK(text.find("di  9 jun 2015 10:15  de briefing, voorgezeten door procesregisseur "
                    "(medewerker 2), besluit: focus") != std::string::npos);
    CHECK(text.find("de casus wordt afgesloten, 30,1 dagen na het eerste overleg") !=
          std::string::npos);
    const auto all = casus::simulate(opzet,
                                     {.sleutel = {1, 0},
                                      .wijze = engine::DrawMode::expected,
                                      .spoor = engine::Trace::everything});
    CHECK(list_of_cases(opzet, all).find("       1  wo  3 jun 2015 12:00  Noordstad") !=
          std::string::npos);
}

TEST_CASE("every step of a story has a sentence of its own") {
    // A house in which everything that can happen does.
    Parameters p = parameters::example();
    p.looptijd.einde = date(2018, 1, 1);
    p.gemeenten[1].eigen_nazorg = true;
    p.weging.terugkomst = units::Probability{0.5};
    p.casusoverleg.quorum_mist = units::Probability{0.2};
    p.casussoorten.focus.stagnatie = units::Probability{0.2};
    const casus::Opzet opzet(p);
    const auto outcome =
        casus::simulate(opzet, {.sleutel = {1, 0}, .spoor = engine::Trace::everything});
    std::istringstream lines(story(opzet, outcome));
    std::string line;
    std::size_t count = 0;
    while (std::getline(lines, line)) {
        ++count;
        CHECK(line.size() > 25);
    }
    CHECK(count == outcome.spoor.size() + 1); // and the end of the simulation
}

TEST_CASE("bodies, organisaties and routes have tables of their own, under their names") {
    Parameters p = small_house();
    p.overlegstructuur.regiekamer.deelnemers = {{"om", 2.0}};
    p.besluitroutes = {{.key = "plan",
                        .organen = {"stuurgroep", "regiekamer"},
                        .gezamenlijk = false,
                        .vragen = units::PerYear{12.0}}};
    const Study study(p, 5);
    const auto value = [&](const std::string& table, const char* maat, const char* naam) {
        for (const Row& row : rows_of(study.table(table))) {
            if (row.at("maat") == maat && row.at("naam") == naam)
                return std::stod(row.at("gemiddelde"));
        }
        return -1.0;
    };
    CHECK(value("orgaan.csv", "bijeenkomsten", "Regiekamer") == 4.0);
    CHECK(value("orgaan.csv", "uren_partners_vergadering", "Regiekamer") == 16.0);
    CHECK(value("organisatie.csv", "uren_overlegstructuur", "Openbaar Ministerie") == 16.0);
    CHECK(value("organisatie.csv", "uren_overlegstructuur", "Politie") == 0.0);
    CHECK(value("besluitroute.csv", "doorlooptijd_besluit_km", "plan") > 30.0);
}

TEST_CASE("the story of a case tells that its body did not meet") {
    Parameters p = small_house();
    p.overlegstructuur.regiekamer.deelnemers = {{"om", 1.0}};
    p.overlegstructuur.regiekamer.aanwezigheid = {{"om", 0.5}};
    p.overlegstructuur.regiekamer.quorum_organisaties = 1;
    p.casussoorten.focus.sluitkans_eerste = units::Probability{0.0};
    p.casussoorten.focus.stagnatie = units::Probability{1.0};
    p.escalatie.deel = units::Probability{1.0};
    p.escalatie.naar = {units::Count{1.0}, units::Count{0.0}, units::Count{0.0}};
    const std::string told = story(casus::Opzet(p), run(p, engine::DrawMode::expected));
    CHECK(told.find("Regiekamer gaat niet door; de volgende is over") != std::string::npos);
}
