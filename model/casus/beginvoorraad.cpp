#include "casus/beginvoorraad.hpp"

#include "casus/boekhouding.hpp"
#include "casus/casusoverleg.hpp"
#include "casus/formatie.hpp"
#include "casus/monitoring.hpp"
#include "casus/procesregie.hpp"
#include "casus/terugkeer.hpp"
#include "units/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ketenplan::casus {

namespace {

using parameters::Fase;

std::uint16_t gemeente_met(const Huis& huis, const std::string& key) {
    const auto& gemeenten = huis.opzet.parameters.gemeenten;
    std::uint16_t g = 0;
    while (gemeenten[g].key != key)
        ++g;
    return g;
}

/// A case in the stock says nothing of who reported it: the first bron that does not report
/// detentions, when there is one.
std::uint16_t gewone_bron(const Huis& huis) {
    const auto& bronnen = huis.opzet.parameters.bronnen;
    const auto found = std::ranges::find(bronnen, false, &parameters::Bron::detentiemelding);
    return found == bronnen.end() ? 0 : static_cast<std::uint16_t>(found - bronnen.begin());
}

/// A running case of a person who was there before the run.
CasusId lopende_casus(Huis& huis,
                      Casussoort soort,
                      std::uint16_t gemeente,
                      std::uint32_t stroom,
                      std::uint32_t nummer) {
    const auto& key = huis.opzet.parameters.gemeenten[gemeente].key;
    const PersoonId persoon =
        huis.personen.add(nieuw_leven(huis.leven(),
                                      {units::stable_hash(key), stroom, nummer},
                                      gemeente,
                                      gewone_bron(huis),
                                      huis.nu()));
    if (huis.personen[persoon].vast)
        tel_insluiting(huis, persoon);
    zet_wekker(huis, persoon);
    Persoon& p = huis.personen[persoon];
    ++p.open;
    const CasusId id = huis.casussen.add({.persoon = persoon,
                                          .nummer = ++huis.meldingnummer,
                                          .volgnummer = ++p.casussen,
                                          .gemeente = gemeente,
                                          .soort = soort,
                                          .regisseur = {},
                                          .besluit = huis.nu(),
                                          .geboekt = {},
                                          .taak = {},
                                          .afspraak = {}});
    const auto s = static_cast<std::size_t>(soort);
    p.casus[s] = id;
    Subregio& subregio = huis.subregio(gemeente);
    ++subregio.lopend[s];
    ++huis.subregio_jaar(gemeente).casussen[s].erbij;
    if (soort == Casussoort::top60)
        ++subregio.plaatsen_bezet;
    return id;
}

void geef_aan_minst_belaste(Huis& huis, CasusId id) {
    const Casus& casus = huis.casussen[id];
    Medewerker* const medewerker =
        minst_belast(huis, huis.subregio(casus.gemeente), casus.soort, [](const Medewerker&) {
            return true; // it runs already, room or not
        });
    engine::ensure(medewerker != nullptr, "a subregio has no procesregisseur");
    geef_aan(huis, id, *medewerker);
}

void zet_neer(Huis& huis, CasusId id, Fase fase, Seconds leeftijd) {
    Casus& casus = huis.casussen[id];
    const Time sinds = huis.nu() - leeftijd;
    switch (fase) {
    case Fase::wacht:
        casus.besluit = sinds;
        wacht_op_procesregisseur(huis, id, sinds);
        break;
    case Fase::voorbereiding:
        casus.besluit = sinds;
        geef_aan_minst_belaste(huis, id);
        bereid_voor(huis, id);
        break;
    case Fase::monitoring:
    case Fase::plaats:
    case Fase::geescaleerd:
        geef_aan_minst_belaste(huis, id);
        verander_fase(huis, casus, Fase::monitoring);
        if (casus.soort == Casussoort::focus)
            zet_plan(huis, casus.persoon, true, false);
        volg_lopende(huis, id, sinds);
        break;
    }
}

Fase fase_van(const parameters::Voorraadcasus& groep) {
    return parameters::Voorraadcasus::fasen[groep.fase];
}

void zet_groep_neer(Huis& huis, const parameters::Voorraadcasus& groep) {
    const std::uint16_t gemeente = gemeente_met(huis, groep.gemeente);
    const std::uint32_t stroom = units::stable_hash("beginvoorraad/" + groep.key);
    const Seconds leeftijd = hele_seconden(groep.leeftijd.value() * 86400.0);
    for (std::int32_t i = 0; i < groep.aantal; ++i) {
        const CasusId id =
            lopende_casus(huis, groep.soort, gemeente, stroom, static_cast<std::uint32_t>(i));
        zet_neer(huis, id, fase_van(groep), leeftijd);
    }
}

void vul_lijst(Huis& huis, std::uint16_t nummer) {
    const auto& lijst = huis.opzet.parameters.subregios[nummer].top60;
    const std::int64_t open = lijst.plaatsen - huis.subregios[nummer].plaatsen_bezet;
    if (open <= 0)
        return;
    const std::uint16_t gemeente = gemeente_met(huis, lijst.gemeente);
    const Seconds jaar = huis.nu() - engine::add_months(huis.nu(), -12);
    for (std::int64_t i = 0; i < open; ++i) {
        const CasusId id = lopende_casus(huis,
                                         Casussoort::top60,
                                         gemeente,
                                         units::stable_hash("top60_bij_begin"),
                                         static_cast<std::uint32_t>(i));
        zet_neer(huis, id, Fase::monitoring, (2 * i + 1) * jaar / (2 * open));
    }
}

} // namespace

void vul_huis(Huis& huis) {
    const auto& voorraad = huis.opzet.parameters.beginvoorraad;
    std::vector<const parameters::Voorraadcasus*> waiting;
    if (voorraad.gebruiken) {
        for (const parameters::Voorraadcasus& groep : voorraad.casussen) {
            if (fase_van(groep) == Fase::wacht)
                waiting.push_back(&groep);
            else
                zet_groep_neer(huis, groep);
        }
    }
    for (std::uint16_t s = 0; s < huis.subregios.size(); ++s)
        vul_lijst(huis, s);
    // Who waits comes after all that runs, which has its room already; the oldest first.
    std::ranges::stable_sort(
        waiting, std::ranges::greater{}, [](const auto* groep) { return groep->leeftijd.value(); });
    for (const parameters::Voorraadcasus* groep : waiting)
        zet_groep_neer(huis, *groep);
    tel_voorraad(huis);
}

} // namespace ketenplan::casus
