#include "parameters/validate.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace ketenplan;
using namespace ketenplan::parameters;

namespace {

constexpr engine::Date date(int y, unsigned m, unsigned d) {
    return std::chrono::local_days{std::chrono::year{y} / std::chrono::month{m} /
                                   std::chrono::day{d}};
}

Gemeente& noordstad(Parameters& p) {
    return p.gemeenten[0];
}

/// Two names with the same 32-bit FNV-1a hash, found by search.
constexpr std::string_view twin_a = "costarring";
constexpr std::string_view twin_b = "liquid";

/// A theme that multiplies each of some paths by a factor.
Thema theme(const std::string& key, const std::vector<std::pair<std::string, double>>& factors) {
    Thema thema;
    thema.key = key;
    for (const auto& [path, factor] : factors)
        thema.effecten.push_back({.key = "e" + std::to_string(thema.effecten.size()),
                                  .parameter = path,
                                  .factor = units::Factor{factor},
                                  .waarde = {}});
    return thema;
}

/// For each rule the smallest change to valid parameters that breaks it.
const std::map<std::string, std::function<void(Parameters&)>, std::less<>> breakers{
    {"bekenden_zijn_er",
     [](Parameters& p) {
         p.personen.herhaling.per_jaar = units::PerYear{0.5};
     }},
    {"herhaling_heeft_bron",
     [](Parameters& p) {
         p.personen.herhaling.per_jaar = units::PerYear{0.5};
         for (auto& bron : p.bronnen)
             bron.detentiemelding = true;
     }},
    {"vervolg_loopt_op",
     [](Parameters& p) {
         p.recidive.vervolg = {{units::Days{365.0}, units::Probability{0.4}},
                               {units::Days{365.0}, units::Probability{0.5}}};
     }},
    {"twee_jaar_gevolgd",
     [](Parameters& p) {
         p.recidive.gepubliceerd.recidive_2j = units::Probability{0.47};
     }},
    {"effect_in_volgorde",
     [](Parameters& p) {
         p.nazorg.effect.laag95 = units::Factor{1.0};
     }},
    {"nazorgtraject_heeft_prijs",
     [](Parameters& p) {
         p.nazorg.traject.kans = units::Probability{0.5};
     }},
    {"traject_helpt",
     [](Parameters& p) {
         p.nazorg.traject.kans = units::Probability{0.5};
         p.nazorg.leefgebieden.kenmerken[0].oplossen = units::Probability{0.5};
     }},
    {"doorstroomhuis_bestaat",
     [](Parameters& p) {
         p.nazorg.doorstroomhuis.nodig = units::Probability{0.5};
     }},
    {"thematafel_past",
     [](Parameters& p) {
         p.subregios[0].thematafel.verschuiving_weken = 2;
     }},
    {"voorgeschiedenis_kan",
     [](Parameters& p) {
         p.beginvoorraad.personen = {{.key = "groep",
                                      .gemeente = "noordstad",
                                      .bron = "politie",
                                      .meldingen = 2,
                                      .sinds = units::Days{10.0},
                                      .bekend_sinds = units::Days{5.0}}};
     }},
    {"formaat_bekend",
     [](Parameters& p) {
         p.formaat = 2;
     }},
    {"looptijd_heeft_lengte",
     [](Parameters& p) {
         p.looptijd.einde = p.looptijd.start;
     }},
    {"looptijd_loopt_vol",
     [](Parameters& p) {
         p.looptijd.opwarming = {.months = 23};
     }},
    {"bronnen_hebben_gewicht",
     [](Parameters& p) {
         for (Bron& b : p.bronnen)
             b.gewicht = units::Count{0.0};
     }},
    {"bron_heeft_leeftijden",
     [](Parameters& p) {
         p.bronnen[0].leeftijd.gewichten = {};
     }},
    {"bron_heeft_dagen",
     [](Parameters& p) {
         p.bronnen[0].weekdagfactoren.assign(7, units::Factor{0.0});
     }},
    {"gemeente_heeft_instroom",
     [](Parameters& p) {
         noordstad(p).instroom.reset();
     }},
    {"run_is_uitvoerbaar",
     [](Parameters& p) {
         noordstad(p).instroom = units::PerYear{900'000.0};
     }},
    {"interventie_heeft_lengte",
     [](Parameters& p) {
         p.instroom.interventies = {{.key = "i",
                                     .bronnen = {},
                                     .factor = units::Factor{2.0},
                                     .vanaf = date(2015, 6, 1),
                                     .tot = date(2015, 6, 1)}};
     }},
    {"namen_trekken_apart",
     [](Parameters& p) {
         p.gemeenten[0].key = twin_a;
         p.gemeenten[1].key = twin_b;
     }},
    {"looptijd_eindigt_na_jaar",
     [](Parameters& p) {
         p.looptijd.einde = date(2015, 12, 31);
     }},
    {"briefing_past_in_dag",
     [](Parameters& p) {
         p.subregios[0].briefing.tijd = std::chrono::hours{22};
     }},
    {"verschuiving_past",
     [](Parameters& p) {
         p.subregios[0].briefing.verschuiving_weken = 1;
     }},
    {"overlegmoment_past_in_dag",
     [](Parameters& p) {
         p.subregios[0].overlegmomenten[0].tijd = std::chrono::hours{23};
     }},
    {"overlegmoment_naast_briefing",
     [](Parameters& p) {
         p.subregios[0].overlegmomenten[0].weekdag = p.subregios[0].briefing.weekdag;
     }},
    {"besluit_voor_elke_bron",
     [](Parameters& p) {
         p.besluiten.pop_back();
     }},
    {"besluittabellen_verschillen",
     [](Parameters& p) {
         p.besluiten.push_back(p.besluiten[0]);
         p.besluiten.back().key = "nog_een";
     }},
    {"besluit_is_mogelijk",
     [](Parameters& p) {
         p.besluiten[0].gewichten = {};
     }},
    {"nazorg_na_detentie",
     [](Parameters& p) {
         p.besluiten[2].gewichten[2] = units::Count{1.0};
     }},
    {"traject_heeft_prijs",
     [](Parameters& p) {
         p.vrijwillig_traject.prijs = units::Euro{0.0};
     }},
    {"post_heeft_omvang",
     [](Parameters& p) {
         p.formatie.posten[0].fte.reset();
     }},
    {"personeel_is_begrensd",
     [](Parameters& p) {
         for (Post& post : p.formatie.posten)
             post.fte = units::Fte{900.0};
     }},
    {"rol_heeft_post",
     [](Parameters& p) {
         p.formatie.rollen.push_back({.key = "beleid"});
     }},
    {"taak_heeft_medewerker",
     [](Parameters& p) {
         p.formatie.posten[0].plaats = "zuid";
     }},
    {"subregio_heeft_procesregisseur",
     [](Parameters& p) {
         p.formatie.posten[2].plaats = "zuid";
     }},
    {"norm_laat_casus_toe",
     [](Parameters& p) {
         p.casussoorten.focus.caseload_norm = units::Count{0.5};
     }},
    {"contacten_lopen_op",
     [](Parameters& p) {
         p.casussoorten.focus.reeks[1] = p.casussoorten.focus.reeks[0];
     }},
    {"casus_kan_sluiten",
     [](Parameters& p) {
         p.casussoorten.focus.sluitkans_later = units::Probability{0.0};
     }},
    {"escalatie_gaat_ergens_heen",
     [](Parameters& p) {
         p.escalatie.naar = {units::Count{0.0}, units::Count{0.0}, units::Count{0.0}};
     }},
    {"maanden_eenmaal",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.maanden = {units::Count{2.0}, units::Count{2.0}};
     }},
    {"top60_heeft_personen",
     [](Parameters& p) {
         p.subregios[1].top60.gemeente = "noordstad";
     }},
    {"voorraad_wordt_gebruikt",
     [](Parameters& p) {
         p.beginvoorraad.casussen = {{.key = "x", .gemeente = "noordstad"}};
     }},
    {"voorraad_past_op_lijst",
     [](Parameters& p) {
         p.beginvoorraad.gebruiken = true;
         p.beginvoorraad.casussen = {
             {.key = "x", .soort = Casussoort::top60, .gemeente = "zuidstad", .aantal = 21}};
     }},
    {"organen_trekken_apart",
     [](Parameters& p) {
         p.overlegstructuur.organen = {Overlegorgaan{}, Overlegorgaan{}};
         p.overlegstructuur.organen[0].key = twin_a;
         p.overlegstructuur.organen[1].key = twin_b;
     }},
    {"orgaan_heeft_lengte",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.vanaf = date(2015, 6, 1);
         p.overlegstructuur.regiekamer.tot = date(2015, 6, 1);
     }},
    {"bijeenkomst_past_in_dag",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.tijd = std::chrono::hours{23};
     }},
    {"orgaan_kent_deelnemers",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.aanwezigheid = {{"om", 0.5}};
     }},
    {"quorum_is_haalbaar",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.quorum_organisaties = 1;
     }},
    {"voorzitter_zit_aan_tafel",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.voorzitter = rol_procesregisseur;
     }},
    {"naast_past",
     [](Parameters& p) {
         p.overlegstructuur.regiekamer.naast = "stuurgroep"; // no month in common
     }},
    {"route_noemt_eenmaal",
     [](Parameters& p) {
         p.besluitroutes = {{.key = "r", .organen = {"regiekamer", "regiekamer"}}};
     }},
    {"sturing_kan",
     [](Parameters& p) {
         p.sturing.parameters = {"nergens"};
     }},
    {"thema_heeft_lengte",
     [](Parameters& p) {
         p.themas = {theme("t", {})};
         p.themas[0].tot = p.themas[0].vanaf;
     }},
    {"effect_is_bruikbaar",
     [](Parameters& p) {
         p.themas = {theme("t", {{"weging.terugkomst", 1.1}})};
     }},
    {"themas_botsen_niet",
     [](Parameters& p) {
         p.sturing.parameters = {"weging"};
         p.themas = {theme("t", {{"weging.terugkomst", 1.0}})};
         p.themas[0].effecten[0].factor.reset();
         p.themas[0].effecten[0].waarde = units::Factor{0.5};
         p.themas.push_back(p.themas[0]);
         p.themas[1].key = "u";
     }},
    {"thema_blijft_geldig",
     [](Parameters& p) {
         p.sturing.parameters = {"weging"};
         p.themas = {theme("t", {{"weging.terugkomst", 100.0}})};
     }},
    {"inhuur_heeft_prijs",
     [](Parameters& p) {
         p.personeel.inhuur.budget = units::Euro{10'000.0};
     }},
    {"werkdruk_werkt_ergens_op",
     [](Parameters& p) {
         p.personeel.werkdruk.gevoeligheid = units::Factor{1.0};
     }},
    {"afwezigheid_in_looptijd",
     [](Parameters& p) {
         p.personeel.afwezigheden = {{.key = "x", .plaats = "noord"}};
         p.personeel.afwezigheden[0].tot = p.personeel.afwezigheden[0].van;
     }},
    {"afwezigheid_heeft_medewerker",
     [](Parameters& p) {
         p.personeel.afwezigheden = {{.key = "x", .plaats = "noord", .volgnummer = 3}};
     }},
    {"vast_werk_heeft_medewerker",
     [](Parameters& p) {
         p.formatie.rollen.push_back({.key = "beleid"});
         p.formatie.posten.push_back(p.formatie.posten[0]);
         p.formatie.posten.back().key = p.formatie.posten.back().rol = "beleid";
         p.vast_werk = {{.key = "nota", .rol = "beleid", .plaats = "zuid"}};
     }},
    {"rechtsvorm_bekend",
     [](Parameters& p) {
         p.rechtsvorm = "cooperatie";
     }},
    {"overgang_compleet",
     [](Parameters& p) {
         p.rechtsvorm_overgang.naar = "stichting";
     }},
    {"overgang_in_looptijd",
     [](Parameters& p) {
         p.rechtsvorm_overgang = {.naar = "stichting", .op = p.looptijd.einde};
     }},
};

} // namespace

