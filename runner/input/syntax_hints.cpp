#include "input/syntax_hints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ketenplan::runner {

namespace {

constexpr std::string_view redefinition = "cannot redefine existing";

/// What the parser says, and what we say of it.
struct Known {
    std::string_view english;
    Translation translation;
};

constexpr std::array known{
    Known{redefinition,
          {"staat er twee keer: dan is niet te zeggen welke geldt", "haal een van de twee weg"}},
    Known{"while parsing string",
          {"heeft tekst zonder sluitend aanhalingsteken, of een onbekende \\-code",
           R"(sluit tekst af met " en schrijf een \ als \\)"}},
    Known{"while parsing inline table",
          {"heeft een tabel tussen { } die niet goed is afgesloten",
           "schrijf { sleutel = waarde, sleutel = waarde } op één regel"}},
    Known{"while parsing array",
          {"heeft een lijst tussen [ ] die niet goed is afgesloten", "schrijf [waarde, waarde]"}},
    Known{
        "while parsing table header",
        {"heeft een tabelkop die niet goed is afgesloten", "schrijf [tabel] of [tabel.onderdeel]"}},
    Known{"while parsing key-value pair",
          {"is geen `sleutel = waarde`",
           "zet tekst, en getallen met een komma of een eenheid, tussen aanhalingstekens: "
           "\"0,5\", \"6 weken\""}},
    Known{"while parsing key",
          {"heeft een sleutel met een teken dat daar niet mag staan",
           "een sleutel bestaat uit letters, cijfers, _ en -"}},
};

std::string_view without_blanks(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

} // namespace

bool is_redefinition(std::string_view english) {
    return english.find(redefinition) != std::string_view::npos;
}

Translation translate(std::string_view english) {
    for (const Known& k : known) {
        if (english.find(k.english) != std::string_view::npos)
            return k.translation;
    }
    return {"heeft een waarde die niet te lezen is",
            "zet getallen met een eenheid of een komma tussen aanhalingstekens: \"0,8 fte\""};
}

std::string_view line_of(std::string_view text, std::uint32_t number) {
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < number && begin != std::string_view::npos; ++line) {
        begin = text.find('\n', begin);
        if (begin != std::string_view::npos)
            ++begin;
    }
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find('\n', begin) - begin);
}

std::string_view key_on(std::string_view line) {
    const std::size_t equals = line.find('=');
    return equals == std::string_view::npos ? "" : without_blanks(line.substr(0, equals));
}

std::string hint_for(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos)
        return "";
    std::string_view value = without_blanks(line.substr(equals + 1));
    value = without_blanks(value.substr(0, value.find('#')));
    const auto digit = [](char c) {
        return c >= '0' && c <= '9';
    };
    const auto all = [](std::string_view text, auto test) {
        return !text.empty() && std::ranges::all_of(text, test);
    };
    if (value == "ja" || value == "nee")
        return value == "ja" ? "schrijf true" : "schrijf false";
    if (value.size() == 10 && digit(value[0]) && digit(value[1]) &&
        (value[2] == '-' || value[2] == '/'))
        return fmt::format("schrijf een datum als jaar-maand-dag: {}-{}-{}",
                           value.substr(6),
                           value.substr(3, 2),
                           value.substr(0, 2));
    const auto word = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ' ';
    };
    if (all(value, word))
        return fmt::format("zet tekst tussen aanhalingstekens: \"{}\"", value);
    if (all(value, [&](char c) { return digit(c) || word(c) || c == ',' || c == '.' || c == '%'; }))
        return fmt::format("zet getallen met een komma of een eenheid tussen aanhalingstekens: "
                           "\"{}\"",
                           value);
    return "";
}

} // namespace ketenplan::runner
