#pragma once

#include "analysis/formatiezoek.hpp"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace ketenplan::analysis {

/// What counts along a walk.
struct Wandelplan {
    std::span<const Zoekpost> posten;
    std::span<const Norm> normen;
    std::span<const std::size_t> waits; ///< figures of which less is better
    std::size_t replicaties = 250;      ///< of each formatie
};

/// Walks over formaties: each move gives one step to, or takes one from, the post for which that
/// leaves the highest chance of a year that meets all norms, and of equal ones the shorter sum of
/// the waits. A walk, not an enumeration: a formatie off the walk may be as good.
class Grenswandeling {
public:
    /// What the plan spans must stay alive.
    Grenswandeling(const Wandelplan& plan, Proeven& proeven) : plan_(plan), proeven_(proeven) {}

    /// The frontier of fte against how well the house does: from `minder` moves below `midden` to
    /// `meer` moves above it, cheapest first. Nothing when stopped.
    std::optional<std::vector<Bewijs>> grens(const Formatie& midden, int minder, int meer);

    /// What a budget (steps times weight) can buy: from `van` down until it fits, or up as long as
    /// it does. Nothing when not even the smallest fits, or when stopped.
    std::optional<Bewijs> binnen_budget(const Formatie& van, double budget);

private:
    static constexpr double unlimited = std::numeric_limits<double>::infinity();

    std::optional<Bewijs> at(const Formatie& formatie);
    /// The best of the formaties one step up or down from `from` that cost no more than `most`; no
    /// value when there is none, or when stopped.
    std::optional<Bewijs> move(const Formatie& from, int step, double most = unlimited);
    [[nodiscard]] bool better(const Bewijs& a, const Bewijs& b) const;

    Wandelplan plan_;
    Proeven& proeven_;
    bool gestopt_ = false;
};

} // namespace ketenplan::analysis
