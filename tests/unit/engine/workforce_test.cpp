#include "engine/workforce.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <vector>

using namespace ketenplan::engine;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr EventKind segment_end = 1;
constexpr EventKind start_of_work = 2;

Date monday() {
    return std::chrono::local_days{std::chrono::year{2015} / 6 / 1};
}

/// Hour and minute on the n-th day from Monday 1 June 2015.
Time on(int day, int hour, int minute = 0) {
    return Time{monday() + days{day}} + hours{hour} + minutes{minute};
}

/// A workforce with its own calendar of events, driven by hand: `run_to` handles what falls due.
class Office : public WorkObserver {
public:
    Office()
        : calendar_(monday() - days{7},
                    monday() + days{60},
                    [](Date d) { return is_dutch_workday(d, {}); }),
          staff(events, calendar_, hours{9}, segment_end, start_of_work) {
        events.start_at(on(0, 0));
        staff.observe(this);
    }

    void run_to(Time end) {
        Event event{};
        while (events.pop_before(end, event)) {
            if (event.kind == start_of_work) {
                staff.on_start_of_work(event.time);
                continue;
            }
            const WorkerId worker(event.subject);
            if (const auto finished = staff.on_segment_end(worker, event.time)) {
                done[finished->task.note.subject] = event.time;
                by[finished->task.note.subject] = worker;
                if (finished->task.pointless)
                    ++pointless;
            }
            staff.proceed(worker, event.time);
        }
        now = end;
    }

    TaskHandle post(QueueId queue,
                    std::uint32_t name,
                    Seconds work,
                    Time when,
                    std::int16_t priority = 5,
                    Time deadline = never,
                    Category category = 0) {
        run_to(when);
        return staff.post(
            queue, {.category = category, .subject = name}, work, {priority, deadline}, when);
    }

    void stretch(WorkerId worker, Activity activity, Time from, Time until) override {
        const Shift& shift = staff.shift(worker);
        worked[activity] += shift.position(until) - shift.position(from);
    }

    EventCalendar events;
    WorkCalendar calendar_;
    Workforce staff;
    Time now{};
    std::map<std::uint32_t, Time> done;
    std::map<std::uint32_t, WorkerId> by;
    std::map<Activity, Seconds> worked;
    int pointless = 0;
};

} // namespace

TEST_CASE("a task takes its work from when it is taken up") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{7} + minutes{12}, std::vector{queue});
    office.post(queue, 1, hours{2}, on(0, 10));
    office.run_to(on(1, 0));
    CHECK(office.done[1] == on(0, 12));
}

TEST_CASE("work outside hours waits for the start of work, and goes over nights and weekends") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{4}, std::vector{queue}); // 9:00 to 13:00
    office.post(queue, 1, hours{1}, on(0, 3));
    office.post(queue, 2, hours{2}, on(4, 12)); // Friday
    office.run_to(on(10, 0));
    CHECK(office.done[1] == on(0, 10));
    CHECK(office.done[2] == on(7, 10)); // one hour on Friday, one on Monday
}

TEST_CASE("waiting tasks go by priority, then deadline, then creation") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 0, hours{1}, on(0, 9)); // keeps the worker busy
    office.post(queue, 1, minutes{10}, on(0, 9, 1), 5, on(3, 0));
    office.post(queue, 2, minutes{10}, on(0, 9, 2), 5, on(2, 0));
    office.post(queue, 3, minutes{10}, on(0, 9, 3), 5, on(2, 0));
    office.post(queue, 4, minutes{10}, on(0, 9, 4), 1, on(9, 0));
    office.run_to(on(1, 0));
    CHECK(office.done[4] < office.done[2]);
    CHECK(office.done[2] < office.done[3]);
    CHECK(office.done[3] < office.done[1]);
}

