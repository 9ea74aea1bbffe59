#pragma once

#include "casus/opzet.hpp"
#include "casus/personeelsstand.hpp"
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
};
constexpr std::size_t aantal_gebeurtenissen = 25;

struct Persoon {
    Herkomst herkomst;
    std::uint16_t gemeente = 0;
    std::uint16_t meldingen = 0; ///< made so far
    std::uint16_t casussen = 0;  ///< opened so far
    std::uint16_t open = 0;      ///< meldingen and cases that run
    Time geboren{};
    bool vrouw = false;
    Time ingesloten = engine::never; ///< of the latest detention
    Time vrij = engine::never;
};
using PersoonId = units::Id<Persoon>;

struct Melding {
    PersoonId persoon;
    std::uint32_t nummer = 0;     ///< in this run, for the trace
    std::uint16_t volgnummer = 0; ///< of the person
    std::uint16_t gemeente = 0;
    std::uint16_t bron = 0;
    std::uint8_t wegingen = 0;
    bool urgent = false;
    Time ontvangen{};
    Seconds bespreektijd{0};
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
    WorkerId regisseur;
    Time besluit{};
    Time wacht_sinds{};     ///< in the queue it is in
    Time eerste_overleg{};  ///< start of
    Time laatste_overleg{}; ///< end of; contacts count from here
    Time contact_datum{};   ///< of the contact that is due or in hand
    engine::Stretch geboekt{};
};
using CasusId = units::Id<Casus>;

struct Nazorgzaak {
    PersoonId persoon;
    std::uint32_t nummer = 0;
    std::uint16_t gemeente = 0;
};
using NazorgId = units::Id<Nazorgzaak>;

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
    Time laatst_voorgezeten{};
    Time vergadert_tot{}; ///< end of the last meeting that has begun
    engine::Diary dagboek;
    Time in_dienst{}; ///< since when; before the run for whoever is there at its start
    Stand stand = Stand::aanwezig;
    Time stand_sinds{};       ///< up to when the stand has been booked
    bool draagt_over = false; ///< is away, and what is in hand passes to whoever comes
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
};

/// One run of a replication, apart from its parameters.
struct Opdracht {
    engine::ReplicationKey sleutel;
    engine::DrawMode wijze = engine::DrawMode::random;
    std::optional<std::uint32_t> spoor;        ///< melding to follow
    engine::WorkObserver* waarnemer = nullptr; ///< for checks
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
    std::vector<std::size_t> cel_van_rij; ///< per queue of `work`: index into Uitkomst::rollen
    std::uint32_t meldingnummer = 0;
    std::uint64_t wachtvolgorde = 0;
    std::int64_t trajectgeld = 0; ///< cents left this calendar year

    bool meet = false; ///< false in the warm-up, whose figures are thrown away
    Jaar jaar;         ///< the page of the books that is open
    Time pagina_begint{};
    Uitkomst uitkomst;

    [[nodiscard]] Time nu() const { return events.now(); }
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
