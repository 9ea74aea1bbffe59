#pragma once

#include "engine/defect.hpp"

#include <Random123/philox.h>

#include <cstdint>
#include <limits>

namespace ketenplan::engine {

/// Who draws, and what for. Every field is part of the counter, so that two streams never overlap
/// unless all their fields are equal.
///
/// `purpose` is enumerated by the model; `a` and `b` are stable names (units/text.hpp) or numbers
/// of the place an entity belongs to; `ordinal` (below 2^20) counts entities within that place;
/// `part` (below 2^12) counts what one entity has several of, and `step` (below 2^16) what one of
/// those has several of: the fifth contact (step) of the second case (part) of a person (ordinal).
struct StreamKey {
    std::uint8_t purpose = 0;
    std::uint32_t ordinal = 0;
    std::uint32_t part = 0;
    std::uint32_t step = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// The key of one replication of one study.
struct ReplicationKey {
    std::uint32_t seed = 0;
    std::uint32_t replication = 0;
};

/// A counter-based stream of 32-bit words: Philox4x32-10 of Random123 (Salmon, Moraes, Dror and
/// Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11). Starting one costs one block, so
/// every draw for every entity has a stream of its own, and no draw depends on how many others were
/// made.
///
/// key = (seed, replication); counter = (part 8 low bits | step | block, purpose | ordinal | part 4
/// high bits, a, b). A stream has 256 blocks of four words; asking for more throws Defect, it would
/// run into another stream. Satisfies UniformRandomBitGenerator.
class Stream {
public:
    using result_type = std::uint32_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    Stream(ReplicationKey key, const StreamKey& who)
        : key_{{key.seed, key.replication}},
          counter_{{((who.part & 0xffU) << 24U) | (who.step << block_bits),
                    (std::uint32_t{who.purpose} << 24U) | (who.ordinal << 4U) | (who.part >> 8U),
                    who.a,
                    who.b}} {
        if (who.ordinal > largest_ordinal || who.part > largest_part || who.step > largest_step)
            [[unlikely]]
            throw TooLarge("a random stream is numbered beyond its counter");
    }

    static constexpr std::uint32_t largest_ordinal = (1U << 20U) - 1;
    static constexpr std::uint32_t largest_part = (1U << 12U) - 1;
    static constexpr std::uint32_t largest_step = (1U << 16U) - 1;

    result_type operator()() {
        if (used_ == words)
            refill();
        return block_[used_++];
    }

private:
    using Philox = r123::Philox4x32_R<10>;
    static constexpr unsigned block_bits = 8;
    static constexpr unsigned words = 4;
    static constexpr std::uint32_t last_block = (1U << block_bits) - 1;

    void refill() {
        ensure(next_block_ <= last_block, "a random stream is exhausted");
        Philox::ctr_type counter = counter_;
        counter[0] |= next_block_++;
        block_ = Philox{}(counter, key_);
        used_ = 0;
    }

    Philox::key_type key_;
    Philox::ctr_type counter_;
    Philox::ctr_type block_{};
    std::uint32_t next_block_ = 0;
    unsigned used_ = words;
};

} // namespace ketenplan::engine
