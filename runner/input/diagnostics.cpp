#include "input/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace ketenplan::runner {

namespace {

using parameters::Severity;

bool holds(const std::string& table, const std::string& path) {
    return path == table || (path.starts_with(table) && path.size() > table.size() &&
                             (path[table.size()] == '.' || path[table.size()] == '['));
}

} // namespace

bool Diagnostics::has_errors() const {
    return errors() > 0;
}

std::size_t Diagnostics::errors() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        items_, [](const Diagnostic& d) { return d.problem.severity == Severity::error; }));
}

bool Diagnostics::mentions(const std::string& path) const {
    return std::ranges::any_of(items_, [&](const Diagnostic& d) {
        const std::string& said = d.problem.path;
        return !said.empty() && (holds(said, path) || said.starts_with(path + "["));
    });
}

void Diagnostics::sort_by_place() {
    std::ranges::stable_sort(items_, {}, &Diagnostic::place);
}

std::string Diagnostics::text() const {
    std::string text;
    for (const auto& [place, problem] : items_) {
        const std::string_view kind = problem.severity == Severity::error ? "fout" : "let op";
        const std::string key = problem.path.empty() ? "" : fmt::format("`{}` ", problem.path);
        fmt::format_to(
            std::back_inserter(text), "{}: {}: {}{}\n", place_text(place), kind, key, problem.what);
        if (!problem.suggestion.empty())
            fmt::format_to(std::back_inserter(text), "    -> {}\n", problem.suggestion);
    }
    return text;
}

} // namespace ketenplan::runner
