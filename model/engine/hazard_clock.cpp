#include "engine/hazard_clock.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::engine {

PiecewiseLinear::PiecewiseLinear(std::vector<Knot> knots) : knots_(std::move(knots)) {
    ensure(knots_.size() >= 2, "a piecewise linear function needs two knots");
}

double PiecewiseLinear::value(double x) const {
    if (x <= knots_.front().x)
        return knots_.front().y;
    auto after = std::ranges::upper_bound(knots_, x, {}, &Knot::x);
    if (after == knots_.end())
        --after;
    const Knot& before = *(after - 1);
    return before.y + (x - before.x) * slope(before, *after);
}

double PiecewiseLinear::inverse(double y) const {
    if (y <= knots_.front().y)
        return knots_.front().x;
    auto after = std::ranges::lower_bound(knots_, y, {}, &Knot::y);
    if (after == knots_.end())
        --after;
    const Knot& before = *(after - 1);
    const double rise = slope(before, *after);
    if (rise <= 0.0)
        return std::numeric_limits<double>::infinity();
    return before.x + (y - before.y) / rise;
}

HazardClock::HazardClock(double threshold,
                         const PiecewiseLinear& baseline,
                         Time origin,
                         double factor)
    : remaining_(threshold), baseline_(&baseline), origin_(origin), factor_(factor),
      spent_to_(baseline.value(0.0)) {}

void HazardClock::spend(Time now) {
    const double reached = baseline_->value(static_cast<double>((now - origin_).count()));
    remaining_ = std::max(0.0, remaining_ - factor_ * (reached - spent_to_));
    spent_to_ = reached;
}

void HazardClock::set_factor(Time now, double factor) {
    if (factor == factor_)
        return;
    spend(now);
    factor_ = factor;
}

void HazardClock::restart(Time now) {
    spend(now);
    origin_ = now;
    spent_to_ = baseline_->value(0.0);
}

void HazardClock::renew(double threshold, Time now) {
    spend(now);
    remaining_ = threshold;
}

Time HazardClock::due() const {
    if (factor_ <= 0.0)
        return never;
    const double seconds = std::ceil(baseline_->inverse(spent_to_ + remaining_ / factor_));
    const auto most = static_cast<double>((never - origin_).count());
    return seconds < most ? origin_ + Seconds{static_cast<std::int64_t>(seconds)} : never;
}

} // namespace ketenplan::engine
