#include "analysis/precision.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::analysis {

namespace {

constexpr double least_growth = 1.2;
constexpr double most_growth = 4.0;
constexpr double reserve = 1.05; ///< a prediction is as often too low as too high

/// Half the interval that is asked for.
double wanted(const Estimate& e, double relative) {
    return relative / (1.0 + relative) * std::abs(e.mean);
}

} // namespace

bool is_precise(const Estimate& e, double relative) {
    return e.n >= 2 && e.mean != 0.0 && e.half_width() <= wanted(e, relative);
}

std::size_t
next_look(std::span<const Estimate> estimates, std::size_t n, const Precisie& precisie) {
    double growth = least_growth;
    for (const Estimate& e : estimates) {
        if (is_precise(e, precisie.relatief))
            continue;
        const double ratio = e.half_width() / wanted(e, precisie.relatief);
        growth = std::isfinite(ratio) ? std::max(growth, reserve * ratio * ratio) : most_growth;
    }
    const double next = std::ceil(static_cast<double>(n) * std::min(growth, most_growth));
    return std::min(precisie.meeste, std::max(n + 1, static_cast<std::size_t>(next)));
}

bool run_until_precise(const Precisie& precisie,
                       const std::function<std::size_t(std::size_t)>& grow,
                       const std::function<std::vector<Estimate>()>& judge) {
    std::size_t asked = std::min(precisie.eerste, precisie.meeste);
    while (true) {
        const std::size_t n = grow(asked);
        const std::vector<Estimate> estimates = judge();
        const bool reached = std::ranges::all_of(
            estimates, [&](const Estimate& e) { return is_precise(e, precisie.relatief); });
        if (reached || n < asked || n >= precisie.meeste)
            return reached;
        asked = next_look(estimates, n, precisie);
    }
}

Precies replicate_until_precise(const casus::Opzet& opzet,
                                std::uint32_t seed,
                                const Precisie& precisie,
                                std::span<const std::size_t> columns,
                                Executor& executor,
                                const Results& kept) {
    Precies outcome{Results(columns_of(opzet), 0), false};
    outcome.bereikt = run_until_precise(
        precisie,
        [&](std::size_t count) {
            outcome.results.take_over(kept, count);
            replicate_more(outcome.results, opzet, seed, count, executor);
            return outcome.results.replications();
        },
        [&] {
            std::vector<Estimate> estimates;
            for (const std::size_t column : columns)
                estimates.push_back(estimate(outcome.results.values(column)));
            return estimates;
        });
    return outcome;
}

} // namespace ketenplan::analysis
