#include "input/xlsx_xml.hpp"

#include "input/utf8.hpp"
#include "input/zip_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace ketenplan::runner {

namespace {

/// A million cells have five million or so; a tree of them is many times as large as its text.
constexpr std::ptrdiff_t most_tags = 6'000'000;

/// The character of "_x000D_" at the front; nothing when there is no such escape.
std::optional<char32_t> escaped_character(std::string_view text) {
    constexpr std::size_t length = 7;
    if (text.size() < length || !text.starts_with("_x") || text[length - 1] != '_')
        return std::nullopt;
    std::uint32_t number = 0;
    const char* const end = text.data() + length - 1;
    const auto [stop, error] = std::from_chars(text.data() + 2, end, number, 16);
    const bool surrogate = number >= 0xd800 && number < 0xe000;
    if (error != std::errc{} || stop != end || surrogate)
        return std::nullopt;
    return number;
}

/// Ends of lines and such become blanks, and what a terminal would obey goes.
void append_shown(std::string& text, char32_t character) {
    if (character == '\t' || character == '\n' || character == '\r')
        text += character == '\r' ? ' ' : static_cast<char>(character);
    else if (character >= ' ' && character != 0x7f)
        append_utf8(text, character);
}

} // namespace

std::string xml_shown(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    while (!raw.empty()) {
        if (const auto character = escaped_character(raw)) {
            append_shown(text, *character);
            raw.remove_prefix(7);
            continue;
        }
        const Utf8Character next = decode_utf8(raw);
        if (next.length == 0)
            throw WorkbookError{"is beschadigd: het bevat tekst die geen Unicode is"};
        append_shown(text, next.character);
        raw.remove_prefix(next.length);
    }
    return text;
}

std::string_view local_name(const char* name) {
    const std::string_view all = name;
    const std::size_t colon = all.find(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

pugi::xml_node xml_child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children()) {
        if (local_name(child.name()) == name)
            return child;
    }
    return {};
}

std::string xml_text(const pugi::xml_node& node) {
    std::string raw;
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            raw += child.value();
    }
    return xml_shown(raw);
}

std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = local_name(child.name());
        if (name == "t")
            text += xml_text(child);
        else if (name == "r") // a run; <rPh> says how it sounds
            text += xml_text(xml_child(child, "t"));
    }
    return text;
}

void load_xml(pugi::xml_document& document, const std::string& bytes, std::string_view part) {
    if (std::ranges::count(bytes, '<') > most_tags)
        throw WorkbookError{
            fmt::format("is te groot: het onderdeel {} heeft meer dan een miljoen cellen", part),
            "zet de bladen die nodig zijn in een eigen werkmap"};
    // A text of spaces only is a text.
    const unsigned how = pugi::parse_default | pugi::parse_ws_pcdata_single;
    if (!document.load_buffer(bytes.data(), bytes.size(), how))
        throw WorkbookError{fmt::format("is beschadigd: het onderdeel {} is geen XML", part)};
}

} // namespace ketenplan::runner
