#include "input/ascii.hpp"
#include "input/document.hpp"
#include "input/syntax_hints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

// The parser's own assertions would end the program on text such as "[&", which is the user's error
// and is reported as one.
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace ketenplan::runner {

namespace {

constexpr std::size_t largest_text = 1U << 20U;
constexpr int most_retries = 50;

/// A number as it is written at `region`.
std::string_view spelling(std::string_view text, const toml::source_region& region) {
    const std::string_view rest = line_of(text, region.begin.line);
    if (region.begin.column == 0 || region.begin.column > rest.size())
        return {};
    const std::string_view from = rest.substr(region.begin.column - 1);
    return from.substr(0, from.find_first_not_of("0123456789.+-_eE"));
}

class Converter {
public:
    Converter(const AsciiText& ascii, const std::string& file, Diagnostics& diagnostics)
        : ascii_(ascii), file_(file), diagnostics_(diagnostics) {}

    [[nodiscard]] Place place(const toml::source_position& position) const {
        return {file_, position.line, ascii_.original_column(position.line, position.column)};
    }

    Node table(const toml::table& source) const {
        Node node;
        node.kind = Node::Kind::table;
        node.place = place(source.source().begin);
        for (const auto& [key, value] : source) {
            Node member = value_of(value);
            member.key = std::string(key.str());
            member.key_place = place(key.source().begin);
            node.members.push_back(std::move(member));
        }
        return node;
    }

private:
    Node value_of(const toml::node& source) const {
        if (const auto* t = source.as_table())
            return table(*t);
        Node node;
        node.place = place(source.source().begin);
        if (const auto* array = source.as_array()) {
            node.kind = Node::Kind::array;
            for (const toml::node& item : *array)
                node.members.push_back(value_of(item));
        } else if (const auto* text = source.as_string()) {
            node.kind = Node::Kind::text;
            node.text = text->get();
        } else if (const auto* whole = source.as_integer()) {
            node.kind = Node::Kind::whole;
            node.number = static_cast<double>(whole->get());
        } else if (const auto* real = source.as_floating_point()) {
            node.kind = Node::Kind::real;
            node.number = real->get();
            refuse_thousands(source, node.place);
        } else if (const auto* flag = source.as_boolean()) {
            node.kind = Node::Kind::flag;
            node.flag = flag->get();
        } else if (const auto* date = source.as_date()) {
            read_date(node, date->get());
        } else if (const auto* clock = source.as_time()) {
            node.kind = Node::Kind::clock;
            node.clock = std::chrono::hours{clock->get().hour} +
                         std::chrono::minutes{clock->get().minute} +
                         std::chrono::seconds{clock->get().second};
        }
        return node;
    }

    /// 50.000 is fifty in TOML and fifty thousand to a Dutch reader: it is not taken for either.
    void refuse_thousands(const toml::node& source, const Place& place) const {
        const std::string_view written = spelling(ascii_.text(), source.source());
        const std::size_t dot = written.find('.');
        const std::size_t digits = written.starts_with('-') ? 1 : 0;
        if (dot == std::string_view::npos || written.size() - dot != 4 || dot == digits ||
            written[digits] == '0' ||
            written.find_first_not_of("0123456789", dot + 1) != std::string_view::npos)
            return;
        diagnostics_.error(
            place,
            "",
            fmt::format("heeft het getal {}, dat op twee manieren te lezen is", written),
            fmt::format("schrijf {}{} (duizendtallen zonder punt) of \"{},{}\" (een "
                        "komma voor decimalen, tussen aanhalingstekens)",
                        written.substr(0, dot),
                        written.substr(dot + 1),
                        written.substr(0, dot),
                        written.substr(dot + 1)));
    }

    static void read_date(Node& node, const toml::date& date) {
        const std::chrono::year_month_day ymd{std::chrono::year{date.year},
                                              std::chrono::month{date.month},
                                              std::chrono::day{date.day}};
        if (!ymd.ok())
            return;
        node.kind = Node::Kind::date;
        node.date = engine::Date{ymd};
    }

    const AsciiText& ascii_;
    const std::string& file_;
    Diagnostics& diagnostics_;
};

/// What the parser's message puts between quotes: the key that stands twice.
std::string quoted_in(std::string_view message) {
    const std::size_t open = message.find('\'');
    if (open == std::string_view::npos)
        return "";
    const std::size_t close = message.find('\'', open + 1);
    return std::string(message.substr(open + 1, close - open - 1));
}

/// The column (from 1) at which line `number` of `text` begins, blanks aside.
std::uint32_t first_column(std::string_view text, std::uint32_t number) {
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < number; ++line)
        begin = text.find('\n', begin) + 1;
    return static_cast<std::uint32_t>(text.find_first_not_of(" \t", begin) - begin) + 1;
}

bool complained_of_line(const Diagnostics& diagnostics, const Place& place) {
    return std::ranges::any_of(diagnostics.items(), [&](const Diagnostic& d) {
        return d.place.file == place.file && d.place.line == place.line;
    });
}

/// Turns line `number` (from 1) into an empty one, so that what follows keeps its place.
void blank_line(std::string& text, std::uint32_t number) {
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < number && begin != std::string::npos; ++line) {
        begin = text.find('\n', begin);
        if (begin != std::string::npos)
            ++begin;
    }
    if (begin == std::string::npos)
        return;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin),
              text.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
}

