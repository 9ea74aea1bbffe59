#pragma once

#include "analysis/ensemble.hpp"
#include "analysis/figures.hpp"
#include "input/ensemble_file.hpp"
#include "input/scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// A number of the scenario that is to be found.
struct CalibratedParameter {
    std::string key;  ///< of [kalibratie.parameters]
    std::string path; ///< in the scenario: "personen.vertrek"
    units::Dimension dimension = units::Dimension::count;
    double basis = 0.0;                 ///< its value in the basis, in native units
    analysis::UnknownParameter prior{}; ///< idem
    Place place{};                      ///< where the study asks for it
};

/// A printed figure to find it by.
struct CalibrationTarget {
    analysis::Figure figuur;
    analysis::Observation waarneming;
    std::string bron;
};

/// A question to an ensemble: which values of some parameters go with which figures.
struct CalibrationStudy {
    std::string naam;
    std::uint32_t zaad = 1;
    std::uint32_t leden = 100;
    std::uint32_t rondes = 4;
    /// Per member and round. Eight make the noise of a member's mean a third of that of one year,
    /// which the figures have anyway; more members are a better buy than more replications.
    std::uint32_t replicaties = 8;
    std::vector<CalibratedParameter> parameters;
    std::vector<CalibrationTarget> doelen;
    ScenarioTree basis;
    Scenario scenario; ///< the basis, read
    InputFile file;
    Place place; ///< of [kalibratie.parameters], where what is wrong with a member is reported
};

/// Whether the file is a study with a `[kalibratie]`: else it is a scenario, or cannot be read.
bool is_calibration_study(const std::string& path);

/// Reads a study: `basis`, `[kalibratie]`, `[kalibratie.parameters.<naam>]` with `parameter`,
/// `laag`, `hoog` (those of the basis when it gives none) and `verdeling`, and
/// `[[kalibratie.doelen]]` with `maat`, `plaats`, `waarde`, `standaardafwijking` or `marge`, and
/// `bron`. Throws InputError with every problem there is. Each bound must be a possible value when
/// the other parameters are those of the basis.
CalibrationStudy read_calibration_study(const std::string& path);

/// What a member with these values changes, in the order of the study's parameters.
std::vector<ParameterChange> changes_of(const CalibrationStudy& study,
                                        const Eigen::VectorXd& values);

/// The basis with those changes. The scenario is usable when there are no errors among the
/// problems.
Scenario member_scenario(const CalibrationStudy& study,
                         const Eigen::VectorXd& values,
                         Diagnostics& diagnostics);

} // namespace ketenplan::runner