TEST_CASE("of several free workers the one idle longest takes the task, then the lowest number") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId first = office.staff.add_worker(hours{7}, std::vector{queue});
    const WorkerId second = office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 1, minutes{10}, on(0, 10));
    office.post(queue, 2, minutes{10}, on(0, 11));
    office.post(queue, 3, minutes{10}, on(0, 12));
    office.run_to(on(0, 13));
    CHECK(office.by[1] == first);  // both idle equally long: the lowest number
    CHECK(office.by[2] == second); // idle longest
    CHECK(office.by[3] == first);
}

TEST_CASE("a worker's own tasks compete with those of the pool, in one order") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 0, hours{1}, on(0, 9));
    office.post(queue, 1, minutes{10}, on(0, 9, 1), 3);
    office.post(office.staff.own_queue(worker), 2, minutes{10}, on(0, 9, 2), 2);
    office.post(office.staff.own_queue(worker), 3, minutes{10}, on(0, 9, 3), 4);
    office.run_to(on(1, 0));
    CHECK(office.done[2] < office.done[1]);
    CHECK(office.done[1] < office.done[3]);
}

TEST_CASE("an own task is done by nobody else") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId first = office.staff.add_worker(hours{7}, std::vector{queue});
    office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(office.staff.own_queue(first), 1, hours{1}, on(0, 9));
    office.post(office.staff.own_queue(first), 2, hours{1}, on(0, 9));
    office.run_to(on(1, 0));
    CHECK(office.by[2] == first);
    CHECK(office.done[2] == on(0, 11));
}

TEST_CASE("a task in hand is not pre-empted") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 1, hours{2}, on(0, 9), 9);
    office.post(queue, 2, hours{1}, on(0, 10), 0);
    office.run_to(on(1, 0));
    CHECK(office.done[1] == on(0, 11));
    CHECK(office.done[2] == on(0, 12));
}

TEST_CASE("a meeting makes the task in hand pause, one to one") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 1, hours{2}, on(0, 9));
    office.run_to(on(0, 10));
    office.staff.begin_meeting(worker, 0, on(0, 10));
    CHECK(office.staff.in_meeting(worker));
    office.run_to(on(0, 11, 30));
    office.staff.end_meeting(worker, on(0, 11, 30));
    office.run_to(on(1, 0));
    CHECK(office.done[1] == on(0, 12, 30));
    const WorkAccount account = office.staff.take_account(worker, on(1, 0));
    CHECK(account.tasks == hours{2});
    CHECK(account.meetings == minutes{90});
    CHECK(account.outside_duty == Seconds{0});
}

TEST_CASE("meetings that overlap count once, and nothing is taken up in between") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{queue});
    office.run_to(on(0, 10));
    office.staff.begin_meeting(worker, 0, on(0, 10));
    office.post(queue, 1, hours{1}, on(0, 10, 15));
    office.run_to(on(0, 10, 30));
    office.staff.begin_meeting(worker, 0, on(0, 10, 30));
    office.run_to(on(0, 11));
    office.staff.end_meeting(worker, on(0, 11));
    office.run_to(on(0, 12));
    CHECK(office.done.empty());
    office.staff.end_meeting(worker, on(0, 12));
    office.run_to(on(1, 0));
    CHECK(office.done[1] == on(0, 13));
    CHECK(office.staff.take_account(worker, on(1, 0)).meetings == hours{2});
}

