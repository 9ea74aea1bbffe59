#include "input/utf8.hpp"

#include <array>

namespace ketenplan::runner {

Utf8Character decode_utf8(std::string_view text) {
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
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xd800 && character < 0xe000;
    if (character < least[length] || surrogate || character > 0x10ffff)
        return {};
    return {character, length};
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = decode_utf8(text).length;
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

void append_utf8(std::string& text, char32_t character) {
    const auto byte = [&](char32_t value) {
        text += static_cast<char>(static_cast<unsigned char>(value));
    };
    const auto tail = [&](unsigned shift) {
        byte(0x80U | ((character >> shift) & 0x3fU));
    };
    if (character < 0x80U) {
        byte(character);
    } else if (character < 0x800U) {
        byte(0xc0U | (character >> 6U));
        tail(0);
    } else if (character < 0x10000U) {
        byte(0xe0U | (character >> 12U));
        tail(6);
        tail(0);
    } else {
        byte(0xf0U | (character >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace ketenplan::runner
