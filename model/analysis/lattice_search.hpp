#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

/// The smallest formatie that is enough. See docs/methods/selection.md.
namespace ketenplan::analysis {

/// A number of steps in each dimension, such as tenths of an fte of each role.
using LatticePoint = std::vector<std::int32_t>;

/// What the oracle says of a point. `onbeslist` counts as not enough: where more is never worse,
/// nothing below such a point is clearly enough either.
enum class Haalbaar : std::uint8_t { nee, onbeslist, ja };
using Oracle = std::function<Haalbaar(const LatticePoint&)>;

/// What is sought: the cheapest points between `lowest` and `highest`, ends included, of which the
/// oracle says yes.
struct LatticeProblem {
    LatticePoint lowest;
    LatticePoint highest;                 ///< at least `lowest` in each dimension
    std::vector<std::int64_t> step_costs; ///< above 0, per dimension; whole, so that ties are exact
    std::size_t most_calls = 1000;        ///< of the oracle
};

struct LatticeResult {
    /// All points of the least cost, in lexicographic order; empty when there are none. When not
    /// `complete`: the cheapest of the points that were seen to be feasible.
    std::vector<LatticePoint> cheapest;
    std::int64_t cost = 0; ///< of each of them: sum of steps x step_costs
    bool complete = true;  ///< false when `most_calls` was not enough
    /// No feasible point costs less than this: `cost` when complete and there is one, the largest
    /// number when there is none.
    std::int64_t bound = 0;
    /// Where the oracle did not know and the cost is below that of the cheapest: one of these might
    /// be it. Lexicographic.
    std::vector<LatticePoint> undecided;
    std::size_t calls = 0; ///< of the oracle
};

/// Searches a lattice on which the oracle is monotone: feasible stays feasible with more in any
/// dimension. No point is asked twice, nor one that follows from another.
///
/// Keeps the minimal points of what is not known to be infeasible (at first only `lowest`) and the
/// cost of the cheapest feasible point it knows. First it goes down from `highest`, by bisection;
/// then it raises the least of each dimension to what is needed with as much of the others as still
/// is no dearer. From there on it takes the cheapest minimal point and asks about a point z above
/// it that spends the rest of the known cost evenly. Feasible: that is cheaper, or another of that
/// cost. Infeasible: everything below z is out, and each minimal point below z gives way to those
/// just beyond z in one dimension. This is the joint generation of minimal true and maximal false
/// points of a monotone function (Gurvich and Khachiyan, Discrete Applied Mathematics 96, 1999),
/// bounded by cost. It ends when no minimal point is left that costs less, or as much and is not
/// known. How many calls that takes depends on how freely dimensions replace one another: tens for
/// two, hundreds for four.
///
/// Deterministic. Throws engine::Defect for a problem outside its limits.
LatticeResult cheapest_feasible(const LatticeProblem& problem, const Oracle& oracle);

} // namespace ketenplan::analysis
