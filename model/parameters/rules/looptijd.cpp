// The file as a whole, and the period that is simulated.

#include "parameters/rules/rules.hpp"
#include "parameters/spans.hpp"

#include <fmt/format.h>

namespace ketenplan::parameters {

namespace {

constexpr double longest_run_years = 50.0;

void format_is_known(const Parameters& p, Problems& problems) {
    if (p.formaat == formaat_versie)
        return;
    problems.error(
        "formaat",
        fmt::format("is {}, maar dit programma leest formaat {}", p.formaat, formaat_versie),
        p.formaat > formaat_versie ? "dit bestand is voor een nieuwere versie van ketenplan"
                                   : fmt::format("schrijf `formaat = {}`", formaat_versie));
}

void run_has_length(const Parameters& p, Problems& problems) {
    const auto& l = p.looptijd;
    if (!l.start || !l.einde)
        return;
    if (*l.einde <= *l.start)
        problems.error("looptijd.einde",
                       "ligt niet na `start`, dus er is niets te meten",
                       "`einde` is de dag ná de laatste gemeten dag");
    else if (years_between(*l.start, *l.einde) > longest_run_years)
        problems.error("looptijd.einde",
                       fmt::format("maakt de simulatie langer dan {} jaar", longest_run_years));
}

void run_ends_after_a_year(const Parameters& p, Problems& problems) {
    if (!p.looptijd.einde)
        return;
    const std::chrono::year_month_day last{*p.looptijd.einde};
    if (last.month() == std::chrono::December && last.day() == std::chrono::day{31})
        problems.warning("looptijd.einde",
                         "is 31 december, en die dag telt niet meer mee",
                         "`einde` is de dag ná de laatste gemeten dag: 1 januari");
}

void run_fills_up(const Parameters& p, Problems& problems) {
    constexpr double least_years = 2.0;
    if (p.beginvoorraad.gebruiken || years(p.looptijd.opwarming) >= least_years)
        return;
    problems.error("looptijd.opwarming",
                   "is korter dan 2 jaar zonder beginvoorraad: het huis is dan nog niet volgelopen "
                   "als het meten begint",
                   "neem \"24 maanden\", of geef een beginvoorraad met `gebruiken = true`");
}

constexpr std::array looptijd_rules{
    Rule{"formaat_bekend", "het formaat is dat van dit programma", format_is_known},
    Rule{"looptijd_heeft_lengte", "`einde` ligt na `start`, ten hoogste 50 jaar", run_has_length},
    Rule{"looptijd_eindigt_na_jaar",
         "`einde` is niet 31 december: de dag ná de laatste is meestal 1 januari (waarschuwing)",
         run_ends_after_a_year},
    Rule{"looptijd_loopt_vol",
         "zonder beginvoorraad is de opwarming ten minste 2 jaar",
         run_fills_up},
};

} // namespace

std::span<const Rule> rules_of_looptijd() {
    return looptijd_rules;
}

} // namespace ketenplan::parameters
