#pragma once

#include "analysis/estimates.hpp"
#include "analysis/maanden.hpp"
#include "analysis/replications.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::analysis {

/// Monthly results: a row per replication, by index, as Results has for years.
struct MonthResults {
    std::vector<MonthColumn> columns;
    std::vector<std::vector<double>> rows;

    /// Every replication's value of one column, in order.
    [[nodiscard]] std::vector<double> values(std::size_t column) const;
};

/// What one variant gave. `months` is empty unless asked for.
struct Arm {
    Results years;
    MonthResults months;
};

enum class Detail : std::uint8_t { years, months };

/// Simulates each of `arms` with the same seed and replications 0 to `count` - 1. Streams belong to
/// persons, cases and posts (model.md section 10), so what the arms share meets the same chance:
/// compare replication by replication. One job of the executor is one replication of every arm:
/// when it stops early, every arm has the same, smaller number of replications. Throws
/// engine::Defect, with seed, replication and number of the arm in its text, when a run fails.
std::vector<Arm> replicate_arms(std::span<const casus::Opzet* const> arms,
                                std::uint32_t seed,
                                std::size_t count,
                                Executor& executor,
                                Detail detail = Detail::years);

/// Arms without replications yet, one per element of `arms`.
std::vector<Arm> empty_arms(std::span<const casus::Opzet* const> arms,
                            Detail detail = Detail::years);

/// The same, added to `outcomes` of the same arms, seed and detail, up to `count` replications in
/// all: what results is what one run of that many gives. Every outcome has as many replications.
void replicate_arms_more(std::vector<Arm>& outcomes,
                         std::span<const casus::Opzet* const> arms,
                         std::uint32_t seed,
                         std::size_t count,
                         Executor& executor,
                         Detail detail = Detail::years);

/// One figure in two arms.
struct Paired {
    Estimate basis;
    Estimate variant;
    /// Of variant - basis, replication by replication, where both have a value: its mean need not
    /// be the difference of the means when a value is missing in some. Its interval is the paired-t
    /// interval (Law, Simulation Modeling and Analysis, 2015, section 10.2.1).
    Estimate verschil;
};

/// Compares values by replication; both spans are equally long.
Paired compare(std::span<const double> basis, std::span<const double> variant);

/// Where two tables of results have the same figure: same measure, cell, and year or month.
struct SharedColumn {
    std::size_t basis = 0;
    std::size_t variant = 0;
};

/// In the order of `basis`; what only one of them has is left out.
std::vector<SharedColumn> shared_columns(std::span<const Column> basis,
                                         std::span<const Column> variant);
std::vector<SharedColumn> shared_columns(std::span<const MonthColumn> basis,
                                         std::span<const MonthColumn> variant);

} // namespace ketenplan::analysis
