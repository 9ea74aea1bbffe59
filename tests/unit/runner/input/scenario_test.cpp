#include "input/scenario.hpp"
#include "output/echo.hpp"
#include "output/template.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace ketenplan;
using namespace ketenplan::runner;
using ketenplan::tests::Folder;

namespace {

std::string base_text() {
    return scenario_template(parameters::example());
}

std::map<std::string, std::string> echoed(const parameters::Parameters& p) {
    std::map<std::string, std::string> values;
    for (const EchoedValue& value : echo(p))
        values[value.path] = value.value;
    return values;
}

/// What an overlay on the template changes.
std::map<std::string, std::string> changes(const std::string& overlay) {
    const Folder folder;
    folder.write("basis.toml", base_text());
    const Scenario scenario =
        read_scenario(folder.write("s.toml", "basis = \"basis.toml\"\n" + overlay));
    const auto before = echoed(parameters::example());
    std::map<std::string, std::string> changed;
    for (const auto& [path, value] : echoed(scenario.parameters)) {
        const auto old = before.find(path);
        if (old == before.end() || old->second != value)
            changed[path] = value;
    }
    for (const auto& [path, value] : before) {
        if (!echoed(scenario.parameters).contains(path))
            changed[path] = "(weg)";
    }
    return changed;
}

} // namespace

TEST_CASE("the template reads back as the parameters it was made of") {
    const Folder folder;
    const Scenario scenario = read_scenario(folder.write("s.toml", base_text()));
    CHECK(echoed(scenario.parameters) == echoed(parameters::example()));
    CHECK(scenario_template(scenario.parameters) == base_text());
    CHECK(scenario.warnings.items().empty());
}

TEST_CASE("a scenario on a basis says only what differs") {
    CHECK(changes("").empty());
    const auto changed = changes("[weging]\nterugkomst = \"25%\"\n");
    REQUIRE(changed.size() == 1);
    CHECK(changed.at("weging.terugkomst") == "0.25");
}

TEST_CASE("a value with its source replaces another whole, not field by field") {
    const Folder folder;
    folder.write("basis.toml", base_text());
    folder.write(
        "midden.toml",
        "basis = \"basis.toml\"\n[weging]\nterugkomst = { waarde = 0.3, bron = \"B1\" }\n");
    const Scenario scenario =
        read_scenario(folder.write("s.toml",
                                   "basis = \"midden.toml\"\n[weging]\nterugkomst = { waarde = "
                                   "0.4, aanname = \"geschat\" }\n"));
    const auto record =
        std::ranges::find(scenario.records, "weging.terugkomst", &ParameterRecord::path);
    REQUIRE(record != scenario.records.end());
    CHECK(record->assumption == "geschat");
    CHECK(record->source.empty());
    CHECK(scenario.files.size() == 3);
}

TEST_CASE("new parts are added, lists are replaced, and inherited parts can be left out") {
    const auto added = changes("[gemeenten.weststad]\nnaam = \"Weststad\"\nsubregio = \"noord\"\n"
                               "instroom = \"10 per jaar\"\n");
    CHECK(added.at("gemeenten.weststad.instroom") == "\"10 per jaar\"");
    const auto months = changes("[overlegstructuur.stuurgroep]\nmaanden = [1]\n");
    CHECK(months.at("overlegstructuur.stuurgroep.maanden") == "[1]");
    const auto removed = changes("zonder = [\"organisaties.om\"]\n");
    CHECK(removed.at("organisaties.om.naam") == "(weg)");
    CHECK(removed.size() == 5);
}

TEST_CASE("the order of lines in a file changes nothing") {
    const Folder folder;
    folder.write("basis.toml", base_text());
    const std::string a =
        "[gemeenten.aa]\nnaam = \"A\"\nsubregio = \"noord\"\ninstroom = \"1 per jaar\"\n";
    const std::string b =
        "[gemeenten.bb]\nnaam = \"B\"\nsubregio = \"noord\"\ninstroom = \"2 per jaar\"\n";
    const Scenario one = read_scenario(folder.write("1.toml", "basis = \"basis.toml\"\n" + a + b));
    const Scenario two = read_scenario(folder.write("2.toml", "basis = \"basis.toml\"\n" + b + a));
    CHECK(scenario_template(one.parameters) == scenario_template(two.parameters));
}

