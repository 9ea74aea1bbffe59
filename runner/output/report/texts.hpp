#pragma once

#include "output/report/words.hpp"

/// Every text of the report of a begroting, in Dutch and in English. Terms of art stay Dutch.
namespace ketenplan::runner::report::texts {

// The page.
inline constexpr Phrase skip{"Naar het antwoord", "To the answer"};
inline constexpr Phrase contents{"Inhoud", "Contents"};
inline constexpr Phrase no_name{"Begroting", "Begroting (budget)"};
inline constexpr Phrase subtitle{
    "Begroting {} en meerjarenraming tot en met {}, in euro, prijspeil {}. Elke variant is {} keer "
    "nagespeeld met hetzelfde toeval.",
    "Begroting {} (budget) and meerjarenraming (estimate for later years) up to and including {}, "
    "in euro, at prices of {}. Every variant was simulated {} times with the same chance events."};
inline constexpr Phrase warnings{"Let op", "Warnings"};
inline constexpr Phrase table_behind{"De tabel achter deze figuur", "The table behind this chart"};

// Headings.
inline constexpr Phrase answer{"Het antwoord", "The answer"};
inline constexpr Phrase options{"De opties vergeleken", "The options compared"};
inline constexpr Phrase money{"Het geld", "The money"};
inline constexpr Phrase nazorg{"Nazorg", "Nazorg (aftercare of detainees)"};
inline constexpr Phrase certainty{"Hoe zeker is dit?", "How sure is this?"};
inline constexpr Phrase sources{"Aannames en bronnen", "Assumptions and sources"};
inline constexpr Phrase left_out{"Wat het model niet meeneemt", "What the model leaves out"};
inline constexpr Phrase rerun{"Zelf narekenen", "How to rerun this"};
inline constexpr Phrase appendix{"Bijlage: alle getallen van de studie",
                                 "Appendix: every number of the study"};

// The answer.
inline constexpr Phrase answer_single{
    "<strong>{}</strong> kost de gemeenten samen <strong>{}</strong> over de jaren {} tot en met "
    "{}: lasten min andere baten.",
    "<strong>{}</strong> costs the gemeenten (municipalities) <strong>{}</strong> together over "
    "the years {} up to and including {}: costs less other income."};
inline constexpr Phrase answer_cheapest{
    "<strong>{0}</strong> is van de {1} varianten het goedkoopst: de gemeenten betalen samen "
    "<strong>{2}</strong> over de jaren {3} tot en met {4} (lasten min andere baten).",
    "Of the {1} variants, <strong>{0}</strong> is the cheapest: the gemeenten (municipalities) pay "
    "<strong>{2}</strong> together over the years {3} up to and including {4} (costs less other "
    "income)."};
inline constexpr Phrase answer_next{"{} kost {} meer ({}).", "{} costs {} more ({})."};
inline constexpr Phrase answer_sure{
    "<strong>Hoe zeker?</strong> In {} van de {} trekkingen van wat een bereik heeft ({}) is "
    "{} de goedkoopste. {}",
    "<strong>How sure?</strong> In {} of the {} draws of what has a range ({}), {} is the "
    "cheapest. {}"};
inline constexpr Phrase answer_flips{"In {} keert de volgorde van de eerste twee om.",
                                     "In {} the order of the first two is the other way round."};
inline constexpr Phrase more_often{"Vaker, in {}, is dat {}.", "More often, in {}, that is {}."};
inline constexpr Phrase verdict_firm{"Die keuze is dus stevig.", "The choice is firm."};
inline constexpr Phrase verdict_likely{"Dat is waarschijnlijk, niet zeker.",
                                       "That is likely, not certain."};
inline constexpr Phrase verdict_open{
    "Op kosten alleen is de keuze open: laat iets anders de doorslag geven.",
    "By costs alone the choice is open: let something else decide."};
inline constexpr Phrase few_draws{"Met {} trekkingen is zo'n percentage grof.",
                                  "With {} draws such a percentage is rough."};
inline constexpr Phrase no_draws{
    "Er zijn geen trekkingen van wat niet zeker is gedaan: hoe zeker dit is, is niet nagegaan.",
    "Nothing uncertain was drawn: how sure this is was not examined."};
inline constexpr Phrase answer_year{"In {} vraagt {} {} aan bijdragen, bij {} aan lasten. ",
                                    "In {}, {} asks {} in contributions, for {} of costs. "};
inline constexpr Phrase answer_setback{
    "In een op de twintig gevallen valt dat jaar meer dan {} tegen; dat komt het meest door: {}.",
    "In one case in twenty that year turns out more than {} worse; mostly because of: {}."};
inline constexpr Phrase answer_no_setback{
    "Zelfs in een op de twintig gevallen valt het jaar niet tegen: de reeks loopt van {} tot {} "
    "boven de "
    "begroting (P05 tot P95), en wat erin het meest doet is: {}.",
    "Not even in one case in twenty does the year turn out worse: the range is from {} to {} above "
    "the budget "
    "(P05 to P95), and what does most in it is: {}."};

// Options.
inline constexpr Phrase order_caption{
    "Wat de gemeenten samen betalen, in euro: per jaar en over alle jaren.",
    "What the gemeenten pay together, in euro: per year and over all years."};
inline constexpr Phrase draws_label{"Hoe zeker de volgorde is", "How sure the order is"};
inline constexpr Phrase draws_caption{
    "Hoe zeker die volgorde is, over trekkingen van alles wat een bereik heeft. De begroting "
    "rekent "
    "met de waarde van elk getal; liggen laag en hoog daar niet even ver vandaan, dan is het "
    "gemiddelde over de trekkingen anders. kans_omgekeerd gaat over de variant erboven.",
    "How sure that order is, over draws of all that has a range. The begroting takes the value of "
    "each number; where lowest and highest are not as far from it, the mean over draws is "
    "different. kans_omgekeerd is about the variant above."};
inline constexpr Phrase variant{"variant", "variant"};
inline constexpr Phrase together{"samen", "total"};
inline constexpr Phrase chance_cheapest{"kans_goedkoopst", "kans_goedkoopst (cheapest)"};
inline constexpr Phrase chance_flip{"kans_omgekeerd", "kans_omgekeerd (with the one above)"};
inline constexpr Phrase kinds_title{
    "Lasten per soort en jaar; het streepje is wat gemeenten bijdragen",
    "Costs by kind and year; the stroke is what gemeenten contribute"};
inline constexpr Phrase kinds_caption{
    "<strong>Wat elke variant kost, per soort en jaar.</strong> De kolom is wat er uitgaat; het "
    "zwarte streepje is wat de gemeenten daarvan betalen, na de andere baten.",
    "<strong>What every variant costs, by kind and year.</strong> The column is what is spent; "
    "the black stroke is what the gemeenten pay of it, after other income."};
inline constexpr Phrase kinds_mark{"bijdragen", "bijdragen"};
inline constexpr Phrase thousand_euro{"Lasten, in duizend euro per jaar",
                                      "Costs, in thousand euro per year"};
inline constexpr Phrase kinds_item{"{} in {}: {} euro aan lasten, {} euro aan bijdragen. ",
                                   "{} in {}: {} euro of costs, {} euro of contributions. "};
inline constexpr Phrase start_heading{"Wanneer het kan, en wie het risico draagt",
                                      "When it can begin, and who carries the risk"};
inline constexpr Phrase start_caption{"Doorlooptijd, risicodrager en reserve per variant.",
                                      "Lead time, who carries the risk, and reserve, per variant."};
inline constexpr Phrase start_from{"gaat in op", "begins on"};
inline constexpr Phrase start_steps{"stappen daarvoor", "steps before that"};
inline constexpr Phrase start_risk{"risicodrager", "risicodrager (carries the risk)"};
inline constexpr Phrase start_reserve{"reserve (euro)", "reserve (euro)"};
inline constexpr Phrase start_now{"nu al zo", "in force now"};
inline constexpr Phrase start_weeks{"{}: {} weken", "{}: {} weeks"};
inline constexpr Phrase start_until{
    "Tot een variant ingaat geldt {}; de bedragen hierboven rekenen daarmee.",
    "Until a variant begins, {} holds; the amounts above take that into account."};
inline constexpr Phrase house_heading{"Wat het huis doet", "What the house does"};
inline constexpr Phrase house_text{
    "Kosten zijn niet alles. De lijn is wat de helft van de nagespeelde jaren niet overschrijdt, "
    "de band loopt van P05 tot P95: in negen van de tien jaren valt het daarbinnen.",
    "Costs are not all. The line is what half of the simulated years do not exceed; the band runs "
    "from P05 to P95: nine years in ten are within it."};
inline constexpr Phrase house_title{"{} per variant en jaar", "{} by variant and year"};
inline constexpr Phrase house_axis{"{}, in {}", "{}, in {}"};
inline constexpr Phrase fan_item{"{} in {}: P05 {}, P50 {}, P95 {}. ",
                                 "{} in {}: P05 {}, P50 {}, P95 {}. "};
inline constexpr Phrase house_zero{"Nul in elk jaar en elke variant: {}.",
                                   "Zero in every year and every variant: {}."};
inline constexpr Phrase percents{"procenten", "per cent"};
inline constexpr Phrase house_none{"In geen enkel jaar waargenomen: {}.",
                                   "Not observed in any year: {}."};

// Money.
inline constexpr Phrase budget_heading{"{}", "{}"};
inline constexpr Phrase budget_caption{
    "Begroting {} en meerjarenraming, in euro, per soort.",
    "Begroting (budget) {} and meerjarenraming (estimate for later years), in euro, by kind."};
inline constexpr Phrase kind{"soort", "soort (kind)"};
inline constexpr Phrase less{"− {}", "− {}"};
inline constexpr Phrase balance{
    "Lasten = bijdragen + andere baten, op de cent, in elk jaar.",
    "Costs = contributions + other income, to the cent, in every year."};
inline constexpr Phrase incidental{"Van de lasten is {} incidenteel (eenmalig).",
                                   "Of the costs {} is incidental (once only)."};
inline constexpr Phrase workbook{
    "Elke regel staat met prijs, index, hoeveelheid, bron en aanname in <code>begroting.csv</code> "
    "en, met formules om zelf mee te rekenen, in <code>begroting.xlsx</code>.",
    "Every line, with price, index, quantity, source and assumption, is in "
    "<code>begroting.csv</code> and, with formulas to calculate with, in "
    "<code>begroting.xlsx</code>."};
inline constexpr Phrase paid_heading{"Bijdragen per gemeente", "Contributions by gemeente"};
inline constexpr Phrase paid_title{"Bijdragen per gemeente in {}",
                                   "Contributions by gemeente in {}"};
inline constexpr Phrase paid_caption{
    "<strong>Wat elke gemeente betaalt in {}</strong>, naar de verdeelsleutel {}.",
    "<strong>What every gemeente pays in {}</strong>, by the apportionment key {}."};
inline constexpr Phrase paid_some{" De tekening heeft de eerste {} varianten, de tabel alle.",
                                  " The chart has the first {} variants, the table all."};
inline constexpr Phrase paid_axis{"euro per jaar", "euro per year"};
inline constexpr Phrase paid_all{"De andere jaren", "The other years"};
inline constexpr Phrase paid_all_caption{
    "Bijdragen per gemeente in de andere jaren, in euro, per variant.",
    "Contributions by gemeente in the other years, in euro, by variant."};
inline constexpr Phrase paid_item{"{}: {}. ", "{}: {}. "};
inline constexpr Phrase gemeente{"gemeente", "gemeente"};
inline constexpr Phrase year{"jaar", "jaar (year)"};
inline constexpr Phrase price_heading{"Kostprijs", "Kostprijs (cost of one case)"};
inline constexpr Phrase price_text{
    "Wat casuïstiek kost, verdeeld over wat het huis maakt: eenmaal naar de uren die de simulatie "
    "meet, eenmaal naar de gedrukte minuten. Die minuten zijn gewichten en geen uren; de sommen "
    "zijn gelijk.",
    "What casework costs, spread over what the house makes: once by the hours that the simulation "
    "measures, once by the printed minutes. Those minutes are weights, not hours; the sums are "
    "equal."};
inline constexpr Phrase price_caption{
    "Kostprijs in {}, variant {}: {}; inspanning in {}.",
    "Kostprijs in {}, variant {}: {}; inspanning (effort) in {}."};
inline constexpr Phrase in_hours{"uren", "hours"};
inline constexpr Phrase in_minutes{"gewogen minuten", "weighted minutes"};
inline constexpr Phrase product{"product", "product"};
inline constexpr Phrase amount{"aantal", "aantal (number)"};
inline constexpr Phrase effort{"inspanning", "inspanning (effort)"};
inline constexpr Phrase euro{"euro", "euro"};
inline constexpr Phrase each{"per_stuk", "per_stuk (each)"};
inline constexpr Phrase partner_heading{"Uren van partners, in natura",
                                        "Hours of partner organisations, in kind"};
inline constexpr Phrase partner_text{
    "Partners zitten aan tafel op eigen kosten. Dat staat niet in de begroting; in {} is het {} "
    "uur, {} waard.",
    "Partners sit at the table at their own expense. That is not in the budget; in {} it is {} "
    "hours, worth {}."};
inline constexpr Phrase partner_caption{"Uren van partners in {}, variant {}.",
                                        "Hours of partners in {}, variant {}."};
inline constexpr Phrase who{"wie", "wie (who)"};
inline constexpr Phrase hours{"uren", "uren (hours)"};
inline constexpr Phrase rate{"uurtarief", "uurtarief (rate)"};
inline constexpr Phrase printed_heading{"Naast de gedrukte begrotingen",
                                        "Beside the printed budgets"};
inline constexpr Phrase printed_caption{
    "Gedrukte totalen, in euro: de groei, wat het document daarvan verklaart, en het verschil met "
    "deze studie (variant {}).",
    "Printed totals, in euro: their growth, what the document explains of it, and the difference "
    "from this study (variant {})."};
inline constexpr Phrase source{"bron", "bron (source)"};

// Nazorg.
inline constexpr Phrase nazorg_lines{"Wat nazorg en subsidies in deze begroting doen, per regel.",
                                     "What nazorg and subsidies do in this budget, by line."};
inline constexpr Phrase nazorg_caption{
    "Nazorgtrajecten, doorstroomhuis en subsidies, variant {}, in euro.",
    "Aftercare tracks, doorstroomhuis (transitional housing) and subsidies, variant {}, in euro."};
inline constexpr Phrase subsidy{
    "<strong>{}</strong> (subsidie): toegekend {}, drempel per aanvrager {}, cofinanciering {}; "
    "{}. "
    "Wat kan worden aangevraagd is {}.",
    "<strong>{}</strong> (subsidie, subsidy): granted {}, threshold per applicant {}, cofinancing "
    "{}; {}. What can be applied for is {}."};
inline constexpr Phrase subsidy_together{"gemeenten vragen samen aan", "gemeenten apply together"};
inline constexpr Phrase subsidy_alone{"elke gemeente vraagt zelf aan",
                                      "every gemeente applies by itself"};
inline constexpr Phrase nazorg_none{
    "Deze begroting heeft geen regels voor nazorgtrajecten, doorstroomhuis of subsidie.",
    "This budget has no lines for aftercare tracks, transitional housing or subsidy."};
inline constexpr Phrase nazorg_effect{
    "<strong>Of nazorg recidive verlaagt is niet zeker.</strong> Deze studie gebruikt de odds "
    "ratio {} op recidive binnen twee jaar, met een 95%-interval van {} tot {}. ",
    "<strong>Whether nazorg lowers recidive (reoffending) is not certain.</strong> This study uses "
    "an odds ratio of {} on reoffending within two years, with a 95% interval of {} to {}. "};
inline constexpr Phrase nazorg_zero{
    "Dat interval bevat 1: het effect kan ook nul zijn, of averechts.",
    "That interval contains 1: the effect may be zero, or adverse."};
inline constexpr Phrase nazorg_not_zero{
    "Dat interval bevat 1 niet; andere studies wel.",
    "That interval does not contain 1; that of other studies does."};
inline constexpr Phrase nazorg_where{
    "Wat voorkomen recidive waard is staat niet in deze begroting. <code>ketenplan nazorg</code> "
    "rekent het effect uit, <code>ketenplan psa</code> of het de kosten waard is en hoe zeker dat "
    "is.",
    "What prevented reoffending is worth is not in this budget. <code>ketenplan nazorg</code> "
    "works out the effect, <code>ketenplan psa</code> whether it is worth its costs and how sure "
    "that is."};
inline constexpr Phrase line{"regel", "regel (line)"};

// Certainty.
inline constexpr Phrase cost_title{"Lasten min andere baten zoals zij kunnen uitvallen",
                                   "Costs less other income as they may turn out"};
inline constexpr Phrase cost_caption{
    "<strong>Hoe een jaar kan uitvallen.</strong> De donkere band is wat het verloop van het jaar "
    "doet (ziekte, vertrek, aantallen); de lichte band telt prijzen en risico's mee. De lijn is "
    "P50, elke band loopt van P05 tot P95.",
    "<strong>How a year may turn out.</strong> The dark band is what the course of the year does "
    "(illness, turnover, numbers); the light band counts prices and listed risks as well. The line "
    "is P50, every band runs from P05 to P95."};
inline constexpr Phrase cost_band{"verloop van het jaar (P05 tot P95, lijn P50)",
                                  "course of the year (P05 to P95, line P50)"};
inline constexpr Phrase cost_outer_band{"met prijzen en risico's erbij (begroot plus risico)",
                                        "with prices and listed risks (budget plus risk)"};
inline constexpr Phrase cost_axis{"lasten_min_baten, in duizend euro",
                                  "lasten_min_baten, in thousand euro"};
inline constexpr Phrase cost_mark{"zoals begroot (bijdragen)", "as budgeted (bijdragen)"};
inline constexpr Phrase risk_caption{
    "Hoe ver een jaar boven de begroting kan uitkomen, in euro: verloop van het jaar, prijzen en "
    "risico's samen. Onder nul valt het mee.",
    "How far a year may end above its budget, in euro: the course of the year, prices and listed "
    "risks together. Below zero is better than budgeted."};
inline constexpr Phrase risk_text{
    "P80 lezen: in vier van de vijf gevallen blijft de tegenvaller daaronder. Dat zijn geen jaren "
    "achter elkaar: {} van de spreiding in {} is prijs die nu nog niet bekend is, en valt die "
    "tegen, dan elk jaar. Wat een bereik heeft in het scenario zelf (instroom, uren) staat hier op "
    "zijn waarde; de trekkingen hierboven nemen het mee. weerstandsvermogen is de reserve gedeeld "
    "door P95 van dat ene jaar: onder 1 dekt zij een op de twintig gevallen niet, en wat een jaar "
    "eruit haalt is er het volgende jaar niet meer.",
    "Read P80 as: in four cases of five the setback stays below it. These are not years in a row: "
    "{} of the spread in {} is prices that are not known yet, and those are wrong every year. What "
    "has a range in the scenario itself (inflow, hours) is at its value here; the draws above take "
    "it into account. weerstandsvermogen is the reserve over P95 of that one year: below 1 it does "
    "not cover one case in twenty, and what one year takes from it is not there for the next."};
inline constexpr Phrase driver_title{"Waar een tegenvaller in {} vandaan komt, variant {}",
                                     "Where a setback in {} comes from, variant {}"};
inline constexpr Phrase driver_caption{
    "<strong>Waar een tegenvaller vandaan komt</strong> in {}, variant {}: de grootste oorzaken, "
    "met hun spreiding (standaardafwijking) en hun aandeel in het geheel.",
    "<strong>Where a setback comes from</strong> in {}, variant {}: the largest causes, with "
    "their spread (standard deviation) and their share of the whole."};
inline constexpr Phrase driver_axis{"spreiding, in euro naar beide kanten",
                                    "spread, in euro to either side"};
inline constexpr Phrase driver{"oorzaak", "oorzaak (cause)"};
inline constexpr Phrase share{"aandeel", "aandeel (share)"};
inline constexpr Phrase spread{"spreiding", "spreiding (standard deviation)"};
inline constexpr Phrase driver_item{"{}: plus of min {} euro. ", "{}: plus or minus {} euro. "};

// Sources.
inline constexpr Phrase origin{
    "Van de {} getallen in deze studie hebben er {} een bron en zijn er {} een aanname; {} "
    "hebben een laagste en hoogste waarde, en die zijn getrokken.",
    "Of the {} numbers in this study, {} have a source and {} are assumptions; {} have a lowest "
    "and highest value, and those were drawn."};
inline constexpr Phrase origin_own{"Wat hier staat is zo goed als die aannames. Alles staat in <a "
                                   "href=\"#bijlage\">de bijlage</a> en in "
                                   "<code>aannames.csv</code>.",
                                   "What is said here is as good as those assumptions. All of it "
                                   "is in <a href=\"#bijlage\">the appendix</a> and in "
                                   "<code>aannames.csv</code>."};
inline constexpr Phrase all_numbers{"Toon alle {} getallen", "Show all {} numbers"};
inline constexpr Phrase number{"getal", "getal (number)"};
inline constexpr Phrase value{"waarde", "waarde (value)"};
inline constexpr Phrase low{"laag", "laag (lowest)"};
inline constexpr Phrase high{"hoog", "hoog (highest)"};
inline constexpr Phrase assumption{"aanname", "aanname (assumption)"};

// Rerun.
inline constexpr Phrase rerun_text{
    "Dezelfde invoer en hetzelfde zaad geven dezelfde bytes, op elke computer en met elk aantal "
    "draden. De opdracht, in de map van de studie:",
    "The same input and the same seed give the same bytes, on every computer and with any number "
    "of threads. The command, in the folder of the study:"};
inline constexpr Phrase facts_caption{"Waarmee dit is gemaakt; tussen haakjes de vingerafdruk "
                                      "(FNV-1a) van een bestand.",
                                      "What this was made with; in parentheses the digest "
                                      "(FNV-1a) of a file."};
inline constexpr Phrase fact{"wat", "wat (what)"};
inline constexpr Phrase study_file{"Bestand (studie)", "Bestand (studie)"};
inline constexpr Phrase key_file{"Bestand (bijdragen)", "Bestand (bijdragen)"};
inline constexpr Phrase rerun_files{
    "<code>manifest.json</code>, naast dit rapport, heeft de vingerafdruk van elke tabel en elke "
    "parameter zoals gebruikt. Elke naam van een cijfer in dit rapport is die in de tabellen.",
    "<code>manifest.json</code>, beside this report, has the digest of every table and every "
    "parameter as used. Every name of a figure in this report is its name in the tables."};

} // namespace ketenplan::runner::report::texts
