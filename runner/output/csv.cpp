#include "output/csv.hpp"

#include "units/number_text.hpp"

#include <array>

namespace ketenplan::runner {

Csv::Csv(DecimalMark mark, const std::vector<std::string>& header)
    : decimal_(mark == DecimalMark::comma ? ',' : '.'),
      separator_(mark == DecimalMark::comma ? ';' : ',') {
    if (mark == DecimalMark::comma)
        content_ = "\xef\xbb\xbf"; // tells Excel that this is UTF-8
    for (const std::string& name : header)
        text(name);
    end_row();
}

void Csv::field(std::string_view raw) {
    if (!first_)
        content_ += separator_;
    first_ = false;
    content_ += raw;
}

Csv& Csv::text(std::string_view value) {
    const std::array<char, 4> special{separator_, '"', '\n', '\r'};
    if (value.find_first_of(std::string_view(special.data(), special.size())) ==
        std::string_view::npos) {
        field(value);
        return *this;
    }
    std::string quoted = "\"";
    for (const char c : value) {
        quoted += c;
        if (c == '"')
            quoted += '"';
    }
    field(quoted + '"');
    return *this;
}

Csv& Csv::number(double value) {
    field(units::number_text(value, decimal_));
    return *this;
}

Csv& Csv::whole(std::int64_t value) {
    field(std::to_string(value));
    return *this;
}

void Csv::end_row() {
    content_ += '\n';
    first_ = true;
}

} // namespace ketenplan::runner