TEST_CASE("time on tasks and in meetings is told apart by category, in the year it was worked in") {
    Office office;
    const WorkerId worker = office.staff.add_worker(hours{7}, {}); // to 16:00
    const QueueId queue = office.staff.own_queue(worker);
    office.post(queue, 1, hours{2}, on(0, 9), 5, never, 3);
    office.run_to(on(0, 10));
    office.staff.begin_meeting(worker, 4, on(0, 10));
    office.run_to(on(0, 11));
    office.staff.begin_meeting(worker, 5, on(0, 11)); // before the other has ended
    office.run_to(on(0, 12));
    office.staff.end_meeting(worker, on(0, 12));
    office.run_to(on(0, 12, 30));
    office.staff.end_meeting(worker, on(0, 12, 30));
    office.run_to(on(0, 13)); // half of the second hour of the task is done
    const WorkAccount first = office.staff.take_account(worker, on(0, 13));
    CHECK(first.by_category[3] == minutes{90});
    CHECK(first.by_category[4] == hours{1});
    CHECK(first.by_category[5] == minutes{90});
    office.post(queue, 2, hours{1}, on(0, 13, 30), 5, never, 3);
    office.run_to(on(0, 15, 30));
    office.staff.begin_meeting(worker, 4, on(0, 15, 30));
    office.run_to(on(0, 17));
    office.staff.end_meeting(worker, on(0, 17)); // an hour outside working hours
    office.run_to(on(2, 0));
    const WorkAccount second = office.staff.take_account(worker, on(2, 0));
    CHECK(second.by_category[3] == minutes{90});
    CHECK(second.by_category[4] == minutes{90});
    for (const WorkAccount& account : {first, second}) {
        Seconds sum{0};
        for (const Seconds spent : account.by_category)
            sum += spent;
        CHECK(sum == account.tasks + account.meetings + account.outside_duty);
    }
    CHECK(second.given_back == hours{1}); // which is spent for nothing
}

TEST_CASE("time for a category that cannot be is refused") {
    Office office;
    const WorkerId worker = office.staff.add_worker(hours{7}, {});
    CHECK_THROWS(office.post(
        office.staff.own_queue(worker), 1, hours{1}, on(0, 9), 5, never, most_categories));
    CHECK_THROWS(office.staff.begin_meeting(worker, most_categories, on(0, 9)));
}

TEST_CASE("what a meeting takes outside working hours is given back at the next ones") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{4}, std::vector{queue}); // to 13:00
    office.run_to(on(0, 12));
    office.staff.begin_meeting(worker, 0, on(0, 12));
    office.run_to(on(0, 14, 30));
    office.staff.end_meeting(worker, on(0, 14, 30)); // 90 minutes outside
    office.post(queue, 1, hours{1}, on(0, 15));
    office.run_to(on(3, 0));
    CHECK(office.done[1] == on(1, 11, 30)); // 9:00 + 90 minutes given back + an hour
    const WorkAccount account = office.staff.take_account(worker, on(3, 0));
    CHECK(account.meetings == hours{1});
    CHECK(account.outside_duty == minutes{90});
    CHECK(account.given_back == minutes{90});
    CHECK(account.tasks == hours{1});
}

TEST_CASE("giving back time pauses in a meeting and goes on after it") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{4}, std::vector{queue});
    office.run_to(on(0, 13));
    office.staff.begin_meeting(worker, 0, on(0, 13));
    office.run_to(on(0, 14));
    office.staff.end_meeting(worker, on(0, 14)); // 60 minutes to give back
    office.run_to(on(1, 9, 20));
    office.staff.begin_meeting(worker, 0, on(1, 9, 20));
    office.run_to(on(1, 10));
    office.staff.end_meeting(worker, on(1, 10));
    office.post(queue, 1, minutes{10}, on(1, 10, 5));
    office.run_to(on(2, 0));
    CHECK(office.done[1] == on(1, 10, 50)); // 20 minutes before, 40 after the meeting
}

TEST_CASE("in absence a task pauses and nothing new is taken up") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 1, hours{2}, on(0, 9));
    office.run_to(on(0, 10));
    office.staff.set_present(worker, false, on(0, 10));
    office.post(queue, 2, hours{1}, on(0, 11));
    office.run_to(on(2, 10));
    CHECK(office.done.empty());
    office.staff.set_present(worker, true, on(2, 10));
    office.run_to(on(3, 0));
    CHECK(office.done[1] == on(2, 11));
    CHECK(office.done[2] == on(2, 12));
}

TEST_CASE("a slower worker takes longer, to the second, and speeds up in the midst of a task") {
    Office office;
    const QueueId pool = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{pool});
    office.staff.set_speed(worker, full_speed / 2, on(0, 0));
    office.post(pool, 1, hours{1}, on(0, 9));
    office.run_to(on(0, 12));
    CHECK(office.done[1] == on(0, 11));
    office.post(pool, 2, hours{1}, on(0, 12));
    office.run_to(on(0, 13));
    office.staff.set_speed(worker, full_speed, on(0, 13)); // half done: half an hour more
    office.run_to(on(1, 0));
    CHECK(office.done[2] == on(0, 13, 30));
    CHECK(office.staff.take_account(worker, on(1, 0)).tasks == hours{3} + minutes{30});
}

