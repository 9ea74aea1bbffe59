#pragma once

#include "analysis/frontier.hpp"
#include "analysis/information.hpp"
#include "analysis/value.hpp"
#include "command_line.hpp"
#include "input/psa_table.hpp"
#include "output/tables.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A study as it was computed: a parameter's index and the size of what is known and what is added.
struct ValuedStudy {
    std::size_t parameter = 0;
    double persons = 0.0;
    double prior = 0.0;
    bool prior_from_table = false;
    std::vector<analysis::InformationValue> values; ///< per price
};

/// All that `waarde` tells of a table.
struct ValueStudy {
    const PsaInput* input = nullptr;
    std::string name;                         ///< of the table
    std::string unit;                         ///< of effect
    std::vector<analysis::OverDraws> costs;   ///< per strategy
    std::vector<analysis::OverDraws> effects; ///< idem
    std::vector<analysis::FrontierPlace> places;
    std::vector<analysis::AtPrice> prices;
    /// Per parameter, per price.
    std::vector<std::vector<analysis::InformationValue>> parameters;
    std::vector<ValuedStudy> studies;

    [[nodiscard]] const analysis::PsaTable& table() const { return input->table; }
    /// The price at which perfect information is worth most; the first of those that tie.
    [[nodiscard]] std::size_t focus() const;
    /// The strategies on the frontier, from the cheapest to the dearest.
    [[nodiscard]] std::vector<std::size_t> frontier() const;
};

/// The study of a table at these prices; `studies` have no values yet.
ValueStudy value_study(const PsaInput& input,
                       const std::vector<double>& prices,
                       std::vector<ValuedStudy> studies);

/// What a financial officer wants to know, in plain Dutch.
std::string value_summary(const ValueStudy& study, const std::vector<std::string>& warnings);

/// The acceptability curves and the expected losses as figures (.svg); none for a single price.
std::vector<Table> value_figures(const ValueStudy& study);

/// waarde.csv: per measure, strategy and price a value with its standard error, its 95% interval
/// and where 95% of the draws lie.
Table value_table(const ValueStudy& study, DecimalMark mark);
/// strategieen.csv: costs, effects and the place on the frontier of every strategy.
Table strategies_table(const ValueStudy& study, DecimalMark mark);
/// parameters-waarde.csv: what it is worth to know every parameter, and of every new study.
Table parameters_value_table(const ValueStudy& study, DecimalMark mark);

} // namespace ketenplan::runner
