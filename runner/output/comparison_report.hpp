#pragma once

#include "analysis/comparison.hpp"
#include "command_line.hpp"
#include "input/study.hpp"
#include "output/certainty.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A study and what came out of it: a comparison for each of its measures, in order.
struct ComparisonStudy {
    const Study* study = nullptr;
    std::vector<analysis::Vergelijking> results;
    std::size_t replications = 0;
    bool precise = false; ///< the precision that the study asks for was reached
};

/// What a stuurgroep needs of it, in plain Dutch: per option what gets better and what worse, the
/// differences with margins that hold together, which options can be the best, and how sure that
/// is.
std::string comparison_summary(const ComparisonStudy& outcome,
                               const Certainty& certainty,
                               const std::vector<std::string>& warnings);

/// vergelijking.csv: a row per measure and option.
Table comparison_table(const ComparisonStudy& outcome, DecimalMark mark);

/// "beter", "slechter", "hoger", "lager", "geen aantoonbaar verschil", "precies gelijk" or, without
/// values, "onbekend": what may be said of a difference whose simultaneous interval is known.
std::string verdict(const analysis::Verschil& difference, analysis::Richting direction);

} // namespace ketenplan::runner
