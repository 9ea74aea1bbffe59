#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

namespace ketenplan::runner {

using analysis::Estimate;

namespace {

/// A margin that rounds to zero is still a margin.
std::string margin_text(double half_width, int decimals) {
    const double least = std::pow(10.0, -decimals);
    if (half_width > 0.0 && half_width < 0.5 * least)
        return "< " + dutch(least, decimals);
    return dutch(half_width, decimals);
}

} // namespace

std::string dutch(double value, int decimals) {
    if (std::isnan(value))
        return "-";
    std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point < text.size())
        text[point] = ',';
    constexpr std::size_t group = 3;
    for (std::size_t i = point; i > group; i -= group)
        text.insert(i - group, ".");
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return value < 0.0 && !zero ? "-" + text : text;
}

int decimals_for(double value) {
    const double size = std::abs(value);
    if (size >= 100.0)
        return 0;
    return size >= 10.0 ? 1 : 2;
}

int decimals_in_words(double value) {
    const double size = std::abs(value);
    if (size >= 99.95)
        return 0;
    return size >= 0.995 || size == 0.0 ? 1 : 2;
}

std::string with_margin(const Estimate& e, int decimals) {
    if (e.n == 0)
        return "niet voorgekomen";
    return fmt::format("{} (± {})", dutch(e.mean, decimals), margin_text(e.half_width(), decimals));
}

std::string percentage(const Estimate& e) {
    if (e.n == 0)
        return "niet voorgekomen";
    return fmt::format(
        "{}% (± {})", dutch(100.0 * e.mean, 1), margin_text(100.0 * e.half_width(), 1));
}

std::string month_name(engine::Date day) {
    static constexpr std::array<std::string_view, 12> names{"januari",
                                                            "februari",
                                                            "maart",
                                                            "april",
                                                            "mei",
                                                            "juni",
                                                            "juli",
                                                            "augustus",
                                                            "september",
                                                            "oktober",
                                                            "november",
                                                            "december"};
    const std::chrono::year_month_day ymd{day};
    return fmt::format(
        "{} {}", names[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()));
}

std::string month_abbreviation(engine::Date day) {
    static constexpr std::array<std::string_view, 12> names{
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};
    const std::chrono::year_month_day ymd{day};
    return std::string(names[static_cast<unsigned>(ymd.month()) - 1]);
}

std::string listed(const std::vector<std::string>& names) {
    if (names.empty())
        return "";
    std::string text = names.front();
    for (std::size_t i = 1; i < names.size(); ++i)
        text += (i + 1 == names.size() ? " en " : ", ") + names[i];
    return text;
}

} // namespace ketenplan::runner
