// The tandem "weekly weging (14 places) -> weekly casusoverleg (8 places) -> four timed contacts by
// four coordinators", once as a bare loop and once on the engine. See README.md for how to read it.

#include "bare_loop.hpp"
#include "engine/agenda.hpp"
#include "engine/draws.hpp"
#include "engine/durations.hpp"
#include "engine/event_calendar.hpp"
#include "engine/series.hpp"
#include "engine/slab.hpp"
#include "units/id.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

namespace {

using namespace ketenplan::engine;

constexpr std::int64_t day = 86400;
constexpr std::int64_t week = 7 * day;
constexpr std::array<std::int64_t, 4> contact_after{7 * day, 30 * day, 91 * day, 182 * day};
constexpr std::size_t coordinators = 4;
constexpr std::int64_t places_weging = 14;
constexpr std::int64_t places_overleg = 8;
constexpr double mean_gap = static_cast<double>(week) / 7.5; // 7.5 cases a week for 8 places
constexpr std::int64_t horizon = 200 * 365 * day;

// The yardstick: the same events in a hand-written loop, two arrays as queues, and nothing measured
// but a count.
struct BareTandem {
    static constexpr std::uint32_t ring = 4096;
    static constexpr std::uint32_t most_cases = 65'536;
    ketenplan::bench::BareLoop loop;
    std::array<std::uint32_t, ring> for_weging{};
    std::array<std::uint32_t, ring> for_overleg{};
    std::uint32_t weging_in = 0;
    std::uint32_t weging_out = 0;
    std::uint32_t overleg_in = 0;
    std::uint32_t overleg_out = 0;
    std::uint32_t cases = 0;
    std::vector<std::uint8_t> done = std::vector<std::uint8_t>(most_cases, 0);
    std::array<std::uint64_t, coordinators> contacts{};

    void arrive(std::int64_t now) {
        for_weging[weging_in++ % ring] = cases++ % most_cases;
        loop.push(now + static_cast<std::int64_t>(mean_gap * loop.exponential()) + 1, 0, 0);
    }
    void weigh(std::int64_t now) {
        for (std::int64_t i = 0; i < places_weging && weging_out != weging_in; ++i)
            for_overleg[overleg_in++ % ring] = for_weging[weging_out++ % ring];
        loop.push(now + week, 1, 0);
    }
    void confer(std::int64_t now) {
        loop.push(now + week, 2, 0);
        for (std::int64_t i = 0; i < places_overleg && overleg_out != overleg_in; ++i) {
            const std::uint32_t subject = for_overleg[overleg_out++ % ring];
            done[subject] = 0;
            loop.push(now + contact_after[0], 3, subject);
        }
    }
    void contact(std::int64_t now, std::uint32_t subject) {
        ++contacts[subject % coordinators];
        const std::size_t next = ++done[subject];
        if (next < contact_after.size())
            loop.push(now + contact_after[next] - contact_after[next - 1], 3, subject);
    }

    std::uint64_t run() {
        loop.push(0, 0, 0);
        loop.push(2 * day, 1, 0);
        loop.push(4 * day, 2, 0);
        return loop.run(horizon,
                        [this](std::int64_t now, std::uint64_t kind, std::uint32_t subject) {
                            switch (kind) {
                            case 0:
                                arrive(now);
                                break;
                            case 1:
                                weigh(now);
                                break;
                            case 2:
                                confer(now);
                                break;
                            default:
                                contact(now, subject);
                                break;
                            }
                        });
    }
};

// The same tandem on the engine, as the model uses it: a stream per draw, agendas that measure
// their queue twice over, waits in histograms, caseload over time, a fingerprint, events by handler
// table.
struct Tandem {
    enum Kind : EventKind { arrival, weging, overleg, contact };
    struct Case {
        Time reported{};
        std::uint8_t next_contact = 0;
        std::uint8_t coordinator = 0;
    };
    using CaseId = ketenplan::units::Id<Case>;

    EventCalendar calendar;
    Draws draws{{.seed = 1, .replication = 0}, DrawMode::random};
    Agenda for_weging;
    Agenda for_overleg;
    Slab<Case, CaseId> cases;
    std::vector<AgendaItem> taken;
    std::array<TimeWeighted, coordinators> caseload;
    DurationHistogram waits_weging;
    DurationHistogram waits_overleg;
    std::uint32_t arrivals = 0;

