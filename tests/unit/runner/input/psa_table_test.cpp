#include "input/csv_document.hpp"
#include "input/psa_table.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace ketenplan;
using namespace ketenplan::runner;

namespace {

std::string rows(const std::string& row, std::size_t count = fewest_draws) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += row + "\n";
    return text;
}

struct Read {
    PsaInput input;
    std::string complaints;
    std::size_t errors;
};

Read read(const std::string& text) {
    Diagnostics diagnostics;
    PsaInput input = read_psa_table(text, "tabel.csv", diagnostics);
    return {std::move(input), diagnostics.text(), diagnostics.errors()};
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a table is taken apart as RFC 4180 says") {
    Diagnostics diagnostics;
    const CsvDocument d =
        parse_csv("\xef\xbb\xbf"
                  "a, b ,\"c,d\"\r\n\r\n1,\"zegt \"\"ja\"\"\",\"twee\nregels\"\n\xc3\xa9,x,",
                  "t",
                  diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    REQUIRE(d.rows.size() == 3);
    CHECK(d.separator == ',');
    CHECK(d.rows[0][1].text == "b");
    CHECK(d.rows[0][1].column == 4);
    CHECK(d.rows[0][2].text == "c,d");
    CHECK(d.rows[1][0].line == 3);
    CHECK(d.rows[1][1].text == "zegt \"ja\"");
    CHECK(d.rows[1][2].text == "twee\nregels");
    CHECK(d.rows[2][0].line == 5);
    CHECK(d.rows[2][1].column == 3); // the letter before it counts once
    CHECK(d.rows[2].size() == 3);
    CHECK(parse_csv("\"a;b\",c\n", "t", diagnostics).separator == ',');
    CHECK(parse_csv("a;\"b,c\"\n", "t", diagnostics).rows[0].size() == 2);
    CHECK(parse_csv("", "t", diagnostics).rows.empty());
}

TEST_CASE("what is wrong with quotes and letters is told with its place") {
    Diagnostics diagnostics;
    parse_csv("a,b\n1,\"2\n", "t", diagnostics);
    parse_csv("a,\"b\"c\n", "t", diagnostics);
    parse_csv("a,\xe9\n", "t", diagnostics);
    CHECK(has(diagnostics.text(), "t:2:3: fout: opent een aanhalingsteken dat nergens sluit"));
    CHECK(has(diagnostics.text(), "t:1:3: fout: heeft nog tekst na het sluitende"));
    CHECK(has(diagnostics.text(), "t:1:3: fout: bevat tekens die geen UTF-8 zijn"));
    CHECK(diagnostics.errors() == 3);
}

TEST_CASE("a table of draws: strategies, parameters, and what is neither") {
    const Read r = read("trekking,kosten_nu,effect_nu,Cost_meer,EFFECT_meer,kans,naam,vast\n" +
                        rows("7,100,1,250.5,2e-1,0.25,Jan,3") + "8,-100,1,250,2,0.5,Piet,3\n");
    INFO(r.complaints);
    REQUIRE(r.errors == 0);
    const analysis::PsaTable& t = r.input.table;
    CHECK(t.strategies == std::vector<std::string>{"nu", "meer"});
    CHECK(t.parameters == std::vector<std::string>{"kans", "vast"});
    CHECK(t.draws() == fewest_draws + 1);
    CHECK(t.costs[0].back() == -100.0);
    CHECK(t.costs[1].front() == 250.5);
    CHECK(t.effects[1].front() == 0.2);
    CHECK(t.values[0].back() == 0.5);
    REQUIRE(r.input.warnings.size() == 3);
    CHECK(has(r.input.warnings[0], "31 trekkingen zijn weinig"));
    CHECK(has(r.input.warnings[1], "`naam` bevat tekst"));
    CHECK(has(r.input.warnings[2], "`vast` is in elke trekking hetzelfde"));
}

TEST_CASE("semicolons, with a decimal comma or a point") {
    const std::string head = "kosten_a;effect_a;kosten_b;effect_b\n";
    const Read comma = read(head + rows("1.234.567;1,5;12.345,75;-0,25"));
    INFO(comma.complaints);
    REQUIRE(comma.errors == 0);
    CHECK(comma.input.table.costs[0][0] == 1234567.0);
    CHECK(comma.input.table.costs[1][0] == 12345.75);
    CHECK(comma.input.table.effects[1][0] == -0.25);
    const Read point = read(head + rows("1.5;2;12.345;0.125"));
    REQUIRE(point.errors == 0);
    CHECK(point.input.table.costs[1][0] == 12.345);
    CHECK(has(point.input.warnings.at(1), "`kosten_b` hebben drie cijfers na een punt"));
    CHECK(point.input.warnings.size() == 2); // 0.125 cannot be thousands
    const Read both = read(head + rows("1,5;2;12.345;0,125"));
    CHECK(has(both.complaints, "tabel.csv:2:7: fout: `kosten_b` heeft een punt, terwijl elders"));
}

TEST_CASE("all that is wrong with a table is told at once") {
    const Read r = read("kosten_nu,effect_nw,kosten_,,kans,kans\n"
                        "1,2,3,4,5,6\n"
                        "1,twee,3,4,,nan\n"
                        "1,2\n" +
                        rows("x,2,3,4,5,6", 10));
    INFO(r.complaints);
    CHECK(has(r.complaints, "tabel.csv:1:1: fout: `kosten_nu` mist een kolom `effect_nu`"));
    CHECK(has(r.complaints, "hoort `effect_nw` hierbij?"));
    CHECK(has(r.complaints, "tabel.csv:1:11: fout: `effect_nw` mist een kolom `kosten_nw`"));
    CHECK(has(r.complaints, "tabel.csv:1:21: fout: `kosten_` noemt geen strategie"));
    CHECK(has(r.complaints, "tabel.csv:1:29: fout: kolom zonder naam"));
    CHECK(has(r.complaints, "tabel.csv:1:35: fout: `kans` staat er al"));
    CHECK(has(r.complaints, "tabel.csv:3:3: fout: `effect_nw` is \"twee\" en geen getal"));
    CHECK(has(r.complaints, "tabel.csv:3:12: fout: `kans` is leeg"));
    CHECK(has(r.complaints, "tabel.csv:3:13: fout: `kans` is \"nan\" en geen getal"));
    CHECK(has(r.complaints, "tabel.csv:4:1: fout: heeft 2 velden, maar de eerste regel noemt 6"));
    CHECK(has(r.complaints, "tabel.csv:7:1: fout: `kosten_nu` is \"x\""));
    CHECK_FALSE(has(r.complaints, "tabel.csv:8:1"));
    CHECK(has(r.complaints, "tabel.csv:1:1: fout: `kosten_nu` heeft zo nog 7 verkeerde velden"));
}

TEST_CASE("a table that leaves nothing to choose or nothing to go by") {
    CHECK(has(read("").complaints, "tabel.csv: fout: is leeg"));
    CHECK(has(read("a,b\n" + rows("1,2")).complaints, "noemt geen strategie, en kiezen"));
    CHECK(has(read("kosten_a,effect_a\n" + rows("1,2")).complaints, "noemt één strategie"));
    CHECK(has(read("kosten_a,effect_a,kosten_b,effect_b\n1,2,3,4\n").complaints,
              "heeft 1 trekkingen; met minder dan 30"));
    CHECK(has(read("kosten_a,effect_a,kosten_b,effect_b\n" + rows("1,2,\"3,5\",4")).complaints,
              "een komma scheidt hier de kolommen"));
    const tests::Folder folder;
    CHECK_THROWS_WITH(read_psa_table(folder / "niets.csv"), Catch::Contains("bestaat niet"));
    CHECK_THROWS_WITH(read_psa_table(folder.write("een.csv", "a\n")),
                      Catch::Contains("2 fouten in "));
}
