#pragma once

#include "command_line.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the command line of `waarde` says of prices and studies.
namespace ketenplan::runner {

/// Amounts in euro: "20000", "0,5", or from, to and step "0:100000:5000", both ends included when
/// the steps reach them. Nothing when the text is neither, when an amount is below 0, or when there
/// would be more than 1000. "50.000" is refused: fifty to a computer.
std::optional<std::vector<double>> parse_prices(const std::string& text);

/// All amounts of several texts that parse_prices reads, rising, each once; 0 to 100,000 by 5000
/// when there are no texts.
std::vector<double> prices_of(const std::vector<std::string>& texts);

/// "recidive=200" or "recidive:150=200": a parameter, what is known of it now in persons, and how
/// many persons to follow; both numbers above 0.
std::optional<NieuwOnderzoek> parse_study(const std::string& text);

/// What is wrong with such a text, in Dutch; empty when nothing is.
std::string complaint_about_prices(const std::string& text);
std::string complaint_about_study(const std::string& text);

} // namespace ketenplan::runner