    static void on_arrival(Tandem& t, const Event& e) {
        const CaseId id = t.cases.add({.reported = e.time});
        t.for_weging.add({id.value(), e.time, Seconds{1}}, Agenda::Precedence::normal);
        const double gap =
            mean_gap * t.draws.unit_exponential({.purpose = 1, .ordinal = t.arrivals++});
        t.calendar.schedule(
            e.time + Seconds{static_cast<std::int64_t>(gap) + 1}, EventClass::arrival, arrival, 0);
    }
    static void on_weging(Tandem& t, const Event& e) {
        t.calendar.schedule(e.time + seconds_per_week, EventClass::meeting_start, weging, 0);
        t.taken.clear();
        t.for_weging.take(e.time, e.time, Seconds{places_weging}, t.taken);
        for (const AgendaItem& item : t.taken) {
            t.waits_weging.add(e.time - item.ready);
            t.for_overleg.add({item.subject, e.time, Seconds{1}}, Agenda::Precedence::normal);
        }
    }
    static void on_overleg(Tandem& t, const Event& e) {
        t.calendar.schedule(e.time + seconds_per_week, EventClass::meeting_start, overleg, 0);
        t.taken.clear();
        t.for_overleg.take(e.time, e.time, Seconds{places_overleg}, t.taken);
        for (const AgendaItem& item : t.taken) {
            Case& c = t.cases[CaseId(item.subject)];
            t.waits_overleg.add(e.time - c.reported);
            std::uint8_t least = 0;
            for (std::uint8_t i = 1; i < coordinators; ++i) {
                if (t.caseload[i].value() < t.caseload[least].value())
                    least = i;
            }
            c.coordinator = least;
            t.caseload[least].change(e.time, 1);
            t.calendar.schedule(e.time + Seconds{contact_after[0]},
                                EventClass::meeting_start,
                                contact,
                                item.subject);
        }
    }
    static void on_contact(Tandem& t, const Event& e) {
        Case& c = t.cases[CaseId(e.subject)];
        const std::size_t done = ++c.next_contact;
        if (done == contact_after.size()) {
            t.caseload[c.coordinator].change(e.time, -1);
            t.cases.remove(CaseId(e.subject));
            return;
        }
        t.calendar.schedule(e.time + Seconds{contact_after[done] - contact_after[done - 1]},
                            EventClass::meeting_start,
                            contact,
                            e.subject);
    }

    std::uint64_t run() {
        calendar.schedule(Time{}, EventClass::arrival, arrival, 0);
        calendar.schedule(Time{Seconds{2 * day}}, EventClass::meeting_start, weging, 0);
        calendar.schedule(Time{Seconds{4 * day}}, EventClass::meeting_start, overleg, 0);
        constexpr std::array<void (*)(Tandem&, const Event&), 4> handlers{
            on_arrival, on_weging, on_overleg, on_contact};
        run_until<Tandem>(Time{Seconds{horizon}}, calendar, *this, handlers);
        return calendar.popped();
    }
};

void tandem_bare(benchmark::State& state) {
    std::uint64_t events = 0;
    for (auto _ : state) {
        BareTandem tandem;
        events += tandem.run();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(tandem_bare);

void tandem_engine(benchmark::State& state) {
    std::uint64_t events = 0;
    for (auto _ : state) {
        Tandem tandem;
        events += tandem.run();
        state.counters["pending"] = static_cast<double>(tandem.calendar.pending());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}
BENCHMARK(tandem_engine);

template <class System>
double events_per_second() {
    const auto begin = std::chrono::steady_clock::now();
    System tandem;
    const std::uint64_t events = tandem.run();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    return static_cast<double>(events) / taken.count();
}

/// Turn by turn, so that what else the machine does hits both: the median of the ratios is the
/// figure to quote.
void tandem_ratio(benchmark::State& state) {
    std::vector<double> ratios;
    for (auto _ : state)
        ratios.push_back(events_per_second<Tandem>() / events_per_second<BareTandem>());
    std::ranges::sort(ratios);
    state.counters["engine_per_bare"] = ratios[ratios.size() / 2];
    state.counters["lowest"] = ratios.front();
    state.counters["highest"] = ratios.back();
}
BENCHMARK(tandem_ratio)->Iterations(101)->Unit(benchmark::kMillisecond);

} // namespace
