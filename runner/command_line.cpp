#include "command_line.hpp"

#include "dutch_cli.hpp"
#include "exit_codes.hpp"
#include "value_request.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <vector>

namespace ketenplan::runner {

namespace {

constexpr std::uint32_t most_replications = 10'000'000;
constexpr std::uint32_t most_threads = 1024;
/// Of a calibration.
constexpr std::uint32_t most_members = 10'000;
constexpr std::uint32_t most_rounds = 20;
/// When a precision is asked for and no number of replications.
constexpr std::uint32_t most_for_precision = 20'000;

class CommandLine {
public:
    CommandLine()
        : app_("ketenplan: simulatie en capaciteitsplanning voor Zorg- en Veiligheidshuizen",
               "ketenplan") {
        speak_dutch(app_);
        app_.require_subcommand(1);
        app_.set_version_flag("--versie", "ketenplan " + program_version(), "toon de versie");
        app_.footer(
            "Begin met `ketenplan sjabloon > mijn.toml`, daarna `ketenplan controleer mijn.toml`\n"
            "en `ketenplan simuleer mijn.toml`. `ketenplan OPDRACHT --help` legt een opdracht "
            "uit.");
        add_simuleer();
        add_controleer();
        add_sjabloon();
        add_parameters();
        add_maten();
        add_spoor();
        add_nazorg();
        add_psa();
        add_kalibreer();
        add_maandbeeld();
        add_vergelijk();
        add_formatie();
        add_waarde();
        add_bijdragen();
        add_begroting();
        add_opwarming();
        add_gevoeligheid();
        name_groups(app_);
    }

    std::variant<Command, NoCommand> read(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::Success& success) {
            return NoCommand{app_.exit(success)}; // help or version: prints it
        } catch (const CLI::ParseError& error) {
            fmt::print(stderr,
                       "ketenplan: {}\nZie `ketenplan --help`.\n",
                       complaint(app_, error, argc > 1 ? argv[1] : ""));
            return NoCommand{exit_usage};
        }
        return command();
    }

private:
    Command command() {
        if (simuleer_cmd_->parsed()) {
            if (!precision_.empty()) {
                simuleer_.precisie = percentage(precision_);
                if (simuleer_cmd_->count("--replicaties") == 0)
                    simuleer_.replicaties = most_for_precision;
            }
            return with_mark(simuleer_);
        }
        if (controleer_cmd_->parsed())
            return controleer_;
        if (sjabloon_cmd_->parsed())
            return SjabloonOptions{};
        if (parameters_cmd_->parsed())
            return parameters_;
        if (maten_cmd_->parsed())
            return maten_;
        if (nazorg_cmd_->parsed())
            return nazorg_options();
        if (psa_cmd_->parsed())
            return psa_options();
        if (kalibreer_cmd_->parsed())
            return with_mark(kalibreer_);
        if (maandbeeld_cmd_->parsed())
            return with_mark(maandbeeld_);
        if (vergelijk_cmd_->parsed())
            return with_mark(vergelijk_);
        if (formatie_cmd_->parsed())
            return with_mark(formatie_);
        if (waarde_cmd_->parsed())
            return waarde_options();
        if (bijdragen_cmd_->parsed())
            return with_mark(bijdragen_);
        if (begroting_cmd_->parsed()) {
            begroting_.taal = language_ == "en" ? Language::en : Language::nl;
            return with_mark(begroting_);
        }
        if (opwarming_cmd_->parsed())
            return with_mark(opwarming_);
        if (gevoeligheid_cmd_->parsed())
            return with_mark(gevoeligheid_);
        if (melding_option_->count() > 0)
            spoor_.melding = melding_;
        return spoor_;
    }

    template <class Options>
    Options with_mark(Options options) const {
        options.decimaal = decimal_ == "komma" ? DecimalMark::comma : DecimalMark::point;
        return options;
    }

    NazorgOptions nazorg_options() {
        for (const std::string& text : intensities_)
            nazorg_.intensiteiten.push_back(plain_number(text));
        if (!odds_ratio_.empty())
            nazorg_.odds_ratio = plain_number(odds_ratio_);
        return with_mark(nazorg_);
    }

