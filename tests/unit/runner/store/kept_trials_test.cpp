#include "store/kept_trials.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

using namespace ketenplan::runner;

namespace {

/// A path that is gone after the test.
class Scratch {
public:
    Scratch() : path_((std::filesystem::temp_directory_path() / "ketenplan-stand-test").string()) {}
    ~Scratch() { std::filesystem::remove(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

TrialState some() {
    TrialState state;
    state.sets["zoektocht"][{14, 18}] = {{0.1, std::nan("")}, {1.0 / 3.0, -0.0}};
    state.sets["zoektocht"][{15, 18}] = {{std::numeric_limits<double>::infinity(), 2.0}};
    state.sets["bewijs"][{14, 18}] = {{5e-324, 1e300}};
    return state;
}

bool same(const TrialState& a, const TrialState& b) {
    if (a.sets.size() != b.sets.size())
        return false;
    for (const auto& [set, trials] : a.sets) {
        for (const auto& [formatie, rows] : trials) {
            const auto& other = b.sets.at(set).at(formatie);
            for (std::size_t r = 0; r < rows.size(); ++r) {
                for (std::size_t c = 0; c < rows[r].size(); ++c) {
                    if (std::bit_cast<std::uint64_t>(rows[r][c]) !=
                        std::bit_cast<std::uint64_t>(other[r][c]))
                        return false;
                }
            }
        }
    }
    return true;
}

} // namespace

TEST_CASE("trials that were kept come back to the bit") {
    const Scratch file;
    save_trials(file.path(), 7, some());
    CHECK(same(some(), load_trials(file.path(), 7)));
}

TEST_CASE("trials of another question, or of a damaged file, are not taken up") {
    const Scratch file;
    CHECK(load_trials(file.path(), 7).sets.empty()); // no file
    save_trials(file.path(), 7, some());
    CHECK(load_trials(file.path(), 8).sets.empty());
    std::string text;
    {
        std::ifstream in(file.path());
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto rewrite = [&](const std::string& content) {
        std::ofstream(file.path(), std::ios::trunc) << content;
        return load_trials(file.path(), 7).sets.empty();
    };
    CHECK_FALSE(rewrite(text));
    CHECK(rewrite(text.substr(0, text.size() / 2)));                        // cut short
    CHECK(rewrite(text.substr(0, text.find("einde"))));                     // without its end
    CHECK(rewrite(std::string(text).replace(text.find("14,18"), 2, "xx"))); // no number
}
