#pragma once

#include "engine/time.hpp"

#include <vector>

namespace ketenplan::engine {

/// A non-decreasing, piecewise linear function of time, as cumulative hazards and cumulative
/// arrival rates are. Before the first knot it is constant; after the last it goes on with the last
/// slope.
class PiecewiseLinear {
public:
    struct Knot {
        double x;
        double y;
    };
    /// At least two knots; x strictly increasing, y non-decreasing.
    explicit PiecewiseLinear(std::vector<Knot> knots);

    [[nodiscard]] double value(double x) const;
    /// The smallest x with value(x) >= y; infinite when no x has.
    [[nodiscard]] double inverse(double y) const;

private:
    [[nodiscard]] static double slope(const Knot& from, const Knot& to) {
        return (to.y - from.y) / (to.x - from.x);
    }
    std::vector<Knot> knots_;
};

/// The time to an event whose hazard is a factor times a baseline, where the factor may change as
/// things happen.
///
/// One unit-exponential threshold is drawn and spent at the current rate, so that a change of the
/// factor needs no new draw: the event falls where factor-weighted cumulative hazard reaches the
/// threshold (the random time change of Poisson processes; Meyer, 1971).
class HazardClock {
public:
    /// A clock that never goes off.
    HazardClock() = default;
    /// `baseline` is the cumulative hazard against seconds since `origin`, and outlives the clock.
    HazardClock(double threshold, const PiecewiseLinear& baseline, Time origin, double factor);

    /// The factor becomes `factor` >= 0 at `now`, which is not before the last change.
    void set_factor(Time now, double factor);
    [[nodiscard]] double factor() const { return factor_; }
    /// From `now` on the baseline is counted from `now`; what is left of the threshold stays.
    void restart(Time now);
    /// After the event: a new threshold is spent from `now` on, on the same time origin.
    void renew(double threshold, Time now);
    /// When the event happens if the factor stays as it is, rounded up to a whole second; `never`
    /// when it does not.
    [[nodiscard]] Time due() const;

private:
    void spend(Time now);

    double remaining_ = 0.0;
    const PiecewiseLinear* baseline_ = nullptr;
    Time origin_{};
    double factor_ = 0.0;
    double spent_to_ = 0.0; ///< baseline value at the last change
};

} // namespace ketenplan::engine
