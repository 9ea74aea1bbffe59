#include "input/cell_value.hpp"

#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner {

namespace {

constexpr std::string_view euro_mark = "€";

/// Spaces that do not break become spaces, "-€ 5" becomes "€ -5".
std::string plainly_typed(std::string_view raw) {
    std::string text = folded(raw);
    for (const std::string_view minus : {"-", "\xe2\x88\x92"}) { // a hyphen, the sign of Unicode
        if (!text.starts_with(minus))
            continue;
        const std::string_view rest = without_edges(std::string_view(text).substr(minus.size()));
        if (rest.starts_with(euro_mark))
            return fmt::format("{} -{}", euro_mark, without_edges(rest.substr(euro_mark.size())));
        return fmt::format("-{}", rest);
    }
    return text;
}

/// Where the digits are in "€ -1.234,56 per jaar".
std::string_view digits_in(std::string_view text) {
    constexpr std::string_view marks = "0123456789.,";
    const std::size_t begin = std::min(text.find_first_of("0123456789"), text.size());
    const std::string_view rest = text.substr(begin);
    return rest.substr(0, rest.find_first_not_of(marks));
}

/// "1.500": a dot with three digits after it, which may go either way.
bool is_ambiguous(std::string_view digits) {
    const std::size_t dot = digits.find('.');
    return dot >= 1 && dot <= 3 && digits.size() == dot + 4 && digits.front() != '0' &&
           digits.find_first_of(".,", dot + 1) == std::string_view::npos;
}

/// The decimal mark that one text gives away; 0 when it does not.
char mark_of(std::string_view digits) {
    const auto dots = std::ranges::count(digits, '.');
    if (digits.find(',') != std::string_view::npos)
        return digits.find(',') > digits.rfind('.') || dots == 0 ? ',' : '\0';
    if (dots > 1)
        return ',';
    return dots == 1 && !is_ambiguous(digits) ? '.' : '\0';
}

std::string without_doubt(std::string text, std::optional<char> mark) {
    const std::string_view digits = digits_in(text);
    if (!mark || !is_ambiguous(digits))
        return text;
    const std::size_t dot =
        static_cast<std::size_t>(digits.data() - text.data()) + digits.find('.');
    if (*mark == ',')
        text.erase(dot, 1);
    else
        text[dot] = ',';
    return text;
}

ParsedNumber
number_in_text(const Cell& cell, units::Dimension dimension, std::optional<char> mark) {
    const std::string text = without_doubt(plainly_typed(cell.text), mark);
    const ParsedNumber bare = parse_quantity(text, units::Dimension::count);
    if (bare.value)
        return bare;
    ParsedNumber parsed = parse_quantity(text, dimension);
    if (!parsed.value && digits_in(text).empty())
        return {std::nullopt,
                fmt::format("is \"{}\" en geen getal", excerpt(cell.text)),
                "schrijf een getal, of 0"};
    return parsed;
}

bool may_be_percentage(units::Dimension dimension) {
    return dimension == units::Dimension::probability || dimension == units::Dimension::factor;
}

} // namespace

std::optional<char> decimal_mark(std::span<const std::string> texts) {
    bool comma = false;
    bool dot = false;
    for (const std::string& text : texts) {
        const char mark = mark_of(digits_in(text));
        comma = comma || mark == ',';
        dot = dot || mark == '.';
    }
    if (comma == dot)
        return std::nullopt;
    return comma ? ',' : '.';
}

ParsedNumber what_is_wrong(const Cell& cell) {
    if (cell.kind == Cell::Kind::fault)
        return {std::nullopt,
                fmt::format("toont een fout ({})", excerpt(cell.text)),
                "herstel de formule of de waarde in de werkmap"};
    if (cell.kind == Cell::Kind::uncalculated)
        return {std::nullopt,
                "is een formule die nog niet is berekend",
                "open de werkmap eenmaal in Excel of LibreOffice en sla haar daar op"};
    return {};
}

ParsedNumber cell_number(const Cell& cell, units::Dimension dimension, std::optional<char> mark) {
    switch (cell.kind) {
    case Cell::Kind::text:
        return number_in_text(cell, dimension, mark);
    case Cell::Kind::number:
        if (cell.percent && !may_be_percentage(dimension))
            return {std::nullopt,
                    fmt::format("is een percentage ({}), maar hoort hier een getal te zijn",
                                cell_as_text(cell).value_or("")),
                    "geef de cel de opmaak \"Getal\""};
        return {cell.number, "", ""};
    case Cell::Kind::flag:
    case Cell::Kind::date:
        return {std::nullopt,
                fmt::format("is {}, maar hoort een getal te zijn", cell_as_text(cell).value_or("")),
                cell.kind == Cell::Kind::date
                    ? "typ het getal opnieuw en geef de cel de opmaak \"Getal\""
                    : "typ een getal"};
    case Cell::Kind::fault:
    case Cell::Kind::uncalculated:
        return what_is_wrong(cell);
    case Cell::Kind::empty:
        break;
    }
    return {std::nullopt, "is leeg", "vul een getal in"};
}

std::optional<std::string> cell_as_text(const Cell& cell) {
    switch (cell.kind) {
    case Cell::Kind::text:
        return cell.text;
    case Cell::Kind::number:
        // The digits that Excel keeps: 7% is 0.07, and not 7.000000000000001.
        return units::number_text(cell.percent ? 100.0 * cell.number : cell.number, ',', 15) +
               (cell.percent ? "%" : "");
    case Cell::Kind::flag:
        return cell.number != 0.0 ? "waar" : "onwaar";
    case Cell::Kind::date:
        return date_text(cell.date);
    case Cell::Kind::fault:
    case Cell::Kind::uncalculated:
        return std::nullopt;
    case Cell::Kind::empty:
        break;
    }
    return "";
}

} // namespace ketenplan::runner
