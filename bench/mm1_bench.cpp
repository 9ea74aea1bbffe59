// M/M/1 at 80% load: as a bare loop, on the event calendar alone, and with the workforce that the
// model uses (queues, priorities, duty, accounts). See README.md for how to read it.

#include "bare_loop.hpp"
#include "engine/draws.hpp"
#include "engine/durations.hpp"
#include "engine/fifo.hpp"
#include "engine/workforce.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <vector>

namespace {

using namespace ketenplan::engine;

constexpr double mean_service = 10'000.0;
constexpr double mean_gap = mean_service / 0.8;
constexpr std::int64_t horizon = 200'000 * static_cast<std::int64_t>(mean_gap);

Seconds seconds(double s) {
    return Seconds{static_cast<std::int64_t>(s) + 1};
}

std::uint64_t bare_queue() {
    ketenplan::bench::BareLoop loop;
    std::uint64_t waiting = 0;
    const auto serve = [&](std::int64_t now) {
        loop.push(now + seconds(mean_service * loop.exponential()).count(), 1, 0);
    };
    loop.push(0, 0, 0);
    return loop.run(horizon, [&](std::int64_t now, std::uint64_t kind, std::uint32_t) {
        if (kind == 0) {
            loop.push(now + seconds(mean_gap * loop.exponential()).count(), 0, 0);
            if (waiting++ == 0)
                serve(now);
        } else if (--waiting > 0) {
            serve(now);
        }
    });
}

/// On the calendar and the streams, with the queue measured: what any model on this engine pays.
struct CalendarQueue {
    EventCalendar events;
    Draws draws{{.seed = 1, .replication = 0}, DrawMode::random};
    Fifo<Time> waiting;
    QueueLog log;
    DurationHistogram waits;
    std::uint32_t arrivals = 0;
    std::uint32_t services = 0;

    double draw(std::uint8_t purpose, std::uint32_t& n) {
        const std::uint32_t i = n++;
        return draws.unit_exponential(
            {.purpose = purpose, .ordinal = i & 0xfffffU, .part = i >> 20U});
    }
    void serve(Time now) {
        events.schedule(
            now + seconds(mean_service * draw(2, services)), EventClass::completion, 1, 0);
    }
    static void on_arrival(CalendarQueue& q, const Event& e) {
        q.events.schedule(
            e.time + seconds(mean_gap * q.draw(1, q.arrivals)), EventClass::arrival, 0, 0);
        q.waiting.push(e.time);
        q.log.enter(e.time);
        if (q.waiting.size() == 1)
            q.serve(e.time);
    }
    static void on_departure(CalendarQueue& q, const Event& e) {
        const Time arrived = q.waiting.pop();
        q.log.leave(e.time, arrived);
        q.waits.add(e.time - arrived);
        if (!q.waiting.empty())
            q.serve(e.time);
    }
    std::uint64_t run() {
        events.schedule(Time{}, EventClass::arrival, 0, 0);
        constexpr std::array<void (*)(CalendarQueue&, const Event&), 2> handlers{on_arrival,
                                                                                 on_departure};
        run_until<CalendarQueue>(Time{Seconds{horizon}}, events, *this, handlers);
        return events.popped();
    }
};

/// With the workforce: cancellable segments, queues by priority and deadline, working hours.
struct WorkforceQueue {
    WorkCalendar days{
        Date{std::chrono::days{0}}, Date{std::chrono::days{horizon / 86'400 + 400}}, [](Date) {
            return true;
        }};
    EventCalendar events;
    Draws draws{{.seed = 1, .replication = 0}, DrawMode::random};
    Workforce staff{events, days, Seconds{0}, 1, 2};
    QueueId queue = staff.add_queue();
    WorkerId worker = staff.add_worker(seconds_per_day, std::vector{queue});
    DurationHistogram waits;
    std::uint32_t arrivals = 0;

    double draw(std::uint8_t purpose) {
        return draws.unit_exponential(
            {.purpose = purpose, .ordinal = arrivals & 0xfffffU, .part = arrivals >> 20U});
    }
    static void on_arrival(WorkforceQueue& q, const Event& e) {
        q.events.schedule(e.time + seconds(mean_gap * q.draw(1)), EventClass::arrival, 0, 0);
        q.staff.post(q.queue, {0, 0}, seconds(mean_service * q.draw(2)), {}, e.time);
        ++q.arrivals;
    }
    static void on_segment_end(WorkforceQueue& q, const Event& e) {
        if (const auto finished = q.staff.on_segment_end(q.worker, e.time))
            q.waits.add(finished->task.taken_up - finished->task.posted);
        q.staff.proceed(q.worker, e.time);
    }
    static void on_start(WorkforceQueue& q, const Event& e) { q.staff.on_start_of_work(e.time); }
    std::uint64_t run() {
        events.schedule(Time{}, EventClass::arrival, 0, 0);
        constexpr std::array<void (*)(WorkforceQueue&, const Event&), 3> handlers{
            on_arrival, on_segment_end, on_start};
        run_until<WorkforceQueue>(Time{Seconds{horizon}}, events, *this, handlers);
        return events.popped();
    }
};

template <class Run>
void measure(benchmark::State& state, Run run) {
    std::uint64_t events = 0;
    for (auto _ : state)
        events += run();
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

void mm1_bare(benchmark::State& state) {
    measure(state, bare_queue);
}
BENCHMARK(mm1_bare);

void mm1_calendar(benchmark::State& state) {
    measure(state, [] { return CalendarQueue().run(); });
}
BENCHMARK(mm1_calendar);

void mm1_workforce(benchmark::State& state) {
    measure(state, [] { return WorkforceQueue().run(); });
}
BENCHMARK(mm1_workforce);

} // namespace
