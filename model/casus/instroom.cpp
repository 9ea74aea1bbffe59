#include "casus/instroom.hpp"

#include "casus/intake.hpp"
#include "casus/terugkeer.hpp"

#include <cmath>

namespace ketenplan::casus {

namespace {

void plan_volgende(Huis& huis, std::size_t index) {
    const Aankomststroom& stroom = huis.opzet.stromen[index];
    Stroomstand& stand = huis.stromen[index];
    Herkomst wie = stroom.herkomst;
    wie.nummer = stand.nummer;
    stand.verbruikt += huis.draws.unit_exponential(sleutel(Doel::aankomst, wie)) / stroom.per_jaar;
    const double seconds = huis.opzet.verlopen[stroom.verloop].inverse(stand.verbruikt);
    const auto run = static_cast<double>((huis.opzet.afloop - huis.opzet.begin).count());
    if (seconds >= run)
        return;
    huis.plan(huis.opzet.begin + hele_seconden(seconds),
              EventClass::arrival,
              Gebeurtenis::eerste_melding,
              static_cast<std::uint32_t>(index));
}

/// Whether a dated intervention below 1 takes this arrival away. One draw decides for all of them,
/// so that a smaller factor takes away more of the same persons.
bool valt_weg(Huis& huis, std::uint16_t bron, const Herkomst& wie) {
    double left = 1.0;
    for (const Uitdunning& u : huis.opzet.uitdunningen) {
        if (u.bron == bron && u.vanaf <= huis.nu() && huis.nu() < u.tot)
            left *= u.factor;
    }
    return left < 1.0 && !huis.draws.chance(sleutel(Doel::uitdunning, wie), left);
}

} // namespace

void open_instroom(Huis& huis) {
    huis.stromen.resize(huis.opzet.stromen.size());
    for (std::size_t i = 0; i < huis.stromen.size(); ++i)
        plan_volgende(huis, i);
    for (const Levensopzet::Stap& stap : huis.opzet.leven.stappen) {
        if (stap.op > huis.opzet.begin && stap.op < huis.opzet.afloop)
            huis.plan(stap.op, EventClass::arrival, Gebeurtenis::herhaling_verandert, 0);
    }
}

void eerste_melding(Huis& huis, const Event& event) {
    const Aankomststroom& stroom = huis.opzet.stromen[event.subject];
    Herkomst wie = stroom.herkomst;
    wie.nummer = huis.stromen[event.subject].nummer++;
    plan_volgende(huis, event.subject);
    if (valt_weg(huis, stroom.bron, wie))
        return;
    const PersoonId id =
        huis.personen.add(nieuw_leven(huis.leven(), wie, stroom.gemeente, stroom.bron, huis.nu()));
    if (huis.personen[id].vast)
        tel_insluiting(huis, id);
    ontvang_melding(huis, id, stroom.bron);
}

} // namespace ketenplan::casus
