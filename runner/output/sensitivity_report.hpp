#pragma once

#include "analysis/sensitivity.hpp"
#include "analysis/tornado.hpp"
#include "command_line.hpp"
#include "input/sensitivity_study.hpp"
#include "output/certainty.hpp"
#include "output/tables.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// A number that could not be varied, and the rule it would break.
struct NotVaried {
    const UncertainNumber* number = nullptr;
    double value = 0.0; ///< the end that breaks it
    std::string problem;
};

/// A study of uncertain numbers and what came out of it.
struct SensitivityOutcome {
    const SensitivityStudy* study = nullptr;
    std::vector<const UncertainNumber*> varied;
    std::vector<NotVaried> not_varied;
    std::vector<std::vector<analysis::Swing>> swings; ///< per measure, per varied number
    std::vector<std::size_t> chosen;                  ///< of `varied`: those of the design
    std::size_t points = 0;                           ///< of the design that were simulated
    /// Per measure; empty without a design. Nothing for a measure without a metamodel.
    std::vector<std::optional<analysis::Metamodel>> metamodels;
};

/// The varied numbers, those that move measure `m` most first; those without a value last.
std::vector<std::size_t> by_reach(const SensitivityOutcome& outcome, std::size_t m);

/// What a stuurgroep needs of it, in plain Dutch: per measure which assumptions move it most and
/// how far, and how its uncertainty is divided over them.
std::string sensitivity_summary(const SensitivityOutcome& outcome,
                                const Certainty& certainty,
                                const std::vector<std::string>& warnings);

/// tornado.csv, sobol.csv (a row per measure and number) and metamodel.csv (a row per measure).
Table tornado_table(const SensitivityOutcome& outcome, DecimalMark mark);
Table sobol_table(const SensitivityOutcome& outcome, DecimalMark mark);
Table metamodel_table(const SensitivityOutcome& outcome, DecimalMark mark);

/// tornado-<maat>-<plaats>.svg of each measure that any number moves.
std::vector<Table> tornado_charts(const SensitivityOutcome& outcome);

} // namespace ketenplan::runner
