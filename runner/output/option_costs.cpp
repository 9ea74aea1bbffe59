#include "output/option_costs.hpp"

#include "output/dutch.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>

namespace ketenplan::runner {

namespace {

std::string whole_euros(finance::Centen amount) {
    return dutch(finance::in_euro(amount), 0) + " euro";
}

/// "12.000 euro duurder dan de basis, en dat in 93% van 100 trekkingen".
std::string beside_basis(const BudgetOutcome& outcome, std::size_t option) {
    const finance::Centen more = contributions_over_years(outcome.varianten[option]) -
                                 contributions_over_years(outcome.varianten.front());
    if (more == 0)
        return "evenveel als de basis";
    std::string text = fmt::format(
        "{} {} dan de basis", whole_euros(std::abs(more)), more > 0 ? "duurder" : "goedkoper");
    if (!outcome.trekkingen.empty())
        text += fmt::format(", en dat in {}% van {} trekkingen van wat niet vaststaat",
                            dutch(100.0 * (1.0 - flip_probability(outcome, 0, option)), 0),
                            outcome.trekkingen.size());
    return text;
}

} // namespace

std::string costs_of_options(const BudgetOutcome& outcome) {
    const BudgetStudy& study = *outcome.study;
    std::string text =
        fmt::format("\nWat de opties kosten: wat de gemeenten samen betalen, {} tot en met {}\n",
                    study.jaar,
                    study.jaar + static_cast<std::int32_t>(study.jaren) - 1);
    for (std::size_t v = 0; v < outcome.varianten.size(); ++v)
        fmt::format_to(std::back_inserter(text),
                       "  {}: {}{}\n",
                       study.varianten[v].naam,
                       whole_euros(contributions_over_years(outcome.varianten[v])),
                       v == 0 ? " (de basis)" : "; " + beside_basis(outcome, v));
    if (outcome.trekkingen.empty())
        text += "  Er zijn geen trekkingen: hoe zeker deze verschillen zijn, is niet nagegaan.\n";
    return text;
}

} // namespace ketenplan::runner
