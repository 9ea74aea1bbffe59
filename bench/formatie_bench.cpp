// The formatie question, answered by the search and by brute force over the same grid: the same
// replications, the same norms, the same chance of error. See README.md for how to read it.

#include "analysis/formatiezoek.hpp"
#include "support/small_house.hpp"

#include <benchmark/benchmark.h>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace {

using namespace ketenplan;
using analysis::Formatie;

constexpr int largest = 6; ///< steps of each of two posts: a grid of 36 formaties
constexpr double step = 0.1;

struct Question {
    std::vector<analysis::Zoekpost> posten;
    std::vector<analysis::Figure> cijfers{{"doorlooptijd_weging_gemiddeld", "regio"},
                                          {"contacten_te_laat", "regio"}};
    std::vector<analysis::Norm> normen{
        {.cijfer = 0, .jaar = {12.0, analysis::Richting::lager}, .kans = 0.9},
        {.cijfer = 1, .jaar = {0.1, analysis::Richting::lager}, .kans = 0.9}};
    analysis::Zoekplan plan{.onverschillig = 0.1, .fout = 0.05};
    parameters::Parameters huis = tests::small_house();

    Question() {
        for (std::size_t d = 0; d < 2; ++d)
            posten.push_back({.post = d, .naam = "", .minimum = 1, .maximum = largest});
    }

    [[nodiscard]] analysis::GesimuleerdeProeven trials(analysis::Executor& executor) const {
        return {huis, analysis::Proefopzet{posten, step, cijfers, 1, 0}, executor};
    }
};

void told(benchmark::State& state, std::size_t replications, const std::optional<Formatie>& best) {
    state.counters["replications"] = static_cast<double>(replications);
    if (!best)
        state.SkipWithError("no formatie was found");
    else
        state.counters["steps"] = (*best)[0] + (*best)[1];
}

void formatie_search(benchmark::State& state) {
    const Question q;
    analysis::Sequential executor;
    std::size_t replications = 0;
    std::optional<Formatie> best;
    for (auto _ : state) {
        auto trials = q.trials(executor);
        best = analysis::zoek_kleinste(q.posten, {1, 1}, q.normen, q.plan, trials, [](const auto&) {
               }).kleinste;
        replications = trials.gesimuleerd();
    }
    told(state, replications, best);
}
BENCHMARK(formatie_search)->Unit(benchmark::kMillisecond);

/// Replications with which a test of fixed size tells `kans` from `kans` - zone with these errors
/// (normal approximation; Fleiss, Levin and Paik, "Statistical methods for rates and proportions",
/// 2003, section 2.4).
std::size_t fixed_size(double kans, double zone, double alpha, double beta) {
    const boost::math::normal standard;
    const double low = kans - zone;
    const double root =
        boost::math::quantile(complement(standard, alpha)) * std::sqrt(low * (1.0 - low)) +
        boost::math::quantile(complement(standard, beta)) * std::sqrt(kans * (1.0 - kans));
    return static_cast<std::size_t>(std::ceil(root * root / (zone * zone)));
}

/// Every formatie of the grid, each norm by a test of fixed size, all with `fout` together.
void formatie_brute_force(benchmark::State& state) {
    const Question q;
    analysis::Sequential executor;
    const double each = q.plan.fout / (largest * largest);
    const std::size_t count = fixed_size(
        q.normen[0].kans, q.plan.onverschillig, each, each / static_cast<double>(q.normen.size()));
    const double bar = q.normen[0].kans - q.plan.onverschillig / 2.0;
    std::size_t replications = 0;
    std::optional<Formatie> best;
    for (auto _ : state) {
        auto trials = q.trials(executor);
        best.reset();
        for (int a = 1; a <= largest; ++a) {
            for (int b = 1; b <= largest; ++b) {
                const auto proof = analysis::bewijs({a, b}, q.normen, count, 1, trials);
                const bool enough = std::ranges::all_of(
                    proof->normen, [&](const auto& chance) { return chance.share >= bar; });
                if (enough && (!best || a + b < (*best)[0] + (*best)[1]))
                    best = Formatie{a, b};
            }
        }
        replications = trials.gesimuleerd();
    }
    told(state, replications, best);
}
BENCHMARK(formatie_brute_force)->Unit(benchmark::kMillisecond);

} // namespace
