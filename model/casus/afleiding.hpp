#pragma once

#include "engine/defect.hpp"
#include "parameters/parameters.hpp"

#include <string_view>
#include <vector>

/// Small things that turn parameters into what a run works with.
namespace ketenplan::casus {

/// Index of the item with `key`; the parameters have been validated, so it is there.
template <class Items>
std::size_t index_of(const Items& items, std::string_view key) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].key == key)
            return i;
    }
    throw engine::Defect("a key is referred to that does not exist");
}

template <class Unit>
engine::Distribution distribution(const parameters::Spread<Unit>& spread) {
    return parameters::to_distribution(spread.spec);
}

} // namespace ketenplan::casus
