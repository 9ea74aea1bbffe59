#pragma once

#include "engine/distribution.hpp"
#include "parameters/parameters.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace ketenplan::casus {

using parameters::Besluit;
using parameters::Casussoort;

constexpr std::size_t aantal_besluiten = parameters::besluit_namen.size();

/// A task as the scenario's table `taken` has it.
struct Taaksoort {
    std::size_t rol = 0; ///< index into Opzet::rollen; unused for tasks of a case's own medewerker
    engine::Distribution minuten;
    std::int16_t prioriteit = 0;
    std::int64_t termijn = 0; ///< workdays
};

/// The kinds of task, in the order of the table `taken`.
enum class Taak : std::uint16_t {
    intake,
    terugkoppeling,
    bilaterale_afhandeling,
    nazorg_gesprek,
    voorbereiding,
    verslag,
    contact,
    nazorg_opvolging,
    // Not in that table: minutes, priority and deadline of the one are those of the meeting, the
    // other lies behind all else.
    orgaanvoorbereiding,
    vast_werk,
};
constexpr auto aantal_taken = static_cast<std::size_t>(Taak::orgaanvoorbereiding);

/// What follows from the parameters that a theme may change (parameters/themas.cpp lists them). A
/// run reads these at the moment it uses them, by way of `Huis::geldt`; it never keeps one for
/// later.
struct Geldend {
    /// `p` must have passed `parameters::validate` without errors.
    explicit Geldend(const parameters::Parameters& p);

    parameters::Parameters parameters;
    engine::Distribution informatieverzoek; ///< workdays
    engine::Distribution bespreektijd;      ///< minutes
    engine::Distribution terugkomst_na;     ///< workdays
    engine::Distribution planningstermijn;  ///< workdays
    engine::Distribution client_minuten;
    engine::Distribution ad_hoc_duur;                            ///< workdays
    engine::Distribution bespreking;                             ///< minutes, at a thematafel
    std::vector<std::array<double, aantal_besluiten>> besluiten; ///< weights, per table
    engine::Seconds sluitingstermijn{0};
    std::int64_t herboeken_na = 0; ///< workdays
    std::array<Taaksoort, aantal_taken> taken;

    [[nodiscard]] const parameters::Soort& soort(Casussoort s) const {
        return s == Casussoort::focus ? parameters.casussoorten.focus
                                      : parameters.casussoorten.top60;
    }
    [[nodiscard]] const Taaksoort& taaksoort(Taak t) const {
        return taken[static_cast<std::size_t>(t)];
    }

private:
    void zet_taken();
};

/// The number of workdays that a drawn delay stands for: rounded half up, never negative.
std::int64_t hele_werkdagen(double werkdagen);

/// A number of seconds, rounded up to a whole one and kept within what a calendar can hold.
engine::Seconds hele_seconden(double seconden);

} // namespace ketenplan::casus
