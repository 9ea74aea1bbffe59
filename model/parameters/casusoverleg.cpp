#include "parameters/casusoverleg.hpp"

namespace ketenplan::parameters {

namespace {

constexpr Range chance{0.0, 1.0};

} // namespace

void declare(Visitor& v, Casusoverleg& p) {
    v.spread({"planningstermijn",
              "tijd die partners ten minste nodig hebben tussen uitnodiging en overleg, afgerond "
              "op hele werkdagen"},
             {0.0, 250.0},
             p.planningstermijn);
    v.quantity({"quorum_mist", "kans dat een overleg niet doorgaat omdat partners ontbreken"},
               {0.0, 0.95},
               p.quorum_mist);
    v.quantity(optional("herboeken_na", "werkdagen tussen een mislukt overleg en het volgende"),
               {0.0, 100.0},
               p.herboeken_na);
    v.quantity({"client_aan_tafel", "kans dat de cliënt aan het overleg deelneemt"},
               chance,
               p.client_aan_tafel);
    v.spread({"client_minuten", "extra werk aan het verslag als de cliënt deelneemt"},
             {0.0, 1000.0},
             p.client_minuten);
}

void declare(Visitor& v, Casusgewichten& p) {
    constexpr Range weight{0.0, 10.0};
    v.quantity({"voorbereiding", "gewicht in de caseload tot het overleg is gehouden"},
               weight,
               p.voorbereiding);
    v.quantity({"monitoring", "gewicht in de caseload na het overleg"}, weight, p.monitoring);
    v.quantity(
        {"geescaleerd", "gewicht in de caseload tijdens een escalatie"}, weight, p.geescaleerd);
}

void declare(Visitor& v, Resultaten& p) {
    constexpr std::array<std::string_view, resultaat_namen.size()> meanings{
        "kans dat bij afsluiting van procedures is afgeweken of een doorbraak is geforceerd",
        "kans dat bij afsluiting alle partijen samenwerken",
        "kans dat bij afsluiting voortgang is geboekt",
        "kans dat bij afsluiting de casus beheersbaar is gemaakt",
        "kans dat bij afsluiting de casushouder verder kan"};
    for (std::size_t i = 0; i < resultaat_namen.size(); ++i)
        v.quantity({resultaat_namen[i], meanings[i]}, chance, p.kansen[i]);
}

void declare(Visitor& v, Soort& p) {
    v.whole({"prioriteit", "volgorde bij het wachten op een procesregisseur: laag gaat voor"},
            {0, 100},
            p.prioriteit);
    v.quantity({"caseload_norm", "hoogste gewogen caseload van deze soort per fte"},
               {0.1, 1000.0},
               p.caseload_norm);
    v.table({"gewichten", "hoe zwaar een casus in de caseload telt, per fase"}, p.gewichten);
    v.spans_of_time(
        {"reeks", "contacten met de casushouder, geteld vanaf het overleg"}, {1, 50}, p.reeks);
    v.span_of_time({"daarna", "tijd tussen contacten na de reeks"}, {.months = 60}, p.daarna);
    v.span_of_time({"sluiten_vanaf", "vanaf welk contact de casus kan worden afgesloten"},
                   {.months = 120},
                   p.sluiten_vanaf);
    v.quantity({"sluitkans_eerste", "kans op afsluiting bij het eerste contact waarbij dat kan"},
               chance,
               p.sluitkans_eerste);
    v.quantity(
        {"sluitkans_later", "kans op afsluiting bij elk later contact"}, chance, p.sluitkans_later);
    v.quantity({"stagnatie", "kans per contact dat de voortgang stagneert, als het op tijd is"},
               chance,
               p.stagnatie);
    v.quantity({"per_week_te_laat", "wat elke week na de termijn bij de kans op stagnatie komt"},
               chance,
               p.per_week_te_laat);
    v.table({"resultaten", "resultaten die bij afsluiting worden gescoord"}, p.resultaten);
}

void declare(Visitor& v, Soorten& p) {
    v.table({"focus", "casussen voor het focusoverleg"}, p.focus);
    v.table({"top60", "casussen van de Top60-aanpak"}, p.top60);
}

void declare(Visitor& v, Escalatieweg& p) {
    constexpr Range weight{0.0, 1e6};
    v.quantity(
        optional("regiekamer", "gewicht: naar de eerstvolgende Regiekamer"), weight, p.regiekamer);
    v.quantity(
        optional("stuurgroep", "gewicht: naar de eerstvolgende Stuurgroep"), weight, p.stuurgroep);
    v.quantity(optional("ad_hoc", "gewicht: rechtstreeks naar een manager of bestuurder"),
               weight,
               p.ad_hoc);
}

void declare(Visitor& v, Escalatie& p) {
    v.quantity({"deel",
                "deel van de gestagneerde casussen dat wordt opgeschaald; de rest krijgt "
                "een nieuw overleg (heragendering)"},
               chance,
               p.deel);
    v.table({"naar", "waarheen wordt opgeschaald, als onderlinge gewichten"}, p.naar);
    v.spread({"ad_hoc_duur",
              "tijd tot een besluit bij opschaling buiten de vergaderingen om, "
              "afgerond op hele werkdagen"},
             {0.0, 250.0},
             p.ad_hoc_duur);
}

void declare(Visitor& v, Voorraadcasus& p) {
    static constexpr std::array<std::string_view, 3> phases{"wacht", "voorbereiding", "monitoring"};
    v.choice({"soort", "soort casus"}, casussoort_namen, p.soort);
    v.reference({"gemeente", "gemeente van de personen"}, "gemeenten", p.gemeente);
    v.choice({"fase", "wachtend op een procesregisseur, in voorbereiding, of in monitoring"},
             phases,
             p.fase);
    v.quantity({"leeftijd", "tijd sinds het begin van de fase; in monitoring sinds het overleg"},
               {0.0, 36'500.0},
               p.leeftijd);
    v.whole({"aantal", "hoeveel van zulke casussen er lopen"}, {1, 10'000}, p.aantal);
}

void declare(Visitor& v, Beginvoorraad& p) {
    v.flag(
        optional("gebruiken",
                 "de simulatie begint met de casussen hieronder, en met niets anders; zo niet, dan "
                 "loopt het huis in de opwarming vol"),
        p.gebruiken);
    v.keyed(optional("casussen", "lopende casussen bij het begin van de simulatie"),
            {0, 1000},
            p.casussen);
    v.keyed(optional("personen",
                     "bekende personen bij het begin van de simulatie, in plaats van "
                     "`personen.bekend_bij_begin`"),
            {0, 1000},
            p.personen);
}

} // namespace ketenplan::parameters
