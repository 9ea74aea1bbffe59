#pragma once

#include "casus/huis.hpp"

/// Step 4: a case gets a procesregisseur, and, for the Top60 approach, a place on the list first.
namespace ketenplan::casus {

/// Opens a case of `soort` for the person of this melding; it waits for a place or procesregisseur.
void open_casus(Huis& huis, const Melding& melding, Casussoort soort);

/// Puts a case in the queue for a procesregisseur and assigns whoever fits.
void wacht_op_procesregisseur(Huis& huis, CasusId id);

/// Gives waiting cases of a subregio to procesregisseurs with room: by priority, then first come;
/// a kind that fits nobody is passed over.
void wijs_toe(Huis& huis, std::uint16_t nummer);

/// Makes `medewerker` the procesregisseur of a case, room or not.
void geef_aan(Huis& huis, CasusId id, Medewerker& medewerker);

/// Of the subregio's procesregisseurs who are present, the one with the smallest caseload of this
/// kind per fraction (ties: longest in service), among those for whom `suits(medewerker)` holds;
/// null when there is none.
template <class Suits>
Medewerker* minst_belast(Huis& huis, const Subregio& subregio, Casussoort soort, Suits suits) {
    const auto s = static_cast<std::size_t>(soort);
    Medewerker* least = nullptr;
    double least_load = 0.0;
    for (const std::size_t m : subregio.procesregisseurs) {
        Medewerker& candidate = huis.medewerkers[m];
        if (!huis.work.present(candidate.id) || !suits(candidate))
            continue;
        const double load = static_cast<double>(candidate.caseload[s].value()) / candidate.fractie;
        if (least == nullptr || load < least_load) {
            least = &candidate;
            least_load = load;
        }
    }
    return least;
}

/// A case moves to another phase, which may weigh differently in its procesregisseur's caseload.
void verander_fase(Huis& huis, Casus& casus, parameters::Fase fase);

/// Closes a case's file and gives its room to others; the id is not valid afterwards.
void sluit_casus(Huis& huis, CasusId id);

} // namespace ketenplan::casus
