#include "analysis/terugkeer.hpp"

#include "casus/levensloop.hpp"

#include <algorithm>

namespace ketenplan::analysis {

Terugkeer verwachte_terugkeer(const casus::Opzet& opzet, std::uint16_t bron) {
    if (!opzet.leven.keert_iemand_terug())
        return {};
    constexpr std::uint32_t lives = 8000;
    engine::Draws draws({.seed = 0, .replication = 0}, engine::DrawMode::random);
    const casus::Leven leven{&opzet, &draws, 1.0};
    const engine::Time longest = engine::add_months(opzet.begin, 12 * 20);
    Terugkeer sum;
    for (std::uint32_t i = 0; i < lives; ++i) {
        casus::Persoon p = casus::nieuw_leven(leven, {1, bron, i}, 0, bron, opzet.begin);
        const engine::Time left = std::min(longest, p.op(casus::Levensstap::vertrek));
        p.op(casus::Levensstap::vertrek) = engine::never;
        casus::leef_tot(leven, p, left);
        sum.herhalingen += p.herhalingen;
        sum.detenties += p.detenties - (p.via_detentie ? 1 : 0);
    }
    return {sum.herhalingen / lives, sum.detenties / lives};
}

} // namespace ketenplan::analysis
