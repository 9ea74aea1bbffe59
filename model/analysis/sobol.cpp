#include "analysis/sobol.hpp"

#include "analysis/estimates.hpp"
#include "analysis/numbers.hpp"
#include "casus/stromen.hpp"
#include "engine/defect.hpp"
#include "engine/stream.hpp"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ketenplan::analysis {

namespace {

std::uint8_t purpose_of(casus::Doel doel) {
    return static_cast<std::uint8_t>(doel);
}

/// The middle of the cell of width 2^-52 that `bits` lies in: never 0 or 1.
double in_unit(std::uint64_t bits) {
    return (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52;
}

/// A random number of 64 bits per dimension.
std::vector<std::uint64_t> shifts(std::size_t dimensions, std::uint32_t seed) {
    std::vector<std::uint64_t> result;
    for (std::size_t d = 0; d < dimensions; ++d) {
        engine::Stream stream({.seed = seed, .replication = 0},
                              {.purpose = purpose_of(casus::Doel::ontwerp_verschuiving),
                               .ordinal = static_cast<std::uint32_t>(d)});
        const std::uint64_t high = stream();
        result.push_back(high << 32U | stream());
    }
    return result;
}

/// What the estimators are made of, of some rows.
struct Moments {
    double mean = 0.0;     ///< over A and B
    double variance = 0.0; ///< idem, without noise
};

double noise_at(const DesignValues& answers, std::size_t point) {
    return answers.noise.empty() ? 0.0 : answers.noise[point];
}

Moments moments_of(const SaltelliDesign& design,
                   const DesignValues& answers,
                   std::span<const std::size_t> rows) {
    const double n = 2.0 * static_cast<double>(rows.size());
    Moments m;
    for (const std::size_t row : rows)
        m.mean += (answers.values[row] + answers.values[design.b(row)]) / n;
    double noise = 0.0;
    for (const std::size_t row : rows) {
        const double a = answers.values[row] - m.mean;
        const double b = answers.values[design.b(row)] - m.mean;
        m.variance += (a * a + b * b) / (n - 1.0);
        noise += (noise_at(answers, row) + noise_at(answers, design.b(row))) / n;
    }
    m.variance -= noise;
    return m;
}

SobolIndices indices_of(const SaltelliDesign& design,
                        const DesignValues& answers,
                        std::span<const std::size_t> rows) {
    const Moments m = moments_of(design, answers, rows);
    const auto n = static_cast<double>(rows.size());
    SobolIndices result{m.variance, {}, {}};
    for (std::size_t i = 0; i < design.inputs(); ++i) {
        double first = 0.0;
        double total = 0.0;
        for (const std::size_t row : rows) {
            const double a = answers.values[row];
            const double b = answers.values[design.b(row)];
            const double ab = answers.values[design.ab(i, row)];
            const double noise = noise_at(answers, row) + noise_at(answers, design.ab(i, row));
            first += (b - m.mean) * (ab - a) / n;
            total += 0.5 * ((a - ab) * (a - ab) - noise) / n;
        }
        result.first.push_back(m.variance > 0.0 ? first / m.variance : not_a_number);
        result.total.push_back(m.variance > 0.0 ? total / m.variance : not_a_number);
    }
    return result;
}

Interval percentile_interval(std::vector<double> values) {
    std::erase_if(values, [](double v) { return std::isnan(v); });
    std::ranges::sort(values);
    return {quantile(values, 0.025), quantile(values, 0.975)};
}

} // namespace

Points sobol_points(std::size_t count, std::size_t dimensions, std::uint32_t seed) {
    engine::ensure(dimensions >= 1 && dimensions <= 200, "a design of so many dimensions");
    const std::vector<std::uint64_t> shift = shifts(dimensions, seed);
    Points points{dimensions, {}};
    points.coordinates.reserve(count * dimensions);
    boost::random::sobol sequence(dimensions); // begins with point 1
    for (std::size_t i = 0; i < count; ++i) {
        for (const std::uint64_t s : shift)
            points.coordinates.push_back(in_unit(i == 0 ? s : sequence() ^ s));
    }
    return points;
}

SaltelliDesign saltelli_design(std::size_t base, std::size_t inputs, std::uint32_t seed) {
    const Points both = sobol_points(base, 2 * inputs, seed);
    SaltelliDesign design{base, {inputs, {}}};
    design.points.coordinates.reserve((inputs + 2) * base * inputs);
    for (std::size_t row = 0; row < base; ++row)
        design.points.add(both[row].first(inputs));
    for (std::size_t row = 0; row < base; ++row)
        design.points.add(both[row].last(inputs));
    for (std::size_t i = 0; i < inputs; ++i) {
        for (std::size_t row = 0; row < base; ++row) {
            design.points.add(both[row].first(inputs));
            design.points.coordinates[design.ab(i, row) * inputs + i] = both[row][inputs + i];
        }
    }
    return design;
}

SobolIndices sobol_indices(const SaltelliDesign& design,
                           const DesignValues& answers,
                           std::span<const std::size_t> rows) {
    engine::ensure(answers.values.size() == design.points.size(),
                   "a design with another number of answers");
    engine::ensure(answers.noise.empty() || answers.noise.size() == answers.values.size(),
                   "noise of another number of points");
    if (!rows.empty())
        return indices_of(design, answers, rows);
    std::vector<std::size_t> all(design.base);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return indices_of(design, answers, all);
}

std::vector<std::size_t>
resampled_rows(std::size_t count, std::uint32_t seed, std::uint32_t number) {
    constexpr std::size_t per_stream = 1024; // all that a stream has
    std::vector<std::size_t> rows;
    for (std::uint32_t part = 0; rows.size() < count; ++part) {
        engine::Stream stream(
            {.seed = seed, .replication = 0},
            {.purpose = purpose_of(casus::Doel::herbemonstering), .ordinal = number, .part = part});
        const std::size_t until = std::min(count, rows.size() + per_stream);
        // Multiplying instead of rejecting makes some rows likelier by count / 2^32.
        while (rows.size() < until)
            rows.push_back(std::uint64_t{stream()} * count >> 32U);
    }
    return rows;
}

SobolIntervals percentile_intervals(std::span<const SobolIndices> draws) {
    SobolIntervals result;
    const std::size_t inputs = draws.empty() ? 0 : draws.front().first.size();
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> first;
        std::vector<double> total;
        for (const SobolIndices& draw : draws) {
            first.push_back(draw.first[i]);
            total.push_back(draw.total[i]);
        }
        result.first.push_back(percentile_interval(std::move(first)));
        result.total.push_back(percentile_interval(std::move(total)));
    }
    return result;
}

SobolIntervals bootstrap_intervals(const SaltelliDesign& design,
                                   const DesignValues& answers,
                                   std::size_t resamples,
                                   std::uint32_t seed) {
    std::vector<SobolIndices> draws;
    for (std::size_t b = 0; b < resamples; ++b) {
        const auto rows = resampled_rows(design.base, seed, static_cast<std::uint32_t>(b));
        draws.push_back(sobol_indices(design, answers, rows));
    }
    return percentile_intervals(draws);
}

} // namespace ketenplan::analysis
