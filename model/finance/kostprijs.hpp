#pragma once

#include "finance/centen.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ketenplan::finance {

/// Something the house makes: so many of it, at so much effort together.
struct Product {
    std::string naam;
    double aantal = 0.0;
    double inspanning = 0.0; ///< hours, or any other measure of effort; not below 0
};

struct Kostprijs {
    Centen kosten = 0;              ///< of all of it
    std::optional<double> per_stuk; ///< euro; nothing when there is none
};

/// Spreads costs over products in proportion to effort; what is spread equals what is given, to the
/// cent. Nothing when no product took any. Throws Defect for costs below 0.
std::optional<std::vector<Kostprijs>> kostprijs(Centen kosten, std::span<const Product> producten);

} // namespace ketenplan::finance
