#include "engine/elementary.hpp"
#include "input/sensitivity_study.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

namespace {

/// The 0.025 + 0.95 u point of the standard normal, in units of the 0.975 point: from -1 to 1.
double normal_share(double u) {
    const boost::math::normal_distribution<double> normal;
    return boost::math::quantile(normal, 0.025 + 0.95 * u) / boost::math::quantile(normal, 0.975);
}

double triangle_share(double top, double u) {
    if (u <= top)
        return std::sqrt(u * top);
    return 1.0 - std::sqrt((1.0 - u) * (1.0 - top));
}

double lognormal_share(const UncertainNumber& n, double u) {
    const double low = engine::exact_log(n.low);
    const double high = engine::exact_log(n.high);
    const double at = 0.5 * (low + high) + 0.5 * (high - low) * normal_share(u);
    return (engine::exact_exp(at) - n.low) / (n.high - n.low);
}

/// How far from `low` to `high`, from 0 to 1.
double share_at(const UncertainNumber& n, double u) {
    const double top = (n.value - n.low) / (n.high - n.low);
    if (n.spread == "driehoek")
        return triangle_share(top, u);
    if (n.spread == "pert")
        return boost::math::quantile(
            boost::math::beta_distribution<double>(1.0 + 4.0 * top, 5.0 - 4.0 * top), u);
    if (n.spread == "normaal")
        return 0.5 + 0.5 * normal_share(u);
    if (n.spread == "lognormaal" && n.low > 0.0)
        return lognormal_share(n, u);
    return u;
}

} // namespace

double at_quantile(const UncertainNumber& number, double u) {
    if (number.whole) {
        const double many = std::floor(number.high) - std::ceil(number.low) + 1.0;
        return std::ceil(number.low) + std::min(std::floor(u * many), many - 1.0);
    }
    // A library's last bits must not reach a draw of the simulation.
    constexpr double digits = 1e9;
    const double share = std::round(share_at(number, u) * digits) / digits;
    return std::clamp(number.low + share * (number.high - number.low), number.low, number.high);
}

} // namespace ketenplan::runner
