#pragma once

#include "parameters/personen.hpp"
#include "parameters/regio.hpp"
#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// Kinds of case that go to a casusoverleg.
enum class Casussoort : std::uint8_t { focus, top60 };
constexpr std::array<std::string_view, 2> casussoort_namen{"focus", "top60"};
/// Of what is kept per kind of case.
constexpr std::size_t index(Casussoort soort) {
    return static_cast<std::size_t>(soort);
}

/// What a case is waiting for or going through.
enum class Fase : std::uint8_t { plaats, wacht, voorbereiding, monitoring, geescaleerd };

/// The results scored at closing (facts B059-B063), in the order of their names.
constexpr std::array<std::string_view, 5> resultaat_namen{"doorbraak_geforceerd",
                                                          "alle_partijen_werken_samen",
                                                          "voortgang_geboekt",
                                                          "casus_beheersbaar",
                                                          "casushouder_kan_verder"};

/// How an overleg comes about, for every kind of case.
struct Casusoverleg {
    Spread<units::WorkdayUnit> planningstermijn{gamma(10.0, 0.4)};
    units::Probability quorum_mist{0.05};
    units::Workdays herboeken_na{5.0};
    units::Probability client_aan_tafel{0.1};
    Spread<units::MinuteUnit> client_minuten{always(30.0)};
};

/// How much of a medewerker's caseload a case takes, by phase.
struct Casusgewichten {
    units::Count voorbereiding{1.0};
    units::Count monitoring{1.0};
    units::Count geescaleerd{1.0};
};

struct Resultaten {
    std::array<units::Probability, resultaat_namen.size()> kansen{};
};

/// The course of one kind of case.
struct Soort {
    std::int32_t prioriteit = 1;
    units::Count caseload_norm{25.0};
    Casusgewichten gewichten;
    std::vector<engine::CivilSpan> reeks{{.days = 7}, {.months = 1}, {.months = 3}, {.months = 6}};
    engine::CivilSpan daarna{.months = 1};
    engine::CivilSpan sluiten_vanaf{.months = 6};
    units::Probability sluitkans_eerste{0.16};
    units::Probability sluitkans_later{0.4};
    units::Probability stagnatie{0.02};
    units::Probability per_week_te_laat{0.01};
    Resultaten resultaten;
};

struct Soorten {
    Soort focus;
    Soort top60;
};

/// Where an escalated case goes, as relative weights.
struct Escalatieweg {
    units::Count regiekamer{1.0};
    units::Count stuurgroep{1.0};
    units::Count ad_hoc{1.0};
};

struct Escalatie {
    units::Probability deel{0.2};
    Escalatieweg naar;
    Spread<units::WorkdayUnit> ad_hoc_duur{gamma(5.0, 0.5)};
};

/// A number of running cases that are alike, at the start of a run.
struct Voorraadcasus {
    static constexpr std::array<Fase, 3> fasen{Fase::wacht, Fase::voorbereiding, Fase::monitoring};
    std::string key;
    Casussoort soort = Casussoort::focus;
    std::string gemeente;
    std::size_t fase = 0; ///< index into `fasen`
    units::Days leeftijd{0.0};
    std::int32_t aantal = 1;
};

struct Beginvoorraad {
    bool gebruiken = false;
    std::vector<Voorraadcasus> casussen;
    std::vector<Voorraadpersoon> personen;
};

void declare(Visitor& v, Casusoverleg& p);
void declare(Visitor& v, Casusgewichten& p);
void declare(Visitor& v, Resultaten& p);
void declare(Visitor& v, Soort& p);
void declare(Visitor& v, Soorten& p);
void declare(Visitor& v, Escalatieweg& p);
void declare(Visitor& v, Escalatie& p);
void declare(Visitor& v, Voorraadcasus& p);
void declare(Visitor& v, Beginvoorraad& p);

} // namespace ketenplan::parameters
