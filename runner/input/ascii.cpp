#include "input/ascii.hpp"

#include <fmt/format.h>

#include <optional>

namespace ketenplan::runner {

namespace {

/// Where in TOML text a character stands.
enum class State { bare, comment, basic, literal, multi_basic, multi_literal };

struct Decoded {
    char32_t character = 0;
    std::size_t length = 0; ///< bytes; 0 when the text is not UTF-8 here
};

/// The character at the start of `text` (RFC 3629: no overlong forms, no surrogates).
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(text[i]);
    };
    const unsigned lead = byte(0);
    if (lead < 0x80U)
        return {lead, 1};
    std::size_t length = 0;
    char32_t character = 0;
    if (lead >= 0xc2U && lead < 0xe0U) {
        length = 2;
        character = lead & 0x1fU;
    } else if (lead >= 0xe0U && lead < 0xf0U) {
        length = 3;
        character = lead & 0x0fU;
    } else if (lead >= 0xf0U && lead < 0xf5U) {
        length = 4;
        character = lead & 0x07U;
    }
    if (length == 0 || text.size() < length)
        return {};
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U)
            return {};
        character = (character << 6U) | (byte(i) & 0x3fU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xd800 && character < 0xe000;
    if (character < least[length] || surrogate || character > 0x10ffff)
        return {};
    return {character, length};
}

/// Follows the quotes and comments of TOML 1.0 as far as needed to know where one is.
class Scanner {
public:
    [[nodiscard]] State state() const { return state_; }

    /// Takes note of the ASCII character at the start of `rest`; returns how many characters were
    /// understood together (quotes that open or close come in threes, escapes in pairs).
    std::size_t advance(std::string_view rest) {
        switch (state_) {
        case State::bare:
            return open(rest);
        case State::comment:
            if (rest[0] == '\n')
                state_ = State::bare;
            return 1;
        case State::basic:
        case State::multi_basic:
            if (rest[0] == '\\' && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0x80U)
                return rest[1] == '\n' ? 1 : 2;
            return close(rest, '"');
        case State::literal:
        case State::multi_literal:
            return close(rest, '\'');
        }
        return 1;
    }

private:
    std::size_t open(std::string_view rest) {
        if (rest[0] == '#')
            state_ = State::comment;
        for (const char quote : {'"', '\''}) {
            if (rest[0] != quote)
                continue;
            const bool three = rest.starts_with(std::string(3, quote));
            if (quote == '"')
                state_ = three ? State::multi_basic : State::basic;
            else
                state_ = three ? State::multi_literal : State::literal;
            return three ? 3 : 1;
        }
        return 1;
    }

    std::size_t close(std::string_view rest, char quote) {
        const bool multi = state_ == State::multi_basic || state_ == State::multi_literal;
        if (rest[0] == '\n' && !multi)
            state_ = State::bare; // an unclosed string ends with its line; the parser will say so
        if (rest[0] != quote)
            return 1;
        if (!multi) {
            state_ = State::bare;
            return 1;
        }
        if (!rest.starts_with(std::string(3, quote)))
            return 1;
        state_ = State::bare;
        return 3;
    }

    State state_ = State::bare;
};

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

// Each dot of a key nests a table in another, which the parser follows by recursion.
constexpr std::size_t most_dots = 16;

std::size_t dots_after(char c, State state, std::size_t dots) {
    if (state != State::bare)
        return dots;
    const bool ends_key = std::string_view("=,{}[]\n#").find(c) != std::string_view::npos;
    return ends_key ? 0 : dots + (c == '.' ? 1 : 0);
}

} // namespace

AsciiText::AsciiText(std::string_view utf8, const std::string& file, Diagnostics& diagnostics) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (utf8.starts_with(byte_order_mark))
        utf8.remove_prefix(byte_order_mark.size());
    Scanner scanner;
    std::uint32_t line = 1;
    std::uint32_t column = 1;     // in the original
    std::uint32_t line_shift = 0; // how much longer this line has become
    std::size_t dots = 0;         // in the key that is being read
    bool complained = false;      // once per line is enough
    const auto complain = [&](std::string what, std::string suggestion) {
        if (!complained)
            diagnostics.error({file, line, column}, "", std::move(what), std::move(suggestion));
        complained = true;
    };
    const auto replace = [&](std::string_view replacement) {
        text_ += replacement;
        ++column;
        if (replacement.size() == 1)
            return;
        line_shift += static_cast<std::uint32_t>(replacement.size()) - 1;
        shifts_.push_back({line, column + line_shift, line_shift});
    };
    while (!utf8.empty()) {
        const auto [character, length] = decode(utf8);
        if (length == 0) {
            complain("bevat tekens die geen UTF-8 zijn", "sla het bestand op als UTF-8");
            replace("?");
            utf8.remove_prefix(1);
            continue;
        }
        if (character < 0x80) {
            if (is_control(character)) {
                complain("bevat een onzichtbaar stuurteken", "verwijder het");
                replace("?");
                utf8.remove_prefix(1);
                continue;
            }
            dots = dots_after(utf8.front(), scanner.state(), dots);
            if (dots > most_dots) {
                complain("heeft een sleutel met te veel niveaus", "");
                replace("?");
                utf8.remove_prefix(1);
                continue;
            }
            const std::size_t together = scanner.advance(utf8);
            for (const char c : utf8.substr(0, together)) {
                text_ += c;
                ++column;
                if (c == '\n') {
                    ++line;
                    column = 1;
                    line_shift = 0;
                    complained = false;
                }
            }
            utf8.remove_prefix(together);
            continue;
        }
        switch (scanner.state()) {
        case State::comment:
            replace(".");
            break;
        case State::basic:
        case State::multi_basic:
            replace(character <= 0xffff
                        ? fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character))
                        : fmt::format("\\U{:08x}", static_cast<std::uint32_t>(character)));
            break;
        case State::bare:
            complain(fmt::format("heeft een teken buiten aanhalingstekens dat daar niet mag staan "
                                 "(\"{}\")",
                                 utf8.substr(0, length)),
                     "zet tekst tussen aanhalingstekens; namen van sleutels hebben geen accenten");
            replace("?");
            break;
        case State::literal:
        case State::multi_literal:
            complain("heeft een bijzonder teken tussen enkele aanhalingstekens",
                     "gebruik dubbele aanhalingstekens");
            replace("?");
            break;
        }
        utf8.remove_prefix(length);
    }
}

std::uint32_t AsciiText::original_column(std::uint32_t line, std::uint32_t column) const {
    std::uint32_t shift = 0;
    for (const Shift& s : shifts_) {
        if (s.line == line && s.from_column <= column)
            shift = s.shift;
    }
    return column > shift ? column - shift : 1;
}

} // namespace ketenplan::runner
