#include "analysis/frontier.hpp"

#include "analysis/numbers.hpp"
#include "engine/defect.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ketenplan::analysis {

namespace {

class Frontier {
public:
    Frontier(std::span<const double> costs, std::span<const double> effects)
        : costs_(costs), effects_(effects) {
        const FrontierPlace unknown{
            Standing::frontier, {}, {}, not_a_number, not_a_number, not_a_number};
        places_.assign(costs.size(), unknown);
    }

    std::vector<FrontierPlace> places() {
        for (const std::size_t s : undominated())
            add(s);
        name_mixtures();
        for (std::size_t i = 1; i < hull_.size(); ++i)
            compare(hull_[i], hull_[i - 1]);
        return places_;
    }

private:
    /// From the cheapest to the dearest, each more effective than the one before.
    std::vector<std::size_t> undominated() {
        std::vector<std::size_t> order(costs_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            return costs_[a] != costs_[b] ? costs_[a] < costs_[b] : effects_[a] > effects_[b];
        });
        std::vector<std::size_t> kept;
        for (const std::size_t s : order) {
            if (kept.empty() || effects_[s] > effects_[kept.back()]) {
                kept.push_back(s);
                continue;
            }
            places_[s].standing = Standing::dominated;
            places_[s].before = kept.back();
        }
        return kept;
    }

    /// Whether going from `a` to `b` costs more per unit than going on from `b` to `c`.
    [[nodiscard]] bool falls(std::size_t a, std::size_t b, std::size_t c) const {
        return (costs_[b] - costs_[a]) * (effects_[c] - effects_[b]) >
               (costs_[c] - costs_[b]) * (effects_[b] - effects_[a]);
    }

    void add(std::size_t s) {
        while (hull_.size() >= 2 && falls(hull_[hull_.size() - 2], hull_.back(), s)) {
            places_[hull_.back()].standing = Standing::extendedly_dominated;
            hull_.pop_back();
        }
        hull_.push_back(s);
    }

    /// What mixes: the neighbours on the final frontier, not those of the moment.
    void name_mixtures() {
        for (std::size_t s = 0; s < places_.size(); ++s) {
            if (places_[s].standing != Standing::extendedly_dominated)
                continue;
            const auto dearer = std::ranges::find_if(
                hull_, [&](std::size_t other) { return costs_[other] > costs_[s]; });
            places_[s].after = *dearer;
            places_[s].before = *std::prev(dearer);
        }
    }

    void compare(std::size_t s, std::size_t before) {
        places_[s].before = before;
        places_[s].extra_cost = costs_[s] - costs_[before];
        places_[s].extra_effect = effects_[s] - effects_[before];
        places_[s].icer = places_[s].extra_cost / places_[s].extra_effect;
    }

    std::span<const double> costs_;
    std::span<const double> effects_;
    std::vector<FrontierPlace> places_;
    std::vector<std::size_t> hull_;
};

} // namespace

std::vector<FrontierPlace> efficiency_frontier(std::span<const double> costs,
                                               std::span<const double> effects) {
    engine::ensure(costs.size() == effects.size(), "unlike numbers of costs and effects");
    return Frontier(costs, effects).places();
}

} // namespace ketenplan::analysis
