#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Which of several strategies are worth choosing at some price of effect.
namespace ketenplan::analysis {

enum class Standing : std::uint8_t {
    frontier,             ///< best at some willingness to pay of at least 0
    dominated,            ///< another strategy is no dearer and no less effective
    extendedly_dominated, ///< a mixture of two others is
};

/// Where one strategy stands. `icer` and the two differences are "not a number" unless the strategy
/// is on the frontier and not the cheapest there.
struct FrontierPlace {
    Standing standing = Standing::frontier;
    /// On the frontier: the next cheaper one there. Dominated: the most effective of those that are
    /// no dearer. Extendedly dominated: the cheaper of the two that mix.
    std::optional<std::size_t> before;
    std::optional<std::size_t> after; ///< extendedly dominated: the dearer of the two that mix
    double extra_cost = 0.0;          ///< beyond `before`
    double extra_effect = 0.0;        ///< idem
    double icer = 0.0;                ///< the first over the second: euro per unit of effect
};

/// The efficiency frontier of strategies with these expected costs (euro) and effects (more is
/// better), by the rules of Karlsson and Johannesson, PharmacoEconomics 9 (1996): first those that
/// are dominated go, then those that would make the incremental ratios fall. A place per strategy,
/// in the order given. Of strategies with equal costs and effects the first stays and the others
/// count as dominated by it. Three on one line all stay. Throws Defect when the spans differ in
/// length.
std::vector<FrontierPlace> efficiency_frontier(std::span<const double> costs,
                                               std::span<const double> effects);

} // namespace ketenplan::analysis
