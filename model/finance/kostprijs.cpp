#include "finance/kostprijs.hpp"

#include "finance/verdeling.hpp"

#include <algorithm>

namespace ketenplan::finance {

std::optional<std::vector<Kostprijs>> kostprijs(Centen kosten, std::span<const Product> producten) {
    std::vector<double> effort;
    for (const Product& p : producten)
        effort.push_back(p.inspanning);
    if (std::ranges::none_of(effort, [](double e) { return e > 0.0; }))
        return std::nullopt;
    const std::vector<Centen> shares = verdeel(kosten, effort);
    std::vector<Kostprijs> prices;
    for (std::size_t i = 0; i < producten.size(); ++i) {
        Kostprijs price{shares[i], std::nullopt};
        if (producten[i].aantal > 0.0)
            price.per_stuk = in_euro(shares[i]) / producten[i].aantal;
        prices.push_back(price);
    }
    return prices;
}

} // namespace ketenplan::finance
