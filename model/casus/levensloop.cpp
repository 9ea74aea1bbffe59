#include "casus/levensloop.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ketenplan::casus {

namespace {

// The ages at which the classes begin and the oldest ends, in years. The evaluation prints classes
// only (facts B150-B161); within one, ages are taken as uniform.
constexpr std::array<std::int32_t, aantal_leeftijden + 1> leeftijdsgrenzen{12, 18, 23, 65};
constexpr std::int32_t meerderjarig = 18;
constexpr double seconden_per_dag = 86400.0;

double eenheidsdrempel(
    const Leven& leven, const Persoon& p, Doel doel, std::uint32_t deel, std::uint32_t stap = 0) {
    return leven.draws->unit_exponential(sleutel(doel, p.herkomst, deel, stap));
}

Time geboortedatum(const Leven& leven, const Herkomst& wie, std::size_t klasse, Time op) {
    const double years = leeftijdsgrenzen[klasse + 1] - leeftijdsgrenzen[klasse];
    const double into = leven.draws->uniform(sleutel(Doel::leeftijd, wie)) * years;
    const Time youngest = engine::add_months(op, -12 * leeftijdsgrenzen[klasse]);
    return youngest - Seconds{static_cast<std::int64_t>(into * seconden_per_jaar)};
}

void trek_kenmerken(const Leven& leven, Persoon& p, std::uint16_t bron, Time op) {
    const auto& b = leven.opzet->parameters.bronnen[bron];
    std::array<double, aantal_leeftijden> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = b.leeftijd.gewichten[i].value();
    const std::size_t klasse =
        leven.draws->pick(sleutel(Doel::leeftijdsklasse, p.herkomst), weights, bron);
    p.geboren = geboortedatum(leven, p.herkomst, klasse, op);
    p.vrouw = leven.draws->chance(sleutel(Doel::geslacht, p.herkomst), b.vrouw.value());
    std::tie(p.frailty, p.frailty_recidive) =
        leven.draws->gamma_pair(sleutel(Doel::frailty, p.herkomst),
                                sleutel(Doel::frailty_recidive, p.herkomst),
                                leven.opzet->leven.frailty);
}

void begin_klokken(const Leven& leven, Persoon& p, Time op) {
    const Levensopzet& o = leven.opzet->leven;
    p.herhaling =
        engine::HazardClock(eenheidsdrempel(leven, p, Doel::herhaling, 0), o.herhaling, op, 0.0);
    p.detentie =
        engine::HazardClock(eenheidsdrempel(leven, p, Doel::detentie, 0), o.per_jaar, op, 0.0);
    if (o.vertrek > 0.0)
        p.op(Levensstap::vertrek) = op + hele_seconden(eenheidsdrempel(leven, p, Doel::vertrek, 0) /
                                                       o.vertrek * seconden_per_jaar);
}

/// Detention number `p.detenties` from `begin`; the person is not released before `minstens`.
void zet_vast(const Leven& leven, Persoon& p, Time begin, Time minstens) {
    ++p.detenties;
    const double length = leven.draws->sample(sleutel(Doel::detentie_duur, p.herkomst, p.detenties),
                                              leven.opzet->detentie_duur);
    p.ingesloten = begin;
    p.vrij = std::max(minstens, begin + hele_seconden(length * seconden_per_dag));
    p.vast = true;
    p.wacht_op_insluiting = false;
    p.op(Levensstap::vrijlating) = p.vrij;
    p.op(Levensstap::insluiting) = engine::never;
}

Time eerste_natuurlijke(const Persoon& p) {
    Time first = engine::never;
    for (std::size_t g = 0; g < aantal_leefgebieden; ++g) {
        if (p.heeft_knelpunt(g))
            first = std::min(first, p.knelpunt_tot[g]);
    }
    return first;
}

/// The knelpunten at the beginning of a detention; they replace those of the one before.
void trek_knelpunten(const Leven& leven, Persoon& p, Time nu) {
    const Levensopzet& o = leven.opzet->leven;
    const double rate = leven.opzet->parameters.nazorg.natuurlijk_verloop.value();
    p.knelpunten = 0;
    p.knelpunt_tot.fill(engine::never);
    for (std::uint32_t g = 0; g < aantal_leefgebieden; ++g) {
        if (!leven.draws->chance(sleutel(Doel::knelpunt, p.herkomst, p.detenties, g),
                                 o.knelpunt[g]))
            continue;
        p.knelpunten |= static_cast<std::uint8_t>(1U << g);
        if (rate > 0.0)
            p.knelpunt_tot[g] =
                nu + hele_seconden(eenheidsdrempel(leven, p, Doel::knelpunt_sluit, p.detenties, g) /
                                   rate * seconden_per_jaar);
    }
    p.knelpunten_bij_insluiting = p.knelpunten;
    p.op(Levensstap::knelpunt_sluit) = eerste_natuurlijke(p);
}

double herhaalfactor(const Leven& leven, const Persoon& p, Time nu) {
    if (p.vast || p.vertrokken)
        return 0.0;
    const parameters::Herhaling& h = leven.opzet->parameters.personen.herhaling;
    double factor = p.frailty * leven.opzet->leven.stap(nu).factor;
    if (p.onder_plan)
        factor *= h.onder_plan.value() * (p.met_client ? h.met_client.value() : 1.0);
    if (p.onder_nazorg)
        factor *= h.onder_nazorg.value();
    return factor;
}

double recidivefactor(const Leven& leven, const Persoon& p) {
    if (p.vast || p.wacht_op_insluiting || p.detenties == 0)
        return 0.0;
    double factor = p.frailty_recidive;
    for (std::size_t g = 0; g < aantal_leefgebieden; ++g) {
        const bool housed =
            p.gehuisvest && g == static_cast<std::size_t>(parameters::Leefgebied::huisvesting);
        if (p.heeft_knelpunt(g) && !housed)
            factor *= leven.opzet->leven.verhouding[g];
    }
    if (p.onder_nazorg)
        factor *= leven.verhouding_nazorg;
    if (p.onder_plan)
        factor *= leven.opzet->parameters.recidive.onder_plan.value();
    return factor;
}

double detentiefactor(const Leven& leven, const Persoon& p) {
    if (p.vast || p.wacht_op_insluiting || p.vertrokken)
        return 0.0;
    const parameters::Parameters& o = leven.opzet->parameters;
    return p.detenties == 0 ? o.personen.eerste_detentie.value() * p.frailty
                            : o.recidive.detentie_zonder_delict.value() * p.frailty_recidive;
}

/// One step of a life that nobody notices.
void leef_stap(const Leven& leven, Persoon& p, Levensstap stap, Time nu) {
    switch (stap) {
    case Levensstap::vrijlating:
        laat_vrij(leven, p, nu);
        break;
    case Levensstap::recidive:
        pleeg_delict(leven, p, nu);
        break;
    case Levensstap::insluiting:
        sluit_in(leven, p, nu, true);
        break;
    case Levensstap::nieuwe_detentie:
        nieuwe_detentie(leven, p, nu);
        break;
    case Levensstap::herhaalmelding:
        na_herhaling(leven, p, nu);
        [[fallthrough]];
    case Levensstap::detentiemelding:
        ++p.meldingen;
        na_melding(leven, p, nu);
        break;
    case Levensstap::knelpunt_sluit:
        sluit_knelpunten(leven, p, nu);
        break;
    case Levensstap::vertrek:
    case Levensstap::nazorgtermijn:
    case Levensstap::effect_eindigt:
    case Levensstap::plaats_eindigt:
        break; // before the run nobody leaves the stock or has nazorg
    }
}

} // namespace

