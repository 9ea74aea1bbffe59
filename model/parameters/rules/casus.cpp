// The course of a case, and what is running at the start.

#include "parameters/rules/rules.hpp"
#include "parameters/spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace ketenplan::parameters {

namespace {

void contacts_go_forward(const Parameters& p, Problems& problems) {
    const auto check = [&](const Soort& soort, std::string_view name) {
        for (std::size_t i = 1; i < soort.reeks.size(); ++i) {
            if (days(soort.reeks[i]) <= days(soort.reeks[i - 1]))
                problems.error(fmt::format("casussoorten.{}.reeks[{}]", name, i + 1),
                               "ligt niet na het vorige contact");
        }
        if (days(soort.daarna) < 7.0)
            problems.error(fmt::format("casussoorten.{}.daarna", name),
                           "moet ten minste een week zijn");
    };
    check(p.casussoorten.focus, casussoort_namen[0]);
    check(p.casussoorten.top60, casussoort_namen[1]);
}

void case_can_close(const Parameters& p, Problems& problems) {
    const auto check = [&](const Soort& soort, std::string_view name) {
        if (soort.sluitkans_later.value() <= 0.0 && soort.sluitkans_eerste.value() < 1.0)
            problems.warning(fmt::format("casussoorten.{}.sluitkans_later", name),
                             "is 0: wie niet bij het eerste moment wordt afgesloten blijft voor "
                             "altijd, en de caseload loopt vol");
    };
    check(p.casussoorten.focus, casussoort_namen[0]);
}

void escalation_goes_somewhere(const Parameters& p, Problems& problems) {
    const Escalatieweg& naar = p.escalatie.naar;
    if (p.escalatie.deel.value() > 0.0 &&
        naar.regiekamer.value() + naar.stuurgroep.value() + naar.ad_hoc.value() <= 0.0)
        problems.error("escalatie.naar", "heeft alleen gewichten 0, maar er wordt wel opgeschaald");
}

void top60_list_has_people(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        const std::string where = fmt::format("subregios.{}.top60.gemeente", s.key);
        if (s.top60.plaatsen == 0)
            continue;
        const auto g = std::ranges::find(p.gemeenten, s.top60.gemeente, &Gemeente::key);
        if (s.top60.gemeente.empty())
            problems.error(where,
                           "ontbreekt: de lijst begint vol, dus de personen moeten ergens wonen");
        else if (g != p.gemeenten.end() && g->subregio != s.key)
            problems.error(
                where, fmt::format(R"(ligt in subregio "{}", niet in "{}")", g->subregio, s.key));
    }
}

void stock_is_used(const Parameters& p, Problems& problems) {
    if (!p.beginvoorraad.gebruiken && !p.beginvoorraad.casussen.empty())
        problems.error("beginvoorraad.casussen",
                       "zijn opgegeven, maar `gebruiken` is false",
                       "zet `gebruiken = true`, of haal de casussen weg");
    if (!p.beginvoorraad.gebruiken && !p.beginvoorraad.personen.empty())
        problems.error("beginvoorraad.personen",
                       "zijn opgegeven, maar `gebruiken` is false",
                       "zet `gebruiken = true`, of haal de personen weg");
}

void stock_fits_on_list(const Parameters& p, Problems& problems) {
    std::map<std::string, std::int64_t> on_list;
    for (const Voorraadcasus& c : p.beginvoorraad.casussen) {
        const auto g = std::ranges::find(p.gemeenten, c.gemeente, &Gemeente::key);
        if (c.soort != Casussoort::top60 || g == p.gemeenten.end())
            continue;
        const auto s = std::ranges::find(p.subregios, g->subregio, &Subregio::key);
        if (s == p.subregios.end())
            continue;
        on_list[s->key] += c.aantal;
        if (on_list[s->key] > s->top60.plaatsen)
            problems.error("beginvoorraad.casussen." + c.key,
                           fmt::format("brengt {} casussen op de Top60-lijst van subregio \"{}\", "
                                       "die {} plaatsen heeft",
                                       on_list[s->key],
                                       s->key,
                                       s->top60.plaatsen));
    }
}

constexpr std::array casus_rules{
    Rule{"contacten_lopen_op",
         "contacten volgen op elkaar, en daarna ten hoogste wekelijks",
         contacts_go_forward},
    Rule{
        "casus_kan_sluiten", "een focuscasus kan worden afgesloten (waarschuwing)", case_can_close},
    Rule{"escalatie_gaat_ergens_heen",
         "een opgeschaalde casus gaat ergens heen",
         escalation_goes_somewhere},
    Rule{"top60_heeft_personen",
         "een Top60-lijst heeft een gemeente in de eigen subregio",
         top60_list_has_people},
    Rule{
        "voorraad_wordt_gebruikt", "een opgegeven beginvoorraad wordt ook gebruikt", stock_is_used},
    Rule{"voorraad_past_op_lijst", "de beginvoorraad past op de Top60-lijst", stock_fits_on_list},
};

} // namespace

std::span<const Rule> rules_of_casus() {
    return casus_rules;
}

} // namespace ketenplan::parameters
