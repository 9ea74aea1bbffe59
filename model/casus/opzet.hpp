#pragma once

#include "casus/personeelsopzet.hpp"
#include "casus/stromen.hpp"
#include "engine/hazard_clock.hpp"
#include "engine/series.hpp"
#include "engine/slot_book.hpp"
#include "engine/work_calendar.hpp"
#include "parameters/parameters.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace ketenplan::casus {

using parameters::Besluit;
using parameters::Casussoort;

constexpr std::size_t aantal_soorten = parameters::casussoort_namen.size();
constexpr std::size_t aantal_besluiten = parameters::besluit_namen.size();
constexpr std::size_t aantal_leeftijden = parameters::leeftijdsklassen.size();
constexpr std::size_t aantal_resultaten = parameters::resultaat_namen.size();

/// A place in the house: a subregio's index, or the whole house.
constexpr std::uint16_t het_huis = 0xffff;

/// One non-homogeneous Poisson stream of new persons.
struct Aankomststroom {
    std::uint16_t gemeente = 0;
    std::uint16_t bron = 0;
    double per_jaar = 0.0;
    std::size_t verloop = 0; ///< index into Opzet::verlopen
    Herkomst herkomst;       ///< of its persons, without their number
};

/// From `vanaf` until `tot` a share `factor` of a bron's meldingen is left.
struct Uitdunning {
    std::size_t bron = 0;
    double factor = 1.0;
    engine::Time vanaf{};
    engine::Time tot = engine::never;
};

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
    nazorg,
    voorbereiding,
    verslag,
    contact,
    vast_werk = 0x100, ///< not of that table, and numbered apart from it
};
constexpr std::size_t aantal_taken = 7;

struct Medewerkeropzet {
    std::size_t rol = 0;
    std::uint16_t plaats = het_huis;
    double fractie = 1.0;
    // Names for random streams; the number is that of the appointment in its post.
    std::uint32_t post = 0;
    std::uint32_t rol_en_plaats = 0;
    std::uint32_t volgnummer = 0;
};

/// Caseload is counted in thousandths, so that adding and subtracting a weight leaves nothing
/// behind.
using Duizendsten = std::int64_t;
Duizendsten in_duizendsten(double gewicht);

struct Soortopzet {
    std::int32_t prioriteit = 0;
    double caseload_norm = 0.0;
    Duizendsten gewicht_voorbereiding = 0;
    Duizendsten gewicht_monitoring = 0;
    Duizendsten gewicht_geescaleerd = 0;
    double partners_aan_tafel = 0.0;
};

/// Everything that follows from the parameters alone: calendars, dates, rates, tables,
/// distributions. Made once per scenario and shared, unchanged, by all replications and threads.
struct Opzet {
    /// `p` must have passed `parameters::validate` without errors.
    explicit Opzet(const parameters::Parameters& p);

    parameters::Parameters parameters;
    engine::Time begin; ///< of the warm-up
    engine::Time start; ///< of what is measured
    engine::Time einde;
    engine::WorkCalendar kalender;

    std::vector<Aankomststroom> stromen;
    std::vector<engine::PiecewiseLinear> verlopen; ///< years' worth of arrivals since `begin`
    std::vector<Uitdunning> uitdunningen;
    std::vector<std::uint16_t> subregio_van; ///< per gemeente

    engine::Distribution detentie_vertraging; ///< days
    engine::Distribution detentie_duur;       ///< days
    engine::Distribution informatieverzoek;   ///< workdays
    engine::Distribution bespreektijd;        ///< minutes
    engine::Distribution terugkomst_na;       ///< workdays
    engine::Distribution planningstermijn;    ///< workdays
    engine::Distribution client_minuten;
    engine::Distribution ad_hoc_duur; ///< workdays

    std::vector<std::array<double, aantal_besluiten>> besluiten; ///< per table
    engine::Seconds sluitingstermijn{0};
    double partners_aan_briefing = 0.0;

    std::array<Taaksoort, aantal_taken> taken;
    std::vector<Medewerkeropzet> medewerkers;
    std::size_t procesregisseur = 0; ///< index of that role
    std::array<Soortopzet, aantal_soorten> soorten;
    std::int64_t herboeken_na = 0;

    std::vector<std::vector<engine::WeeklySlot>> overlegmomenten; ///< per subregio
    std::vector<engine::WeeklySeries> briefings;                  ///< per subregio
    std::vector<engine::Time> regiekamers;
    std::vector<engine::Time> stuurgroepen;
    Personeelsopzet personeel;

    [[nodiscard]] const parameters::Soort& soort(Casussoort s) const {
        return s == Casussoort::focus ? parameters.casussoorten.focus
                                      : parameters.casussoorten.top60;
    }
    [[nodiscard]] const Soortopzet& soortopzet(Casussoort s) const {
        return soorten[static_cast<std::size_t>(s)];
    }
    [[nodiscard]] const Taaksoort& taaksoort(Taak t) const {
        return taken[static_cast<std::size_t>(t)];
    }
    /// Index into `besluiten` of the most specific table for this bron, gemeente and age class.
    [[nodiscard]] std::size_t
    besluittabel(std::size_t bron, std::size_t gemeente, std::size_t leeftijd) const;

    /// Factors for time that is scarcer in holiday periods; 1 outside them.
    [[nodiscard]] double factor_medewerkers(engine::Time t) const;
    [[nodiscard]] double factor_partners(engine::Time t) const;

private:
    void zet_personeel();
    void zet_taken();
    void zet_instroom();
    void zet_besluiten();
    void zet_soorten();
    void zet_subregios();
    void zet_overlegstructuur();
    void zet_vakanties();
    std::size_t voeg_verloop_toe(std::size_t bron, const std::vector<double>& factor_per_dag);

    std::vector<std::uint16_t> tabel_van_;     ///< [bron][gemeente][leeftijd]
    std::vector<double> vakantie_medewerkers_; ///< per day since `begin`; empty without holidays
    std::vector<double> vakantie_partners_;
};

/// The number of workdays that a drawn delay stands for: rounded half up, never negative.
std::int64_t hele_werkdagen(double werkdagen);

/// A number of seconds, rounded up to a whole one and kept within what a calendar can hold.
engine::Seconds hele_seconden(double seconden);

} // namespace ketenplan::casus
