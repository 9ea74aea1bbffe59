#include "analysis/grenslijn.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace ketenplan::analysis {

namespace {

double summed(const Bewijs& b, std::span<const std::size_t> waits) {
    double sum = 0.0;
    for (const std::size_t c : waits)
        sum += b.cijfers[c].mean;
    // When nobody was ever helped the wait is unknown: the longest of all.
    return std::isnan(sum) ? std::numeric_limits<double>::infinity() : sum;
}

} // namespace

std::optional<Bewijs> Grenswandeling::at(const Formatie& formatie) {
    auto proof = bewijs(formatie, plan_.normen, plan_.replicaties, plan_.normen.size(), proeven_);
    gestopt_ = gestopt_ || !proof;
    return proof;
}

bool Grenswandeling::better(const Bewijs& a, const Bewijs& b) const {
    return std::tuple(a.alle.share, -summed(a, plan_.waits)) >
           std::tuple(b.alle.share, -summed(b, plan_.waits));
}

std::optional<Bewijs> Grenswandeling::move(const Formatie& from, int step, double most) {
    std::optional<Bewijs> best;
    for (std::size_t d = 0; d < plan_.posten.size(); ++d) {
        Formatie next = from;
        next[d] += step;
        if (next[d] < plan_.posten[d].minimum || next[d] > plan_.posten[d].maximum ||
            kosten_van(next, plan_.posten) > most)
            continue;
        auto seen = at(next);
        if (!seen)
            return std::nullopt;
        if (!best || better(*seen, *best))
            best = std::move(seen);
    }
    return best;
}

std::optional<std::vector<Bewijs>>
Grenswandeling::grens(const Formatie& midden, int minder, int meer) {
    std::vector<Bewijs> found;
    for (const auto& [step, moves] : {std::pair{-1, minder}, std::pair{1, meer}}) {
        Formatie here = midden;
        for (int i = 0; i < moves; ++i) {
            auto next = move(here, step);
            if (!next)
                break;
            here = next->formatie;
            found.push_back(std::move(*next));
        }
    }
    if (auto middle = at(midden))
        found.push_back(std::move(*middle));
    if (gestopt_)
        return std::nullopt;
    std::ranges::stable_sort(
        found, {}, [&](const Bewijs& b) { return kosten_van(b.formatie, plan_.posten); });
    return found;
}

std::optional<Bewijs> Grenswandeling::binnen_budget(const Formatie& van, double budget) {
    Formatie here = van;
    while (kosten_van(here, plan_.posten) > budget) {
        const auto next = move(here, -1);
        if (!next)
            return std::nullopt;
        here = next->formatie;
    }
    while (const auto next = move(here, 1, budget))
        here = next->formatie;
    return gestopt_ ? std::nullopt : at(here);
}

} // namespace ketenplan::analysis
