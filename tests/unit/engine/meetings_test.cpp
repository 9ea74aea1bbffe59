#include "engine/agenda.hpp"
#include "engine/diary.hpp"
#include "engine/hazard_clock.hpp"
#include "engine/slot_book.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace ketenplan::engine;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr auto urgent = Agenda::Precedence::urgent;
constexpr auto normal = Agenda::Precedence::normal;

Time at(std::int64_t seconds) {
    return Time{Seconds{seconds}};
}

Date monday(int weeks) {
    return Date{days{4 + 7 * weeks}}; // 5 January 1970 was a Monday
}

const WorkCalendar& calendar() {
    // Every weekday is a workday but Wednesday of week 1.
    static const WorkCalendar made(monday(0), monday(60), [](Date d) {
        const std::chrono::weekday w{d};
        return w != std::chrono::Saturday && w != std::chrono::Sunday && d != monday(1) + days{2};
    });
    return made;
}

bool always(const Stretch&) {
    return true;
}

std::vector<std::uint32_t> subjects(const std::vector<AgendaItem>& items) {
    std::vector<std::uint32_t> result;
    for (const AgendaItem& item : items)
        result.push_back(item.subject);
    return result;
}

} // namespace

TEST_CASE("an agenda takes what fits, urgent items first") {
    Agenda agenda;
    agenda.add({1, at(1), minutes{10}}, normal);
    agenda.add({2, at(2), minutes{10}}, normal);
    agenda.add({3, at(3), minutes{10}}, urgent);
    std::vector<AgendaItem> taken;
    CHECK(agenda.take(at(100), at(100), minutes{20}, taken) == minutes{20});
    CHECK(subjects(taken) == std::vector<std::uint32_t>{3, 1});
    CHECK(agenda.size() == 1);
}

TEST_CASE("an agenda stops at the first item that does not fit, even when a later one would") {
    Agenda agenda;
    agenda.add({1, at(1), minutes{10}}, normal);
    agenda.add({2, at(2), minutes{15}}, normal);
    agenda.add({3, at(3), minutes{5}}, normal);
    std::vector<AgendaItem> taken;
    agenda.take(at(100), at(100), minutes{20}, taken);
    CHECK(subjects(taken) == std::vector<std::uint32_t>{1});
}

TEST_CASE("the first item always fits") {
    Agenda agenda;
    agenda.add({1, at(1), hours{9}}, normal);
    agenda.add({2, at(1), minutes{1}}, normal);
    std::vector<AgendaItem> taken;
    CHECK(agenda.take(at(100), at(100), minutes{20}, taken) == hours{9});
    CHECK(subjects(taken) == std::vector<std::uint32_t>{1});
}

TEST_CASE("what became ready after the closing time waits for the next meeting") {
    Agenda agenda;
    agenda.add({1, at(50), minutes{1}}, normal);
    agenda.add({2, at(51), minutes{1}}, normal);
    std::vector<AgendaItem> taken;
    agenda.take(at(100), at(50), hours{1}, taken);
    CHECK(subjects(taken) == std::vector<std::uint32_t>{1});
}

TEST_CASE("a slot book gives the first slot with a free room, in the order of the week") {
    SlotBook book({{std::chrono::Thursday, hours{10}, hours{2}, 1},
                   {std::chrono::Tuesday, hours{10}, hours{2}, 2}},
                  calendar(),
                  monday(0),
                  monday(50));
    const Time tuesday = Time{monday(0) + days{1}} + hours{10};
    CHECK(book.book(Time{monday(0)}, always)->start == tuesday);
    CHECK(book.book(Time{monday(0)}, always)->start == tuesday); // the second room
    CHECK(book.book(Time{monday(0)}, always)->start == tuesday + days{2});
    CHECK(book.book(Time{monday(0)}, always)->start == tuesday + days{7});
    CHECK(book.occupancy(tuesday).used == 2);
    CHECK(book.occupancy(tuesday).rooms == 2);
    CHECK(book.occupancy(tuesday + hours{1}).rooms == 0);
    CHECK(book.fullest() == 1.0);
}

