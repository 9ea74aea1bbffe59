#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace ketenplan::parameters {

enum class Severity { error, warning };

/// Something about a scenario that its author should know. All text is Dutch.
struct Problem {
    Severity severity = Severity::error;
    std::string path;       ///< of the parameter, as "weging.minuten.gemiddelde"; may be empty
    std::string what;       ///< what is wrong, and why it is
    std::string suggestion; ///< what to do; may be empty
};

/// Collects problems; nothing stops at the first.
class Problems {
public:
    void error(std::string path, std::string what, std::string suggestion = {}) {
        items_.push_back(
            {Severity::error, std::move(path), std::move(what), std::move(suggestion)});
    }
    void warning(std::string path, std::string what, std::string suggestion = {}) {
        items_.push_back(
            {Severity::warning, std::move(path), std::move(what), std::move(suggestion)});
    }
    void add(const Problem& problem) { items_.push_back(problem); }
    [[nodiscard]] const std::vector<Problem>& items() const { return items_; }
    [[nodiscard]] bool has_errors() const {
        return std::ranges::any_of(
            items_, [](const Problem& problem) { return problem.severity == Severity::error; });
    }

private:
    std::vector<Problem> items_;
};

} // namespace ketenplan::parameters
