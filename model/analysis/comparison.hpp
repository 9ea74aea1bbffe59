#pragma once

#include "analysis/intervals.hpp"
#include "analysis/paren.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Several variants of one house on common random numbers: which differ, which is best, and how
/// sure that is.
namespace ketenplan::analysis {

/// Which way of a measure is the better one; `geen` when that is not for us to say.
enum class Richting : std::uint8_t { lager, hoger, geen };

/// A variant against the basis, for one measure.
struct Verschil {
    Paired paar; ///< the interval in it holds for this difference alone
    /// Holds together with those of every variant and measure of the comparison, with 95%:
    /// paired-t with Bonferroni's division (Law, Simulation Modeling and Analysis, 2015, section
    /// 10.3.1).
    Interval samen;
    /// In how many replications the variant is strictly the better one, with an exact 95% interval:
    /// the chance that a next year turns out so, if the assumptions hold. Without direction: how
    /// often it is higher.
    Proportion beter;
    std::size_t gelijk = 0; ///< replications in which both are exactly equal
    /// How much larger the variance of the difference would be with independent replications: (var
    /// basis + var variant) / var difference. Infinite when every difference is the same.
    double variantie_gespaard = 0.0;
};

/// One measure over all arms; the first arm is the basis.
struct Vergelijking {
    Richting richting = Richting::geen;
    std::vector<Estimate> armen;
    std::vector<Verschil> verschillen; ///< of each arm but the basis
    /// How much better each arm is than the best of the others (positive is better, whichever the
    /// direction); multiple comparisons with the best, constrained (Hsu, Annals of Statistics 12,
    /// 1984), from simultaneous paired-t intervals over all pairs and measures (Nakayama, in
    /// Handbook of Simulation, 1998, section 9.4). Upper end 0: certainly not the best. Lower end
    /// 0: certainly best. Empty without direction.
    std::vector<Interval> tegen_beste;
    /// Per arm whether no other is certainly better; arms that are equal in every replication may
    /// be the best together.
    std::vector<bool> misschien_best;
};

/// Per replication the mean over the measured years of a measure in a cell ("regio",
/// "procesregisseur@noord"), over the years that have a value; of a measure of the whole period
/// just that. Not a number where no year has one, and everywhere when the results have no such
/// cell.
std::vector<double>
over_jaren(const Results& results, std::string_view measure, std::string_view cell);

/// What one measure gave: of each arm a value per replication, all equally many; not a number where
/// nothing was observed.
struct Maatwaarden {
    Richting richting = Richting::geen;
    std::vector<std::vector<double>> armen;
};

/// Compares all of `maten`; their intervals hold together. Each needs at least one arm, and all the
/// same number. With fewer than two replications intervals are not numbers.
std::vector<Vergelijking> vergelijk(std::span<const Maatwaarden> maten);

} // namespace ketenplan::analysis
