#include "input/ascii.hpp"

#include "input/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace ketenplan::runner {

namespace {

/// Where in TOML text a character stands.
enum class State { bare, comment, basic, literal, multi_basic, multi_literal };

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

/// Walks through the original, keeps the place in it, and writes the replacement.
class AsciiText::Rewriter {
public:
    Rewriter(AsciiText& target, const std::string& file, Diagnostics& diagnostics)
        : target_(target), diagnostics_(diagnostics), place_{file, 1, 1} {}

    void rewrite(std::string_view utf8) {
        while (!utf8.empty()) {
            const auto [character, length] = decode_utf8(utf8);
            if (length == 0)
                refuse("bevat tekens die geen UTF-8 zijn", "sla het bestand op als UTF-8");
            else if (character >= 0x80)
                escape(character, utf8.substr(0, length));
            else if (is_control(character))
                refuse("bevat een onzichtbaar stuurteken", "verwijder het");
            else if (too_deep(utf8.front()))
                refuse("heeft een sleutel met te veel niveaus", "");
            else {
                utf8.remove_prefix(copy(utf8));
                continue;
            }
            utf8.remove_prefix(std::max<std::size_t>(length, 1));
        }
    }

private:
    bool too_deep(char c) {
        dots_ = dots_after(c, scanner_.state(), dots_);
        return dots_ > most_dots;
    }

    /// What the scanner takes in one step, as it stands; returns how many bytes.
    std::size_t copy(std::string_view rest) {
        const std::size_t together = scanner_.advance(rest);
        for (const char c : rest.substr(0, together)) {
            target_.text_ += c;
            ++place_.column;
            if (c == '\n')
                next_line();
        }
        return together;
    }

    void next_line() {
        ++place_.line;
        place_.column = 1;
        line_shift_ = 0;
        complained_ = false;
    }

    void escape(char32_t character, std::string_view original) {
        switch (scanner_.state()) {
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
            refuse(fmt::format("heeft een teken buiten aanhalingstekens dat daar niet mag staan "
                               "(\"{}\")",
                               original),
                   "zet tekst tussen aanhalingstekens; namen van sleutels hebben geen accenten");
            break;
        case State::literal:
        case State::multi_literal:
            refuse("heeft een bijzonder teken tussen enkele aanhalingstekens",
                   "gebruik dubbele aanhalingstekens");
            break;
        }
    }

    /// One complaint per line is enough.
    void refuse(std::string what, std::string suggestion) {
        if (!complained_)
            diagnostics_.error(place_, "", std::move(what), std::move(suggestion));
        complained_ = true;
        replace("?");
    }

    void replace(std::string_view replacement) {
        target_.text_ += replacement;
        ++place_.column;
        if (replacement.size() == 1)
            return;
        line_shift_ += static_cast<std::uint32_t>(replacement.size()) - 1;
        target_.shifts_.push_back({place_.line, place_.column + line_shift_, line_shift_});
    }

    AsciiText& target_;
    Diagnostics& diagnostics_;
    Scanner scanner_;
    Place place_;                  // in the original
    std::uint32_t line_shift_ = 0; // how much longer this line has become
    std::size_t dots_ = 0;         // in the key that is being read
    bool complained_ = false;
};

AsciiText::AsciiText(std::string_view utf8, const std::string& file, Diagnostics& diagnostics) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (utf8.starts_with(byte_order_mark))
        utf8.remove_prefix(byte_order_mark.size());
    Rewriter(*this, file, diagnostics).rewrite(utf8);
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