TEST_CASE("pauses lose no work at a speed that does not divide a second") {
    Office office;
    const QueueId pool = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{pool});
    office.staff.set_speed(worker, 333'333, on(0, 0));
    office.post(pool, 1, minutes{60}, on(0, 9));
    for (int i = 1; i < 100; ++i) { // a hundred pauses of no length, a minute and a second apart
        const Time pause = on(0, 9) + Seconds{61 * i};
        office.run_to(pause);
        office.staff.set_present(worker, false, pause);
        office.staff.set_present(worker, true, pause);
    }
    office.run_to(on(1, 0));
    // 3600 / 0.333333 = 10,800.01: rounded up to a second, once.
    CHECK(office.done[1] == on(0, 12) + Seconds{1});
}

TEST_CASE("own tasks, half-done ones with what is left, move to a colleague") {
    Office office;
    const QueueId pool = office.staff.add_queue();
    const WorkerId ill = office.staff.add_worker(hours{7}, std::vector{pool});
    office.post(pool, 1, hours{3}, on(0, 9));
    office.post(office.staff.own_queue(ill), 2, hours{1}, on(0, 9), 7);
    const TaskHandle urgent = office.post(office.staff.own_queue(ill), 3, hours{1}, on(0, 9), 1);
    office.run_to(on(0, 11));
    const WorkerId colleague = office.staff.add_worker(hours{7}, {});
    office.staff.set_present(ill, false, on(0, 11));
    std::vector<TaskSlot> tasks;
    office.staff.own_tasks(ill, tasks);
    std::vector<std::uint32_t> names;
    for (const TaskSlot slot : tasks)
        names.push_back(office.staff.task(slot).note.subject);
    CHECK(names == std::vector<std::uint32_t>{1, 3, 2});
    for (const TaskSlot slot : tasks)
        office.staff.move(slot, office.staff.own_queue(colleague), on(0, 11));
    CHECK(office.staff.withdraw(urgent, on(0, 11))); // its handle is still good
    office.staff.set_present(ill, true, on(0, 11, 30));
    office.run_to(on(1, 0));
    CHECK(office.by[1] == colleague);
    CHECK(office.done[1] == on(0, 12)); // two of three hours had been done
    CHECK(office.done[2] == on(0, 13));
    CHECK(!office.done.contains(3));
}

TEST_CASE("the area under a queue equals its waits when tasks move out of it") {
    Office office;
    const WorkerId ill = office.staff.add_worker(hours{7}, {});
    const WorkerId colleague = office.staff.add_worker(hours{7}, {});
    const QueueId from = office.staff.own_queue(ill);
    const QueueId to = office.staff.own_queue(colleague);
    office.staff.set_present(ill, false, on(0, 9));
    office.post(from, 1, hours{1}, on(0, 9));
    office.post(to, 2, hours{4}, on(0, 9));
    office.run_to(on(0, 11));
    std::vector<TaskSlot> tasks;
    office.staff.own_tasks(ill, tasks);
    office.staff.move(tasks.at(0), to, on(0, 11));
    office.run_to(on(1, 0));
    const auto left = office.staff.log(from).close_period(on(1, 0));
    const auto joined = office.staff.log(to).close_period(on(1, 0));
    CHECK(Seconds{left.area} == hours{2});
    CHECK(left.waited == hours{2});
    CHECK(Seconds{joined.area} == hours{2});
    CHECK(joined.waited == hours{2});
}

