#pragma once

#include "analysis/measures.hpp"
#include "casus/huis.hpp"
#include "engine/stream.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// The few figures that a question is about, out of all that a replication gives.
namespace ketenplan::analysis {

/// A measure in a cell ("regio", "procesregisseur@noord"): per replication the mean over the
/// measured years that have a value, as `over_jaren`.
struct Figure {
    std::string measure;
    std::string cell;
};

/// Reads some figures off the outcomes of one scenario; the rest is not worked out.
class FigureReader {
public:
    /// Throws Defect when a figure is not an outcome of the scenario. `opzet` must stay alive.
    FigureReader(const casus::Opzet& opzet, std::span<const Figure> figures);

    /// Simulates one replication: a number per figure, not a number where nothing was observed.
    /// Throws Defect or TooLarge, with the seed and replication in its text, when the run fails.
    [[nodiscard]] std::vector<double> simulate(engine::ReplicationKey key) const;

private:
    const casus::Opzet* opzet_;
    std::vector<Column> columns_;
    std::vector<std::size_t> figure_of_; ///< per column
    std::size_t figures_;
};

/// Which replications: `count` from `first` on, of the study with this seed.
struct ReplicationRange {
    std::uint32_t seed = 1;
    std::uint32_t first = 0;
    std::uint32_t count = 1;
};

/// A row per replication, a column per figure, as FigureReader.
Eigen::MatrixXd simulate_figures(const casus::Opzet& opzet,
                                 std::span<const Figure> figures,
                                 const ReplicationRange& range);

} // namespace ketenplan::analysis
