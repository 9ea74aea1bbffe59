#include "analysis/comparison.hpp"

#include "analysis/numbers.hpp"
#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

Interval simultaneous(const Estimate& e, std::size_t many) {
    if (e.n < 2)
        return {not_a_number, not_a_number};
    const double half = student_t_simultaneous(e.n - 1, usual_confidence, many) * e.standard_error;
    return {e.mean - half, e.mean + half};
}

double variance(const Estimate& e) {
    return e.standard_error * e.standard_error * static_cast<double>(e.n);
}

Verschil verschil_van(std::span<const double> basis,
                      std::span<const double> variant,
                      Richting richting,
                      std::size_t many) {
    Verschil v;
    v.paar = compare(basis, variant);
    v.samen = simultaneous(v.paar.verschil, many);
    std::size_t better = 0;
    std::size_t both = 0;
    for (std::size_t r = 0; r < basis.size(); ++r) {
        if (std::isnan(basis[r]) || std::isnan(variant[r]))
            continue;
        ++both;
        if (variant[r] == basis[r])
            ++v.gelijk;
        else if ((variant[r] < basis[r]) == (richting == Richting::lager))
            ++better;
    }
    v.beter = clopper_pearson(better, both, usual_confidence);
    v.variantie_gespaard =
        (variance(v.paar.basis) + variance(v.paar.variant)) / variance(v.paar.verschil);
    return v;
}

/// From the intervals of all pairs: arm i against the best of the others, not yet cut off at zero.
Interval tegen_anderen(const Maatwaarden& maat, std::size_t i, std::size_t many) {
    const double sign = maat.richting == Richting::lager ? -1.0 : 1.0;
    Interval against{std::numeric_limits<double>::infinity(),
                     std::numeric_limits<double>::infinity()};
    for (std::size_t j = 0; j < maat.armen.size(); ++j) {
        if (j == i)
            continue;
        const Interval pair = simultaneous(compare(maat.armen[j], maat.armen[i]).verschil, many);
        if (std::isnan(pair.low))
            return {not_a_number, not_a_number};
        against.low = std::min(against.low, sign > 0.0 ? pair.low : -pair.high);
        against.high = std::min(against.high, sign > 0.0 ? pair.high : -pair.low);
    }
    return against;
}

void vergelijk_met_beste(const Maatwaarden& maat, std::size_t many, Vergelijking& result) {
    for (std::size_t i = 0; i < maat.armen.size(); ++i) {
        const Interval against = tegen_anderen(maat, i, many);
        // The number comes first: minimum and maximum keep it when it is not a number.
        result.tegen_beste.push_back({std::min(against.low, 0.0), std::max(against.high, 0.0)});
        result.misschien_best.push_back(against.high >= 0.0);
    }
}

} // namespace

std::vector<double>
over_jaren(const Results& results, std::string_view measure, std::string_view cell) {
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < results.columns().size(); ++c) {
        const Column& column = results.columns()[c];
        if (measures()[column.measure].name == measure && column.cell == cell)
            columns.push_back(c);
    }
    std::vector<double> means(results.replications(), not_a_number);
    for (std::size_t r = 0; r < means.size(); ++r) {
        double sum = 0.0;
        double years = 0.0;
        for (const std::size_t c : columns) {
            const double value = results.row(r)[c];
            if (std::isnan(value))
                continue;
            sum += value;
            years += 1.0;
        }
        if (years > 0.0)
            means[r] = sum / years;
    }
    return means;
}

std::vector<Vergelijking> vergelijk(std::span<const Maatwaarden> maten) {
    std::vector<Vergelijking> results;
    for (const Maatwaarden& maat : maten) {
        engine::ensure(!maat.armen.empty(), "a comparison without arms");
        const std::size_t arms = maat.armen.size();
        Vergelijking result;
        result.richting = maat.richting;
        for (const std::vector<double>& arm : maat.armen)
            result.armen.push_back(estimate(arm));
        for (std::size_t a = 1; a < arms; ++a)
            result.verschillen.push_back(verschil_van(
                maat.armen[0], maat.armen[a], maat.richting, (arms - 1) * maten.size()));
        if (maat.richting != Richting::geen && arms > 1)
            vergelijk_met_beste(maat, arms * (arms - 1) / 2 * maten.size(), result);
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace ketenplan::analysis
