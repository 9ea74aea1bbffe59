#include "output/parameter_table.hpp"

#include "declarations/declared.hpp"

#include <fmt/format.h>

#include <iterator>

namespace ketenplan::runner {

namespace {

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '|')
            result += '\\';
        result += c;
    }
    return result;
}

std::string presence(bool required, const std::string& standard) {
    if (required)
        return ", verplicht";
    return standard.empty() ? ", mag ontbreken" : ", standaard " + standard;
}

} // namespace

std::string parameter_table(bool markdown) {
    std::string text;
    const auto out = std::back_inserter(text);
    if (markdown)
        fmt::format_to(
            out,
            "# Parameters\n\nAlles wat in een scenario kan staan. Gemaakt met `ketenplan "
            "parameters --markdown`; `<naam>` is een zelfgekozen sleutel.\n\n"
            "| sleutel | vorm | bereik | standaard | betekenis |\n| --- | --- | --- | "
            "--- | --- |\n");
    for (const Declared& row : declared_parameters()) {
        const std::string standard = row.required ? "verplicht" : row.standard;
        if (markdown)
            fmt::format_to(out,
                           "| `{}` | {} | {} | {} | {} |\n",
                           row.path,
                           escaped(row.form),
                           row.range,
                           escaped(standard),
                           escaped(row.meaning));
        else
            fmt::format_to(out,
                           "{}\n    {}\n    {}{}{}\n",
                           row.path,
                           row.meaning,
                           row.form,
                           row.range.empty() ? "" : ", " + row.range,
                           presence(row.required, standard));
    }
    return text;
}

} // namespace ketenplan::runner
