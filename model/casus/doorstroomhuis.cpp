#include "casus/doorstroomhuis.hpp"

#include "casus/terugkeer.hpp"

namespace ketenplan::casus {

namespace {

bool zonder_woning(const Persoon& p) {
    return p.heeft_knelpunt(static_cast<std::size_t>(parameters::Leefgebied::huisvesting));
}

void betrekt_plaats(Huis& huis, NazorgId id) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    Persoon& p = huis.personen[zaak.persoon];
    HuisJaar& jaar = huis.jaar.huis;
    ++jaar.plaatsen_toegewezen;
    jaar.wachttijd_doorstroomhuis.add(huis.nu() - zaak.wacht_op_plaats_sinds);
    huis.log_plaats.leave(huis.nu(), zaak.wacht_op_plaats_sinds);
    zaak.wacht_op_plaats = false;
    huis.bezette_plaatsen.change(huis.nu(), 1);
    p.gehuisvest = true;
    const double days =
        huis.draws.sample(sleutel(Doel::doorstroomhuis_verblijf, p.herkomst, zaak.volgnummer),
                          huis.opzet.leven.verblijf);
    p.op(Levensstap::plaats_eindigt) = huis.nu() + Seconds{1} + hele_seconden(days * 86400.0);
    herzie_persoon(huis, zaak.persoon);
}

} // namespace

void meld_aan_voor_doorstroomhuis(Huis& huis, NazorgId id) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    const Persoon& p = huis.personen[zaak.persoon];
    const parameters::Doorstroomhuis& vorm = huis.geldt().parameters.nazorg.doorstroomhuis;
    if (vorm.plaatsen == 0 || p.gehuisvest || !zonder_woning(p) ||
        !huis.draws.chance(sleutel(Doel::doorstroomhuis_nodig, p.herkomst, zaak.volgnummer),
                           vorm.nodig.value()))
        return;
    zaak.wacht_op_plaats = true;
    zaak.wacht_op_plaats_sinds = huis.nu();
    huis.op_plaats.push({id, huis.nu()});
    huis.log_plaats.enter(huis.nu());
    wijs_plaatsen_toe(huis);
}

void wijs_plaatsen_toe(Huis& huis) {
    const std::int64_t places = huis.geldt().parameters.nazorg.doorstroomhuis.plaatsen;
    while (huis.bezette_plaatsen.value() < places) {
        NazorgId next;
        huis.op_plaats.remove_first([&](const Plaatswens& wens) {
            const Persoon& p = huis.personen[huis.nazorgzaken[wens.zaak].persoon];
            if (p.vast || p.gehuisvest)
                return false;
            next = wens.zaak;
            return true;
        });
        if (!next.valid())
            return;
        betrekt_plaats(huis, next);
    }
}

void trek_plaatswens_in(Huis& huis, NazorgId id) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    if (!zaak.wacht_op_plaats)
        return;
    zaak.wacht_op_plaats = false;
    huis.op_plaats.remove_first([&](const Plaatswens& wens) { return wens.zaak == id; });
    huis.log_plaats.leave(huis.nu(), zaak.wacht_op_plaats_sinds);
}

void herzie_plaatswens(Huis& huis, PersoonId id) {
    const Persoon& p = huis.personen[id];
    if (p.nazorg.valid() && !zonder_woning(p))
        trek_plaatswens_in(huis, p.nazorg);
}

void verlaat_doorstroomhuis(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    if (!p.gehuisvest)
        return;
    p.gehuisvest = false;
    p.op(Levensstap::plaats_eindigt) = engine::never;
    huis.bezette_plaatsen.change(huis.nu(), -1);
    wijs_plaatsen_toe(huis);
}

} // namespace ketenplan::casus
