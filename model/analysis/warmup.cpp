#include "analysis/warmup.hpp"

#include "analysis/numbers.hpp"
#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

constexpr std::size_t least_left = 5; // batches

bool is_number(double value) {
    return !std::isnan(value);
}

/// Of the values that are there.
double mean_of_known(std::span<const double> values) {
    double sum = 0.0;
    double n = 0.0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        sum += value;
        n += 1.0;
    }
    return n == 0.0 ? not_a_number : sum / n;
}

/// The square of the standard error of the mean of batches, but for dependence between them.
double marginal_error(std::span<const double> batches) {
    const double mean = mean_of_known(batches);
    double squares = 0.0;
    double n = 0.0;
    double largest = 0.0;
    for (const double value : batches) {
        if (std::isnan(value))
            continue;
        squares += (value - mean) * (value - mean);
        n += 1.0;
        largest = std::max(largest, std::abs(value));
    }
    // A series that does not change must not be cut where rounding happens to be least.
    constexpr double rounding = 1e-12;
    if (n == 0.0 || squares <= n * rounding * rounding * largest * largest)
        return 0.0;
    return squares / (n * n);
}

std::vector<double> batch_means(std::span<const double> series, std::size_t batch) {
    std::vector<double> means;
    for (std::size_t at = 0; at + batch <= series.size(); at += batch)
        means.push_back(mean_of_known(series.subspan(at, batch)));
    return means;
}

} // namespace

void measure_from_begin(casus::Opzet& opzet) {
    opzet.start = opzet.begin;
}

Mser mser(std::span<const double> series, std::size_t batch) {
    engine::ensure(batch > 0, "MSER with batches of nothing");
    const auto first =
        static_cast<std::size_t>(std::ranges::find_if(series, is_number) - series.begin());
    const std::vector<double> batches = batch_means(series.subspan(first), batch);
    Mser result;
    if (batches.size() < least_left)
        return result;
    for (std::size_t d = 0; d + least_left <= batches.size(); ++d)
        result.statistic.push_back(marginal_error(std::span(batches).subspan(d)));
    const auto best = static_cast<std::size_t>(std::ranges::min_element(result.statistic) -
                                               result.statistic.begin());
    result.truncate = first + best * batch;
    result.accepted = 2 * best <= batches.size() && best + 1 < result.statistic.size();
    return result;
}

std::vector<double> mean_over_replications(std::span<const std::vector<double>> rows) {
    std::vector<double> means;
    const std::size_t periods = rows.empty() ? 0 : rows.front().size();
    std::vector<double> column(rows.size());
    for (std::size_t period = 0; period < periods; ++period) {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            engine::ensure(rows[r].size() == periods, "replications of unlike length");
            column[r] = rows[r][period];
        }
        means.push_back(mean_of_known(column));
    }
    return means;
}

std::vector<double> welch(std::span<const double> means, std::size_t window) {
    std::vector<double> smooth(means.size(), not_a_number);
    for (std::size_t i = 0; i + window < means.size(); ++i) {
        const std::size_t side = std::min(i, window);
        double sum = 0.0; // not a number when one of them is
        for (std::size_t j = i - side; j <= i + side; ++j)
            sum += means[j];
        smooth[i] = sum / static_cast<double>(2 * side + 1);
    }
    return smooth;
}

Opwarming judge(const Mser& result, std::size_t chosen) {
    if (!result.accepted)
        return Opwarming::niet_vast_te_stellen;
    return result.truncate > chosen ? Opwarming::te_kort : Opwarming::genoeg;
}

std::vector<Opwarmdiagnose>
diagnose(std::span<const MonthSeries> series, std::size_t chosen, std::size_t window) {
    std::vector<Opwarmdiagnose> all;
    for (const MonthSeries& s : series) {
        Opwarmdiagnose d;
        d.measure = s.measure;
        d.cell = s.cell;
        d.vertekening = not_a_number;
        for (std::size_t m = 0; m < s.months.size(); ++m)
            d.means.push_back(m < s.complete ? s.months[m].basis.mean : not_a_number);
        d.gladde = welch(d.means, window);
        const std::span known = std::span(d.means).first(s.complete);
        if (std::ranges::none_of(known, [](double v) { return is_number(v) && v != 0.0; })) {
            all.push_back(std::move(d));
            continue;
        }
        d.mser = mser(known);
        d.oordeel = judge(d.mser, chosen);
        if (d.mser.accepted && chosen < known.size()) {
            const double settled = mean_of_known(known.subspan(d.mser.truncate));
            if (settled != 0.0)
                d.vertekening = mean_of_known(known.subspan(chosen)) / settled - 1.0;
        }
        all.push_back(std::move(d));
    }
    return all;
}

} // namespace ketenplan::analysis
