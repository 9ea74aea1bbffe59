#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ketenplan::runner {

struct Utf8Character {
    char32_t character = 0;
    std::size_t length = 0; ///< bytes; 0 when the text is not UTF-8 here
};

/// The character at the start of `text`, which is not empty (RFC 3629: no overlong forms, no
/// surrogates).
Utf8Character decode_utf8(std::string_view text);

bool is_utf8(std::string_view text);

/// Adds a character, which is no surrogate.
void append_utf8(std::string& text, char32_t character);

} // namespace ketenplan::runner
