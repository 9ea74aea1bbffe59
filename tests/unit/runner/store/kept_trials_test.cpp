#include "store/kept_rows.hpp"
#include "store/kept_trials.hpp"
#include "support/scratch_file.hpp"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <string>

using namespace ketenplan::runner;
using ketenplan::tests::ScratchFile;

namespace {

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
    const ScratchFile file;
    save_trials(file.path(), 7, some());
    CHECK(same(some(), load_trials(file.path(), 7)));
    TrialState fewer;
    fewer.sets["bewijs"][{14, 18}] = {{1.0}};
    save_trials(file.path(), 7, fewer); // replaces
    CHECK(same(fewer, load_trials(file.path(), 7)));
}

TEST_CASE("trials of another question, or of another kind of rows, are not taken up") {
    const ScratchFile file;
    CHECK(load_trials(file.path(), 7).sets.empty()); // no file
    save_trials(file.path(), 7, some());
    CHECK(load_trials(file.path(), 8).sets.empty());
    for (const char* stage : {"replicaties", "zoektocht ", "zoektocht 14,", "zoektocht 14;18"}) {
        KeptRows kept(file.path(), 7);
        kept.stages() = {{stage, {{1}}}};
        kept.save();
        CHECK(load_trials(file.path(), 7).sets.empty());
    }
}
