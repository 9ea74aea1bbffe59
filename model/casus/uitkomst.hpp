#pragma once

#include "casus/opzet.hpp"
#include "engine/durations.hpp"
#include "engine/time.hpp"
#include "engine/trace.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace ketenplan::casus {

using engine::Seconds;

template <class T>
using PerSoort = std::array<T, aantal_soorten>;

/// What goes in and out over a year; `begin + erbij == eraf + eind` in every year.
struct Balans {
    std::int64_t begin = 0;
    std::int64_t erbij = 0;
    std::int64_t eraf = 0;
    std::int64_t eind = 0;
};

/// A queue over a year, measured twice: the area under its length (items times seconds) equals the
/// waits within the year of the items that left and of those still waiting.
struct Wachtrij {
    std::int64_t oppervlak = 0;
    Seconds gewacht{0};
    Seconds gewacht_open{0};
    std::int64_t langste = 0;
};

struct GemeenteJaar {
    std::int64_t meldingen = 0;
    std::int64_t lokale_kamer = 0;
    std::int64_t geagendeerd = 0; ///< times a melding was dealt with by a briefing
    std::int64_t gewogen = 0;     ///< meldingen that got their last besluit
    std::array<std::int64_t, aantal_besluiten> besluiten{};
    PerSoort<std::int64_t> casussen_begin{}; ///< running when the year began
    PerSoort<std::int64_t> casussen_nieuw{};
    std::int64_t nazorg_begin = 0;
    std::int64_t nazorg_nieuw = 0;
};

/// Where an escalation went.
enum class Escalatiedoel : std::uint8_t { regiekamer, stuurgroep, ad_hoc };
constexpr std::size_t aantal_escalatiedoelen = 3;

struct SubregioJaar {
    Balans meldingen;
    PerSoort<Balans> casussen{};

    std::int64_t briefings = 0;
    std::int64_t briefings_vervallen = 0;
    Seconds briefing_duur{0};
    engine::DurationHistogram wachttijd_briefing;
    engine::DurationHistogram doorlooptijd_weging;
    std::array<std::int64_t, aantal_leeftijden> gewogen_leeftijd{};
    std::int64_t gewogen_vrouw = 0;

    engine::DurationHistogram wachttijd_procesregisseur;
    engine::DurationHistogram wachttijd_plaats; ///< for a place on the Top60 list
    engine::DurationHistogram wachttijd_overleg;
    PerSoort<engine::DurationHistogram> wachttijd_overleg_soort{};
    std::int64_t overleggen = 0;
    std::int64_t overleggen_mislukt = 0;
    std::int64_t overleggen_met_client = 0;
    std::int64_t contacten = 0;
    std::int64_t contacten_te_laat = 0;
    std::int64_t heragenderingen = 0;
    std::array<std::int64_t, aantal_escalatiedoelen> escalaties{};
    std::int64_t opschalingen = 0; ///< by the briefing itself
    PerSoort<std::int64_t> afgesloten{};
    PerSoort<std::int64_t> eerste_sluitmoment{}; ///< contacts at which closing was first possible
    PerSoort<std::int64_t> afgesloten_bij_eerste{};
    PerSoort<std::array<std::int64_t, aantal_resultaten>> resultaten{};
    PerSoort<engine::DurationHistogram> looptijd{}; ///< first overleg to closing
    std::int64_t nazorg_afgerond = 0;
    Seconds partnertijd{0}; ///< person-seconds of partners at the table

    Wachtrij agenda;
    PerSoort<Wachtrij> op_procesregisseur{};
    Wachtrij op_top60_plaats;
};

/// Fixed work, in seconds of work before productivity. What was open when the year began and what
/// is asked equals what is done, lapses and is open when it ends.
struct Vastwerkuren {
    Seconds gevraagd{0};
    Seconds gedaan{0};
    Seconds vervallen{0};
    Seconds open{0};
};

