#pragma once

#include "analysis/measures.hpp"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::analysis {

/// A measure in a cell ("regio", "procesregisseur@noord"): per replication the mean over the
/// measured years that have a value, as `over_jaren`.
struct Figure {
    std::string measure;
    std::string cell;
};

/// Which replications: `count` from `first` on, of the study with this seed.
struct ReplicationRange {
    std::uint32_t seed = 1;
    std::uint32_t first = 0;
    std::uint32_t count = 1;
};

/// A row per replication, a column per figure; not a number where nothing was observed, or where
/// the scenario has no such figure. Throws engine::Defect, with the seed and replication in its
/// text, when a run fails.
Eigen::MatrixXd simulate_figures(const casus::Opzet& opzet,
                                 std::span<const Figure> figures,
                                 const ReplicationRange& range);

} // namespace ketenplan::analysis
