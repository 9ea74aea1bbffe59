// Bodies above the case, what they ask of organisaties and of the house, and how long decisions
// take.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

using casus::OrgaanJaar;
using casus::Orgaanuren;
using enum Aggregation;

template <std::int64_t OrgaanJaar::* field>
double count_of(const View& v) {
    return number(v.body->*field);
}

template <engine::Seconds Orgaanuren::* field>
double partner_hours(const View& v) {
    return hours(v.body->deelnemers.*field);
}

/// Of one organisatie in all bodies together.
Orgaanuren of_organisation(const View& v) {
    Orgaanuren sum;
    for (const OrgaanJaar& body : v.year->organen)
        sum.tel_op(body.uren[v.index]);
    return sum;
}

template <engine::Seconds Orgaanuren::* field>
double organisation_hours(const View& v) {
    return hours(of_organisation(v).*field);
}

double all_hours(const Orgaanuren& uren) {
    return hours(uren.vergadering + uren.voorbereiding + uren.reistijd);
}

double open_age(const casus::Open& open) {
    return ratio(seconds(open.leeftijd) / seconds_in_day, number(open.aantal));
}

constexpr std::array overlegstructuur_table{
    per_cell(Scope::body,
             "bijeenkomsten",
             "aantal",
             "bijeenkomsten die zijn gehouden",
             sum,
             count_of<&OrgaanJaar::gehouden>),
    per_cell(Scope::body,
             "bijeenkomsten_mislukt",
             "aantal",
             "bijeenkomsten zonder quorum of zonder voorzitter",
             sum,
             count_of<&OrgaanJaar::mislukt>),
    per_cell(Scope::body,
             "bijeenkomsten_onvoorbereid",
             "aantal",
             "bijeenkomsten waarvan de voorbereiding door het huis bij het begin niet af was",
             sum,
             count_of<&OrgaanJaar::onvoorbereid>),
    per_cell(Scope::body,
             "dagen_stil",
             "dagen",
             "dagen waarop het orgaan stilstaat: sinds een tweede mislukte bijeenkomst op rij of "
             "een onvoorbereide, tot de volgende die voorbereid doorgaat",
             sum,
             [](const View& v) { return seconds(v.body->stil) / seconds_in_day; }),
    per_cell(Scope::body,
             "gestrand",
             "0 of 1",
             "het orgaan stond in dit jaar op enig moment een half jaar stil",
             share,
             [](const View& v) { return v.body->gestrand ? 1.0 : 0.0; }),
    per_cell(Scope::body,
             "uren_partners_vergadering",
             "uur",
             "persoonsuren van organisaties aan tafel",
             sum,
             partner_hours<&Orgaanuren::vergadering>),
    per_cell(Scope::body,
             "uren_partners_voorbereiding",
             "uur",
             "persoonsuren van organisaties aan voorbereiding",
             sum,
             partner_hours<&Orgaanuren::voorbereiding>),
    per_cell(Scope::body,
             "uren_partners_reistijd",
             "uur",
             "persoonsuren van organisaties onderweg",
             sum,
             partner_hours<&Orgaanuren::reistijd>),
    per_cell(Scope::body,
             "uren_huis_vergadering",
             "uur",
             "uren van medewerkers van het huis aan tafel",
             sum,
             [](const View& v) { return hours(v.body->huis_vergadering); }),
    per_cell(Scope::body,
             "uren_huis_voorbereiding",
             "uur",
             "roosteruren van het huis aan voorbereiding die af kwam",
             sum,
             [](const View& v) { return hours(v.body->huis_voorbereiding); }),
    per_cell(Scope::body,
             "opgeschaald",
             "casussen",
             "casussen die naar dit orgaan zijn opgeschaald",
             sum,
             count_of<&OrgaanJaar::opgeschaald>),
    per_cell(Scope::body,
             "besloten",
             "casussen",
             "opgeschaalde casussen waarover is besloten",
             sum,
             count_of<&OrgaanJaar::besloten>),
    per_cell(Scope::body,
             "wachttijd_besluit_gemiddeld",
             "dagen",
             "tijd van opschaling tot besluit",
             mean,
             [](const View& v) { return mean_in_days(v.body->wachttijd); }),
    per_cell(Scope::body,
             "wachtlijst_besluit_gemiddeld",
             "casussen",
             "opgeschaalde casussen die op een besluit wachten, gemiddeld over de tijd",
             time_average,
             [](const View& v) { return number(v.body->wachtrij.oppervlak) / length(v); }),
    per_run(Scope::body,
            "gestrand_in_periode",
            "0 of 1",
            "het orgaan stond op enig moment een half jaar stil; over runs: de kans daarop",
            share,
            [](const View& v) { return v.body_run->gestrand ? 1.0 : 0.0; }),
    per_run(Scope::body,
            "open_opgeschaald",
            "casussen",
            "opgeschaalde casussen waarover aan het einde niet is besloten",
            stand,
            [](const View& v) { return number(v.body_run->wachtend.aantal); }),
    per_run(Scope::body,
            "open_opgeschaald_leeftijd",
            "dagen",
            "hoe lang zij dan wachten, gemiddeld",
            mean,
            [](const View& v) { return open_age(v.body_run->wachtend); }),
    per_cell(Scope::organisation,
             "uren_overlegstructuur",
             "uur",
             "persoonsuren in organen boven de casus: vergadering, voorbereiding en reistijd",
             sum,
             [](const View& v) { return all_hours(of_organisation(v)); }),
    per_cell(Scope::organisation,
             "uren_overlegstructuur_vergadering",
             "uur",
             "daarvan aan tafel",
             sum,
             organisation_hours<&Orgaanuren::vergadering>),
    per_cell(Scope::organisation,
             "uren_overlegstructuur_voorbereiding",
             "uur",
             "daarvan aan voorbereiding",
             sum,
             organisation_hours<&Orgaanuren::voorbereiding>),
    per_cell(Scope::organisation,
             "uren_overlegstructuur_reistijd",
             "uur",
             "daarvan onderweg",
             sum,
             organisation_hours<&Orgaanuren::reistijd>),
    per_role("uren_organen_vergadering",
             "uur",
             "uren in organen boven de casus, ook buiten de eigen werktijd",
             sum,
             [](const View& v) { return hours(v.role->in_organen); }),
    per_role("uren_organen_voorbereiding",
             "uur",
             "roosteruren aan de voorbereiding van die organen die af kwam",
             sum,
             [](const View& v) { return hours(v.role->aan_voorbereiding); }),
    per_cell(Scope::route,
             "vragen",
             "aantal",
             "vragen om een besluit langs deze route",
             sum,
             [](const View& v) { return number(v.route->gesteld); }),
    per_cell(Scope::route,
             "besluiten",
             "aantal",
             "vragen waarover elk orgaan van de route heeft besloten",
             sum,
             [](const View& v) { return number(v.route->besloten); }),
    per_cell(Scope::route,
             "doorlooptijd_besluit_gemiddeld",
             "dagen",
             "tijd van vraag tot het besluit van het laatste orgaan",
             mean,
             [](const View& v) { return mean_in_days(v.route->doorlooptijd); }),
    per_run(Scope::route,
            "doorlooptijd_besluit_km",
            "dagen",
            "tijd van vraag tot besluit, open vragen meegeteld (Kaplan-Meier); langer dan de "
            "gemeten periode telt als die periode",
            mean,
            [](const View& v) {
                const auto& survival = v.route_run->doorlooptijd;
                return survival.ended() + survival.censored() == 0
                           ? nothing
                           : survival.restricted_mean(v.opzet->einde - v.opzet->start) /
                                 seconds_in_day;
            }),
    per_run(Scope::route,
            "open_vragen",
            "aantal",
            "vragen zonder besluit aan het einde",
            stand,
            [](const View& v) { return number(v.route_run->open.aantal); }),
    per_run(Scope::route,
            "open_vragen_leeftijd",
            "dagen",
            "hoe lang zij dan open staan, gemiddeld",
            mean,
            [](const View& v) { return open_age(v.route_run->open); }),
};

} // namespace

std::span<const Measure> measures_of_overlegstructuur() {
    return overlegstructuur_table;
}

} // namespace ketenplan::analysis
