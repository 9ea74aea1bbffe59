#include "engine/workforce.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <utility>

namespace ketenplan::engine {

namespace {

// The order of waiting tasks as one key, most significant first: priority 16 bits, deadline 44,
// serial number 36, slot 32.
constexpr int priority_shift = 112;
constexpr int deadline_shift = 68;
constexpr int serial_shift = 32;
constexpr std::uint64_t serial_mask = (std::uint64_t{1} << 36) - 1;
constexpr int lowest_priority = -32768;

Key128 order_key(const Task& task, std::uint32_t slot) {
    const auto priority = static_cast<unsigned>(task.urgency.priority - lowest_priority);
    const auto deadline =
        static_cast<std::uint64_t>(task.urgency.deadline.time_since_epoch().count());
    return (static_cast<Key128>(priority) << priority_shift) |
           (static_cast<Key128>(deadline) << deadline_shift) |
           (static_cast<Key128>(task.serial & serial_mask) << serial_shift) | slot;
}

std::uint32_t slot_of(Key128 key) {
    return static_cast<std::uint32_t>(key);
}

std::uint64_t serial_of(Key128 key) {
    return static_cast<std::uint64_t>(key >> serial_shift) & serial_mask;
}

} // namespace

Workforce::Workforce(EventCalendar& events,
                     const WorkCalendar& calendar,
                     Seconds start_of_duty,
                     EventKind segment_end,
                     EventKind start_of_work)
    : events_(&events), calendar_(&calendar), start_of_duty_(start_of_duty),
      segment_end_(segment_end), start_of_work_(start_of_work) {}

QueueId Workforce::add_queue() {
    queues_.emplace_back();
    return QueueId(queues_.size() - 1);
}

WorkerId Workforce::add_worker(Seconds daily, std::span<const QueueId> serves) {
    const WorkerId id(workers_.size());
    const QueueId own = add_queue();
    Worker worker{.id = id,
                  .shift = Shift(*calendar_, start_of_duty_, daily),
                  .own = own,
                  .serves = {own},
                  .in_hand = {},
                  .segment_event = {},
                  .account = {}};
    worker.serves.insert(worker.serves.end(), serves.begin(), serves.end());
    for (const QueueId queue : worker.serves)
        queues_[queue.index()].servers.push_back(id);
    workers_.push_back(std::move(worker));
    return id;
}

void Workforce::serve(WorkerId id, QueueId queue, bool serves, Time now) {
    Worker& worker = workers_[id.index()];
    auto& servers = queues_[queue.index()].servers;
    std::erase(worker.serves, queue);
    std::erase(servers, id);
    if (!serves)
        return;
    worker.serves.push_back(queue);
    servers.insert(std::ranges::upper_bound(servers, id), id);
    proceed(id, now);
}

QueueId Workforce::own_queue(WorkerId worker) const {
    return workers_[worker.index()].own;
}

const Shift& Workforce::shift(WorkerId worker) const {
    return workers_[worker.index()].shift;
}

QueueLog& Workforce::log(QueueId queue) {
    return queues_[queue.index()].log;
}

bool Workforce::in_meeting(WorkerId worker) const {
    return workers_[worker.index()].meetings > 0;
}

bool Workforce::present(WorkerId worker) const {
    return workers_[worker.index()].present;
}

void Workforce::reserve(std::size_t tasks) {
    tasks_.reserve(tasks);
    free_tasks_.reserve(tasks);
    for (TaskQueue& queue : queues_)
        queue.order.reserve(tasks);
}

std::uint32_t Workforce::store(const Task& task) {
    if (free_tasks_.empty()) {
        tasks_.push_back(task);
        return static_cast<std::uint32_t>(tasks_.size() - 1);
    }
    const std::uint32_t slot = free_tasks_.back();
    free_tasks_.pop_back();
    tasks_[slot] = task;
    return slot;
}

void Workforce::discard(std::uint32_t slot) {
    tasks_[slot].serial = no_serial;
    free_tasks_.push_back(slot);
}

TaskHandle Workforce::post(QueueId queue, TaskNote note, Seconds work, Urgency urgency, Time now) {
    ensure(note.category < most_categories, "time is spent on something unheard of");
    const Task task{.note = note,
                    .urgency = urgency,
                    .queue = queue,
                    .work = work,
                    .remaining = work.count() * full_speed,
                    .posted = now,
                    .serial = next_serial_++};
    const std::uint32_t slot = store(task);
    enqueue(slot, queue, now);
    return {TaskSlot(slot), task.serial};
}

void Workforce::enqueue(std::uint32_t slot, QueueId queue, Time now) {
    Task& task = tasks_[slot];
    task.queue = queue;
    task.queued = now;
    TaskQueue& line = queues_[queue.index()];
    line.order.push(order_key(task, slot));
    line.log.enter(now);
    if (const WorkerId worker = idle_longest(line, now); worker.valid())
        take_up(workers_[worker.index()], queue, now);
}

void Workforce::own_tasks(WorkerId id, std::vector<TaskSlot>& found) const {
    found.clear();
    const Worker& worker = workers_[id.index()];
    for (std::uint32_t slot = 0; slot < tasks_.size(); ++slot) {
        const Task& task = tasks_[slot];
        if (task.serial != no_serial && task.waiting && task.queue == worker.own)
            found.emplace_back(slot);
    }
    std::ranges::sort(
        found, {}, [this](TaskSlot slot) { return order_key(tasks_[slot.index()], slot.value()); });
    if (worker.in_hand.valid())
        found.insert(found.begin(), worker.in_hand);
}

void Workforce::move(TaskSlot slot, QueueId to, Time now) {
    Task& task = tasks_[slot.index()];
    if (task.waiting) {
        TaskQueue& from = queues_[task.queue.index()];
        from.log.leave(now, task.queued);
        const Key128 moved = order_key(task, slot.value());
        from.order.erase_if([moved](Key128 key) { return key == moved; });
        drop_dead_entries(from);
    } else {
        const auto holder = std::ranges::find(workers_, slot, &Worker::in_hand);
        ensure(holder != workers_.end() && !holder->present,
               "a task is taken from somebody who is at it");
        holder->in_hand = {};
        task.waiting = true;
    }
    enqueue(slot.value(), to, now);
}

const Task* Workforce::find(TaskHandle handle) const {
    if (!handle.slot.valid() || tasks_[handle.slot.index()].serial != handle.serial)
        return nullptr;
    return &tasks_[handle.slot.index()];
}

bool Workforce::withdraw(TaskHandle handle, Time now) {
    if (find(handle) == nullptr)
        return false;
    Task& task = tasks_[handle.slot.index()];
    if (!task.waiting) {
        task.pointless = true;
        return true;
    }
    TaskQueue& queue = queues_[task.queue.index()];
    queue.log.leave(now, task.queued);
    discard(handle.slot.value());
    ++queue.dead;
    drop_dead_entries(queue);
    return true;
}

void Workforce::drop_dead_entries(TaskQueue& queue) {
    constexpr std::size_t at_least = 16;
    const auto dead = [this](Key128 key) {
        return (tasks_[slot_of(key)].serial & serial_mask) != serial_of(key);
    };
    if (queue.dead > at_least && queue.dead > queue.order.size() / 2) {
        queue.order.erase_if(dead);
        queue.dead = 0;
    }
    while (!queue.order.empty() && dead(queue.order.top())) {
        queue.order.pop();
        --queue.dead;
    }
}

bool Workforce::is_free(const Worker& worker) {
    return worker.present && worker.meetings == 0 && worker.activity == Activity::none &&
           !worker.in_hand.valid() && worker.owed == Seconds{0} && !worker.wrapping_up;
}

WorkerId Workforce::idle_longest(const TaskQueue& queue, Time now) {
    const Worker* best = nullptr;
    const Worker* off_duty = nullptr;
    for (const WorkerId id : queue.servers) {
        const Worker& worker = workers_[id.index()];
        if (!is_free(worker))
            continue;
        if (!worker.shift.on_duty(now))
            off_duty = &worker;
        else if (best == nullptr || worker.idle_since < best->idle_since)
            best = &worker;
    }
    if (best != nullptr)
        return best->id;
    if (off_duty != nullptr)
        wake_at_next_duty(*off_duty, now);
    return {};
}

QueueId Workforce::most_urgent_queue(const Worker& worker) {
    QueueId best;
    Key128 best_key = 0;
    for (const QueueId id : worker.serves) {
        TaskQueue& queue = queues_[id.index()];
        if (queue.order.empty())
            continue;
        const Key128 key = queue.order.top();
        if (!best.valid() || key < best_key) {
            best = id;
            best_key = key;
        }
    }
    return best;
}

void Workforce::take_up(Worker& worker, QueueId id, Time now) {
    TaskQueue& queue = queues_[id.index()];
    const std::uint32_t slot = slot_of(queue.order.pop());
    drop_dead_entries(queue);
    Task& task = tasks_[slot];
    task.waiting = false;
    if (!task.begun())
        task.taken_up = now;
    queue.log.leave(now, task.queued);
    worker.in_hand = TaskSlot(slot);
    go_on(worker, now);
}

/// The task in hand goes on: what remains of it takes so much duty at the worker's speed.
void Workforce::go_on(Worker& worker, Time now) {
    const std::int64_t remaining = std::max<std::int64_t>(0, // the last second may do too much
                                                          tasks_[worker.in_hand.index()].remaining);
    const Seconds length{(remaining + worker.speed - 1) / worker.speed};
    begin_segment(worker, Activity::task, length, now);
}

void Workforce::begin_segment(Worker& worker, Activity activity, Seconds length, Time now) {
    worker.activity = activity;
    worker.segment_start = now;
    worker.segment_event = events_->schedule_cancellable(
        worker.shift.finish(now, length), EventClass::completion, segment_end_, worker.id.value());
}

/// Books what the running segment has done so far; it goes on from `now`.
void Workforce::settle_segment(Worker& worker, Time now) {
    const Seconds worked = worker.shift.position(now) - worker.shift.position(worker.segment_start);
    if (worker.activity == Activity::task) {
        Task& task = tasks_[worker.in_hand.index()];
        task.remaining -= worked.count() * worker.speed;
        worker.account.tasks += worked;
        worker.account.by_category[task.note.category] += worked;
    } else {
        worker.owed -= worked;
        worker.account.given_back += worked;
    }
    if (observer_ != nullptr)
        observer_->stretch(worker.id, worker.activity, worker.segment_start, now);
    worker.segment_start = now;
}

void Workforce::pause(Worker& worker, Time now) {
    if (worker.activity == Activity::none)
        return;
    settle_segment(worker, now);
    events_->cancel(worker.segment_event);
    worker.activity = Activity::none;
}

std::optional<FinishedTask> Workforce::on_segment_end(WorkerId id, Time now) {
    Worker& worker = workers_[id.index()];
    settle_segment(worker, now);
    const Activity ended = std::exchange(worker.activity, Activity::none);
    if (ended == Activity::giving_back)
        return std::nullopt;
    const FinishedTask finished{id, tasks_[worker.in_hand.index()]};
    discard(worker.in_hand.value());
    worker.in_hand = {};
    worker.idle_since = now;
    worker.wrapping_up = true;
    return finished;
}

void Workforce::proceed(WorkerId id, Time now) {
    Worker& worker = workers_[id.index()];
    worker.wrapping_up = false;
    if (!worker.present || worker.meetings > 0 || worker.activity != Activity::none)
        return;
    if (worker.owed > Seconds{0}) {
        begin_segment(worker, Activity::giving_back, worker.owed, now);
        return;
    }
    if (worker.in_hand.valid()) {
        go_on(worker, now);
        return;
    }
    const QueueId queue = most_urgent_queue(worker);
    if (!queue.valid())
        return;
    if (worker.shift.on_duty(now))
        take_up(worker, queue, now);
    else
        wake_at_next_duty(worker, now);
}

void Workforce::wake_at_next_duty(const Worker& worker, Time now) {
    const Time next = worker.shift.next_duty(now);
    if (wake_ == next)
        return;
    wake_ = next;
    events_->schedule(next, EventClass::completion, start_of_work_, 0);
}

void Workforce::on_start_of_work(Time now) {
    wake_ = never;
    waking_.clear();
    for (const Worker& worker : workers_) {
        if (is_free(worker))
            waking_.push_back(worker.id);
    }
    std::ranges::sort(waking_, {}, [this](WorkerId id) {
        return std::pair(workers_[id.index()].idle_since, id);
    });
    for (const WorkerId id : waking_)
        proceed(id, now);
}

void Workforce::begin_meeting(WorkerId id, Category category, Time now) {
    ensure(category < most_categories, "a meeting is held for something unheard of");
    Worker& worker = workers_[id.index()];
    if (worker.meetings++ > 0)
        settle_meeting(worker, now);
    else
        pause(worker, now);
    worker.meeting_start = now;
    worker.meeting_category = category;
}

/// Books what the meeting that began last has taken so far.
void Workforce::settle_meeting(Worker& worker, Time now) {
    const Seconds length = now - worker.meeting_start;
    const Seconds within = worker.shift.position(now) - worker.shift.position(worker.meeting_start);
    worker.account.meetings += within;
    worker.account.outside_duty += length - within;
    worker.account.by_category[worker.meeting_category] += length;
    worker.owed += length - within;
    if (observer_ != nullptr)
        observer_->stretch(worker.id, Activity::meeting, worker.meeting_start, now);
}

void Workforce::end_meeting(WorkerId id, Time now) {
    Worker& worker = workers_[id.index()];
    ensure(worker.meetings > 0, "a meeting ends that did not begin");
    if (--worker.meetings > 0)
        return;
    settle_meeting(worker, now);
    worker.idle_since = now;
    proceed(id, now);
}

void Workforce::set_present(WorkerId id, bool present, Time now) {
    Worker& worker = workers_[id.index()];
    if (worker.present == present)
        return;
    worker.present = present;
    if (observer_ != nullptr)
        observer_->presence(id, present, now);
    if (!present) {
        pause(worker, now);
        return;
    }
    worker.idle_since = now;
    proceed(id, now);
}

void Workforce::set_speed(WorkerId id, Speed speed, Time now) {
    ensure(speed > 0, "a worker's speed is above 0");
    Worker& worker = workers_[id.index()];
    const bool busy = worker.activity == Activity::task;
    if (busy)
        pause(worker, now);
    worker.speed = speed;
    if (busy)
        go_on(worker, now);
}

WorkAccount Workforce::take_account(WorkerId id, Time now) {
    Worker& worker = workers_[id.index()];
    if (worker.activity != Activity::none)
        settle_segment(worker, now);
    return std::exchange(worker.account, WorkAccount{});
}

} // namespace ketenplan::engine
