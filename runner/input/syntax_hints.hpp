#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ketenplan::runner {

/// What is wrong with text that is not TOML, in Dutch, and what to do about it.
struct Translation {
    std::string_view what;
    std::string_view suggestion;
};

/// Of a message of the parser.
Translation translate(std::string_view english);
/// Whether the parser complains of something that stands there twice.
bool is_redefinition(std::string_view english);

/// Line `number` (from 1) of `text`; empty beyond the end.
std::string_view line_of(std::string_view text, std::uint32_t number);
/// The key of a line `key = value`, or nothing.
std::string_view key_on(std::string_view line);
/// What is probably meant by a value that the parser cannot read; empty without an idea.
std::string hint_for(std::string_view line);

} // namespace ketenplan::runner
