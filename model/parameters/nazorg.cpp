#include "parameters/nazorg.hpp"

namespace ketenplan::parameters {

namespace {

constexpr Range nazorg_chance{0.0, 1.0};

} // namespace

void declare(Visitor& v, Leefgebiedkenmerk& p) {
    v.quantity(optional("knelpunt", "kans dat er bij insluiting een knelpunt is"),
               nazorg_chance,
               p.knelpunt);
    v.quantity(optional("recidive",
                        "verhouding van het recidivegevaar met en zonder dit knelpunt; 1: geen "
                        "verschil"),
               {0.1, 10.0},
               p.recidive);
    v.quantity(optional("oplossen", "kans dat een bespreking het knelpunt oplost"),
               nazorg_chance,
               p.oplossen);
    v.quantity(optional("oplossen_traject", "dezelfde kans voor wie een traject volgt"),
               nazorg_chance,
               p.oplossen_traject);
}

void declare(Visitor& v, Leefgebieden& p) {
    constexpr std::array<std::string_view, leefgebied_namen.size()> meanings{
        "geen geldig identiteitsbewijs",
        "geen huisvesting na vrijlating",
        "geen inkomen of werk",
        "problematische schulden",
        "zorg die nodig is en niet is geregeld"};
    for (std::size_t i = 0; i < leefgebied_namen.size(); ++i)
        v.table(optional(leefgebied_namen[i], meanings[i]), p.kenmerken[i]);
}

void declare(Visitor& v, Nazorgtraject& p) {
    v.quantity(optional("kans", "kans dat bij de eerste bespreking een traject wordt aangeboden"),
               nazorg_chance,
               p.kans);
    v.quantity(optional("toestemming", "kans dat de cliënt het aanbod aanneemt"),
               nazorg_chance,
               p.toestemming);
    v.quantity(optional("prijs", "prijs van een traject"), {0.0, 1e6}, p.prijs);
    v.quantity(optional("budget",
                        "bedrag per kalenderjaar voor trajecten; wat er niet meer in past wordt "
                        "geweigerd"),
               {0.0, 1e8},
               p.budget);
}

void declare(Visitor& v, Doorstroomhuis& p) {
    v.whole(optional("plaatsen", "plaatsen in doorstroomhuizen; 0: er zijn er geen"),
            {0, 10'000},
            p.plaatsen);
    v.quantity(optional("nodig",
                        "kans dat een cliënt zonder huisvesting bij de eerste bespreking voor een "
                        "plaats wordt aangemeld"),
               nazorg_chance,
               p.nodig);
    v.spread(optional("verblijf", "hoe lang iemand blijft"), {0.0, 3650.0}, p.verblijf);
}

void declare(Visitor& v, Nazorgeffect& p) {
    constexpr Range odds{0.05, 20.0};
    v.quantity(optional("odds_ratio",
                        "odds ratio van nazorg op recidive binnen 2 jaar bij wie haar vanaf "
                        "vrijlating de hele `termijn` en `effectduur` heeft: de mediaan van wat "
                        "studies vinden; 1: geen effect"),
               odds,
               p.odds_ratio);
    v.quantity(optional("laag95", "ondergrens van het 95%-interval daarvan"), odds, p.laag95);
    v.quantity(optional("hoog95", "bovengrens van het 95%-interval daarvan"), odds, p.hoog95);
}

void declare(Visitor& v, Nazorg& p) {
    v.span_of_time({"termijn",
                    "hoe lang na vrijlating nazorg nog kan beginnen, en hoe lang na de laatste "
                    "vrijlating zij duurt"},
                   {.months = 60},
                   p.termijn);
    v.quantity(optional("intensiteit",
                        "1: elk besluit nazorg wordt een nazorgzaak; 0,5: de helft; 0: geen; boven "
                        "1: ook andere detentiemeldingen, in verhouding"),
               {0.0, 10.0},
               p.intensiteit);
    v.quantity(optional("aanvaarding", "kans dat de cliënt na het gesprek meedoet"),
               nazorg_chance,
               p.aanvaarding);
    v.spread(optional("bespreking", "duur van een bespreking aan de thematafel"),
             {0.0, 480.0},
             p.bespreking);
    v.quantity(optional("terugkomtermijn", "tijd tot een zaak weer op de thematafel komt"),
               {1.0, 365.0},
               p.terugkomtermijn);
    v.quantity(optional("gewicht", "hoe zwaar een nazorgzaak in de caseload telt"),
               {0.0, 10.0},
               p.gewicht);
    v.span_of_time(optional("effectduur", "hoe lang nazorg na afloop nog doorwerkt op recidive"),
                   {.months = 120},
                   p.effectduur);
    v.quantity(optional("natuurlijk_verloop",
                        "per jaar: knelpunten die vanzelf verdwijnen, per open knelpunt; waar een "
                        "knelpunt recidive verhoogt wordt die dan lager: ijk `schaal` opnieuw "
                        "(`ketenplan kalibreer`)"),
               {0.0, 50.0},
               p.natuurlijk_verloop);
    v.table(optional("effect", "wat nazorg met recidive doet, volgens studies"), p.effect);
    v.table(optional("leefgebieden", "knelpunten op de vijf leefgebieden"), p.leefgebieden);
    v.table(optional("traject", "trajecten uit een jaarlijks budget"), p.traject);
    v.table(optional("doorstroomhuis", "tijdelijke huisvesting"), p.doorstroomhuis);
}

} // namespace ketenplan::parameters
