#pragma once

#include "parameters/casusoverleg.hpp"
#include "parameters/formatie.hpp"
#include "parameters/instroom.hpp"
#include "parameters/looptijd.hpp"
#include "parameters/nazorg.hpp"
#include "parameters/overlegstructuur.hpp"
#include "parameters/personeel.hpp"
#include "parameters/personen.hpp"
#include "parameters/recidive.hpp"
#include "parameters/regio.hpp"
#include "parameters/themas.hpp"
#include "parameters/visitor.hpp"
#include "parameters/weging.hpp"

#include <string>
#include <vector>

namespace ketenplan::parameters {

/// The version of the scenario format that this program reads.
constexpr std::int32_t formaat_versie = 1;

/// Everything a scenario says. Each member is declared once, by the `declare` of its struct; the
/// reader, the template, the schema, the documentation and the checks all come from that.
///
/// Items of keyed tables are in the order of their keys, whatever the order in the file, so that
/// moving a line changes nothing.
struct Parameters {
    std::int32_t formaat = formaat_versie;
    std::string naam = "Voorbeeld";
    std::string omschrijving;
    Looptijd looptijd;
    Kalender kalender;
    Normen normen;
    std::vector<Bron> bronnen;
    Instroom instroom;
    std::vector<Subregio> subregios;
    std::vector<Gemeente> gemeenten;
    std::vector<Organisatie> organisaties;
    Personen personen;
    Detentie detentie;
    Intake intake;
    Weging weging;
    std::vector<Besluittabel> besluiten;
    VrijwilligTraject vrijwillig_traject;
    Nazorg nazorg;
    Recidive recidive;
    Nazorgstudie nazorgstudie;
    Taken taken;
    Formatie formatie;
    Casusoverleg casusoverleg;
    Soorten casussoorten;
    Escalatie escalatie;
    Overlegstructuur overlegstructuur;
    std::vector<Besluitroute> besluitroutes;
    Sturing sturing;
    std::vector<Thema> themas;
    Beginvoorraad beginvoorraad;
    Personeel personeel;
    std::vector<VastWerk> vast_werk;
    std::string rechtsvorm{rechtsvorm_namen[0]};
    RechtsvormOvergang rechtsvorm_overgang;
    std::vector<Rechtsvorm> rechtsvormen;
};

void declare(Visitor& v, Parameters& p);

/// Walks the declarations without changing anything: for visitors that only look.
void look(Visitor& v, const Parameters& p);

/// A small, complete and valid set: two subregio's with two gemeenten, three bronnen, four roles.
/// `ketenplan sjabloon` prints it, and tests vary it.
Parameters example();

} // namespace ketenplan::parameters
