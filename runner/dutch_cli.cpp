#include "dutch_cli.hpp"

#include "units/nearest.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>

namespace ketenplan::runner {

namespace {

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

} // namespace

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

double percentage(std::string text) {
    while (!text.empty() && (text.back() == '%' || text.back() == ' '))
        text.pop_back();
    return plain_number(std::move(text)) / 100.0;
}

CLI::Validator percentage_between(double low, double high) {
    return {[low, high](std::string& text) -> std::string {
                const double value = 100.0 * percentage(text);
                if (value >= low && value <= high)
                    return "";
                return fmt::format(
                    "\"{}\" is geen percentage van {} tot en met {}", text, low, high);
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

void name_groups(CLI::App& app) {
    for (CLI::Option* option : app.get_options())
        option->group("Opties");
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
        command->group("Opdrachten");
        name_groups(*command);
    }
}

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
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr)
        return text.substr(0, text.find(' ')) + " kan alleen samen met " +
               text.substr(text.rfind(' ') + 1);
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr)
        return text;
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return "na " + text.substr(0, text.find(':')) + " hoort een waarde";
    return "de opdracht wordt niet begrepen (" + text + ")";
}

} // namespace ketenplan::runner
