#pragma once

#include "input/diagnostics.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// TOML text in which every character outside ASCII has been replaced by its \uXXXX escape, and
/// every one in a comment by a dot, with what is needed to find the columns of the original back.
///
/// toml++ 3.3 has undefined behaviour on some letters outside quotes; on pure ASCII it has been
/// fuzzed without findings.
class AsciiText {
public:
    /// Reports invalid UTF-8, control characters, and characters outside ASCII in places where they
    /// cannot be escaped (bare keys, literal strings).
    AsciiText(std::string_view utf8, const std::string& file, Diagnostics& diagnostics);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// The column in the original of column `column` (from 1) on line `line` (from 1).
    [[nodiscard]] std::uint32_t original_column(std::uint32_t line, std::uint32_t column) const;

private:
    class Rewriter;
    /// On this line, from this column on, the original is `shift` columns to the left.
    struct Shift {
        std::uint32_t line;
        std::uint32_t from_column;
        std::uint32_t shift;
    };
    std::string text_;
    std::vector<Shift> shifts_;
};

} // namespace ketenplan::runner