TEST_CASE("a source or assumption of a table counts for everything in it") {
    const Folder folder;
    folder.write("basis.toml", base_text());
    const Scenario scenario = read_scenario(folder.write(
        "s.toml",
        "basis = \"basis.toml\"\n[taken.intake]\nbron = \"tabel 3\"\n"
        "minuten = { familie = \"gamma\", gemiddelde = { waarde = \"30 minuten\", laag = \"20 "
        "minuten\", "
        "hoog = \"40 minuten\", verdeling = \"pert\", aanname = \"gok\" }, variatie = 0.5 }\n"));
    const auto find = [&](const std::string& path) {
        return *std::ranges::find(scenario.records, path, &ParameterRecord::path);
    };
    CHECK(find("taken.intake.minuten.variatie").source == "tabel 3");
    CHECK(find("taken.intake.minuten.gemiddelde").assumption == "gok");
    CHECK(find("taken.intake.minuten.gemiddelde").source.empty());
    CHECK(find("taken.intake.minuten.gemiddelde").low == 20.0);
    CHECK(find("taken.intake.minuten.gemiddelde").spread == "pert");
    CHECK(find("taken.intake.prioriteit").source == "tabel 3");
    CHECK(find("taken.intake.rol").source == "tabel 3");
    CHECK(find("taken.terugkoppeling.prioriteit").source.empty());
}

TEST_CASE("a circle of scenarios, a missing basis and a long chain are errors") {
    const Folder folder;
    folder.write("a.toml", "basis = \"b.toml\"\n");
    CHECK_THROWS_AS(read_scenario(folder.write("b.toml", "basis = \"a.toml\"\n")), InputError);
    CHECK_THROWS_AS(read_scenario(folder.write("c.toml", "basis = \"nergens.toml\"\n")),
                    InputError);
    CHECK_THROWS_AS(read_scenario(folder.write("d.toml", "basis = 5\n")), InputError);
    folder.write("r0.toml", base_text());
    for (int i = 1; i < 12; ++i)
        folder.write("r" + std::to_string(i) + ".toml",
                     "basis = \"r" + std::to_string(i - 1) + ".toml\"\n");
    CHECK_NOTHROW(read_scenario(folder / "r7.toml"));
    CHECK_THROWS_AS(read_scenario(folder / "r11.toml"), InputError);
}

TEST_CASE("what cannot be read at all is said so") {
    const Folder folder;
    CHECK_THROWS_AS(read_scenario(folder / "nergens.toml"), InputError);
    CHECK_THROWS_AS(read_scenario(folder.str()), InputError);
    CHECK_THROWS_AS(read_scenario(folder.write("leeg.toml", "")), InputError);
    CHECK_THROWS_AS(read_scenario(folder.write("ruis.toml", std::string(5000, '\x80'))),
                    InputError);
}

TEST_CASE("an empty file names everything that is missing, at once") {
    const Folder folder;
    Diagnostics diagnostics;
    (void)read_scenario(folder.write("leeg.toml", ""), diagnostics);
    CHECK(diagnostics.errors() > 10);
}

TEST_CASE("a list without end is cut off and refused") {
    const Folder folder;
    folder.write("basis.toml", base_text());
    std::string many = "basis = \"basis.toml\"\n";
    for (int i = 0; i < 5000; ++i)
        many += "[gemeenten.g" + std::to_string(i) +
                "]\nnaam = \"x\"\nsubregio = \"noord\"\ninstroom = \"1 per jaar\"\n";
    Diagnostics diagnostics;
    (void)read_scenario(folder.write("s.toml", many), diagnostics);
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.items().size() < 10);
}
