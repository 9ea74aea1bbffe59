#include "engine/event_calendar.hpp"
#include "engine/heap.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

using namespace ketenplan::engine;

namespace {

constexpr Time at(std::int64_t seconds) {
    return Time{Seconds{seconds}};
}

std::vector<std::uint32_t> pop_all(EventCalendar& calendar) {
    std::vector<std::uint32_t> subjects;
    Event event{};
    while (calendar.pop_before(never, event))
        subjects.push_back(event.subject);
    return subjects;
}

} // namespace

TEST_CASE("a heap gives its keys in order, whatever the pushes in between") {
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same test every time
    MinHeap heap;
    std::vector<Key128> expected;
    std::vector<Key128> popped;
    for (int round = 0; round < 20'000; ++round) {
        if (random() % 3 != 0 || heap.empty()) {
            const Key128 key = (static_cast<Key128>(random() % 1000) << 64U) | random();
            heap.push(key);
            expected.push_back(key);
            std::ranges::push_heap(expected, std::ranges::greater{});
        } else {
            std::ranges::pop_heap(expected, std::ranges::greater{});
            REQUIRE(heap.pop() == expected.back());
            expected.pop_back();
        }
        REQUIRE(heap.size() == expected.size());
    }
}

TEST_CASE("a heap without some of its keys keeps the order of the others") {
    MinHeap heap;
    for (unsigned i = 0; i < 100; ++i)
        heap.push((i * 37U) % 100U);
    heap.pop(); // leaves the hole that replace-top uses
    heap.erase_if([](Key128 key) { return key % 2 == 0; });
    REQUIRE(heap.size() == 50);
    for (unsigned i = 1; i < 100; i += 2)
        CHECK(heap.pop() == i);
}

TEST_CASE("events happen in the order of their times") {
    EventCalendar calendar;
    for (const std::uint32_t t : {30U, 10U, 20U})
        calendar.schedule(at(t), EventClass::arrival, 0, t);
    CHECK(pop_all(calendar) == std::vector<std::uint32_t>{10, 20, 30});
}

TEST_CASE("at one second the class decides, and within a class the order of scheduling") {
    EventCalendar calendar;
    const std::array classes{EventClass::bookkeeping,
                             EventClass::due,
                             EventClass::meeting_end,
                             EventClass::meeting_start,
                             EventClass::completion,
                             EventClass::arrival,
                             EventClass::staff};
    std::uint32_t number = 0;
    for (const EventClass order : classes) {
        calendar.schedule(at(5), order, 0, number++);
        calendar.schedule(at(5), order, 0, number++);
    }
    CHECK(pop_all(calendar) ==
          std::vector<std::uint32_t>{12, 13, 10, 11, 8, 9, 6, 7, 4, 5, 2, 3, 0, 1});
}

TEST_CASE("an event carries its kind, class and subject, and sets the clock") {
    EventCalendar calendar;
    calendar.schedule(at(42), EventClass::due, 127, 0xfffffffeU);
    Event event{};
    REQUIRE(calendar.pop_before(at(43), event));
    CHECK(event.time == at(42));
    CHECK(event.order == EventClass::due);
    CHECK(event.kind == 127);
    CHECK(event.subject == 0xfffffffeU);
    CHECK(calendar.now() == at(42));
}

TEST_CASE("nothing at or after the end is handed out") {
    EventCalendar calendar;
    calendar.schedule(at(10), EventClass::arrival, 0, 1);
    Event event{};
    CHECK(!calendar.pop_before(at(10), event));
    CHECK(calendar.pop_before(at(11), event));
}

TEST_CASE("an event in the past is a defect") {
    EventCalendar calendar;
    calendar.schedule(at(10), EventClass::arrival, 0, 1);
    Event event{};
    calendar.pop_before(never, event);
    CHECK_THROWS_AS(calendar.schedule(at(9), EventClass::arrival, 0, 2), Defect);
}

