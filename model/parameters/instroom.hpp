#pragma once

#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// The age classes of the evaluation of Hollands Midden (facts B150-B161), youngest first.
constexpr std::array<std::string_view, 3> leeftijdsklassen{"onder_18", "van_18_tot_23", "vanaf_23"};

/// Relative frequencies of the age classes.
struct Leeftijden {
    std::array<units::Count, leeftijdsklassen.size()> gewichten{
        units::Count{0.0}, units::Count{1.0}, units::Count{3.0}};
};

/// A kind of melder.
struct Bron {
    std::string key;
    units::Count gewicht{1.0};
    std::optional<units::Count> herhaalgewicht; ///< without it: `gewicht`
    bool detentiemelding = false;
    units::Probability urgent{0.0};
    units::Probability vrouw{0.1};
    Leeftijden leeftijd;
    std::vector<units::Factor> maandfactoren = std::vector<units::Factor>(12, units::Factor{1.0});
    std::vector<units::Factor> weekdagfactoren = std::vector<units::Factor>(7, units::Factor{1.0});
};

/// A dated change of the inflow.
struct Interventie {
    std::string key;
    std::vector<std::string> bronnen;
    units::Factor factor{1.0};
    bool ook_herhaling = false;
    std::optional<engine::Date> vanaf = engine::Date{std::chrono::days{16436}};
    std::optional<engine::Date> tot;
};

struct Instroom {
    units::Factor groei{0.0};
    std::vector<Interventie> interventies;
};

void declare(Visitor& v, Leeftijden& p);
void declare(Visitor& v, Bron& p);
void declare(Visitor& v, Interventie& p);
void declare(Visitor& v, Instroom& p);

} // namespace ketenplan::parameters
