#pragma once

#include "output/report/words.hpp"

#include <array>

/// What the model leaves out, as far as it matters to who reads a begroting.
namespace ketenplan::runner::report {

inline constexpr std::array limits{
    Phrase{
        "<strong>Wat in geen document staat.</strong> Formatie, salarissen, uren per zaak, "
        "wachttijden en ziekteverzuim van een huis zijn bijna nooit gepubliceerd. Zij zijn "
        "aannames met een laagste en hoogste waarde; wie de echte getallen heeft, vult ze in.",
        "<strong>What no document says.</strong> Staff, salaries, hours per case, waits and sick "
        "leave of a house are hardly ever published. They are assumptions with a lowest and "
        "highest value; whoever has the real numbers fills them in."},
    Phrase{
        "<strong>Wat een rechtsvorm doet.</strong> Een variant verschilt alleen in wat de studie "
        "ervan zegt: regels, verloop, termijnen, ingangsdatum. Draagvlak, invloed van "
        "gemeenten en kwaliteit van samenwerking zijn geen getal in dit model.",
        "<strong>What a rechtsvorm does.</strong> A variant differs only in what the study "
        "says of it: lines, turnover, delays, date. Support, influence of gemeenten and quality "
        "of cooperation are no number in this model."},
    Phrase{"<strong>Besluitvorming.</strong> De doorlooptijd naar een rechtsvorm is een som van "
           "weken. Dat een raad nee zegt, of een zienswijze om aanpassing vraagt, komt niet voor.",
           "<strong>Decisions.</strong> The lead time to a rechtsvorm is a sum of weeks. A council "
           "that says no, or asks for changes, does not occur."},
    Phrase{"<strong>Balans en kasstroom.</strong> Er zijn lasten en baten per jaar. Rente, "
           "liquiditeit, activa met hun afschrijving en verrekening tussen jaren zijn er niet, "
           "behalve als regel in de studie.",
           "<strong>Balance sheet and cash flow.</strong> There are costs and income per year. "
           "Interest, liquidity, assets with their depreciation and settlement between years are "
           "not there, unless as a line of the study."},
    Phrase{"<strong>Samenhang van tegenvallers.</strong> Prijzen en genoemde risico's worden los "
           "van elkaar getrokken. Vallen zij in het echt samen tegen, dan is P95 te laag.",
           "<strong>Setbacks that go together.</strong> Prices and listed risks are drawn apart "
           "from each other. If in reality they go wrong together, P95 is too low."},
    Phrase{"<strong>Bijsturen.</strong> Het nagespeelde huis past zijn formatie en afspraken niet "
           "aan als het jaar tegenvalt; een echt bestuur grijpt in.",
           "<strong>Steering.</strong> The simulated house does not change its staff or agreements "
           "when a year goes wrong; a real board steps in."},
    Phrase{"<strong>Uren van partners</strong> zijn gewaardeerd, niet begroot; of partners die "
           "uren blijven leveren wordt niet gevraagd.",
           "<strong>Hours of partners</strong> are valued, not budgeted; whether partners go on "
           "giving them is not asked."},
    Phrase{"<strong>Opbrengst voor de samenleving.</strong> Minder recidive, overlast of leed "
           "staat niet in deze begroting; zie <code>ketenplan nazorg</code> en <code>ketenplan "
           "psa</code>.",
           "<strong>What society gains.</strong> Less reoffending, nuisance or suffering is not in "
           "this budget; see <code>ketenplan nazorg</code> and <code>ketenplan psa</code>."},
    Phrase{"<strong>Mensen.</strong> Een casus is een verloop met kansen en tijden, geen persoon. "
           "Geen enkel gegeven in dit rapport gaat over een bestaand persoon; over één casus zegt "
           "het niets.",
           "<strong>People.</strong> A case is a course with chances and times, not a person. "
           "Nothing in this report is about an existing person; about a single case it says "
           "nothing."},
    Phrase{"<strong>Nieuwe wetten en beleid</strong> tellen alleen mee als het scenario ze noemt.",
           "<strong>New laws and policy</strong> count only when the scenario names them."},
};

} // namespace ketenplan::runner::report