    PsaOptions psa_options() {
        for (const std::string& text : intensities_)
            psa_.intensiteiten.push_back(plain_number(text));
        if (!odds_ratio_.empty())
            psa_.odds_ratio = plain_number(odds_ratio_);
        psa_.gemiddelde_prijzen = prices_kind_ == "gemiddeld";
        return with_mark(psa_);
    }

    WaardeOptions waarde_options() {
        waarde_.bereidheid = prices_of(prices_);
        for (const std::string& text : studies_)
            waarde_.onderzoeken.push_back(*parse_study(text));
        return with_mark(waarde_);
    }

    CLI::App* add(const std::string& name, const std::string& what, const std::string& more) {
        CLI::App* command = app_.add_subcommand(name, what);
        speak_dutch(*command);
        command->footer(more);
        return command;
    }

    static void add_scenario(CLI::App* command, std::string& target) {
        command->add_option("SCENARIO", target, "scenariobestand (.toml)")
            ->required()
            ->type_name("");
    }

    static void add_study(CLI::App* command, std::string& target) {
        command->add_option("STUDIE", target, "studiebestand (.toml)")->required()->type_name("");
    }

    static void add_study_seed(CLI::App* command, std::optional<std::uint32_t>& target) {
        command
            ->add_option("--zaad", target, "startgetal van het toeval [zoals de studie zegt, of 1]")
            ->type_name("GETAL")
            ->check(whole_number(0, 4'294'967'295U));
    }

    static void add_seed(CLI::App* command, std::uint32_t& target) {
        command->add_option("--zaad", target, "startgetal van het toeval")
            ->type_name("GETAL")
            ->check(whole_number(0, 4'294'967'295U))
            ->capture_default_str();
    }

    static void add_threads(CLI::App* command, std::uint32_t& target) {
        command->add_option("--draden", target, "rekendraden; 0: zoveel als er processoren zijn")
            ->type_name("GETAL")
            ->check(whole_number(0, most_threads))
            ->capture_default_str();
    }

    /// Where results go, and how numbers in them are written.
    void add_output(CLI::App* command, std::string& target, const std::string& otherwise) {
        command
            ->add_option(
                "--uit", target, fmt::format("map voor het resultaat [resultaten/{}]", otherwise))
            ->type_name("MAP");
        command
            ->add_option(
                "--decimaal", decimal_, "decimaalteken in csv; komma is voor Nederlandse Excel")
            ->type_name("punt|komma")
            ->check(one_of({"punt", "komma"}))
            ->capture_default_str();
    }

    static void add_progress(CLI::App* command, bool& target) {
        command->add_flag(
            "--voortgang", target, "toon de voortgang ook als de uitvoer geen terminal is");
    }

    void add_simuleer() {
        simuleer_cmd_ =
            add("simuleer",
                "simuleer een scenario en schrijf tabellen",
                "Schrijft in de map van --uit: gebied.csv, gemeente.csv, rol.csv, huis.csv\n"
                "(schattingen met 95%-interval), werklast.csv (berekend zonder simulatie),\n"
                "parameters.csv, samenvatting.txt, tabellen.xlsx en manifest.json.\n"
                "Ctrl-C stopt netjes: wat klaar is wordt geschreven, en dezelfde "
                "opdracht gaat daar verder.");
        add_scenario(simuleer_cmd_, simuleer_.scenario);
        simuleer_cmd_
            ->add_option(
                "--replicaties", simuleer_.replicaties, "hoe vaak de periode wordt nagespeeld")
            ->type_name("GETAL")
            ->check(whole_number(1, most_replications))
            ->capture_default_str();
        add_seed(simuleer_cmd_, simuleer_.zaad);
        add_threads(simuleer_cmd_, simuleer_.draden);
        add_output(simuleer_cmd_, simuleer_.uit, "<map>-<scenario>");
        simuleer_cmd_->add_flag("--intern",
                                simuleer_.intern,
                                "toon ook aantallen van 1 tot en met 4 personen per gemeente");
        add_progress(simuleer_cmd_, simuleer_.voortgang);
        simuleer_cmd_
            ->add_option(
                "--precisie",
                precision_,
                "stop zodra de gemiddelden van --maat zo nauwkeurig zijn, bijvoorbeeld 2%; "
                "--replicaties is dan het meeste [20000]")
            ->type_name("DEEL")
            ->check(percentage_between(0.05, 50.0));
        simuleer_cmd_
            ->add_option(
                "--maat",
                simuleer_.maten,
                "waarvoor --precisie geldt, als naam of naam@plaats; mag vaker [de wacht op "
                "de weging en op het overleg]")
            ->type_name("MAAT")
            ->needs("--precisie");
    }

    void add_controleer() {
        controleer_cmd_ = add(
            "controleer",
            "controleer een scenario en bereken de werklast",
            "Meldt alle fouten tegelijk, met bestand, regel en kolom; dan is de afsluitcode 65.\n"
            "Zonder fouten volgt wat het huis gemiddeld te doen staat, zonder simulatie.");
        add_scenario(controleer_cmd_, controleer_.scenario);
    }

    void add_sjabloon() {
        sjabloon_cmd_ = add("sjabloon",
                            "druk een volledig, toegelicht voorbeeldscenario af",
                            "Bewaar het met `ketenplan sjabloon > mijn.toml`.");
    }

    void add_parameters() {
        parameters_cmd_ =
            add("parameters",
                "druk de tabel van alle parameters af",
                "Met --schema kan een editor sleutels en waarden tijdens het typen controleren.");
        parameters_cmd_->add_flag(
            "--markdown", parameters_.markdown, "als Markdown, voor docs/parameters.md");
        parameters_cmd_
            ->add_option("--schema",
                         parameters_.schema,
                         "schrijf een JSON Schema naar dit bestand (- is het scherm)")
            ->type_name("BESTAND");
    }

    void add_maten() {
        maten_cmd_ = add("maten", "druk de tabel van alle uitkomstmaten af", "");
        maten_cmd_->add_flag("--markdown", maten_.markdown, "als Markdown, voor docs/outputs.md");
    }

    void add_spoor() {
        spoor_cmd_ = add("spoor",
                         "vertel wat er met één melding gebeurt, stap voor stap",
                         "Zonder --melding volgt een lijst van meldingen, na de opwarming, waaruit "
                         "een casus kwam.\n"
                         "Met --verwachting is er geen toeval: elke trekking is haar gemiddelde,\n"
                         "zodat de loop met de hand na te rekenen is.");
        add_scenario(spoor_cmd_, spoor_.scenario);
        spoor_cmd_
            ->add_option("--replicatie", spoor_.replicatie, "welke replicatie (0 is de eerste)")
            ->type_name("GETAL")
            ->check(whole_number(0, most_replications))
            ->capture_default_str();
        add_seed(spoor_cmd_, spoor_.zaad);
        melding_option_ = spoor_cmd_->add_option("--melding", melding_, "nummer van de melding")
                              ->type_name("GETAL")
                              ->check(whole_number(1, 100'000'000));
        spoor_cmd_->add_flag("--verwachting", spoor_.verwachting, "zonder toeval");
    }

    void add_nazorg() {
        nazorg_cmd_ = add(
            "nazorg",
            "vergelijk met en zonder nazorg: recidive, detentie, kosten en opbrengsten per betaler",
            "Elke replicatie wordt met en zonder nazorg nagespeeld, met dezelfde personen. Het "
            "effect van\nnazorg is onzeker: het wordt per replicatie getrokken uit het interval in "
            "[nazorg.effect].\nSchrijft nazorg.csv, trekkingen.csv, samenvatting.txt, "
            "tabellen.xlsx en "
            "manifest.json.");
        add_scenario(nazorg_cmd_, nazorg_.scenario);
        add_study_options(nazorg_cmd_, nazorg_.replicaties, nazorg_.zaad, nazorg_.draden);
        add_output(nazorg_cmd_, nazorg_.uit, "<map>-<scenario>-nazorg");
        add_nazorg_question(nazorg_cmd_);
        add_progress(nazorg_cmd_, nazorg_.voortgang);
    }

    /// With what nazorg is compared, and what effect it has.
    void add_nazorg_question(CLI::App* command) {
        command
            ->add_option("--intensiteit",
                         intensities_,
                         "ook rekenen met zoveel maal de nazorg van nu, bijvoorbeeld 0,5 of 2; mag "
                         "vaker")
            ->type_name("GETAL")
            ->allow_extra_args(false) // what follows may be the scenario
            ->check(number_between(0.0, 10.0));
        command
            ->add_option("--odds-ratio",
                         odds_ratio_,
                         "reken met dit effect in plaats van met trekkingen; 1 is geen effect")
            ->type_name("GETAL")
            ->check(number_between(0.05, 20.0));
    }

    void add_psa() {
        psa_cmd_ =
            add("psa",
                "speel nazorg na over alles wat niet zeker is: een tabel voor `waarde`",
                "Trekt telkens alle getallen met `laag` en `hoog`, en het effect van nazorg; "
                "speelt elke "
                "trekking\neen aantal keer na, zonder nazorg en zoals nu. Schrijft in de map van "
                "--uit: "
                "psa.csv (wat\n`ketenplan waarde` leest), parameters.csv, samenvatting.txt, "
                "tabellen.xlsx en "
                "manifest.json. Ctrl-C stopt\nnetjes: wat klaar is wordt geschreven, en dezelfde "
                "opdracht "
                "gaat daar verder.");
        add_scenario(psa_cmd_, psa_.scenario);
        psa_cmd_->add_option("--trekkingen", psa_.trekkingen, "hoe vaak alles wordt getrokken")
            ->type_name("GETAL")
            ->check(whole_number(2, 100'000))
            ->capture_default_str();
        psa_cmd_
            ->add_option(
                "--per-trekking",
                psa_.per_trekking,
                "hoe vaak elke trekking wordt nagespeeld; meer maakt het toeval daarbinnen "
                "kleiner")
            ->type_name("GETAL")
            ->check(whole_number(2, 10'000))
            ->capture_default_str();
        psa_cmd_
            ->add_option("--ensemble",
                         psa_.ensemble,
                         "ensemble.csv van `ketenplan kalibreer`, waaruit ook wordt getrokken")
            ->type_name("BESTAND");
        psa_cmd_
            ->add_option("--prijzen",
                         prices_kind_,
                         "marginaal: wat echt scheelt; gemiddeld: wat het lijkt te schelen")
            ->type_name("marginaal|gemiddeld")
            ->check(one_of({"marginaal", "gemiddeld"}))
            ->capture_default_str();
        add_nazorg_question(psa_cmd_);
        add_seed(psa_cmd_, psa_.zaad);
        add_threads(psa_cmd_, psa_.draden);
        add_output(psa_cmd_, psa_.uit, "<map>-<scenario>-psa");
        add_progress(psa_cmd_, psa_.voortgang);
    }

    void add_kalibreer() {
        kalibreer_cmd_ = add(
            "kalibreer",
            "stel in op gepubliceerde cijfers: alleen recidive, of wat een studie vraagt",
            "Van een scenario: zoekt de `schaal` waarbij `recidive_2j` gelijk is aan "
            "[recidive.gepubliceerd], in\nruns waarin nazorg niets doet, en de schaal waarbij de "
            "heruitstroom in hetzelfde jaar het gedrukte\ncijfer is. Verandert het scenario niet.\n"
            "Van een studie met [kalibratie]: zoekt welke waarden van haar [kalibratie.parameters] "
            "samengaan met\nhaar [[kalibratie.doelen]], hoe zeker dat is, en wat die cijfers niet "
            "bepalen. Schrijft ensemble.csv,\ndoelen.csv, samenhang.csv, samenvatting.txt, "
            "tabellen.xlsx en "
            "manifest.json, na elke ronde.\nCtrl-C stopt netjes: van een studie gaat dezelfde "
            "opdracht daar verder.");
        kalibreer_cmd_
            ->add_option("SCENARIO", kalibreer_.scenario, "scenariobestand of studie (.toml)")
            ->required()
            ->type_name("");
        add_optional("--replicaties",
                     kalibreer_.replicaties,
                     "hoe vaak de periode wordt nagespeeld, van een studie per lid en ronde [200; "
                     "van een studie wat zij zegt, of 8]",
                     {2, most_replications});
        add_optional("--zaad",
                     kalibreer_.zaad,
                     "startgetal van het toeval [1, of zoals de studie zegt]",
                     {0, 4'294'967'295U});
        add_threads(kalibreer_cmd_, kalibreer_.draden);
        add_optional("--leden",
                     kalibreer_.leden,
                     "hoeveel mogelijke waarden tegelijk [zoals de studie zegt, of 100]",
                     {10, most_members});
        add_optional("--rondes",
                     kalibreer_.rondes,
                     "in hoeveel stappen [zoals de studie zegt, of 4]",
                     {1, most_rounds});
        add_output(kalibreer_cmd_, kalibreer_.uit, "<map>-<studie>");
        add_progress(kalibreer_cmd_, kalibreer_.voortgang);
    }

    void add_optional(const std::string& name,
                      std::optional<std::uint32_t>& target,
                      const std::string& what,
                      std::pair<std::uint32_t, std::uint32_t> between) {
        kalibreer_cmd_->add_option(name, target, what)
            ->type_name("GETAL")
            ->check(whole_number(between.first, between.second));
    }

    static void add_study_options(CLI::App* command,
                                  std::uint32_t& replications,
                                  std::uint32_t& seed,
                                  std::uint32_t& threads) {
        command->add_option("--replicaties", replications, "hoe vaak de periode wordt nagespeeld")
            ->type_name("GETAL")
            ->check(whole_number(2, most_replications))
            ->capture_default_str();
        add_seed(command, seed);
        add_threads(command, threads);
    }

    void add_maandbeeld() {
        maandbeeld_cmd_ =
            add("maandbeeld",
                "teken het verloop per maand, en hoe een variant daarvan verschilt",
                "Met VARIANT worden beide nagespeeld met hetzelfde toeval en vergeleken.\n"
                "Schrijft in de map van --uit: figuren (.svg), maanden.csv, jaren.csv (bij een\n"
                "variant), samenvatting.txt, tabellen.xlsx, de scenario's zoals gelezen, en "
                "manifest.json.\n"
                "Ctrl-C stopt netjes: wat klaar is wordt bewaard.");
        maandbeeld_cmd_->add_option("BASIS", maandbeeld_.basis, "scenariobestand (.toml)")
            ->required()
            ->type_name("");
        maandbeeld_cmd_
            ->add_option("VARIANT", maandbeeld_.variant, "scenariobestand dat ervan afwijkt")
            ->type_name("");
        maandbeeld_cmd_
            ->add_option(
                "--replicaties", maandbeeld_.replicaties, "hoe vaak de periode wordt nagespeeld")
            ->type_name("GETAL")
            ->check(whole_number(1, most_replications))
            ->capture_default_str();
        add_seed(maandbeeld_cmd_, maandbeeld_.zaad);
        add_threads(maandbeeld_cmd_, maandbeeld_.draden);
        add_output(maandbeeld_cmd_, maandbeeld_.uit, "<namen>");
        add_progress(maandbeeld_cmd_, maandbeeld_.voortgang);
    }

    void add_vergelijk() {
        vergelijk_cmd_ = add(
            "vergelijk",
            "vergelijk opties met een basis: wat wordt beter, wat slechter, en hoe zeker is dat",
            "STUDIE noemt een `basis` en wat ervan afwijkt: [varianten.<naam>] met een "
            "`scenario` of\n`wijzigingen`, of [raster.<naam>] met een `parameter` en "
            "`waarden`; en welke [[maten]] tellen.\nAlle opties worden met hetzelfde toeval "
            "nagespeeld. Schrijft vergelijking.csv,\nsamenvatting.txt, tabellen.xlsx, de "
            "scenario's zoals "
            "gelezen, en manifest.json.\nCtrl-C stopt netjes: wat klaar is wordt geschreven, en "
            "dezelfde opdracht gaat daar verder.");
        add_study(vergelijk_cmd_, vergelijk_.studie);
        vergelijk_cmd_
            ->add_option("--replicaties",
                         vergelijk_.replicaties,
                         "hoe vaak elke optie wordt nagespeeld [zoals de studie zegt, of 1000]")
            ->type_name("GETAL")
            ->check(whole_number(2, most_replications));
        add_study_seed(vergelijk_cmd_, vergelijk_.zaad);
        add_threads(vergelijk_cmd_, vergelijk_.draden);
        add_output(vergelijk_cmd_, vergelijk_.uit, "<map>-<studie>");
        add_progress(vergelijk_cmd_, vergelijk_.voortgang);
    }

    void add_formatie() {
        formatie_cmd_ = add(
            "formatie",
            "zoek de kleinste formatie die aan normen voldoet, met bewijs",
            "STUDIE noemt een `basis`, welke posten mogen veranderen "
            "([formatie.posten.<post>]) en\nwelke [[formatie.normen]] in welk deel van de jaren "
            "gehaald moeten worden. Schrijft\nformatie.csv (het bewijs), zoektocht.csv, "
            "grens.csv (fte tegenover wachten),\naannames.csv, samenvatting.txt, tabellen.xlsx, "
            "het scenario "
            "met het antwoord en manifest.json.\nCtrl-C stopt netjes: dezelfde opdracht gaat "
            "daarna verder waar zij was.");
        add_study(formatie_cmd_, formatie_.studie);
        add_study_seed(formatie_cmd_, formatie_.zaad);
        add_threads(formatie_cmd_, formatie_.draden);
        add_output(formatie_cmd_, formatie_.uit, "<map>-<studie>");
        add_progress(formatie_cmd_, formatie_.voortgang);
    }

    void add_waarde() {
        waarde_cmd_ =
            add("waarde",
                "welke keuze loont, hoe zeker is dat, en wat is meer weten waard",
                "TABEL (.csv) heeft een regel per trekking van wat onzeker is, met kolommen\n"
                "kosten_NAAM (euro) en effect_NAAM (meer is beter) voor elke strategie; elke\n"
                "andere kolom met getallen is een onzekere parameter. Schrijft in de map van\n"
                "--uit: waarde.csv, strategieen.csv, parameters-waarde.csv, figuren (.svg),\n"
                "samenvatting.txt, tabellen.xlsx en manifest.json.");
        waarde_cmd_->add_option("TABEL", waarde_.tabel, "tabel met trekkingen (.csv)")
            ->required()
            ->type_name("");
        waarde_cmd_
            ->add_option("--bereidheid",
                         prices_,
                         "wat een eenheid effect mag kosten, in euro: een bedrag of een reeks; mag "
                         "vaker [0:100000:5000]")
            ->type_name("BEDRAG|VAN:TOT:STAP")
            ->allow_extra_args(false) // what follows may be the table
            ->check(CLI::Validator(complaint_about_prices, ""));
        waarde_cmd_
            ->add_option(
                "--nieuw-onderzoek",
                studies_,
                "wat het waard is om N personen te volgen om PARAMETER te leren kennen; N0: "
                "zoveel personen is wat men nu weet waard (bij een kans niet nodig); mag "
                "vaker")
            ->type_name("PARAMETER[:N0]=N")
            ->allow_extra_args(false)
            ->check(CLI::Validator(complaint_about_study, ""));
        waarde_cmd_->add_option("--eenheid", waarde_.eenheid, "waarin het effect is gemeten")
            ->type_name("TEKST")
            ->capture_default_str();
        add_output(waarde_cmd_, waarde_.uit, "<map>-<tabel>-waarde");
    }

    void add_bijdragen() {
        bijdragen_cmd_ = add(
            "bijdragen",
            "verdeel een bedrag over de gemeenten, naar een of meer sleutels",
            "STUDIE noemt een `basis` met de gemeenten, een `bedrag` en [sleutels.<naam>]: welk "
            "deel gaat\nnaar inwoners, meldingen of een eigen [cijfers.<maat>], met vaste "
            "bedragen, toeslagen,\nminimum en maximum. Met [uittreding.<naam>] en `toetreding`: "
            "wat een gemeente die weggaat of\nerbij komt scheelt. Schrijft in de map van --uit: "
            "bijdragen.csv, lidmaatschap.csv,\nherkomst.csv, samenvatting.txt, tabellen.xlsx en "
            "manifest.json.");
        add_study(bijdragen_cmd_, bijdragen_.studie);
        add_output(bijdragen_cmd_, bijdragen_.uit, "<map>-<studie>");
    }

    void add_begroting() {
        begroting_cmd_ = add(
            "begroting",
            "maak een begroting en meerjarenraming, per rechtsvorm, met risico en bijdragen",
            "STUDIE noemt een `basis`, het `jaar`, [salarissen], [personeel], [index], [lasten], "
            "[baten] en\n[varianten]. Elke variant wordt nagespeeld met hetzelfde toeval en per "
            "keer doorgerekend.\nSchrijft in de map van --uit: begroting.csv (elke regel met zijn "
            "herkomst), varianten.csv,\nbijdragen.csv, risico.csv, kostprijs.csv, aannames.csv, "
            "begroting.xlsx, rapport.html (figuren\nen uitleg voor een stuurgroep), "
            "samenvatting.txt, de scenario's zoals gelezen en manifest.json.\nCtrl-C stopt netjes: "
            "dezelfde opdracht gaat daarna verder waar zij was.");
        add_study(begroting_cmd_, begroting_.studie);
        begroting_cmd_
            ->add_option("--replicaties",
                         begroting_.replicaties,
                         "hoe vaak elke variant wordt nagespeeld [zoals de studie zegt, of 200]")
            ->type_name("GETAL")
            ->check(whole_number(2, most_replications));
        begroting_cmd_
            ->add_option(
                "--trekkingen",
                begroting_.trekkingen,
                "hoe vaak alles wat niet zeker is wordt getrokken, om te zien of de volgorde "
                "van varianten omkeert; 0 is niet [zoals de studie zegt, of 100]")
            ->type_name("GETAL")
            ->check(whole_number(0, most_replications));
        begroting_cmd_
            ->add_option(
                "--invoersjabloon",
                begroting_.sjabloon,
                "schrijf alleen een werkboek waarin u salarissen, regels, eerdere jaren en "
                "cijfers kunt invullen (.xlsx)")
            ->type_name("BESTAND");
        add_study_seed(begroting_cmd_, begroting_.zaad);
        add_threads(begroting_cmd_, begroting_.draden);
        add_output(begroting_cmd_, begroting_.uit, "<map>-<studie>");
        begroting_cmd_->add_option("--taal", language_, "taal van rapport.html: nl of en")
            ->type_name("nl|en")
            ->check(one_of({"nl", "en"}))
            ->capture_default_str();
        add_progress(begroting_cmd_, begroting_.voortgang);
    }

    void add_opwarming() {
        opwarming_cmd_ =
            add("opwarming",
                "zeg per maandcijfer of de opwarming lang genoeg is",
                "Speelt het huis na vanaf het begin van de opwarming, langer dan het scenario,\n"
                "en zoekt per maandcijfer wanneer het is volgelopen (MSER-5). Groei, ingrepen op\n"
                "de instroom, thema's en afwezigheid met een datum doen niet mee. Van een studie "
                "wordt\nelke optie zo bekeken, in een map van haar eigen naam.\n"
                "Schrijft in de map van --uit: opwarming.csv, verloop.csv, figuren (.svg),\n"
                "samenvatting.txt, tabellen.xlsx en manifest.json. Ctrl-C stopt netjes.");
        opwarming_cmd_
            ->add_option("SCENARIO|STUDIE",
                         opwarming_.scenario,
                         "scenariobestand, of een studie voor `vergelijk` (.toml)")
            ->required()
            ->type_name("");
        add_study_options(
            opwarming_cmd_, opwarming_.replicaties, opwarming_.zaad, opwarming_.draden);
        opwarming_cmd_
            ->add_option(
                "--jaren",
                opwarming_.jaren,
                "hoeveel jaar wordt bekeken, vanaf het begin van de opwarming [10, of drie "
                "keer de opwarming]")
            ->type_name("GETAL")
            ->check(whole_number(1, 50));
        add_output(opwarming_cmd_, opwarming_.uit, "<map>-<scenario>-opwarming");
        add_progress(opwarming_cmd_, opwarming_.voortgang);
    }

    void add_gevoeligheid() {
        gevoeligheid_cmd_ =
            add("gevoeligheid",
                "zoek welke aannames de uitkomst het meest bepalen",
                "STUDIE noemt een `basis`, welke [[maten]] tellen, en zo nodig in [gevoeligheid] "
                "welke\n`parameters`. Elke aanname met `laag` en `hoog` wordt op beide grenzen "
                "nagespeeld; de\nbelangrijkste daarna samen, om de onzekerheid van de uitkomst "
                "over hen te verdelen.\nSchrijft tornado.csv, sobol.csv, metamodel.csv, figuren "
                "(.svg), samenvatting.txt, tabellen.xlsx en\nmanifest.json. Ctrl-C stopt netjes: "
                "wat klaar is "
                "wordt geschreven, en dezelfde\nopdracht gaat daar verder.");
        gevoeligheid_cmd_->add_option("STUDIE", gevoeligheid_.studie, "studiebestand (.toml)")
            ->required()
            ->type_name("");
        gevoeligheid_cmd_
            ->add_option("--replicaties",
                         gevoeligheid_.replicaties,
                         "hoe vaak elke grens wordt nagespeeld [zoals de studie zegt, of 20]")
            ->type_name("GETAL")
            ->check(whole_number(2, 100'000));
        gevoeligheid_cmd_
            ->add_option("--zaad",
                         gevoeligheid_.zaad,
                         "startgetal van het toeval [zoals de studie zegt, of 1]")
            ->type_name("GETAL")
            ->check(whole_number(0, 4'294'967'295U));
        add_threads(gevoeligheid_cmd_, gevoeligheid_.draden);
        add_output(gevoeligheid_cmd_, gevoeligheid_.uit, "<map>-<studie>");
        add_progress(gevoeligheid_cmd_, gevoeligheid_.voortgang);
    }

    CLI::App app_;
    GevoeligheidOptions gevoeligheid_;
    CLI::App* gevoeligheid_cmd_ = nullptr;
    FormatieOptions formatie_;
    CLI::App* formatie_cmd_ = nullptr;
    WaardeOptions waarde_;
    std::vector<std::string> prices_;
    std::vector<std::string> studies_;
    CLI::App* waarde_cmd_ = nullptr;
    BegrotingOptions begroting_;
    CLI::App* begroting_cmd_ = nullptr;
    BijdragenOptions bijdragen_;
    CLI::App* bijdragen_cmd_ = nullptr;
    OpwarmingOptions opwarming_;
    CLI::App* opwarming_cmd_ = nullptr;
    VergelijkOptions vergelijk_;
    CLI::App* vergelijk_cmd_ = nullptr;
    NazorgOptions nazorg_;
    PsaOptions psa_;
    std::string prices_kind_ = "marginaal";
    CLI::App* psa_cmd_ = nullptr;
    KalibreerOptions kalibreer_;
    std::vector<std::string> intensities_;
    std::string odds_ratio_;
    CLI::App* nazorg_cmd_ = nullptr;
    CLI::App* kalibreer_cmd_ = nullptr;
    SimuleerOptions simuleer_;
    ControleerOptions controleer_;
    ParametersOptions parameters_;
    MatenOptions maten_;
    SpoorOptions spoor_;
    MaandbeeldOptions maandbeeld_;
    std::string decimal_ = "punt";
    std::string language_ = "nl";
    std::string precision_;
    std::uint32_t melding_ = 0;
    CLI::App* simuleer_cmd_ = nullptr;
    CLI::App* controleer_cmd_ = nullptr;
    CLI::App* sjabloon_cmd_ = nullptr;
    CLI::App* parameters_cmd_ = nullptr;
    CLI::App* maten_cmd_ = nullptr;
    CLI::App* spoor_cmd_ = nullptr;
    CLI::App* maandbeeld_cmd_ = nullptr;
    CLI::Option* melding_option_ = nullptr;
};

} // namespace

std::variant<Command, NoCommand> read_command_line(int argc, const char* const* argv) {
    return CommandLine().read(argc, argv);
}

std::string program_version() {
    return KETENPLAN_VERSION;
}

} // namespace ketenplan::runner
