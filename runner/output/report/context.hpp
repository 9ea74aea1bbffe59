#pragma once

#include "output/budget_outcome.hpp"
#include "output/budget_workbook.hpp"
#include "output/report/words.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner::report {

/// What every section of the page is made of.
struct Context {
    const BudgetOutcome& outcome;
    const BudgetStudy& study;
    const std::vector<std::string>& warnings;
    const RunFacts& facts;
    Words& words;

    [[nodiscard]] std::string year(std::size_t y) const;
    [[nodiscard]] std::string first_year() const { return year(0); }
    [[nodiscard]] std::string last_year() const { return year(study.jaren - 1); }
    [[nodiscard]] std::vector<std::string> years() const;
    [[nodiscard]] const std::string& name(std::size_t v) const { return study.varianten[v].naam; }
    [[nodiscard]] const std::string& key(std::size_t v) const { return study.varianten[v].key; }

    /// A figure of a table with its key and year first: "varianten.csv", {v, y, "lasten"}.
    [[nodiscard]] FigureName figure_name(std::string_view table,
                                         std::size_t v,
                                         std::size_t y,
                                         std::string_view what,
                                         std::string_view column) const;
    [[nodiscard]] Cell cents_cell(const FigureName& name, finance::Centen amount) const;
    [[nodiscard]] Cell number_cell_of(const FigureName& name, double value, int decimals) const;
    /// Value and decimals as text, for axes.
    [[nodiscard]] std::function<std::string(double, int)> numbers() const;
};

// The sections, in the order of the page.
Markup answer_section(const Context& context);
Markup options_section(const Context& context);
Markup money_section(const Context& context);
Markup nazorg_section(const Context& context);
Markup certainty_section(const Context& context);
Markup sources_section(const Context& context);
Markup limits_section(const Context& context);
Markup rerun_section(const Context& context);
Markup appendix_section(const Context& context);

// Parts of them.
Markup house_part(const Context& context);         ///< of the options
Markup contributions_part(const Context& context); ///< of the money, as those below
Markup cost_price_part(const Context& context);
Markup partners_part(const Context& context);
Markup printed_part(const Context& context);

} // namespace ketenplan::runner::report
