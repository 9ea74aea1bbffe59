#include "input/calibration_study.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ketenplan;
using namespace ketenplan::runner;
using tests::Folder;

namespace {

const std::string shipped = std::string(KETENPLAN_SOURCE_DIR) + "/scenarios/";

/// A study of the repeats in Hollands Midden, with `more` at its end.
std::string study_text(const std::string& more = "") {
    return "formaat = 1\nnaam = \"proef\"\nbasis = \"" + shipped +
           "hollands-midden/2015.toml\"\nzaad = 7\n"
           "[kalibratie]\nleden = 30\n"
           "[kalibratie.parameters.herhaling]\nparameter = \"personen.herhaling.per_jaar\"\n"
           "verdeling = \"loguniform\"\n"
           "[kalibratie.parameters.duur]\nparameter = \"detentie.duur.gemiddelde\"\n"
           "laag = \"2 maanden\"\nhoog = \"130 dagen\"\n"
           "[[kalibratie.doelen]]\nmaat = \"gewogen\"\nwaarde = 1469\nmarge = \"2%\"\n"
           "bron = \"B132\"\n"
           "[[kalibratie.doelen]]\nmaat = \"recidive_2j\"\nwaarde = \"47%\"\n"
           "standaardafwijking = 0.01\nbron = \"B297\"\n" +
           more;
}

std::string refusal(const std::string& text) {
    const Folder folder;
    try {
        (void)read_calibration_study(folder.write("k.toml", text));
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

/// The study with a part replaced.
std::string changed(const std::string& from, const std::string& to) {
    std::string text = study_text();
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a calibration has bounds from the basis or its own, and figures with a margin") {
    const Folder folder;
    const std::string path = folder.write("k.toml", study_text());
    CHECK(is_calibration_study(path));
    CHECK_FALSE(is_calibration_study(shipped + "hollands-midden/2015.toml"));
    CHECK_FALSE(is_calibration_study(folder / "niets.toml"));
    const CalibrationStudy study = read_calibration_study(path);
    CHECK(study.naam == "proef");
    CHECK(study.zaad == 7);
    CHECK(study.leden == 30);
    CHECK(study.rondes == 4);
    REQUIRE(study.parameters.size() == 2);
    const CalibratedParameter& duration = study.parameters[0]; // by key
    CHECK(duration.path == "detentie.duur.gemiddelde");
    CHECK(duration.prior.low == Approx(60.87).margin(0.01));
    CHECK(duration.prior.high == 130.0);
    CHECK(duration.basis == 102.0);
    CHECK(duration.prior.law == analysis::PriorLaw::uniform);
    const CalibratedParameter& repeats = study.parameters[1];
    CHECK(repeats.prior.low == 0.03); // laag of the assumption
    CHECK(repeats.prior.high == 0.5);
    CHECK(repeats.prior.law == analysis::PriorLaw::loguniform);
    REQUIRE(study.doelen.size() == 2);
    CHECK(study.doelen[0].figuur.cell == "regio");
    CHECK(study.doelen[0].waarneming.standard_deviation == Approx(29.38));
    CHECK(study.doelen[1].waarneming.value == Approx(0.47));
}

TEST_CASE("a member is the basis with its values, and what they break is told") {
    const Folder folder;
    const CalibrationStudy study = read_calibration_study(folder.write("k.toml", study_text()));
    Eigen::VectorXd values(2);
    values << 99.123456789, 0.25;
    const auto changes = changes_of(study, values);
    CHECK(changes[0].path == "detentie.duur.gemiddelde");
    CHECK(changes[0].value == "99,12345679 dagen");
    Diagnostics problems;
    const Scenario member = member_scenario(study, values, problems);
    CHECK_FALSE(problems.has_errors());
    CHECK(member.parameters.personen.herhaling.per_jaar.value() == 0.25);
    CHECK(member.parameters.detentie.duur.spec.mean == 99.12345679);
    // The rest is the basis.
    CHECK(member.parameters.personen.variantie == study.scenario.parameters.personen.variantie);
    CHECK(member.parameters.detentie.duur.spec.variation == 2.0);
    values << 99.0, -1.0;
    (void)member_scenario(study, values, problems);
    CHECK(problems.mentions("personen.herhaling.per_jaar"));
}

TEST_CASE("a study of a calibration is refused with every reason at once") {
    const std::string text =
        refusal("basis = \"" + shipped +
                "hollands-midden/2015.toml\"\n[kalibratie]\nleden = 3\nrodnes = 2\n"
                "[kalibratie.parameters.a]\nparameter = \"personen.vertrk\"\n"
                "[kalibratie.parameters.b]\nparameter = \"personen\"\n"
                "[kalibratie.parameters.c]\nparameter = \"detentie.duur.gemiddelde\"\n"
                "[[kalibratie.doelen]]\nmaat = \"gewgen\"\nwaarde = 3\nmarge = 0\nbron = \"x\"\n"
                "[[kalibratie.doelen]]\nmaat = \"gewogen\"\nplaats = \"mars\"\nwaarde = 3\n");
    CHECK_THAT(text, Catch::Contains("`kalibratie.leden` is 3"));
    CHECK_THAT(text, Catch::Contains("bedoelde u \"rondes\"?"));
    CHECK_THAT(text, Catch::Contains("bedoelde u \"vertrek\"?"));
    CHECK_THAT(text, Catch::Contains("geen los getal"));
    CHECK_THAT(text, Catch::Contains("de basis geeft er geen `laag` bij"));
    CHECK_THAT(text, Catch::Contains("bedoelde u \"gewogen\"?"));
    CHECK_THAT(text, Catch::Contains("kalibratie.doelen[1].marge"));
    CHECK_THAT(text, Catch::Contains("is \"mars\""));
    CHECK_THAT(text, Catch::Contains("kalibratie.doelen[2].bron"));
    CHECK_THAT(text, Catch::Contains("k.toml:4:")); // a place
}

TEST_CASE("bounds, priors and figures that cannot be are refused") {
    CHECK_THAT(refusal(changed("hoog = \"130 dagen\"", "hoog = \"1 dag\"")),
               Catch::Contains("daartussen ligt niets"));
    CHECK_THAT(refusal(changed("hoog = \"130 dagen\"", "hoog = 130")),
               Catch::Contains("getal zonder eenheid"));
    CHECK_THAT(refusal(changed("verdeling = \"loguniform\"", "verdeling = \"log\"")),
               Catch::Contains("kalibratie.parameters.herhaling.verdeling"));
    CHECK_THAT(refusal(changed("verdeling = \"loguniform\"",
                               "verdeling = \"loguniform\"\nlaag = \"0 per jaar\"\nhoog = \"1 per "
                               "jaar\"")),
               Catch::Contains("een `laag` boven 0"));
    // Outside what the scenario allows.
    CHECK_THAT(refusal(changed("verdeling = \"loguniform\"",
                               "laag = \"0,1 per jaar\"\nhoog = \"60 per jaar\"")),
               Catch::Contains("kan niet tot 60 per jaar gaan"));
    CHECK_THAT(refusal(changed("marge = \"2%\"", "marge = \"2%\"\nstandaardafwijking = 3")),
               Catch::Contains("niet allebei"));
    CHECK_THAT(refusal(changed("[kalibratie.parameters.duur]",
                               "[kalibratie.parameters.dubbel]\n"
                               "parameter = \"personen.herhaling.per_jaar\"\n"
                               "[kalibratie.parameters.duur]")),
               Catch::Contains("\"personen.herhaling.per_jaar\" nog eens"));
    CHECK_THAT(refusal(study_text("[[kalibratie.doelen]]\nmaat = \"gewogen\"\nwaarde = 1601\n"
                                  "marge = \"2%\"\nbron = \"B131\"\n")),
               Catch::Contains("nog eens"));
    CHECK_THAT(refusal("basis = \"" + shipped + "hollands-midden/2015.toml\"\n[kalibratie]\n"),
               Catch::Contains("kalibratie.doelen"));
    CHECK_THAT(refusal("[kalibratie]\n"), Catch::Contains("`basis` ontbreekt"));
}

TEST_CASE("the shipped calibration can be read") {
    const CalibrationStudy study =
        read_calibration_study(shipped + "hollands-midden/kalibratie.studie.toml");
    CHECK(study.parameters.size() == 11);
    CHECK(study.doelen.size() == 12);
}
