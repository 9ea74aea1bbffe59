#pragma once

#include "engine/time.hpp"

#include <algorithm>
#include <vector>

/// The bodies above the case: for now only the dates on which they decide.
namespace ketenplan::casus {

/// The first of `bijeenkomsten` (in order) after `nu`, for who comes out of a meeting at `nu`: what
/// begins at that second has begun. `never` when there is none within the run.
inline engine::Time eerste_na(const std::vector<engine::Time>& bijeenkomsten, engine::Time nu) {
    const auto next = std::ranges::upper_bound(bijeenkomsten, nu);
    return next == bijeenkomsten.end() ? engine::never : *next;
}

/// The same from `nu` on, for work that is completed at `nu`: completions come before meetings.
inline engine::Time eerste_vanaf(const std::vector<engine::Time>& bijeenkomsten, engine::Time nu) {
    const auto next = std::ranges::lower_bound(bijeenkomsten, nu);
    return next == bijeenkomsten.end() ? engine::never : *next;
}

} // namespace ketenplan::casus
