#pragma once

#include "engine/defect.hpp"
#include "engine/stream.hpp"

#include <fmt/format.h>

#include <string_view>

namespace ketenplan::analysis {

/// Calls `run`; what it throws (Defect, TooLarge) gets the seed, the replication and `more` in its
/// text.
template <class Run>
auto telling_which(engine::ReplicationKey key, const Run& run, std::string_view more = "") {
    const auto told = [&](const char* what) {
        return fmt::format("{} (zaad {}, replicatie {}{})", what, key.seed, key.replication, more);
    };
    try {
        return run();
    } catch (const engine::Defect& defect) {
        throw engine::Defect(told(defect.what()));
    } catch (const engine::TooLarge& large) {
        throw engine::TooLarge(told(large.what()));
    }
}

} // namespace ketenplan::analysis
