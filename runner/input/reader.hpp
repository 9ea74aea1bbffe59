#pragma once

#include "input/diagnostics.hpp"
#include "input/document.hpp"
#include "parameters/parameters.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// What a scenario says of one number besides the number: the record of where it comes from.
struct ParameterRecord {
    std::string path;
    std::string value;            ///< as text, with unit
    std::optional<double> number; ///< in native units, when it is one
    units::Dimension dimension = units::Dimension::count;
    std::optional<double> low;  ///< `laag`
    std::optional<double> high; ///< `hoog`
    std::string spread;         ///< `verdeling` over low..high
    std::string source;         ///< `bron`
    std::string assumption;     ///< `aanname`
    Place place;
};

/// The forms of uncertainty that a value's `verdeling` can name.
extern const std::vector<std::string> spread_names;

/// Reads a tree into parameters, with a record per value. Whatever cannot be read goes to
/// `diagnostics`; the member keeps its initial value then. Ranges and contradictions are not looked
/// at here: `parameters::validate` does that.
parameters::Parameters
read_parameters(const Node& root, std::vector<ParameterRecord>& records, Diagnostics& diagnostics);

/// The place of the parameter at `path`, or of the table that should hold it.
Place place_of(const Node& root, const std::string& path);

} // namespace ketenplan::runner
