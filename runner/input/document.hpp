#pragma once

#include "engine/time.hpp"
#include "input/diagnostics.hpp"
#include "input/place.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// One value of a configuration file, with its place. A tree of these is all that the rest of the
/// program sees of TOML.
struct Node {
    enum class Kind { table, array, text, whole, real, flag, date, clock, unusable };

    Kind kind = Kind::unusable;
    Place place;     ///< of the value; for a table of its header
    std::string key; ///< when it stands in a table
    Place key_place;
    std::string text;
    double number = 0.0; ///< of a whole or a real
    bool flag = false;
    engine::Date date{};
    engine::Seconds clock{0};
    std::vector<Node> members; ///< of a table by key, of an array in order

    [[nodiscard]] const Node* find(std::string_view wanted) const;
    [[nodiscard]] Node* find(std::string_view wanted);
};

/// "tekst", "tabel", ...: what kind of value this is, in Dutch.
std::string_view kind_name(Node::Kind kind);

/// Parses TOML text. Problems go to `diagnostics`, all that can be found: after a duplicate or a
/// line that cannot be read, the rest is still looked at. Nothing when there is no tree to speak
/// of. Text is limited to 1 MiB of UTF-8.
std::optional<Node>
parse_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics);

} // namespace ketenplan::runner
