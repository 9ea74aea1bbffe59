#include "parameters/personen.hpp"

#include <array>

namespace ketenplan::parameters {

namespace {

constexpr Range ratio{0.0, 20.0};

} // namespace

void declare(Visitor& v, Herhaling& p) {
    v.quantity(optional("per_jaar",
                        "herhaalmeldingen per jaar van een gemiddelde bekende persoon die langer "
                        "dan een jaar niet is gemeld, detentiemeldingen niet meegeteld"),
               {0.0, 50.0},
               p.per_jaar);
    v.quantity(optional("binnen_90_dagen", "factor in de eerste 90 dagen na de laatste melding"),
               ratio,
               p.binnen_90_dagen);
    v.quantity(optional("binnen_1_jaar", "factor van 90 dagen tot een jaar na de laatste melding"),
               ratio,
               p.binnen_1_jaar);
    v.quantity(optional("onder_plan", "factor zolang er een plan uit een focusoverleg loopt"),
               ratio,
               p.onder_plan);
    v.quantity(
        optional("met_client", "factor daar bovenop als de cliënt aan het laatste overleg deelnam"),
        ratio,
        p.met_client);
    v.quantity(
        optional("onder_nazorg", "factor zolang nazorg loopt of nawerkt"), ratio, p.onder_nazorg);
    v.quantity(optional("plan_ingehaald",
                        "kans dat een melding over iemand met een lopende casus het plan van "
                        "aanpak inhaalt, zodat er een nieuw overleg komt"),
               {0.0, 1.0},
               p.plan_ingehaald);
}

void declare(Visitor& v, Personen& p) {
    static constexpr std::array<std::string_view, 2> beginnings{"geen", "stationair"};
    v.choice(
        optional("bekend_bij_begin",
                 "wie er bij het begin van de opwarming bekend is: niemand, of zoveel personen "
                 "als er in evenwicht zijn"),
        beginnings,
        p.bekend_bij_begin);
    v.quantity(optional("variantie",
                        "hoe ongelijk mensen zijn in hoe vaak zij terugkomen: variantie van de "
                        "persoonlijke factor (gamma, gemiddeld 1); 0: allen gelijk"),
               {0.0, 20.0},
               p.variantie);
    v.quantity(optional("variantie_recidive", "hetzelfde voor recidive"),
               {0.0, 20.0},
               p.variantie_recidive);
    v.quantity(optional("samenhang",
                        "samenhang tussen die twee factoren, van -0,95 tot 0,95 (normale copula)"),
               {-0.95, 0.95},
               p.samenhang);
    v.quantity(optional("vertrek",
                        "deel van de bekende personen dat per jaar uit de regio vertrekt of om "
                        "andere redenen uit beeld raakt"),
               {0.0, 5.0},
               p.vertrek);
    v.quantity(optional("eerste_detentie",
                        "per jaar: bekende personen die nog nooit vastzaten en worden ingesloten"),
               {0.0, 5.0},
               p.eerste_detentie);
    v.table(optional("herhaling", "hoe vaak bekende personen opnieuw worden gemeld"), p.herhaling);
}

void declare(Visitor& v, Voorraadpersoon& p) {
    v.reference({"gemeente", "gemeente van de personen"}, "gemeenten", p.gemeente);
    v.reference({"bron", "bron van hun eerste melding"}, "bronnen", p.bron);
    v.whole({"meldingen", "hoe vaak zij tot nu toe zijn gemeld"}, {1, 1000}, p.meldingen);
    v.quantity({"sinds", "tijd sinds hun laatste melding"}, {0.0, 36'500.0}, p.sinds);
    v.quantity({"bekend_sinds", "tijd sinds hun eerste melding"}, {0.0, 36'500.0}, p.bekend_sinds);
    v.flag(optional("gedetineerd", "zij zitten vast sinds hun laatste melding"), p.gedetineerd);
    v.whole({"aantal", "hoeveel zulke personen er zijn"}, {1, 100'000}, p.aantal);
}

} // namespace ketenplan::parameters
