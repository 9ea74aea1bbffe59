#include "output/month_figures.hpp"
#include "output/month_tables.hpp"
#include "support/small_house.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <sstream>

using namespace ketenplan;
using namespace ketenplan::runner;
using namespace ketenplan::tests;
using analysis::MonthSeries;
using analysis::Paired;

namespace {

/// A figure that is surely 30 in the basis and `differences` more in the variant.
MonthSeries series_of(const char* measure, const std::vector<double>& differences) {
    MonthSeries series{
        .measure = analysis::month_measure(measure), .cell = "regio", .index = 0, .months = {}};
    const auto sure = [](double value, double error) {
        analysis::Estimate e;
        e.n = 100;
        e.mean = e.p50 = value;
        e.p05 = value == 0.0 ? 0.0 : value - 5.0;
        e.p95 = value == 0.0 ? 0.0 : value + 5.0;
        e.standard_error = error;
        e.low = value - 2.0 * error;
        e.high = value + 2.0 * error;
        return e;
    };
    for (const double d : differences)
        series.months.push_back(
            {sure(30.0, 0.1), sure(30.0 + d, 0.1), sure(d, d == 0.0 ? 0.0 : 0.1)});
    series.complete = differences.size();
    return series;
}

struct Study {
    explicit Study(MonthSeries series, bool paired = true)
        : basis(named("Huis A")), variant(named("Huis A, een zieke")) {
        study.opzetten = {&basis};
        if (paired)
            study.opzetten.push_back(&variant);
        study.series = {std::move(series)};
        study.replications = 1000;
    }
    static Parameters named(const char* name) {
        Parameters p = small_house();
        p.naam = name;
        p.looptijd.einde = date(2015, 11, 1); // five months from June
        return p;
    }
    [[nodiscard]] MonthFigure figure() const {
        const auto figures = month_figures(study);
        REQUIRE(figures.size() == 1);
        return figures[0];
    }
    casus::Opzet basis;
    casus::Opzet variant;
    MonthStudy study;
};

} // namespace

TEST_CASE("a difference is told by its worst month and its end") {
    const Study study(series_of("wacht_focus", {0.5, 4.0, 12.0, 6.0, 0.4}));
    const MonthFigure f = study.figure();
    CHECK(f.file == "wachttijd-focus-regio.svg");
    CHECK(f.notable);
    CHECK(f.chart.title ==
          "In de regio wacht een focuscasus met besluit in augustus 2015 gemiddeld "
          "12,0 dagen langer op het eerste overleg");
    CHECK(f.chart.subtitle ==
          "Vanaf oktober 2015, 2 maanden later, is het verschil weg (minder dan een tiende van "
          "toen).");
    CHECK(f.sentence.find("(95%: 11,8 tot 12,2): 42,0 in plaats van 30,0. Vanaf oktober") !=
          std::string::npos);
    CHECK(f.chart.marked == std::size_t{2});
    REQUIRE(f.chart.panels.size() == 2);
    CHECK(f.chart.panels[0].lines[0].label == "basis");
    CHECK(f.chart.panels[0].lines[1].label == "een zieke");
    CHECK(f.chart.panels[1].lines[0].y[2] == 12.0);
}

TEST_CASE("a shorter wait is told as such, and its interval without signs") {
    const Study study(series_of("wacht_focus", {-2.0, -12.0, -11.0, -8.0, -7.0}));
    CHECK(
        study.figure().sentence ==
        "In de regio wacht een focuscasus met besluit in juli 2015 gemiddeld 12,0 dagen korter op "
        "het eerste overleg (95%: 11,8 tot 12,2): 18,0 in plaats van 30,0. In oktober 2015 is het "
        "verschil nog 7,0 dagen (95%: 6,8 tot 7,2).");
}

TEST_CASE("a difference that turns round is told with its direction") {
    const Study study(series_of("wacht_focus", {0.0, 12.0, 3.0, -3.0, -4.0}));
    CHECK(
        study.figure().chart.subtitle ==
        "In oktober 2015 is het verschil de andere kant op: 4,0 dagen korter (95%: 3,8 tot 4,2).");
    const Study last(series_of("wacht_focus", {0.0, 1.0, 3.0, 6.0, 9.0}));
    CHECK(last.figure().chart.subtitle ==
          "In oktober 2015, de laatste maand, is het verschil het grootst.");
}

