#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ketenplan::units {

/// The number of single-character insertions, deletions, substitutions and swaps of neighbours that
/// turn `a` into `b` (optimal string alignment; Damerau, CACM 7, 1964). Bytes count as characters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The one of `known` that `word` was most likely meant to be: the nearest, if it is near enough to
/// be a slip of the hand (a third of the length, at least one). Empty otherwise.
std::string nearest(std::string_view word, std::span<const std::string> known);

} // namespace ketenplan::units
