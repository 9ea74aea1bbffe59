#include "analysis/figures.hpp"

#include "casus/huis.hpp"
#include "engine/defect.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

using Eigen::Index;

/// The columns that the figures ask for, and of which figure each is.
struct Wanted {
    std::vector<Column> columns;
    std::vector<std::size_t> figure;
};

Wanted wanted_columns(const casus::Opzet& opzet, std::span<const Figure> figures) {
    const std::vector<Column> all = columns_of(opzet);
    Wanted wanted;
    for (std::size_t f = 0; f < figures.size(); ++f) {
        for (const Column& column : all) {
            if (measures()[column.measure].name != figures[f].measure ||
                column.cell != figures[f].cell)
                continue;
            wanted.columns.push_back(column);
            wanted.figure.push_back(f);
        }
    }
    return wanted;
}

Eigen::RowVectorXd
means_of(const std::vector<double>& row, const Wanted& wanted, std::size_t figures) {
    Eigen::RowVectorXd sums = Eigen::RowVectorXd::Zero(static_cast<Index>(figures));
    Eigen::RowVectorXd counts = sums;
    for (std::size_t c = 0; c < row.size(); ++c) {
        if (std::isnan(row[c]))
            continue;
        sums(static_cast<Index>(wanted.figure[c])) += row[c];
        counts(static_cast<Index>(wanted.figure[c])) += 1.0;
    }
    return (counts.array() > 0.0)
        .select(sums.array() / counts.array(), std::numeric_limits<double>::quiet_NaN());
}

} // namespace

Eigen::MatrixXd simulate_figures(const casus::Opzet& opzet,
                                 std::span<const Figure> figures,
                                 const ReplicationRange& range) {
    const Wanted wanted = wanted_columns(opzet, figures);
    Eigen::MatrixXd rows(range.count, static_cast<Index>(figures.size()));
    std::vector<double> row(wanted.columns.size());
    for (std::uint32_t r = 0; r < range.count; ++r) {
        const engine::ReplicationKey key{range.seed, range.first + r};
        try {
            const casus::Uitkomst outcome = casus::simulate(opzet, {.sleutel = key, .spoor = {}});
            fill_row(opzet, outcome, wanted.columns, row);
        } catch (const engine::Defect& defect) {
            throw engine::Defect(fmt::format(
                "{} (zaad {}, replicatie {})", defect.what(), key.seed, key.replication));
        }
        rows.row(r) = means_of(row, wanted, figures.size());
    }
    return rows;
}

} // namespace ketenplan::analysis