TEST_CASE("a cancelled event does not happen, and cancelling twice does nothing") {
    EventCalendar calendar;
    EventHandle first = calendar.schedule_cancellable(at(1), EventClass::due, 3, 1);
    EventHandle second = calendar.schedule_cancellable(at(2), EventClass::due, 3, 2);
    EventHandle copy = first;
    CHECK(calendar.cancel(first));
    CHECK(!calendar.cancel(first));
    CHECK(!calendar.cancel(copy));
    CHECK(calendar.pending() == 1);
    CHECK(pop_all(calendar) == std::vector<std::uint32_t>{2});
    CHECK(!calendar.cancel(second)); // it has happened
}

TEST_CASE("a handle does not reach the event that took its place") {
    EventCalendar calendar;
    EventHandle old = calendar.schedule_cancellable(at(1), EventClass::due, 0, 1);
    EventHandle copy = old;
    calendar.cancel(old);
    calendar.schedule_cancellable(at(2), EventClass::due, 0, 2); // the same timer
    CHECK(!calendar.cancel(copy));
    CHECK(pop_all(calendar) == std::vector<std::uint32_t>{2});
}

TEST_CASE("cancelled events do not pile up") {
    EventCalendar calendar;
    for (std::uint32_t i = 0; i < 10; ++i)
        calendar.schedule(at(1'000'000 + i), EventClass::due, 0, i);
    std::size_t most = 0;
    for (int i = 0; i < 100'000; ++i) {
        EventHandle handle = calendar.schedule_cancellable(at(500'000), EventClass::due, 0, 99);
        calendar.cancel(handle);
        most = std::max(most, calendar.held());
    }
    CHECK(most < 200);
    CHECK(calendar.pending() == 10);
    CHECK(pop_all(calendar).size() == 10);
}

TEST_CASE("sweeping out cancelled events changes no order") {
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp)
    EventCalendar calendar;
    std::vector<std::pair<std::int64_t, std::uint32_t>> expected;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        const auto t = static_cast<std::int64_t>(random() % 10'000);
        EventHandle handle = calendar.schedule_cancellable(at(t), EventClass::due, 0, i);
        if (random() % 4 != 0)
            calendar.cancel(handle);
        else
            expected.emplace_back(t, i);
    }
    std::ranges::stable_sort(expected, {}, [](const auto& e) { return e.first; });
    std::vector<std::uint32_t> order;
    for (const auto& [t, i] : expected)
        order.push_back(i);
    CHECK(pop_all(calendar) == order);
}

TEST_CASE("equal event sequences have equal fingerprints, and others do not") {
    const auto fingerprint = [](std::initializer_list<std::uint32_t> subjects) {
        EventCalendar calendar;
        std::int64_t t = 0;
        for (const std::uint32_t s : subjects)
            calendar.schedule(at(++t), EventClass::due, 1, s);
        pop_all(calendar);
        return calendar.fingerprint();
    };
    CHECK(fingerprint({1, 2, 3}) == fingerprint({1, 2, 3}));
    CHECK(fingerprint({1, 2, 3}) != fingerprint({1, 3, 2}));
    CHECK(fingerprint({1, 2}) != fingerprint({1, 2, 3}));
}

TEST_CASE("run_until hands each event to the handler of its kind") {
    struct Seen {
        std::vector<int> kinds;
    };
    EventCalendar calendar;
    calendar.schedule(at(1), EventClass::due, 1, 0);
    calendar.schedule(at(2), EventClass::due, 0, 0);
    calendar.schedule(at(9), EventClass::due, 0, 0);
    constexpr std::array<void (*)(Seen&, const Event&), 2> handlers{
        [](Seen& s, const Event&) { s.kinds.push_back(0); },
        [](Seen& s, const Event&) {
            s.kinds.push_back(1);
        }};
    Seen seen;
    run_until<Seen>(at(9), calendar, seen, handlers);
    CHECK(seen.kinds == std::vector<int>{1, 0});
}
