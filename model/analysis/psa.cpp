#include "analysis/psa.hpp"

#include "analysis/numbers.hpp"
#include "analysis/run_errors.hpp"

#include <algorithm>

namespace ketenplan::analysis {

namespace {

/// The replications of one arm.
struct Reeks {
    std::vector<double> kosten;
    std::vector<double> recidive;
};

/// The squared standard error of the mean difference within replications.
double noise_of(const std::vector<double>& values, const std::vector<double>& first) {
    engine::Tally differences;
    for (std::size_t i = 0; i < values.size(); ++i)
        differences.add(values[i] - first[i]);
    return differences.variance() / static_cast<double>(values.size());
}

Psatrekking
one_draw(const casus::Opzet& opzet, const Psaopdracht& opdracht, std::uint32_t trekking) {
    Psatrekking result;
    result.odds_ratio = opdracht.odds_ratio ? *opdracht.odds_ratio
                                            : trek_odds_ratio(opzet, {opdracht.zaad, trekking});
    std::vector<Reeks> reeksen(opdracht.armen.size());
    for (std::uint32_t r = 0; r < opdracht.per_trekking; ++r) {
        const engine::ReplicationKey key{opdracht.zaad, trekking * opdracht.per_trekking + r};
        telling_which(key, [&] {
            for (std::size_t arm = 0; arm < opdracht.armen.size(); ++arm) {
                const Armuitkomst outcome =
                    simuleer_arm(opzet, key, result.odds_ratio, opdracht.armen[arm].intensiteit);
                reeksen[arm].kosten.push_back(outcome.totaal(opdracht.marginaal));
                reeksen[arm].recidive.push_back(outcome.recidive());
            }
        });
    }
    for (const Reeks& reeks : reeksen)
        result.armen.push_back({mean_of(reeks.kosten),
                                mean_of(reeks.recidive),
                                noise_of(reeks.kosten, reeksen.front().kosten),
                                noise_of(reeks.recidive, reeksen.front().recidive)});
    return result;
}

template <class Difference, class Noise>
double share_of_noise(const std::vector<Psatrekking>& draws, Difference difference, Noise noise) {
    engine::Tally differences;
    engine::Tally within;
    for (const Psatrekking& draw : draws) {
        differences.add(difference(draw));
        within.add(noise(draw));
    }
    if (differences.count() < 2 || differences.variance() == 0.0)
        return not_a_number;
    return std::min(1.0, within.mean() / differences.variance());
}

} // namespace

std::vector<Psatrekking> psa(const Scenariobron& bron,
                             const Psaopdracht& opdracht,
                             std::uint32_t first,
                             Executor& executor) {
    std::vector<Psatrekking> draws(opdracht.trekkingen - std::min(first, opdracht.trekkingen));
    const std::size_t done = executor.run(draws.size(), [&](std::size_t job) {
        const std::uint32_t trekking = first + static_cast<std::uint32_t>(job);
        draws[job] = in_first_that_fits(bron, trekking, [&](const parameters::Parameters& p) {
            return one_draw(casus::Opzet(p), opdracht, trekking);
        });
    });
    draws.resize(done);
    return draws;
}

Ruisaandeel ruisaandeel(const std::vector<Psatrekking>& trekkingen, std::size_t arm) {
    return {share_of_noise(
                trekkingen,
                [&](const Psatrekking& t) { return t.armen[arm].kosten - t.armen[0].kosten; },
                [&](const Psatrekking& t) { return t.armen[arm].ruis_kosten; }),
            share_of_noise(
                trekkingen,
                [&](const Psatrekking& t) { return t.armen[arm].recidive - t.armen[0].recidive; },
                [&](const Psatrekking& t) { return t.armen[arm].ruis_recidive; })};
}

} // namespace ketenplan::analysis
