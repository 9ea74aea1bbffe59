#include "parameters/recidive.hpp"

namespace ketenplan::parameters {

void declare(Visitor& v, Vervolgmeting& p) {
    v.quantity({"na", "tijd na vrijlating"}, {1.0, 10'000.0}, p.na);
    v.quantity(
        {"aandeel", "deel dat binnen die tijd een nieuw delict pleegt"}, {0.0, 0.99}, p.aandeel);
}

void declare(Visitor& v, Gepubliceerd& p) {
    v.quantity(optional("recidive_2j",
                        "gepubliceerd deel met recidive binnen 2 jaar, van alle personen die in "
                        "een jaar vrijkomen; `kalibreer` stelt `schaal` hierop in"),
               {0.001, 0.99},
               p.recidive_2j);
    v.quantity(optional("heruitstroom",
                        "gepubliceerde extra vrijlatingen per persoon in hetzelfde jaar; hierop "
                        "wordt niets ingesteld"),
               {0.001, 5.0},
               p.heruitstroom);
}

void declare(Visitor& v, Recidive& p) {
    v.list(optional("vervolg",
                    "vervolgmetingen van recidive na een eerste vrijlating zonder nazorg, oplopend "
                    "in de tijd; leeg: geen recidive"),
           {0, 20},
           p.vervolg);
    v.quantity(optional("schaal",
                        "vermenigvuldigt het recidivegevaar dat uit `vervolg` volgt; zie "
                        "`ketenplan kalibreer`"),
               {0.0, 20.0},
               p.schaal);
    v.quantity(optional("met_detentie", "kans dat een nieuw delict tot detentie leidt"),
               {0.0, 1.0},
               p.met_detentie);
    v.spread(
        optional("detentie_na", "tijd van delict tot insluiting"), {0.0, 3650.0}, p.detentie_na);
    v.quantity(optional("detentie_zonder_delict",
                        "per jaar: nieuwe detenties van wie eerder vastzat zonder nieuw delict "
                        "(boetes, oude straffen, voorarrest)"),
               {0.0, 10.0},
               p.detentie_zonder_delict);
    v.quantity(optional("onder_plan",
                        "verhouding van het recidivegevaar zolang er een plan uit een focusoverleg "
                        "loopt; 1: geen effect"),
               {0.05, 20.0},
               p.onder_plan);
    v.table(optional("gepubliceerd", "cijfers om naast te leggen"), p.gepubliceerd);
}

void declare(Visitor& v, Kostenpost& p) {
    v.choice({"betaler", "wie dit betaalt"}, betaler_namen, p.betaler);
    v.choice({"per",
              "waarvan dit de prijs is: een gebeurtenis (recidive), een dag detentie na recidive, "
              "een roosteruur van het huis aan nazorg (verlof en dergelijke erin), een euro "
              "traject, een dag in een doorstroomhuis"},
             kosteneenheid_namen,
             p.per);
    v.quantity({"gemiddeld", "gemiddelde prijs"}, {0.0, 1e7}, p.gemiddeld);
    v.quantity({"marginaal",
                "wat één meer of minder werkelijk kost of bespaart: een cel die een maand leeg "
                "staat bespaart haar gemiddelde prijs niet"},
               {0.0, 1e7},
               p.marginaal);
}

void declare(Visitor& v, Nazorgstudie& p) {
    v.whole(optional("prijspeil", "jaar waarvan de prijzen zijn"), {1990, 2100}, p.prijspeil);
    v.quantity(optional("discontovoet", "reële discontovoet per jaar"), {0.0, 0.2}, p.discontovoet);
    v.keyed(
        optional("kosten", "prijzen van recidive en van nazorg, per betaler"), {0, 50}, p.kosten);
}

} // namespace ketenplan::parameters
