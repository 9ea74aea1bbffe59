#pragma once

#include "engine/distribution.hpp"
#include "engine/gamma_pair.hpp"
#include "engine/stream.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace ketenplan::engine {

/// Whether a run draws, or takes every draw at its expectation so that it can be walked by hand.
enum class DrawMode : std::uint8_t { random, expected };

/// All randomness of one replication. Every call names its stream by a key of its own; nothing is
/// remembered between calls, so the order of calls changes no draw.
///
/// In expected mode a distribution gives its mean. A chance has no outcome equal to its mean, so
/// chances are dealt out instead: of n events with probability p, n p happen, rounded to the
/// nearest, as evenly spread as possible ("error diffusion"). Only this mode remembers anything,
/// per purpose and table.
class Draws {
public:
    Draws(ReplicationKey key, DrawMode mode) : key_(key), mode_(mode) {}

    [[nodiscard]] double sample(const StreamKey& who, const Distribution& distribution) const;
    /// Mean 1.
    [[nodiscard]] double unit_exponential(const StreamKey& who) const;
    /// Both 1 in expected mode.
    [[nodiscard]] std::pair<double, double>
    gamma_pair(const StreamKey& a, const StreamKey& b, const GammaPair& law) const;
    /// In [0, 1); one half in expected mode.
    [[nodiscard]] double uniform(const StreamKey& who) const;
    /// True with `probability`, which lies in [0, 1].
    [[nodiscard]] bool chance(const StreamKey& who, double probability);
    /// An index below weights.size() with probability proportional to its weight; `table` tells
    /// apart, in expected mode, tables of weights that share a purpose. The weights are not
    /// negative and have a positive sum.
    [[nodiscard]] std::size_t
    pick(const StreamKey& who, std::span<const double> weights, std::uint32_t table = 0);

private:
    [[nodiscard]] static std::size_t deal(std::span<const double> weights,
                                          std::vector<double>& owed);

    ReplicationKey key_;
    DrawMode mode_;
    std::map<std::uint8_t, double> owed_chances_;
    std::map<std::pair<std::uint8_t, std::uint32_t>, std::vector<double>> owed_picks_;
};

} // namespace ketenplan::engine