/// Medewerkers of one role in one place.
struct RolJaar {
    Seconds rooster{0}; ///< of the establishment, whether or not somebody is there
    Seconds aan_taken{0};
    Seconds in_vergadering{0}; ///< within working hours
    Seconds buiten_rooster{0}; ///< in meetings outside working hours
    Seconds teruggenomen{0};   ///< working hours not worked in return
    /// Seconds of duty at full speed: asked for; done, lapsed or passed to another cell; open.
    Balans werk;
    std::int64_t taken_gedaan = 0;
    std::int64_t taken_te_laat = 0;
    engine::DurationHistogram wachttijd_taken;
    Wachtrij taken;
    Seconds verzuim{0};         ///< rostered time of the ill and otherwise absent
    Seconds vacature{0};        ///< rostered time that nobody holds
    Seconds inhuur_verzuim{0};  ///< rostered time of hire for the absent
    Seconds inhuur_vacature{0}; ///< and for vacancies
    std::int64_t inhuur_verzuim_centen = 0;
    std::int64_t inhuur_vacature_centen = 0;
    std::int64_t overgedragen = 0; ///< cases that passed to somebody else
    Vastwerkuren vast_werk;
    /// Weighted caseload (thousandths) times seconds, by kind of case.
    PerSoort<std::int64_t> caseload_oppervlak{};

    [[nodiscard]] Seconds inhuur() const { return inhuur_verzuim + inhuur_vacature; }
    /// Rostered time of whoever was there.
    [[nodiscard]] Seconds aanwezig() const { return rooster - verzuim - vacature + inhuur(); }
};

struct HuisJaar {
    std::int64_t trajecten = 0;
    std::int64_t trajecten_geweigerd = 0;
    std::int64_t traject_centen = 0;
    std::array<Vastwerkuren, aantal_vast_werk_soorten> vast_werk{};
};

struct Jaar {
    std::int32_t jaar = 0;
    Seconds duur{0}; ///< of the part of this year that is measured
    std::int64_t werkdagen = 0;
    HuisJaar huis;
    std::vector<SubregioJaar> subregios;
    std::vector<GemeenteJaar> gemeenten;
    std::vector<RolJaar> rollen; ///< as Uitkomst::rollen
};

/// The cell of a role in a place.
struct RolPlaats {
    std::size_t rol = 0;
    std::uint16_t plaats = het_huis;
    friend bool operator==(const RolPlaats&, const RolPlaats&) = default;
};

/// What is open at the end, and for how long it has been.
struct Open {
    std::int64_t aantal = 0;
    Seconds leeftijd{0}; ///< summed
    void tel(Seconds oud) {
        ++aantal;
        leeftijd += oud;
    }
};

struct SubregioSlot {
    engine::SurvivalHistogram weging;   ///< melding to last besluit, of meldingen made in the run
    engine::SurvivalHistogram overleg;  ///< besluit to first overleg, of cases made in the run
    engine::SurvivalHistogram briefing; ///< ready to briefing, each time a melding is ready
    engine::SurvivalHistogram plaats;   ///< wait for a place on the Top60 list
    engine::SurvivalHistogram procesregisseur;      ///< wait for a procesregisseur
    PerSoort<engine::SurvivalHistogram> looptijd{}; ///< first overleg to closing
    PerSoort<Open> lopend{};                        ///< cases that have had their first overleg
    Open meldingen;
    Open wacht_op_plaats;
    Open wacht_op_procesregisseur;
    Open wacht_op_overleg;
};

/// Everything that one replication tells. A value: it refers to nothing.
struct Uitkomst {
    std::vector<Jaar> jaren;
    std::vector<RolPlaats> rollen;
    std::vector<SubregioSlot> slot; ///< per subregio, over the whole measured period
    std::uint64_t gebeurtenissen = 0;
    std::uint64_t vingerafdruk = 0;
    std::vector<engine::TraceLine> spoor;
};

} // namespace ketenplan::casus
