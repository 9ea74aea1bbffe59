#pragma once

#include "analysis/psa.hpp"
#include "command_line.hpp"
#include "input/uncertainty.hpp"
#include "output/certainty.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A probabilistic sensitivity analysis of the model itself, as far as it was run.
struct PsaOutcome {
    std::string naam; ///< of the scenario
    analysis::Psaopdracht opdracht;
    std::vector<UncertainNumber> getallen; ///< the columns of `waarden`
    std::vector<analysis::Psatrekking> trekkingen;
    std::vector<std::vector<double>> waarden; ///< per draw, native units; as many as draws
};

/// psa.csv, as `ketenplan waarde` reads it: per draw costs (euro) and effect (offences avoided, as
/// against the first arm) of every arm, the odds ratio and every number that was drawn from a
/// range.
Table psa_draws(const PsaOutcome& outcome, DecimalMark mark);

/// How the draws came about, how much of what differs between them is chance within them, and what
/// to do next.
std::string psa_summary(const PsaOutcome& outcome,
                        const Certainty& certainty,
                        const std::vector<std::string>& warnings);

} // namespace ketenplan::runner
