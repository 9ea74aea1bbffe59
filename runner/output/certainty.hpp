#pragma once

#include "input/scenario.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ketenplan::runner {

/// How much of a scenario's numbers is known, and how much what is assumed of them matters.
struct Certainty {
    std::size_t numbers = 0;
    std::size_t sourced = 0;
    std::size_t assumed = 0;
    /// Fte of work, by arithmetic, with the minutes of every task at their `laag`, and at their
    /// `hoog`; nothing when the scenario gives no such bounds.
    std::optional<std::pair<double, double>> fte_range;
};

Certainty certainty_of(const Scenario& scenario);

/// "van de 329 getallen in de basis zijn er 12 een aanname, en 4 zonder opgave van herkomst".
std::string origin_words(const Certainty& certainty, std::string_view of_what);

} // namespace ketenplan::runner
