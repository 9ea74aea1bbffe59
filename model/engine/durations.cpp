#include "engine/durations.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ketenplan::engine {

namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 86400;

/// Bins of one width, from `from` up to the next stage.
struct Stage {
    std::int64_t from;
    std::int64_t width;
    std::int64_t first_bin;
};

constexpr std::int64_t limit = 8192 * day;

constexpr auto make_stages() {
    std::array stages{Stage{0, hour / 4, 0},
                      Stage{2 * day, hour, 0},
                      Stage{16 * day, 6 * hour, 0},
                      Stage{128 * day, day, 0},
                      Stage{1024 * day, 8 * day, 0}};
    for (std::size_t i = 1; i < stages.size(); ++i) {
        const auto& previous = stages[i - 1];
        stages[i].first_bin =
            previous.first_bin + (stages[i].from - previous.from) / previous.width;
    }
    return stages;
}

constexpr auto stages = make_stages();
constexpr std::int64_t open_bin =
    stages.back().first_bin + (limit - stages.back().from) / stages.back().width;

const Stage& stage_of_bin(std::int64_t bin) {
    std::size_t i = stages.size() - 1;
    while (stages[i].first_bin > bin)
        --i;
    return stages[i];
}

// Written out by stage, because dividing by a width that the compiler knows is several times
// faster.
template <std::size_t stage = 0>
std::int64_t bin_from(std::int64_t d) {
    if constexpr (stage + 1 < stages.size()) {
        if (d >= stages[stage + 1].from)
            return bin_from<stage + 1>(d);
    }
    constexpr Stage here = stages[stage];
    return here.first_bin + (d - here.from) / here.width;
}

} // namespace

std::size_t DurationBins::count() {
    return static_cast<std::size_t>(open_bin) + 1;
}

std::size_t DurationBins::bin_of(Seconds duration) {
    const std::int64_t d = duration.count();
    return static_cast<std::size_t>(d >= limit ? open_bin : bin_from(d));
}

Seconds DurationBins::lower_edge(std::size_t bin) {
    const auto b = static_cast<std::int64_t>(bin);
    const Stage& stage = stage_of_bin(b);
    return Seconds{stage.from + (b - stage.first_bin) * stage.width};
}

Seconds DurationBins::upper_edge(std::size_t bin) {
    return lower_edge(bin + 1);
}

DurationHistogram::DurationHistogram() : bins_(DurationBins::count(), 0) {}

void DurationHistogram::add(Seconds duration) {
    ++bins_[DurationBins::bin_of(duration)];
    ++count_;
    sum_ += duration;
    largest_ = std::max(largest_, duration);
}

void DurationHistogram::merge(const DurationHistogram& other) {
    for (std::size_t i = 0; i < bins_.size(); ++i)
        bins_[i] += other.bins_[i];
    count_ += other.count_;
    sum_ += other.sum_;
    largest_ = std::max(largest_, other.largest_);
}

void DurationHistogram::clear() {
    if (count_ == 0)
        return;
    std::ranges::fill(bins_, 0U);
    count_ = 0;
    sum_ = largest_ = Seconds{0};
}

double DurationHistogram::mean() const {
    return count_ == 0 ? 0.0 : static_cast<double>(sum_.count()) / static_cast<double>(count_);
}

double DurationHistogram::quantile(double p) const {
    if (count_ == 0)
        return 0.0;
    const double target = p * static_cast<double>(count_);
    double below = 0.0;
    std::size_t bin = 0;
    while (bin + 1 < bins_.size() && below + bins_[bin] < target)
        below += bins_[bin++];
    while (bins_[bin] == 0 && bin + 1 < bins_.size()) // only for p = 0
        ++bin;
    const double share = std::max(0.0, target - below) / bins_[bin];
    const double lower = static_cast<double>(DurationBins::lower_edge(bin).count());
    const double upper = static_cast<double>(DurationBins::upper_edge(bin).count());
    return std::min(lower + share * (upper - lower), static_cast<double>(largest_.count()));
}

namespace {

/// Bins of a survival curve hold their upper edge, so that "within d days" includes d itself.
std::size_t bin_up_to(Seconds duration) {
    return DurationBins::bin_of(std::max(duration - Seconds{1}, Seconds{0}));
}

} // namespace

SurvivalHistogram::SurvivalHistogram() : bins_(DurationBins::count()) {}

void SurvivalHistogram::add_ended(Seconds duration) {
    ++bins_[bin_up_to(duration)].ended;
    ++ended_;
    longest_ = std::max(longest_, duration);
}

void SurvivalHistogram::add_censored(Seconds duration) {
    ++bins_[bin_up_to(duration)].censored;
    ++censored_;
    longest_ = std::max(longest_, duration);
}

void SurvivalHistogram::merge(const SurvivalHistogram& other) {
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        bins_[i].ended += other.bins_[i].ended;
        bins_[i].censored += other.bins_[i].censored;
    }
    ended_ += other.ended_;
    censored_ += other.censored_;
    longest_ = std::max(longest_, other.longest_);
}

void SurvivalHistogram::clear() {
    if (ended_ + censored_ == 0)
        return;
    std::ranges::fill(bins_, Bin{});
    ended_ = censored_ = 0;
    longest_ = Seconds{0};
}

double SurvivalHistogram::share_within(Seconds duration) const {
    const std::size_t last = DurationBins::bin_of(duration); // the first that is longer
    auto at_risk = static_cast<double>(ended_ + censored_);
    double surviving = 1.0;
    for (std::size_t bin = 0; bin < last && at_risk > 0.0; ++bin) {
        surviving *= 1.0 - bins_[bin].ended / at_risk;
        at_risk -= static_cast<double>(bins_[bin].ended) + bins_[bin].censored;
    }
    return 1.0 - surviving;
}

double SurvivalHistogram::restricted_mean(Seconds horizon) const {
    auto at_risk = static_cast<double>(ended_ + censored_);
    if (at_risk == 0.0)
        return 0.0;
    const auto longest = static_cast<double>(horizon.count());
    double surviving = 1.0;
    double mean = 0.0;
    for (std::size_t bin = 0; bin < bins_.size() && at_risk > 0.0; ++bin) {
        const Bin& here = bins_[bin];
        if (here.ended == 0 && here.censored == 0)
            continue;
        const double lower = static_cast<double>(DurationBins::lower_edge(bin).count());
        const double upper = static_cast<double>(DurationBins::upper_edge(bin).count());
        const double ending = surviving * here.ended / at_risk;
        mean += ending * std::min(0.5 * (lower + upper), longest);
        surviving -= ending;
        at_risk -= static_cast<double>(here.ended) + here.censored;
    }
    return mean + surviving * longest;
}

double SurvivalHistogram::quantile(double p) const {
    auto at_risk = static_cast<double>(ended_ + censored_);
    double surviving = 1.0;
    for (std::size_t bin = 0; bin < bins_.size() && at_risk > 0.0; ++bin) {
        const Bin& here = bins_[bin];
        const double ending = surviving * here.ended / at_risk;
        if (ending > 0.0 && 1.0 - surviving + ending >= p) {
            const double lower = static_cast<double>(DurationBins::lower_edge(bin).count());
            const double upper = static_cast<double>(DurationBins::upper_edge(bin).count());
            const double share = std::max(0.0, (p - (1.0 - surviving)) / ending);
            return std::min(lower + share * (upper - lower), static_cast<double>(longest_.count()));
        }
        surviving -= ending;
        at_risk -= static_cast<double>(here.ended) + here.censored;
    }
    return -1.0;
}

} // namespace ketenplan::engine
