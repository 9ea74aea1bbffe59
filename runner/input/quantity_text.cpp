#include "input/quantity_text.hpp"

#include "units/nearest.hpp"
#include "units/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace ketenplan::runner {

namespace {

using units::Dimension;

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whole number from all of `text`.
std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string units_text(Dimension dimension) {
    std::vector<std::string> names;
    for (const units::UnitName& unit : units::units_of(dimension))
        names.emplace_back(unit.text.empty() ? "(geen eenheid)" : unit.text);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string example(Dimension dimension) {
    switch (dimension) {
    case Dimension::probability:
        return "schrijf bijvoorbeeld 0.15 of \"15%\"";
    case Dimension::factor:
        return "schrijf bijvoorbeeld 1.1 of \"110%\"";
    case Dimension::count:
        return "schrijf bijvoorbeeld 25";
    case Dimension::days:
        return "schrijf bijvoorbeeld \"6 weken\"";
    default:
        return fmt::format("schrijf bijvoorbeeld \"6 {}\"", units::native_unit(dimension));
    }
}

/// The digits of a Dutch number as a C one; nothing when they are not a number, or ambiguous.
struct Digits {
    std::string text;
    bool ambiguous = false;
};

Digits plain_digits(std::string_view text) {
    const auto commas = std::ranges::count(text, ',');
    const auto dots = std::ranges::count(text, '.');
    Digits digits;
    if (commas > 1)
        return digits;
    std::string_view before = text.substr(0, text.find(','));
    const std::string_view after = commas == 1 ? text.substr(before.size() + 1) : "";
    if (after.find('.') != std::string_view::npos)
        return digits;
    const bool negative = before.starts_with('-');
    if (negative)
        before.remove_prefix(1);
    const std::size_t dot = before.find('.');
    const bool grouped = dots > 1 || (dots == 1 && commas == 1);
    if (grouped) {
        // Every group after the first has three digits.
        if (dot == 0 || dot > 3)
            return digits;
        for (std::size_t i = dot; i < before.size(); i += 4) {
            const std::string_view group = before.substr(i, 4);
            if (group.size() != 4 || group[0] != '.' ||
                !std::all_of(group.begin() + 1, group.end(), is_digit))
                return digits;
        }
    } else if (dots == 1 && before.size() - dot == 4 && dot >= 1 && before[0] != '0') {
        digits.ambiguous = true;
        return digits;
    }
    if (negative)
        digits.text += '-';
    for (const char c : before) {
        if (c != '.' || !grouped)
            digits.text += c;
    }
    if (commas == 1)
        digits.text += '.' + std::string(after);
    return digits;
}

/// A unit as people shorten it, in the form that is declared.
std::string written_out(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> short_forms{
        std::pair{"min", "minuten"},
        std::pair{"min.", "minuten"},
        std::pair{"u", "uur"},
        std::pair{"d", "dagen"},
        std::pair{"wk", "weken"},
        std::pair{"wkn", "weken"},
        std::pair{"mnd", "maanden"},
        std::pair{"jr", "jaar"},
        std::pair{"jaren", "jaar"},
        std::pair{"p/j", "per jaar"},
        std::pair{"pct", "procent"},
        std::pair{"eur", "euro"}};
    std::string lower(unit);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto* const found = std::ranges::find(
        short_forms, lower, &std::pair<std::string_view, std::string_view>::first);
    return found == short_forms.end() ? lower : std::string(found->second);
}

std::optional<double> to_number(const std::string& text) {
    if (text.empty() || !std::ranges::any_of(text, is_digit) || text.back() == '.')
        return std::nullopt;
    double value = 0.0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

ParsedNumber parse_quantity(std::string_view text, Dimension dimension) {
    std::string_view all = trimmed(text);
    const bool euro_sign = all.starts_with("€");
    if (euro_sign)
        all = trimmed(all.substr(std::string_view("€").size()));
    const std::size_t split = std::min(all.find_first_not_of("0123456789.,-"), all.size());
    const std::string_view number = trimmed(all.substr(0, split));
    const std::string_view typed = euro_sign ? "euro" : trimmed(all.substr(split));
    const std::string unit = written_out(typed);
    const Digits digits = plain_digits(number);
    if (digits.ambiguous) {
        const std::size_t dot = number.find('.');
        return {std::nullopt,
                fmt::format("is \"{}\", wat op twee manieren te lezen is", text),
                fmt::format("schrijf {}{} (duizendtallen zonder punt) of {},{} (een komma voor "
                            "decimalen)",
                            number.substr(0, dot),
                            number.substr(dot + 1),
                            number.substr(0, dot),
                            number.substr(dot + 1))};
    }
    const auto value = to_number(digits.text);
    if (!value)
        return {std::nullopt,
                fmt::format("is \"{}\", maar moet met een getal beginnen", text),
                example(dimension)};
    const auto factor = units::unit_factor(dimension, unit);
    if (factor)
        return {*value * *factor, "", ""};
    if (unit.empty())
        return bare_number(*value, dimension);
    std::vector<std::string> known;
    for (const units::UnitName& name : units::units_of(dimension))
        known.emplace_back(name.text);
    const std::string guess = units::nearest(unit, known);
    return {std::nullopt,
            fmt::format("heeft de eenheid \"{}\", die hier niet past", typed),
            guess.empty() ? "kies uit: " + units_text(dimension)
                          : fmt::format("bedoelde u \"{}\"?", guess)};
}

ParsedNumber bare_number(double value, Dimension dimension) {
    if (units::may_be_bare(dimension))
        return {value, "", ""};
    return {std::nullopt,
            "is een getal zonder eenheid",
            fmt::format("schrijf bijvoorbeeld \"{} {}\"; mogelijke eenheden: {}",
                        units::number_text(value, ',', 10),
                        units::native_unit(dimension),
                        units_text(dimension))};
}

std::string exact_number(double value) {
    for (int digits = 6; digits < 17; ++digits) {
        const std::string text = units::number_text(value, '.', digits);
        double back = 0.0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        if (back == value)
            return text;
    }
    return units::number_text(value, '.', 17);
}

std::string exact_quantity(double value, Dimension dimension) {
    std::string number = exact_number(value);
    std::ranges::replace(number, '.', ',');
    return fmt::format("{} {}", number, units::unit_after(value, dimension));
}

std::optional<engine::CivilSpan> parse_span(std::string_view text) {
    const std::string_view all = trimmed(text);
    const std::size_t split = all.find(' ');
    if (split == std::string_view::npos)
        return std::nullopt;
    const auto count = whole(all.substr(0, split));
    const std::string unit = written_out(trimmed(all.substr(split)));
    if (!count)
        return std::nullopt;
    if (unit == "dag" || unit == "dagen")
        return engine::CivilSpan{.months = 0, .days = *count};
    if (unit == "week" || unit == "weken")
        return engine::CivilSpan{.months = 0, .days = std::int64_t{7} * *count};
    constexpr int most_months = 100'000;
    if (std::abs(*count) > most_months)
        return std::nullopt;
    if (unit == "maand" || unit == "maanden")
        return engine::CivilSpan{.months = *count};
    if (unit == "jaar")
        return engine::CivilSpan{.months = 12 * *count};
    return std::nullopt;
}

std::optional<engine::Seconds> parse_clock(std::string_view text) {
    const std::string_view all = trimmed(text);
    const std::size_t split = all.find_first_of(":.");
    if (split == std::string_view::npos || all.size() - split != 3)
        return std::nullopt;
    const auto hours = whole(all.substr(0, split));
    const auto minutes = whole(all.substr(split + 1));
    if (!hours || !minutes || *hours < 0 || *hours > 23 || *minutes < 0 || *minutes > 59)
        return std::nullopt;
    return std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
}

std::optional<parameters::MonthDay> parse_month_day(std::string_view text) {
    const std::string_view all = trimmed(text);
    const std::size_t split = all.find('-');
    if (split == std::string_view::npos)
        return std::nullopt;
    const auto day = whole(all.substr(0, split));
    const auto month = whole(all.substr(split + 1));
    if (!day || !month || *day < 1 || *month < 1)
        return std::nullopt;
    const parameters::MonthDay result{std::chrono::month{static_cast<unsigned>(*month)},
                                      std::chrono::day{static_cast<unsigned>(*day)}};
    return result.ok() ? std::optional(result) : std::nullopt;
}

std::optional<engine::Date> parse_date(std::string_view text) {
    const std::string_view all = trimmed(text);
    if (all.size() != 10 || all[4] != '-' || all[7] != '-')
        return std::nullopt;
    const auto year = whole(all.substr(0, 4));
    const auto month = whole(all.substr(5, 2));
    const auto day = whole(all.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1)
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{*year},
                                          std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
    return ymd.ok() ? std::optional(engine::Date{ymd}) : std::nullopt;
}

std::string span_text(engine::CivilSpan span) {
    if (span.months == 0)
        return fmt::format("{} {}", span.days, span.days == 1 ? "dag" : "dagen");
    if (span.months % 12 == 0)
        return fmt::format("{} jaar", span.months / 12);
    return fmt::format("{} {}", span.months, span.months == 1 ? "maand" : "maanden");
}

std::string clock_text(engine::Seconds clock) {
    return fmt::format("{:02}:{:02}", clock.count() / 3600, clock.count() / 60 % 60);
}

std::string date_text(engine::Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

} // namespace ketenplan::runner
