#pragma once

#include "engine/stream.hpp"

#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <cstddef>
#include <cstdint>

/// Random numbers for tests of statistics: a stream per (study, alternative, observation), so that
/// a test draws the same numbers in whatever order it asks for them.
namespace ketenplan::tests {

inline engine::Stream stream_of(std::uint32_t study, std::size_t alternative, std::size_t r) {
    return {{.seed = 20240607, .replication = study},
            {.purpose = 255,
             .ordinal = static_cast<std::uint32_t>(alternative),
             .a = static_cast<std::uint32_t>(r)}};
}

/// Standard normal.
inline double normal_draw(std::uint32_t study, std::size_t alternative, std::size_t r) {
    engine::Stream stream = stream_of(study, alternative, r);
    return boost::random::normal_distribution<double>()(stream);
}

/// Uniform on [0, 1).
inline double uniform_draw(std::uint32_t study, std::size_t alternative, std::size_t r) {
    engine::Stream stream = stream_of(study, alternative, r);
    return boost::random::uniform_01<double>()(stream);
}

} // namespace ketenplan::tests
