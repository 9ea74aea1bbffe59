#pragma once

#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

constexpr std::array<std::string_view, 7> weekdagen{
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};

/// Days of the week from Monday, as an index into `weekdagen`.
enum class Weekdag : std::uint8_t { maandag, dinsdag, woensdag, donderdag, vrijdag };

constexpr std::chrono::weekday weekday_of(Weekdag dag) {
    return std::chrono::Monday + std::chrono::days{static_cast<int>(dag)};
}

/// The recurring briefing of a subregio.
struct Briefing {
    Weekdag weekdag = Weekdag::dinsdag;
    engine::Seconds tijd = std::chrono::hours{9} + std::chrono::minutes{30};
    std::int32_t elke_weken = 1;
    std::int32_t verschuiving_weken = 0;
    units::Minutes agenda{180.0};
};

/// A weekly moment at which casusoverleggen can be held.
struct Overlegmoment {
    Weekdag weekdag = Weekdag::woensdag;
    engine::Seconds tijd = std::chrono::hours{10};
    units::Minutes lengte{120.0};
    std::int32_t kamers = 1;
};

/// The list of limited size for the Top60 approach; no places means no list.
struct Top60Lijst {
    std::int32_t plaatsen = 0;
    std::string gemeente;
};

struct Subregio {
    std::string key;
    std::string naam = "Voorbeeldregio";
    Briefing briefing;
    /// The recurring table on nazorg: briefings by another name.
    Briefing thematafel{.weekdag = Weekdag::donderdag,
                        .tijd = std::chrono::hours{13} + std::chrono::minutes{30},
                        .elke_weken = 2,
                        .verschuiving_weken = 0,
                        .agenda = units::Minutes{120.0}};
    std::vector<Overlegmoment> overlegmomenten{Overlegmoment{}};
    Top60Lijst top60;
};

struct Gemeente {
    std::string key;
    std::string naam = "Voorbeeldstad";
    std::string subregio;
    std::int32_t inwoners = 0;
    bool eigen_nazorg = false;
    std::optional<units::PerYear> instroom;
    std::vector<KeyedNumber> instroom_per_bron;
};

/// A partner organisation and how many people it sends to each kind of meeting, on average.
struct Organisatie {
    std::string key;
    std::string naam = "Voorbeeldpartner";
    units::Count briefing{1.0};
    units::Count focusoverleg{1.0};
    units::Count top60overleg{1.0};
    units::Count thematafel{0.0};
};

void declare(Visitor& v, Briefing& p);
void declare(Visitor& v, Overlegmoment& p);
void declare(Visitor& v, Top60Lijst& p);
void declare(Visitor& v, Subregio& p);
void declare(Visitor& v, Gemeente& p);
void declare(Visitor& v, Organisatie& p);

} // namespace ketenplan::parameters
