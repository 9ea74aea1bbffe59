#include "engine/distribution.hpp"

#include "engine/elementary.hpp"

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/triangle_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ketenplan::engine {

double uniform(Stream& stream) {
    return boost::random::uniform_01<double>()(stream);
}

double unit_exponential(Stream& stream) {
    return boost::random::exponential_distribution<double>(1.0)(stream);
}

double standard_normal(Stream& stream) {
    return boost::random::normal_distribution<double>()(stream);
}

double unit_gamma(Stream& stream, double shape) {
    if (shape < 1.0) {
        // Section 6 of Marsaglia and Tsang: a gamma of shape + 1 times a power of a uniform.
        const double power = exact_exp(-unit_exponential(stream) / shape);
        return unit_gamma(stream, shape + 1.0) * power;
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    while (true) {
        const double x = standard_normal(stream);
        const double root = 1.0 + c * x;
        if (root <= 0.0)
            continue;
        const double v = root * root * root;
        const double square = x * x;
        // 1 - u, so that zero, whose logarithm is infinite, cannot be drawn.
        const double u = 1.0 - uniform(stream);
        constexpr double squeeze = 0.0331; // accepts nearly always, without a logarithm
        if (u < 1.0 - squeeze * square * square ||
            exact_log(u) < 0.5 * square + d - d * v + d * exact_log(v))
            return d * v;
    }
}

Distribution Distribution::constant(double value) {
    Distribution made;
    made.mean_ = value;
    return made;
}

Distribution Distribution::uniform_low_high(double low, double high) {
    Distribution made;
    made.family_ = Family::uniform;
    made.a_ = low;
    made.b_ = high;
    made.mean_ = (low + high) / 2.0;
    made.variance_ = (high - low) * (high - low) / 12.0;
    return made;
}

Distribution Distribution::exponential_mean(double mean) {
    Distribution made;
    made.family_ = Family::exponential;
    made.mean_ = mean;
    made.variance_ = mean * mean;
    return made;
}

Distribution Distribution::gamma_mean_cv(double mean, double cv) {
    Distribution made;
    made.family_ = Family::gamma;
    made.mean_ = mean;
    made.variance_ = mean * mean * cv * cv;
    made.a_ = 1.0 / (cv * cv);  // shape
    made.b_ = mean * (cv * cv); // scale
    return made;
}

Distribution Distribution::lognormal_mean_cv(double mean, double cv) {
    Distribution made;
    made.family_ = Family::lognormal;
    made.mean_ = mean;
    made.variance_ = mean * mean * cv * cv;
    const double log_variance = exact_log(1.0 + cv * cv);
    made.a_ = exact_log(mean) - 0.5 * log_variance;
    made.b_ = std::sqrt(log_variance);
    return made;
}

Distribution Distribution::weibull_mean_shape(double mean, double shape) {
    Distribution made;
    made.family_ = Family::weibull;
    made.mean_ = mean;
    const double first = exact_gamma(1.0 + 1.0 / shape);
    const double second = exact_gamma(1.0 + 2.0 / shape);
    made.variance_ = mean * mean * (second / (first * first) - 1.0);
    made.a_ = mean / first; // scale
    made.b_ = 1.0 / shape;
    return made;
}

Distribution Distribution::triangular_low_mode_high(double low, double mode, double high) {
    Distribution made;
    made.family_ = Family::triangular;
    made.a_ = low;
    made.b_ = mode;
    made.c_ = high;
    made.mean_ = (low + mode + high) / 3.0;
    made.variance_ =
        (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18.0;
    return made;
}

Distribution Distribution::pert_low_mode_high(double low, double mode, double high) {
    Distribution made;
    made.family_ = Family::pert;
    made.mean_ = (low + 4.0 * mode + high) / 6.0;
    made.variance_ = (made.mean_ - low) * (high - made.mean_) / 7.0;
    made.a_ = 1.0 + 4.0 * (mode - low) / (high - low);  // first shape
    made.b_ = 1.0 + 4.0 * (high - mode) / (high - low); // second shape
    made.c_ = low;
    made.scale_ = high - low;
    return made;
}

Distribution Distribution::empirical(std::vector<double> values) {
    const std::vector<double> weights(values.size(), 1.0);
    Distribution made = discrete(std::move(values), weights);
    made.family_ = Family::empirical;
    return made;
}

Distribution Distribution::discrete(std::vector<double> values,
                                    const std::vector<double>& weights) {
    Distribution made;
    made.family_ = Family::discrete;
    made.values_ = std::move(values);
    made.cumulative_.resize(weights.size());
    std::partial_sum(weights.begin(), weights.end(), made.cumulative_.begin());
    const double total = made.cumulative_.back();
    double square = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        made.mean_ += weights[i] / total * made.values_[i];
        square += weights[i] / total * made.values_[i] * made.values_[i];
    }
    made.variance_ = std::max(0.0, square - made.mean_ * made.mean_);
    return made;
}

double Distribution::sample(Stream& stream) const {
    switch (family_) {
    case Family::constant:
        return mean_;
    case Family::uniform:
        return a_ + (b_ - a_) * uniform(stream);
    case Family::exponential:
        return mean_ * unit_exponential(stream);
    case Family::gamma:
        return b_ * unit_gamma(stream, a_);
    case Family::lognormal:
        return exact_exp(a_ + b_ * standard_normal(stream));
    case Family::weibull:
        // -log(uniform) is an exponential variate; an exact zero stays zero.
        if (const double e = unit_exponential(stream); e > 0.0)
            return a_ * exact_pow(e, b_);
        return 0.0;
    case Family::triangular:
        return boost::random::triangle_distribution<double>(a_, b_, c_)(stream);
    case Family::pert: {
        const double x = unit_gamma(stream, a_);
        const double y = unit_gamma(stream, b_);
        return c_ + scale_ * x / (x + y);
    }
    case Family::empirical:
    case Family::discrete: {
        const double target = uniform(stream) * cumulative_.back();
        const auto place = std::ranges::upper_bound(cumulative_, target) - cumulative_.begin();
        const auto last = static_cast<std::ptrdiff_t>(values_.size()) - 1;
        return values_[static_cast<std::size_t>(std::min(place, last))];
    }
    }
    return mean_;
}

} // namespace ketenplan::engine
