#include "parameters/parameters.hpp"

namespace ketenplan::parameters {

namespace {

Bron bron(std::string key, double weight) {
    Bron b;
    b.key = std::move(key);
    b.gewicht = units::Count{weight};
    return b;
}

std::vector<Bron> example_bronnen() {
    Bron dji = bron("dji", 3.0);
    dji.detentiemelding = true;
    Bron politie = bron("politie", 5.0);
    politie.urgent = units::Probability{0.05};
    politie.leeftijd.gewichten[0] = units::Count{0.4};
    return {dji, bron("gemeente", 2.0), politie};
}

Subregio subregio(std::string key, std::string naam, Weekdag dag) {
    Subregio s;
    s.key = std::move(key);
    s.naam = std::move(naam);
    s.briefing.weekdag = dag;
    return s;
}

Gemeente gemeente(std::string key, std::string naam, std::string subregio, double inflow) {
    Gemeente g;
    g.key = std::move(key);
    g.naam = std::move(naam);
    g.subregio = std::move(subregio);
    g.inwoners = 50'000;
    g.instroom = units::PerYear{inflow};
    return g;
}

Besluittabel besluiten(std::string bron, std::array<double, besluit_namen.size()> weights) {
    Besluittabel t;
    t.key = bron;
    t.voor_bron = std::move(bron);
    for (std::size_t i = 0; i < weights.size(); ++i)
        t.gewichten[i] = units::Count{weights[i]};
    return t;
}

Rol rol(std::string key) {
    Rol r;
    r.key = std::move(key);
    return r;
}

Post post(std::string key, std::string rol, std::string plaats, double fte) {
    Post p;
    p.key = std::move(key);
    p.rol = std::move(rol);
    p.plaats = std::move(plaats);
    p.fte = units::Fte{fte};
    return p;
}

Taken example_taken() {
    Taken t;
    t.intake.taak.minuten.spec = gamma(30.0, 0.5);
    t.terugkoppeling.taak.minuten.spec = always(15.0);
    t.bilaterale_afhandeling.rol = rol_procesregisseur;
    t.bilaterale_afhandeling.taak.minuten.spec = gamma(60.0, 0.5);
    t.nazorg_gesprek.taak.minuten.spec = gamma(120.0, 0.5);
    t.voorbereiding.minuten.spec = gamma(180.0, 0.5);
    t.verslag.minuten.spec = gamma(120.0, 0.5);
    t.contact.minuten.spec = gamma(45.0, 0.5);
    return t;
}

Organisatie organisatie(std::string key, std::string naam) {
    Organisatie o;
    o.key = std::move(key);
    o.naam = std::move(naam);
    return o;
}

} // namespace

Parameters example() {
    Parameters p;
    p.omschrijving = "Een verzonnen huis: vervang elk getal door dat van uw eigen regio.";
    p.bronnen = example_bronnen();
    p.subregios = {subregio("noord", "Noord", Weekdag::dinsdag),
                   subregio("zuid", "Zuid", Weekdag::donderdag)};
    p.subregios[1].top60 = {.plaatsen = 20, .gemeente = "zuidstad"};
    p.gemeenten = {gemeente("noordstad", "Noordstad", "noord", 400.0),
                   gemeente("zuidstad", "Zuidstad", "zuid", 300.0)};
    p.organisaties = {organisatie("om", "Openbaar Ministerie"), organisatie("politie", "Politie")};
    p.besluiten = {besluiten("dji", {1, 0, 40, 30, 0, 0, 20, 0, 9, 0}),
                   besluiten("gemeente", {10, 2, 0, 40, 1, 1, 20, 10, 10, 6}),
                   besluiten("politie", {4, 1, 0, 55, 0, 0, 20, 10, 8, 2})};
    p.vrijwillig_traject = {.prijs = units::Euro{1000.0}, .budget = units::Euro{10'000.0}};
    p.taken = example_taken();
    p.formatie.rollen = {rol("informatiecoordinator"), rol(std::string(rol_procesregisseur))};
    p.formatie.posten = {post("info_noord", "informatiecoordinator", "noord", 0.8),
                         post("info_zuid", "informatiecoordinator", "zuid", 0.7),
                         post("regie_noord", std::string(rol_procesregisseur), "noord", 2.0),
                         post("regie_zuid", std::string(rol_procesregisseur), "zuid", 1.6)};
    p.casussoorten.top60.sluitkans_eerste = units::Probability{0.02};
    p.casussoorten.top60.sluitkans_later = units::Probability{0.02};
    p.overlegstructuur.regiekamer.maanden.clear();
    for (const double month : {1.0, 2.0, 4.0, 5.0, 7.0, 8.0, 10.0, 11.0})
        p.overlegstructuur.regiekamer.maanden.emplace_back(month);
    return p;
}

} // namespace ketenplan::parameters
