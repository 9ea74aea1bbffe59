#pragma once

#include "parameters/validate.hpp"

#include <span>

/// The rules across fields, a file per part of the scenario.
namespace ketenplan::parameters {

std::span<const Rule> rules_of_looptijd();
std::span<const Rule> rules_of_instroom();
std::span<const Rule> rules_of_weging();
std::span<const Rule> rules_of_formatie();
std::span<const Rule> rules_of_casus();
std::span<const Rule> rules_of_personen();
std::span<const Rule> rules_of_overlegstructuur();
std::span<const Rule> rules_of_themas();
std::span<const Rule> rules_of_personeel();

} // namespace ketenplan::parameters
