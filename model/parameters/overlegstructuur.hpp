#pragma once

#include "parameters/regio.hpp"
#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// The bodies that decide escalated cases, in the order of Escalatiedoel.
constexpr std::array<std::string_view, 2> vaste_organen{"regiekamer", "stuurgroep"};
/// What a reference to a body may name: a further body, or one of the two above.
constexpr std::string_view organen_en_vaste =
    "overlegstructuur.organen, of regiekamer of stuurgroep";

/// A body above the case that meets on the nth weekday of some months.
struct Overlegorgaan {
    std::string key;
    std::string naam; ///< empty: the key
    std::vector<units::Count> maanden{units::Count{3.0}, units::Count{9.0}};
    Weekdag weekdag = Weekdag::donderdag;
    std::int32_t welke = 2;
    engine::Seconds tijd = std::chrono::hours{14};
    std::optional<engine::Date> vanaf;
    std::optional<engine::Date> tot;
    units::Minutes lengte{120.0};
    std::vector<KeyedNumber> deelnemers;   ///< persons per organisatie
    std::vector<KeyedNumber> aanwezigheid; ///< probability per organisatie; 1 when not listed
    units::Probability quorum{0.0};        ///< share of the organisaties
    std::int32_t quorum_organisaties = 0;
    std::string voorzitter;                      ///< role; empty: chaired by a partner
    std::vector<KeyedNumber> huis;               ///< persons per role
    std::vector<KeyedNumber> voorbereiding;      ///< minutes per organisatie and meeting
    std::vector<KeyedNumber> voorbereiding_huis; ///< minutes per role and meeting
    std::int32_t voorbereiding_prioriteit = 9;
    units::Workdays voorbereiding_vanaf{10.0};
    units::Minutes reistijd{0.0}; ///< per person and meeting
    std::string naast;            ///< another body, whose date this one shares
    units::Probability besparing_reistijd{0.0};
    units::Probability besparing_voorbereiding{0.0};
};

/// A body with a key that is not the user's.
inline Overlegorgaan vast_orgaan(std::string_view key, std::string_view naam) {
    Overlegorgaan orgaan;
    orgaan.key = key;
    orgaan.naam = naam;
    return orgaan;
}

struct Overlegstructuur {
    Overlegorgaan regiekamer = vast_orgaan(vaste_organen[0], "Regiekamer");
    Overlegorgaan stuurgroep = vast_orgaan(vaste_organen[1], "Stuurgroep");
    std::vector<Overlegorgaan> organen;
};

/// The bodies that a decision needs, one after the other or prepared jointly.
struct Besluitroute {
    std::string key;
    std::vector<std::string> organen;
    bool gezamenlijk = false;
    units::PerYear vragen{4.0};
};

void declare(Visitor& v, Overlegorgaan& p);
void declare(Visitor& v, Overlegstructuur& p);
void declare(Visitor& v, Besluitroute& p);

/// All bodies: Regiekamer, Stuurgroep, then the others in the order of their keys.
std::vector<const Overlegorgaan*> alle_organen(const Overlegstructuur& p);

/// The number that a keyed table of numbers has for `key`, or `otherwise`.
double number_for(const std::vector<KeyedNumber>& values, std::string_view key, double otherwise);

} // namespace ketenplan::parameters