Persoon nieuw_leven(const Leven& leven,
                    const Herkomst& herkomst,
                    std::uint16_t gemeente,
                    std::uint16_t bron,
                    Time op) {
    Persoon p;
    p.herkomst = herkomst;
    p.gemeente = gemeente;
    trek_kenmerken(leven, p, bron, op);
    begin_klokken(leven, p, op);
    if (leven.opzet->parameters.bronnen[bron].detentiemelding && is_meerderjarig(p, op)) {
        p.via_detentie = true;
        const double delay = leven.draws->sample(sleutel(Doel::detentie_vertraging, herkomst, 1),
                                                 leven.opzet->detentie_vertraging);
        const Time begin = op - hele_seconden(delay * seconden_per_dag);
        zet_vast(leven, p, begin, op + Seconds{1});
        trek_knelpunten(leven, p, begin);
    }
    herzie(leven, p, op);
    return p;
}

void na_melding(const Leven& leven, Persoon& p, Time nu) {
    p.herhaling.restart(nu);
    herzie(leven, p, nu);
}

void na_herhaling(const Leven& leven, Persoon& p, Time nu) {
    ++p.herhalingen;
    p.herhaling.renew(eenheidsdrempel(leven, p, Doel::herhaling, p.herhalingen), nu);
}

void hervat_klokken(const Leven& leven, Persoon& p, Time nu) {
    p.herhaling.set_factor(nu, 0.0);
    p.recidive.set_factor(nu, 0.0);
    p.detentie.set_factor(nu, 0.0);
    na_herhaling(leven, p, nu);
    ++p.detentietrekkingen;
    p.detentie.renew(eenheidsdrempel(leven, p, Doel::detentie, p.detentietrekkingen), nu);
    if (p.detenties > 0 && !p.vast)
        p.recidive.renew(eenheidsdrempel(leven, p, Doel::recidive, p.detenties, p.delicten), nu);
    herzie(leven, p, nu);
}

