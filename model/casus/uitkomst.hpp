#pragma once

#include "casus/opzet.hpp"
#include "engine/durations.hpp"
#include "engine/time.hpp"
#include "engine/trace.hpp"
#include "engine/workforce.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace ketenplan::casus {

using engine::Seconds;
using engine::Time;

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
    std::int64_t geagendeerd = 0;   ///< times a melding was dealt with by a briefing
    std::int64_t gewogen = 0;       ///< meldingen that got their last besluit
    std::int64_t casus_loopt = 0;   ///< meldingen about somebody whose case runs on as it was
    std::int64_t heragendering = 0; ///< the same, but the plan was overtaken
    std::int64_t vertrokken = 0;    ///< meldingen about somebody who left the region
    std::array<std::int64_t, aantal_besluiten> besluiten{};
    PerSoort<std::int64_t> casussen_begin{}; ///< running when the year began
    PerSoort<std::int64_t> casussen_nieuw{};
    std::int64_t nazorg_begin = 0;
    std::int64_t nazorg_nieuw = 0;
    std::int64_t vrijlatingen = 0;
    std::int64_t personen_vrij = 0;         ///< released at least once
    std::int64_t personen_opnieuw_vrij = 0; ///< at least twice
    std::int64_t recidive = 0;              ///< new offences of ex-detainees
};

/// Weighed meldingen of one person in a year that are told apart: the last means this many or more.
constexpr std::size_t meeste_meldingen = 7;

/// Why a nazorg case was closed.
enum class Nazorgeinde : std::uint8_t { opgelost, termijn, geweigerd, vertrokken };
constexpr std::size_t aantal_nazorgeinden = 4;

/// Waiting times and results of nazorg.
struct NazorgJaar {
    Balans zaken;
    std::int64_t gesprekken = 0;
    std::int64_t gesprekken_voor_vrijlating = 0;
    std::array<std::int64_t, aantal_nazorgeinden> gesloten{};
    std::int64_t besprekingen = 0;
    std::int64_t tafels = 0;
    std::int64_t tafels_vervallen = 0;
    Seconds tafel_duur{0};
    engine::DurationHistogram wachttijd_gesprek;     ///< besluit to gesprek
    engine::DurationHistogram wachttijd_bespreking;  ///< besluit to first bespreking
    engine::DurationHistogram na_vrijlating;         ///< release to first bespreking, when after it
    engine::DurationHistogram looptijd;              ///< besluit to closing
    std::int64_t vrijlatingen = 0;                   ///< with a case that was accepted
    std::int64_t knelpunten_vrijlating = 0;          ///< at the detention, of those released
    std::int64_t knelpunten_vrijlating_opgelost = 0; ///< of these, by release
    std::int64_t knelpunten_sluiting = 0;            ///< the same by closing
    std::int64_t knelpunten_sluiting_opgelost = 0;
    Wachtrij tafel;
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
    /// Persons by their number of weighed meldingen in the year, from 1 to `meeste_meldingen`.
    std::array<std::int64_t, meeste_meldingen> personen_gewogen{};
    std::int64_t vertrokken = 0;                  ///< persons who left the region
    PerSoort<std::int64_t> casussen_vertrokken{}; ///< closed because of that
    std::int64_t delicten_met_detentie = 0;
    std::int64_t detentie_oppervlak = 0; ///< persons times seconds
    std::int64_t detentie_na_recidive_oppervlak = 0;
    NazorgJaar nazorg;
    Seconds partnertijd{0}; ///< person-seconds of partners at the table

    Wachtrij agenda;
    PerSoort<Wachtrij> op_procesregisseur{};
    Wachtrij op_top60_plaats;
};

