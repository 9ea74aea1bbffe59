#include "analysis/lattice_search.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace ketenplan::analysis {

namespace {

constexpr std::int64_t no_cost = std::numeric_limits<std::int64_t>::max();

bool below(const LatticePoint& a, const LatticePoint& b) {
    return std::ranges::equal(a, b, std::ranges::less_equal{});
}

void check(const LatticeProblem& p) {
    engine::ensure(!p.lowest.empty() && p.lowest.size() == p.highest.size() &&
                       p.lowest.size() == p.step_costs.size() && below(p.lowest, p.highest) &&
                       std::ranges::all_of(p.step_costs, [](auto cost) { return cost > 0; }) &&
                       p.most_calls > 0,
                   "a search over a lattice is asked for outside its limits");
}

class Search {
public:
    Search(const LatticeProblem& problem, const Oracle& oracle)
        : problem_(problem), oracle_(oracle), open_{problem.lowest} {}

    LatticeResult run() {
        if (feasible(problem_.highest))
            descend();
        else
            exclude_below(problem_.highest);
        narrow();
        while (const std::optional<LatticePoint> next = cheapest_open()) {
            if (!may_ask())
                return result(false, cost(*next));
            for (const std::int64_t budget : {best_, best_ - 1}) {
                const LatticePoint z = spread(*next, budget);
                if (!feasible(z)) {
                    exclude_below(z);
                    break;
                }
                if (z == *next || cost(z) < budget || !may_ask())
                    break;
            }
        }
        return result(true, best_);
    }

private:
    [[nodiscard]] std::int64_t cost(const LatticePoint& point) const {
        std::int64_t sum = 0;
        for (std::size_t d = 0; d < point.size(); ++d)
            sum += point[d] * problem_.step_costs[d];
        return sum;
    }

    /// The minimal point to ask about next: none when all are feasible, or dearer than one that is.
    [[nodiscard]] std::optional<LatticePoint> cheapest_open() const {
        std::optional<LatticePoint> found;
        for (const LatticePoint& point : open_) {
            if (cost(point) > best_ || std::ranges::find(feasible_, point) != feasible_.end())
                continue;
            if (!found || std::pair(cost(point), point) < std::pair(cost(*found), *found))
                found = point;
        }
        return found;
    }

    /// By what is known, else by the oracle. There must be a call left.
    bool feasible(const LatticePoint& point) {
        if (std::ranges::any_of(infeasible_, [&](const auto& z) { return below(point, z); }))
            return false;
        if (std::ranges::any_of(feasible_, [&](const auto& f) { return below(f, point); }))
            return true;
        ++calls_;
        const Haalbaar answer = oracle_(point);
        if (answer == Haalbaar::ja) {
            feasible_.push_back(point);
            best_ = std::min(best_, cost(point));
            return true;
        }
        if (answer == Haalbaar::onbeslist)
            undecided_.push_back(point);
        infeasible_.push_back(point);
        return false;
    }

    [[nodiscard]] bool may_ask() const { return calls_ < problem_.most_calls; }

    /// The first of the points from(low + 1) to from(high) that is feasible, when that of `high` is
    /// and that of `low` is not: by bisection, as far as the calls reach.
    template <class From>
    std::int32_t first_feasible(std::int32_t low, std::int32_t high, const From& from) {
        while (high - low > 1 && may_ask()) {
            const std::int32_t middle = low + (high - low) / 2;
            (feasible(from(middle)) ? high : low) = middle;
        }
        return high;
    }

    /// From the highest point, which is feasible, down to where less of anything is not: first in
    /// all dimensions alike, then in one after the other.
    void descend() {
        constexpr std::int32_t parts = 1 << 10;
        const LatticePoint& low = problem_.lowest;
        const LatticePoint& high = problem_.highest;
        const auto share = [&](std::int32_t part) {
            LatticePoint point = low;
            for (std::size_t d = 0; d < point.size(); ++d)
                point[d] += part_of(high[d] - low[d], part, parts);
            return point;
        };
        LatticePoint point = share(first_feasible(-1, parts, share));
        for (std::size_t d = 0; d < point.size(); ++d) {
            const auto with = [&](std::int32_t steps) {
                LatticePoint other = point;
                other[d] = steps;
                return other;
            };
            point[d] = first_feasible(low[d] - 1, point[d], with);
        }
    }

    static std::int32_t part_of(std::int32_t whole, std::int32_t part, std::int32_t parts) {
        return static_cast<std::int32_t>(std::int64_t{whole} * part / parts);
    }

