#pragma once

#include "analysis/estimates.hpp"
#include "analysis/replications.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

/// As many replications as an answer needs, and no more.
namespace ketenplan::analysis {

/// When a study may stop: every mean it is about lies within `relatief` of the truth, as a share of
/// it, with 95% confidence each. Sequential: looks at the replications so far, and goes on.
struct Precisie {
    double relatief = 0.02;     ///< above 0
    std::size_t eerste = 100;   ///< replications before the first look; at least 2
    std::size_t meeste = 10000; ///< then it stops, reached or not
};

/// Whether the interval is narrow enough: half of it at most r / (1 + r) of the estimated mean, so
/// that the error is at most r of the true one (Law, Simulation Modeling and Analysis, 2015,
/// section 9.4.1). Never for a mean of 0 or an unknown one.
bool is_precise(const Estimate& e, double relative);

/// How many replications to have at the next look, seen from the estimates after `n`: what their
/// standard errors predict and a twentieth more, between 1.2 and 4 times `n`, at most
/// `precisie.meeste`.
std::size_t next_look(std::span<const Estimate> estimates, std::size_t n, const Precisie& precisie);

/// Runs the rule: `grow(n)` makes replications up to `n` and returns how many there are (fewer when
/// stopped); `judge()` estimates from them. True when the precision was reached. How often the true
/// mean is within the interval after stopping is measured in tests/analytic/coverage_test.cpp: at
/// least 93% for exponential values and precisions to 2%.
bool run_until_precise(const Precisie& precisie,
                       const std::function<std::size_t(std::size_t)>& grow,
                       const std::function<std::vector<Estimate>()>& judge);

struct Precies {
    Results results;
    bool bereikt = false;
};

/// Simulates until the means of `columns` (indices into the results' columns) are precise. The
/// results are those of one run with as many replications. Replications that `kept` has, from an
/// earlier run of the same study, are taken from there instead of simulated: the looks are as many
/// and see the same. Throws as `replicate`.
Precies replicate_until_precise(const casus::Opzet& opzet,
                                std::uint32_t seed,
                                const Precisie& precisie,
                                std::span<const std::size_t> columns,
                                Executor& executor,
                                const Results& kept = {{}, 0});

} // namespace ketenplan::analysis
