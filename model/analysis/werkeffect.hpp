#pragma once

#include "analysis/proeven.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

/// What assumptions do to the fte that the work asks, by arithmetic (werklast.hpp).
namespace ketenplan::analysis {

/// Fte that the work asks in the cells of the posts.
double gevraagde_fte(const parameters::Parameters& scenario, std::span<const Zoekpost> posten);

/// What one assumption does to it, the others at their value.
struct Werkeffect {
    std::size_t aanname = 0; ///< its number
    double laag = 0.0;       ///< fte asked when it is at its lowest
    double hoog = 0.0;       ///< and at its highest
    [[nodiscard]] double verschil() const { return hoog > laag ? hoog - laag : laag - hoog; }
};

/// The scenario with one assumption at its highest or lowest; nothing when that cannot be.
using Uiterste =
    std::function<std::optional<parameters::Parameters>(std::size_t aanname, bool hoogste)>;

/// Of every assumption of `count` of which both ends can be, the largest effect first; of equal
/// ones in order.
std::vector<Werkeffect>
werkeffecten(std::size_t count, const Uiterste& uiterste, std::span<const Zoekpost> posten);

} // namespace ketenplan::analysis
