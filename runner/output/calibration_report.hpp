#pragma once

#include "analysis/ensemble.hpp"
#include "command_line.hpp"
#include "input/calibration_study.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A calibration and what came out of it so far: at least one round.
struct CalibrationOutcome {
    const CalibrationStudy* study = nullptr;
    const analysis::EnsembleInversion* inversion = nullptr;
    /// Why a member fell out, by round and number of the member; empty for those that did not.
    const std::vector<std::vector<std::string>>* reasons = nullptr;

    /// Whether every round was done, so that the last one is the posterior.
    [[nodiscard]] bool finished() const {
        return inversion->rounds.size() == study->rondes + std::size_t{1};
    }
};

/// In plain Dutch: what was fitted to what, each parameter before and after, what the figures do
/// not determine, each figure against one year of the ensemble, and which members fell out.
std::string calibration_summary(const CalibrationOutcome& outcome,
                                const std::vector<std::string>& warnings);

/// ensemble.csv: a row per member and round, with a column per parameter in native units. What
/// `read_ensemble` reads.
Table ensemble_table(const CalibrationOutcome& outcome, DecimalMark mark);

/// doelen.csv: a row per figure, with what one year gives before and after.
Table calibration_targets_table(const CalibrationOutcome& outcome, DecimalMark mark);

/// samenhang.csv: a row per pair of parameters, with the correlation of their scores afterwards.
Table correlation_table(const CalibrationOutcome& outcome, DecimalMark mark);

} // namespace ketenplan::runner
