#include "casus/instroom.hpp"

#include "casus/intake.hpp"

#include <array>
#include <cmath>

namespace ketenplan::casus {

namespace {

// The ages at which the classes begin and the oldest ends, in years. The evaluation prints classes
// only (facts B150-B161); within one, ages are taken as uniform.
constexpr std::array<std::int32_t, aantal_leeftijden + 1> leeftijdsgrenzen{12, 18, 23, 65};
constexpr double seconden_per_jaar = 365.2425 * 86400.0;
constexpr std::int32_t meerderjarig = 18;

bool is_meerderjarig(const Persoon& persoon, Time op) {
    return engine::add_months(persoon.geboren, 12 * meerderjarig) <= op;
}

void plan_volgende(Huis& huis, std::size_t index) {
    const Aankomststroom& stroom = huis.opzet.stromen[index];
    Stroomstand& stand = huis.stromen[index];
    Herkomst wie = stroom.herkomst;
    wie.nummer = stand.nummer;
    stand.verbruikt += huis.draws.unit_exponential(sleutel(Doel::aankomst, wie)) / stroom.per_jaar;
    const double seconds = huis.opzet.verlopen[stroom.verloop].inverse(stand.verbruikt);
    const auto run = static_cast<double>((huis.opzet.einde - huis.opzet.begin).count());
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

Time geboortedatum(Huis& huis, const Herkomst& wie, std::size_t klasse) {
    const double years = leeftijdsgrenzen[klasse + 1] - leeftijdsgrenzen[klasse];
    const double into = huis.draws.uniform(sleutel(Doel::leeftijd, wie)) * years;
    const Time youngest = engine::add_months(huis.nu(), -12 * leeftijdsgrenzen[klasse]);
    return youngest - Seconds{static_cast<std::int64_t>(into * seconden_per_jaar)};
}

void trek_detentie(Huis& huis, Persoon& persoon) {
    const Herkomst& wie = persoon.herkomst;
    const double delay = huis.draws.sample(sleutel(Doel::detentie_vertraging, wie, 1),
                                           huis.opzet.detentie_vertraging);
    const double length =
        huis.draws.sample(sleutel(Doel::detentie_duur, wie, 1), huis.opzet.detentie_duur);
    persoon.ingesloten = huis.nu() - hele_seconden(delay * 86400.0);
    persoon.vrij =
        std::max(huis.nu() + Seconds{1}, persoon.ingesloten + hele_seconden(length * 86400.0));
}

} // namespace

void open_instroom(Huis& huis) {
    huis.stromen.resize(huis.opzet.stromen.size());
    for (std::size_t i = 0; i < huis.stromen.size(); ++i)
        plan_volgende(huis, i);
}

void eerste_melding(Huis& huis, const Event& event) {
    const Aankomststroom& stroom = huis.opzet.stromen[event.subject];
    Herkomst wie = stroom.herkomst;
    wie.nummer = huis.stromen[event.subject].nummer++;
    plan_volgende(huis, event.subject);
    if (valt_weg(huis, stroom.bron, wie))
        return;
    const PersoonId persoon = nieuwe_persoon(huis, wie, stroom.gemeente, stroom.bron);
    const auto& bron = huis.opzet.parameters.bronnen[stroom.bron];
    if (bron.detentiemelding && is_meerderjarig(huis.personen[persoon], huis.nu()))
        trek_detentie(huis, huis.personen[persoon]);
    ontvang_melding(huis, persoon, stroom.bron);
}

PersoonId
nieuwe_persoon(Huis& huis, const Herkomst& herkomst, std::uint16_t gemeente, std::uint16_t bron) {
    const auto& b = huis.opzet.parameters.bronnen[bron];
    std::array<double, aantal_leeftijden> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = b.leeftijd.gewichten[i].value();
    const std::size_t klasse =
        huis.draws.pick(sleutel(Doel::leeftijdsklasse, herkomst), weights, bron);
    Persoon persoon;
    persoon.herkomst = herkomst;
    persoon.gemeente = gemeente;
    persoon.geboren = geboortedatum(huis, herkomst, klasse);
    persoon.vrouw = huis.draws.chance(sleutel(Doel::geslacht, herkomst), b.vrouw.value());
    return huis.personen.add(persoon);
}

void laat_los(Huis& huis, PersoonId persoon) {
    if (--huis.personen[persoon].open == 0)
        huis.personen.remove(persoon);
}

std::size_t leeftijdsklasse(const Huis& huis, const Persoon& persoon) {
    std::size_t klasse = 0;
    while (klasse + 1 < aantal_leeftijden &&
           engine::add_months(persoon.geboren, 12 * leeftijdsgrenzen[klasse + 1]) <= huis.nu())
        ++klasse;
    return klasse;
}

} // namespace ketenplan::casus
