#pragma once

#include "engine/event_calendar.hpp"
#include "engine/hazard_clock.hpp"
#include "engine/slot_book.hpp"
#include "engine/workforce.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// The state of the establishment during a run: who holds which appointment, and who stands in.
namespace ketenplan::casus {

/// Whether a medewerker is there and if not, why; of somebody hired, what for.
enum class Stand : std::uint8_t {
    aanwezig,
    verzuim,
    vacant,
    dekt_verzuim,
    dekt_vacature,
    niet_ingehuurd,
};

constexpr bool is_er(Stand stand) {
    return stand == Stand::aanwezig || stand == Stand::dekt_verzuim ||
           stand == Stand::dekt_vacature;
}

/// One appointment of the establishment. Who holds it changes; what is here goes on.
struct Aanstelling {
    std::uint32_t houder = 0;     ///< who held it before the present one
    std::uint32_t ziekten = 0;    ///< of the present holder
    std::uint32_t inhuringen = 0; ///< delays of hire drawn so far
    std::uint32_t afwezig = 0;    ///< illness and dated absences that run
    std::optional<engine::HazardClock> ziekteklok;
    std::optional<engine::HazardClock> vertrekklok;
    engine::EventHandle ziekte;
    engine::EventHandle vertrek;
    engine::EventHandle overdracht;
    engine::EventHandle ingewerkt;
    engine::EventHandle inhuur;
    bool zoekt_inhuur = false;    ///< away for so long that somebody is, or would be, hired
    bool inhuur_loopt_af = false; ///< who is hired stops at the end of a meeting
    engine::Time zoekt_sinds{};
    double werkdruk = 1.0;            ///< factor on both clocks
    std::vector<engine::Stretch> weg; ///< absences of late; only kept when pressure matters
};

/// Work posted to one queue on each of the last 90 days.
struct Drukteboek {
    static constexpr std::int64_t dagen = 90;
    struct Dag {
        std::int64_t nummer = -1; ///< days since 1970
        std::int64_t werk = 0;    ///< seconds of duty at full speed
    };
    std::array<Dag, dagen> per_dag{};
};

struct Personeelsstand {
    std::vector<Aanstelling> aanstellingen; ///< as Opzet::medewerkers
    std::vector<engine::QueueId> huispools; ///< per role: work of the whole house
    std::vector<std::uint8_t> bezet; ///< [subregio][role]: whether anybody of the place is there
    std::vector<std::size_t> vast_werk_cel; ///< per row of fixed work: index into Uitkomst::rollen
    std::int32_t inhuurjaar = 0;
    std::int64_t inhuur_seconden = 0; ///< rostered seconds of hire this calendar year
    engine::EventHandle inhuur_herzien;
    std::vector<Drukteboek> drukte; ///< per queue; only kept when pressure matters
    // Scratch: what is being handed over, and who may; here so that it need not be allocated each
    // time.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> over_te_dragen; ///< number, id
    std::vector<engine::TaskSlot> taken;
    std::vector<std::uint32_t> zoekers;
    std::vector<std::size_t> kandidaten; ///< who may sit down in a body
};

} // namespace ketenplan::casus
