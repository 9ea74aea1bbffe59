// Whole replications of Hollands Midden: time and events per simulated year, memory per
// replication, allocations per event after the warm-up, and how threads scale. See README.md for
// how to read it.

#include "analysis/replications.hpp"
#include "casus/huis.hpp"
#include "input/scenario.hpp"
#include "support/allocation_counter.hpp"
#include "threads.hpp"

#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdint>

namespace {

using namespace ketenplan;

const std::string scenario = KETENPLAN_SOURCE_DIR "/scenarios/hollands-midden/2015.toml";

parameters::Parameters hollands_midden() {
    static const parameters::Parameters p = runner::read_scenario(scenario).parameters;
    return p;
}

engine::Date new_year(int year) {
    return std::chrono::local_days{std::chrono::year{year} / 1 / 1};
}

void replication(benchmark::State& state) {
    const casus::Opzet opzet(hollands_midden());
    const auto columns = analysis::columns_of(opzet);
    std::vector<double> row(columns.size());
    std::uint64_t events = 0;
    std::uint32_t r = 0;
    for (auto _ : state) {
        const auto outcome = casus::simulate(opzet, {.sleutel = {1, r++}, .spoor = {}});
        analysis::fill_row(opzet, outcome, columns, row);
        events += outcome.gebeurtenissen;
    }
    const double years =
        static_cast<double>((opzet.einde - opzet.begin).count()) / 86'400.0 / 365.2425;
    using benchmark::Counter;
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
    state.counters["seconds_per_year"] =
        Counter(years, Counter::kIsIterationInvariantRate | Counter::kInvert);
    state.counters["events_per_year"] =
        static_cast<double>(events) / static_cast<double>(state.iterations()) / years;
    state.counters["bytes_per_replication"] = static_cast<double>(columns.size() * sizeof(double));
}
BENCHMARK(replication)->Unit(benchmark::kMillisecond);

/// A run of twenty years against one of ten: what the last ten years allocate, per event.
void allocations_per_event(benchmark::State& state) {
    const auto count = [](int last_year) {
        parameters::Parameters p = hollands_midden();
        p.looptijd.einde = new_year(last_year);
        const casus::Opzet opzet(p);
        const std::int64_t before = tests::allocations();
        const auto outcome = casus::simulate(opzet, {.sleutel = {1, 0}, .spoor = {}});
        return std::pair(tests::allocations() - before, outcome.gebeurtenissen);
    };
    for (auto _ : state) {
        const auto ten = count(2025);
        const auto twenty = count(2035);
        state.counters["allocations_per_year"] =
            static_cast<double>(twenty.first - ten.first) / 10.0;
        state.counters["allocations_per_event"] = static_cast<double>(twenty.first - ten.first) /
                                                  static_cast<double>(twenty.second - ten.second);
    }
}
BENCHMARK(allocations_per_event)->Iterations(1)->Unit(benchmark::kMillisecond);

void study(benchmark::State& state) {
    const casus::Opzet opzet(hollands_midden());
    const std::atomic<bool> stop{false};
    constexpr std::size_t replications = 200;
    for (auto _ : state) {
        runner::ThreadExecutor executor(
            static_cast<std::uint32_t>(state.range(0)), stop, [](std::size_t) {});
        benchmark::DoNotOptimize(analysis::replicate(opzet, 1, replications, executor));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(replications));
}
BENCHMARK(study)->Arg(1)->Arg(2)->ArgName("threads")->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
