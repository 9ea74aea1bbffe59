#include "output/month_narrator.hpp"

#include "output/dutch.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ketenplan::runner {

namespace {

using analysis::Ending;
using analysis::Estimate;
using analysis::MonthSeries;
using analysis::Paired;
using analysis::Scope;

Verdict verdict_on(const MonthSeries& series, const std::optional<analysis::Course>& course) {
    const auto equal = [](const Paired& p) {
        return p.verschil.n == 0 || (p.verschil.mean == 0.0 && p.verschil.standard_error == 0.0);
    };
    if (!course)
        return std::ranges::all_of(series.months, equal) ? Verdict::equal : Verdict::unproven;
    constexpr double slight = 0.02;
    const Paired& p = series.months[course->peak];
    return std::abs(p.verschil.mean) < slight * std::abs(p.basis.mean) ? Verdict::slight
                                                                       : Verdict::different;
}

std::string number(double value) {
    return dutch(value, decimals_in_words(value));
}

/// "95%: 9,8 tot 14,8", in the direction of the difference: its sign is in a word.
std::string interval(const Estimate& e, double scale) {
    const bool down = e.mean < 0.0;
    return fmt::format("95%: {} tot {}",
                       number(scale * (down ? -e.high : e.low)),
                       number(scale * (down ? -e.low : e.high)));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// "in de regio", "in Gouda", "voor de rol procesregisseur in Gouda".
std::string where(const casus::Opzet& opzet, Scope scope, const std::string& cell) {
    const auto place = [&](const std::string& key) -> std::string {
        for (const auto& subregio : opzet.parameters.subregios) {
            if (subregio.key == key)
                return "in " + subregio.naam;
        }
        return scope == Scope::role ? "in het hele huis" : "in de regio";
    };
    if (scope != Scope::role)
        return place(cell);
    const std::size_t at = cell.find('@');
    return fmt::format("voor de rol {} {}", cell.substr(0, at), place(cell.substr(at + 1)));
}

/// The sentences about one series.
std::string months_later(std::size_t n) {
    return fmt::format("{} {}", n, n == 1 ? "maand" : "maanden");
}

} // namespace

MonthNarrator::MonthNarrator(const MonthStudy& study,
                             const MonthSeries& series,
                             const MonthWords& words)
    : study_(study), series_(series), words_(words),
      months_(analysis::measured_months(*study.opzetten[0])) {
    const auto scope = analysis::month_measures()[series.measure].scope;
    where_ = where(*study.opzetten[0], scope, series.cell);
    if (!study.paired())
        return;
    course_ = analysis::course_of(series);
    verdict_ = verdict_on(series, course_);
}

std::optional<std::size_t> MonthNarrator::peak() const {
    return verdict_ == Verdict::different && course_ ? std::optional(course_->peak) : std::nullopt;
}

std::string MonthNarrator::title() const {
    if (!study_.paired())
        return say(words_.level, {{"niveau", levels()}});
    switch (verdict_) {
    case Verdict::equal:
        return say(words_.alike, {{"even", "precies even"}});
    case Verdict::slight:
        return say(words_.alike, {{"even", "vrijwel even"}});
    case Verdict::unproven:
        return say(words_.unproven, {});
    case Verdict::different:
        break;
    }
    const double difference = largest().verschil.mean;
    return say(words_.different,
               {{"maand", month_name(months_[course_->peak])},
                {"verschil", size(difference)},
                {"meer", std::string(direction(difference))}});
}

std::string MonthNarrator::subtitle() const {
    if (!study_.paired())
        return extremes();
    switch (verdict_) {
    case Verdict::equal:
        return "Wat er anders is, raakt dit niet.";
    case Verdict::slight:
        return fmt::format("Het grootste verschil is {} {}, in {} ({}): minder dan 2% van {}.",
                           size(largest().verschil.mean),
                           direction(largest().verschil.mean),
                           month_name(months_[course_->peak]),
                           interval(largest().verschil, words_.scale),
                           number(words_.scale * largest().basis.mean));
    case Verdict::unproven:
        return bound();
    case Verdict::different:
        break;
    }
    return ending();
}

std::string MonthNarrator::numbers() const {
    if (!notable() || !course_)
        return "";
    const Paired& p = largest();
    return fmt::format(" ({}): {} in plaats van {}",
                       interval(p.verschil, words_.scale),
                       number(words_.scale * p.variant.mean),
                       number(words_.scale * p.basis.mean));
}

/// "12,3 dagen", without sign.
std::string MonthNarrator::size(double value) const {
    return fmt::format("{} {}", number(std::abs(words_.scale * value)), words_.unit);
}
std::string_view MonthNarrator::direction(double difference) const {
    return difference < 0.0 ? words_.less : words_.more;
}

std::string MonthNarrator::say(std::string_view pattern, const Replacements& replacements) const {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    arguments.push_back(fmt::arg("waar", where_));
    for (const auto& [name, text] : replacements)
        arguments.push_back(fmt::arg(name, text));
    return capitalised(fmt::vformat(pattern, arguments));
}

std::pair<std::size_t, std::size_t> MonthNarrator::lowest_and_highest() const {
    std::size_t low = 0;
    std::size_t high = 0;
    const auto mean = [&](std::size_t m) {
        return series_.months[m].basis.mean;
    };
    for (std::size_t m = 0; m < series_.complete; ++m) {
        if (mean(m) < mean(low) || std::isnan(mean(low)))
            low = m;
        if (mean(m) > mean(high) || std::isnan(mean(high)))
            high = m;
    }
    return {low, high};
}

std::string MonthNarrator::levels() const {
    const auto [low, high] = lowest_and_highest();
    const std::string unit = words_.scale > 1.0 ? "procent" : std::string(words_.unit);
    return fmt::format("{} tot {} {}",
                       number(words_.scale * series_.months[low].basis.mean),
                       number(words_.scale * series_.months[high].basis.mean),
                       unit);
}

std::string MonthNarrator::extremes() const {
    const auto [low, high] = lowest_and_highest();
    if (!(series_.months[low].basis.high < series_.months[high].basis.low))
        return "De maanden verschillen niet aantoonbaar van elkaar.";
    return fmt::format(
        "Het laagst in {}, het hoogst in {}.", month_name(months_[low]), month_name(months_[high]));
}

std::string MonthNarrator::bound() const {
    double largest = 0.0;
    bool known = false;
    for (std::size_t m = 0; m < series_.complete; ++m) {
        const Estimate& e = series_.months[m].verschil;
        if (e.n < 2)
            continue;
        known = true;
        largest = std::max({largest, std::abs(e.low), std::abs(e.high)});
    }
    if (!known)
        return "Voor een uitspraak over het verschil zijn meer replicaties nodig.";
    return fmt::format("In geen maand is het verschil, met zijn 95%-marge, groter dan {}.",
                       size(largest));
}

std::string MonthNarrator::ending() const {
    std::size_t last = series_.complete - 1;
    while (last > course_->peak && series_.months[last].verschil.n == 0)
        --last;
    if (course_->peak == last)
        return fmt::format("In {}, de laatste maand, is het verschil het grootst.",
                           month_name(months_[last]));
    const std::size_t after = course_->ended - course_->peak;
    switch (course_->ending) {
    case Ending::gone:
        return fmt::format(
            "Vanaf {}, {} later, is het verschil weg (minder dan een tiende van toen).",
            month_name(months_[course_->ended]),
            months_later(after));
    case Ending::unclear:
        return fmt::format("Vanaf {}, {} later, is het verschil niet meer aan te tonen.",
                           month_name(months_[course_->ended]),
                           months_later(after));
    case Ending::lasting:
        break;
    }
    const Estimate& e = series_.months[last].verschil;
    const bool turned = e.mean * largest().verschil.mean < 0.0;
    return fmt::format("In {} is het {} {} {}({}).",
                       month_name(months_[last]),
                       turned ? "verschil de andere kant op:" : "verschil nog",
                       size(e.mean),
                       turned ? std::string(direction(e.mean)) + " " : "",
                       interval(e, words_.scale));
}

} // namespace ketenplan::runner