TEST_CASE("whoever takes an absent worker's place owes no time") {
    Office office;
    const WorkerId worker = office.staff.add_worker(hours{7}, {});
    office.staff.begin_meeting(worker, 0, on(0, 16));
    office.staff.end_meeting(worker, on(0, 18)); // two hours are owed
    office.staff.set_present(worker, false, on(0, 18));
    office.staff.replace(worker);
    office.staff.set_present(worker, true, on(1, 9));
    office.post(office.staff.own_queue(worker), 1, hours{1}, on(1, 9));
    office.run_to(on(2, 0));
    CHECK(office.done[1] == on(1, 10));
}

TEST_CASE("a waiting task that is withdrawn disappears; one in hand is finished without effect") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{7}, std::vector{queue});
    const TaskHandle in_hand = office.post(queue, 1, hours{1}, on(0, 9));
    const TaskHandle waiting = office.post(queue, 2, hours{1}, on(0, 9));
    office.post(queue, 3, hours{1}, on(0, 9));
    CHECK(office.staff.withdraw(waiting, on(0, 9)));
    CHECK(!office.staff.withdraw(waiting, on(0, 9)));
    CHECK(office.staff.withdraw(in_hand, on(0, 9)));
    office.run_to(on(1, 0));
    CHECK(office.done.count(2) == 0);
    CHECK(office.done[3] == on(0, 11));
    CHECK(office.pointless == 1);
    CHECK(!office.staff.withdraw(in_hand, on(1, 0)));
    CHECK(office.staff.open_tasks() == 0);
}

TEST_CASE("withdrawn tasks do not pile up in a queue") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 0, hours{5}, on(0, 9));
    office.post(queue, 1, hours{1}, on(0, 9), 0);
    for (std::uint32_t i = 2; i < 2000; ++i) {
        const TaskHandle handle = office.post(queue, i, hours{1}, on(0, 9), 5);
        CHECK(office.staff.withdraw(handle, on(0, 9)));
    }
    CHECK(office.staff.open_tasks() == 2);
    office.run_to(on(1, 0));
    CHECK(office.done.size() == 2);
}

TEST_CASE("somebody may stand in for another queue, and stop") {
    Office office;
    const QueueId here = office.staff.add_queue();
    const QueueId there = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{7}, std::vector{here});
    office.post(there, 1, hours{1}, on(0, 9));
    office.run_to(on(0, 11));
    CHECK(office.done.empty());
    office.staff.serve(worker, there, true, on(0, 11));
    office.run_to(on(0, 13));
    CHECK(office.done[1] == on(0, 12));
    office.staff.serve(worker, there, false, on(0, 13));
    office.post(there, 2, hours{1}, on(0, 13));
    office.run_to(on(3, 0));
    CHECK(office.done.count(2) == 0);
}

TEST_CASE("a task of no work is done as soon as somebody is on duty") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{7}, std::vector{queue});
    office.post(queue, 1, Seconds{0}, on(0, 10));
    office.post(queue, 2, Seconds{0}, on(0, 20));
    office.run_to(on(2, 0));
    CHECK(office.done[1] == on(0, 10));
    CHECK(office.done[2] == on(1, 9));
}

TEST_CASE("the observer sees the same work as the accounts") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    const WorkerId worker = office.staff.add_worker(hours{4}, std::vector{queue});
    for (std::uint32_t i = 0; i < 10; ++i)
        office.post(queue, i, minutes{100}, on(static_cast<int>(i % 5), 11));
    office.run_to(on(20, 0));
    const WorkAccount account = office.staff.take_account(worker, on(20, 0));
    CHECK(account.tasks == 10 * minutes{100});
    CHECK(office.worked[Activity::task] == account.tasks);
}

TEST_CASE("who finishes at the end of the day takes nothing up until the next morning") {
    Office office;
    const QueueId queue = office.staff.add_queue();
    office.staff.add_worker(hours{4}, std::vector{queue}); // 9:00 to 13:00
    office.post(queue, 1, hours{4}, on(0, 9));             // ends with the day
    office.post(queue, 2, hours{1}, on(0, 10), 5);
    office.post(queue, 3, hours{1}, on(0, 20), 1); // more urgent, and still in time
    office.run_to(on(2, 0));
    CHECK(office.done[3] == on(1, 10));
    CHECK(office.done[2] == on(1, 11));
}