/// What the time of the house's staff is spent for.
enum class Product : std::uint8_t { weging, bilateraal, focus, top60, nazorg, organen, vast_werk };
constexpr std::size_t aantal_producten = 7;
static_assert(aantal_producten <= engine::most_categories);

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
    /// What was spent for each product: together `aan_taken`, `in_vergadering` and
    /// `buiten_rooster`.
    std::array<Seconds, aantal_producten> voor_product{};
    /// Seconds of duty at full speed: asked for; done, lapsed or passed to another cell; open.
    Balans werk;
    std::int64_t taken_gedaan = 0;
    std::int64_t taken_te_laat = 0;
    engine::DurationHistogram wachttijd_taken;
    Wachtrij taken;
    Seconds in_organen{0};        ///< in meetings of bodies above the case, outside hours too
    Seconds aan_voorbereiding{0}; ///< rostered time of preparing them, of what was completed
    Seconds verzuim{0};           ///< rostered time of the ill and otherwise absent
    Seconds vacature{0};          ///< rostered time that nobody holds
    Seconds inhuur_verzuim{0};    ///< rostered time of hire for the absent
    Seconds inhuur_vacature{0};   ///< and for vacancies
    std::int64_t inhuur_verzuim_centen = 0;
    std::int64_t inhuur_vacature_centen = 0;
    std::int64_t overgedragen = 0; ///< cases that passed to somebody else
    Vastwerkuren vast_werk;
    /// Weighted caseload (thousandths) times seconds, by kind of case.
    PerSoort<std::int64_t> caseload_oppervlak{};
    std::int64_t nazorgcaseload_oppervlak = 0;

    [[nodiscard]] Seconds inhuur() const { return inhuur_verzuim + inhuur_vacature; }
    /// Rostered time of whoever was there.
    [[nodiscard]] Seconds aanwezig() const { return rooster - verzuim - vacature + inhuur(); }
};

struct HuisJaar {
    std::int64_t trajecten = 0;
    std::int64_t trajecten_geweigerd = 0;
    std::int64_t traject_centen = 0;
    std::int64_t nazorgtrajecten = 0;
    std::int64_t nazorgtrajecten_geweigerd = 0; ///< for lack of money
    std::int64_t nazorgtraject_centen = 0;
    std::int64_t plaatsen_toegewezen = 0; ///< in a doorstroomhuis
    engine::DurationHistogram wachttijd_doorstroomhuis;
    std::int64_t plaats_oppervlak = 0; ///< places taken times seconds
    Wachtrij op_doorstroomhuis;
    std::array<Vastwerkuren, aantal_vast_werk_soorten> vast_werk{};
    Seconds nazorg_werk{0}; ///< rostered time asked for nazorg: tasks and the chair's meetings
};

/// A body above the case.
struct OrgaanJaar {
    std::int64_t gehouden = 0;
    std::int64_t mislukt = 0;      ///< no quorum, or nobody to chair
    std::int64_t onvoorbereid = 0; ///< meetings whose preparation was not done, held or not
    Seconds stil{0};               ///< reported as stalled
    bool gestrand = false;         ///< stalled for half a year at some moment of the year
    std::vector<Orgaanuren> uren;  ///< per organisatie
    Orgaanuren deelnemers;         ///< of all of them together, counted apart
    Seconds huis_vergadering{0};
    Seconds huis_voorbereiding{0}; ///< rostered time of preparation that was completed
    std::int64_t opgeschaald = 0;  ///< escalated cases that came to it
    std::int64_t besloten = 0;     ///< and that it decided
    std::int64_t vertrokken = 0;   ///< or that ended first, because the person left
    engine::DurationHistogram wachttijd;
    Wachtrij wachtrij;
};

/// Questions that go along a route of bodies.
struct RouteJaar {
    std::int64_t gesteld = 0;
    std::int64_t besloten = 0;
    engine::DurationHistogram doorlooptijd;
};

