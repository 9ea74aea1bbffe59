#pragma once

#include "parameters/parameters.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// One parameter as its declaration tells it, in Dutch.
struct Declared {
    enum class Kind {
        number,
        distribution,
        numbers,
        number_map,
        flag,
        text,
        date,
        month_day,
        clock,
        span,
        spans,
        choice,
        reference,
        references,
        table,
        keyed,
        list
    };
    std::string path; ///< keys of the user's own are written <naam>, elements of a list []
    Kind kind = Kind::number;
    std::string form;     ///< "tekst", "getal in dagen", "een van: ..."
    std::string range;    ///< "0 tot 60 dagen"; empty when there is none
    std::string standard; ///< value when it is left out; empty for required ones
    std::string meaning;
    bool required = true;
    parameters::NumberRow number; ///< for the kinds that hold numbers
};

/// Every parameter, in the order of declaration, tables included.
std::vector<Declared> declared_parameters();

/// What the number at `path` ("bronnen.politie.gewicht", "detentie.duur.gemiddelde") measures;
/// nothing when no declaration has a number there. Elements of lists have no such path.
std::optional<units::Dimension> dimension_of(std::string_view path);

/// The table that has `key`, when exactly one has, or when exactly one with a name of ours has:
/// where a key stands that was looked for elsewhere.
std::string home_of(std::string_view key);

/// What the parameter at `path` of a scenario means; of a part of a distribution, of a list or of a
/// table with names as keys what the whole means. Empty when there is none.
std::string meaning_of(const std::string& path);

} // namespace ketenplan::runner
