#include "input/budget_part.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketenplan::runner {

void BudgetPart::hand_over(Diagnostics& problems) {
    for (const ParameterRecord& r : records_) {
        const auto known = std::ranges::find(study_.records, r.path, &ParameterRecord::path);
        if (known == study_.records.end())
            study_.records.push_back(r);
    }
    for (const Diagnostic& d : problems_.items()) {
        const bool said = std::ranges::any_of(problems.items(), [&](const Diagnostic& other) {
            return d.place == other.place && d.problem.path == other.problem.path &&
                   d.problem.what == other.problem.what;
        });
        if (!said)
            problems.add(d);
    }
    auto& warnings = study_.waarschuwingen;
    for (std::size_t i = warnings.size(); i-- > 0;) {
        const auto before = warnings.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(warnings.begin(), before, warnings[i]) != before)
            warnings.erase(before);
    }
}

const Node* BudgetPart::table(const Node& in, const std::string& key, const std::string& where) {
    return find(in, key, Node::Kind::table, where, fmt::format("schrijf [{}]", where));
}

std::optional<finance::Centen> BudgetPart::cents(const Node& in,
                                                 const std::string& key,
                                                 const std::string& where,
                                                 const Origin& origin) {
    const auto euro = limited(
        in, key, where, units::Dimension::euro, {-most_budget_euro, most_budget_euro}, origin);
    return euro ? std::optional(finance::centen(*euro)) : std::nullopt;
}

} // namespace ketenplan::runner