    /// The corner beyond which points above `low` are dearer than `budget`.
    [[nodiscard]] LatticePoint corner(const LatticePoint& low, std::int64_t budget) const {
        LatticePoint point = problem_.highest;
        for (std::size_t d = 0; d < point.size(); ++d) {
            const std::int64_t room = (budget - cost(low)) / problem_.step_costs[d];
            if (room < point[d] - low[d])
                point[d] = low[d] + static_cast<std::int32_t>(room);
        }
        return point;
    }

    /// Raises the least of each dimension to what is needed with as much of the others as is not
    /// too dear, until that helps no more.
    void narrow() {
        LatticePoint low = problem_.lowest;
        for (bool changed = true; changed && !open_.empty() && best_ != no_cost;) {
            changed = false;
            for (std::size_t d = 0; d < low.size() && cost(low) <= best_; ++d) {
                const LatticePoint top = corner(low, best_);
                const auto with = [&](std::int32_t steps) {
                    LatticePoint other = top;
                    other[d] = steps;
                    return other;
                };
                if (!may_ask())
                    return;
                if (feasible(with(low[d])))
                    continue;
                const std::int32_t least = first_feasible(low[d], top[d] + 1, with);
                if (!may_ask()) // what is below may not have been asked
                    return;
                exclude_below(with(least - 1));
                low[d] = least;
                changed = true;
            }
        }
    }

    /// A point above `low` that costs at most `budget`, and with any step more than that: what is
    /// left is spread over the dimensions.
    [[nodiscard]] LatticePoint spread(const LatticePoint& low, std::int64_t budget) const {
        const LatticePoint top = corner(low, budget);
        constexpr std::int32_t parts = 1 << 10;
        LatticePoint point = low;
        for (std::int32_t step = parts / 2, part = 0; step > 0; step /= 2) {
            LatticePoint more = low;
            for (std::size_t d = 0; d < low.size(); ++d)
                more[d] += part_of(top[d] - low[d], part + step, parts);
            if (cost(more) <= budget) {
                part += step;
                point = std::move(more);
            }
        }
        for (std::size_t d = 0; d < point.size(); ++d)
            point[d] = std::min(top[d], corner(point, budget)[d]);
        return point;
    }

    /// Nothing below z is feasible: minimal points there give way to those just beyond z.
    void exclude_below(const LatticePoint& z) {
        std::erase_if(infeasible_, [&](const LatticePoint& point) { return below(point, z); });
        infeasible_.push_back(z);
        std::vector<LatticePoint> candidates;
        for (const LatticePoint& point : open_) {
            if (!below(point, z)) {
                candidates.push_back(point);
                continue;
            }
            for (std::size_t d = 0; d < z.size(); ++d) {
                LatticePoint beyond = point;
                beyond[d] = z[d] + 1;
                if (beyond[d] <= problem_.highest[d])
                    candidates.push_back(std::move(beyond));
            }
        }
        // In lexicographic order what is below a point comes before it.
        std::ranges::sort(candidates);
        open_.clear();
        for (LatticePoint& point : candidates) {
            if (std::ranges::none_of(open_, [&](const auto& m) { return below(m, point); }))
                open_.push_back(std::move(point));
        }
    }

    [[nodiscard]] LatticeResult result(bool complete, std::int64_t bound) const {
        LatticeResult result;
        result.complete = complete;
        result.bound = bound;
        result.calls = calls_;
        for (const LatticePoint& point : feasible_) {
            if (cost(point) == best_)
                result.cheapest.push_back(point);
        }
        if (!result.cheapest.empty())
            result.cost = best_;
        for (const LatticePoint& point : undecided_) {
            if (cost(point) < best_)
                result.undecided.push_back(point);
        }
        std::ranges::sort(result.cheapest);
        std::ranges::sort(result.undecided);
        return result;
    }

    const LatticeProblem& problem_;
    const Oracle& oracle_;
    std::vector<LatticePoint> open_; ///< minimal points of what is not known to be infeasible
    std::vector<LatticePoint> feasible_;
    std::vector<LatticePoint> infeasible_;
    std::vector<LatticePoint> undecided_;
    std::int64_t best_ = no_cost;
    std::size_t calls_ = 0;
};

} // namespace

LatticeResult cheapest_feasible(const LatticeProblem& problem, const Oracle& oracle) {
    check(problem);
    return Search(problem, oracle).run();
}

} // namespace ketenplan::analysis
