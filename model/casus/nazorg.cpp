#include "casus/nazorg.hpp"

#include "casus/doorstroomhuis.hpp"
#include "casus/formatie.hpp"
#include "casus/procesregie.hpp"
#include "casus/spoor.hpp"
#include "casus/terugkeer.hpp"
#include "casus/thematafel.hpp"

#include <bit>
#include <cmath>

namespace ketenplan::casus {

namespace {

/// The share of besluiten nazorg that becomes a case. A study varies it in the measured period
/// only, so that its arms have the same past and the same policy afterwards.
double intensiteit(const Huis& huis) {
    const bool measured = huis.opzet.start <= huis.nu() && huis.nu() < huis.opzet.einde;
    return huis.intensiteit && measured ? *huis.intensiteit
                                        : huis.geldt().parameters.nazorg.intensiteit.value();
}

std::int64_t caseload(const Medewerker& m) {
    std::int64_t sum = m.nazorg.value();
    for (const engine::TimeWeighted& soort : m.caseload)
        sum += soort.value();
    return sum;
}

/// The medewerker of the place with the role for nazorg who has the smallest caseload per fraction,
/// of all kinds together (ties: longest in service); of those present, when anybody is.
Medewerker& minst_belaste(Huis& huis, std::uint16_t gemeente) {
    const std::size_t rol = huis.geldt().taaksoort(Taak::nazorg_gesprek).rol;
    const std::uint16_t plaats = huis.subregio_van(gemeente);
    const std::size_t appointed = huis.opzet.medewerkers.size(); // behind them stands hire
    for (const bool own_place : {true, false}) {                 // else whoever stands in
        for (const bool present : {true, false}) {
            Medewerker* best = nullptr;
            for (std::size_t i = 0; i < huis.medewerkers.size(); ++i) {
                Medewerker& m = huis.medewerkers[i];
                const bool here = m.plaats == plaats || m.plaats == het_huis || !own_place;
                const bool there = present ? huis.work.present(m.id) : i < appointed;
                if (m.rol == rol && here && there &&
                    (best == nullptr || minder_belast(m, caseload(m), *best, caseload(*best))))
                    best = &m;
            }
            if (best != nullptr)
                return *best;
        }
    }
    throw engine::Defect("nobody has the role for nazorg");
}

void tel_knelpunten(const Persoon& p, std::int64_t& all, std::int64_t& solved) {
    const int began = std::popcount(p.knelpunten_bij_insluiting);
    all += began;
    solved += began - std::popcount(p.knelpunten);
}

void begin_termijn(Huis& huis, Persoon& p) {
    p.op(Levensstap::nazorgtermijn) = engine::add(p.vrij, huis.geldt().parameters.nazorg.termijn);
}

/// What nazorg leaves behind when it ends.
void laat_nawerken(Huis& huis, Persoon& p) {
    const Time tot = engine::add(huis.nu(), huis.geldt().parameters.nazorg.effectduur);
    p.op(Levensstap::effect_eindigt) = tot;
    if (tot <= huis.nu()) {
        p.op(Levensstap::effect_eindigt) = engine::never;
        p.onder_nazorg = false;
    }
}

} // namespace

bool heeft_recht_op_nazorg(const Huis& huis, const Persoon& persoon) {
    if (persoon.detenties == 0)
        return false;
    const auto termijn = huis.geldt().parameters.nazorg.termijn;
    return persoon.vast || engine::add(persoon.vrij, termijn) > huis.nu();
}

bool krijgt_toch_nazorg(Huis& huis, const Melding& melding, std::size_t tabel) {
    const double more = intensiteit(huis) - 1.0;
    const Persoon& persoon = huis.personen[melding.persoon];
    if (more <= 0.0 || !huis.opzet.parameters.bronnen[melding.bron].detentiemelding ||
        !heeft_recht_op_nazorg(huis, persoon))
        return false;
    const auto& weights = huis.geldt().besluiten[tabel];
    double total = 0.0;
    for (const double w : weights)
        total += w;
    const double share = weights[static_cast<std::size_t>(Besluit::nazorg)] / total;
    if (share <= 0.0 || share >= 1.0)
        return false;
    return huis.draws.chance(
        sleutel(Doel::nazorg_aanbod, persoon.herkomst, melding.volgnummer, melding.wegingen),
        std::min(1.0, more * share / (1.0 - share)));
}

void open_nazorg(Huis& huis, const Melding& melding) {
    Persoon& persoon = huis.personen[melding.persoon];
    if (persoon.nazorg.valid())
        return; // it runs already
    if (!huis.draws.chance(
            sleutel(Doel::nazorg_aanbod, persoon.herkomst, melding.volgnummer, melding.wegingen),
            std::min(1.0, intensiteit(huis))))
        return;
    ++persoon.open;
    ++huis.gemeente_jaar(melding.gemeente).nazorg_nieuw;
    ++huis.subregio_jaar(melding.gemeente).nazorg.zaken.erbij;
    ++huis.subregio(melding.gemeente).lopende_nazorg;
    Medewerker& medewerker = minst_belaste(huis, melding.gemeente);
    medewerker.nazorg.change(huis.nu(), huis.opzet.gewicht_nazorg);
    const NazorgId id = huis.nazorgzaken.add({.persoon = melding.persoon,
                                              .nummer = melding.nummer,
                                              .volgnummer = melding.volgnummer,
                                              .gemeente = melding.gemeente,
                                              .sluit_na_bespreking = {},
                                              .medewerker = medewerker.id,
                                              .besluit = huis.nu(),
                                              .gesprek = {},
                                              .weer_op_tafel = {}});
    persoon.nazorg = id;
    if (!persoon.vast)
        begin_termijn(huis, persoon);
    noteer(huis, melding.nummer, Stap::nazorg_geopend, medewerker.id.value());
    const double minuten =
        huis.draws.sample(sleutel(Doel::nazorg_minuten, persoon.herkomst, melding.volgnummer),
                          huis.geldt().taaksoort(Taak::nazorg_gesprek).minuten);
    huis.nazorgzaken[id].gesprek =
        geef_taak(huis, Taak::nazorg_gesprek, id.value(), melding.gemeente, minuten);
    zet_wekker(huis, melding.persoon);
}

void draag_nazorgzaak_over(Huis& huis, NazorgId id) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    Medewerker& naar = minst_belaste(huis, zaak.gemeente);
    if (!huis.work.present(naar.id)) {
        noteer(huis, zaak.nummer, Stap::overdracht_wacht, zaak.medewerker.value());
        return;
    }
    Medewerker& van = huis.medewerker(zaak.medewerker);
    van.nazorg.change(huis.nu(), -huis.opzet.gewicht_nazorg);
    naar.nazorg.change(huis.nu(), huis.opzet.gewicht_nazorg);
    ++huis.jaar.rollen[van.cel].overgedragen;
    noteer(huis, zaak.nummer, Stap::overgedragen, van.id.value(), naar.id.value());
    zaak.medewerker = naar.id;
    wijs_toe(huis);
}

