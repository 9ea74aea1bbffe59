#pragma once

#include "analysis/replications.hpp"

#include <atomic>
#include <cstdint>
#include <functional>

namespace ketenplan::runner {

/// Runs jobs on a number of threads. Between jobs it looks at a stop flag; every job that was begun
/// is finished, and jobs are begun in order, so what has been done is always a whole beginning.
class ThreadExecutor : public analysis::Executor {
public:
    /// `threads` 0 means one per processor. `after_job(done)` is called, from any thread, each time
    /// a job has been done.
    ThreadExecutor(std::uint32_t threads,
                   const std::atomic<bool>& stop,
                   std::function<void(std::size_t done)> after_job);

    std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override;

private:
    std::uint32_t threads_;
    const std::atomic<bool>& stop_;
    std::function<void(std::size_t)> after_job_;
};

/// Set when the user presses Ctrl-C or the system asks the program to stop. A second Ctrl-C ends
/// the program at once.
const std::atomic<bool>& stop_requested();
void listen_for_stop();

} // namespace ketenplan::runner
