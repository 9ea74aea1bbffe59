#pragma once

#include "engine/time.hpp"

#include <algorithm>
#include <vector>

/// The bodies above the case: for now only the dates on which they decide.
namespace ketenplan::casus {

/// The first of `bijeenkomsten` (in order) after `nu`; `never` when there is none within the run.
inline engine::Time volgende(const std::vector<engine::Time>& bijeenkomsten, engine::Time nu) {
    const auto next = std::ranges::upper_bound(bijeenkomsten, nu);
    return next == bijeenkomsten.end() ? engine::never : *next;
}

} // namespace ketenplan::casus
