#pragma once

#include <cstdint>

namespace ketenplan::engine {

/// An order-sensitive 64-bit digest: multiply, rotate and add per word. Not cryptographic; it tells
/// two event sequences apart, as OMNeT++'s run fingerprints do.
class Fingerprint {
public:
    void add(std::uint64_t word) {
        state_ = (state_ ^ word) * multiplier;
        state_ ^= state_ >> 29U;
    }
    void add(std::uint64_t high, std::uint64_t low) { add((high * multiplier) ^ low); }
    [[nodiscard]] std::uint64_t value() const { return state_; }

private:
    static constexpr std::uint64_t multiplier = 0x9e3779b97f4a7c15ULL; // 2^64 over the golden ratio
    std::uint64_t state_ = 0x243f6a8885a308d3ULL;                      // first digits of pi
};

} // namespace ketenplan::engine
