#pragma once

#include "analysis/grenslijn.hpp"
#include "analysis/werkeffect.hpp"
#include "input/formatie_study.hpp"
#include "output/tables.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ketenplan::runner {

/// What a formatie gives, with two certainties.
struct FormatieBewijs {
    analysis::Bewijs gegeven; ///< every assumption at its value
    analysis::Bewijs breed;   ///< every assumption drawn; of fewer replications along the frontier
};

/// A formatie that the study asks about, or what its budget buys.
struct GevraagdBewijs {
    std::string naam;
    FormatieBewijs bewijs;
};

/// Fte that the work asks, by arithmetic.
struct GevraagdeFte {
    double waarde = 0.0; ///< every assumption at its value
    double laag = 0.0;   ///< 5% of the draws ask less
    double hoog = 0.0;   ///< 5% ask more
};

/// What was found out about a question of formatie.
struct FormatieOutcome {
    const FormatieStudy* study = nullptr;
    analysis::Zoekuitkomst zoektocht;
    // The rest only when a formatie was found.
    FormatieBewijs antwoord;
    std::vector<analysis::Bewijs> minder; ///< per post a step fewer, as far as its minimum
    std::vector<analysis::Bewijs> meer;   ///< per post an fte more
    std::vector<FormatieBewijs> grens;    ///< from less to more
    std::vector<GevraagdBewijs> gevraagd; ///< the present one first
    bool budget_te_klein = false;         ///< not even the smallest formatie fits
    /// On the fte asked, of the study's assumptions that the ensemble does not give.
    std::vector<analysis::Werkeffect> effecten;
    GevraagdeFte werk;
    std::optional<GevraagdeFte> gekalibreerd; ///< idem, over the ensemble alone
};

/// One page in Dutch.
std::string formatie_summary(const FormatieOutcome& outcome,
                             const std::vector<std::string>& warnings);

/// zoektocht.csv and, when there is an answer, formatie.csv, grens.csv and aannames.csv.
std::vector<Table> formatie_tables(const FormatieOutcome& outcome, DecimalMark mark);

/// grens.svg: fte against the chance that all norms are met, with both certainties, and the waits.
Table formatie_chart(const FormatieOutcome& outcome);

/// "gouda 1,4 fte, leiden 1,8 fte (samen 3,2 fte)".
std::string formatie_words(const analysis::Formatie& formatie, const FormatieStudy& study);

double fte_of(const analysis::Formatie& formatie, const FormatieStudy& study);

/// What a sequential test or an interval says of a norm, in Dutch.
std::string_view oordeel_words(analysis::Oordeel oordeel);

} // namespace ketenplan::runner
