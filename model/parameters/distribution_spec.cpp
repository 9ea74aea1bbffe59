#include "parameters/distribution_spec.hpp"

namespace ketenplan::parameters {

using engine::Distribution;
using engine::Family;

std::span<const std::string_view> keys_of(Family family) {
    static constexpr std::array<std::string_view, 1> mean{"gemiddelde"};
    static constexpr std::array<std::string_view, 2> mean_variation{"gemiddelde", "variatie"};
    static constexpr std::array<std::string_view, 2> mean_shape{"gemiddelde", "vormfactor"};
    static constexpr std::array<std::string_view, 2> low_high{"laag", "hoog"};
    static constexpr std::array<std::string_view, 3> low_mode_high{
        "laag", "waarschijnlijk", "hoog"};
    static constexpr std::array<std::string_view, 1> values{"waarden"};
    static constexpr std::array<std::string_view, 2> values_weights{"waarden", "gewichten"};
    switch (family) {
    case Family::constant:
    case Family::exponential:
        return mean;
    case Family::uniform:
        return low_high;
    case Family::gamma:
    case Family::lognormal:
        return mean_variation;
    case Family::weibull:
        return mean_shape;
    case Family::triangular:
    case Family::pert:
        return low_mode_high;
    case Family::empirical:
        return values;
    case Family::discrete:
        return values_weights;
    }
    return {};
}

Distribution to_distribution(const DistributionSpec& spec) {
    switch (spec.family) {
    case Family::constant:
        return Distribution::constant(spec.mean.value_or(0.0));
    case Family::uniform:
        return Distribution::uniform_low_high(*spec.low, *spec.high);
    case Family::exponential:
        return Distribution::exponential_mean(*spec.mean);
    case Family::gamma:
        return Distribution::gamma_mean_cv(*spec.mean, *spec.variation);
    case Family::lognormal:
        return Distribution::lognormal_mean_cv(*spec.mean, *spec.variation);
    case Family::weibull:
        return Distribution::weibull_mean_shape(*spec.mean, *spec.shape);
    case Family::triangular:
        return Distribution::triangular_low_mode_high(*spec.low, *spec.mode, *spec.high);
    case Family::pert:
        return Distribution::pert_low_mode_high(*spec.low, *spec.mode, *spec.high);
    case Family::empirical:
        return Distribution::empirical(spec.values);
    case Family::discrete:
        return Distribution::discrete(spec.values, spec.weights);
    }
    return Distribution::constant(0.0);
}

DistributionSpec always(double value) {
    DistributionSpec spec;
    spec.mean = value;
    return spec;
}

DistributionSpec gamma(double mean, double variation) {
    DistributionSpec spec;
    spec.family = Family::gamma;
    spec.mean = mean;
    spec.variation = variation;
    return spec;
}

} // namespace ketenplan::parameters
