#pragma once

#include "engine/time.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ketenplan::engine {

/// How durations are binned: bins grow from a quarter of an hour (below two days) over an hour (16
/// days), six hours (128 days) and a day (1,024 days) to a week of eight days (8,192 days, where
/// the last, open bin begins). Every whole number of days up to 1,024 is an edge, so "within d
/// days" is counted exactly; elsewhere a value is known to about two percent.
class DurationBins {
public:
    static std::size_t count();
    static std::size_t bin_of(Seconds duration);
    static Seconds lower_edge(std::size_t bin);
    static Seconds upper_edge(std::size_t bin);
};

/// A distribution of durations in a fixed amount of memory: exact count and sum, quantiles by
/// linear interpolation within a bin. Merging two is exact and does not depend on order.
class DurationHistogram {
public:
    DurationHistogram();

    void add(Seconds duration);
    void merge(const DurationHistogram& other);
    void clear();

    [[nodiscard]] std::int64_t count() const { return count_; }
    [[nodiscard]] Seconds sum() const { return sum_; }
    [[nodiscard]] Seconds largest() const { return largest_; }
    /// Mean in seconds; 0 without observations.
    [[nodiscard]] double mean() const;
    /// The `p` quantile in seconds, p in [0, 1]: the smallest value that at least a share p does
    /// not exceed, interpolated within its bin and never above the largest; 0 without observations.
    [[nodiscard]] double quantile(double p) const;

private:
    std::vector<std::uint32_t> bins_;
    std::int64_t count_ = 0;
    Seconds sum_{0};
    Seconds largest_{0};
};

/// Durations of which some are only known to be longer than observed: the product-limit estimate of
/// Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958), on the bins above. Within a bin endings come
/// before censorings, as is usual for ties.
class SurvivalHistogram {
public:
    SurvivalHistogram();

    void add_ended(Seconds duration);
    void add_censored(Seconds duration);
    void merge(const SurvivalHistogram& other);
    void clear();

    [[nodiscard]] std::int64_t ended() const { return ended_; }
    [[nodiscard]] std::int64_t censored() const { return censored_; }
    /// The estimated share that has ended within `duration`; rounded down to a bin edge, which
    /// every whole number of days up to 1,024 is. 0 without observations.
    [[nodiscard]] double share_within(Seconds duration) const;
    /// The mean in seconds of the shorter of the duration and `horizon`; endings are placed in the
    /// middle of their bin, and after the last observation the curve stays where it is. 0 without
    /// observations.
    [[nodiscard]] double restricted_mean(Seconds horizon) const;
    /// The duration in seconds by which a share `p` has ended; negative when the data do not reach
    /// it.
    [[nodiscard]] double quantile(double p) const;

private:
    struct Bin {
        std::uint32_t ended = 0;
        std::uint32_t censored = 0;
    };
    std::vector<Bin> bins_;
    std::int64_t ended_ = 0;
    std::int64_t censored_ = 0;
    Seconds longest_{0};
};

} // namespace ketenplan::engine
