#pragma once

#include "engine/distribution.hpp"
#include "engine/hazard_clock.hpp"
#include "engine/time.hpp"
#include "engine/workforce.hpp"
#include "parameters/parameters.hpp"

#include <cstdint>
#include <vector>

namespace ketenplan::casus {

struct Medewerkeropzet;

constexpr std::size_t aantal_vast_werk_soorten = parameters::vast_werk_soorten.size();

/// Fixed work of one role in one place, in whole seconds of work a year.
struct Vastwerkopzet {
    std::size_t rol = 0;
    std::uint16_t plaats = 0;
    std::size_t soort = 0; ///< index into parameters::vast_werk_soorten
    engine::Seconds per_jaar{0};
    engine::Seconds blok{0};    ///< of every piece but the last
    std::int64_t stukken = 0;   ///< pieces a year
    engine::Seconds laatste{0}; ///< of the last piece
};

/// A dated absence of the medewerker `plek` of Opzet::medewerkers.
struct Afwezigheidsopzet {
    std::uint32_t plek = 0;
    engine::Time van{};
    engine::Time tot{};
};

/// What a rechtsvorm makes of staff and partners.
struct Rechtsvormopzet {
    double vertrek_per_jaar = 0.0;  ///< of whoever is at work
    double informatieverzoek = 1.0; ///< factor on the time that one takes
};

/// What follows from the parameters about absence, turnover, hire and fixed work.
struct Personeelsopzet {
    double ziek_per_jaar = 0.0;
    Rechtsvormopzet rechtsvorm_voor;        ///< before `overgang`
    Rechtsvormopzet rechtsvorm_na;          ///< from then on; without one the same
    engine::Time overgang = engine::never;  ///< of one rechtsvorm to another
    engine::Distribution verzuim_duur;      ///< days
    engine::Distribution vacature;          ///< days
    engine::Distribution inhuur_vertraging; ///< days
    engine::Seconds inwerken{0};
    engine::Speed snelheid = engine::full_speed;
    engine::Seconds inhuur_drempel{0};
    std::int64_t inhuur_uurprijs = 0; ///< cents
    std::int64_t inhuur_seconden = 0; ///< rostered seconds that the budget of a year pays; 0: off
    std::int64_t overdracht_na = 0;   ///< workdays
    double gevoeligheid = 0.0;        ///< of illness and resignation to pressure; 0: off
    double werkdruk_drempel = 0.0;
    std::vector<Afwezigheidsopzet> afwezigheden;
    std::vector<Vastwerkopzet> vast_werk;
    /// Cumulative hazard of one event a year, against seconds.
    engine::PiecewiseLinear per_jaar{{{0.0, 0.0}, {seconden_per_jaar, 1.0}}};

    [[nodiscard]] const Rechtsvormopzet& rechtsvorm(engine::Time t) const {
        return t < overgang ? rechtsvorm_voor : rechtsvorm_na;
    }

    static constexpr double seconden_per_jaar = 365.2425 * 86400.0;
};

Personeelsopzet maak_personeelsopzet(const parameters::Parameters& p,
                                     const std::vector<Medewerkeropzet>& medewerkers);

/// The share of time in service and not ill in the long run. Both clocks run only at work, so that
/// a unit of work brings `ziek_per_jaar` illnesses and `vertrek_per_jaar` vacancies, each of its
/// mean length: renewal with rewards (Ross, Stochastic Processes, 3.6). Hire and onboarding are not
/// in it; the rechtsvorm is that of moment `t`.
double verwachte_aanwezigheid(const Personeelsopzet& p, engine::Time t);

} // namespace ketenplan::casus
