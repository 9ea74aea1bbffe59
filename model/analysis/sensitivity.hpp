#pragma once

#include "analysis/figures.hpp"
#include "analysis/gaussian_process.hpp"
#include "analysis/replications.hpp"
#include "analysis/sobol.hpp"
#include "parameters/parameters.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Many variants of one house, of which only a few figures are kept; and a metamodel of them.
namespace ketenplan::analysis {

/// One variant to simulate: replications `first` to `first` + `count` - 1 of a seed. Two variants
/// with the same ones are on common random numbers, with other ones independent.
struct Trial {
    const parameters::Parameters* parameters = nullptr;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// What one variant gave.
struct TrialValues {
    /// Of each figure the value per replication: the mean over measured years.
    std::vector<std::vector<double>> figures;
    /// Why it could not be simulated; `figures` are empty then. Extremes that a scenario allows may
    /// make more persons or meldingen than can be numbered.
    std::string failure;
};

/// Simulates each trial, one job of the executor each; fewer results when it stops early, those of
/// the first trials. What `kept` has of the first trials, from an earlier run with the same trials,
/// seed and figures, is taken from there instead of simulated. The parameters must have passed
/// `parameters::validate`.
std::vector<TrialValues> simulate_trials(std::span<const Trial> trials,
                                         std::uint32_t seed,
                                         std::span<const Figure> figures,
                                         Executor& executor,
                                         std::vector<TrialValues> kept = {});

/// The means of a figure at points of the unit cube, with the variances of those means. A variance
/// from few replications is rough, so each is drawn to the mean of all, which counts for as much as
/// four more degrees of freedom. Points with fewer than two values, or that failed, are left out.
Observations
observations_of(const Points& points, std::span<const TrialValues> values, std::size_t figure);

/// How to study a metamodel.
struct MetamodelOrder {
    std::uint32_t seed = 1;
    std::size_t base = 512;    ///< rows of Saltelli's design
    std::uint32_t draws = 100; ///< realisations for the intervals
    std::size_t waves = 256;   ///< per realisation
};

/// What uncertain inputs, uniform on the unit cube, do to one figure.
struct Metamodel {
    Hyperparameters parameters;
    CrossValidation validation;
    double noise = 0.0;   ///< mean variance of the means that it was fitted to
    double spread = 0.0;  ///< variance of those means, noise included
    SobolIndices indices; ///< of the metamodel's mean
    SobolIntervals intervals;
};

/// Fits a Matern 5/2 process and takes its indices by Saltelli's design. The intervals hold 95% of
/// the indices of realisations of the process, each with other rows of the design: they have in
/// them that the simulation was noisy, that it was not run everywhere, and that the design is
/// finite (Le Gratiet, Cannamela and Iooss, SIAM/ASA J. Uncertainty Quantification 2, 2014); not
/// that hyperparameters were estimated. Numbers are rounded to nine digits after the point, beyond
/// which libraries may differ. Nothing when there are fewer than two observations per input and
/// four more, or when all are equal.
std::optional<Metamodel> metamodel_of(const Observations& observations,
                                      const MetamodelOrder& order);

} // namespace ketenplan::analysis