void gesprek_klaar(Huis& huis, NazorgId id, WorkerId medewerker) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    Persoon& p = huis.personen[zaak.persoon];
    zaak.gesproken = true;
    NazorgJaar& jaar = huis.subregio_jaar(zaak.gemeente).nazorg;
    ++jaar.gesprekken;
    jaar.gesprekken_voor_vrijlating += p.vast ? 1 : 0;
    jaar.wachttijd_gesprek.add(huis.nu() - zaak.besluit);
    if (huis.meet && zaak.besluit >= huis.opzet.start)
        huis.slot(zaak.gemeente).nazorg_gesprek.add_ended(huis.nu() - zaak.besluit);
    const bool accepts =
        huis.draws.chance(sleutel(Doel::nazorg_aanvaarding, p.herkomst, zaak.volgnummer),
                          huis.geldt().parameters.nazorg.aanvaarding.value());
    noteer(huis, zaak.nummer, Stap::gesprek_gevoerd, medewerker.value(), accepts ? 1 : 0);
    if (!accepts) {
        sluit_nazorg(huis, id, Nazorgeinde::geweigerd);
        return;
    }
    p.onder_nazorg = true;
    p.nazorg_in_detentie = p.vast;
    p.op(Levensstap::effect_eindigt) = engine::never; // of an earlier case
    herzie_persoon(huis, zaak.persoon);
    if (p.knelpunten == 0)
        sluit_nazorg(huis, id, Nazorgeinde::opgelost);
    else
        zet_op_tafel(huis, id);
}

