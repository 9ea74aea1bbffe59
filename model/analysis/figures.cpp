#include "analysis/figures.hpp"

#include "analysis/run_errors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

FigureReader::FigureReader(const casus::Opzet& opzet, std::span<const Figure> figures)
    : opzet_(&opzet), figures_(figures.size()) {
    const std::vector<Column> all = columns_of(opzet);
    for (std::size_t f = 0; f < figures.size(); ++f) {
        for (const Column& column : all) {
            if (measures()[column.measure].name != figures[f].measure ||
                column.cell != figures[f].cell)
                continue;
            columns_.push_back(column);
            figure_of_.push_back(f);
        }
        engine::ensure(!figure_of_.empty() && figure_of_.back() == f,
                       "a figure that is no outcome of this scenario");
    }
}

std::vector<double> FigureReader::simulate(engine::ReplicationKey key) const {
    std::vector<double> row(columns_.size());
    telling_which(key, [&] {
        const casus::Uitkomst outcome = casus::simulate(*opzet_, {.sleutel = key, .spoor = {}});
        fill_row(*opzet_, outcome, columns_, row);
    });
    std::vector<double> sums(figures_);
    std::vector<double> years(figures_);
    for (std::size_t c = 0; c < row.size(); ++c) {
        if (std::isnan(row[c]))
            continue;
        sums[figure_of_[c]] += row[c];
        years[figure_of_[c]] += 1.0;
    }
    for (std::size_t f = 0; f < figures_; ++f)
        sums[f] = years[f] > 0.0 ? sums[f] / years[f] : std::numeric_limits<double>::quiet_NaN();
    return sums;
}

Eigen::MatrixXd simulate_figures(const casus::Opzet& opzet,
                                 std::span<const Figure> figures,
                                 const ReplicationRange& range) {
    const FigureReader reader(opzet, figures);
    Eigen::MatrixXd rows(range.count, static_cast<Eigen::Index>(figures.size()));
    for (std::uint32_t r = 0; r < range.count; ++r) {
        const std::vector<double> row = reader.simulate({range.seed, range.first + r});
        std::ranges::copy(row, rows.row(r).begin());
    }
    return rows;
}

} // namespace ketenplan::analysis