TEST_CASE("the example is valid, without a single remark") {
    const Problems problems = validate(example());
    for (const Problem& problem : problems.items())
        UNSCOPED_INFO(problem.path << " " << problem.what);
    CHECK(problems.items().empty());
}

TEST_CASE("every rule is broken by a change of its own, and by nothing in the example") {
    for (const Rule& rule : rules()) {
        INFO(rule.name);
        const auto breaker = breakers.find(rule.name);
        REQUIRE(breaker != breakers.end());
        Problems none;
        rule.check(example(), none);
        CHECK(none.items().empty());

        Parameters broken = example();
        breaker->second(broken);
        Problems found;
        rule.check(broken, found);
        REQUIRE(!found.items().empty());
        for (const Problem& problem : found.items()) {
            CHECK(!problem.path.empty());
            CHECK(!problem.what.empty());
        }
        const bool warns = rule.meaning.find("waarschuwing") != std::string_view::npos;
        CHECK(validate(broken).has_errors() == !warns);
    }
    CHECK(breakers.size() == rules().size());
}

TEST_CASE("rules have different names") {
    std::set<std::string_view> names;
    for (const Rule& rule : rules())
        names.insert(rule.name);
    CHECK(names.size() == rules().size());
}

TEST_CASE("all problems are found at once") {
    Parameters p = example();
    p.weging.terugkomst = units::Probability{1.5};
    p.gemeenten[0].subregio = "nergens";
    p.looptijd.einde = p.looptijd.start;
    p.formatie.posten[0].rol = "niemand";
    std::set<std::string> paths;
    const Problems problems = validate(p);
    for (const Problem& problem : problems.items())
        paths.insert(problem.path);
    CHECK(paths.contains("weging.terugkomst"));
    CHECK(paths.contains("gemeenten.noordstad.subregio"));
    CHECK(paths.contains("looptijd.einde"));
    CHECK(paths.contains("formatie.posten.info_noord.rol"));
}

