#pragma once

#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// The domains of life in which (ex-)detainees have unmet needs (fact B053).
enum class Leefgebied : std::uint8_t {
    identiteitsbewijs,
    huisvesting,
    inkomen_en_werk,
    schulden,
    zorg,
};
constexpr std::array<std::string_view, 5> leefgebied_namen{
    "identiteitsbewijs", "huisvesting", "inkomen_en_werk", "schulden", "zorg"};

struct Leefgebiedkenmerk {
    units::Probability knelpunt{0.0};
    units::Factor recidive{1.0};              ///< ratio of the hazard while the knelpunt is open
    units::Probability oplossen{0.0};         ///< per bespreking
    units::Probability oplossen_traject{0.0}; ///< the same for who follows a traject
};

struct Leefgebieden {
    std::array<Leefgebiedkenmerk, leefgebied_namen.size()> kenmerken{};
};

struct Nazorgtraject {
    units::Probability kans{0.0};
    units::Probability toestemming{1.0};
    units::Euro prijs{0.0};
    units::Euro budget{0.0};
};

struct Doorstroomhuis {
    std::int32_t plaatsen = 0;
    units::Probability nodig{0.0};
    Spread<units::DayUnit> verblijf{gamma(164.0, 0.4)};
};

/// The odds ratio of nazorg on recidive within two years among the treated, as studies state it.
struct Nazorgeffect {
    units::Factor odds_ratio{0.94};
    units::Factor laag95{0.77};
    units::Factor hoog95{1.12};
};

struct Nazorg {
    engine::CivilSpan termijn{.months = 6};
    units::Factor intensiteit{1.0};
    units::Probability aanvaarding{0.66};
    Spread<units::MinuteUnit> bespreking{gamma(10.0, 0.5)};
    units::Days terugkomtermijn{28.0};
    units::Count gewicht{0.1};
    engine::CivilSpan effectduur{.months = 0};
    units::PerYear natuurlijk_verloop{0.0};
    Nazorgeffect effect;
    Leefgebieden leefgebieden;
    Nazorgtraject traject;
    Doorstroomhuis doorstroomhuis;
};

void declare(Visitor& v, Leefgebiedkenmerk& p);
void declare(Visitor& v, Leefgebieden& p);
void declare(Visitor& v, Nazorgtraject& p);
void declare(Visitor& v, Doorstroomhuis& p);
void declare(Visitor& v, Nazorgeffect& p);
void declare(Visitor& v, Nazorg& p);

} // namespace ketenplan::parameters
