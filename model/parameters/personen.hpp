#pragma once

#include "parameters/visitor.hpp"

namespace ketenplan::parameters {

/// Who is known to the house when a run begins: nobody, or as many as the stationary law has.
enum class Bekenden : std::uint8_t { geen, stationair };

/// The hazard of a next melding of a known person, and what changes it (model.md section 2).
struct Herhaling {
    units::PerYear per_jaar{0.0}; ///< of an average person, long after the last melding
    units::Factor binnen_90_dagen{1.0};
    units::Factor binnen_1_jaar{1.0};
    units::Factor onder_plan{1.0};
    units::Factor met_client{1.0};
    units::Factor onder_nazorg{1.0};
    units::Probability plan_ingehaald{0.3};
};

/// Persons apart from what the house does with them.
struct Personen {
    Bekenden bekend_bij_begin = Bekenden::stationair;
    units::Factor variantie{0.0};          ///< of the frailty for herhaalmeldingen
    units::Factor variantie_recidive{0.0}; ///< of the frailty for recidive
    units::Factor samenhang{0.0};          ///< Gaussian copula between the two
    units::PerYear vertrek{0.0};
    units::PerYear eerste_detentie{0.0};
    Herhaling herhaling;
};

/// A number of known persons who are alike, at the start of a run.
struct Voorraadpersoon {
    std::string key;
    std::string gemeente;
    std::string bron; ///< of the first melding
    std::int32_t meldingen = 1;
    units::Days sinds{0.0};        ///< since the last melding
    units::Days bekend_sinds{0.0}; ///< since the first
    bool gedetineerd = false;
    std::int32_t aantal = 1;
};

void declare(Visitor& v, Herhaling& p);
void declare(Visitor& v, Personen& p);
void declare(Visitor& v, Voorraadpersoon& p);

} // namespace ketenplan::parameters
