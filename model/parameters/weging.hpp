#pragma once

#include "parameters/instroom.hpp"
#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// Decisions of the weging (model.md section 4), in the order of their names below.
enum class Besluit : std::uint8_t {
    focus,
    top60,
    nazorg,
    bilateraal,
    vrijwillig_traject,
    opschalen,
    belegd_bij_partner,
    uitgesteld,
    informatiedeling,
    past_niet,
};

constexpr std::array<std::string_view, 10> besluit_namen{"focus",
                                                         "top60",
                                                         "nazorg",
                                                         "bilateraal",
                                                         "vrijwillig_traject",
                                                         "opschalen",
                                                         "belegd_bij_partner",
                                                         "uitgesteld",
                                                         "informatiedeling",
                                                         "past_niet"};

/// True for the four reasons that the evaluation counts together as "(nog) geen vervolg".
constexpr bool is_geen_vervolg(Besluit besluit) {
    return besluit >= Besluit::belegd_bij_partner;
}

/// The detention behind a detentiemelding.
struct Detentie {
    Spread<units::DayUnit> vertraging_melding{gamma(3.0, 1.0)};
    Spread<units::DayUnit> duur{gamma(102.0, 1.5)};
};

struct Intake {
    Spread<units::WorkdayUnit> informatieverzoek{gamma(4.0, 0.5)};
};

struct Weging {
    units::Days sluitingstermijn{1.0};
    Spread<units::MinuteUnit> minuten{gamma(10.0, 0.5)};
    units::Probability terugkomst{0.5};
    Spread<units::WorkdayUnit> terugkomst_na{gamma(10.0, 0.5)};
};

/// A table of decisions for one bron, possibly only for one gemeente or one age class of it.
struct Besluittabel {
    static constexpr std::size_t alle_leeftijden = 0;
    std::string key;
    std::string voor_bron;
    std::string voor_gemeente;
    std::size_t voor_leeftijd = alle_leeftijden; ///< 0: all, else 1 + index of the age class
    std::array<units::Count, besluit_namen.size()> gewichten{};
};

struct VrijwilligTraject {
    units::Euro prijs{0.0};
    units::Euro budget{0.0};
};

void declare(Visitor& v, Detentie& p);
void declare(Visitor& v, Intake& p);
void declare(Visitor& v, Weging& p);
void declare(Visitor& v, Besluittabel& p);
void declare(Visitor& v, VrijwilligTraject& p);

} // namespace ketenplan::parameters
