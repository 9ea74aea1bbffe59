#pragma once

#include <cstdint>
#include <string_view>

namespace ketenplan::units {

/// A 32-bit name for a text that is the same in every build, order and scenario (FNV-1a, Fowler,
/// Noll and Vo). Random streams are keyed by it, so that adding or reordering a gemeente changes no
/// draw about another. Two different keys may share a value: `parameters::validate` refuses that.
constexpr std::uint32_t stable_hash(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619U;
    }
    return hash;
}

} // namespace ketenplan::units
