#pragma once

#include "parameters/parameters.hpp"
#include "parameters/problem.hpp"

#include <span>
#include <string_view>

namespace ketenplan::parameters {

/// Everything that is wrong with these parameters: values outside their declared range, incomplete
/// distributions, references to what does not exist, and contradictions across fields. Parameters
/// without errors (warnings are allowed) can be simulated. Nothing is ever repaired.
Problems validate(const Parameters& p);

/// A rule across fields.
struct Rule {
    std::string_view name; ///< for tests and documentation
    std::string_view meaning;
    void (*check)(const Parameters&, Problems&);
};

/// All of them, in the order in which they are checked.
std::span<const Rule> rules();

/// What one field must satisfy by its declaration, apart from all others: ranges, sizes, complete
/// distributions, keys that exist.
void check_fields(const Parameters& p, Problems& problems);

} // namespace ketenplan::parameters
