#pragma once

#include "analysis/formatiezoek.hpp"
#include "engine/stream.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What is not known but assumed: drawn from its range instead of taken at its word.
namespace ketenplan::analysis {

enum class Spreiding : std::uint8_t { driehoek, lognormaal, normaal, pert, uniform };

/// A number of the scenario that no document gives.
struct Aanname {
    std::string pad;
    double waarde = 0.0;
    double laag = 0.0; ///< at most `waarde`
    double hoog = 0.0; ///< at least `waarde`
    Spreiding spreiding = Spreiding::driehoek;
};

/// A value between `laag` and `hoog`: of a triangular or beta-PERT law with its top at `waarde`, a
/// uniform one, or a (log)normal one of which they are the 2.5% and 97.5% quantiles, cut off there
/// and with the median in the middle (normal) or at the geometric mean (lognormal). To ten digits,
/// so that no library's last bit reaches a simulation. Throws Defect when a lognormal range is not
/// above 0.
double trek(const Aanname& aanname, engine::Stream& stream);

/// How often norms are met when chance and assumptions vary together: each draw of all assumptions
/// is one simulated replication (the marginal law needs no more than one; Law, 2015, chapter 6).
struct Bandbreedte {
    std::size_t trekkingen = 0; ///< that made a scenario that can be
    std::size_t onmogelijk = 0; ///< that did not: values that contradict one another
    std::vector<Proportion> normen;
    Proportion alle; ///< all norms in one year
};

/// Simulates up to `count` draws; fewer when stopped. `first` as for GesimuleerdeProeven.
Bandbreedte bandbreedte(const parameters::Parameters& scenario,
                        std::span<const Aanname> aannames,
                        std::span<const Cijfer> cijfers,
                        std::span<const Norm> normen,
                        std::uint32_t seed,
                        std::size_t count,
                        Executor& executor);

/// What one assumption does to the fte that the work asks, by arithmetic (werklast.hpp), summed
/// over the cells of the posts; the others at their value.
struct Werkeffect {
    std::size_t aanname = 0; ///< index
    double laag = 0.0;       ///< fte asked when it is at its `laag`
    double hoog = 0.0;
    [[nodiscard]] double verschil() const { return hoog > laag ? hoog - laag : laag - hoog; }
};

/// Of every assumption that can be set, the largest first; of equal ones in order.
std::vector<Werkeffect> werkeffecten(const parameters::Parameters& scenario,
                                     std::span<const Aanname> aannames,
                                     std::span<const Zoekpost> posten);

/// Fte that the work asks in the cells of the posts, by arithmetic.
double gevraagde_fte(const parameters::Parameters& scenario, std::span<const Zoekpost> posten);

} // namespace ketenplan::analysis
