#include "output/report/words.hpp"

#include "analysis/measures.hpp"
#include "output/dutch.hpp"
#include "output/report/glosses.hpp"

#include <algorithm>
#include <cmath>

namespace ketenplan::runner::report {

namespace {

constexpr double hundred_percent = 100.0;

std::string in_english(std::string dutch_number) {
    for (char& c : dutch_number) {
        if (c == '.')
            c = ',';
        else if (c == ',')
            c = '.';
    }
    return dutch_number;
}

/// "caseload_per_fte_focus procesregisseur@noord" is explained by its first word.
std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

} // namespace

std::string Words::number(double value, int decimals) const {
    const std::string made = dutch(value, decimals);
    return english() ? in_english(made) : made;
}

std::string Words::number(double value) const {
    return number(value, decimals_in_words(value));
}

std::string Words::cents(finance::Centen amount) const {
    return number(finance::in_euro(amount), 2);
}

std::string Words::euros(double euro) const {
    return "€\u00a0" + number(euro, 0);
}

std::string Words::percentage(double share) const {
    return number(hundred_percent * share, 0) + "%";
}

Markup Words::term(std::string_view name) {
    const std::string_view known = first_word(name);
    Markup made = text(name);
    if (!english() || explained_.contains(known))
        return made;
    const std::string_view what = gloss_of(known);
    if (what.empty())
        return made;
    explained_.emplace(known);
    made += text(fmt::format(" ({})", what));
    return made;
}

std::string Words::meaning(std::string_view name) const {
    const std::string_view known = first_word(name);
    if (english())
        return std::string(gloss_of(known));
    const auto all = analysis::measures();
    const auto found = std::ranges::find(all, known, &analysis::Measure::name);
    return found == all.end() ? "" : std::string(found->meaning);
}

} // namespace ketenplan::runner::report
