#pragma once

#include "engine/event_calendar.hpp"
#include "engine/slab.hpp"
#include "engine/time_weighted.hpp"
#include "engine/work_calendar.hpp"
#include "units/id.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ketenplan::engine {

struct Worker;
struct TaskQueue;
struct Task;
using WorkerId = units::Id<Worker>;
using QueueId = units::Id<TaskQueue>;
using TaskSlot = units::Id<Task>;

/// What time is spent for, so that it can be told apart in the accounts; only the model knows what
/// the numbers mean.
using Category = std::uint8_t;
constexpr std::size_t most_categories = 8;

/// What a task is about; only the model knows what it means.
struct TaskNote {
    std::uint16_t kind = 0;
    Category category = 0;
    std::uint32_t subject = 0;
};

/// The order in which waiting tasks are taken: priority (lower first), then deadline, then
/// creation.
struct Urgency {
    std::int16_t priority = 0;
    Time deadline = never;
};

/// How much work a worker does in a second on a task: millionths of a second of work, so that work
/// and time stay whole numbers whatever the speed.
using Speed = std::int64_t;
constexpr Speed full_speed = 1'000'000;

/// Names a posted task, to withdraw it with. Harmless after the task has been done.
struct TaskHandle {
    TaskSlot slot;
    std::uint64_t serial = 0;
};

struct Task {
    TaskNote note;
    Urgency urgency;
    QueueId queue;
    Seconds work{0};            ///< in all, at full speed
    std::int64_t remaining = 0; ///< millionths of a second, when the segment that runs began
    Time posted{};
    Time queued{};         ///< when it entered the queue it is in
    Time taken_up = never; ///< for the first time
    std::uint64_t serial = 0;
    bool waiting = true;
    bool pointless = false; ///< withdrawn while in hand: finished without effect

    [[nodiscard]] bool begun() const { return taken_up != never; }
};

/// A task that has just been completed.
struct FinishedTask {
    WorkerId worker;
    Task task;
};

/// Where a worker's time went, in seconds, since the last `take_account`.
struct WorkAccount {
    Seconds tasks{0};        ///< within duty, on tasks
    Seconds meetings{0};     ///< within duty, in meetings
    Seconds outside_duty{0}; ///< in meetings outside duty
    Seconds given_back{0};   ///< within duty, not worked in return for time outside duty
    /// Time on tasks and in meetings, outside duty too, by category.
    std::array<Seconds, most_categories> by_category{};
};

/// What a stretch of a worker's time was spent on, for an observer.
enum class Activity : std::uint8_t { none, task, giving_back, meeting };

/// Sees every stretch of activity as it ends, and who is there. For checks; a run without one pays
/// nothing.
class WorkObserver {
public:
    virtual ~WorkObserver() = default;
    virtual void stretch(WorkerId worker, Activity activity, Time from, Time until) = 0;
    /// A worker goes or comes; at first all are present.
    virtual void presence(WorkerId /*worker*/, bool /*present*/, Time /*now*/) {}
};

/// Tasks that wait for any of several workers.
struct TaskQueue {
    MinHeap order;
    std::size_t dead = 0; ///< entries of withdrawn tasks still in `order`
    QueueLog log;
    std::vector<WorkerId> servers;
};

/// Somebody at work. The state of one worker; only Workforce changes it.
struct Worker {
    WorkerId id;
    Shift shift;
    QueueId own;
    std::vector<QueueId> serves; ///< the own queue first
    TaskSlot in_hand;
    Activity activity = Activity::none; ///< of the segment that is running
    Time segment_start{};
    EventHandle segment_event;
    Seconds owed{0}; ///< duty to be given back
    Speed speed = full_speed;
    std::uint32_t meetings = 0;
    Time meeting_start{}; ///< of what of the meetings has not been booked yet
    Category meeting_category = 0;
    bool present = true;
    bool wrapping_up = false; ///< a task was completed, its effects are being handled
    Time idle_since{};
    WorkAccount account;
};

/// Workers who take tasks from their own and from shared queues during their working hours.
///
/// - A free worker who is present and on duty takes the most urgent task of all queues served. Of
///   several free ones the one idle longest takes it, then the lowest number.
/// - Work that arrives when no one is on duty is taken up at the next start of work, in that order.
/// - A task in hand is never pre-empted, but pauses outside working hours, in meetings and in
///   absence, and goes on from where it was.
/// - A worker may be slower than others; a task's work is what it takes at full speed.
/// - Meetings take their length one to one. What falls outside a worker's hours is given back: the
///   next minutes of duty are lost for that length. Meetings that overlap count once, for the
///   category of the one that began last.
///
/// Every method takes the time `now` of the event being handled.
class Workforce {
public:
    /// `segment_end` and `start_of_work` are the model's kinds for the events of this class; handle
    /// them with `on_segment_end` and `on_start_of_work`. All shifts start at `start_of_duty`.
    Workforce(EventCalendar& events,
              const WorkCalendar& calendar,
              Seconds start_of_duty,
              EventKind segment_end,
              EventKind start_of_work);

