#pragma once

#include "engine/draws.hpp"
#include "engine/durations.hpp"
#include "engine/workforce.hpp"
#include "support/statistics.hpp"

#include <cstdint>
#include <vector>

/// A queueing system out of the parts that the model uses (event calendar, streams, workforce), for
/// comparison with formulas: Poisson arrivals, c servers who never rest, classes of customers.
namespace ketenplan::tests {

using engine::Distribution;
using engine::Seconds;
using engine::Time;

/// Customers of one class: Poisson arrivals, service times, and priority (lower goes first).
struct Customers {
    double arrivals_per_second = 0.0;
    Distribution service;
    std::int16_t priority = 0;
};

/// Long-run means of one run, after its warm-up.
struct QueueResult {
    std::vector<double> wait; ///< in the queue, per class, in seconds
    double queue_length = 0.0;
    double utilisation = 0.0;
    double share_waiting_longer = 0.0; ///< than `threshold`, all classes
};

class QueueSystem {
public:
    QueueSystem(std::vector<Customers> classes, std::size_t servers, std::uint32_t replication)
        : classes_(std::move(classes)),
          draws_({.seed = 2015, .replication = replication}, engine::DrawMode::random),
          calendar_(first_day(),
                    first_day() + std::chrono::days{40'000},
                    [](engine::Date) { return true; }),
          staff_(events_, calendar_, Seconds{0}, segment_end, start_of_work) {
        queue_ = staff_.add_queue();
        for (std::size_t s = 0; s < servers; ++s)
            workers_.push_back(staff_.add_worker(engine::seconds_per_day, std::vector{queue_}));
        numbers_.resize(classes_.size());
        next_arrival_.resize(classes_.size());
        waited_.resize(classes_.size());
        served_.resize(classes_.size());
    }

    QueueResult run(double warm_up, double length, Seconds threshold) {
        threshold_ = threshold;
        for (std::uint32_t k = 0; k < classes_.size(); ++k)
            plan_arrival(k);
        handle_until(after(warm_up));
        measuring_ = true;
        staff_.log(queue_).close_period(after(warm_up));
        for (const auto worker : workers_)
            (void)staff_.take_account(worker, after(warm_up));
        handle_until(after(warm_up + length));
        return result(after(warm_up + length), length);
    }

private:
    static constexpr engine::EventKind arrival = 0;
    static constexpr engine::EventKind segment_end = 1;
    static constexpr engine::EventKind start_of_work = 2;

    static engine::Date first_day() { return engine::Date{std::chrono::days{0}}; }
    static Time after(double seconds) { return Time{Seconds{static_cast<std::int64_t>(seconds)}}; }

    void plan_arrival(std::uint32_t k) {
        // Kept exactly, so that rounding to seconds does not add up over arrivals.
        next_arrival_[k] +=
            draws_.unit_exponential({.purpose = 1, .ordinal = numbers_[k], .a = k}) /
            classes_[k].arrivals_per_second;
        events_.schedule(after(next_arrival_[k]), engine::EventClass::arrival, arrival, k);
    }

    void handle_until(Time end) {
        engine::Event event{};
        while (events_.pop_before(end, event)) {
            if (event.kind == arrival)
                on_arrival(event);
            else if (event.kind == start_of_work)
                staff_.on_start_of_work(event.time);
            else
                on_segment_end(event);
        }
    }

    void on_arrival(const engine::Event& event) {
        const std::uint32_t k = event.subject;
        const double service =
            draws_.sample({.purpose = 2, .ordinal = numbers_[k], .a = k}, classes_[k].service);
        ++numbers_[k];
        plan_arrival(k);
        staff_.post(queue_,
                    {.subject = k},
                    Seconds{static_cast<std::int64_t>(service + 0.5)},
                    {classes_[k].priority, engine::never},
                    event.time);
    }

    void on_segment_end(const engine::Event& event) {
        const engine::WorkerId worker(event.subject);
        if (const auto finished = staff_.on_segment_end(worker, event.time)) {
            const engine::Task& task = finished->task;
            if (measuring_) {
                const Seconds wait = task.taken_up - task.posted;
                waited_[task.note.subject] += wait;
                ++served_[task.note.subject];
                longer_ += wait > threshold_ ? 1 : 0;
            }
        }
        staff_.proceed(worker, event.time);
    }

    QueueResult result(Time end, double length) {
        QueueResult r;
        double served = 0.0;
        for (std::size_t k = 0; k < classes_.size(); ++k) {
            r.wait.push_back(static_cast<double>(waited_[k].count()) /
                             static_cast<double>(served_[k]));
            served += static_cast<double>(served_[k]);
        }
        r.queue_length = static_cast<double>(staff_.log(queue_).close_period(end).area) / length;
        double worked = 0.0;
        for (const auto worker : workers_)
            worked += static_cast<double>(staff_.take_account(worker, end).tasks.count());
        r.utilisation = worked / length / static_cast<double>(workers_.size());
        r.share_waiting_longer = static_cast<double>(longer_) / served;
        return r;
    }

    std::vector<Customers> classes_;
    engine::Draws draws_;
    engine::EventCalendar events_;
    engine::WorkCalendar calendar_;
    engine::Workforce staff_;
    engine::QueueId queue_;
    std::vector<engine::WorkerId> workers_;
    std::vector<std::uint32_t> numbers_;
    std::vector<double> next_arrival_;
    std::vector<Seconds> waited_;
    std::vector<std::int64_t> served_;
    std::int64_t longer_ = 0;
    Seconds threshold_{0};
    bool measuring_ = false;
};

/// Means over independent runs, with their standard errors.
struct QueueSample {
    std::vector<Sample> wait;
    Sample queue_length;
    Sample utilisation;
    Sample share_waiting_longer;
};

inline QueueSample simulate_queue(const std::vector<Customers>& classes,
                                  std::size_t servers,
                                  double customers_per_run,
                                  Seconds threshold = Seconds{0},
                                  std::uint32_t runs = 40) {
    double rate = 0.0;
    for (const Customers& c : classes)
        rate += c.arrivals_per_second;
    const double length = customers_per_run / rate;
    std::vector<std::vector<double>> waits(classes.size());
    std::vector<double> lengths;
    std::vector<double> busy;
    std::vector<double> longer;
    for (std::uint32_t run = 0; run < runs; ++run) {
        QueueSystem system(classes, servers, run);
        const QueueResult r = system.run(0.1 * length, length, threshold);
        for (std::size_t k = 0; k < classes.size(); ++k)
            waits[k].push_back(r.wait[k]);
        lengths.push_back(r.queue_length);
        busy.push_back(r.utilisation);
        longer.push_back(r.share_waiting_longer);
    }
    QueueSample sample;
    for (const auto& w : waits)
        sample.wait.push_back(sample_of(w));
    sample.queue_length = sample_of(lengths);
    sample.utilisation = sample_of(busy);
    sample.share_waiting_longer = sample_of(longer);
    return sample;
}

} // namespace ketenplan::tests
