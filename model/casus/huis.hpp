#pragma once

#include "casus/levensloop.hpp"
#include "casus/opzet.hpp"
#include "casus/personeelsstand.hpp"
#include "casus/persoon.hpp"
#include "casus/stromen.hpp"
#include "casus/uitkomst.hpp"
#include "engine/agenda.hpp"
#include "engine/diary.hpp"
#include "engine/draws.hpp"
#include "engine/event_calendar.hpp"
#include "engine/fifo.hpp"
#include "engine/slab.hpp"
#include "engine/slot_book.hpp"
#include "engine/time_weighted.hpp"
#include "engine/trace.hpp"
#include "engine/workforce.hpp"
#include "units/id.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// The state of the house during a run. What happens in it is in the other files of this folder,
/// one per step, in the order in which a case meets them: instroom, intake, weging, procesregie,
/// casusoverleg, monitoring, nazorg.
namespace ketenplan::casus {

using engine::Event;
using engine::EventClass;
using engine::Time;
using engine::WorkerId;

/// The kinds of event, in the order of the handlers in huis.cpp.
enum class Gebeurtenis : engine::EventKind {
    eerste_melding,
    informatie_binnen,
    weer_gereed,
    taak_af,
    begin_werkdag,
    briefing_begint,
    briefing_eindigt,
    overleg_begint,
    overleg_eindigt,
    contact_valt,
    escalatie_besloten,
    periode_sluit,
    leven_gaat_door,
    herhaling_verandert,
    weer_op_tafel,
    thematafel_begint,
    thematafel_eindigt,
    orgaan_bereidt_voor,
    orgaan_begint,
    orgaan_eindigt,
    vraag_gesteld,
    verzuim_begint,
    verzuim_eindigt,
    afwezigheid_begint,
    afwezigheid_eindigt,
    medewerker_vertrekt,
    opvolger_begint,
    opvolger_ingewerkt,
    overdracht_valt,
    inhuur_begint,
    inhuur_eindigt,
    inhuur_herzien,
    werkdruk_herzien,
    vast_werk_valt,
    rechtsvorm_verandert,
};
constexpr std::size_t aantal_gebeurtenissen = 35;

/// Of a case that waits for no body.
constexpr std::uint16_t geen_orgaan = 0xffff;

struct Melding {
    PersoonId persoon;
    std::uint32_t nummer = 0;     ///< in this run, for the trace
    std::uint16_t volgnummer = 0; ///< of the person
    std::uint16_t gemeente = 0;
    std::uint16_t bron = 0;
    std::uint8_t wegingen = 0;
    bool urgent = false;
    bool in_briefing = false; ///< being discussed
    Time ontvangen{};
    Seconds bespreektijd{0};
    engine::TaskHandle intake;
    engine::EventHandle wacht; ///< for information, or until it comes back
};
using MeldingId = units::Id<Melding>;

struct Casus {
    PersoonId persoon;
    std::uint32_t nummer = 0;     ///< of the melding it came from, for the trace
    std::uint16_t volgnummer = 0; ///< of the person
    std::uint16_t gemeente = 0;
    Casussoort soort = Casussoort::focus;
    parameters::Fase fase = parameters::Fase::wacht;
    std::uint16_t overleggen = 0; ///< prepared so far
    std::uint16_t pogingen = 0;   ///< slots reached so far
    std::uint16_t contacten = 0;  ///< done so far, for the streams
    std::uint16_t plek = 0;       ///< of the next contact in the series since the last overleg
    bool client = false;          ///< took part in the last overleg
    bool overlegd = false;        ///< has had an overleg
    bool in_overleg = false;
    WorkerId regisseur;
    Time besluit{};
    Time wacht_sinds{};     ///< in the queue it is in
    Time eerste_overleg{};  ///< start of
    Time laatste_overleg{}; ///< end of; contacts count from here
    Time contact_datum{};   ///< of the contact that is due or in hand
    engine::Stretch geboekt{};
    engine::TaskHandle taak;            ///< preparation or contact, posted and not done
    engine::EventHandle afspraak;       ///< what it waits for: an overleg, a contact, a decision
    std::uint16_t orgaan = geen_orgaan; ///< whose decision it waits for
};

struct Nazorgzaak {
    PersoonId persoon;
    std::uint32_t nummer = 0;     ///< of the melding it came from, for the trace
    std::uint16_t volgnummer = 0; ///< of the person
    std::uint16_t gemeente = 0;
    std::uint16_t besprekingen = 0;
    bool gesproken = false;
    bool in_traject = false;
    bool in_bespreking = false;
    bool wacht_op_plaats = false; ///< in a doorstroomhuis
    std::optional<Nazorgeinde> sluit_na_bespreking;
    WorkerId medewerker;
    Time besluit{};
    Time wacht_op_plaats_sinds{};
    engine::TaskHandle gesprek;
    engine::EventHandle weer_op_tafel;
};

/// A stream of arrivals as it runs.
struct Stroomstand {
    std::uint32_t nummer = 0; ///< persons so far, thinned ones included
    double verbruikt = 0.0;   ///< cumulative rate at the last arrival
};

struct Medewerker {
    WorkerId id;
    std::size_t rol = 0;
    std::uint16_t plaats = het_huis;
    double fractie = 1.0;
    std::size_t cel = 0;                       ///< index into Uitkomst::rollen
    PerSoort<engine::TimeWeighted> caseload{}; ///< weighted, in thousandths
    engine::TimeWeighted nazorg{};             ///< the same for nazorg cases
    Time laatst_voorgezeten{};
    Time vergadert_tot{}; ///< end of the last meeting that has begun
    engine::Diary dagboek;
    Time laatst_in_orgaan{}; ///< start of the last meeting of a body above the case
    Time in_dienst{};        ///< since when; before the run for whoever is there at its start
    Stand stand = Stand::aanwezig;
    Time stand_sinds{};       ///< up to when the stand has been booked
    bool draagt_over = false; ///< is away, and what is in hand passes to whoever comes
};

/// A question on its way along a route.
struct Vraag {
    std::uint16_t route = 0;
    std::uint16_t stap = 0; ///< bodies that have dealt with it
    Time gesteld{};
    Time vanaf{}; ///< a meeting that begins earlier comes too early for it
};
using VraagId = units::Id<Vraag>;

/// A body above the case during a run.
struct Orgaanstand {
    std::int32_t mislukt = 0; ///< meetings in a row
    Time laatst_gehouden{};   ///< start of
    std::optional<Time> stil_sinds;
    engine::QueueLog wachtrij;       ///< of escalated cases; who waits stands in the cases
    std::vector<bool> opkomst;       ///< of the meeting in hand, per participating organisatie
    std::vector<VraagId> vragen;     ///< that wait for it, in the order in which they came
    std::vector<WorkerId> aan_tafel; ///< from the house, in the meeting that goes on
};

/// The work on one meeting of a body.
struct Voorbereidingstand {
    std::size_t open = 0; ///< tasks not completed
    std::vector<engine::TaskHandle> taken;
};

/// A stream of questions as it runs.
struct Routestand {
    std::uint32_t nummer = 0;
    double jaren = 0.0; ///< from the beginning of the run to the last question
};

/// A case that waits in the queue for a procesregisseur or for a place on the list.
struct Wachtende {
    CasusId casus;
    Time sinds{};
    std::uint64_t volgorde = 0;
};

struct Subregio {
    engine::Agenda agenda;
    engine::SlotBook overlegmomenten;
    PerSoort<engine::Fifo<Wachtende>> op_procesregisseur{};
    PerSoort<engine::QueueLog> log_procesregisseur{};
    PerSoort<bool> overgeslagen{}; ///< while cases are assigned
    engine::Fifo<Wachtende> op_plaats;
    engine::QueueLog log_plaats;
    std::int64_t plaatsen_bezet = 0;
    std::vector<std::size_t> procesregisseurs; ///< indices into Huis::medewerkers
    std::vector<engine::QueueId> pools;        ///< per role
    // The briefing that runs, if one does.
    bool in_briefing = false;
    std::size_t voorzitter = 0;
    std::vector<engine::AgendaItem> besproken;
    PerSoort<std::int64_t> lopend{};
    std::int64_t open_meldingen = 0;
    // The thematafel, and the one that runs, if one does.
    engine::Agenda tafel;
    bool in_tafel = false;
    std::size_t tafelvoorzitter = 0;
    std::vector<engine::AgendaItem> aan_tafel;
    std::int64_t lopende_nazorg = 0;
    engine::TimeWeighted gedetineerd;
    engine::TimeWeighted gedetineerd_na_recidive;
};

/// A nazorg case that waits for a place in a doorstroomhuis.
struct Plaatswens {
    NazorgId zaak;
    Time sinds{};
};

/// The counters of an open page as they stood at the last month's end.
struct Maandstand {
    PerSoort<std::int64_t> nieuw{};
    Duursom weging;
    std::int64_t contacten = 0;
    std::int64_t contacten_te_laat = 0;
};

/// One run of a replication, apart from its parameters.
struct Opdracht {
    engine::ReplicationKey sleutel;
    engine::DrawMode wijze = engine::DrawMode::random;
    std::optional<std::uint32_t> spoor = std::nullopt; ///< melding to follow
    engine::WorkObserver* waarnemer = nullptr;         ///< for checks
    std::optional<double> odds_ratio =
        std::nullopt; ///< of nazorg, instead of the scenario's median
    /// Of nazorg from start to einde, instead of the scenario's.
    std::optional<double> intensiteit = std::nullopt;
    bool levenslopen = false; ///< keep Uitkomst::levensloop
    bool maandreeks = false;  ///< fill Uitkomst::maanden
};

struct Huis {
    Huis(const Opzet& opzet, const Opdracht& opdracht);