/// Replaces a table header that stood there before by one of its own, so that what is under it is
/// not taken for part of another table.
bool rename_header(std::string& text, std::uint32_t number, int serial) {
    std::size_t begin = 0;
    for (std::uint32_t line = 1; line < number; ++line)
        begin = text.find('\n', begin) + 1;
    const std::size_t first = text.find_first_not_of(" \t", begin);
    if (first == std::string::npos || text[first] != '[')
        return false;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    text.replace(first, end - first, fmt::format("[dubbele_tabel_{}]", serial));
    return true;
}

} // namespace

const Node* Node::find(std::string_view wanted) const {
    const auto found = std::ranges::find(members, wanted, &Node::key);
    return found == members.end() ? nullptr : &*found;
}

Node* Node::find(std::string_view wanted) {
    const auto found = std::ranges::find(members, wanted, &Node::key);
    return found == members.end() ? nullptr : &*found;
}

std::string_view kind_name(Node::Kind kind) {
    switch (kind) {
    case Node::Kind::table:
        return "een tabel";
    case Node::Kind::array:
        return "een lijst";
    case Node::Kind::text:
        return "tekst";
    case Node::Kind::whole:
    case Node::Kind::real:
        return "een getal";
    case Node::Kind::flag:
        return "true of false";
    case Node::Kind::date:
        return "een datum";
    case Node::Kind::clock:
        return "een tijdstip";
    case Node::Kind::unusable:
        break;
    }
    return "een onbruikbare waarde";
}

std::optional<Node>
parse_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
    if (text.size() > largest_text) {
        diagnostics.error({file, 0, 0}, "", "is groter dan 1 MiB; een scenario is veel kleiner");
        return std::nullopt;
    }
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        diagnostics.error(
            {file, 0, 0}, "", "is opgeslagen als UTF-16", "kies bij opslaan als: codering UTF-8");
        return std::nullopt;
    }
    const AsciiText ascii(text, file, diagnostics);
    const Converter converter(ascii, file, diagnostics);
    std::string remaining = ascii.text();
    std::set<std::string> false_tables;
    std::uint32_t last_line = 0;
    for (int attempt = 0; attempt < most_retries; ++attempt) {
        toml::parse_result result = toml::parse(remaining);
        if (result) {
            Node root = converter.table(result.table());
            root.place = {file, 0, 0};
            std::erase_if(root.members,
                          [&](const Node& n) { return false_tables.contains(n.key); });
            return root;
        }
        toml::source_position at = result.error().source().begin;
        const std::string_view message = result.error().description();
        const Translation t = translate(message);
        const bool duplicate = is_redefinition(message);
        if (duplicate)
            at.column = first_column(remaining, at.line);
        const Place place = converter.place(at);
        if (!complained_of_line(diagnostics, place)) {
            const std::string_view line = line_of(remaining, at.line);
            const std::string hint = duplicate ? "" : hint_for(line);
            diagnostics.note_unreadable(std::string(key_on(line)));
            diagnostics.error(place,
                              duplicate ? quoted_in(message) : std::string(key_on(line)),
                              hint.empty() ? std::string(t.what)
                                           : "heeft een waarde die niet te lezen is",
                              hint.empty() ? std::string(t.suggestion) : hint);
        }
        // A problem on the very next line is most likely an echo of this one: stop there.
        if (at.line == 0 || at.line <= last_line || (!duplicate && at.line == last_line + 1))
            return std::nullopt;
        last_line = at.line;
        if (duplicate && rename_header(remaining, at.line, attempt))
            false_tables.insert(fmt::format("dubbele_tabel_{}", attempt));
        else
            blank_line(remaining, at.line);
    }
    return std::nullopt;
}

} // namespace ketenplan::runner
