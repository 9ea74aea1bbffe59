#pragma once

#include <compare>

namespace ketenplan::units {

/// A number whose unit is part of its type, so that days cannot be passed where minutes are meant.
///
/// `Unit` is a tag type with a `static constexpr Dimension dimension` (see dimension.hpp); the
/// value is always held in the native unit of that dimension. There is no conversion to double:
/// `value()` is the only way out.
template <class Unit>
class Quantity {
public:
    using unit = Unit;

    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_(value) {}

    [[nodiscard]] constexpr double value() const { return value_; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) {
        return Quantity(a.value_ + b.value_);
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b) {
        return Quantity(a.value_ - b.value_);
    }
    friend constexpr Quantity operator*(Quantity a, double factor) {
        return Quantity(a.value_ * factor);
    }
    friend constexpr Quantity operator*(double factor, Quantity a) { return a * factor; }
    friend constexpr Quantity operator/(Quantity a, double divisor) {
        return Quantity(a.value_ / divisor);
    }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }

private:
    double value_ = 0.0;
};

} // namespace ketenplan::units
