#pragma once

#include "parameters/visitor.hpp"

namespace ketenplan::parameters {

/// Which period is simulated, and what goes before it.
struct Looptijd {
    std::optional<engine::Date> start = engine::Date{std::chrono::days{16436}}; // 1 January 2015
    std::optional<engine::Date> einde = engine::Date{std::chrono::days{16801}}; // 1 January 2016
    engine::CivilSpan opwarming{.months = 24};
    engine::CivilSpan uitloop{}; ///< after `einde`: persons are followed, nothing is measured
};

/// A period of the year in which people have less time for this work.
struct Vakantie {
    std::string key;
    MonthDay van{std::chrono::July, std::chrono::day{15}};
    MonthDay tot{std::chrono::August, std::chrono::day{31}};
    units::Factor medewerkers{1.0};
    units::Factor partners{1.0};
};

struct Kalender {
    bool goede_vrijdag = false;
    bool bevrijdingsdag = false;
    std::vector<Vakantie> vakanties;
};

/// Within which time the house wants to have done something.
struct Normen {
    units::Days weging_binnen{14.0};
    units::Days overleg_binnen{42.0};
};

void declare(Visitor& v, Looptijd& p);
void declare(Visitor& v, Vakantie& p);
void declare(Visitor& v, Kalender& p);
void declare(Visitor& v, Normen& p);

} // namespace ketenplan::parameters
