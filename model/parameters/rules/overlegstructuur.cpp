// Bodies above the case, and the routes of decisions along them.

#include "parameters/rules/rules.hpp"
#include "units/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace ketenplan::parameters {

namespace {

std::string where(const Overlegorgaan& orgaan) {
    const bool fixed = std::ranges::find(vaste_organen, orgaan.key) != vaste_organen.end();
    return fmt::format("overlegstructuur.{}{}", fixed ? "" : "organen.", orgaan.key);
}

const Overlegorgaan* find_orgaan(const Parameters& p, std::string_view key) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        if (orgaan->key == key)
            return orgaan;
    }
    return nullptr;
}

engine::Seconds end_of(const Overlegorgaan& orgaan) {
    constexpr double most = 1e6; // a value out of range is reported elsewhere
    return orgaan.tijd + engine::Seconds{static_cast<std::int64_t>(
                             std::ceil(std::clamp(orgaan.lengte.value(), 0.0, most) * 60.0))};
}

bool lists(const std::vector<KeyedNumber>& values, std::string_view key) {
    return number_for(values, key, 0.0) > 0.0;
}

void months_are_listed_once(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        std::set<double> seen;
        for (const units::Count month : orgaan->maanden) {
            if (!seen.insert(month.value()).second)
                problems.error(where(*orgaan) + ".maanden",
                               fmt::format("noemt maand {} twee keer", month.value()));
        }
    }
}

void names_are_free(const Parameters& p, Problems& problems) {
    std::map<std::uint32_t, std::string> seen;
    const auto check = [&](const std::string& path, const std::string& key) {
        const auto [place, is_new] = seen.try_emplace(units::stable_hash(key), key);
        if (!is_new)
            problems.error(path,
                           fmt::format("heet hetzelfde als \"{}\", of heeft toevallig hetzelfde "
                                       "controlegetal",
                                       place->second),
                           "kies een andere naam");
    };
    for (const std::string_view key : vaste_organen)
        check("overlegstructuur", std::string(key));
    for (const Overlegorgaan& orgaan : p.overlegstructuur.organen)
        check("overlegstructuur.organen." + orgaan.key, orgaan.key);
    seen.clear();
    for (const Besluitroute& route : p.besluitroutes)
        check("besluitroutes." + route.key, route.key);
}

void period_has_length(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        if (orgaan->vanaf && orgaan->tot && *orgaan->tot <= *orgaan->vanaf)
            problems.error(where(*orgaan) + ".tot", "ligt niet na `vanaf`");
    }
}

void meeting_fits_in_day(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        if (end_of(*orgaan) > engine::seconds_per_day)
            problems.error(where(*orgaan) + ".lengte", "loopt door tot na middernacht");
    }
}

void partners_take_part(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        const auto check = [&](const std::vector<KeyedNumber>& values, std::string_view name) {
            for (const KeyedNumber& value : values) {
                if (!lists(orgaan->deelnemers, value.key))
                    problems.error(fmt::format("{}.{}.{}", where(*orgaan), name, value.key),
                                   "hoort bij een organisatie die niet in `deelnemers` staat");
            }
        };
        check(orgaan->aanwezigheid, "aanwezigheid");
        check(orgaan->voorbereiding, "voorbereiding");
    }
}

void quorum_can_be_met(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        const auto present = std::ranges::count_if(orgaan->deelnemers, [&](const KeyedNumber& o) {
            return o.value > 0.0 && number_for(orgaan->aanwezigheid, o.key, 1.0) > 0.0;
        });
        const auto all = std::ranges::count_if(orgaan->deelnemers,
                                               [](const KeyedNumber& o) { return o.value > 0.0; });
        const bool share =
            orgaan->quorum.value() > 0.0 &&
            static_cast<double>(present) < orgaan->quorum.value() * static_cast<double>(all) - 1e-9;
        const bool none = orgaan->quorum.value() > 0.0 && all == 0;
        if (share || none || orgaan->quorum_organisaties > present)
            problems.error(
                where(*orgaan) + (share || none ? ".quorum" : ".quorum_organisaties"),
                fmt::format("wordt nooit gehaald: er komen ten hoogste {} organisaties", present),
                "geef `deelnemers`, of verlaag het quorum");
    }
}

