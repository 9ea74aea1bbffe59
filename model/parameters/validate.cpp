#include "parameters/validate.hpp"

#include "parameters/rules/rules.hpp"

#include <algorithm>
#include <vector>

namespace ketenplan::parameters {

std::span<const Rule> rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> collected;
        for (const auto& part : {rules_of_looptijd(),
                                 rules_of_instroom(),
                                 rules_of_weging(),
                                 rules_of_formatie(),
                                 rules_of_casus(),
                                 rules_of_personen(),
                                 rules_of_overlegstructuur(),
                                 rules_of_themas(),
                                 rules_of_personeel()})
            collected.insert(collected.end(), part.begin(), part.end());
        return collected;
    }();
    return all;
}

Problems validate(const Parameters& p) {
    Problems problems;
    check_fields(p, problems);
    const Problems fields = problems;
    const auto reported = [&fields](const Problem& problem) {
        return std::ranges::any_of(fields.items(),
                                   [&](const Problem& f) { return f.path == problem.path; });
    };
    for (const Rule& rule : rules()) {
        Problems found;
        rule.check(p, found);
        for (const Problem& problem : found.items()) {
            if (!reported(problem)) // a value out of range need not be blamed for what follows
                problems.add(problem);
        }
    }
    return problems;
}

} // namespace ketenplan::parameters
