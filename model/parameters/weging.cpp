#include "parameters/weging.hpp"

namespace ketenplan::parameters {

void declare(Visitor& v, Detentie& p) {
    v.spread({"vertraging_melding", "tijd van insluiting tot detentiemelding"},
             {0.0, 365.0},
             p.vertraging_melding);
    v.spread({"duur", "duur van een detentie"}, {0.0, 15'000.0}, p.duur);
}

void declare(Visitor& v, Intake& p) {
    v.spread({"informatieverzoek",
              "tijd tot de antwoorden van gemeenten en partners binnen zijn, afgerond op hele "
              "werkdagen"},
             {0.0, 250.0},
             p.informatieverzoek);
}

void declare(Visitor& v, Weging& p) {
    v.quantity({"sluitingstermijn",
                "hoe lang voor de briefing een melding gereed moet zijn om op de agenda te komen"},
               {0.0, 60.0},
               p.sluitingstermijn);
    v.spread({"minuten", "bespreektijd van een melding in de briefing"}, {0.0, 480.0}, p.minuten);
    v.quantity(
        {"terugkomst", "kans dat een uitgestelde beslissing op een latere briefing terugkomt"},
        {0.0, 1.0},
        p.terugkomst);
    v.spread({"terugkomst_na",
              "tijd tot een uitgestelde beslissing weer gereed is, afgerond op hele werkdagen"},
             {0.0, 250.0},
             p.terugkomst_na);
}

void declare(Visitor& v, Besluittabel& p) {
    constexpr std::array<std::string_view, besluit_namen.size()> meanings{
        "gewicht van het besluit: focusoverleg",
        "gewicht van het besluit: Top60; zonder Top60-lijst in de subregio wordt het focus",
        "gewicht van het besluit: nazorg; zonder lopende of recente detentie wordt het bilateraal",
        "gewicht van het besluit: bilateraal afhandelen",
        "gewicht van het besluit: vrijwillig traject",
        "gewicht van het besluit: opschalen naar de Regiekamer",
        "gewicht van geen vervolg: belegd bij een partner",
        "gewicht van geen vervolg: beslissing uitgesteld",
        "gewicht van geen vervolg: de informatiedeling was genoeg",
        "gewicht van geen vervolg: past niet in het Veiligheidshuis"};
    static constexpr std::array<std::string_view, 1 + leeftijdsklassen.size()> ages{
        "alle", leeftijdsklassen[0], leeftijdsklassen[1], leeftijdsklassen[2]};
    v.reference({"voor_bron", "bron waarvoor deze tabel geldt"}, "bronnen", p.voor_bron);
    v.reference(optional("voor_gemeente", "geldt alleen voor deze gemeente; leeg: alle"),
                "gemeenten",
                p.voor_gemeente);
    v.choice(
        optional("voor_leeftijd", "geldt alleen voor deze leeftijdsklasse"), ages, p.voor_leeftijd);
    for (std::size_t i = 0; i < besluit_namen.size(); ++i)
        v.quantity(optional(besluit_namen[i], meanings[i]), {0.0, 1e6}, p.gewichten[i]);
}

void declare(Visitor& v, VrijwilligTraject& p) {
    v.quantity(optional("prijs", "prijs van een vrijwillig traject"), {0.0, 1e6}, p.prijs);
    v.quantity(optional("budget",
                        "bedrag per kalenderjaar voor vrijwillige trajecten; wat er niet meer in "
                        "past wordt geweigerd"),
               {0.0, 1e8},
               p.budget);
}

} // namespace ketenplan::parameters
