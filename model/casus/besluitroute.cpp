#include "casus/besluitroute.hpp"

namespace ketenplan::casus {

namespace {

void plan_vraag(Huis& huis, std::size_t index) {
    const Routeopzet& route = huis.opzet.routes[index];
    if (route.per_jaar <= 0.0)
        return;
    Routestand& stand = huis.routes[index];
    stand.jaren +=
        huis.draws.unit_exponential({.purpose = static_cast<std::uint8_t>(Doel::besluitvraag),
                                     .ordinal = stand.nummer++,
                                     .a = route.naam}) /
        route.per_jaar;
    const Time moment = huis.opzet.begin + hele_seconden(stand.jaren * seconden_per_jaar);
    if (moment < huis.opzet.afloop)
        huis.plan(moment,
                  EventClass::arrival,
                  Gebeurtenis::vraag_gesteld,
                  static_cast<std::uint32_t>(index));
}

void besluit(Huis& huis, VraagId id) {
    const Vraag& vraag = huis.vragen[id];
    const Seconds doorlooptijd = huis.nu() - vraag.gesteld;
    RouteJaar& jaar = huis.jaar.routes[vraag.route];
    ++jaar.besloten;
    jaar.doorlooptijd.add(doorlooptijd);
    if (huis.meet && vraag.gesteld >= huis.opzet.start)
        huis.uitkomst.routes[vraag.route].doorlooptijd.add_ended(doorlooptijd);
    huis.vragen.remove(id);
}

/// One body of the route has dealt with the question: it goes on to the next one, waits for those
/// that have it too, or is decided.
void ga_verder(Huis& huis, VraagId id, std::uint16_t orgaan) {
    Vraag& vraag = huis.vragen[id];
    const Routeopzet& route = huis.opzet.routes[vraag.route];
    ++vraag.stap;
    if (vraag.stap == route.organen.size()) {
        besluit(huis, id);
    } else if (!route.gezamenlijk) {
        vraag.vanaf = huis.nu() + huis.opzet.organen[orgaan].lengte;
        huis.organen[route.organen[vraag.stap]].vragen.push_back(id);
    }
}

} // namespace

void open_routes(Huis& huis) {
    for (std::size_t i = 0; i < huis.routes.size(); ++i)
        plan_vraag(huis, i);
}

void vraag_gesteld(Huis& huis, const Event& event) {
    plan_vraag(huis, event.subject);
    const Routeopzet& route = huis.opzet.routes[event.subject];
    ++huis.jaar.routes[event.subject].gesteld;
    const VraagId id = huis.vragen.add({.route = static_cast<std::uint16_t>(event.subject),
                                        .gesteld = event.time,
                                        .vanaf = event.time});
    const std::size_t first = route.gezamenlijk ? route.organen.size() : 1;
    for (std::size_t i = 0; i < first; ++i)
        huis.organen[route.organen[i]].vragen.push_back(id);
}

void behandel_vragen(Huis& huis, std::uint16_t orgaan) {
    auto& wachtend = huis.organen[orgaan].vragen;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < wachtend.size(); ++i) {
        if (huis.vragen[wachtend[i]].vanaf > huis.nu())
            wachtend[kept++] = wachtend[i];
        else
            ga_verder(huis, wachtend[i], orgaan);
    }
    wachtend.resize(kept);
}

void tel_open_vragen(Huis& huis) {
    huis.vragen.for_each([&](VraagId, const Vraag& vraag) {
        RouteSlot& slot = huis.uitkomst.routes[vraag.route];
        slot.open.tel(huis.opzet.einde - vraag.gesteld);
        if (vraag.gesteld >= huis.opzet.start)
            slot.doorlooptijd.add_censored(huis.opzet.einde - vraag.gesteld);
    });
}

} // namespace ketenplan::casus