TEST_CASE("a reference that is a slip of the hand gets the key that was meant") {
    Parameters p = example();
    p.gemeenten[0].subregio = "nord";
    const Problems problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    CHECK(problems.items()[0].suggestion == "bedoelde u \"noord\"?");
}

TEST_CASE("a legal form is a well-known one or described in the scenario, and a slip is told") {
    Parameters p = example();
    p.rechtsvormen = {{.key = "cooperatie"}};
    for (const auto* form : {"cooperatie", "stichting", "bestaande_regeling"}) {
        p.rechtsvorm = form;
        CHECK(validate(p).items().empty());
    }
    p.rechtsvorm = "cooperate";
    Problems problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    CHECK(problems.items()[0].path == "rechtsvorm");
    CHECK(problems.items()[0].suggestion == "bedoelde u \"cooperatie\"?");
    p.rechtsvorm = "cooperatie";
    p.rechtsvorm_overgang = {.naar = "stichtng", .op = *p.looptijd.start + std::chrono::days{30}};
    problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    CHECK(problems.items()[0].path == "rechtsvorm_overgang.naar");
    CHECK(problems.items()[0].suggestion == "bedoelde u \"stichting\"?");
    // A key that nothing refers to and that looks like a slip: no error, for a variant may use it.
    p.rechtsvormen.push_back({.key = "stiching"});
    p.rechtsvorm_overgang.naar = "stichting";
    problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    CHECK(problems.items()[0].path == "rechtsvormen.stiching");
    CHECK(!problems.has_errors());
}

TEST_CASE("a transition of legal form has a date, and a date a form, within the run") {
    Parameters p = example();
    p.rechtsvorm_overgang.op = *p.looptijd.start + std::chrono::days{30};
    Problems problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    CHECK(problems.items()[0].path == "rechtsvorm_overgang.naar");
    p.rechtsvorm_overgang = {.naar = "stichting", .op = std::nullopt};
    problems = validate(p);
    REQUIRE(problems.items().size() == 1);
    CHECK(problems.items()[0].path == "rechtsvorm_overgang.op");
    for (const auto outside :
         {engine::date_of(engine::subtract(engine::Time{*p.looptijd.start}, p.looptijd.opwarming)),
          *p.looptijd.einde}) {
        p.rechtsvorm_overgang.op = outside;
        problems = validate(p);
        REQUIRE(problems.items().size() == 1);
        CHECK(problems.items()[0].severity == Severity::warning);
    }
}

TEST_CASE("values that are no numbers at all are out of range") {
    Parameters p = example();
    p.weging.terugkomst = units::Probability{std::nan("")};
    p.weging.minuten.spec.mean = std::numeric_limits<double>::infinity();
    CHECK(validate(p).items().size() == 2);
}
