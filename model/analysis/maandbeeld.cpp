#include "analysis/maandbeeld.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace ketenplan::analysis {

namespace {

constexpr double most_unfinished = 0.05; // share of a month's cases
constexpr double noise_limit = 3.5;      // standard errors
constexpr double negligible = 0.1;       // share of the largest difference
constexpr double known_to = 0.25;        // and the end of its interval

/// The first month in which too many cases are unfinished; `months` when there is none.
std::size_t complete_months(const MonthResults& results,
                            const MonthMeasure& measure,
                            const std::string& cell,
                            std::size_t months) {
    if (measure.unfinished.empty())
        return months;
    std::vector<double> open(months);
    std::vector<double> all(months);
    const std::size_t open_measure = month_measure(measure.unfinished);
    const std::size_t all_measure = month_measure(measure.all);
    for (std::size_t c = 0; c < results.columns.size(); ++c) {
        const MonthColumn& column = results.columns[c];
        if (column.cell != cell)
            continue;
        if (column.measure == open_measure)
            open[column.month] = estimate(results.values(c)).mean;
        else if (column.measure == all_measure)
            all[column.month] = estimate(results.values(c)).mean;
    }
    for (std::size_t m = 0; m < months; ++m) {
        if (open[m] > most_unfinished * all[m])
            return m;
    }
    return months;
}

Paired value_of(std::span<const Arm> arms, SharedColumn at) {
    const std::vector<double> basis = arms[0].months.values(at.basis);
    if (arms.size() > 1)
        return compare(basis, arms[1].months.values(at.variant));
    return {estimate(basis), estimate({}), estimate({})};
}

bool beyond_noise(const Estimate& e) {
    return e.n >= 2 && e.mean != 0.0 && std::abs(e.mean) > noise_limit * e.standard_error;
}

} // namespace

std::vector<MonthSeries> month_series(std::span<const Arm> arms) {
    const Arm& last = arms.back();
    std::vector<MonthSeries> all;
    for (const SharedColumn at :
         shared_columns(std::span<const MonthColumn>(arms[0].months.columns),
                        std::span<const MonthColumn>(last.months.columns))) {
        const MonthColumn& column = arms[0].months.columns[at.basis];
        if (all.empty() || all.back().measure != column.measure || all.back().cell != column.cell)
            all.push_back({column.measure, column.cell, column.index, {}, 0});
        all.back().months.push_back(value_of(arms, at));
    }
    for (MonthSeries& series : all) {
        series.complete = series.months.size();
        for (const Arm& arm : arms)
            series.complete = std::min(series.complete,
                                       complete_months(arm.months,
                                                       month_measures()[series.measure],
                                                       series.cell,
                                                       series.months.size()));
    }
    return all;
}

std::optional<Course> course_of(const MonthSeries& series) {
    const auto difference = [&](std::size_t m) -> const Estimate& {
        return series.months[m].verschil;
    };
    std::optional<Course> course;
    for (std::size_t m = 0; m < series.complete; ++m) {
        if (!beyond_noise(difference(m)))
            continue;
        if (!course || std::abs(difference(m).mean) > std::abs(difference(course->peak).mean))
            course = Course{.peak = m};
    }
    if (!course)
        return course;
    const double largest = std::abs(difference(course->peak).mean);
    const auto is_small = [&](const Estimate& e) {
        return e.n == 0 || (std::abs(e.mean) <= negligible * largest &&
                            std::max(-e.low, e.high) <= known_to * largest);
    };
    const auto is_unclear = [&](const Estimate& e) {
        return is_small(e) || (e.low <= 0.0 && e.high >= 0.0);
    };
    std::size_t gone = series.complete;
    while (gone > course->peak + 1 && is_small(difference(gone - 1)))
        --gone;
    std::size_t unclear = gone;
    while (unclear > course->peak + 1 && is_unclear(difference(unclear - 1)))
        --unclear;
    if (gone < series.complete)
        course->ending = Ending::gone, course->ended = gone;
    else if (unclear < series.complete)
        course->ending = Ending::unclear, course->ended = unclear;
    else
        course->ended = series.complete;
    return course;
}

} // namespace ketenplan::analysis
