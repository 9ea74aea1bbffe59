#pragma once

#include "finance/centen.hpp"
#include "input/budget_study.hpp"
#include "input/study_document.hpp"

#include <optional>
#include <string>

namespace ketenplan::runner {

/// What the readers of a budget study share.
class BudgetPart : protected StudyDocument {
protected:
    BudgetPart(BudgetStudy& study, const Node& root)
        : StudyDocument(study.file.path), study_(study), root_(root) {}

    /// Adds what was found to the study, and what is wrong to `problems`, each once: the lines that
    /// variants share are read for each of them.
    void hand_over(Diagnostics& problems);

    const Node* table(const Node& in, const std::string& key, const std::string& where);
    std::optional<finance::Centen> cents(const Node& in,
                                         const std::string& key,
                                         const std::string& where,
                                         const Origin& origin = {});

    static constexpr double most_budget_euro = 1e9;
    BudgetStudy& study_;
    const Node& root_;
};

} // namespace ketenplan::runner
