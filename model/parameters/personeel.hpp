#pragma once

#include "parameters/formatie.hpp"
#include "parameters/visitor.hpp"

#include <array>

namespace ketenplan::parameters {

/// Illness. The time to it runs only while somebody is at work.
struct Verzuim {
    units::PerYear frequentie{0.0};
    Spread<units::DayUnit> duur{always(14.0)};
};

/// Resignation and the vacancy after it.
struct Vertrek {
    units::PerYear vertrek{0.0};
    Spread<units::DayUnit> vacature{always(90.0)};
};

/// What a successor does at first.
struct Inwerken {
    units::Days duur{0.0};
    units::Factor snelheid{1.0};
};

/// Temporary hire for who is absent or not yet succeeded.
struct Inhuur {
    units::Days drempel{30.0};
    Spread<units::DayUnit> vertraging{always(14.0)};
    units::Euro uurprijs{0.0};
    units::Euro budget{0.0};
};

/// How overload makes people ill and leave.
struct Werkdruk {
    units::Factor gevoeligheid{0.0};
    units::Factor drempel{1.0};
};

/// A dated absence of one medewerker.
struct Afwezigheid {
    std::string key;
    std::string rol{rol_procesregisseur};
    std::string plaats{plaats_huis};
    std::int32_t volgnummer = 1;
    std::optional<engine::Date> van = engine::Date{std::chrono::days{16436}};
    std::optional<engine::Date> tot = engine::Date{std::chrono::days{16556}};
    std::string reden{};
};

struct Personeel {
    Verzuim verzuim;
    Vertrek verloop;
    Inwerken inwerken;
    Inhuur inhuur;
    Werkdruk werkdruk;
    units::Workdays overdracht_na{10.0};
    units::Minutes vast_werk_blok{60.0};
    std::vector<Afwezigheid> afwezigheden;
};

/// Kinds of fixed work.
constexpr std::array<std::string_view, 9> vast_werk_soorten{"management",
                                                            "beleid",
                                                            "rapportage",
                                                            "planning_en_control",
                                                            "advies",
                                                            "training",
                                                            "smd",
                                                            "radicalisering",
                                                            "overig"};

/// Work that comes back every year and belongs to no case.
struct VastWerk {
    std::string key;
    std::string rol{rol_procesregisseur};
    std::string plaats{plaats_huis};
    units::Minutes uren{0.0};
    std::size_t soort = vast_werk_soorten.size() - 1;
};

/// The legal forms a house can have without further ado; a scenario may describe others.
constexpr std::array<std::string_view, 4> rechtsvorm_namen{
    "samenwerkingsverband", "stichting", "gemeenschappelijke_regeling", "bestaande_regeling"};

/// What a legal form changes for staff and partners.
struct Rechtsvorm {
    std::string key;
    units::Factor verloop{1.0};
    units::Factor informatieverzoek{1.0};
};

/// From a date on the house has another legal form.
struct RechtsvormOvergang {
    std::string naar; ///< empty: it keeps the one it has
    std::optional<engine::Date> op;
};

void declare(Visitor& v, Verzuim& p);
void declare(Visitor& v, Vertrek& p);
void declare(Visitor& v, Inwerken& p);
void declare(Visitor& v, Inhuur& p);
void declare(Visitor& v, Werkdruk& p);
void declare(Visitor& v, Afwezigheid& p);
void declare(Visitor& v, Personeel& p);
void declare(Visitor& v, VastWerk& p);
void declare(Visitor& v, Rechtsvorm& p);
void declare(Visitor& v, RechtsvormOvergang& p);

} // namespace ketenplan::parameters
