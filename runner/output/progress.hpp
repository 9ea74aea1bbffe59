#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace ketenplan::runner {

/// A line on the terminal that tells how far a long job is: done, rate, time left. Says nothing
/// when standard error is not a terminal, unless asked to. May be told of progress from any thread.
class Progress {
public:
    /// Shown on a terminal, or anyway when `always`.
    Progress(std::size_t total, std::string what, bool always);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void tell(std::size_t done);

private:
    using Clock = std::chrono::steady_clock;
    std::size_t total_;
    std::string what_;
    bool shown_;
    std::mutex mutex_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point last_{};
};

/// The text of the line: "342 van 1000 replicaties, 34 per seconde, nog 0:19".
std::string
progress_text(std::size_t done, std::size_t total, const std::string& what, double seconds);

} // namespace ketenplan::runner
