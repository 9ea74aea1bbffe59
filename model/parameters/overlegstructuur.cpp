#include "parameters/overlegstructuur.hpp"

#include <algorithm>

namespace ketenplan::parameters {

namespace {

constexpr Range attendance_chance{0.0, 1.0};
constexpr Range minutes{0.0, 10'000.0};
constexpr Size some{0, 100};

void declare_dates(Visitor& v, Overlegorgaan& p) {
    v.quantities({"maanden", "maanden waarin dit orgaan bijeenkomt (1 tot en met 12)"},
                 {1.0, 12.0, true},
                 {1, 12},
                 p.maanden);
    v.choice({"weekdag", "weekdag van de bijeenkomst"}, std::span(weekdagen).first<5>(), p.weekdag);
    v.whole({"welke", "de hoeveelste van die weekdagen in de maand"}, {1, 4}, p.welke);
    v.clock({"tijd", "aanvang van de bijeenkomst"}, p.tijd);
    v.date(optional("vanaf", "eerste dag waarop dit orgaan bestaat; leeg: altijd al"), p.vanaf);
    v.date(optional("tot", "eerste dag waarop dit orgaan niet meer bestaat; leeg: het blijft"),
           p.tot);
    v.quantity(optional("lengte", "duur van een bijeenkomst"), {5.0, 720.0}, p.lengte);
    v.reference(optional("naast",
                         "ander orgaan waarnaast dit wordt gehouden: in de maanden die beide "
                         "noemen op diens datum, om de eigen `tijd`"),
                organen_en_vaste,
                p.naast);
    v.quantity(optional("besparing_reistijd",
                        "deel van de reistijd dat dan wegvalt, voor organisaties in beide organen"),
               attendance_chance,
               p.besparing_reistijd);
    v.quantity(optional("besparing_voorbereiding",
                        "deel van de voorbereiding dat dan wegvalt, voor organisaties in beide "
                        "organen en voor het huis"),
               attendance_chance,
               p.besparing_voorbereiding);
}

void declare_partners(Visitor& v, Overlegorgaan& p) {
    v.number_map({optional("deelnemers", "personen per bijeenkomst, per organisatie"),
                  units::Dimension::count,
                  {0.0, 200.0}},
                 "organisaties",
                 some,
                 p.deelnemers);
    v.number_map({optional("aanwezigheid",
                           "kans dat een organisatie er is; wie niet is genoemd komt altijd"),
                  units::Dimension::probability,
                  attendance_chance},
                 "organisaties",
                 some,
                 p.aanwezigheid);
    v.quantity(optional("quorum",
                        "deel van de deelnemende organisaties dat er ten minste moet zijn; zo "
                        "niet, dan gaat de bijeenkomst niet door"),
               attendance_chance,
               p.quorum);
    v.whole(optional("quorum_organisaties", "aantal organisaties dat er ten minste moet zijn"),
            {0, 100},
            p.quorum_organisaties);
    v.number_map(
        {optional("voorbereiding", "voorbereiding per bijeenkomst, per organisatie die er is"),
         units::Dimension::minutes,
         minutes},
        "organisaties",
        some,
        p.voorbereiding);
    v.quantity(optional("reistijd", "reistijd heen en terug van een deelnemer, per bijeenkomst"),
               {0.0, 600.0},
               p.reistijd);
}

void declare_house(Visitor& v, Overlegorgaan& p) {
    v.number_map({optional("huis", "medewerkers van het huis aan tafel, per rol"),
                  units::Dimension::count,
                  {1.0, 20.0, true}},
                 "formatie.rollen",
                 some,
                 p.huis);
    v.reference(optional("voorzitter",
                         "rol die voorzit, een van de rollen in `huis`; is er niemand van, dan "
                         "gaat de bijeenkomst niet door"),
                "formatie.rollen",
                p.voorzitter);
    v.number_map({optional("voorbereiding_huis",
                           "voorbereiding door het huis per bijeenkomst, per rol: een taak voor "
                           "die rol, met de bijeenkomst als termijn"),
                  units::Dimension::minutes,
                  minutes},
                 "formatie.rollen",
                 some,
                 p.voorbereiding_huis);
    v.whole(optional("voorbereiding_prioriteit",
                     "volgorde van die taak tussen de taken in `taken`: laag gaat voor"),
            {0, 100},
            p.voorbereiding_prioriteit);
    v.quantity(
        optional("voorbereiding_vanaf", "hoeveel werkdagen voor de bijeenkomst die taak ontstaat"),
        {1.0, 120.0},
        p.voorbereiding_vanaf);
}

} // namespace

void declare(Visitor& v, Overlegorgaan& p) {
    v.text(optional("naam", "naam van het orgaan, zoals in tabellen"), p.naam);
    declare_dates(v, p);
    declare_partners(v, p);
    declare_house(v, p);
}

void declare(Visitor& v, Overlegstructuur& p) {
    v.table({"regiekamer", "de Regiekamer: beslist over opgeschaalde casussen"}, p.regiekamer);
    v.table({"stuurgroep", "de Stuurgroep: beslist over opgeschaalde casussen"}, p.stuurgroep);
    v.keyed(optional("organen", "andere organen: bestuurlijk overleg, werkgroep, gefaciliteerd"),
            {0, 40},
            p.organen);
}

void declare(Visitor& v, Besluitroute& p) {
    v.references(
        {"organen", "organen die nodig zijn, in volgorde"}, organen_en_vaste, {1, 10}, p.organen);
    v.flag(
        optional("gezamenlijk",
                 "samen voorbereid: alle organen behandelen de vraag los van elkaar, het besluit "
                 "valt bij het laatste; zo niet, dan pas na het vorige orgaan"),
        p.gezamenlijk);
    v.quantity({"vragen", "vragen om een besluit in een jaar"}, {0.0, 1000.0}, p.vragen);
}

std::vector<const Overlegorgaan*> alle_organen(const Overlegstructuur& p) {
    std::vector<const Overlegorgaan*> all{&p.regiekamer, &p.stuurgroep};
    for (const Overlegorgaan& orgaan : p.organen)
        all.push_back(&orgaan);
    return all;
}

double number_for(const std::vector<KeyedNumber>& values, std::string_view key, double otherwise) {
    const auto found = std::ranges::find(values, key, &KeyedNumber::key);
    return found == values.end() ? otherwise : found->value;
}

} // namespace ketenplan::parameters
