#include "declarations/declared.hpp"
#include "input/node_path.hpp"
#include "input/quantity_text.hpp"
#include "input/sensitivity_study.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace ketenplan::runner;
using ketenplan::units::Dimension;

namespace {

const std::string hollands_midden = KETENPLAN_SOURCE_DIR "/scenarios/hollands-midden/2015.toml";

/// From 2 to 12, most likely 4.
UncertainNumber number(const std::string& spread) {
    return {"x", Dimension::days, 4.0, 2.0, 12.0, false, spread, "zomaar"};
}

double mean_of(const UncertainNumber& n) {
    constexpr int steps = 2000;
    double mean = 0.0;
    for (int i = 0; i < steps; ++i)
        mean += at_quantile(n, (i + 0.5) / steps) / steps;
    return mean;
}

} // namespace

TEST_CASE("an uncertain number has the quantiles of its verdeling") {
    CHECK(at_quantile(number("uniform"), 0.25) == Approx(4.5));
    // A triangle has 0.2 of its mass below its top, which is at 0.2 of the range; mean (a + b + c)
    // / 3.
    CHECK(at_quantile(number("driehoek"), 0.2) == Approx(4.0));
    CHECK(mean_of(number("driehoek")) == Approx(6.0).epsilon(1e-3));
    CHECK(mean_of(number("")) == mean_of(number("pert")));
    CHECK(mean_of(number("pert")) == Approx((2.0 + 4.0 * 4.0 + 12.0) / 6.0).epsilon(1e-3));
    CHECK(at_quantile(number("normaal"), 0.5) == Approx(7.0));
    CHECK(at_quantile(number("normaal"), (0.841345 - 0.025) / 0.95) ==
          Approx(7.0 + 5.0 / 1.959964).epsilon(1e-4));
    CHECK(at_quantile(number("lognormaal"), 0.5) == Approx(std::sqrt(24.0)));
    for (const char* spread : {"", "driehoek", "pert", "normaal", "lognormaal"}) {
        CHECK(at_quantile(number(spread), 0.0) == Approx(2.0));
        CHECK(at_quantile(number(spread), 1.0) == Approx(12.0));
    }
}

TEST_CASE("a whole number stays one: each as likely, or the likeliest most often") {
    UncertainNumber n = number("uniform");
    n.low = 1.0;
    n.high = 4.0;
    n.whole = true;
    CHECK(at_quantile(n, 0.0) == 1.0);
    CHECK(at_quantile(n, 0.2499) == 1.0);
    CHECK(at_quantile(n, 0.2501) == 2.0);
    CHECK(at_quantile(n, 0.7501) == 4.0);
    CHECK(at_quantile(n, 1.0) == 4.0);
    n.spread = "";
    n.value = 1.0;
    CHECK(at_quantile(n, 0.0) == 1.0);
    CHECK(at_quantile(n, 0.5) == 1.0);
    CHECK(at_quantile(n, 0.95) == 3.0);
    CHECK(at_quantile(n, 1.0) == 4.0);
}

TEST_CASE("what is written of a number reads back as that number") {
    for (const double value : {0.1, 1.25, 1234.567, 2.0 / 3.0, 14.0, 730.485}) {
        for (const Dimension d : {Dimension::days,
                                  Dimension::fte,
                                  Dimension::minutes,
                                  Dimension::per_year,
                                  Dimension::euro}) {
            const auto read = parse_quantity(exact_quantity(value, d), d);
            REQUIRE(read.value);
            CHECK(*read.value == value);
        }
    }
}

TEST_CASE("a number is changed by its path, in tables, lists and distributions") {
    Diagnostics found;
    const auto tree = read_scenario_files(hollands_midden, found);
    REQUIRE(tree);
    const auto changed = [&](const std::string& path, double value, Dimension d) {
        const UncertainNumber n{path, d, value, value, value, false, "", ""};
        const Change change{&n, value};
        const Varied varied = with_changes(*tree, std::span(&change, 1));
        INFO(varied.problem);
        REQUIRE(varied.parameters);
        return *varied.parameters;
    };
    CHECK(changed("normen.weging_binnen", 8.5, Dimension::days).normen.weging_binnen.value() ==
          8.5);
    const auto moments =
        changed("subregios.leiden.overlegmomenten[2].lengte", 61.25, Dimension::minutes);
    bool seen = false;
    for (const auto& subregio : moments.subregios) {
        if (subregio.key != "leiden")
            continue;
        CHECK(subregio.overlegmomenten[0].lengte.value() == 120.0);
        CHECK(subregio.overlegmomenten[1].lengte.value() == 61.25);
        seen = true;
    }
    CHECK(seen);
    const auto planning =
        changed("casusoverleg.planningstermijn.gemiddelde", 12.5, Dimension::workdays);
    CHECK(planning.casusoverleg.planningstermijn.spec.mean == 12.5);
    Node root = tree->root;
    CHECK_FALSE(set_number(root, "normen.bestaat_niet", 1.0, Dimension::days));
    CHECK_FALSE(
        set_number(root, "subregios.leiden.overlegmomenten[9].lengte", 1.0, Dimension::days));
}

TEST_CASE("a number that breaks a rule gives the rule and no scenario") {
    Diagnostics found;
    const auto tree = read_scenario_files(hollands_midden, found);
    REQUIRE(tree);
    const UncertainNumber n{
        "subregios.leiden.briefing.elke_weken", Dimension::count, 1.0, 0.0, 2.0, true, "", ""};
    const Change change{&n, 0.0};
    const Varied varied = with_changes(*tree, std::span(&change, 1));
    CHECK_FALSE(varied.parameters);
    CHECK(varied.problem.find("elke_weken") != std::string::npos);
}

TEST_CASE("a study asks of all assumptions, or of those in a table") {
    const ketenplan::tests::Folder folder;
    const std::string head = "formaat = 1\nbasis = \"" + hollands_midden + "\"\n";
    const SensitivityStudy all = read_sensitivity_study(folder.write("alles.toml", head));
    CHECK(all.getallen.size() > 200);
    CHECK(all.maten.size() == 5);
    for (const UncertainNumber& n : all.getallen) {
        CHECK(n.low < n.high);
        CHECK_FALSE(n.assumption.empty());
    }
    const SensitivityStudy few =
        read_sensitivity_study(folder.write("enkele.toml",
                                            head + "[gevoeligheid]\nparameters = [\"normen\", "
                                                   "\"subregios.leiden.briefing.elke_weken\"]\n"));
    REQUIRE(few.getallen.size() == 3);
    CHECK(few.getallen[2].whole != few.getallen[0].whole);
    CHECK_THROWS_AS(read_sensitivity_study(folder.write(
                        "geen.toml", head + "[gevoeligheid]\nparameters = [\"looptijd\"]\n")),
                    InputError);
}

TEST_CASE("what a parameter means is known by its path") {
    CHECK(meaning_of("normen.weging_binnen").size() > 5);
    CHECK(meaning_of("subregios.leiden.overlegmomenten[2].lengte") ==
          meaning_of("subregios.gouda.overlegmomenten[1].lengte"));
    CHECK(meaning_of("subregios.leiden.overlegmomenten[2].lengte") !=
          meaning_of("subregios.leiden.briefing.elke_weken"));
    CHECK(meaning_of("casusoverleg.planningstermijn.gemiddelde") ==
          meaning_of("casusoverleg.planningstermijn"));
    CHECK(meaning_of("bestaat.niet").empty());
}
