#pragma once

#include "casus/geldend.hpp"
#include "casus/levensopzet.hpp"
#include "casus/overlegopzet.hpp"
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

constexpr std::size_t aantal_soorten = parameters::casussoort_namen.size();
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
    bool basis = true;       ///< not the addition of a dated intervention
};

/// From `vanaf` until `tot` a share `factor` of a bron's meldingen is left.
struct Uitdunning {
    std::size_t bron = 0;
    double factor = 1.0;
    engine::Time vanaf{};
    engine::Time tot = engine::never;
};

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
/// What themes change is at hand for the scenario as written (the base), and for each period
/// between their dates (`op`); where no theme works the two are the same.
struct Opzet : Geldend {
    /// `p` must have passed `parameters::validate` without errors.
    explicit Opzet(const parameters::Parameters& p);

    engine::Time begin; ///< of the warm-up
    engine::Time start; ///< of what is measured
    engine::Time einde;
    engine::Time afloop; ///< of the run; what comes after `einde` is not measured
    engine::WorkCalendar kalender;
    Levensopzet leven;

    std::vector<Aankomststroom> stromen;
    std::vector<engine::PiecewiseLinear> verlopen; ///< years' worth of arrivals since `begin`
    std::vector<Uitdunning> uitdunningen;
    std::vector<std::uint16_t> subregio_van; ///< per gemeente

    engine::Distribution detentie_vertraging; ///< days
    engine::Distribution detentie_duur;       ///< days
    double partners_aan_briefing = 0.0;
    double partners_aan_thematafel = 0.0;
    bool nazorg_mogelijk = false; ///< some besluit can be nazorg
    Duizendsten gewicht_nazorg = 0;

    std::vector<Medewerkeropzet> medewerkers;
    std::size_t procesregisseur = 0; ///< index of that role
    std::array<Soortopzet, aantal_soorten> soorten;

    std::vector<std::vector<engine::WeeklySlot>> overlegmomenten; ///< per subregio
    std::vector<engine::WeeklySeries> briefings;                  ///< per subregio
    std::vector<engine::WeeklySeries> thematafels;                ///< per subregio
    std::vector<Orgaanopzet> organen;       ///< Regiekamer, Stuurgroep, then the others
    std::vector<Bijeenkomst> bijeenkomsten; ///< per body, in the order of their moments
    std::vector<Routeopzet> routes;

    /// What themes may change, as it is at `t`.
    [[nodiscard]] const Geldend& op(engine::Time t) const;
    Personeelsopzet personeel;

    [[nodiscard]] const Soortopzet& soortopzet(Casussoort s) const {
        return soorten[static_cast<std::size_t>(s)];
    }
    /// Index into `besluiten` of the most specific table for this bron, gemeente and age class.
    [[nodiscard]] std::size_t
    besluittabel(std::size_t bron, std::size_t gemeente, std::size_t leeftijd) const;

    /// Factors for time that is scarcer in holiday periods; 1 outside them.
    [[nodiscard]] double factor_medewerkers(engine::Time t) const;
    [[nodiscard]] double factor_partners(engine::Time t) const;

private:
    void zet_personeel();
    void zet_instroom();
    void zet_besluittabellen();
    void zet_soorten();
    void zet_subregios();
    void zet_overlegstructuur();
    void zet_tijdvakken();
    void zet_vakanties();
    std::size_t voeg_verloop_toe(std::size_t bron, const std::vector<double>& factor_per_dag);
    void
    voeg_stromen_toe(std::size_t bron, std::size_t verloop, const std::string& name, bool basis);
    void zet_interventies(std::size_t bron, std::vector<double> so_far);

    /// A period in which themes work, until the next one.
    struct Deel {
        engine::Time vanaf;
        Geldend geldend;
    };

    std::vector<Deel> tijdvakken_;
    std::vector<std::uint16_t> tabel_van_;     ///< [bron][gemeente][leeftijd]
    std::vector<double> vakantie_medewerkers_; ///< per day since `begin`; empty without holidays
    std::vector<double> vakantie_partners_;
};

} // namespace ketenplan::casus
