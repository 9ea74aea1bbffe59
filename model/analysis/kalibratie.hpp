#pragma once

#include "analysis/estimates.hpp"
#include "analysis/replications.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ketenplan::analysis {

/// The two measures that are easily taken for one, from the same simulated persons, at one scale of
/// the hazard of recidive. Nazorg has no effect of its own in these runs.
struct Recidivematen {
    double schaal = 1.0;
    Estimate recidive_1j;
    Estimate recidive_2j;
    Estimate heruitstroom; ///< extra releases per person in the same year, in gemeenten with 20+
    Estimate opnieuw_vrij; ///< share of persons released again in the same year, region
};

struct Kalibratieopdracht {
    std::uint32_t zaad = 1;
    std::size_t replicaties = 200;
};

/// Both measures with the hazard of recidive multiplied by `schaal` instead of the scenario's.
Recidivematen recidivematen(const casus::Opzet& opzet,
                            double schaal,
                            const Kalibratieopdracht& opdracht,
                            Executor& executor);

/// The measure that a calibration aims at.
enum class Kalibratiedoel : std::uint8_t { recidive_2j, heruitstroom };

/// The scale at which a measure equals `target`: regula falsi with the Illinois change (Dowell and
/// Jarratt, BIT 11, 1971) on the logarithm of the scale, on the same persons at every scale, so
/// that the measure is a function of it. Nothing when no scale between 1/64 and 64 reaches the
/// target, or when the executor stopped.
std::optional<Recidivematen> kalibreer(const casus::Opzet& opzet,
                                       Kalibratiedoel doel,
                                       double target,
                                       const Kalibratieopdracht& opdracht,
                                       Executor& executor);

} // namespace ketenplan::analysis
