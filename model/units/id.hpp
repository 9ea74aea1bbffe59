#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace ketenplan::units {

/// An index that remembers what it counts: a `WorkerId` cannot be used where a `QueueId` is meant.
/// `Tag` is any type, usually the class of the thing named. A default-constructed id names nothing.
template <class Tag>
class Id {
public:
    static constexpr std::uint32_t none = 0xffffffffU;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t value) : value_(value) {}
    constexpr explicit Id(std::size_t value) : value_(static_cast<std::uint32_t>(value)) {}

    [[nodiscard]] constexpr bool valid() const { return value_ != none; }
    [[nodiscard]] constexpr std::uint32_t value() const { return value_; }
    /// For subscripting; only meaningful when `valid()`.
    [[nodiscard]] constexpr std::size_t index() const { return value_; }

    friend constexpr auto operator<=>(Id, Id) = default;

private:
    std::uint32_t value_ = none;
};

} // namespace ketenplan::units