    const Opzet& opzet;
    engine::EventCalendar events;
    engine::Draws draws;
    engine::Workforce work;
    engine::Trace trace;

    engine::Slab<Persoon, PersoonId> personen;
    engine::Slab<Melding, MeldingId> meldingen;
    engine::Slab<Casus, CasusId> casussen;
    engine::Slab<Nazorgzaak, NazorgId> nazorgzaken;
    std::vector<Stroomstand> stromen;
    /// One for each appointment, as Opzet::medewerkers; after those, when there is money for hire,
    /// one for each again: whoever may be hired for it.
    std::vector<Medewerker> medewerkers;
    Personeelsstand personeel;
    std::vector<Subregio> subregios;
    std::vector<Orgaanstand> organen;
    std::vector<Voorbereidingstand> voorbereidingen; ///< as Opzet::bijeenkomsten
    std::vector<Routestand> routes;
    engine::Slab<Vraag, VraagId> vragen;
    /// Per role the pool of work for the whole house; invalid where no body asks for any.
    std::vector<engine::QueueId> huispools;
    std::vector<std::size_t> cel_van_rij; ///< per queue of `work`: index into Uitkomst::rollen
    std::uint32_t meldingnummer = 0;
    std::uint64_t wachtvolgorde = 0;
    std::int64_t trajectgeld = 0;       ///< cents left this calendar year
    std::int64_t nazorgtrajectgeld = 0; ///< the same for nazorgtrajecten
    double verhouding_nazorg = 1.0;     ///< of recidive hazards
    std::optional<double> intensiteit;  ///< of nazorg in the measured period
    bool volg_levenslopen = false;
    engine::Fifo<Plaatswens> op_plaats; ///< in a doorstroomhuis
    engine::QueueLog log_plaats;
    engine::TimeWeighted bezette_plaatsen;
    std::vector<MeldingId> meldinglijst; ///< room to work in

