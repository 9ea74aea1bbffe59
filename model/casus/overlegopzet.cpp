#include "casus/overlegopzet.hpp"

#include "casus/afleiding.hpp"
#include "casus/geldend.hpp"
#include "engine/series.hpp"
#include "units/text.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::casus {

namespace {

using engine::Time;
using parameters::number_for;
using parameters::Overlegorgaan;
using parameters::Parameters;

std::uint16_t index_van(const Parameters& p, std::string_view key) {
    const auto all = alle_organen(p.overlegstructuur);
    const auto found = std::ranges::find(all, key, &Overlegorgaan::key);
    engine::ensure(found != all.end(), "a body is referred to that does not exist");
    return static_cast<std::uint16_t>(found - all.begin());
}

const Overlegorgaan* buur_van(const Parameters& p, const Overlegorgaan& orgaan) {
    return orgaan.naast.empty() ? nullptr
                                : alle_organen(p.overlegstructuur)[index_van(p, orgaan.naast)];
}

/// What a meeting asks of `personen` of an organisatie, of which `reis` and `werk` are left.
Orgaanuren
uren(const Overlegorgaan& orgaan, const parameters::KeyedNumber& o, double reis, double werk) {
    const auto minutes = [](double value) {
        return hele_seconden(60.0 * value);
    };
    return {.vergadering = minutes(o.value * orgaan.lengte.value()),
            .voorbereiding = minutes(werk * number_for(orgaan.voorbereiding, o.key, 0.0)),
            .reistijd = minutes(reis * o.value * orgaan.reistijd.value())};
}

std::vector<Deelnemer> deelnemers_van(const Parameters& p, const Overlegorgaan& orgaan) {
    const Overlegorgaan* const buur = buur_van(p, orgaan);
    std::vector<Deelnemer> all;
    for (const parameters::KeyedNumber& o : orgaan.deelnemers) {
        if (o.value <= 0.0)
            continue;
        // Who is not at the other body's table saves nothing.
        const bool both = buur != nullptr && number_for(buur->deelnemers, o.key, 0.0) > 0.0;
        const double reis = both ? 1.0 - orgaan.besparing_reistijd.value() : 1.0;
        const double werk = both ? 1.0 - orgaan.besparing_voorbereiding.value() : 1.0;
        all.push_back({.organisatie = static_cast<std::uint16_t>(index_of(p.organisaties, o.key)),
                       .naam = units::stable_hash(o.key),
                       .aanwezig = number_for(orgaan.aanwezigheid, o.key, 1.0),
                       .gewoon = uren(orgaan, o, 1.0, 1.0),
                       .naast = uren(orgaan, o, reis, werk)});
    }
    return all;
}

std::size_t quorum_van(const Overlegorgaan& orgaan, std::size_t deelnemers) {
    constexpr double rounding = 1e-9; // 60% of 5 is 3
    const double share =
        std::ceil(orgaan.quorum.value() * static_cast<double>(deelnemers) - rounding);
    return std::max(static_cast<std::size_t>(std::max(share, 0.0)),
                    static_cast<std::size_t>(orgaan.quorum_organisaties));
}

void zet_huis(const Parameters& p, const Overlegorgaan& orgaan, Orgaanopzet& o) {
    const auto& rollen = p.formatie.rollen;
    for (const parameters::KeyedNumber& rol : orgaan.huis)
        o.huis.push_back({index_of(rollen, rol.key), static_cast<std::size_t>(rol.value)});
    o.huis_zit_voor = !orgaan.voorzitter.empty();
    if (o.huis_zit_voor)
        std::ranges::stable_partition(
            o.huis, [&](const Afvaardiging& a) { return rollen[a.rol].key == orgaan.voorzitter; });
    const double left = 1.0 - orgaan.besparing_voorbereiding.value();
    for (const parameters::KeyedNumber& rol : orgaan.voorbereiding_huis) {
        if (rol.value > 0.0)
            o.voorbereiding.push_back({index_of(rollen, rol.key), rol.value, left * rol.value});
    }
}

engine::MonthlySeries
reeks(const Overlegorgaan& orgaan, engine::Seconds clock, std::vector<unsigned> months) {
    return {.months = std::move(months),
            .weekday = weekday_of(orgaan.weekdag),
            .nth = static_cast<unsigned>(orgaan.welke),
            .clock = clock};
}

} // namespace

std::vector<Orgaanopzet> organen_van(const Parameters& p) {
    std::vector<Orgaanopzet> all;
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        Orgaanopzet o;
        o.naam = units::stable_hash(orgaan->key);
        o.lengte = hele_seconden(60.0 * orgaan->lengte.value());
        o.tot = orgaan->tot ? Time{*orgaan->tot} : engine::never;
        o.deelnemers = deelnemers_van(p, *orgaan);
        o.quorum = quorum_van(*orgaan, o.deelnemers.size());
        o.prioriteit = static_cast<std::int16_t>(orgaan->voorbereiding_prioriteit);
        zet_huis(p, *orgaan, o);
        o.stil = o.quorum == 0 && o.huis.empty() && o.voorbereiding.empty();
        all.push_back(std::move(o));
    }
    for (const Routeopzet& route : routes_van(p)) {
        for (const std::uint16_t orgaan : route.organen)
            all[orgaan].stil = false;
    }
    return all;
}

std::vector<Routeopzet> routes_van(const Parameters& p) {
    std::vector<Routeopzet> all;
    for (const parameters::Besluitroute& route : p.besluitroutes) {
        Routeopzet o{.naam = units::stable_hash(route.key),
                     .organen = {},
                     .gezamenlijk = route.gezamenlijk,
                     .per_jaar = route.vragen.value()};
        for (const std::string& key : route.organen)
            o.organen.push_back(index_van(p, key));
        all.push_back(std::move(o));
    }
    return all;
}

std::vector<Bijeenkomst> bijeenkomsten_van(const Parameters& p,
                                           std::uint16_t orgaan,
                                           Time begin,
                                           Time einde,
                                           const engine::WorkCalendar& kalender) {
    const Overlegorgaan& o = *alle_organen(p.overlegstructuur)[orgaan];
    const Overlegorgaan* const buur = buur_van(p, o);
    std::vector<unsigned> own;
    std::vector<unsigned> shared;
    for (const units::Count month : o.maanden) {
        const bool both =
            buur != nullptr && std::ranges::find(buur->maanden, month) != buur->maanden.end();
        (both ? shared : own).push_back(static_cast<unsigned>(month.value()));
    }
    std::vector<Bijeenkomst> all;
    const auto add = [&](const engine::MonthlySeries& series, bool naast) {
        for (const Time moment : series.between(begin, einde, kalender)) {
            if ((o.vanaf && moment < Time{*o.vanaf}) || (o.tot && moment >= Time{*o.tot}))
                continue;
            const auto workdays = kalender.workdays_before(engine::date_of(moment)) -
                                  hele_werkdagen(o.voorbereiding_vanaf.value());
            const Time handed_out{kalender.workday(std::max<std::int64_t>(workdays, 0))};
            all.push_back({moment, std::max(begin, handed_out), orgaan, naast});
        }
    };
    add(reeks(o, o.tijd, std::move(own)), false);
    if (buur != nullptr)
        add(reeks(*buur, o.tijd, std::move(shared)), true);
    std::ranges::sort(all, {}, &Bijeenkomst::moment);
    return all;
}

} // namespace ketenplan::casus
