#pragma once

#include "casus/huis.hpp"

/// Staff: who works where, and how work reaches them.
namespace ketenplan::casus {

/// Makes the pools, the medewerkers and the cells in which their figures are kept. At the start.
void richt_personeel_in(Huis& huis);

/// Whether a medewerker works for a role in a place: is appointed there or for the whole house.
bool werkt_voor(const Medewerkeropzet& m, std::size_t rol, std::uint16_t plaats);

/// Where work for anybody of a role in a place waits.
engine::QueueId pool_van(const Huis& huis, std::size_t rol, std::uint16_t plaats);

/// What work of this kind is done for, when it does not depend on the case.
Product product_van(Taak taak);
constexpr Product product_van(Casussoort soort) {
    return soort == Casussoort::focus ? Product::focus : Product::top60;
}
constexpr engine::TaskNote werk_aan(Taak taak, Product product, std::uint32_t onderwerp) {
    return {static_cast<std::uint16_t>(taak), static_cast<engine::Category>(product), onderwerp};
}

/// Puts a task of `minuten` in a queue, stretched by the productivity of `rol` at this moment.
engine::TaskHandle zet_in_rij(Huis& huis,
                              engine::QueueId rij,
                              std::size_t rol,
                              engine::TaskNote waarover,
                              double minuten,
                              engine::Urgency urgentie);

/// A task that waits, or that an absent medewerker has in hand, becomes somebody's own.
void verplaats_taak(Huis& huis, engine::TaskSlot taak, WorkerId naar);

/// Gives a task of `minuten` to the pool of its role in the place of `gemeente`.
engine::TaskHandle
geef_taak(Huis& huis, Taak taak, std::uint32_t onderwerp, std::uint16_t gemeente, double minuten);

/// Gives a task of `minuten` to one medewerker; its deadline counts from `datum`.
engine::TaskHandle geef_eigen_taak(
    Huis& huis, engine::TaskNote waarover, WorkerId medewerker, double minuten, Time datum);

/// Gives a task of `minuten` to the pool of its role in the whole house.
engine::TaskHandle geef_huistaak(Huis& huis,
                                 Taak taak,
                                 std::uint32_t onderwerp,
                                 std::size_t rol,
                                 double minuten,
                                 engine::Urgency urgentie);

/// Withdraws a task that has become pointless; one that has been done is left alone.
void trek_in(Huis& huis, const engine::TaskHandle& taak);

/// Event: a medewerker has completed a task (or has given back time); the next one is begun.
void taak_af(Huis& huis, const Event& event);
/// Event: the working day begins.
void begin_werkdag(Huis& huis, const Event& event);

/// The procesregisseur of the subregio who is present, not in a meeting that goes on, and chaired
/// longest ago (ties: longest in service); one who is booked for an overleg within `lengte` only
/// when the others are not free. Nothing when there is none.
std::optional<std::size_t>
kies_voorzitter(const Huis& huis, const Subregio& subregio, Seconds lengte);

/// A medewerker goes into a meeting for `product` that ends at `einde`.
void begin_vergadering(Huis& huis, WorkerId id, Product product, Time einde);

/// Changes a medewerker's weighted caseload.
void wijzig_caseload(Huis& huis, WorkerId medewerker, Casussoort soort, Duizendsten bij);

/// The figures of each cell over the period that ends at `tot`, into `huis.jaar`.
void sluit_personeelsrekening(Huis& huis, Time van, Time tot);

} // namespace ketenplan::casus
