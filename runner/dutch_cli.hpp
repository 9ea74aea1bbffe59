#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// CLI11 in Dutch: what options take, help, and what is wrong with a command line.
namespace ketenplan::runner {

/// Accepts whole numbers from `low` to `high`.
CLI::Validator whole_number(std::uint32_t low, std::uint32_t high);
/// Accepts numbers from `low` to `high`, with a point or a comma.
CLI::Validator number_between(double low, double high);
/// Accepts percentages from `low` to `high`: "2%", "0,5 %" or "2".
CLI::Validator percentage_between(double low, double high);
CLI::Validator one_of(const std::vector<std::string>& names);

/// A number as a user may write it, with a point or a comma; not a number when it is none.
double plain_number(std::string text);
/// "2%", "0,5 %" or "2": a percentage, as a share; not a number when it is none.
double percentage(std::string text);

/// Help in Dutch.
void speak_dutch(CLI::App& app);
/// Puts everything under Dutch headings; after all options have been added.
void name_groups(CLI::App& app);

/// What is wrong with a command line that begins with `first`, in Dutch.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, const std::string& first);

} // namespace ketenplan::runner
