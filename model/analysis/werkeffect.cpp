#include "analysis/werkeffect.hpp"

#include "analysis/werklast.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace ketenplan::analysis {

double gevraagde_fte(const parameters::Parameters& scenario, std::span<const Zoekpost> posten) {
    std::set<std::string> cells;
    for (const Zoekpost& post : posten)
        cells.insert(post.naam);
    double sum = 0.0;
    for (const Belasting& part : bereken_werklast(casus::Opzet(scenario)).delen) {
        if (part.onderdeel == "werk" && cells.contains(part.cel))
            sum += part.gevraagd;
    }
    return sum;
}

std::vector<Werkeffect>
werkeffecten(std::size_t count, const Uiterste& uiterste, std::span<const Zoekpost> posten) {
    std::vector<Werkeffect> effects;
    for (std::size_t i = 0; i < count; ++i) {
        const auto low = uiterste(i, false);
        const auto high = uiterste(i, true);
        if (low && high)
            effects.push_back({i, gevraagde_fte(*low, posten), gevraagde_fte(*high, posten)});
    }
    std::ranges::stable_sort(effects, std::greater{}, &Werkeffect::verschil);
    return effects;
}

} // namespace ketenplan::analysis
