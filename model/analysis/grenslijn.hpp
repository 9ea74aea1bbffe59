#pragma once

#include "analysis/formatiezoek.hpp"

#include <optional>
#include <span>
#include <vector>

namespace ketenplan::analysis {

/// A formatie on the frontier of fte against how well the house does.
struct Grenspunt {
    double kosten = 0.0; ///< steps times weight
    Bewijs bewijs;
};

/// Formaties from `minder` moves below `midden` to `meer` moves above it, cheapest first: each move
/// gives one step to, or takes one from, the post for which that leaves the highest chance of a
/// year that meets all norms, and of equal ones the shorter sum of the figures named by `waits`. A
/// walk, not an enumeration: a formatie off the walk may be as good. Nothing when stopped.
std::optional<std::vector<Grenspunt>> grenslijn(const Formatie& midden,
                                                int minder,
                                                int meer,
                                                std::span<const Zoekpost> posten,
                                                std::span<const Norm> normen,
                                                std::span<const std::size_t> waits,
                                                std::size_t replicaties,
                                                Proeven& proeven);

/// What a budget (steps times weight) can buy: from `van` down until it fits, or up as long as it
/// does, by the moves of `grenslijn`. Nothing when not even the smallest fits, or when stopped.
std::optional<Bewijs> binnen_budget(const Formatie& van,
                                    double budget,
                                    std::span<const Zoekpost> posten,
                                    std::span<const Norm> normen,
                                    std::span<const std::size_t> waits,
                                    std::size_t replicaties,
                                    Proeven& proeven);

} // namespace ketenplan::analysis
