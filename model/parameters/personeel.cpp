#include "parameters/personeel.hpp"

namespace ketenplan::parameters {

void declare(Visitor& v, Verzuim& p) {
    v.quantity(optional("frequentie",
                        "ziekmeldingen per medewerker per jaar aan het werk; 0: geen verzuim"),
               {0.0, 20.0},
               p.frequentie);
    v.spread(optional("duur", "hoe lang een ziekmelding duurt, weekenden meegeteld"),
             {0.0, 1000.0},
             p.duur);
}

void declare(Visitor& v, Vertrek& p) {
    v.quantity(optional("vertrek",
                        "kans per medewerker per jaar aan het werk om te vertrekken; 0: niemand "
                        "vertrekt"),
               {0.0, 2.0},
               p.vertrek);
    v.spread(optional("vacature", "tijd tussen een vertrek en de eerste dag van de opvolger"),
             {0.0, 1000.0},
             p.vacature);
}

void declare(Visitor& v, Inwerken& p) {
    v.quantity(optional("duur", "hoe lang een opvolger wordt ingewerkt"), {0.0, 1000.0}, p.duur);
    v.quantity(
        optional("snelheid",
                 "tempo van een opvolger die wordt ingewerkt, als deel van het gewone tempo"),
        {0.05, 1.0},
        p.snelheid);
}

void declare(Visitor& v, Inhuur& p) {
    v.quantity(
        optional("drempel",
                 "hoe lang iemand weg moet zijn, of een plek leeg, voordat er wordt ingehuurd"),
        {0.0, 1000.0},
        p.drempel);
    v.spread(optional("vertraging", "tijd tussen de drempel en de eerste dag van de inhuur"),
             {0.0, 1000.0},
             p.vertraging);
    v.quantity(optional("uurprijs", "prijs van inhuur per roosteruur"), {0.0, 1000.0}, p.uurprijs);
    v.quantity(
        optional("budget", "bedrag per kalenderjaar voor inhuur; 0: er wordt niet ingehuurd"),
        {0.0, 1e8},
        p.budget);
}

void declare(Visitor& v, Werkdruk& p) {
    v.quantity(optional("gevoeligheid",
                        "hoeveel verzuim en vertrek toenemen, als deel van de gewone kans, per "
                        "punt werkdruk boven de drempel; 0: geen verband"),
               {0.0, 10.0},
               p.gevoeligheid);
    v.quantity(
        optional("drempel",
                 "werkdruk waaronder er geen verband is: gevraagd werk over 90 dagen gedeeld "
                 "door de roostertijd zonder afwezigheid"),
        {0.0, 10.0},
        p.drempel);
}

void declare(Visitor& v, Afwezigheid& p) {
    v.reference({"rol", "rol van de medewerker"}, "formatie.rollen", p.rol);
    v.reference(
        optional("plaats", "plaats van de medewerker, zoals in de post"), plaatsen, p.plaats);
    v.whole(optional("volgnummer",
                     "de hoeveelste medewerker van deze rol in deze plaats: posten op naam, de "
                     "grootste aanstelling eerst"),
            {1, 1000},
            p.volgnummer);
    v.date({"van", "eerste dag van afwezigheid"}, p.van);
    v.date({"tot", "dag waarop de medewerker er weer is"}, p.tot);
    v.text(optional("reden", "waarom, voor de lezer"), p.reden);
}

void declare(Visitor& v, Personeel& p) {
    v.table(optional("verzuim", "ziekte van medewerkers"), p.verzuim);
    v.table(optional("verloop", "vertrek van medewerkers"), p.verloop);
    v.table(optional("inwerken", "het begin van een opvolger"), p.inwerken);
    v.table(optional("inhuur", "tijdelijke vervanging"), p.inhuur);
    v.table(optional("werkdruk", "de terugslag van drukte op verzuim en vertrek"), p.werkdruk);
    v.quantity(optional("overdracht_na",
                        "na zoveel werkdagen afwezigheid gaan casussen en taken over naar een "
                        "collega; bij vertrek gebeurt dat meteen"),
               {0.0, 250.0},
               p.overdracht_na);
    v.quantity(optional("vast_werk_blok", "vast werk wordt gedaan in blokken van deze omvang"),
               {15.0, 480.0},
               p.vast_werk_blok);
    v.keyed(optional("afwezigheden",
                     "afwezigheid die vaststaat: wat als deze medewerker er dan "
                     "niet is?"),
            {0, 100},
            p.afwezigheden);
}

void declare(Visitor& v, VastWerk& p) {
    v.reference({"rol", "rol die dit werk doet"}, "formatie.rollen", p.rol);
    v.reference(optional("plaats",
                         "subregio waar dit werk is, of `huis`: voor wie voor het hele huis werkt, "
                         "en als die er niet is naar fte verdeeld over de plaatsen"),
                plaatsen,
                p.plaats);
    v.quantity({"uren", "werk per kalenderjaar, vóór de productiviteit"}, {0.0, 1.2e6}, p.uren);
    v.choice(optional("soort", "soort vast werk, voor het verslag"), vast_werk_soorten, p.soort);
}

void declare(Visitor& v, Rechtsvorm& p) {
    v.quantity(optional("verloop", "factor op de kans om te vertrekken"), {0.0, 5.0}, p.verloop);
    v.quantity(optional("informatieverzoek", "factor op de tijd die een informatieverzoek kost"),
               {0.0, 10.0},
               p.informatieverzoek);
}

void declare(Visitor& v, RechtsvormOvergang& p) {
    v.text(optional("naar",
                    "de rechtsvorm daarna: een van de vier bekende, of een eigen naam uit "
                    "`rechtsvormen`; leeg: geen overgang"),
           p.naar);
    v.date(optional("op", "eerste dag van de nieuwe rechtsvorm"), p.op);
}

} // namespace ketenplan::parameters
