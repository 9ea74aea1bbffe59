#pragma once

#include "input/document.hpp"
#include "units/dimension.hpp"

#include <string_view>

namespace ketenplan::runner {

/// One step of a path: what is at `part`, "key" or "[3]" (elements count from 1, also of a list
/// that is the `waarde` of a table). Null when it is not there.
const Node* step_into(const Node& from, std::string_view part);

/// Puts a number of this dimension where the value at `path` ("subregios.leiden.briefing.agenda",
/// "lijst[2].sleutel") stands. What the table around it says of the value (`laag`, `hoog`, `bron`)
/// stays. False when there is no value at that path.
bool set_number(Node& root, std::string_view path, double value, units::Dimension dimension);

} // namespace ketenplan::runner
