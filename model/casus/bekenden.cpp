#include "casus/bekenden.hpp"

#include "casus/terugkeer.hpp"
#include "engine/elementary.hpp"
#include "units/text.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

namespace {

/// Keeps a person to whom something will happen within the run, or who is detained.
void neem_op(Huis& huis, const Persoon& persoon) {
    if (!persoon.vast && is_uitgeleefd(huis.leven(), persoon, huis.nu(), huis.opzet.afloop))
        return;
    const PersoonId id = huis.personen.add(persoon);
    if (persoon.vast)
        tel_insluiting(huis, id);
    zet_wekker(huis, id);
}

Time vertrekmoment(Huis& huis, const Herkomst& wie) {
    const double rate = huis.opzet.leven.vertrek;
    if (rate <= 0.0)
        return engine::never;
    const double years = huis.draws.unit_exponential(sleutel(Doel::vertrek, wie)) / rate;
    return huis.nu() + hele_seconden(years * seconden_per_jaar);
}

/// The known persons of one stream of arrivals. Those who are still there after `a` years, when a
/// share exp(-`vertrek` a) is, arrived as a Poisson process with that rate in the past; how much
/// longer somebody stays does not depend on how long they have been there.
void breng_stroom_in(Huis& huis, const Aankomststroom& stroom) {
    const double vertrek = huis.opzet.leven.vertrek;
    const auto& bron = huis.opzet.parameters.bronnen[stroom.bron];
    Herkomst wie{stroom.herkomst.gemeente, units::stable_hash("bekend/" + bron.key), 0};
    double used = 0.0; // of the expected number of known persons, newest first
    const double all = stroom.per_jaar / vertrek;
    for (;; ++wie.nummer) {
        used += huis.draws.unit_exponential(sleutel(Doel::bekend_sinds, wie));
        if (used >= all)
            return;
        const double years = -engine::exact_log(1.0 - used / all) / vertrek;
        const Time first = huis.nu() - hele_seconden(years * seconden_per_jaar) - Seconds{1};
        Persoon p = nieuw_leven(huis.leven(), wie, stroom.gemeente, stroom.bron, first);
        p.meldingen = 1;
        p.op(Levensstap::vertrek) = engine::never; // who is there has not left
        leef_tot(huis.leven(), p, huis.nu());
        p.op(Levensstap::vertrek) = vertrekmoment(huis, wie);
        neem_op(huis, p);
    }
}

std::size_t index_met(const auto& items, const std::string& key) {
    return static_cast<std::size_t>(
        std::ranges::find(items, key, [](const auto& item) { return item.key; }) - items.begin());
}

/// Somebody with this history is more at risk than others: the gamma law of the frailty, given
/// n - 1 repeats. Its mean is what scales the frailty that was drawn; lives between the first and
/// the last melding are taken to have had repeats at even distances.
double verwachte_frailty(const Opzet& opzet, const parameters::Voorraadpersoon& groep) {
    const double v = opzet.parameters.personen.variantie.value();
    const double n = groep.meldingen - 1;
    const auto hazard = [&](double days) {
        return opzet.leven.herhaling.value(days * 86400.0);
    };
    const double between = std::max(0.0, groep.bekend_sinds.value() - groep.sinds.value());
    const double used = hazard(groep.sinds.value()) + (n > 0.0 ? n * hazard(between / n) : 0.0);
    return (1.0 + v * n) / (1.0 + v * used);
}

/// The length of the detention that began at `p.ingesloten`, given that it is at least `least` and
/// less than `below`: drawn until it is. Where the law hardly ever is, the end of that stretch that
/// it is nearest to.
Seconds duur_tussen(const Huis& huis, const Persoon& p, Seconds least, Seconds below) {
    constexpr std::uint32_t most_tries = 1000;
    Seconds length{0};
    for (std::uint32_t attempt = 1; attempt <= most_tries; ++attempt) {
        length = hele_seconden(
            86400.0 *
            huis.draws.sample(sleutel(Doel::detentie_duur, p.herkomst, p.detenties, attempt),
                              huis.opzet.detentie_duur));
        if (length >= least && length < below)
            return length;
    }
    return length < least ? least : below - Seconds{1};
}

/// Makes the person detained now, or released by now, as the stock says.
void zet_detentie(Huis& huis, Persoon& p, bool gedetineerd, Time last) {
    if (gedetineerd && !p.vast)
        sluit_in(huis.leven(), p, last, false);
    if (!p.vast)
        return;
    const Seconds sinds = huis.nu() - p.ingesloten;
    if (gedetineerd) {
        p.vrij = p.ingesloten + duur_tussen(huis, p, sinds + Seconds{1}, Seconds::max());
        p.op(Levensstap::vrijlating) = p.vrij;
    } else {
        p.vrij = p.ingesloten;
        if (sinds > Seconds{1})
            p.vrij += duur_tussen(huis, p, Seconds{1}, sinds);
        p.op(Levensstap::vrijlating) = engine::never;
        laat_vrij(huis.leven(), p, p.vrij);
    }
}

void breng_groep_in(Huis& huis, const parameters::Voorraadpersoon& groep) {
    const Opzet& opzet = huis.opzet;
    const std::size_t g = index_met(opzet.parameters.gemeenten, groep.gemeente);
    const std::size_t b = index_met(opzet.parameters.bronnen, groep.bron);
    Herkomst wie{units::stable_hash(groep.gemeente),
                 units::stable_hash("beginvoorraad.personen/" + groep.key),
                 0};
    const Time last = huis.nu() - hele_seconden(groep.sinds.value() * 86400.0);
    for (; wie.nummer < static_cast<std::uint32_t>(groep.aantal); ++wie.nummer) {
        Persoon p = nieuw_leven(
            huis.leven(), wie, static_cast<std::uint16_t>(g), static_cast<std::uint16_t>(b), last);
        p.meldingen = static_cast<std::uint16_t>(groep.meldingen);
        p.frailty *= verwachte_frailty(opzet, groep);
        zet_detentie(huis, p, groep.gedetineerd, last);
        p.op(Levensstap::detentiemelding) = engine::never; // that was the last melding
        // The clocks have not gone off since the last melding: what is left is drawn from now on.
        hervat_klokken(huis.leven(), p, huis.nu());
        p.op(Levensstap::vertrek) = vertrekmoment(huis, wie);
        neem_op(huis, p);
    }
}

} // namespace

void breng_bekenden_in(Huis& huis) {
    const parameters::Parameters& p = huis.opzet.parameters;
    if (!p.beginvoorraad.personen.empty()) {
        for (const auto& groep : p.beginvoorraad.personen)
            breng_groep_in(huis, groep);
        return;
    }
    if (p.personen.bekend_bij_begin != parameters::Bekenden::stationair ||
        p.beginvoorraad.gebruiken || huis.opzet.leven.vertrek <= 0.0 ||
        !huis.opzet.leven.keert_iemand_terug())
        return;
    for (const Aankomststroom& stroom : huis.opzet.stromen) {
        if (stroom.basis)
            breng_stroom_in(huis, stroom);
    }
}

} // namespace ketenplan::casus
