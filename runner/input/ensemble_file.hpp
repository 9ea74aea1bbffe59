#pragma once

#include "input/place.hpp"
#include "input/scenario_files.hpp"
#include "units/dimension.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// One value that differs from a scenario: its path ("personen.vertrek") and what would be written
/// there, with its unit ("0,12 per jaar").
struct ParameterChange {
    std::string path;
    std::string value;
};

/// A number as a scenario would write it, to ten digits and never with an exponent: what is
/// simulated is what can be read back.
std::string change_text(double value, units::Dimension dimension);

/// The scenario with these changes laid over it; what is wrong with one of them is reported at
/// `place`.
ScenarioTree with_changes(const ScenarioTree& basis,
                          std::span<const ParameterChange> changes,
                          const Place& place);

/// One member of a calibrated ensemble.
struct EnsembleMember {
    std::size_t lid = 0; ///< its number in the calibration
    std::vector<ParameterChange> changes;
};

/// The columns of ensemble.csv before those of the parameters.
namespace ensemble_columns {
inline constexpr const char* lid = "lid";
inline constexpr const char* ronde = "ronde";
inline constexpr const char* rondes = "rondes";
inline constexpr const char* toestand = "toestand";
inline constexpr const char* misfit = "misfit";
inline constexpr const char* meegeteld = "meegeteld";   ///< a value of `toestand`
inline constexpr const char* afgevallen = "afgevallen"; ///< idem
} // namespace ensemble_columns

/// Reads the posterior from the ensemble.csv that `ketenplan kalibreer` wrote, with either decimal
/// mark: the members of the last round that take part, in order. Throws InputError when the file
/// cannot be read, is that of a calibration that was not finished, or has a column that is no
/// number of a scenario.
std::vector<EnsembleMember> read_ensemble(const std::string& path);

} // namespace ketenplan::runner