void opvolging_klaar(Huis&, std::uint32_t, WorkerId) {
    // Its result is in the chances of the next bespreking.
}

void nazorg_na_vrijlating(Huis& huis, PersoonId id) {
    Persoon& p = huis.personen[id];
    const bool runs = p.nazorg.valid();
    // Also of whom all was solved in detention, so that the case has ended.
    if (p.nazorg_in_detentie || (runs && huis.nazorgzaken[p.nazorg].gesproken)) {
        NazorgJaar& jaar = huis.subregio_jaar(p.gemeente).nazorg;
        ++jaar.vrijlatingen;
        tel_knelpunten(p, jaar.knelpunten_vrijlating, jaar.knelpunten_vrijlating_opgelost);
    }
    p.nazorg_in_detentie = false;
    if (!runs)
        return;
    begin_termijn(huis, p);
    if (p.knelpunten == 0)
        sluit_nazorg(huis, p.nazorg, Nazorgeinde::opgelost);
    wijs_plaatsen_toe(huis);
}

void nazorg_na_insluiting(Huis& huis, PersoonId id) {
    huis.personen[id].op(Levensstap::nazorgtermijn) = engine::never;
}

void sluit_nazorg(Huis& huis, NazorgId id, Nazorgeinde einde) {
    Nazorgzaak& zaak = huis.nazorgzaken[id];
    if (zaak.in_bespreking) {
        zaak.sluit_na_bespreking = einde;
        return;
    }
    const PersoonId persoon = zaak.persoon;
    Persoon& p = huis.personen[persoon];
    NazorgJaar& jaar = huis.subregio_jaar(zaak.gemeente).nazorg;
    ++jaar.zaken.eraf;
    ++jaar.gesloten[static_cast<std::size_t>(einde)];
    jaar.looptijd.add(huis.nu() - zaak.besluit);
    const bool accepted = zaak.gesproken && einde != Nazorgeinde::geweigerd;
    if (accepted)
        tel_knelpunten(p, jaar.knelpunten_sluiting, jaar.knelpunten_sluiting_opgelost);
    if (!zaak.gesproken && huis.meet && zaak.besluit >= huis.opzet.start)
        huis.slot(zaak.gemeente).nazorg_gesprek.add_censored(huis.nu() - zaak.besluit);
    --huis.subregio(zaak.gemeente).lopende_nazorg;
    huis.medewerker(zaak.medewerker).nazorg.change(huis.nu(), -huis.opzet.gewicht_nazorg);
    noteer(
        huis, zaak.nummer, Stap::nazorg_gesloten, static_cast<std::int64_t>(einde), p.knelpunten);
    trek_in(huis, zaak.gesprek);
    haal_van_tafel(huis, id);
    trek_plaatswens_in(huis, id);
    huis.nazorgzaken.remove(id);
    p.nazorg = {};
    p.op(Levensstap::nazorgtermijn) = engine::never;
    if (accepted)
        laat_nawerken(huis, p);
    herzie_persoon(huis, persoon);
    laat_los(huis, persoon);
    wijs_toe(huis); // whoever did this nazorg has room for a case
}

void sluit_nazorg_als_opgelost(Huis& huis, PersoonId id) {
    const Persoon& p = huis.personen[id];
    if (p.nazorg.valid() && p.knelpunten == 0 && huis.nazorgzaken[p.nazorg].gesproken)
        sluit_nazorg(huis, p.nazorg, Nazorgeinde::opgelost);
}

} // namespace ketenplan::casus
