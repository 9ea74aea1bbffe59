#include "parameters/validate.hpp"

#include "parameters/rules/rules.hpp"

#include <vector>

namespace ketenplan::parameters {

std::span<const Rule> rules() {
    static const std::vector<Rule> all = [] {
        std::vector<Rule> collected;
        for (const auto& part : {rules_of_looptijd(),
                                 rules_of_instroom(),
                                 rules_of_weging(),
                                 rules_of_formatie(),
                                 rules_of_casus()})
            collected.insert(collected.end(), part.begin(), part.end());
        return collected;
    }();
    return all;
}

Problems validate(const Parameters& p) {
    Problems problems;
    check_fields(p, problems);
    for (const Rule& rule : rules())
        rule.check(p, problems);
    return problems;
}

} // namespace ketenplan::parameters
