#include "output/report/budget_page.hpp"
#include "output/report/markup.hpp"
#include "output/report/report_tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace ketenplan::runner;
using ketenplan::finance::Hoeveelheden;

namespace {

BudgetStudy small_study() {
    return read_budget_study(std::string(KETENPLAN_SOURCE_DIR) + "/tests/report/studie.toml");
}

/// Not simulated: every quantity the same in a replication, a little more in the next.
BudgetOutcome made_outcome(const BudgetStudy& study) {
    BudgetOutcome outcome;
    outcome.study = &study;
    outcome.replicaties = 5;
    for (const BudgetVariant& variant : study.varianten) {
        std::vector<Hoeveelheden> rows;
        for (std::size_t r = 0; r < outcome.replicaties; ++r)
            rows.push_back({study.jaren,
                            std::vector<double>(figures_of(variant).size() * study.jaren,
                                                1.0 + 0.1 * static_cast<double>(r))});
        outcome.varianten.push_back(cost_variant(study, variant, rows));
    }
    add_risks(study, outcome.varianten);
    if (study.varianten.size() > 1)
        outcome.trekkingen = {{1.0, 2.0}, {2.0, 1.0}, {1.0, 3.0}};
    return outcome;
}

std::string page(const BudgetOutcome& outcome, Language language) {
    return budget_page(outcome, {"Let <op> & kijk"}, {{"Zaad", "1"}}, language);
}

std::size_t times(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

bool holds(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("the report escapes what a study says") {
    const BudgetStudy study = small_study();
    const std::string html = page(made_outcome(study), Language::nl);
    CHECK(holds(html, "Samenwerkingsverband &lt;&quot;nu&quot;&gt;"));
    CHECK(holds(html, "Begroting &lt;2016&gt; van &quot;Noord &amp; Zuid&quot;"));
    CHECK(holds(html, "Let &lt;op&gt; &amp; kijk"));
    for (const char* raw :
         {"<\"nu\">", "<2016>", "<leverancier>", "<gedrukte>", "<geschat>", "<op>"})
        CHECK_FALSE(holds(html, raw));
}

TEST_CASE("the report is the same for the same outcome, and knows no place") {
    const BudgetStudy study = small_study();
    const BudgetOutcome outcome = made_outcome(study);
    const std::string html = page(outcome, Language::nl);
    CHECK(html == page(outcome, Language::nl));
    CHECK_FALSE(holds(html, KETENPLAN_SOURCE_DIR));
    CHECK(holds(html, "ketenplan begroting studie.toml --replicaties 5 --trekkingen 3 --zaad 1<"));
}

TEST_CASE("the report fetches nothing and runs nothing") {
    const BudgetStudy study = small_study();
    const std::string html = page(made_outcome(study), Language::nl);
    CHECK(holds(html, "default-src 'none'"));
    for (const char* loads : {"<script", "<link", "<img", "src=", "@import", "href=\"http"})
        CHECK_FALSE(holds(html, loads));
    for (const char* tag : {"table", "figure", "details", "section", "div", "svg", "span", "p"}) {
        INFO(tag);
        const std::string open = std::string("<") + tag;
        CHECK(times(html, open + ">") + times(html, open + " ") ==
              times(html, std::string("</") + tag + ">"));
    }
}

TEST_CASE("the report says what the tables say") {
    const BudgetStudy study = small_study();
    const BudgetOutcome outcome = made_outcome(study);
    const std::string html = page(outcome, Language::nl);
    const double costs = ketenplan::finance::in_euro(outcome.varianten[1].jaren[2].lasten);
    const report::Markup figure =
        report::figure({"varianten.csv", {"stichting", "2018", "lasten"}, "waarde"}, costs, "");
    CHECK(holds(html, figure.html().substr(0, figure.html().find("></"))));
    CHECK(holds(html, "volgorde.csv/stichting/kans_goedkoopst"));
    const auto tables = report::report_tables(outcome, DecimalMark::point);
    REQUIRE(tables.size() == 3);
    CHECK(tables[2].content.starts_with(
        "variant,plaats,euro,gemiddeld_over_trekkingen,kans_goedkoopst,kans_omgekeerd\n"));
}

TEST_CASE("the English report keeps the terms and explains each once") {
    const BudgetStudy study = small_study();
    const std::string html = page(made_outcome(study), Language::en);
    CHECK(holds(html, "<html lang=\"en\">"));
    CHECK(times(html, "personeel (staff)") == 1);
    CHECK(holds(html, "How sure?"));
    CHECK_FALSE(holds(html, "Hoe zeker"));
    CHECK(holds(html, " --taal en<"));
}

TEST_CASE("the report is as sure as the draws allow") {
    const BudgetStudy study = small_study();
    BudgetOutcome outcome = made_outcome(study);
    const std::size_t cheapest = report::by_costs(outcome).front();
    std::vector<double> draw{2.0, 2.0};
    draw[cheapest] = 1.0;
    outcome.trekkingen.assign(4, draw);
    CHECK_FALSE(holds(page(outcome, Language::nl), "stevig")); // four can be chance
    outcome.trekkingen.assign(60, draw);
    CHECK(holds(page(outcome, Language::nl), "stevig"));
    draw[cheapest] = 3.0;
    outcome.trekkingen.assign(60, draw);
    CHECK(holds(page(outcome, Language::nl), "Vaker, in "));
}

TEST_CASE("a report of one variant has nothing to compare") {
    BudgetStudy study = small_study();
    study.varianten.resize(1);
    study.bijdragen.reset();
    study.gedrukt.clear();
    study.partnertarief.reset();
    const std::string html = page(made_outcome(study), Language::nl);
    CHECK_FALSE(holds(html, "kans_goedkoopst"));
    CHECK_FALSE(holds(html, "id=\"gedrukt\""));
    CHECK_FALSE(holds(html, "id=\"gemeenten\""));
    CHECK(holds(html, "kost de gemeenten samen"));
}
