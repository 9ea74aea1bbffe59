#include "input/scenario.hpp"
#include "output/template.hpp"
#include "support/scenario_folder.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::runner;
using ketenplan::tests::Folder;
using ketenplan::tests::read_all;

namespace {

const std::string approved_file = KETENPLAN_SOURCE_DIR "/tests/golden/vergissingen.txt";

struct Mistake {
    std::string name;
    std::string text;
    std::string expected;
};

struct Approved {
    std::string introduction;
    std::vector<Mistake> mistakes;
};

Approved read_approved() {
    Approved approved;
    std::istringstream lines(read_all(approved_file));
    std::string line;
    std::string* target = &approved.introduction;
    while (std::getline(lines, line)) {
        if (line.starts_with("=== ")) {
            approved.mistakes.push_back({line.substr(4), "", ""});
        } else if (line == ">>>") {
            target = &approved.mistakes.back().text;
        } else if (line == "<<<") {
            target = &approved.mistakes.back().expected;
        } else {
            *target += line + "\n";
        }
    }
    return approved;
}

/// What the program says of a file that builds on the template, without the folder it is in.
std::string said_of(const std::string& text) {
    const Folder folder;
    folder.write("basis.toml", scenario_template(parameters::example()));
    const std::string path = folder.write("fout.toml", "basis = \"basis.toml\"\n" + text);
    Diagnostics diagnostics;
    (void)read_scenario(path, diagnostics);
    std::string said = diagnostics.text();
    const std::string prefix = folder.str() + "/";
    for (std::size_t i = said.find(prefix); i != std::string::npos; i = said.find(prefix, i))
        said.erase(i, prefix.size());
    return said;
}

void approve(const Approved& approved) {
    std::ofstream out(approved_file, std::ios::binary);
    out << approved.introduction;
    for (const Mistake& m : approved.mistakes)
        out << "=== " << m.name << "\n>>>\n" << m.text << "<<<\n" << said_of(m.text);
}

} // namespace

TEST_CASE("what people really mistype gets the message that was approved") {
    const Approved approved = read_approved();
    if (std::getenv("KETENPLAN_GOEDKEUREN") != nullptr) { // NOLINT(concurrency-mt-unsafe)
        approve(approved);
        FAIL("golden file renewed: look at the difference before committing it");
    }
    CHECK(approved.mistakes.size() >= 60);
    for (const Mistake& mistake : approved.mistakes) {
        INFO(mistake.name);
        CHECK(said_of(mistake.text) == mistake.expected);
    }
}

TEST_CASE("every mistake is pointed out at a line of a file") {
    for (const Mistake& mistake : read_approved().mistakes) {
        INFO(mistake.name);
        CHECK(mistake.expected.find(".toml:") != std::string::npos);
    }
}
