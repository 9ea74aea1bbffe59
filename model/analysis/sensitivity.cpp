#include "analysis/sensitivity.hpp"

#include "analysis/comparison.hpp"
#include "analysis/estimates.hpp"
#include "analysis/numbers.hpp"
#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ketenplan::analysis {

namespace {

TrialValues
simulate_trial(const Trial& trial, std::uint32_t seed, std::span<const Figure> figures) {
    const casus::Opzet opzet(*trial.parameters);
    const Eigen::MatrixXd rows = simulate_figures(opzet, figures, {seed, trial.first, trial.count});
    TrialValues values;
    for (const auto& column : rows.colwise())
        values.figures.emplace_back(column.begin(), column.end());
    return values;
}

double rounded_index(double value) {
    constexpr double digits = 1e9;
    return std::round(value * digits) / digits;
}

void round_all(Metamodel& m) {
    for (auto* values : {&m.indices.first, &m.indices.total}) {
        for (double& value : *values)
            value = rounded_index(value);
    }
    for (auto* intervals : {&m.intervals.first, &m.intervals.total}) {
        for (Interval& interval : *intervals)
            interval = {rounded_index(interval.low), rounded_index(interval.high)};
    }
}

double variance_of(std::span<const double> values) {
    const double mean = mean_of(values);
    double squares = 0.0;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return squares / static_cast<double>(values.size() - 1);
}

SobolIntervals intervals_of(const GaussianProcess& process,
                            const SaltelliDesign& design,
                            const MetamodelOrder& order) {
    std::vector<SobolIndices> draws;
    for (std::uint32_t d = 0; d < order.draws; ++d) {
        const auto values = process.realisation(design.points, order.seed, d, order.waves);
        const auto rows = resampled_rows(design.base, order.seed, d);
        draws.push_back(sobol_indices(design, {values, {}}, rows));
    }
    return percentile_intervals(draws);
}

} // namespace

std::vector<TrialValues> simulate_trials(std::span<const Trial> trials,
                                         std::uint32_t seed,
                                         std::span<const Figure> figures,
                                         Executor& executor,
                                         std::vector<TrialValues> kept) {
    std::vector<TrialValues> values = std::move(kept);
    const std::size_t before = values.size();
    engine::ensure(before <= trials.size(), "more trials were kept than there are");
    values.resize(trials.size());
    const std::size_t done = executor.run(trials.size() - before, [&](std::size_t job) {
        const Trial& trial = trials[before + job];
        TrialValues& of_trial = values[before + job];
        try {
            of_trial = simulate_trial(trial, seed, figures);
        } catch (const engine::TooLarge& large) {
            of_trial.failure = large.what();
        }
    });
    values.resize(before + done);
    return values;
}

Observations
observations_of(const Points& points, std::span<const TrialValues> values, std::size_t figure) {
    Observations result{{points.dimensions, {}}, {}, {}};
    std::vector<double> degrees;
    for (std::size_t p = 0; p < values.size(); ++p) {
        if (!values[p].failure.empty())
            continue;
        const Estimate e = estimate(values[p].figures[figure]);
        if (e.n < 2)
            continue;
        result.x.add(points[p]);
        result.y.push_back(e.mean);
        result.noise.push_back(e.standard_error * e.standard_error);
        degrees.push_back(static_cast<double>(e.n - 1));
    }
    constexpr double prior_degrees = 4.0;
    const double typical = mean_of(result.noise);
    for (std::size_t p = 0; p < degrees.size(); ++p)
        result.noise[p] =
            (degrees[p] * result.noise[p] + prior_degrees * typical) / (degrees[p] + prior_degrees);
    return result;
}

std::optional<Metamodel> metamodel_of(const Observations& observations,
                                      const MetamodelOrder& order) {
    if (observations.y.size() < 2 * observations.x.dimensions + 4)
        return std::nullopt;
    Metamodel result;
    result.spread = variance_of(observations.y);
    result.noise = mean_of(observations.noise);
    if (result.spread <= 0.0)
        return std::nullopt;
    const GaussianProcess process = GaussianProcess::fitted(observations, Kernel::matern52);
    result.parameters = process.parameters();
    result.validation = process.leave_one_out();
    const SaltelliDesign design =
        saltelli_design(order.base, observations.x.dimensions, order.seed);
    const std::vector<double> means = process.means(design.points);
    result.indices = sobol_indices(design, {means, {}});
    result.intervals = intervals_of(process, design, order);
    round_all(result);
    return result;
}

} // namespace ketenplan::analysis
