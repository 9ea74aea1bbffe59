#pragma once

#include "analysis/aannames.hpp"
#include "analysis/grenslijn.hpp"
#include "input/formatie_study.hpp"
#include "output/tables.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ketenplan::runner {

/// What was found out about a question of formatie.
struct FormatieOutcome {
    const FormatieStudy* study = nullptr;
    analysis::Formatie ondergrens; ///< by arithmetic
    analysis::Zoekuitkomst zoektocht;
    // The rest only when a formatie was found.
    analysis::Bewijs antwoord;
    analysis::Bewijs nu;                    ///< the formatie of the scenario
    std::vector<analysis::Bewijs> minder;   ///< per post a step fewer, as far as its minimum
    std::vector<analysis::Bewijs> meer;     ///< per post an fte more
    std::vector<analysis::Grenspunt> grens; ///< from less to more
    analysis::Bandbreedte bandbreedte;      ///< of the answer
    std::vector<analysis::Aanname> aannames;
    std::vector<analysis::Werkeffect> effecten; ///< on the fte asked, with the answer
    double gevraagd = 0.0;                      ///< fte by arithmetic
};

/// One page in Dutch.
std::string formatie_summary(const FormatieOutcome& outcome,
                             const std::vector<std::string>& warnings);

/// formatie.csv, zoektocht.csv, grens.csv and aannames.csv.
std::vector<Table> formatie_tables(const FormatieOutcome& outcome, DecimalMark mark);

/// "gouda 1,4 fte, leiden 1,8 fte (samen 3,2 fte)".
std::string formatie_words(const analysis::Formatie& formatie, const FormatieStudy& study);

} // namespace ketenplan::runner
