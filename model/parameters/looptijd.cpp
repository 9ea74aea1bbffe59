#include "parameters/looptijd.hpp"

namespace ketenplan::parameters {

void declare(Visitor& v, Looptijd& p) {
    v.date({"start", "eerste dag waarover wordt gemeten"}, p.start);
    v.date({"einde", "dag na de laatste dag waarover wordt gemeten"}, p.einde);
    v.span_of_time({"opwarming",
                    "tijd vóór `start` waarin het huis volloopt en nog niet wordt gemeten; zonder "
                    "beginvoorraad ten minste 2 jaar"},
                   {.months = 240},
                   p.opwarming);
    v.span_of_time(optional("uitloop",
                            "tijd na `einde` waarin het huis doorloopt om personen te volgen; voor "
                            "recidive binnen 2 jaar is 2 jaar nodig"),
                   {.months = 120},
                   p.uitloop);
}

void declare(Visitor& v, Vakantie& p) {
    v.month_day({"van", "eerste dag van de vakantieperiode, elk jaar"}, p.van);
    v.month_day({"tot", "laatste dag van de vakantieperiode; mag in het volgende jaar vallen"},
                p.tot);
    v.quantity(optional("medewerkers",
                        "factor op de productiviteit van medewerkers, voor taken die in deze "
                        "periode ontstaan"),
               {0.05, 1.0},
               p.medewerkers);
    v.quantity(optional("partners",
                        "factor op de snelheid van partners: een antwoord- of planningstermijn die "
                        "in deze periode ingaat wordt erdoor gedeeld"),
               {0.05, 1.0},
               p.partners);
}

void declare(Visitor& v, Kalender& p) {
    v.flag(optional("goede_vrijdag", "Goede Vrijdag is een vrije dag"), p.goede_vrijdag);
    v.flag(optional("bevrijdingsdag", "5 mei is elk jaar een vrije dag"), p.bevrijdingsdag);
    v.keyed(optional("vakanties", "perioden met minder tijd voor het werk"), {0, 20}, p.vakanties);
}

void declare(Visitor& v, Normen& p) {
    v.quantity({"weging_binnen", "norm: tijd van melding tot laatste besluit van de weging"},
               {1.0, 365.0},
               p.weging_binnen);
    v.quantity({"overleg_binnen", "norm: tijd van besluit focus of top60 tot het casusoverleg"},
               {1.0, 730.0},
               p.overleg_binnen);
}

} // namespace ketenplan::parameters
