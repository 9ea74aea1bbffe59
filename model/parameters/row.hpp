#pragma once

#include "units/dimension.hpp"

#include <cstddef>
#include <string_view>

namespace ketenplan::parameters {

enum class Presence { required, optional };

/// The declaration of one parameter: its key in a scenario, and what it means (Dutch, for users).
/// An optional one has as its default the value its struct starts with.
struct Row {
    std::string_view key;
    std::string_view meaning;
    Presence presence = Presence::required;
};

constexpr Row optional(std::string_view key, std::string_view meaning) {
    return {key, meaning, Presence::optional};
}

/// The values a number may take, both ends included, in the native unit of its dimension.
struct Range {
    double low = 0.0;
    double high = 0.0;
    bool whole = false; ///< only whole numbers
};

/// The declaration of a number.
struct NumberRow {
    Row row;
    units::Dimension dimension = units::Dimension::count;
    Range range;
};

/// How many items a keyed table or a list may have.
struct Size {
    std::size_t least = 0;
    std::size_t most = 0;
};

} // namespace ketenplan::parameters
