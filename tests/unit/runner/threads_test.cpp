#include "engine/defect.hpp"
#include "threads.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::runner;

namespace {

const std::atomic<bool> never_stop{false};

} // namespace

TEST_CASE("every job is done once, on any number of threads") {
    for (const std::uint32_t threads : {0U, 1U, 2U, 7U}) {
        std::vector<std::atomic<int>> done(500);
        std::atomic<std::size_t> told{0};
        ThreadExecutor executor(threads, never_stop, [&](std::size_t n) {
            std::size_t before = told.load();
            while (before < n && !told.compare_exchange_weak(before, n)) {
            }
        });
        CHECK(executor.run(500, [&](std::size_t i) { ++done[i]; }) == 500);
        CHECK(std::ranges::all_of(done, [](const auto& n) { return n.load() == 1; }));
        CHECK(told == 500);
    }
}

TEST_CASE("when asked to stop, what was begun is finished and is a whole beginning") {
    std::atomic<bool> stop{false};
    std::vector<std::atomic<int>> done(1000);
    ThreadExecutor executor(3, stop, [](std::size_t) {});
    const std::size_t finished = executor.run(1000, [&](std::size_t i) {
        if (i == 50)
            stop = true;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
        ++done[i];
    });
    CHECK(finished >= 51);
    CHECK(finished < 1000);
    for (std::size_t i = 0; i < done.size(); ++i)
        CHECK(done[i] == (i < finished ? 1 : 0));
}

TEST_CASE("what a job throws is passed on") {
    ThreadExecutor executor(2, never_stop, [](std::size_t) {});
    const auto job = [](std::size_t i) {
        if (i == 5)
            throw engine::Defect("stuk");
    };
    CHECK_THROWS_WITH(executor.run(1000, job), Catch::Contains("stuk"));
}

TEST_CASE("of several failures the first few are told, with how many there were") {
    ThreadExecutor executor(4, never_stop, [](std::size_t) {});
    std::atomic<int> waiting{0};
    const auto job = [&](std::size_t i) {
        ++waiting;
        while (waiting < 4)
            std::this_thread::yield();
        throw engine::Defect("kapot " + std::to_string(i));
    };
    CHECK_THROWS_WITH(executor.run(4, job),
                      Catch::Contains("4 replicaties mislukten") && Catch::Contains("kapot 0"));
}
