// Over the whole measured period, per gebied: what is open counts too.

#include "analysis/measures/table.hpp"

namespace ketenplan::analysis {

namespace {

using enum Aggregation;

double open_age_at_end(const casus::Open& open) {
    return ratio(seconds(open.leeftijd) / seconds_in_day, number(open.aantal));
}

template <units::Days parameters::Normen::* norm,
          engine::SurvivalHistogram casus::SubregioSlot::* what>
double within_norm(const View& v) {
    const auto& survival = v.run->*what;
    if (survival.ended() + survival.censored() == 0)
        return nothing;
    const double days = (v.opzet->parameters.normen.*norm).value();
    return survival.share_within(casus::hele_seconden(days * seconds_in_day));
}

template <engine::SurvivalHistogram casus::SubregioSlot::* what>
double survival_mean(const View& v) {
    const auto& survival = v.run->*what;
    return survival.ended() + survival.censored() == 0
               ? nothing
               : survival.restricted_mean(v.opzet->einde - v.opzet->start) / seconds_in_day;
}

/// As above, for one kind of case.
template <std::size_t soort>
double running_mean(const View& v) {
    const auto& survival = v.run->looptijd[soort];
    return survival.ended() + survival.censored() == 0
               ? nothing
               : survival.restricted_mean(v.opzet->einde - v.opzet->start) / seconds_in_day;
}

constexpr std::array periode_table{
    per_period("weging_binnen_norm",
               "aandeel",
               "meldingen met een laatste besluit binnen de norm; open meldingen tellen mee "
               "(Kaplan-Meier)",
               share,
               within_norm<&parameters::Normen::weging_binnen, &casus::SubregioSlot::weging>),
    per_period("doorlooptijd_weging_km",
               "dagen",
               "tijd van melding tot laatste besluit, open meldingen meegeteld (Kaplan-Meier); "
               "langer dan de gemeten periode telt als die periode",
               mean,
               survival_mean<&casus::SubregioSlot::weging>),
    per_period("overleg_binnen_norm",
               "aandeel",
               "casussen met een eerste overleg binnen de norm; wachtende casussen tellen mee "
               "(Kaplan-Meier)",
               share,
               within_norm<&parameters::Normen::overleg_binnen, &casus::SubregioSlot::overleg>),
    per_period("wachttijd_overleg_km",
               "dagen",
               "tijd van besluit tot eerste overleg, wachtende casussen meegeteld (Kaplan-Meier); "
               "langer dan de gemeten periode telt als die periode",
               mean,
               survival_mean<&casus::SubregioSlot::overleg>),
    per_period("wachttijd_briefing_km",
               "dagen",
               "tijd van gereed tot de briefing, wachtende meldingen meegeteld (Kaplan-Meier); "
               "langer dan de gemeten periode telt als die periode",
               mean,
               survival_mean<&casus::SubregioSlot::briefing>),
    per_period("wachttijd_plaats_km",
               "dagen",
               "tijd dat een Top60-casus op een plaats wacht, wachtende meegeteld (Kaplan-Meier); "
               "langer dan de gemeten periode telt als die periode",
               mean,
               survival_mean<&casus::SubregioSlot::plaats>),
    per_period("wachttijd_procesregisseur_km",
               "dagen",
               "tijd dat een casus op een procesregisseur wacht, wachtende meegeteld "
               "(Kaplan-Meier); langer dan de gemeten periode telt als die periode",
               mean,
               survival_mean<&casus::SubregioSlot::procesregisseur>),
    per_period("focus_looptijd_km",
               "dagen",
               "tijd van eerste overleg tot afsluiten van focuscasussen, lopende meegeteld "
               "(Kaplan-Meier); langer dan de gemeten periode telt als die periode",
               mean,
               running_mean<focus>),
    per_period("open_focus",
               "casussen",
               "focuscasussen die aan het einde lopen en hun eerste overleg hebben gehad",
               stand,
               [](const View& v) { return number(v.run->lopend[focus].aantal); }),
    per_period("open_focus_leeftijd",
               "dagen",
               "hoe lang zij dan lopen sinds het eerste overleg, gemiddeld",
               mean,
               [](const View& v) { return open_age_at_end(v.run->lopend[focus]); }),
    per_period("open_top60",
               "casussen",
               "Top60-casussen die aan het einde lopen en hun eerste overleg hebben gehad",
               stand,
               [](const View& v) { return number(v.run->lopend[top60].aantal); }),
    per_period("open_top60_leeftijd",
               "dagen",
               "hoe lang zij dan lopen sinds het eerste overleg, gemiddeld",
               mean,
               [](const View& v) { return open_age_at_end(v.run->lopend[top60]); }),
    per_period("open_meldingen",
               "meldingen",
               "meldingen zonder laatste besluit aan het einde",
               stand,
               [](const View& v) { return number(v.run->meldingen.aantal); }),
    per_period("open_meldingen_leeftijd",
               "dagen",
               "hoe lang zij dan open staan, gemiddeld",
               mean,
               [](const View& v) { return open_age_at_end(v.run->meldingen); }),
    per_period("open_wacht_op_plaats",
               "casussen",
               "casussen die aan het einde op een plaats op de Top60-lijst wachten",
               stand,
               [](const View& v) { return number(v.run->wacht_op_plaats.aantal); }),
    per_period("open_wacht_op_plaats_leeftijd",
               "dagen",
               "hoe lang zij dan wachten, gemiddeld",
               mean,
               [](const View& v) { return open_age_at_end(v.run->wacht_op_plaats); }),
    per_period("open_wacht_op_procesregisseur",
               "casussen",
               "casussen die aan het einde op een procesregisseur wachten",
               stand,
               [](const View& v) { return number(v.run->wacht_op_procesregisseur.aantal); }),
    per_period("open_wacht_op_procesregisseur_leeftijd",
               "dagen",
               "hoe lang zij dan wachten, gemiddeld",
               mean,
               [](const View& v) { return open_age_at_end(v.run->wacht_op_procesregisseur); }),
    per_period(
        "open_wacht_op_overleg",
        "casussen",
        "casussen die aan het einde een procesregisseur hebben en op hun eerste overleg wachten",
        stand,
        [](const View& v) { return number(v.run->wacht_op_overleg.aantal); }),
    per_period("open_wacht_op_overleg_leeftijd",
               "dagen",
               "hoe lang zij dan wachten sinds het besluit, gemiddeld",
               mean,
               [](const View& v) { return open_age_at_end(v.run->wacht_op_overleg); }),
};

} // namespace

std::span<const Measure> measures_of_periode() {
    return periode_table;
}

} // namespace ketenplan::analysis
