#include "output/progress.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace ketenplan::runner {

std::string
progress_text(std::size_t done, std::size_t total, const std::string& what, double seconds) {
    const double rate = seconds > 0.0 ? static_cast<double>(done) / seconds : 0.0;
    std::string left = "?";
    if (rate > 0.0) {
        const auto remaining =
            static_cast<long long>(std::ceil(static_cast<double>(total - done) / rate));
        left = fmt::format("{}:{:02}", remaining / 60, remaining % 60);
    }
    return fmt::format("{} van {} {}, {:.0f} per seconde, nog {}", done, total, what, rate, left);
}

Progress::Progress(std::size_t total, std::string what, bool always)
    : total_(total), what_(std::move(what)), shown_(always || isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (shown_)
        std::fputs("\r\033[K", stderr);
}

void Progress::tell(std::size_t done) {
    if (!shown_)
        return;
    const std::scoped_lock lock(mutex_);
    const auto now = Clock::now();
    constexpr std::chrono::milliseconds between{100};
    if (now - last_ < between && done != total_)
        return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    fmt::print(stderr, "\r\033[K{}", progress_text(done, total_, what_, seconds));
    std::fflush(stderr);
}

} // namespace ketenplan::runner
