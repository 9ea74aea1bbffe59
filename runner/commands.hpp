#pragma once

#include "command_line.hpp"

/// The commands, one file each in commands/. Each returns what the program exits with; they throw
/// InputError, OutputError and engine::Defect, which main reports.
namespace ketenplan::runner {

int simuleer(const SimuleerOptions& options);
int controleer(const ControleerOptions& options);
int sjabloon(const SjabloonOptions& options);
int parameters_tabel(const ParametersOptions& options);
int maten(const MatenOptions& options);
int spoor(const SpoorOptions& options);
int nazorg(const NazorgOptions& options);
int psa(const PsaOptions& options);
int kalibreer(const KalibreerOptions& options);
int kalibreer_studie(const KalibreerOptions& options); ///< when it is given a study
int maandbeeld(const MaandbeeldOptions& options);
int vergelijk(const VergelijkOptions& options);
int formatie(const FormatieOptions& options);
int bijdragen(const BijdragenOptions& options);
int begroting(const BegrotingOptions& options);
int waarde(const WaardeOptions& options);
int opwarming(const OpwarmingOptions& options);
int gevoeligheid(const GevoeligheidOptions& options);

} // namespace ketenplan::runner
