#pragma once

#include "casus/huis.hpp"

#include <cmath>

/// Step 4: a case gets a procesregisseur, and, for the Top60 approach, a place on the list first.
namespace ketenplan::casus {

/// Opens a case of `soort` for the person of this melding; it waits for a place or procesregisseur.
void open_casus(Huis& huis, const Melding& melding, Casussoort soort);

/// Puts a case in the queue for a procesregisseur, for which it has waited since `sinds`, and
/// assigns whoever fits.
void wacht_op_procesregisseur(Huis& huis, CasusId id, Time sinds);

/// Gives waiting cases to procesregisseurs with room: by priority, then first come. A kind that
/// fits nobody in its subregio is passed over. All subregio's are looked at: a procesregisseur of
/// the whole house who gets room may take a case of any.
void wijs_toe(Huis& huis);

/// Makes `medewerker` the procesregisseur of a case, room or not.
void geef_aan(Huis& huis, CasusId id, Medewerker& medewerker);

/// Gives a case that runs, with the overleg that is booked for it, to another procesregisseur.
void draag_casus_over(Huis& huis, CasusId id, Medewerker& naar);

/// Whether `a` has a smaller load per fraction than `b`, or as small a one and longer service.
/// Loads per fraction are compared as whole numbers, crosswise: 3 cases on 0.6 are a true tie with
/// 5 on 1.0.
inline bool
minder_belast(const Medewerker& a, std::int64_t load_a, const Medewerker& b, std::int64_t load_b) {
    const auto left = load_a * std::llround(b.fractie * 1e6);
    const auto right = load_b * std::llround(a.fractie * 1e6);
    return left < right || (left == right && a.in_dienst < b.in_dienst);
}

/// Of the subregio's procesregisseurs who are present, the one with the smallest caseload of this
/// kind per fraction (ties: longest in service), among those for whom `suits(medewerker)` holds;
/// null when there is none.
template <class Suits>
Medewerker* minst_belast(Huis& huis, const Subregio& subregio, Casussoort soort, Suits suits) {
    const auto s = static_cast<std::size_t>(soort);
    const auto less = [&](const Medewerker& a, const Medewerker& b) {
        return minder_belast(a, a.caseload[s].value(), b, b.caseload[s].value());
    };
    Medewerker* least = nullptr;
    for (const std::size_t m : subregio.procesregisseurs) {
        Medewerker& candidate = huis.medewerkers[m];
        if (!huis.work.present(candidate.id) || !suits(candidate))
            continue;
        if (least == nullptr || less(candidate, *least))
            least = &candidate;
    }
    return least;
}

/// A case moves to another phase, which may weigh differently in its procesregisseur's caseload.
void verander_fase(Huis& huis, Casus& casus, parameters::Fase fase);

/// Closes a case's file and gives its room to others; the id is not valid afterwards.
void sluit_casus(Huis& huis, CasusId id);

} // namespace ketenplan::casus
