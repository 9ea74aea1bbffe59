#include "parameters/regio.hpp"

namespace ketenplan::parameters {

namespace {

std::span<const std::string_view> werkweekdagen() {
    return std::span(weekdagen).first<5>();
}

} // namespace

void declare(Visitor& v, Briefing& p) {
    v.choice({"weekdag", "weekdag van de bijeenkomst"}, werkweekdagen(), p.weekdag);
    v.clock({"tijd", "aanvang van de bijeenkomst"}, p.tijd);
    v.whole({"elke_weken", "om de hoeveel weken er een is"}, {1, 12}, p.elke_weken);
    v.whole(optional("verschuiving_weken",
                     "verschuift het ritme: kleiner dan `elke_weken`, geteld vanaf de week van "
                     "5 januari 1970"),
            {0, 11},
            p.verschuiving_weken);
    v.quantity({"agenda", "hoeveel minuten er op de agenda passen"}, {1.0, 720.0}, p.agenda);
}

void declare(Visitor& v, Overlegmoment& p) {
    v.choice({"weekdag", "weekdag van het overlegmoment"}, werkweekdagen(), p.weekdag);
    v.clock({"tijd", "aanvang van het overlegmoment"}, p.tijd);
    v.quantity({"lengte", "duur van een casusoverleg op dit moment"}, {5.0, 600.0}, p.lengte);
    v.whole({"kamers", "hoeveel overleggen er tegelijk kunnen zijn"}, {1, 100}, p.kamers);
}

void declare(Visitor& v, Top60Lijst& p) {
    v.whole(optional("plaatsen", "plaatsen op de lijst van de Top60-aanpak; 0: geen lijst"),
            {0, 1000},
            p.plaatsen);
    v.reference(
        optional("gemeente",
                 "gemeente van de personen die bij het begin van de simulatie op de lijst staan"),
        "gemeenten",
        p.gemeente);
}

void declare(Visitor& v, Subregio& p) {
    v.text({"naam", "naam van de subregio, zoals in tabellen"}, p.naam);
    v.table({"briefing", "de briefing (weging) van deze subregio"}, p.briefing);
    v.table(optional("thematafel", "de thematafel nazorg van deze subregio"), p.thematafel);
    v.list({"overlegmomenten", "weekpatroon van momenten voor casusoverleggen"},
           {1, 40},
           p.overlegmomenten);
    v.table(optional("top60", "de Top60-lijst van deze subregio"), p.top60);
}

void declare(Visitor& v, Gemeente& p) {
    v.text({"naam", "naam van de gemeente, zoals in tabellen"}, p.naam);
    v.reference({"subregio", "subregio waarin de gemeente ligt"}, "subregios", p.subregio);
    v.whole(optional("inwoners", "aantal inwoners; 0 voor rijen als `buiten regio`"),
            {0, 2'000'000},
            p.inwoners);
    v.flag(optional("eigen_nazorg",
                    "de gemeente verzorgt zelf nazorg: detentiemeldingen gaan naar de lokale kamer "
                    "en worden nooit gewogen"),
           p.eigen_nazorg);
    v.quantity(optional("instroom",
                        "nieuwe personen die in een jaar voor het eerst worden gemeld, alle "
                        "bronnen samen; verdeeld naar het `gewicht` van de bronnen"),
               {0.0, 100'000.0},
               p.instroom);
    v.number_map({optional("instroom_per_bron",
                           "in plaats van `instroom`: nieuwe personen in een jaar, per bron"),
                  units::Dimension::per_year,
                  {0.0, 100'000.0}},
                 "bronnen",
                 {0, 50},
                 p.instroom_per_bron);
}

void declare(Visitor& v, Organisatie& p) {
    constexpr Range people{0.0, 50.0};
    v.text({"naam", "naam van de organisatie, zoals in tabellen"}, p.naam);
    v.quantity({"briefing", "personen aan tafel bij een briefing, gemiddeld"}, people, p.briefing);
    v.quantity({"focusoverleg", "personen aan tafel bij een focusoverleg, gemiddeld"},
               people,
               p.focusoverleg);
    v.quantity({"top60overleg", "personen aan tafel bij een Top60-overleg, gemiddeld"},
               people,
               p.top60overleg);
    v.quantity(optional("thematafel", "personen aan een thematafel nazorg, gemiddeld"),
               people,
               p.thematafel);
}

} // namespace ketenplan::parameters