TEST_CASE("no difference, an unproven one and a slight one are told apart") {
    const Study equal(series_of("wachtend_focus", {0.0, 0.0, 0.0, 0.0, 0.0}));
    CHECK(equal.figure().chart.title ==
          "In de regio wachten precies even veel focuscasussen op hun eerste overleg");
    CHECK(!equal.figure().notable);
    CHECK(!equal.figure().chart.marked);
    const Study slight(series_of("wachtend_focus", {0.0, 0.5, 0.5, 0.5, 0.5}));
    CHECK(slight.figure().chart.title ==
          "In de regio wachten vrijwel even veel focuscasussen op hun eerste overleg");
    CHECK(slight.figure().chart.subtitle.find("minder dan 2% van 30,0") != std::string::npos);
    const Study unproven(series_of("wachtend_focus", {0.0, 0.1, -0.2, 0.1, 0.2}));
    CHECK(
        unproven.figure().chart.title ==
        "In de regio wachten niet aantoonbaar meer of minder focuscasussen op hun eerste overleg");
    CHECK(unproven.figure().chart.subtitle ==
          "In geen maand is het verschil, met zijn 95%-marge, groter dan 0,40 focuscasussen.");
}

TEST_CASE("shares are told in percent") {
    MonthSeries series = series_of("contacten_te_laat_maand", {0.0, 0.0, 12.0, 0.0, 0.0});
    const Study study(series);
    CHECK(study.figure().chart.title.find("1200 procentpunt hoger") == std::string::npos);
    CHECK(study.figure().chart.title.find("1.200 procentpunt hoger") != std::string::npos);
}

TEST_CASE("months that are not complete are left out of the figure and marked in the table") {
    MonthSeries series = series_of("wacht_focus", {0.0, 4.0, 12.0, 6.0, 50.0});
    series.complete = 4;
    const Study study(series);
    const MonthFigure f = study.figure();
    CHECK(f.chart.marked == std::size_t{2});
    CHECK(std::isnan(f.chart.panels[0].lines[0].y[4]));
    CHECK(std::isnan(f.chart.panels[1].lines[0].high[4]));
    CHECK(f.chart.notes.back().find("Vanaf oktober 2015 ontbreekt de lijn") == 0);
    std::istringstream lines(months_table(study.study, DecimalMark::point).content);
    std::string line;
    std::getline(lines, line);
    CHECK(line == "maat,eenheid,cel,maand,onvolledig,n,basis,variant,verschil,laag95,hoog95,"
                  "basis_p5,basis_p95,variant_p5,variant_p95");
    for (int i = 0; i < 4; ++i)
        std::getline(lines, line);
    CHECK(line == "wacht_focus,dagen,regio,2015-09,,100,30,36,6,5.8,6.2,25,35,31,41");
    std::getline(lines, line);
    CHECK(line.find("wacht_focus,dagen,regio,2015-10,ja,100,") == 0);
}

TEST_CASE("one scenario is told by its level") {
    const Study study(series_of("wacht_focus", {0.0, 0.0, 0.0, 0.0, 0.0}), false);
    const MonthFigure f = study.figure();
    CHECK(f.chart.title == "In de regio wacht een focuscasus gemiddeld 30,0 tot 30,0 dagen op het "
                           "eerste overleg");
    CHECK(f.chart.subtitle == "De maanden verschillen niet aantoonbaar van elkaar.");
    CHECK(f.chart.panels.size() == 1);
    const std::string csv = months_table(study.study, DecimalMark::comma).content;
    CHECK(csv.find("maat;eenheid;cel;maand;onvolledig;n;gemiddelde;laag95;hoog95;p5;p95") !=
          std::string::npos);
    CHECK(csv.find("wacht_focus;dagen;regio;2015-06;;100;30;29,8;30,2;25;35") != std::string::npos);
}

TEST_CASE("what two scenario names share is not repeated on the lines") {
    using Names = std::pair<std::string, std::string>;
    CHECK(short_names("Huis A", "Huis A, een zieke") == Names{"basis", "een zieke"});
    CHECK(short_names("Het huis Gouda 2015", "Gouda 2015: druk") == Names{"basis", "druk"});
    CHECK(short_names("Huis A", "Huis A") == Names{"basis", "variant"});
    CHECK(short_names("Noord", "Zuid") == Names{"Noord", "Zuid"});
}

TEST_CASE("the summary puts what matters first") {
    Study study(series_of("doorlooptijd_weging", {0.0, 0.0, 0.0, 0.0, 0.0}));
    study.study.series.push_back(series_of("contacten_te_laat_maand", {0.0, 9.0, 0.0, 0.0, 0.0}));
    const std::string text = month_summary(study.study, month_figures(study.study), {"pas op"});
    CHECK(text.find("! pas op") < text.find("te laat"));
    CHECK(text.find("te laat komt in juli") < text.find("Zonder noemenswaardig verschil"));
    CHECK(text.find("Zonder noemenswaardig verschil") < text.find("precies even lang"));
    CHECK(text.find("vergeleken met: Huis A, een zieke") != std::string::npos);
}
