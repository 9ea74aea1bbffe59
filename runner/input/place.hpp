#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace ketenplan::runner {

/// Where something stands in a file that a user wrote; lines and columns count from 1, columns in
/// characters. Line 0 means the file as a whole.
struct Place {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

} // namespace ketenplan::runner
