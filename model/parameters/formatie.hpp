#pragma once

#include "parameters/visitor.hpp"

namespace ketenplan::parameters {

/// The role that chairs briefings and overleggen, and watches over cases.
constexpr std::string_view rol_procesregisseur = "procesregisseur";
/// The place of a post that serves every subregio.
constexpr std::string_view plaats_huis = "huis";
/// What a reference to a place may name: a subregio, or the house.
constexpr std::string_view plaatsen = "subregios of huis";

/// Work that the medewerker in charge of a case does.
struct EigenTaak {
    Spread<units::MinuteUnit> minuten{gamma(60.0, 0.5)};
    std::int32_t prioriteit = 5;
    units::Workdays termijn{5.0};
};

/// Work for any medewerker of a role.
struct RolTaak {
    std::string rol = "informatiecoordinator";
    EigenTaak taak;
};

/// What every kind of task takes.
struct Taken {
    RolTaak intake;
    RolTaak terugkoppeling;
    RolTaak bilaterale_afhandeling;
    RolTaak nazorg_gesprek{.rol = std::string(rol_procesregisseur), .taak = {}};
    EigenTaak nazorg_opvolging{.minuten = {always(0.0)}};
    EigenTaak voorbereiding;
    EigenTaak verslag;
    EigenTaak contact;
};

struct Rol {
    std::string key;
    units::Probability productiviteit{0.7};
    bool vervangt_andere_subregio = false;
};

/// Medewerkers of one role in one place: either an amount of fte, or each appointment apart.
struct Post {
    std::string key;
    std::string rol{rol_procesregisseur};
    std::string plaats{plaats_huis};
    std::optional<units::Fte> fte;
    std::vector<units::Fte> aanstellingen;
};

struct Formatie {
    units::Fte kleinste_aanstelling{0.5};
    std::vector<Rol> rollen;
    std::vector<Post> posten;
};

void declare(Visitor& v, EigenTaak& p);
void declare(Visitor& v, RolTaak& p);
void declare(Visitor& v, Taken& p);
void declare(Visitor& v, Rol& p);
void declare(Visitor& v, Post& p);
void declare(Visitor& v, Formatie& p);

/// The appointments of a post, largest first: as listed, or `fte` as whole medewerkers and a rest
/// r. With r below `smallest` (at most one half) one whole medewerker and the rest become 0.5 + r
/// and 0.5, so that nobody is appointed for less: 2.6 is 1.0, 1.0, 0.6 and 3.1 is 1.0, 1.0, 0.6,
/// 0.5 (model.md section 5). An establishment below 1 is one appointment, however small.
std::vector<double> appointments(const Post& post, units::Fte smallest);

} // namespace ketenplan::parameters
