// Persons who come back, nazorg, and recidive.

#include "parameters/rules/rules.hpp"
#include "parameters/spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ketenplan::parameters {

namespace {

bool somebody_returns(const Parameters& p) {
    return p.personen.herhaling.per_jaar.value() > 0.0 ||
           p.personen.eerste_detentie.value() > 0.0 ||
           p.recidive.detentie_zonder_delict.value() > 0.0 || !p.recidive.vervolg.empty();
}

void known_persons_are_there(const Parameters& p, Problems& problems) {
    const bool given = !p.beginvoorraad.personen.empty();
    if (!somebody_returns(p) || given)
        return;
    if (p.personen.vertrek.value() <= 0.0) {
        problems.error("personen.vertrek",
                       "is 0 terwijl mensen terugkomen: het aantal bekende personen groeit dan "
                       "altijd door en er is geen evenwicht om mee te beginnen",
                       "geef een vertrek per jaar, of de bekende personen in "
                       "[beginvoorraad.personen]");
        return;
    }
    constexpr double least = 0.01; // somebody then stays known for a lifetime
    if (p.personen.bekend_bij_begin == Bekenden::stationair && p.personen.vertrek.value() < least) {
        problems.error("personen.vertrek",
                       "is kleiner dan 0,01: iemand blijft dan gemiddeld langer dan honderd jaar "
                       "bekend, en zoveel bekenden zou het huis bij het begin hebben",
                       "geef een vertrek van 0,01 of meer per jaar");
        return;
    }
    const double needed = 3.0 / p.personen.vertrek.value();
    if (p.personen.bekend_bij_begin == Bekenden::geen && years(p.looptijd.opwarming) < needed)
        problems.warning("personen.bekend_bij_begin",
                         fmt::format("is \"geen\": pas na {:.0f} jaar opwarming (3 gedeeld door "
                                     "`vertrek`) zijn er genoeg bekende personen",
                                     needed),
                         "neem \"stationair\"");
}

void repeats_have_a_bron(const Parameters& p, Problems& problems) {
    if (p.personen.herhaling.per_jaar.value() <= 0.0)
        return;
    const bool found = std::ranges::any_of(p.bronnen, [](const Bron& b) {
        return !b.detentiemelding && b.herhaalgewicht.value_or(b.gewicht).value() > 0.0;
    });
    if (!found)
        problems.error("personen.herhaling.per_jaar",
                       "is groter dan 0, maar geen bron doet herhaalmeldingen",
                       "geef een bron zonder `detentiemelding` een `gewicht` of `herhaalgewicht`");
}

void follow_up_goes_forward(const Parameters& p, Problems& problems) {
    const auto& v = p.recidive.vervolg;
    for (std::size_t i = 1; i < v.size(); ++i) {
        if (v[i].na <= v[i - 1].na)
            problems.error(fmt::format("recidive.vervolg[{}].na", i + 1),
                           "ligt niet na de vorige vervolgmeting");
        if (v[i].aandeel < v[i - 1].aandeel)
            problems.error(fmt::format("recidive.vervolg[{}].aandeel", i + 1),
                           "is lager dan bij de vorige vervolgmeting: wie recidiveerde blijft "
                           "meetellen");
    }
}

void two_years_are_followed(const Parameters& p, Problems& problems) {
    if (p.recidive.gepubliceerd.recidive_2j && years(p.looptijd.uitloop) < 2.0)
        problems.warning("looptijd.uitloop",
                         "is korter dan 2 jaar: `recidive_2j` van het laatste jaar is dan niet te "
                         "meten",
                         "neem \"2 jaar en 1 dag\" of langer");
}

void effect_is_in_order(const Parameters& p, Problems& problems) {
    const Nazorgeffect& e = p.nazorg.effect;
    if (e.laag95 > e.odds_ratio || e.odds_ratio > e.hoog95)
        problems.error("nazorg.effect.odds_ratio", "moet tussen `laag95` en `hoog95` liggen");
}

void nazorg_traject_has_price(const Parameters& p, Problems& problems) {
    if (p.nazorg.traject.kans.value() > 0.0 && p.nazorg.traject.prijs.value() <= 0.0)
        problems.error("nazorg.traject.prijs", "is 0, terwijl er trajecten worden aangeboden");
}

void traject_helps(const Parameters& p, Problems& problems) {
    if (p.nazorg.traject.kans.value() <= 0.0)
        return;
    for (std::size_t i = 0; i < leefgebied_namen.size(); ++i) {
        const Leefgebiedkenmerk& k = p.nazorg.leefgebieden.kenmerken[i];
        if (k.oplossen_traject < k.oplossen)
            problems.error(
                fmt::format("nazorg.leefgebieden.{}.oplossen_traject", leefgebied_namen[i]),
                "is kleiner dan `oplossen`: een traject zou het oplossen in de weg staan");
    }
}

void doorstroomhuis_is_used(const Parameters& p, Problems& problems) {
    const Doorstroomhuis& d = p.nazorg.doorstroomhuis;
    if (d.nodig.value() > 0.0 && d.plaatsen == 0)
        problems.warning("nazorg.doorstroomhuis.plaatsen",
                         "is 0: niemand wordt voor een plaats aangemeld, ook al is `nodig` groter "
                         "dan 0");
}

void thematafel_fits(const Parameters& p, Problems& problems) {
    for (const Subregio& s : p.subregios) {
        const auto& t = s.thematafel;
        const double end = static_cast<double>(t.tijd.count()) + t.agenda.value() * 60.0;
        if (end > static_cast<double>(engine::seconds_per_day.count()))
            problems.error(fmt::format("subregios.{}.thematafel.agenda", s.key),
                           "loopt door tot na middernacht");
        if (t.verschuiving_weken >= t.elke_weken)
            problems.error(fmt::format("subregios.{}.thematafel.verschuiving_weken", s.key),
                           fmt::format("is {}, maar moet kleiner zijn dan `elke_weken` ({})",
                                       t.verschuiving_weken,
                                       t.elke_weken));
    }
}

void known_history_is_possible(const Parameters& p, Problems& problems) {
    for (const Voorraadpersoon& v : p.beginvoorraad.personen) {
        const std::string where = "beginvoorraad.personen." + v.key;
        if (v.sinds > v.bekend_sinds)
            problems.error(
                where + ".bekend_sinds",
                "is korter dan `sinds`: de eerste melding kan niet na de laatste liggen");
        if (v.meldingen == 1 && v.sinds < v.bekend_sinds)
            problems.error(where + ".bekend_sinds",
                           "is langer dan `sinds`, maar er was maar één melding");
    }
}

constexpr std::array person_rules{
    Rule{"bekenden_zijn_er",
         "wie terugkomt vertrekt ook eens, of de bekende personen zijn opgegeven",
         known_persons_are_there},
    Rule{"herhaling_heeft_bron", "herhaalmeldingen hebben een bron", repeats_have_a_bron},
    Rule{"vervolg_loopt_op", "vervolgmetingen lopen op", follow_up_goes_forward},
    Rule{"twee_jaar_gevolgd",
         "recidive binnen 2 jaar vergt 2 jaar uitloop (waarschuwing)",
         two_years_are_followed},
    Rule{"effect_in_volgorde", "het effect van nazorg ligt in zijn interval", effect_is_in_order},
    Rule{"nazorgtraject_heeft_prijs", "nazorgtrajecten hebben een prijs", nazorg_traject_has_price},
    Rule{"traject_helpt", "een traject lost niet minder op dan geen traject", traject_helps},
    Rule{"doorstroomhuis_bestaat",
         "wie een plaats nodig heeft, kan er een krijgen (waarschuwing)",
         doorstroomhuis_is_used},
    Rule{"thematafel_past", "een thematafel past in de dag en in zijn ritme", thematafel_fits},
    Rule{"voorgeschiedenis_kan",
         "de eerste melding van een bekende persoon ligt niet na de laatste",
         known_history_is_possible},
};

} // namespace

std::span<const Rule> rules_of_personen() {
    return person_rules;
}

} // namespace ketenplan::parameters
