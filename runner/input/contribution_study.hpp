#pragma once

#include "finance/verdeling.hpp"
#include "input/scenario.hpp"

#include <string>
#include <vector>

namespace ketenplan::runner {

/// A way to spread the amount.
struct ContributionKey {
    std::string key;
    std::string naam; ///< for people; the key when the study gives none
    finance::Sleutel sleutel;
};

/// A gemeente that may leave.
struct Departure {
    std::string naam;
    std::size_t sleutel = 0; ///< index into `sleutels`
    finance::Uittreding uittreding;
};

/// Who pays what of an amount, by one key and by another.
struct ContributionStudy {
    std::string naam;
    Scenario basis;
    finance::Centen bedrag = 0;
    std::vector<std::string> gemeenten; ///< names, of all participants that any question is about
    std::vector<double> inwoners;
    std::vector<bool> doet_mee; ///< now
    std::vector<ContributionKey> sleutels;
    std::size_t referentie = 0;
    std::vector<Departure> uittredingen;
    std::vector<std::size_t> toetredingen;
    std::vector<ParameterRecord> records; ///< every number of the study, with where it comes from
    InputFile file;
};

/// Why a key cannot spread an amount: what it does, in Dutch.
std::string why(finance::Bezwaar objection);

/// Reads a study with `basis` (whose gemeenten take part), `bedrag`, `[sleutels.<naam>]` (`delen`:
/// which share goes by which measure; `vast`, `toeslag`, `minimum`, `maximum`), `[cijfers.<maat>]`
/// (figures per gemeente, of everybody who takes part or may join; `inwoners` and
/// `nieuwe_personen` come from the basis), `referentie`,
/// `deelnemers`, `[uittreding.<naam>]` (`gemeente`, `sleutel`, `afbouw`, `besparing`) and
/// `toetreding` (gemeenten of the basis that do not take part yet). Throws InputError with every
/// problem, among which keys that cannot spread the amount.
ContributionStudy read_contribution_study(const std::string& path);

} // namespace ketenplan::runner
