#pragma once

#include "analysis/proeven.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace ketenplan::runner {

/// Trials of a question that was stopped, so that the next run goes on from there.
struct TrialState {
    /// By name of the set ("zoektocht", "bewijs").
    std::map<std::string, analysis::GesimuleerdeProeven::Stand> sets;
};

/// Writes the state with the question it belongs to (a digest of all that its numbers depend on).
/// Throws OutputError.
void save_trials(const std::string& path, std::uint64_t question, const TrialState& state);

/// Reads it back: the same numbers to the bit. Empty when there is none, or when it belongs to
/// another question; a file that is damaged counts as none.
TrialState load_trials(const std::string& path, std::uint64_t question);

} // namespace ketenplan::runner
