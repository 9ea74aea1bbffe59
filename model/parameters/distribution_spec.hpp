#pragma once

#include "engine/distribution.hpp"
#include "units/dimension.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ketenplan::parameters {

/// What a scenario says about a random quantity, in native units of its dimension. Which numbers
/// are needed depends on the family; the others stay empty.
struct DistributionSpec {
    engine::Family family = engine::Family::constant;
    std::optional<double> mean;      ///< `gemiddelde`; for a constant its value
    std::optional<double> variation; ///< `variatie`: the coefficient of variation
    std::optional<double> shape;     ///< `vormfactor` of a weibull
    std::optional<double> low;       ///< `laag`
    std::optional<double> mode;      ///< `waarschijnlijk`
    std::optional<double> high;      ///< `hoog`
    std::vector<double> values;      ///< `waarden`
    std::vector<double> weights;     ///< `gewichten`
};

/// A random quantity of one dimension.
template <class Unit>
struct Spread {
    DistributionSpec spec;
};

/// The Dutch names of the families, in the order of engine::Family.
constexpr std::array<std::string_view, 10> family_names{"constant",
                                                        "uniform",
                                                        "exponentieel",
                                                        "gamma",
                                                        "lognormaal",
                                                        "weibull",
                                                        "driehoek",
                                                        "pert",
                                                        "empirisch",
                                                        "discreet"};

/// One number of a distribution: its key, where it is held, and whether it has the dimension of the
/// random quantity itself (else it is a bare factor).
struct SpecField {
    std::string_view key;
    std::optional<double> DistributionSpec::* member;
    bool has_dimension;
};

constexpr std::array<SpecField, 6> spec_fields{
    SpecField{"gemiddelde", &DistributionSpec::mean, true},
    SpecField{"variatie", &DistributionSpec::variation, false},
    SpecField{"vormfactor", &DistributionSpec::shape, false},
    SpecField{"laag", &DistributionSpec::low, true},
    SpecField{"waarschijnlijk", &DistributionSpec::mode, true},
    SpecField{"hoog", &DistributionSpec::high, true},
};

/// The keys of the numbers that `family` needs, lists included.
std::span<const std::string_view> keys_of(engine::Family family);

/// The distribution itself. The specification must have passed `validate`.
engine::Distribution to_distribution(const DistributionSpec& spec);

/// Constant `value`.
DistributionSpec always(double value);
/// Gamma with this mean and coefficient of variation.
DistributionSpec gamma(double mean, double variation);

} // namespace ketenplan::parameters
