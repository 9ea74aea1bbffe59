#pragma once

#include "analysis/maandbeeld.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// Whether a house that starts empty has filled up when the measuring begins. See
/// docs/methods/warm-up.md.
namespace ketenplan::analysis {

/// Makes a run of this house measure from the beginning of its warm-up. What happens in it stays
/// the same: growth still counts from the scenario's own `start`.
void measure_from_begin(casus::Opzet& opzet);

/// Where a series is best cut off at the beginning.
struct Mser {
    std::size_t truncate = 0; ///< periods to leave out, from the first on
    /// False when the series is too short to say: fewer than six batches, the least is in the
    /// second half, or the statistic still falls where fewer than five batches would be left.
    bool accepted = false;
    /// The statistic for each candidate: 0, 1, 2, ... batches after the first value left out.
    std::vector<double> statistic;
};

/// MSER-5 (White, Simulation 69, 1997; White, Cobb and Spratt, WSC 2000; Franklin and White, WSC
/// 2008): of all truncations d of the means Y of batches of `batch` periods, the one with the least
/// marginal standard error, sum over i > d of (Y_i - mean)^2 / (n - d)^2; the first of equals. At
/// least five batches stay (Hoad, Robinson and Davies, Journal of the Operational Research Society
/// 61, 2010). A period without a value is "not a number": those before the first value are left out
/// in any case, later ones are no part of their batch. What does not fill the last batch is not
/// used. `batch` at least 1.
Mser mser(std::span<const double> series, std::size_t batch = 5);

/// Per period the mean over replications that have a value; not a number where none has. All rows
/// are equally long.
std::vector<double> mean_over_replications(std::span<const std::vector<double>> rows);

/// Welch's moving average (Welch, in Lavenberg, Computer Performance Modeling Handbook, 1983; Law,
/// Simulation Modeling and Analysis, 2015, section 9.5.1): of `means`, the mean over replications
/// per period, the average over `window` periods on either side; at the beginning over as many as
/// there are before it. Not a number in the last `window` periods, and where a value is missing.
std::vector<double> welch(std::span<const double> means, std::size_t window);

enum class Opwarming : std::uint8_t {
    genoeg,               ///< MSER asks no more than was chosen
    te_kort,              ///< it asks more
    niet_vast_te_stellen, ///< the series is too short, or does not settle
    geen_waarden,         ///< nothing ever happens
};

/// What MSER says of a warm-up of `chosen` periods.
Opwarming judge(const Mser& result, std::size_t chosen);

/// The diagnosis of one monthly measure in one cell.
struct Opwarmdiagnose {
    std::size_t measure = 0; ///< index into month_measures()
    std::string cell;
    std::vector<double> means;  ///< per month, from the beginning of the warm-up; NaN where unknown
    std::vector<double> gladde; ///< Welch's curve
    Mser mser;
    Opwarming oordeel = Opwarming::geen_waarden;
    /// How far the mean of what is measured after the chosen warm-up is from that after the
    /// truncation, as a share of the latter: what a warm-up that is too short does to the figures.
    /// Not a number unless `mser` was accepted and that mean is not 0.
    double vertekening = 0.0;
};

/// Diagnoses series of months (of the first arm) that begin with the warm-up, of which the first
/// `chosen` months are meant to be left out. `window` is that of Welch's curve; 6 smooths a year's
/// seasons away.
std::vector<Opwarmdiagnose>
diagnose(std::span<const MonthSeries> series, std::size_t chosen, std::size_t window = 6);

} // namespace ketenplan::analysis
