#include "parameters/parameters.hpp"

namespace ketenplan::parameters {

void declare(Visitor& v, Parameters& p) {
    v.whole({"formaat", "versie van de opmaak van dit bestand"}, {1, 1'000'000}, p.formaat);
    v.text({"naam", "naam van het scenario, zoals in tabellen en verslagen"}, p.naam);
    v.text(optional("omschrijving", "wat dit scenario voorstelt"), p.omschrijving);
    v.text(optional("rechtsvorm",
                    "rechtsvorm van het huis: samenwerkingsverband, stichting, "
                    "gemeenschappelijke_regeling, bestaande_regeling, of een eigen naam uit "
                    "`rechtsvormen`"),
           p.rechtsvorm);
    v.table({"looptijd", "welke periode wordt gesimuleerd"}, p.looptijd);
    v.table(optional("kalender", "vrije dagen en vakanties"), p.kalender);
    v.table({"normen", "waaraan wachttijden worden gemeten"}, p.normen);
    v.keyed({"bronnen", "wie er meldt"}, {1, 50}, p.bronnen);
    v.table(optional("instroom", "hoe de instroom verandert"), p.instroom);
    v.keyed({"subregios", "subregio's met hun briefing en overlegmomenten"}, {1, 20}, p.subregios);
    v.keyed({"gemeenten", "gemeenten met hun instroom"}, {1, 400}, p.gemeenten);
    v.keyed(optional("organisaties", "partners aan tafel"), {0, 100}, p.organisaties);
    v.table(optional("personen", "hoe vaak mensen terugkomen, en wanneer zij vertrekken"),
            p.personen);
    v.table({"detentie", "de detentie achter een detentiemelding"}, p.detentie);
    v.table({"intake", "het informatieverzoek na een melding"}, p.intake);
    v.table({"weging", "hoe de briefing meldingen weegt"}, p.weging);
    v.keyed({"besluiten", "met welke kans de weging wat besluit, als onderlinge gewichten"},
            {1, 2000},
            p.besluiten);
    v.table(optional("vrijwillig_traject", "prijs en budget van vrijwillige trajecten"),
            p.vrijwillig_traject);
    v.table({"nazorg", "nazorg voor (ex-)gedetineerden"}, p.nazorg);
    v.table(optional("recidive", "nieuwe delicten na vrijlating"), p.recidive);
    v.table(optional("nazorgstudie", "waarmee `ketenplan nazorg` rekent"), p.nazorgstudie);
    v.table({"taken", "wat het werk kost"}, p.taken);
    v.table({"formatie", "wie er werkt"}, p.formatie);
    v.table({"casusoverleg", "hoe een casusoverleg tot stand komt"}, p.casusoverleg);
    v.table({"casussoorten", "het verloop van een casus, per soort"}, p.casussoorten);
    v.table({"escalatie", "wat er gebeurt met een casus die stagneert"}, p.escalatie);
    v.table({"overlegstructuur", "organen boven de casus"}, p.overlegstructuur);
    v.keyed(optional("besluitroutes", "langs welke organen een besluit gaat"),
            {0, 50},
            p.besluitroutes);
    v.table(optional("sturing", "wat thema's mogen veranderen"), p.sturing);
    v.keyed(
        optional("themas", "gedateerde veranderingen van stuurbare parameters"), {0, 30}, p.themas);
    v.table(optional("beginvoorraad", "waarmee de simulatie begint"), p.beginvoorraad);
    v.table(optional("personeel", "afwezigheid, vertrek, inhuur en overdracht"), p.personeel);
    v.keyed(optional("vast_werk", "werk dat elk jaar terugkomt en bij geen zaak hoort"),
            {0, 200},
            p.vast_werk);
    v.table(optional("rechtsvorm_overgang", "overgang naar een andere rechtsvorm"),
            p.rechtsvorm_overgang);
    v.keyed(optional("rechtsvormen",
                     "wat een rechtsvorm verandert, bekend of met een eigen naam; zonder opgave "
                     "niets"),
            {0, 20},
            p.rechtsvormen);
}

void look(Visitor& v, const Parameters& p) {
    Parameters copy = p;
    declare(v, copy);
}

} // namespace ketenplan::parameters
