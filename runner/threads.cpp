#include "threads.hpp"

#include "engine/defect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace ketenplan::runner {

namespace {

// A signal handler can reach nothing but globals; this is the program's only mutable one.
std::atomic<bool> stop_flag{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_stop_signal(int signal) {
    stop_flag.store(true);
    std::signal(signal, SIG_DFL);
}

/// What went wrong in jobs, by index.
class Failures {
public:
    void add(std::size_t job, std::exception_ptr failure) {
        const std::scoped_lock lock(mutex_);
        failures_.emplace(job, std::move(failure));
    }
    [[nodiscard]] bool any() {
        const std::scoped_lock lock(mutex_);
        return !failures_.empty();
    }
    /// Throws the first when it is the user's to mend, whatever came after it: what is told does
    /// not depend on the number of threads then. Of defects, one error that tells of the first few
    /// and of how many there were.
    void rethrow() {
        try {
            std::rethrow_exception(failures_.begin()->second);
        } catch (const engine::Defect&) {
            if (failures_.size() == 1)
                throw;
        }
        constexpr std::size_t shown = 4;
        std::string text = fmt::format("{} replicaties mislukten", failures_.size());
        std::size_t number = 0;
        for (const auto& [job, failure] : failures_) {
            if (number++ == shown)
                break;
            try {
                std::rethrow_exception(failure);
            } catch (const std::exception& error) {
                text += fmt::format("; {}: {}", job, error.what());
            }
        }
        throw engine::Defect(text);
    }

private:
    std::mutex mutex_;
    std::map<std::size_t, std::exception_ptr> failures_;
};

} // namespace

const std::atomic<bool>& stop_requested() {
    return stop_flag;
}

void listen_for_stop() {
    std::signal(SIGINT, on_stop_signal);
    std::signal(SIGTERM, on_stop_signal);
}

ThreadExecutor::ThreadExecutor(std::uint32_t threads,
                               const std::atomic<bool>& stop,
                               std::function<void(std::size_t)> after_job)
    : threads_(threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads),
      stop_(stop), after_job_(std::move(after_job)) {}

std::size_t ThreadExecutor::run(std::size_t count, const std::function<void(std::size_t)>& job) {
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    Failures failures;
    const auto work = [&] {
        while (!stop_.load() && !failures.any()) {
            const std::size_t index = next.fetch_add(1);
            if (index >= count)
                return;
            try {
                job(index);
            } catch (...) {
                failures.add(index, std::current_exception());
            }
            after_job_(done.fetch_add(1) + 1);
        }
    };
    {
        std::vector<std::jthread> workers;
        const std::size_t threads = std::min<std::size_t>(threads_, count);
        for (std::size_t t = 1; t < threads; ++t)
            workers.emplace_back(work);
        work();
    }
    if (failures.any())
        failures.rethrow();
    return std::min(next.load(), count);
}

} // namespace ketenplan::runner
