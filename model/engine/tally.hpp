#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace ketenplan::engine {

/// Count, mean, variance and range of a series of numbers, one pass, without keeping them: Welford,
/// Technometrics 4 (1962).
class Tally {
public:
    void add(double x) {
        ++count_;
        const double off = x - mean_;
        mean_ += off / static_cast<double>(count_);
        squares_ += off * (x - mean_);
        smallest_ = std::min(smallest_, x);
        largest_ = std::max(largest_, x);
    }

    [[nodiscard]] std::int64_t count() const { return count_; }
    /// 0 without observations.
    [[nodiscard]] double mean() const { return mean_; }
    /// The unbiased sample variance; 0 with fewer than two observations.
    [[nodiscard]] double variance() const {
        return count_ < 2 ? 0.0 : squares_ / static_cast<double>(count_ - 1);
    }
    /// Infinite, with the sign of an empty range, without observations.
    [[nodiscard]] double smallest() const { return smallest_; }
    [[nodiscard]] double largest() const { return largest_; }

private:
    std::int64_t count_ = 0;
    double mean_ = 0.0;
    double squares_ = 0.0;
    double smallest_ = std::numeric_limits<double>::infinity();
    double largest_ = -std::numeric_limits<double>::infinity();
};

} // namespace ketenplan::engine
