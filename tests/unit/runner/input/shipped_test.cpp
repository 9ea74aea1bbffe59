#include "input/scenario.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

using namespace ketenplan;
using namespace ketenplan::runner;

namespace {

namespace fs = std::filesystem;

const fs::path scenarios = fs::path(KETENPLAN_SOURCE_DIR) / "scenarios";

/// The scenarios of regions: all but those made for tests.
std::vector<fs::path> shipped() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(scenarios)) {
        const fs::path& path = entry.path();
        if (path.extension() == ".toml" && path.stem().extension() != ".studie" &&
            path.parent_path().filename() != "test")
            files.push_back(path);
    }
    std::ranges::sort(files);
    return files;
}

/// The numbers in the first columns of scenarios/bronnen/*.csv.
std::set<std::string> known_facts() {
    std::set<std::string> facts;
    for (const char* name : {"feiten.csv", "openbare-cijfers.csv", "werkregels.csv"}) {
        std::ifstream file(scenarios / "bronnen" / name);
        for (std::string line; std::getline(file, line);)
            facts.insert(line.substr(0, line.find(',')));
    }
    return facts;
}

/// When is looked, or whom a variant is about: a question put to the model, not a claim about the
/// world.
bool is_a_question(const std::string& path) {
    return path.ends_with(".volgnummer") ||
           (path.starts_with("recidive.vervolg[") && path.ends_with("].na"));
}

bool has_range(const ParameterRecord& record) {
    return record.low && record.high && *record.low <= *record.number &&
           *record.number <= *record.high && *record.low < *record.high;
}

} // namespace

TEST_CASE("every shipped scenario is valid and gives no warning") {
    REQUIRE(shipped().size() >= 3);
    for (const fs::path& path : shipped()) {
        INFO(path);
        Diagnostics diagnostics;
        (void)read_scenario(path.string(), diagnostics);
        CHECK(diagnostics.text().empty());
    }
}

TEST_CASE("every number of a shipped scenario has a source, or is an assumption with a range") {
    for (const fs::path& path : shipped()) {
        for (const ParameterRecord& record : read_scenario(path.string()).records) {
            if (!record.number || record.path == "formaat" || is_a_question(record.path))
                continue;
            INFO(path << ": " << record.path << " = " << record.value);
            CHECK((!record.source.empty() || (!record.assumption.empty() && has_range(record))));
        }
    }
}

TEST_CASE("every fact that a shipped scenario cites is in the list of sources") {
    const std::set<std::string> facts = known_facts();
    REQUIRE(facts.size() > 600);
    const std::regex number(R"(\b(?:[ABCDRP]|PR)\d{2,3}\b)");
    std::size_t cited = 0;
    for (const fs::path& path : shipped()) {
        for (const ParameterRecord& record : read_scenario(path.string()).records) {
            const std::string said = record.source + " " + record.assumption;
            for (auto i = std::sregex_iterator(said.begin(), said.end(), number);
                 i != std::sregex_iterator();
                 ++i) {
                INFO(path << ": " << record.path << " cites " << i->str());
                CHECK(facts.contains(i->str()));
                ++cited;
            }
        }
    }
    CHECK(cited > 100);
}