void sluit_in(const Leven& leven, Persoon& p, Time nu, bool na_recidive) {
    p.na_recidive = na_recidive;
    zet_vast(leven, p, nu, nu + Seconds{1});
    const double delay =
        leven.draws->sample(sleutel(Doel::detentie_vertraging, p.herkomst, p.detenties),
                            leven.opzet->detentie_vertraging);
    p.op(Levensstap::detentiemelding) =
        std::min(p.vrij, nu + hele_seconden(delay * seconden_per_dag));
    trek_knelpunten(leven, p, nu);
    herzie(leven, p, nu);
}

void laat_vrij(const Leven& leven, Persoon& p, Time nu) {
    p.vast = false;
    p.na_recidive = false;
    p.recidive =
        engine::HazardClock(eenheidsdrempel(leven, p, Doel::recidive, p.detenties, p.delicten),
                            leven.opzet->leven.recidive,
                            nu,
                            0.0);
    herzie(leven, p, nu);
}

void pleeg_delict(const Leven& leven, Persoon& p, Time nu) {
    ++p.delicten;
    const double kans = leven.opzet->parameters.recidive.met_detentie.value();
    if (leven.draws->chance(sleutel(Doel::detentie_volgt, p.herkomst, p.delicten), kans)) {
        const double delay = leven.draws->sample(sleutel(Doel::detentie_na, p.herkomst, p.delicten),
                                                 leven.opzet->leven.detentie_na);
        p.wacht_op_insluiting = true;
        p.op(Levensstap::insluiting) = nu + hele_seconden(delay * seconden_per_dag);
    } else {
        p.recidive.renew(eenheidsdrempel(leven, p, Doel::recidive, p.detenties, p.delicten), nu);
    }
    herzie(leven, p, nu);
}

bool nieuwe_detentie(const Leven& leven, Persoon& p, Time nu) {
    ++p.detentietrekkingen;
    p.detentie.renew(eenheidsdrempel(leven, p, Doel::detentie, p.detentietrekkingen), nu);
    const bool detained = is_meerderjarig(p, nu);
    if (detained)
        sluit_in(leven, p, nu, false);
    else
        herzie(leven, p, nu);
    return detained;
}

void sluit_knelpunten(const Leven& leven, Persoon& p, Time nu) {
    for (std::size_t g = 0; g < aantal_leefgebieden; ++g) {
        if (p.knelpunt_tot[g] <= nu)
            p.knelpunten &= static_cast<std::uint8_t>(~(1U << g));
    }
    p.op(Levensstap::knelpunt_sluit) = eerste_natuurlijke(p);
    herzie(leven, p, nu);
}

void vertrek_uit_regio(Persoon& p) {
    p.vertrokken = true;
    p.wacht_op_insluiting = false;
    const Time recidive = p.op(Levensstap::recidive);
    const Time effect = p.op(Levensstap::effect_eindigt);
    const Time knelpunt = p.op(Levensstap::knelpunt_sluit);
    p.wanneer.fill(engine::never);
    p.op(Levensstap::recidive) = recidive; // published follow-up is not ended by moving
    p.op(Levensstap::effect_eindigt) = effect;
    p.op(Levensstap::knelpunt_sluit) = knelpunt;
}

void herzie(const Leven& leven, Persoon& p, Time nu) {
    p.herhaling.set_factor(nu, herhaalfactor(leven, p, nu));
    p.recidive.set_factor(nu, recidivefactor(leven, p));
    p.detentie.set_factor(nu, detentiefactor(leven, p));
    p.op(Levensstap::herhaalmelding) = std::max(nu, p.herhaling.due());
    p.op(Levensstap::recidive) = std::max(nu, p.recidive.due());
    p.op(Levensstap::nieuwe_detentie) = std::max(nu, p.detentie.due());
}

Eerstvolgende eerstvolgende(const Persoon& p) {
    const auto* const first = std::ranges::min_element(p.wanneer); // of equal ones the first
    return {static_cast<Levensstap>(first - p.wanneer.begin()), *first};
}

void leef_tot(const Leven& leven, Persoon& p, Time tot) {
    for (Eerstvolgende next = eerstvolgende(p); next.op < tot; next = eerstvolgende(p)) {
        p.op(next.stap) = engine::never;
        leef_stap(leven, p, next.stap, next.op);
    }
}

bool is_uitgeleefd(const Leven& leven, const Persoon& p, Time nu, Time tot) {
    if (eerstvolgende(p).op < tot)
        return false;
    const double more = leven.opzet->leven.grootste_factor;
    if (more <= 1.0 || p.vertrokken)
        return true;
    engine::HazardClock sooner = p.herhaling;
    sooner.set_factor(nu, p.frailty * more);
    return sooner.due() >= tot;
}

std::size_t leeftijdsklasse(const Persoon& p, Time op) {
    std::size_t klasse = 0;
    while (klasse + 1 < aantal_leeftijden &&
           engine::add_months(p.geboren, 12 * leeftijdsgrenzen[klasse + 1]) <= op)
        ++klasse;
    return klasse;
}

bool is_meerderjarig(const Persoon& p, Time op) {
    return engine::add_months(p.geboren, 12 * meerderjarig) <= op;
}

} // namespace ketenplan::casus
