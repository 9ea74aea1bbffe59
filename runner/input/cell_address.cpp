#include "input/cell_address.hpp"

#include <algorithm>
#include <charconv>

namespace ketenplan::runner {

std::string column_letters(std::uint32_t column) {
    // No zero among these digits: after Z comes AA.
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters += static_cast<char>('A' + static_cast<int>((column - 1) % 26));
    std::ranges::reverse(letters);
    return letters;
}

std::string cell_text(CellAddress address) {
    return column_letters(address.column) + std::to_string(address.row);
}

std::optional<CellAddress> parse_cell(std::string_view text) {
    CellAddress address;
    while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        address.column = address.column * 26 + static_cast<std::uint32_t>(text.front() - 'A') + 1;
        if (address.column > last_cell.column)
            return std::nullopt;
        text.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), address.row);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || address.column == 0 || address.row == 0 || address.row > last_cell.row)
        return std::nullopt;
    return address;
}

} // namespace ketenplan::runner
