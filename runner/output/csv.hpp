#pragma once

#include "command_line.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// A table as text: with a point as decimal mark, comma-separated (RFC 4180); with a comma,
/// semicolon-separated and marked as UTF-8, as Excel on a Dutch computer expects. Lines end in
/// "\n".
class Csv {
public:
    Csv(DecimalMark mark, const std::vector<std::string>& header);

    Csv& text(std::string_view value);
    /// Empty when not a number; at most ten significant digits.
    Csv& number(double value);
    Csv& whole(std::int64_t value);
    void end_row();

    [[nodiscard]] const std::string& content() const { return content_; }

private:
    void field(std::string_view raw);

    char decimal_;
    char separator_;
    bool first_ = true;
    std::string content_;
};

} // namespace ketenplan::runner