struct Jaar {
    std::int32_t jaar = 0;
    Seconds duur{0}; ///< of the part of this year that is measured
    std::int64_t werkdagen = 0;
    HuisJaar huis;
    std::vector<SubregioJaar> subregios;
    std::vector<GemeenteJaar> gemeenten;
    std::vector<RolJaar> rollen; ///< as Uitkomst::rollen
    std::vector<OrgaanJaar> organen;
    std::vector<RouteJaar> routes;
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

/// Persons whose first release of a year lay in it, followed on, and those among them with a new
/// offence within a year and within two.
struct Cohort {
    std::int64_t personen = 0;
    std::int64_t recidive_1j = 0;
    std::int64_t recidive_2j = 0;
    std::int64_t eersten = 0;                 ///< who were released for the first time ever
    std::vector<std::int64_t> eersten_binnen; ///< with an event within each follow-up time
};

/// Something in somebody's life, for whoever compares lives.
struct Levenslijn {
    Herkomst wie;
    std::uint8_t stap = 0; ///< Levensstap
    engine::Time op{};
    friend bool operator==(const Levenslijn&, const Levenslijn&) = default;
};

struct SubregioSlot {
    engine::SurvivalHistogram weging;   ///< melding to last besluit, of meldingen made in the run
    engine::SurvivalHistogram overleg;  ///< besluit to first overleg, of cases made in the run
    engine::SurvivalHistogram briefing; ///< ready to briefing, each time a melding is ready
    engine::SurvivalHistogram plaats;   ///< wait for a place on the Top60 list
    engine::SurvivalHistogram procesregisseur;      ///< wait for a procesregisseur
    engine::SurvivalHistogram nazorg_gesprek;       ///< besluit nazorg to gesprek
    PerSoort<engine::SurvivalHistogram> looptijd{}; ///< first overleg to closing
    PerSoort<Open> lopend{};                        ///< cases that have had their first overleg
    Open meldingen;
    Open wacht_op_plaats;
    Open wacht_op_procesregisseur;
    Open wacht_op_overleg;
};

/// Durations, counted and summed.
struct Duursom {
    std::int64_t aantal = 0;
    Seconds som{0};
    void tel(Seconds duur) {
        ++aantal;
        som += duur;
    }
};

/// A subregio over a calendar month.
struct SubregioMaand {
    PerSoort<std::int64_t> nieuw{}; ///< cases opened by a besluit of this month
    PerSoort<Duursom> overlegd{};   ///< of those: besluit to first overleg, where one was held
    PerSoort<Duursom> nog_open{};   ///< of those: no overleg when the run ends, with their age
    Duursom weging;                 ///< melding to last besluit, of last besluiten of this month
    std::int64_t contacten = 0;
    std::int64_t contacten_te_laat = 0;
    // Stocks, counted at each midnight and summed: over Maand::dagen they are means.
    PerSoort<Duursom> wacht_op_overleg{}; ///< besluit but no overleg, time since besluit
    Duursom wacht_op_procesregisseur;     ///< time in that queue
    Duursom wacht_op_plaats;              ///< time in the queue for the Top60 list
    Duursom open_meldingen;               ///< time since they were received
};

/// Medewerkers of one role in one place over a calendar month; stocks as in SubregioMaand.
struct RolMaand {
    std::int64_t open_taken = 0;
    Seconds open_werk{0}; ///< rostered seconds that the open tasks still take
};

/// A calendar month, or the part of it that is measured.
struct Maand {
    Time begin{};
    Time eind{};
    std::int64_t dagen = 0;
    std::vector<SubregioMaand> subregios;
    std::vector<RolMaand> rollen; ///< as Uitkomst::rollen
};

/// A body over the whole measured period.
struct OrgaanSlot {
    bool gestrand = false;
    Open wachtend; ///< escalated cases not decided at the end
};

/// A route over the whole measured period.
struct RouteSlot {
    engine::SurvivalHistogram doorlooptijd; ///< of questions that came up in the run
    Open open;
};

/// Everything that one replication tells. A value: it refers to nothing.
struct Uitkomst {
    std::vector<Jaar> jaren;
    std::vector<Jaar> uitloop;                 ///< the years, or parts of years, after `einde`
    std::vector<std::vector<Cohort>> cohorten; ///< per measured year and subregio
    std::vector<RolPlaats> rollen;
    std::vector<SubregioSlot> slot; ///< per subregio, over the whole measured period
    std::vector<Maand> maanden;     ///< only when Opdracht::maandreeks asks for them
    std::vector<OrgaanSlot> organen;
    std::vector<RouteSlot> routes;
    std::uint64_t gebeurtenissen = 0;
    std::uint64_t vingerafdruk = 0;
    std::vector<engine::TraceLine> spoor;
    std::vector<Levenslijn> levensloop; ///< releases and new offences; when asked for
};

} // namespace ketenplan::casus
