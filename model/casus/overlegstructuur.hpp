#pragma once

#include "casus/huis.hpp"

#include <algorithm>
#include <vector>

/// The bodies above the case: their meetings, the cases and questions that wait for them, and
/// whether they get anywhere.
namespace ketenplan::casus {

/// The first of `bijeenkomsten` (in order) after `nu`, for who comes out of a meeting at `nu`: what
/// begins at that second has begun. `never` when there is none within the run.
inline Time eerste_na(const std::vector<Time>& bijeenkomsten, Time nu) {
    const auto next = std::ranges::upper_bound(bijeenkomsten, nu);
    return next == bijeenkomsten.end() ? engine::never : *next;
}

/// The same from `nu` on, for work that is completed at `nu`: completions come before meetings.
inline Time eerste_vanaf(const std::vector<Time>& bijeenkomsten, Time nu) {
    const auto next = std::ranges::lower_bound(bijeenkomsten, nu);
    return next == bijeenkomsten.end() ? engine::never : *next;
}

/// Schedules the meetings and the questions. At the start of the run.
void open_organen(Huis& huis);

/// An escalated case joins the queue of its body; the body's next meeting, held or not.
Time wacht_op_orgaan(Huis& huis, Casus& casus, Escalatiedoel doel);
/// Whether a meeting of the body begins now and is held.
bool is_bijeen(const Huis& huis, std::uint16_t orgaan);
/// The body has decided: the case leaves its queue.
void verlaat_orgaan(Huis& huis, Casus& casus);
/// The person has left the region: the case leaves the queue without a decision.
void verlaat_orgaan_onbeslist(Huis& huis, Casus& casus);

/// Event: the house's work on meeting `event.subject` is handed out.
void orgaan_bereidt_voor(Huis& huis, const Event& event);
/// Event: meeting `event.subject` begins, or fails for lack of a quorum or a chair.
void orgaan_begint(Huis& huis, const Event& event);
/// Event: meeting `event.subject`, which was held, ends.
void orgaan_eindigt(Huis& huis, const Event& event);

/// A task of preparing meeting `bijeenkomst` has been completed, in `werk` of rostered time.
void orgaanvoorbereiding_klaar(Huis& huis,
                               std::uint32_t bijeenkomst,
                               Seconds werk,
                               WorkerId medewerker);

/// The figures of bodies over the period from `van` to `tot`, into `huis.jaar`.
void sluit_orgaanrekening(Huis& huis, Time van, Time tot);

} // namespace ketenplan::casus
