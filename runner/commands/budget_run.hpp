#pragma once

#include "analysis/hoeveelheden.hpp"
#include "command_line.hpp"
#include "input/budget_study.hpp"
#include "output/budget_outcome.hpp"
#include "store/kept_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// What the numbers of a begroting depend on, as a digest.
std::uint64_t question_of(const BudgetStudy& study);

/// A begroting being worked out: replications of every variant, and when they are all there draws
/// of all that is not known, on from what a stopped run kept.
class BudgetRun {
public:
    struct Workers {
        std::uint32_t threads = 0; ///< 0: as many as this machine has
        bool progress = false;     ///< told of even when nobody seems to look
    };

    /// Takes up what `kept` has, and says so. Both must outlive the run.
    BudgetRun(const BudgetStudy& study, KeptRows& kept);

    /// Works on until all is done, or Ctrl-C.
    void simulate(const Workers& workers);

    [[nodiscard]] std::size_t replications() const { return years_.size(); }
    /// Whether all that the study asks for is there.
    [[nodiscard]] bool complete() const;
    /// What the replications so far say; at least two.
    [[nodiscard]] BudgetOutcome outcome() const;

private:
    /// All variants of one replication, one row after the other.
    [[nodiscard]] std::vector<double> replication(std::size_t r) const;
    /// Variant `v` of such a row.
    [[nodiscard]] finance::Hoeveelheden of_variant(const std::vector<double>& row,
                                                   std::size_t v) const;

    const BudgetStudy& study_;
    KeptRows::Rows& years_;
    KeptRows::Rows& worlds_;
    std::deque<casus::Opzet> opzetten_; ///< stay where they are
    std::vector<analysis::HoeveelheidReader> readers_;
};

/// Writes every table, the workbook and the report to a folder of results. Returns what is printed;
/// throws OutputError.
std::string write_budget(const std::string& directory,
                         const BudgetOutcome& outcome,
                         DecimalMark mark,
                         Language language);

} // namespace ketenplan::runner
