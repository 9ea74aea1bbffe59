#pragma once

#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// A follow-up figure: the share with a new offence within `na` of release.
struct Vervolgmeting {
    units::Days na{730.0};
    units::Probability aandeel{0.47};
};

/// Published figures that the run is held against; none of them steers it.
struct Gepubliceerd {
    std::optional<units::Probability> recidive_2j;  ///< over persons released in a year
    std::optional<units::Probability> heruitstroom; ///< extra releases per person, same year
};

struct Recidive {
    std::vector<Vervolgmeting> vervolg;
    units::Factor schaal{1.0};
    units::Probability met_detentie{0.5};
    Spread<units::DayUnit> detentie_na{gamma(60.0, 1.0)};
    units::PerYear detentie_zonder_delict{0.0};
    units::Factor onder_plan{1.0};
    Gepubliceerd gepubliceerd;
};

/// Who pays (model.md section 7).
enum class Betaler : std::uint8_t { rijk, politie, justitie, gemeente, zorg, maatschappij };
constexpr std::array<std::string_view, 6> betaler_namen{
    "rijk_dji", "politie", "om_en_rechtspraak", "gemeente", "zorg", "maatschappij"};

/// What a price is for.
enum class Kosteneenheid : std::uint8_t {
    gebeurtenis,
    detentiedag,
    nazorguur,
    traject_euro,
    plaatsdag,
};
constexpr std::array<std::string_view, 5> kosteneenheid_namen{
    "gebeurtenis", "detentiedag", "nazorguur", "traject_euro", "plaatsdag"};

/// A price: on average, and what one more or less really costs or saves.
struct Kostenpost {
    std::string key;
    Betaler betaler = Betaler::rijk;
    Kosteneenheid per = Kosteneenheid::gebeurtenis;
    units::Euro gemiddeld{0.0};
    units::Euro marginaal{0.0};
};

struct Nazorgstudie {
    std::int32_t prijspeil = 2015;
    units::Probability discontovoet{0.0225};
    std::vector<Kostenpost> kosten;
};

void declare(Visitor& v, Vervolgmeting& p);
void declare(Visitor& v, Gepubliceerd& p);
void declare(Visitor& v, Recidive& p);
void declare(Visitor& v, Kostenpost& p);
void declare(Visitor& v, Nazorgstudie& p);

} // namespace ketenplan::parameters
