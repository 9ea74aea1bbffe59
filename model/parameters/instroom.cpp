#include "parameters/instroom.hpp"

namespace ketenplan::parameters {

void declare(Visitor& v, Leeftijden& p) {
    constexpr std::array<std::string_view, leeftijdsklassen.size()> meanings{
        "gewicht van personen jonger dan 18 jaar",
        "gewicht van personen van 18 tot 23 jaar",
        "gewicht van personen van 23 jaar en ouder"};
    for (std::size_t i = 0; i < leeftijdsklassen.size(); ++i)
        v.quantity(optional(leeftijdsklassen[i], meanings[i]), {0.0, 1e6}, p.gewichten[i]);
}

void declare(Visitor& v, Bron& p) {
    v.quantity(optional("gewicht",
                        "aandeel van deze bron in de instroom van een gemeente, in verhouding tot "
                        "de andere bronnen; geldt niet waar `instroom_per_bron` is gegeven"),
               {0.0, 1e6},
               p.gewicht);
    v.quantity(
        optional("herhaalgewicht",
                 "aandeel van deze bron in de herhaalmeldingen; zonder opgave het `gewicht`. "
                 "Detentiemeldingen volgen op detenties en doen hier niet mee"),
        {0.0, 1e6},
        p.herhaalgewicht);
    v.flag(optional("detentiemelding",
                    "meldingen van deze bron zijn detentiemeldingen (dji): zij volgen op een "
                    "insluiting"),
           p.detentiemelding);
    v.quantity(
        optional("urgent", "kans dat een melding bij de briefing voorgaat"), {0.0, 1.0}, p.urgent);
    v.quantity({"vrouw", "kans dat een gemelde persoon een vrouw is"}, {0.0, 1.0}, p.vrouw);
    v.table({"leeftijd", "leeftijdsklassen van gemelde personen, als onderlinge gewichten"},
            p.leeftijd);
    v.quantities(optional("maandfactoren",
                          "instroom per maand ten opzichte van het gemiddelde, januari eerst"),
                 {0.0, 100.0},
                 {12, 12},
                 p.maandfactoren);
    v.quantities(optional("weekdagfactoren",
                          "instroom per weekdag ten opzichte van het gemiddelde, maandag eerst"),
                 {0.0, 100.0},
                 {7, 7},
                 p.weekdagfactoren);
}

void declare(Visitor& v, Interventie& p) {
    v.references(
        optional("bronnen", "bronnen waarop dit werkt; leeg: alle"), "bronnen", {0, 50}, p.bronnen);
    v.quantity(
        {"factor", "vermenigvuldigt de instroom van nieuwe personen"}, {0.0, 10.0}, p.factor);
    v.flag(optional("ook_herhaling", "de factor geldt ook voor herhaalmeldingen van deze bronnen"),
           p.ook_herhaling);
    v.date({"vanaf", "eerste dag waarop dit werkt"}, p.vanaf);
    v.date(optional("tot", "eerste dag waarop dit niet meer werkt; leeg: tot het einde"), p.tot);
}

void declare(Visitor& v, Instroom& p) {
    v.quantity(optional("groei",
                        "jaarlijkse groei van de instroom, per vol jaar na `start`; in de "
                        "opwarming is er geen groei"),
               {-0.5, 1.0},
               p.groei);
    v.keyed(optional("interventies", "gedateerde veranderingen van de instroom"),
            {0, 50},
            p.interventies);
}

} // namespace ketenplan::parameters
