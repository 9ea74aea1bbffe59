#pragma once

#include "finance/centen.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// What each gemeente contributes: amounts spread over participants by a key, to the cent.
namespace ketenplan::finance {

/// Spreads an amount in proportion to `gewichten` (none below 0, at least one above), in whole
/// cents that add up to it: largest remainders get the cents that rounding down leaves, the first
/// of equal ones first (Hamilton's method; Balinski and Young, Fair Representation, 2001). Throws
/// Defect for other weights, or an amount below 0.
std::vector<Centen> verdeel(Centen bedrag, std::span<const double> gewichten);

/// One measure in a key, and which share of the amount it spreads.
struct Sleuteldeel {
    std::vector<double> cijfers; ///< per participant, none below 0
    double aandeel = 1.0;
};

/// How an amount is spread over participants. All vectors have one element per participant.
struct Sleutel {
    std::vector<Sleuteldeel> delen;   ///< shares that add up to 1
    std::vector<Centen> vast;         ///< paid first, whatever the figures
    std::vector<double> toeslag;      ///< what the figures ask is multiplied by this; 1 is none
    Centen minimum = 0;               ///< every participant pays at least this, fixed part included
    Centen maximum = hoogste_maximum; ///< and at most this

    static constexpr Centen hoogste_maximum = 1'000'000'000'000; ///< ten billion euro
};

/// Why an amount cannot be spread by a key.
enum class Bezwaar : std::uint8_t {
    geen,
    leeg_deel,        ///< a measure is 0 for every participant
    vast_te_veel,     ///< fixed amounts are more than there is to pay
    minimum_te_veel,  ///< so are the least amounts
    maximum_te_weinig ///< the most amounts together do not reach it
};

struct Verdeling {
    Bezwaar bezwaar = Bezwaar::geen;
    std::vector<Centen> bijdragen; ///< per participant; 0 for who takes no part
};

/// The mixed and surcharged figures of those who take part, in order: what is paid beside fixed
/// amounts is in proportion to them. Empty when a measure is 0 for all.
std::vector<double> gewichten_van(const Sleutel& sleutel, const std::vector<bool>& doet_mee);

/// Spreads `bedrag` by a key over those who take part: fixed amounts first, then the rest in
/// proportion to the mixed and surcharged figures as far as minimum and maximum allow; what one
/// cannot pay or must pay more goes to the others in the same proportion. Adds up to the cent.
Verdeling verdeel(Centen bedrag, const Sleutel& sleutel, const std::vector<bool>& doet_mee);

/// A gemeente that leaves: in year k after it left it still pays `afbouw[k]` of what it paid, the
/// budget is lower by `besparing`, and the others pay what is left.
struct Uittreding {
    std::size_t deelnemer = 0;
    std::vector<double> afbouw; ///< shares, from the first year on; nothing after the last
    Centen besparing = 0;       ///< per year, from the first year on
};

/// One year after somebody left: what everybody pays, the one who left among them.
struct Uittredingsjaar {
    Verdeling verdeling;
    Centen bedrag = 0; ///< of the budget that is spread in that year
};

/// The years with a compensation, and the first year without.
std::vector<Uittredingsjaar> treed_uit(Centen bedrag,
                                       const Sleutel& sleutel,
                                       const std::vector<bool>& doet_mee,
                                       const Uittreding& uittreding);

} // namespace ketenplan::finance