void chair_sits_at_the_table(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        if (!orgaan->voorzitter.empty() && !lists(orgaan->huis, orgaan->voorzitter))
            problems.error(where(*orgaan) + ".voorzitter",
                           "is een rol die niet aan tafel zit",
                           fmt::format("geef `huis = {{ {} = 1 }}`", orgaan->voorzitter));
    }
}

void neighbours_fit(const Parameters& p, Problems& problems) {
    for (const Overlegorgaan* orgaan : alle_organen(p.overlegstructuur)) {
        const Overlegorgaan* other = find_orgaan(p, orgaan->naast);
        if (other == nullptr)
            continue; // none, or reported where it is written
        const auto complain = [&](const std::string& what, const std::string& suggestion) {
            problems.error(where(*orgaan) + ".naast", what, suggestion);
        };
        if (!other->naast.empty())
            complain(fmt::format("is \"{}\", dat zelf naast een ander orgaan wordt gehouden",
                                 other->key),
                     "noem dat andere orgaan");
        else if (other->vanaf || other->tot)
            complain(fmt::format("is \"{}\", dat maar een tijd bestaat", other->key),
                     "noem een orgaan zonder `vanaf` en `tot`");
        else if (std::ranges::none_of(orgaan->maanden, [&](units::Count month) {
                     return std::ranges::find(other->maanden, month) != other->maanden.end();
                 }))
            complain(fmt::format("is \"{}\", maar geen maand is van beide", other->key),
                     "geef dezelfde maanden");
        else if (orgaan->tijd < end_of(*other) && other->tijd < end_of(*orgaan))
            complain(fmt::format("is \"{}\", dat op diezelfde tijd bijeenkomt", other->key),
                     "kies een `tijd` ervoor of erna");
    }
}

void route_names_once(const Parameters& p, Problems& problems) {
    for (const Besluitroute& route : p.besluitroutes) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < route.organen.size(); ++i) {
            if (!seen.insert(route.organen[i]).second)
                problems.error(fmt::format("besluitroutes.{}.organen[{}]", route.key, i + 1),
                               fmt::format("noemt \"{}\" een tweede keer", route.organen[i]));
        }
    }
}

constexpr std::array overleg_rules{
    Rule{"maanden_eenmaal", "een orgaan noemt elke maand één keer", months_are_listed_once},
    Rule{"organen_trekken_apart",
         "organen en besluitroutes hebben eigen namen en controlegetallen",
         names_are_free},
    Rule{"orgaan_heeft_lengte", "een orgaan bestaat ten minste een dag", period_has_length},
    Rule{
        "bijeenkomst_past_in_dag", "een bijeenkomst eindigt voor middernacht", meeting_fits_in_day},
    Rule{"orgaan_kent_deelnemers",
         "aanwezigheid en voorbereiding zijn van organisaties die deelnemen",
         partners_take_part},
    Rule{"quorum_is_haalbaar", "een quorum kan worden gehaald", quorum_can_be_met},
    Rule{"voorzitter_zit_aan_tafel", "de rol die voorzit staat in `huis`", chair_sits_at_the_table},
    Rule{"naast_past",
         "een orgaan dat naast een ander wordt gehouden deelt er een maand mee, en niet de tijd",
         neighbours_fit},
    Rule{"route_noemt_eenmaal", "een besluitroute noemt elk orgaan één keer", route_names_once},
};

} // namespace

std::span<const Rule> rules_of_overlegstructuur() {
    return overleg_rules;
}

} // namespace ketenplan::parameters