    bool meet = false; ///< false in the warm-up, whose figures are thrown away
    Jaar jaar;         ///< the page of the books that is open
    Time pagina_begint{};
    std::uint32_t pagina = 1;             ///< its number
    std::vector<Maandstand> maandstanden; ///< per subregio; empty unless months are kept
    Uitkomst uitkomst;

    [[nodiscard]] Time nu() const { return events.now(); }
    /// What themes may change, as it is now.
    [[nodiscard]] const Geldend& geldt() const { return opzet.op(nu()); }
    [[nodiscard]] std::uint16_t subregio_van(std::uint16_t gemeente) const {
        return opzet.subregio_van[gemeente];
    }
    [[nodiscard]] Subregio& subregio(std::uint16_t gemeente) {
        return subregios[subregio_van(gemeente)];
    }
    [[nodiscard]] SubregioJaar& subregio_jaar(std::uint16_t gemeente) {
        return jaar.subregios[subregio_van(gemeente)];
    }
    [[nodiscard]] GemeenteJaar& gemeente_jaar(std::uint16_t gemeente) {
        return jaar.gemeenten[gemeente];
    }
    [[nodiscard]] SubregioSlot& slot(std::uint16_t gemeente) {
        return uitkomst.slot[subregio_van(gemeente)];
    }
    [[nodiscard]] Medewerker& medewerker(WorkerId id) { return medewerkers[id.index()]; }

    [[nodiscard]] Leven leven() { return {&opzet, &draws, verhouding_nazorg}; }

    /// Schedules an event that may be cancelled.
    engine::EventHandle
    plan_opzegbaar(Time wanneer, EventClass order, Gebeurtenis soort, std::uint32_t onderwerp) {
        return events.schedule_cancellable(
            wanneer, order, static_cast<engine::EventKind>(soort), onderwerp);
    }
    /// Schedules an event; what its subject is depends on its kind.
    void plan(Time wanneer, EventClass order, Gebeurtenis soort, std::uint32_t onderwerp) {
        events.schedule(wanneer, order, static_cast<engine::EventKind>(soort), onderwerp);
    }
};

/// Runs one replication. The same opzet and opdracht give the same outcome, wherever and in
/// whatever company it runs. Throws engine::Defect when the program contradicts itself.
Uitkomst simulate(const Opzet& opzet, const Opdracht& opdracht);

/// The only door from outside: parameters that passed `parameters::validate`, and one replication.
Uitkomst simulate(const parameters::Parameters& p, engine::ReplicationKey key);

} // namespace ketenplan::casus
