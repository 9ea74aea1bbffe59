#include "analysis/hoeveelheden.hpp"

#include "analysis/run_errors.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::analysis {

namespace {

double mean_product(std::span<const double> a, std::span<const double> b, double ma, double mb) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - ma) * (b[i] - mb);
    return sum / static_cast<double>(a.size());
}

double plain_mean(std::span<const double> values) {
    double sum = 0.0;
    for (const double v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

} // namespace

HoeveelheidReader::HoeveelheidReader(const casus::Opzet& opzet, std::span<const Figure> figures)
    : opzet_(&opzet), years_(measured_years(opzet).size()) {
    const std::vector<Column> all = columns_of(opzet);
    for (const Figure& figure : figures) {
        for (const std::int32_t year : measured_years(opzet))
            columns_.push_back(all[find_column(all, figure.measure, figure.cell, year)]);
    }
}

finance::Hoeveelheden HoeveelheidReader::simulate(engine::ReplicationKey key) const {
    finance::Hoeveelheden found{years_, std::vector<double>(columns_.size())};
    telling_which(key, [&] {
        const casus::Uitkomst outcome = casus::simulate(*opzet_, {.sleutel = key, .spoor = {}});
        fill_row(*opzet_, outcome, columns_, found.values);
    });
    return found;
}

std::vector<finance::Hoeveelheden> simulate_hoeveelheden(const HoeveelheidReader& reader,
                                                         std::uint32_t seed,
                                                         std::size_t count,
                                                         Executor& executor) {
    std::vector<finance::Hoeveelheden> found(count);
    found.resize(executor.run(count, [&](std::size_t r) {
        found[r] = reader.simulate({seed, static_cast<std::uint32_t>(r)});
    }));
    return found;
}

std::vector<Aandrijver> aandrijvers(std::span<const std::vector<double>> parts) {
    std::vector<Aandrijver> found;
    if (parts.empty() || parts.front().empty())
        return found;
    std::vector<double> sum(parts.front().size(), 0.0);
    for (const std::vector<double>& part : parts) {
        for (std::size_t r = 0; r < sum.size(); ++r)
            sum[r] += part[r];
    }
    const double mean = plain_mean(sum);
    const double variance = mean_product(sum, sum, mean, mean);
    if (!(variance > 0.0))
        return found;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const double own = plain_mean(parts[p]);
        found.push_back({p,
                         mean_product(parts[p], sum, own, mean) / variance,
                         std::sqrt(mean_product(parts[p], parts[p], own, own))});
    }
    std::ranges::stable_sort(
        found, std::ranges::greater{}, [](const Aandrijver& a) { return std::abs(a.aandeel); });
    return found;
}

} // namespace ketenplan::analysis
