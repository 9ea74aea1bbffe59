#pragma once

#include "analysis/figures.hpp"
#include "analysis/replications.hpp"
#include "finance/begroting.hpp"

#include <span>
#include <vector>

/// Quantities that money is paid for, out of simulated years.
namespace ketenplan::analysis {

/// Reads per-year figures off the outcomes of one scenario.
class HoeveelheidReader {
public:
    /// Throws Defect when a figure is no yearly outcome of the scenario. `opzet` must stay alive.
    HoeveelheidReader(const casus::Opzet& opzet, std::span<const Figure> figures);

    /// Simulates one replication: every figure in every measured year. Throws Defect or TooLarge,
    /// with the seed and replication in its text, when the run fails.
    [[nodiscard]] finance::Hoeveelheden simulate(engine::ReplicationKey key) const;

private:
    const casus::Opzet* opzet_;
    std::vector<Column> columns_; ///< by figure, and by year within it
    std::size_t years_ = 0;
};

/// Replications 0 to `count` - 1; fewer when the executor stops early.
std::vector<finance::Hoeveelheden> simulate_hoeveelheden(const HoeveelheidReader& reader,
                                                         std::uint32_t seed,
                                                         std::size_t count,
                                                         Executor& executor);

/// A part of a sum that varies: "which risks drive it".
struct Aandrijver {
    std::size_t deel = 0;   ///< index of the part
    double aandeel = 0.0;   ///< of the variance of the sum, covariance included; all together 1
    double spreiding = 0.0; ///< standard deviation of the part
};

/// Splits the variance of a sum over its parts by Var(sum) = sum of Cov(part, sum) (the Euler or
/// covariance allocation; Tasche, Journal of Risk 2, 2000), largest first. `parts[p][r]` is part p
/// in replication r. Empty when the sum does not vary.
std::vector<Aandrijver> aandrijvers(std::span<const std::vector<double>> parts);

} // namespace ketenplan::analysis
