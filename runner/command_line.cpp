#include "command_line.hpp"

#include "exit_codes.hpp"
#include "units/nearest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <vector>

namespace ketenplan::runner {

namespace {

constexpr std::uint32_t most_replications = 10'000'000;
constexpr std::uint32_t most_threads = 1024;

/// Accepts whole numbers from `low` to `high`; complains in Dutch.
CLI::Validator whole_number(std::uint32_t low, std::uint32_t high) {
    return {[low, high](std::string& text) -> std::string {
                const bool digits = !text.empty() && text.size() <= 10 &&
                                    text.find_first_not_of("0123456789") == std::string::npos;
                if (digits) {
                    const unsigned long long value = std::stoull(text);
                    if (value >= low && value <= high)
                        return "";
                }
                return fmt::format(
                    "\"{}\" is geen geheel getal van {} tot en met {}", text, low, high);
            },
            ""};
}

/// A number as a user may write it, with a point or a comma.
double plain_number(std::string text) {
    std::ranges::replace(text, ',', '.');
    double value = std::nan("");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : std::nan("");
}

CLI::Validator number_between(double low, double high) {
    return {[low, high](std::string& text) -> std::string {
                const double value = plain_number(text);
                if (value >= low && value <= high)
                    return "";
                return fmt::format("\"{}\" is geen getal van {} tot en met {}", text, low, high);
            },
            ""};
}

CLI::Validator one_of(const std::vector<std::string>& names) {
    return {[names](std::string& text) -> std::string {
                if (std::ranges::find(names, text) != names.end())
                    return "";
                return fmt::format(
                    "\"{}\" is geen keuze; kies uit: {}", text, CLI::detail::join(names, ", "));
            },
            ""};
}

void speak_dutch(CLI::App& app) {
    app.set_help_flag("-h,--help", "toon deze hulp");
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(34);
    formatter->label("Usage", "Gebruik");
    formatter->label("OPTIONS", "opties");
    formatter->label("SUBCOMMAND", "opdracht");
    formatter->label("SUBCOMMANDS", "opdrachten");
    formatter->label("Positionals", "Wat");
    formatter->label("REQUIRED", "(verplicht)");
    app.formatter(formatter);
}

/// Puts everything under Dutch headings; after all options have been added.
void name_groups(CLI::App& app) {
    for (CLI::Option* option : app.get_options())
        option->group("Opties");
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
        command->group("Opdrachten");
        name_groups(*command);
    }
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

std::string not_understood(const std::string& word, const std::vector<std::string>& known) {
    const std::string guess = units::nearest(word, known);
    return fmt::format("\"{}\" wordt niet begrepen{}",
                       word,
                       guess.empty() ? "" : fmt::format("; bedoelde u \"{}\"?", guess));
}

/// What is wrong with a command line that begins with `first`, in Dutch.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, const std::string& first) {
    const std::string text = error.what();
    if (!first.empty() && first[0] != '-' && app.get_subcommands().empty())
        return not_understood(first, command_names(app));
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        std::vector<std::string> known = command_names(app);
        for (const CLI::App* sub : app.get_subcommands()) {
            for (const CLI::Option* option : sub->get_options()) {
                for (const std::string& name : option->get_lnames())
                    known.push_back("--" + name);
            }
        }
        return not_understood(text.substr(text.rfind(' ') + 1), known);
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return app.get_subcommands().empty()
                   ? "geef een opdracht, bijvoorbeeld `ketenplan simuleer mijn.toml`"
                   : "er ontbreekt " + text.substr(0, text.find(' '));
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
        return text;
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return "na " + text.substr(0, text.find(':')) + " hoort een waarde";
    return "de opdracht wordt niet begrepen (" + text + ")";
}

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
        add_kalibreer();
        add_maandbeeld();
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
            simuleer_.decimaal = decimal_ == "komma" ? DecimalMark::comma : DecimalMark::point;
            return simuleer_;
        }
        if (controleer_cmd_->parsed())
            return controleer_;
        if (sjabloon_cmd_->parsed())
            return SjabloonOptions{};
        if (parameters_cmd_->parsed())
            return parameters_;
        if (maten_cmd_->parsed())
            return maten_;
        if (nazorg_cmd_->parsed()) {
            nazorg_.decimaal = decimal_ == "komma" ? DecimalMark::comma : DecimalMark::point;
            for (const std::string& text : intensities_)
                nazorg_.intensiteiten.push_back(plain_number(text));
            if (!odds_ratio_.empty())
                nazorg_.odds_ratio = plain_number(odds_ratio_);
            return nazorg_;
        }
        if (kalibreer_cmd_->parsed())
            return kalibreer_;
        if (maandbeeld_cmd_->parsed()) {
            maandbeeld_.decimaal = decimal_ == "komma" ? DecimalMark::comma : DecimalMark::point;
            return maandbeeld_;
        }
        if (melding_option_->count() > 0)
            spoor_.melding = melding_;
        return spoor_;
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

    static void add_seed(CLI::App* command, std::uint32_t& target) {
        command->add_option("--zaad", target, "startgetal van het toeval")
            ->type_name("GETAL")
            ->check(whole_number(0, 4'294'967'295U))
            ->capture_default_str();
    }

    void add_simuleer() {
        simuleer_cmd_ =
            add("simuleer",
                "simuleer een scenario en schrijf tabellen",
                "Schrijft in de map van --uit: gebied.csv, gemeente.csv, rol.csv, huis.csv\n"
                "(schattingen met 95%-interval), werklast.csv (berekend zonder simulatie),\n"
                "parameters.csv, samenvatting.txt en manifest.json.\n"
                "Ctrl-C stopt netjes: wat klaar is wordt bewaard.");
        add_scenario(simuleer_cmd_, simuleer_.scenario);
        simuleer_cmd_
            ->add_option(
                "--replicaties", simuleer_.replicaties, "hoe vaak de periode wordt nagespeeld")
            ->type_name("GETAL")
            ->check(whole_number(1, most_replications))
            ->capture_default_str();
        add_seed(simuleer_cmd_, simuleer_.zaad);
        simuleer_cmd_
            ->add_option(
                "--draden", simuleer_.draden, "rekendraden; 0: zoveel als er processoren zijn")
            ->type_name("GETAL")
            ->check(whole_number(0, most_threads))
            ->capture_default_str();
        simuleer_cmd_
            ->add_option("--uit", simuleer_.uit, "map voor de tabellen [resultaten/<scenario>]")
            ->type_name("MAP");
        simuleer_cmd_
            ->add_option(
                "--decimaal", decimal_, "decimaalteken in csv; komma is voor Nederlandse Excel")
            ->type_name("punt|komma")
            ->check(one_of({"punt", "komma"}))
            ->capture_default_str();
        simuleer_cmd_->add_flag("--intern",
                                simuleer_.intern,
                                "toon ook aantallen van 1 tot en met 4 personen per gemeente");
        simuleer_cmd_->add_flag("--voortgang",
                                simuleer_.voortgang,
                                "toon de voortgang ook als de uitvoer geen terminal is");
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
            "[nazorg.effect].\nSchrijft nazorg.csv, trekkingen.csv, samenvatting.txt en "
            "manifest.json.");
        add_scenario(nazorg_cmd_, nazorg_.scenario);
        add_study_options(nazorg_cmd_, nazorg_.replicaties, nazorg_.zaad, nazorg_.draden);
        nazorg_cmd_
            ->add_option(
                "--uit", nazorg_.uit, "map voor de tabellen [resultaten/<scenario>-nazorg]")
            ->type_name("MAP");
        nazorg_cmd_
            ->add_option("--intensiteit",
                         intensities_,
                         "ook rekenen met zoveel maal de nazorg van nu, bijvoorbeeld 0,5 of 2; mag "
                         "vaker")
            ->type_name("GETAL")
            ->allow_extra_args(false) // what follows may be the scenario
            ->check(number_between(0.0, 10.0));
        nazorg_cmd_
            ->add_option("--odds-ratio",
                         odds_ratio_,
                         "reken met dit effect in plaats van met trekkingen; 1 is geen effect")
            ->type_name("GETAL")
            ->check(number_between(0.05, 20.0));
        nazorg_cmd_->add_option("--decimaal", decimal_, "decimaalteken in csv")
            ->type_name("punt|komma")
            ->check(one_of({"punt", "komma"}))
            ->capture_default_str();
        nazorg_cmd_->add_flag("--voortgang",
                              nazorg_.voortgang,
                              "toon de voortgang ook als de uitvoer geen terminal is");
    }

    void add_kalibreer() {
        kalibreer_cmd_ =
            add("kalibreer",
                "stel de recidive in op het gepubliceerde cijfer, en leg er de andere maat naast",
                "Zoekt de `schaal` waarbij `recidive_2j` gelijk is aan [recidive.gepubliceerd], in "
                "runs waarin\nnazorg niets doet, en de schaal waarbij de heruitstroom in hetzelfde "
                "jaar het gedrukte cijfer is.\nVerandert het scenario niet.");
        add_scenario(kalibreer_cmd_, kalibreer_.scenario);
        add_study_options(
            kalibreer_cmd_, kalibreer_.replicaties, kalibreer_.zaad, kalibreer_.draden);
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
        command->add_option("--draden", threads, "rekendraden; 0: zoveel als er processoren zijn")
            ->type_name("GETAL")
            ->check(whole_number(0, most_threads))
            ->capture_default_str();
    }

    void add_maandbeeld() {
        maandbeeld_cmd_ =
            add("maandbeeld",
                "teken het verloop per maand, en hoe een variant daarvan verschilt",
                "Met VARIANT worden beide nagespeeld met hetzelfde toeval en vergeleken.\n"
                "Schrijft in de map van --uit: figuren (.svg), maanden.csv, jaren.csv (bij een\n"
                "variant), samenvatting.txt, de scenario's zoals gelezen, en manifest.json.\n"
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
        maandbeeld_cmd_
            ->add_option(
                "--draden", maandbeeld_.draden, "rekendraden; 0: zoveel als er processoren zijn")
            ->type_name("GETAL")
            ->check(whole_number(0, most_threads))
            ->capture_default_str();
        maandbeeld_cmd_
            ->add_option("--uit", maandbeeld_.uit, "map voor het resultaat [resultaten/<namen>]")
            ->type_name("MAP");
        maandbeeld_cmd_
            ->add_option(
                "--decimaal", decimal_, "decimaalteken in csv; komma is voor Nederlandse Excel")
            ->type_name("punt|komma")
            ->check(one_of({"punt", "komma"}))
            ->capture_default_str();
        maandbeeld_cmd_->add_flag("--voortgang",
                                  maandbeeld_.voortgang,
                                  "toon de voortgang ook als de uitvoer geen terminal is");
    }

    CLI::App app_;
    NazorgOptions nazorg_;
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