    QueueId add_queue();
    /// A worker on duty for `daily` on each workday, with an own queue besides those `serves`.
    WorkerId add_worker(Seconds daily, std::span<const QueueId> serves);

    /// Adds or ends a worker's service of a queue; the task in hand is kept.
    void serve(WorkerId id, QueueId queue, bool serves, Time now);

    TaskHandle post(QueueId queue, TaskNote note, Seconds work, Urgency urgency, Time now);
    [[nodiscard]] QueueId own_queue(WorkerId worker) const;
    /// The task, unless it has been completed or withdrawn; null then.
    [[nodiscard]] const Task* find(TaskHandle handle) const;
    [[nodiscard]] const Task& task(TaskSlot slot) const { return tasks_[slot.index()]; }
    /// The tasks that nobody else will do: the one in hand, then those that wait in the own queue,
    /// most urgent first. Replaces the contents of `found`.
    void own_tasks(WorkerId id, std::vector<TaskSlot>& found) const;
    /// A task that waits, or that an absent worker has in hand, waits in queue `to` from now on.
    /// What has been done on it stays done, and handles to it stay good.
    void move(TaskSlot slot, QueueId to, Time now);
    /// Withdraws every waiting task for which `pointless(task)` holds.
    template <class Predicate>
    void withdraw_waiting(Predicate pointless, Time now) {
        for (std::size_t slot = 0; slot < tasks_.size(); ++slot) {
            const Task& task = tasks_[slot];
            if (task.serial != no_serial && task.waiting && pointless(task))
                withdraw({TaskSlot(slot), task.serial}, now);
        }
    }
    /// A waiting task disappears; one in hand will be finished without effect. False when it had
    /// been completed before.
    bool withdraw(TaskHandle handle, Time now);

    /// For events of kind `segment_end`: the task that the worker has completed, if that is what
    /// ended. The caller lets it have its effects and then calls `proceed`.
    std::optional<FinishedTask> on_segment_end(WorkerId id, Time now);
    /// The worker goes on with whatever comes next, if free to.
    void proceed(WorkerId id, Time now);
    /// For events of kind `start_of_work`.
    void on_start_of_work(Time now);

    void begin_meeting(WorkerId id, Category category, Time now);
    void end_meeting(WorkerId id, Time now);
    [[nodiscard]] bool in_meeting(WorkerId worker) const;

    /// Who comes back has been idle from now on, when no task is in hand.
    void set_present(WorkerId id, bool present, Time now);
    /// From now on the worker does `speed` (above 0) millionths of a second of work in a second.
    void set_speed(WorkerId id, Speed speed, Time now);
    /// Somebody else takes an absent worker's place, and owes no time.
    void replace(WorkerId id) { workers_[id.index()].owed = Seconds{0}; }
    [[nodiscard]] bool present(WorkerId worker) const;

    [[nodiscard]] std::size_t workers() const { return workers_.size(); }
    [[nodiscard]] std::size_t queues() const { return queues_.size(); }
    [[nodiscard]] const Shift& shift(WorkerId worker) const;

    /// Closes the worker's account at `now`, work in progress included.
    WorkAccount take_account(WorkerId id, Time now);
    [[nodiscard]] QueueLog& log(QueueId queue);
    /// Calls `visit(task)` for every task posted and not yet completed or withdrawn.
    template <class Visit>
    void for_each_open(Visit visit) const {
        for (const Task& task : tasks_) {
            if (task.serial != no_serial)
                visit(task);
        }
    }
    /// Tasks posted and not yet completed or withdrawn.
    [[nodiscard]] std::size_t open_tasks() const { return tasks_.size() - free_tasks_.size(); }

    void observe(WorkObserver* observer) { observer_ = observer; }
    void reserve(std::size_t tasks);

private:
    static constexpr std::uint64_t no_serial = ~std::uint64_t{0};

    [[nodiscard]] static bool is_free(const Worker& worker);
    [[nodiscard]] QueueId most_urgent_queue(const Worker& worker);
    void take_up(Worker& worker, QueueId id, Time now);
    void enqueue(std::uint32_t slot, QueueId queue, Time now);
    void go_on(Worker& worker, Time now);
    void begin_segment(Worker& worker, Activity activity, Seconds length, Time now);
    void pause(Worker& worker, Time now);
    void settle_segment(Worker& worker, Time now);
    void settle_meeting(Worker& worker, Time now);
    void wake_at_next_duty(const Worker& worker, Time now);
    WorkerId idle_longest(const TaskQueue& queue, Time now);

    std::uint32_t store(const Task& task);
    void discard(std::uint32_t slot);
    void drop_dead_entries(TaskQueue& queue);

    EventCalendar* events_;
    const WorkCalendar* calendar_;
    Seconds start_of_duty_;
    EventKind segment_end_;
    EventKind start_of_work_;
    std::vector<Worker> workers_;
    std::vector<TaskQueue> queues_;
    std::vector<Task> tasks_;
    std::vector<std::uint32_t> free_tasks_;
    std::uint64_t next_serial_ = 0;
    Time wake_ = never;
    std::vector<WorkerId> waking_;
    WorkObserver* observer_ = nullptr;
};

} // namespace ketenplan::engine
