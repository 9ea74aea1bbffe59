#pragma once

#include "finance/centen.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What a house costs and receives in each year: lines of price times quantity. The quantities come
/// from a simulated replication, or are means over replications. See docs/methods/money.md.
namespace ketenplan::finance {

/// Kinds of costs and, from `rijk` on, of income; contributions follow from all others.
enum class Soort : std::uint8_t {
    personeel,
    inhuur,
    verzuimvervanging,
    huisvesting,
    ict,
    deskundigheid,
    organisatie,
    trajecten,
    doorstroomhuis,
    overleg,
    overhead,
    rechtsvorm,
    btw,
    transitie,
    overig,
    rijk,
    partners,
    subsidie,
    huur,
    overige_baten,
};
constexpr std::array<std::string_view, 20> soort_namen{
    "personeel",   "inhuur",       "verzuimvervanging",
    "huisvesting", "ict",          "deskundigheid",
    "organisatie", "trajecten",    "doorstroomhuis",
    "overleg",     "overhead",     "rechtsvorm",
    "btw",         "transitie",    "overig",
    "rijk",        "partners",     "subsidie",
    "huur",        "overige_baten"};

constexpr bool is_bate(Soort soort) {
    return soort >= Soort::rijk;
}
constexpr std::string_view naam_van(Soort soort) {
    return soort_namen[static_cast<std::size_t>(soort)];
}

/// What the price of a line is multiplied by.
enum class Grondslag : std::uint8_t {
    vast,        ///< 1 a year
    hoeveelheid, ///< a quantity of the simulation
    loonsom,     ///< all lines of kind `personeel`; the price is a share
    btw,         ///< the VAT over costs that cannot be recovered; over incidental costs apart
    subsidie,    ///< what the costs that it is given for allow, at most the price
};

/// One line. Vectors have an element per year.
struct Regel {
    std::string key;
    std::string naam;
    Soort soort = Soort::overig;
    Grondslag grondslag = Grondslag::vast;
    std::size_t hoeveelheid = 0;    ///< index, when that is its grondslag
    std::vector<double> prijs;      ///< euro at the price level of the study, or a share
    std::vector<double> index;      ///< factor for prices and wages
    std::vector<double> deel;       ///< share of the year in which it holds, 0 to 1
    double btw = 0.0;               ///< rate of VAT on top of the price
    std::vector<double> btw_last{}; ///< per year, the share of it that stays a cost; empty for none
    double cofinanciering = 0.0;    ///< of a subsidy: share of the costs that others must pay
    std::vector<std::size_t> voor{}; ///< of a subsidy: the lines it is given for
    bool incidenteel = false;        ///< else structural
    bool casuistiek = true;          ///< whether it is a cost of casework, if its kind is one
};

/// Quantities by number and year; `values[quantity * jaren + year]`.
struct Hoeveelheden {
    std::size_t jaren = 0;
    std::vector<double> values;

    [[nodiscard]] double op(std::size_t hoeveelheid, std::size_t jaar) const {
        return values[hoeveelheid * jaren + jaar];
    }
};

/// The lines of a house in years T to T + jaren - 1.
struct Begrotingsmodel {
    std::int32_t jaar = 0; ///< T
    std::size_t jaren = 4;
    std::vector<Regel> regels;
};

/// What a line comes to before rounding, for lines of price times quantity: price times index times
/// share of the year times quantity, in that order, as the workbook has it.
double bedrag_van(const Regel& regel, const Hoeveelheden& hoeveelheden, std::size_t jaar);

/// Every line of one year, rounded to cents. Shares of wages and VAT are taken of rounded amounts.
/// Throws Defect when a quantity is not a number.
std::vector<Centen>
bedragen(const Begrotingsmodel& model, const Hoeveelheden& hoeveelheden, std::size_t jaar);

struct Totalen {
    Centen lasten = 0;
    Centen baten = 0; ///< without contributions and reserve
};
Totalen totalen(const Begrotingsmodel& model, std::span<const Centen> bedragen);

/// Quantities as they are budgeted: means over replications, to four decimals, so that an auditor
/// can repeat every product. At least one replication, all of one shape.
Hoeveelheden begrote_hoeveelheden(std::span<const Hoeveelheden> replicaties);

/// One year as it is budgeted: lasten == bijdragen + baten.
struct Begrotingsjaar {
    std::vector<Centen> bedragen; ///< per line
    Centen lasten = 0;
    Centen baten = 0;
    Centen bijdragen = 0; ///< what remains to be paid; below zero when other income is larger
};

/// Per year. Lines are worked out on the budgeted quantities; subsidies, which have a maximum, are
/// means over replications of what each allows.
std::vector<Begrotingsjaar> begroot(const Begrotingsmodel& model,
                                    std::span<const Hoeveelheden> replicaties);

/// One year as it turned out in a replication:
/// lasten == bijdragen + baten + onttrekking.
struct Realisatie {
    std::vector<Centen> bedragen;
    Centen lasten = 0;
    Centen baten = 0;
    Centen bijdragen = 0;   ///< as budgeted
    Centen onttrekking = 0; ///< drawn from the reserve; below zero is added to it
};
Realisatie realiseer(const Begrotingsmodel& model,
                     const Begrotingsjaar& begroot,
                     const Hoeveelheden& hoeveelheden,
                     std::size_t jaar);

} // namespace ketenplan::finance
