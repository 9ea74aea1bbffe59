#include "declarations/declared.hpp"
#include "input/calibration_study.hpp"
#include "input/ensemble_file.hpp"
#include "input/scenario.hpp"
#include "output/calibration_report.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ketenplan;
using namespace ketenplan::runner;
using tests::Folder;

namespace {

const std::string shipped = std::string(KETENPLAN_SOURCE_DIR) + "/scenarios/";

/// A calibration of two parameters in one round, of which member 1 fell out at the end.
struct Made {
    CalibrationStudy study;
    analysis::EnsembleInversion inversion;
    std::vector<std::vector<std::string>> reasons;
    CalibrationOutcome outcome;

    Made() {
        study.leden = 4;
        study.rondes = 1;
        study.parameters.resize(2);
        study.parameters[0].path = "personen.herhaling.per_jaar";
        study.parameters[1].path = "detentie.duur.gemiddelde";
        study.doelen.push_back({{"gewogen", "regio"}, {10.0, 1.0}, "een \"bron\", met komma"});
        analysis::EnsembleRound prior;
        prior.members = {0, 1, 2, 3};
        prior.values.resize(4, 2);
        prior.values << 0.1, 100.0, 0.2, 90.0, 0.3, 80.0, 0.000001234, 70.5;
        prior.scores = prior.values;
        prior.controls = prior.values;
        prior.misfits = Eigen::VectorXd::Ones(4);
        prior.runs.assign(4, Eigen::MatrixXd::Constant(1, 1, 9.0));
        analysis::EnsembleRound last = prior;
        last.members = {0, 2, 3};
        last.values = prior.values(std::vector<int>{0, 2, 3}, Eigen::all);
        last.scores = last.values;
        last.controls = last.values;
        last.misfits = Eigen::VectorXd::Ones(3);
        last.runs.resize(3);
        last.dropped.push_back({1, prior.values.row(1).transpose()});
        inversion.rounds = {prior, last};
        reasons.assign(2, std::vector<std::string>(4));
        reasons[1][1] = "personen.vertrek is te klein";
        outcome = {&study, &inversion, &reasons};
    }
};

std::string refusal(const std::string& text) {
    const Folder folder;
    try {
        (void)read_ensemble(folder.write("ensemble.csv", text));
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("an ensemble that was written reads back as changes, with either decimal mark") {
    const Made made;
    const Folder folder;
    for (const DecimalMark mark : {DecimalMark::point, DecimalMark::comma}) {
        const std::string path =
            folder.write("ensemble.csv", ensemble_table(made.outcome, mark).content);
        const auto members = read_ensemble(path);
        REQUIRE(members.size() == 3);
        CHECK(members[1].lid == 2);
        REQUIRE(members[1].changes.size() == 2);
        CHECK(members[1].changes[0].path == "personen.herhaling.per_jaar");
        CHECK(members[1].changes[0].value == "0,3 per jaar");
        CHECK(members[2].changes[0].value == "0,000001234000000 per jaar");
        CHECK(members[2].changes[1].value == "70,5 dagen");
    }
    const auto members = read_ensemble(
        folder.write("e.csv", ensemble_table(made.outcome, DecimalMark::point).content));
    Diagnostics problems;
    const auto basis = read_scenario_files(shipped + "hollands-midden/2015.toml", problems);
    REQUIRE(basis);
    const Scenario scenario =
        read_scenario(with_changes(*basis, members[2].changes, {"e.csv", 1, 1}), problems);
    CHECK_FALSE(problems.has_errors());
    CHECK(scenario.parameters.personen.herhaling.per_jaar.value() == 0.000001234);
    CHECK(scenario.parameters.detentie.duur.spec.mean == 70.5);
}

TEST_CASE("an ensemble that is no posterior is refused") {
    Made made;
    made.study.rondes = 2;
    CHECK_THAT(refusal(ensemble_table(made.outcome, DecimalMark::point).content),
               Catch::Contains("na ronde 1 van 2"));
    CHECK_THAT(refusal("a,b\n1,2\n"), Catch::Contains("mist de kolom \"lid\""));
    const std::string head = "lid,ronde,rondes,toestand,misfit,";
    CHECK_THAT(refusal(head + "personen.vertrk\n0,1,1,meegeteld,1,2\n"),
               Catch::Contains("geen getal van een scenario"));
    CHECK_THAT(refusal(head + "personen.vertrek\n0,1,1,meegeteld,1,veel\n"),
               Catch::Contains("regel 2, kolom personen.vertrek: \"veel\" is geen getal"));
    CHECK_THAT(refusal(head + "personen.vertrek\n0,1,1,meegeteld,1\n"),
               Catch::Contains("regel 2 heeft 5 velden, de kop 6"));
    CHECK_THAT(refusal(head + "personen.vertrek\n"), Catch::Contains("geen leden"));
    CHECK_THROWS_AS(read_ensemble("/bestaat/niet.csv"), InputError);
}

TEST_CASE("the summary tells of figures, and of members that fell out and why") {
    Made made;
    // 10 is printed, every run gives 9: within what a figure with an error of 1 may say, not of
    // 0.1.
    CHECK_THAT(calibration_summary(made.outcome, {}), Catch::Contains("1 van de 1 raak"));
    made.study.doelen.front().waarneming.standard_deviation = 0.1;
    const std::string text = calibration_summary(made.outcome, {"een waarschuwing"});
    CHECK_THAT(text, Catch::Contains("! een waarschuwing"));
    CHECK_THAT(text, Catch::Contains("1 keer: personen.vertrek is te klein"));
    CHECK_THAT(text, Catch::Contains("NEE"));
    CHECK_THAT(text, Catch::Contains("0 van de 1 raak"));
    const std::string targets = calibration_targets_table(made.outcome, DecimalMark::point).content;
    CHECK_THAT(targets, Catch::Contains("gewogen,regio,\"een \"\"bron\"\", met komma\",10,0.1,9,"));
    CHECK_THAT(correlation_table(made.outcome, DecimalMark::point).content,
               Catch::Contains("personen.herhaling.per_jaar,detentie.duur.gemiddelde,"));
}

TEST_CASE("the dimension of a number is found by its path") {
    using units::Dimension;
    CHECK(dimension_of("personen.vertrek") == Dimension::per_year);
    CHECK(dimension_of("bronnen.politie.gewicht") == Dimension::count);
    CHECK(dimension_of("detentie.duur.gemiddelde") == Dimension::days);
    CHECK(dimension_of("detentie.duur.variatie") == Dimension::factor);
    CHECK(dimension_of("gemeenten.gouda.instroom_per_bron.dji") == Dimension::per_year);
    CHECK_FALSE(dimension_of("personen"));
    CHECK_FALSE(dimension_of("personen.vertrek.x"));
    CHECK_FALSE(dimension_of("bronnen.gewicht"));
    CHECK_FALSE(dimension_of(""));
    CHECK_FALSE(dimension_of("naam"));
}
