#pragma once

#include "analysis/warmup.hpp"
#include "casus/opzet.hpp"
#include "output/tables.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// The course of a house from the beginning of its warm-up, and what was made of it.
struct WarmupStudy {
    const casus::Opzet* opzet = nullptr; ///< measures from the beginning of the warm-up
    std::size_t chosen = 0;              ///< months of warm-up
    std::size_t replications = 0;
    std::vector<analysis::Opwarmdiagnose> diagnoses;
    std::vector<std::string> left_out; ///< what of the scenario takes no part
};

/// A row per measure and cell: opwarming.csv. `vertekening` is a share.
Table warmup_table(const WarmupStudy& study, DecimalMark mark);

/// Every month of them, with Welch's curve: verloop.csv.
Table warmup_course(const WarmupStudy& study, DecimalMark mark);

/// One option of a study.
struct WarmupOption {
    std::string key;
    std::string naam;
    const WarmupStudy* study = nullptr;
};

/// opties.csv: a row per option, with how many figures its warm-up is long enough for, and in
/// months the warm-up that would be for all.
Table warmup_options_table(const std::vector<WarmupOption>& options, DecimalMark mark);

/// The same in sentences.
std::string warmup_options_summary(const std::vector<WarmupOption>& options,
                                   const std::vector<std::string>& warnings);

/// A figure (.svg) of each measure that matters, for the region and for each role.
std::vector<Table> warmup_figures(const WarmupStudy& study);

/// What it comes to, in sentences: samenvatting.txt.
std::string warmup_summary(const WarmupStudy& study, const std::vector<std::string>& warnings);

} // namespace ketenplan::runner
