#include "output/report/glosses.hpp"

#include <algorithm>
#include <array>

namespace ketenplan::runner::report {

namespace {

struct Gloss {
    std::string_view term;
    std::string_view english;
};

constexpr std::array glosses{
    Gloss{"begroting", "budget"},
    Gloss{"meerjarenraming", "estimate for several years"},
    Gloss{"rechtsvorm", "legal form"},
    Gloss{"gemeenten", "municipalities"},
    Gloss{"bijdragen", "contributions of municipalities"},
    Gloss{"lasten", "costs"},
    Gloss{"baten", "income other than contributions"},
    Gloss{"nazorg", "aftercare of (ex-)detainees"},
    Gloss{"kostprijs", "cost of one case"},
    Gloss{"weerstandsvermogen", "reserve over the setback of one year in twenty"},
    Gloss{"kans_op_tekort", "probability of a deficit"},
    Gloss{"risicodrager", "who carries the risk"},
    Gloss{"personeel", "staff"},
    Gloss{"inhuur", "temporary hire"},
    Gloss{"verzuimvervanging", "cover for sick leave"},
    Gloss{"huisvesting", "accommodation"},
    Gloss{"ict", "computers and software"},
    Gloss{"deskundigheid", "training"},
    Gloss{"organisatie", "organisation"},
    Gloss{"trajecten", "individual support tracks"},
    Gloss{"doorstroomhuis", "transitional housing"},
    Gloss{"overleg", "meetings"},
    Gloss{"overhead", "services of the host organisation"},
    Gloss{"transitie", "one-off costs of the change of legal form"},
    Gloss{"btw", "VAT that cannot be recovered"},
    Gloss{"overig", "other"},
    Gloss{"rijk", "central government"},
    Gloss{"partners", "partner organisations"},
    Gloss{"subsidie", "subsidy"},
    Gloss{"huur", "rent received"},
    Gloss{"overige_baten", "other income"},
    Gloss{"lasten_min_baten", "costs less income other than contributions, as realised"},
    Gloss{"wachttijd_overleg_gemiddeld",
          "mean days from the decision to the first case conference"},
    Gloss{"contacten_te_laat", "share of the follow-up contacts made after their deadline"},
    Gloss{"vacature_fte", "establishment that nobody held, in fte"},
    Gloss{"caseload_per_fte_focus", "weighted caseload of focus cases per fte"},
    Gloss{"caseload_per_fte_top60", "weighted caseload of Top60 cases per fte"},
    Gloss{"doorlooptijd_weging_gemiddeld", "days from report to the last decision"},
    Gloss{"weging", "triage of a report"},
    Gloss{"bilateraal", "dealt with between two organisations"},
    Gloss{"focus", "focus case, with a case conference"},
    Gloss{"top60", "case of the Top60 list"},
    Gloss{"geen_vervolg", "no follow-up"},
    Gloss{"casusoverleggen", "case conferences"},
    Gloss{"gemeten uren", "by hours measured in the simulation"},
    Gloss{"gedrukte minuten", "by the printed minutes, as weights"},
    Gloss{"recidive", "reoffending"},
};

} // namespace

std::string_view gloss_of(std::string_view term) {
    const auto* const found = std::ranges::find(glosses, term, &Gloss::term);
    return found == glosses.end() ? std::string_view{} : found->english;
}

} // namespace ketenplan::runner::report
