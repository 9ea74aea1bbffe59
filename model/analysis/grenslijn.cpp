#include "analysis/grenslijn.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace ketenplan::analysis {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

double summed(const Bewijs& b, std::span<const std::size_t> waits) {
    double sum = 0.0;
    for (const std::size_t c : waits)
        sum += std::isnan(b.cijfers[c].mean) ? 0.0 : b.cijfers[c].mean;
    return sum;
}

class Wandeling {
public:
    Wandeling(std::span<const Zoekpost> posten,
              std::span<const Norm> normen,
              std::span<const std::size_t> waits,
              std::size_t replicaties,
              Proeven& proeven)
        : posten_(posten), normen_(normen), waits_(waits), replicaties_(replicaties),
          proeven_(proeven) {}

    std::optional<Bewijs> at(const Formatie& f) {
        return bewijs(f, normen_, replicaties_, normen_.size(), proeven_);
    }

    /// The best of the formaties one step up or down from `from` that cost no more than `most`; no
    /// value when there is none, and
    /// `gestopt` when stopped.
    std::optional<Bewijs> move(const Formatie& from, int step, double most = unlimited) {
        std::optional<Bewijs> best;
        for (std::size_t d = 0; d < posten_.size(); ++d) {
            Formatie next = from;
            next[d] += step;
            if (next[d] < posten_[d].minimum || next[d] > posten_[d].maximum ||
                kosten_van(next, posten_) > most)
                continue;
            auto seen = at(next);
            gestopt = gestopt || !seen;
            if (gestopt)
                return std::nullopt;
            if (!best || better(*seen, *best))
                best = std::move(seen);
        }
        return best;
    }

    bool gestopt = false;

private:
    [[nodiscard]] bool better(const Bewijs& a, const Bewijs& b) const {
        return std::tuple(a.alle.share, -summed(a, waits_)) >
               std::tuple(b.alle.share, -summed(b, waits_));
    }

    std::span<const Zoekpost> posten_;
    std::span<const Norm> normen_;
    std::span<const std::size_t> waits_;
    std::size_t replicaties_;
    Proeven& proeven_;
};

} // namespace

std::optional<std::vector<Grenspunt>> grenslijn(const Formatie& midden,
                                                int minder,
                                                int meer,
                                                std::span<const Zoekpost> posten,
                                                std::span<const Norm> normen,
                                                std::span<const std::size_t> waits,
                                                std::size_t replicaties,
                                                Proeven& proeven) {
    Wandeling walk(posten, normen, waits, replicaties, proeven);
    std::vector<Bewijs> found;
    for (const auto& [step, moves] : {std::pair{-1, minder}, std::pair{1, meer}}) {
        Formatie here = midden;
        for (int i = 0; i < moves; ++i) {
            auto next = walk.move(here, step);
            if (walk.gestopt)
                return std::nullopt;
            if (!next)
                break;
            here = next->formatie;
            found.push_back(std::move(*next));
        }
    }
    auto middle = walk.at(midden);
    if (!middle)
        return std::nullopt;
    found.push_back(std::move(*middle));
    std::vector<Grenspunt> points;
    for (Bewijs& b : found)
        points.push_back({kosten_van(b.formatie, posten), std::move(b)});
    std::ranges::stable_sort(points, {}, &Grenspunt::kosten);
    return points;
}

std::optional<Bewijs> binnen_budget(const Formatie& van,
                                    double budget,
                                    std::span<const Zoekpost> posten,
                                    std::span<const Norm> normen,
                                    std::span<const std::size_t> waits,
                                    std::size_t replicaties,
                                    Proeven& proeven) {
    Wandeling walk(posten, normen, waits, replicaties, proeven);
    Formatie here = van;
    while (kosten_van(here, posten) > budget) {
        const auto next = walk.move(here, -1);
        if (!next)
            return std::nullopt;
        here = next->formatie;
    }
    while (const auto next = walk.move(here, 1, budget))
        here = next->formatie;
    return walk.gestopt ? std::nullopt : walk.at(here);
}

} // namespace ketenplan::analysis