TEST_CASE("a slot is not given before the moment asked for, nor on a day off") {
    SlotBook book(
        {{std::chrono::Wednesday, hours{10}, hours{2}, 1}}, calendar(), monday(0), monday(50));
    const Time wednesday = Time{monday(0) + days{2}} + hours{10};
    CHECK(book.book(wednesday + Seconds{1}, always)->start == wednesday + days{14});
    CHECK(book.book(wednesday, always)->start == wednesday);
}

TEST_CASE("a slot that does not suit is left for others") {
    SlotBook book(
        {{std::chrono::Tuesday, hours{10}, hours{2}, 1}}, calendar(), monday(0), monday(50));
    const Time tuesday = Time{monday(0) + days{1}} + hours{10};
    const auto later =
        book.book(Time{monday(0)}, [&](const Stretch& s) { return s.start > tuesday; });
    CHECK(later->start == tuesday + days{7});
    CHECK(book.book(Time{monday(0)}, always)->start == tuesday);
    CHECK(book.book(Time{monday(0)}, always)->start == tuesday + days{14});
}

TEST_CASE("beyond its last week a slot book has nothing") {
    SlotBook book(
        {{std::chrono::Tuesday, hours{10}, hours{2}, 1}}, calendar(), monday(0), monday(1));
    CHECK(book.book(Time{monday(0)}, always));
    CHECK(book.book(Time{monday(0)}, always));
    CHECK(!book.book(Time{monday(0)}, always));
}

TEST_CASE("a diary knows overlap from touching") {
    Diary diary;
    diary.book({at(100), at(200)});
    CHECK(!diary.is_free({at(150), at(160)}));
    CHECK(!diary.is_free({at(50), at(101)}));
    CHECK(diary.is_free({at(200), at(300)}));
    CHECK(diary.is_free({at(50), at(100)}));
    diary.strike(at(100));
    CHECK(diary.is_free({at(150), at(160)}));
    diary.strike(at(100)); // nothing there any more
    CHECK(diary.size() == 0);
}

TEST_CASE("a piecewise linear function and its inverse undo each other") {
    const PiecewiseLinear f({{0.0, 0.0}, {10.0, 5.0}, {20.0, 5.0}, {30.0, 25.0}});
    CHECK(f.value(-5.0) == 0.0);
    CHECK(f.value(4.0) == Approx(2.0));
    CHECK(f.value(15.0) == Approx(5.0));
    CHECK(f.value(40.0) == Approx(45.0)); // goes on with the last slope
    CHECK(f.inverse(2.0) == Approx(4.0));
    CHECK(f.inverse(5.0) == Approx(10.0)); // the first x that reaches it
    CHECK(f.inverse(15.0) == Approx(25.0));
    CHECK(f.inverse(45.0) == Approx(40.0));
    const PiecewiseLinear flat({{0.0, 0.0}, {1.0, 1.0}, {2.0, 1.0}});
    CHECK(std::isinf(flat.inverse(1.5)));
}

TEST_CASE("a hazard clock spends its threshold at the current rate") {
    const PiecewiseLinear per_second({{0.0, 0.0}, {1.0, 1.0}}); // hazard 1 a second
    HazardClock clock(100.0, per_second, at(1000), 1.0);
    CHECK(clock.due() == at(1100));
    clock.set_factor(at(1040), 2.0); // 60 left at 2 a second
    CHECK(clock.due() == at(1070));
    clock.set_factor(at(1050), 0.0);
    CHECK(clock.due() == never);
    clock.set_factor(at(1060), 0.5); // 40 left at a half
    CHECK(clock.due() == at(1140));
    clock.set_factor(at(1100), 0.5); // no change: nothing is recomputed
    CHECK(clock.due() == at(1140));
}

TEST_CASE("a hazard clock follows a baseline that changes by itself") {
    const PiecewiseLinear fading({{0.0, 0.0}, {10.0, 10.0}, {110.0, 20.0}});
    HazardClock clock(15.0, fading, at(0), 1.0);
    CHECK(clock.due() == at(60));
    HazardClock twice(15.0, fading, at(0), 2.0); // reaches 7.5 of the baseline
    CHECK(twice.due() == at(8));                 // rounded up to a whole second
}
