#pragma once

#include "analysis/estimates.hpp"
#include "engine/time.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A number as the Dutch write it: a comma for decimals, dots between thousands; "-" for none.
std::string dutch(double value, int decimals);

/// How many decimals show a figure to about three digits.
int decimals_for(double value);

/// How many decimals a figure has in a sentence: one, none from 100 on, two below 1.
int decimals_in_words(double value);

/// "16,5 (± 0,2)": the mean and half of its 95% interval. A margin that rounds to zero is still a
/// margin: "(± < 0,1)".
std::string with_margin(const analysis::Estimate& e, int decimals);

/// The same for a share, as a percentage.
std::string percentage(const analysis::Estimate& e);

/// "een, twee en drie"; empty without names.
std::string listed(const std::vector<std::string>& names);

/// "maart 2015", "mrt".
std::string month_name(engine::Date day);
std::string month_abbreviation(engine::Date day);

} // namespace ketenplan::runner
