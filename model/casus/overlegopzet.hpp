#pragma once

#include "engine/time.hpp"
#include "engine/work_calendar.hpp"
#include "parameters/parameters.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// The bodies above the case as a run sees them: their dates, and what a meeting asks of whom.
namespace ketenplan::casus {

/// Person-time that a meeting takes.
struct Orgaanuren {
    engine::Seconds vergadering{0};
    engine::Seconds voorbereiding{0};
    engine::Seconds reistijd{0};

    void tel_op(const Orgaanuren& other) {
        vergadering += other.vergadering;
        voorbereiding += other.voorbereiding;
        reistijd += other.reistijd;
    }
    friend bool operator==(const Orgaanuren&, const Orgaanuren&) = default;
};

/// An organisatie at the table of a body, and what a meeting to which it comes asks of it.
struct Deelnemer {
    std::uint16_t organisatie = 0;
    std::uint32_t naam = 0; ///< stable hash
    double aanwezig = 1.0;  ///< probability
    Orgaanuren gewoon;
    Orgaanuren naast; ///< when held next to another body
};

/// People of one role at the table.
struct Afvaardiging {
    std::size_t rol = 0;
    std::size_t aantal = 0;
};

/// Work of one role for a meeting, in minutes.
struct Huisvoorbereiding {
    std::size_t rol = 0;
    double gewoon = 0.0;
    double naast = 0.0;
};

struct Orgaanopzet {
    std::uint32_t naam = 0; ///< stable hash
    engine::Seconds lengte{0};
    engine::Time tot = engine::never; ///< when the body ceases to exist
    std::vector<Deelnemer> deelnemers;
    std::size_t quorum = 0;         ///< organisaties that must be there
    std::vector<Afvaardiging> huis; ///< the chair's role first
    bool huis_zit_voor = false;
    std::vector<Huisvoorbereiding> voorbereiding;
    std::int16_t prioriteit = 0;
    /// Nothing in the run can depend on its meetings: they need no events, and are booked with the
    /// year. A case that waits for it has an event of its own.
    bool stil = true;
    std::vector<engine::Time> momenten; ///< of its meetings in the run
    std::size_t eerste = 0;             ///< index of the first in Opzet::bijeenkomsten
};

/// One meeting of a body.
struct Bijeenkomst {
    engine::Time moment;
    engine::Time voorbereiding; ///< when the work on it is handed out
    std::uint16_t orgaan = 0;
    bool naast = false; ///< held next to another body
};

struct Routeopzet {
    std::uint32_t naam = 0; ///< stable hash
    std::vector<std::uint16_t> organen;
    bool gezamenlijk = false;
    double per_jaar = 0.0;
};

std::vector<Orgaanopzet> organen_van(const parameters::Parameters& p);
std::vector<Routeopzet> routes_van(const parameters::Parameters& p);

/// The meetings of body `orgaan` in [begin, einde), in order.
std::vector<Bijeenkomst> bijeenkomsten_van(const parameters::Parameters& p,
                                           std::uint16_t orgaan,
                                           engine::Time begin,
                                           engine::Time einde,
                                           const engine::WorkCalendar& kalender);

} // namespace ketenplan::casus
