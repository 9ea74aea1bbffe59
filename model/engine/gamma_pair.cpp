#include "engine/gamma_pair.hpp"

#include "engine/distribution.hpp"
#include "engine/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::engine {

namespace {

constexpr double smallest_term = 1e-16;
constexpr int most_terms = 10'000;

/// x^shape e^-x / Gamma(shape + 1), the first term of the series.
double leading_term(double shape, double x) {
    const double exponent = shape * exact_log(x) - x;
    constexpr double underflow = -690.0;
    return exponent < underflow ? 0.0 : exact_exp(exponent) / exact_gamma(shape + 1.0);
}

double series(double shape, double x) {
    double term = 1.0;
    double sum = 1.0;
    for (int n = 1; n <= most_terms && term > smallest_term * sum; ++n) {
        term *= x / (shape + n);
        sum += term;
    }
    return sum * leading_term(shape, x);
}

/// Lentz's method for the continued fraction of the upper function.
double continued_fraction(double shape, double x) {
    constexpr double tiny = 1e-300;
    double b = x + 1.0 - shape;
    double c = 1.0 / tiny;
    double d = 1.0 / b;
    double h = d;
    for (int n = 1; n <= most_terms; ++n) {
        const double a = -n * (n - shape);
        b += 2.0;
        d = 1.0 / (std::abs(a * d + b) < tiny ? tiny : a * d + b);
        c = std::abs(b + a / c) < tiny ? tiny : b + a / c;
        const double step = c * d;
        h *= step;
        if (std::abs(step - 1.0) < smallest_term * 10.0)
            break;
    }
    return h * leading_term(shape, x) * shape;
}

constexpr double steps_per_unit = 32.0;
constexpr double largest_score = 6.0;
constexpr double nearly_normal = 0.01;

/// The share of a standard normal variate above `score` >= 0.
double normal_tail(double score) {
    return 0.5 * upper_gamma(0.5, 0.5 * score * score);
}

/// ln x with P(shape, x) equal to that share of a normal variate below `score`.
double log_quantile(double shape, double score) {
    const double tail = normal_tail(std::abs(score));
    double low = -680.0;
    double high = 7.0;
    constexpr int halvings = 80;
    for (int i = 0; i < halvings; ++i) {
        const double middle = 0.5 * (low + high);
        const double x = exact_exp(middle);
        const bool too_low =
            score < 0.0 ? lower_gamma(shape, x) < tail : upper_gamma(shape, x) > tail;
        (too_low ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

} // namespace

double lower_gamma(double shape, double x) {
    if (x <= 0.0)
        return 0.0;
    return x < shape + 1.0 ? series(shape, x) : 1.0 - continued_fraction(shape, x);
}

double upper_gamma(double shape, double x) {
    if (x <= 0.0)
        return 1.0;
    return x < shape + 1.0 ? 1.0 - series(shape, x) : continued_fraction(shape, x);
}

GammaScore::GammaScore(double variance) : shape_(1.0 / variance) {
    if (variance < nearly_normal)
        return;
    const auto last = static_cast<int>(largest_score * steps_per_unit);
    for (int i = -last; i <= last; ++i)
        log_quantile_.push_back(log_quantile(shape_, i / steps_per_unit) - exact_log(shape_));
}

double GammaScore::operator()(double score) const {
    if (log_quantile_.empty()) {
        const double ninth = 1.0 / (9.0 * shape_);
        const double root = 1.0 - ninth + score * std::sqrt(ninth);
        return std::max(0.0, root * root * root);
    }
    const double place =
        (std::clamp(score, -largest_score, largest_score) + largest_score) * steps_per_unit;
    const auto below = std::min(static_cast<std::size_t>(place), log_quantile_.size() - 2);
    const double share = place - static_cast<double>(below);
    return exact_exp(log_quantile_[below] +
                     share * (log_quantile_[below + 1] - log_quantile_[below]));
}

GammaPair::GammaPair(double variance_a, double variance_b, double rho)
    : variance_a_(variance_a), variance_b_(variance_b),
      rho_(variance_a > 0.0 && variance_b > 0.0 ? rho : 0.0) {
    if (rho_ != 0.0)
        scores_ = {GammaScore(variance_a), GammaScore(variance_b)};
}

std::pair<double, double> GammaPair::sample(Stream& a, Stream& b) const {
    if (rho_ == 0.0) {
        const auto one = [](double variance, Stream& stream) {
            return variance > 0.0 ? variance * unit_gamma(stream, 1.0 / variance) : 1.0;
        };
        return {one(variance_a_, a), one(variance_b_, b)};
    }
    const double x = standard_normal(a);
    const double y = rho_ * x + std::sqrt(1.0 - rho_ * rho_) * standard_normal(b);
    return {scores_[0](x), scores_[1](y)};
}

} // namespace ketenplan::engine
