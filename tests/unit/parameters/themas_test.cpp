#include "parameters/themas.hpp"
#include "parameters/validate.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::parameters;

namespace {

Parameters with(const std::string& path,
                std::optional<double> factor,
                std::optional<double> value,
                const std::vector<std::string>& marked) {
    Parameters p = example();
    Effect effect{.key = "e", .parameter = path, .factor = {}, .waarde = {}};
    if (factor)
        effect.factor = units::Factor{*factor};
    if (value)
        effect.waarde = units::Factor{*value};
    p.sturing.parameters = marked;
    p.themas = {{.key = "t",
                 .omschrijving = {},
                 .vanaf = p.looptijd.start,
                 .tot = {},
                 .effecten = {effect}}};
    return p;
}

/// The one thing said of a scenario.
Problem only(const Parameters& p) {
    const Problems problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    return problems.items()[0];
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE(
    "a theme on a parameter that is marked is valid; a mark on a table counts for all in it") {
    for (const std::string marked : {"weging.minuten.gemiddelde", "weging.minuten", "weging"})
        CHECK(validate(with("weging.minuten.gemiddelde", 1.2, {}, {marked})).items().empty());
    CHECK(validate(with("instroom.politie", 1.2, {}, {"instroom"})).items().empty());
}

TEST_CASE("a theme on a parameter that is not marked says which mark is missing") {
    const Problem problem = only(with("weging.minuten.gemiddelde", 1.2, {}, {"weging.terugkomst"}));
    CHECK(problem.path == "themas.t.effecten.e.parameter");
    CHECK(mentions(problem.what, "niet stuurbaar"));
    CHECK(mentions(problem.suggestion, "weging.minuten.gemiddelde"));
}

TEST_CASE("a theme on what is fixed for a run, or is not there, is refused with the reason") {
    const Problem fixed = only(with("casussoorten.focus.caseload_norm", 2.0, {}, {"weging"}));
    CHECK(mentions(fixed.what, "ligt voor een hele run vast"));
    CHECK(mentions(fixed.suggestion, "taken.*.minuten"));
    CHECK(mentions(only(with("weging.bestaat_niet", 2.0, {}, {"weging"})).what, "geen getal"));
    CHECK(mentions(only(with("instroom.niemand", 2.0, {}, {"weging"})).what, "geen getal"));
    CHECK(mentions(only(with("taken.intake.prioriteit", 2.0, {}, {"taken"})).what, "hele run"));
}

TEST_CASE("a mark on what no theme can change is refused") {
    Parameters p = example();
    p.sturing.parameters = {"weging", "casussoorten.focus.caseload_norm", "nergens"};
    const Problems problems = validate(p);
    REQUIRE(problems.items().size() == 2);
    CHECK(problems.items()[0].path == "sturing.parameters[2]");
    CHECK(problems.items()[1].path == "sturing.parameters[3]");
}

TEST_CASE("an effect has a factor or a value, and a value is of one number") {
    CHECK(mentions(only(with("weging.terugkomst", {}, {}, {"weging"})).what, "ontbreekt"));
    CHECK(mentions(only(with("weging.terugkomst", 1.0, 0.5, {"weging"})).what, "twee opgaven"));
    CHECK(mentions(only(with("weging.minuten", {}, 5.0, {"weging"})).suggestion, "gemiddelde"));
    CHECK(mentions(only(with("instroom.politie", {}, 5.0, {"instroom"})).suggestion, "factor"));
}

TEST_CASE("what a theme makes of a parameter must be valid, and the theme is blamed") {
    const Problem problem = only(with("weging.terugkomst", 3.0, {}, {"weging"}));
    CHECK(problem.path == "themas.t.effecten.e");
    CHECK(mentions(problem.what, "vanaf 2015-01-01"));
    CHECK(mentions(problem.what, "weging.terugkomst"));
    CHECK(mentions(problem.what, "tussen 0 en 1"));
}

TEST_CASE("a rule across fields that a theme breaks is blamed on it too") {
    const Problem problem =
        only(with("vrijwillig_traject.prijs", {}, 0.0, {"vrijwillig_traject.prijs"}));
    CHECK(problem.path == "themas.t.effecten.e");
}

TEST_CASE("two values at the same time clash; one after the other they do not") {
    Parameters p = with("weging.terugkomst", {}, 0.2, {"weging"});
    p.themas.push_back(p.themas[0]);
    p.themas[1].key = "u";
    CHECK(only(p).path == "themas.u.effecten.e.waarde");
    p.themas[0].tot = *p.themas[0].vanaf + std::chrono::days{100};
    p.themas[1].vanaf = p.themas[0].tot;
    CHECK(validate(p).items().empty());
}

TEST_CASE("periods run from date to date, and keep what the scenario says elsewhere") {
    Parameters p = with("weging.terugkomst", {}, 0.25, {"weging"});
    p.themas[0].tot = *p.themas[0].vanaf + std::chrono::days{100};
    const auto periods = tijdvakken(p);
    REQUIRE(periods.size() == 2);
    CHECK(periods[0].vanaf == *p.themas[0].vanaf);
    CHECK(periods[1].vanaf == *p.themas[0].tot);
    CHECK(periods[0].parameters().weging.terugkomst == units::Probability{0.25});
    CHECK(periods[1].parameters().weging.terugkomst == p.weging.terugkomst);
    CHECK(periods[0].parameters().themas.empty());
    CHECK(tijdvakken(example()).empty());
    CHECK(tijdvakken(with("instroom", 2.0, {}, {"instroom"})).empty()); // has streams of its own
}
