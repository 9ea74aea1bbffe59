#include "value_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ketenplan::runner {

namespace {

constexpr double most_prices = 1000.0;
constexpr double largest = 1e12;

/// A number of at least 0, with a comma or a point before its decimals.
std::optional<double> amount(std::string text) {
    const std::size_t mark = text.find_first_of(".,");
    const bool digits =
        !text.empty() && text.find_first_not_of("0123456789.,") == std::string::npos;
    const bool thousands = mark != std::string::npos && text.size() - mark == 4 && text[0] != '0';
    if (!digits || thousands)
        return std::nullopt;
    std::ranges::replace(text, ',', '.');
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > largest)
        return std::nullopt;
    return value;
}

std::optional<std::vector<double>> range(double from, double to, double step) {
    constexpr double overhang = 1e-9; // of a step: what rounding may take from the last one
    if (to < from || step <= 0.0 || (to - from) / step > most_prices - 1.0)
        return std::nullopt;
    const auto count = static_cast<std::size_t>((to - from) / step + overhang) + 1;
    std::vector<double> prices;
    for (std::size_t i = 0; i < count; ++i)
        prices.push_back(from + static_cast<double>(i) * step);
    return prices;
}

} // namespace

std::optional<std::vector<double>> parse_prices(const std::string& text) {
    const std::size_t first = text.find(':');
    if (first == std::string::npos) {
        const auto price = amount(text);
        return price ? std::optional(std::vector{*price}) : std::nullopt;
    }
    const std::size_t second = text.find(':', first + 1);
    if (second == std::string::npos)
        return std::nullopt;
    const auto from = amount(text.substr(0, first));
    const auto to = amount(text.substr(first + 1, second - first - 1));
    const auto step = amount(text.substr(second + 1));
    return from && to && step ? range(*from, *to, *step) : std::nullopt;
}

std::vector<double> prices_of(const std::vector<std::string>& texts) {
    std::vector<double> prices;
    for (const std::string& text : texts) {
        const auto more = parse_prices(text);
        prices.insert(prices.end(), more->begin(), more->end());
    }
    if (texts.empty())
        prices = *parse_prices("0:100000:5000");
    std::ranges::sort(prices);
    prices.erase(std::ranges::unique(prices).begin(), prices.end());
    return prices;
}

std::optional<NieuwOnderzoek> parse_study(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos)
        return std::nullopt;
    NieuwOnderzoek study{text.substr(0, equals), 0.0, std::nullopt};
    study.personen = amount(text.substr(equals + 1)).value_or(0.0);
    if (const std::size_t colon = study.parameter.rfind(':'); colon != std::string::npos) {
        study.voorkennis = amount(study.parameter.substr(colon + 1)).value_or(0.0);
        study.parameter.erase(colon);
    }
    if (study.parameter.empty() || study.personen <= 0.0 || study.voorkennis.value_or(1.0) <= 0.0)
        return std::nullopt;
    return study;
}

std::string complaint_about_prices(const std::string& text) {
    if (parse_prices(text))
        return "";
    return fmt::format("--bereidheid: \"{}\" is geen bedrag (20000) of reeks van ten hoogste 1000 "
                       "bedragen (0:100000:5000); schrijf duizendtallen zonder punt",
                       text);
}

std::string complaint_about_study(const std::string& text) {
    if (parse_study(text))
        return "";
    return fmt::format("--nieuw-onderzoek: \"{}\" is niet PARAMETER=N of PARAMETER:N0=N, zoals "
                       "recidive:150=400; schrijf duizendtallen zonder punt",
                       text);
}

} // namespace ketenplan::runner
