#include "output/summary.hpp"

#include "analysis/estimates.hpp"
#include "analysis/measures.hpp"
#include "input/quantity_text.hpp"
#include "output/dutch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace ketenplan::runner {

namespace {

using analysis::Estimate;
using std::back_inserter;

class Summary {
public:
    Summary(const casus::Opzet& opzet,
            const analysis::Results& results,
            const analysis::Werklast& werklast,
            const Certainty& certainty)
        : opzet_(opzet), results_(results), werklast_(werklast), certainty_(certainty),
          years_(analysis::measured_years(opzet)) {
        areas_.push_back({"regio", "hele regio", false});
        for (const auto& subregio : opzet.parameters.subregios) {
            const bool list = subregio.top60.plaatsen > 0;
            areas_.push_back({subregio.key, subregio.naam, list});
            areas_.front().has_list |= list;
        }
    }

    std::string text(const std::vector<std::string>& warnings) {
        title();
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        for (const std::int32_t year : years_) {
            year_ = year;
            if (years_.size() > 1 || !whole_year(year))
                line("\n== " + year_name(year) + " ==");
            counts();
            returns();
            nazorg();
            waits();
            staff();
        }
        open_at_end();
        norms();
        certainty();
        return text_;
    }

private:
    struct Area {
        std::string key;
        std::string name;
        bool has_list;
    };

    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    [[nodiscard]] Estimate get(std::string_view measure, const std::string& cell) const {
        return analysis::estimate(
            results_.values(analysis::find_column(results_.columns(), measure, cell, year_)));
    }
    [[nodiscard]] Estimate whole_run(std::string_view measure, const std::string& cell) const {
        return analysis::estimate(results_.values(
            analysis::find_column(results_.columns(), measure, cell, std::nullopt)));
    }

    [[nodiscard]] bool whole_year(std::int32_t year) const {
        return opzet_.start <= engine::start_of_year(year) &&
               engine::start_of_year(year + 1) <= opzet_.einde;
    }
    /// "2017", or "2017 (1 januari tot 1 juli)" when it is not all of it.
    [[nodiscard]] std::string year_name(std::int32_t year) const {
        if (whole_year(year))
            return std::to_string(year);
        const auto from = std::max(opzet_.start, engine::start_of_year(year));
        const auto until = std::min(opzet_.einde, engine::start_of_year(year + 1));
        return fmt::format("{}, alleen van {} tot {}",
                           year,
                           date_text(engine::date_of(from)),
                           date_text(engine::date_of(until)));
    }

    void title() {
        line(opzet_.parameters.naam);
        line(std::string(opzet_.parameters.naam.size(), '='));
        const std::string period =
            years_.size() == 1 ? std::to_string(years_.front())
                               : fmt::format("{} tot en met {}", years_.front(), years_.back());
        line(fmt::format(
            "{}, {} keer nagespeeld. Achter elk cijfer staat tussen haakjes de 95%-marge.",
            period,
            dutch(static_cast<double>(results_.replications()), 0)));
    }

    void counts() {
        line("\nWat komt er binnen, en wat gebeurt ermee?");
        constexpr std::array<std::pair<std::string_view, std::string_view>, 11> rows{
            std::pair{"meldingen", "meldingen"},
            std::pair{"lokale_kamer", "  naar een lokale kamer"},
            std::pair{"geagendeerd", "door een briefing behandeld"},
            std::pair{"gewogen", "gewogen (laatste besluit)"},
            std::pair{"besluit_focus", "  naar focusoverleg"},
            std::pair{"besluit_top60", "  naar Top60"},
            std::pair{"besluit_nazorg", "  naar nazorg"},
            std::pair{"besluit_bilateraal", "  bilateraal"},
            std::pair{"besluit_vrijwillig_traject", "  vrijwillig traject"},
            std::pair{"besluit_opschalen", "  opgeschaald"},
            std::pair{"besluit_geen_vervolg", "  geen vervolg"}};
        for (const auto& [measure, label] : rows) {
            const Estimate e = get(measure, "regio");
            const std::string range = e.n < 2 ? ""
                                              : fmt::format("   in 9 van de 10 jaren {} tot {}",
                                                            dutch(e.p05, 0),
                                                            dutch(e.p95, 0));
            line(fmt::format("  {:<32}{:>24}{}", label, with_margin(e, 1), range));
        }
    }

    void count_line(std::string_view label, std::string_view measure, const std::string& cell) {
        line(fmt::format("  {:<46}{:>18}", label, with_margin(get(measure, cell), 1)));
    }
    void share_line(std::string_view label, std::string_view measure, const std::string& cell) {
        line(fmt::format("  {:<46}{:>18}", label, percentage(get(measure, cell))));
    }

    /// Persons, and detention and recidive when there is any.
    void returns() {
        if (!opzet_.leven.keert_iemand_terug())
            return;
        line("\nWie komt er terug?");
        count_line("verschillende personen gewogen", "personen", "regio");
        share_line("waarvan meer dan één keer", "aandeel_meermaals", "regio");
        count_line("meldingen bij een lopende casus, plan blijft", "casus_loopt", "regio");
        count_line("meldingen die het plan inhaalden", "casus_ingehaald", "regio");
        if (get("vrijlatingen", "regio").mean <= 0.0)
            return;
        count_line("personen vrijgekomen", "personen_vrij", "regio");
        count_line("vrijlatingen", "vrijlatingen", "regio");
        share_line("extra vrijlatingen per persoon", "heruitstroom", "regio");
        if (opzet_.parameters.recidive.vervolg.empty())
            return;
        share_line("nieuw delict binnen 1 jaar na vrijlating", "recidive_1j", "regio");
        share_line("nieuw delict binnen 2 jaar na vrijlating", "recidive_2j", "regio");
        line("  Extra vrijlatingen en nieuwe delicten zijn verschillende maten: zij zijn niet van "
             "elkaar");
        line("  af te trekken.");
    }

    void nazorg() {
        if (get("nazorg_nieuw", "regio").mean <= 0.0)
            return;
        line("\nHoe verloopt de nazorg?");
        count_line("nieuwe zaken", "nazorg_nieuw", "regio");
        count_line("in behandeling", "nazorg_in_behandeling", "regio");
        part_line("besluit tot gesprek", "wachttijd_nazorg_gesprek", "regio");
        part_line("besluit tot bespreking", "wachttijd_nazorg_bespreking", "regio");
        part_line("vrijlating tot bespreking", "wachttijd_nazorg_na_vrijlating", "regio");
        share_line(
            "knelpunten opgelost bij vrijlating", "knelpunten_opgelost_bij_vrijlating", "regio");
        share_line("knelpunten opgelost bij sluiting", "knelpunten_opgelost_bij_sluiting", "regio");
        count_line("trajecten", "nazorgtrajecten", "huis");
        count_line("trajecten geweigerd: geen geld", "nazorgtrajecten_geweigerd", "huis");
        count_line("kosten van trajecten, in euro", "nazorgtraject_kosten", "huis");
    }

    void wait_line(const std::string& name, std::string_view measure, const std::string& cell) {
        const Estimate mean = get(fmt::format("{}_gemiddeld", measure), cell);
        const Estimate half = get(fmt::format("{}_p50", measure), cell);
        const Estimate most = get(fmt::format("{}_p90", measure), cell);
        if (mean.n == 0) {
            line(fmt::format("  {:<26} niet voorgekomen", name));
            return;
        }
        line(fmt::format("  {:<26} gemiddeld {} dagen; de helft binnen {}, 9 van de 10 binnen {}",
                         name,
                         with_margin(mean, 1),
                         dutch(half.mean, 1),
                         dutch(most.mean, 1)));
    }

    void part_line(const std::string& name, std::string_view measure, const std::string& cell) {
        const Estimate mean = get(measure, cell);
        if (mean.n > 0)
            line(fmt::format("  {:<26} gemiddeld {} dagen", name, with_margin(mean, 1)));
    }

    void waits() {
        line("\nHoe lang wacht een melding op het laatste besluit van de weging?");
        for (const Area& area : areas_)
            wait_line(area.name, "doorlooptijd_weging", area.key);
        line("\nHoe lang wacht een focuscasus, na het besluit, op het casusoverleg?");
        for (const Area& area : areas_)
            wait_line(area.name, "wachttijd_overleg_focus", area.key);
        if (areas_.front().has_list)
            line("\nEn een Top60-casus?");
        for (const Area& area : areas_) {
            if (!area.has_list || area.key == "regio")
                continue;
            wait_line(area.name, "wachttijd_overleg_top60", area.key);
            part_line("  waarvan op een plaats", "wachttijd_plaats_gemiddeld", area.key);
        }
        line("\nHoe lang wacht een casus op een procesregisseur?");
        for (const Area& area : areas_)
            part_line(area.name, "wachttijd_procesregisseur_gemiddeld", area.key);
    }

    void staff_line(const std::string& name,
                    double fte,
                    double computed,
                    const std::string& simulated,
                    const std::string& busy) {
        line(fmt::format("{} {:<34}{:>8}{:>14}{:>20}{:>18}",
                         computed > fte ? '!' : ' ',
                         name,
                         dutch(fte, 2),
                         dutch(computed, 2),
                         simulated,
                         busy));
    }

    void staff() {
        line("\nHoeveel fte vraagt het werk, en hoe vol is de formatie?");
        line(fmt::format("  {:<34}{:>8}{:>14}{:>20}{:>18}",
                         "rol en plaats",
                         "fte er *",
                         "gevraagd *",
                         "gesimuleerd **",
                         "bezetting"));
        double fte = 0.0;
        double computed = 0.0;
        for (const std::string& cell : analysis::role_cells(opzet_)) {
            const auto asked = std::ranges::find_if(
                werklast_.delen, [&](const analysis::Belasting& b) { return b.cel == cell; });
            fte += asked->ruimte;
            computed += asked->gevraagd;
            staff_line(cell,
                       asked->ruimte,
                       asked->gevraagd,
                       with_margin(get("fte_gevraagd", cell), 2),
                       percentage(get("bezetting", cell)));
        }
        staff_line("samen", fte, computed, "", "");
        line("   * berekend uit gemiddelden, bij 100% bezetting: wie zo vol zit, laat lang "
             "wachten.");
        line("  ** werk dat in het jaar is ontstaan; blijft er eerder in de keten iets liggen, dan "
             "is het lager.");
        line("  Gewogen casussen per fte:");
        for (const std::string& cell : analysis::role_cells(opzet_)) {
            const Estimate focus = get("caseload_per_fte_focus", cell);
            const Estimate top60 = get("caseload_per_fte_top60", cell);
            if (focus.mean > 0.0 || top60.mean > 0.0)
                line(fmt::format("  {:<34} focus {}, Top60 {}",
                                 cell,
                                 with_margin(focus, 1),
                                 with_margin(top60, 1)));
        }
    }

    void open_at_end() {
        line("\nWat ligt er aan het eind nog open?");
        for (const Area& area : areas_) {
            const std::string list =
                area.has_list
                    ? fmt::format("; {} Top60-casussen wachten op een plaats",
                                  with_margin(whole_run("open_wacht_op_plaats", area.key), 1))
                    : "";
            line(
                fmt::format("  {:<26} {} meldingen; {} casussen wachten op een procesregisseur, {} "
                            "op het overleg{}",
                            area.name,
                            with_margin(whole_run("open_meldingen", area.key), 1),
                            with_margin(whole_run("open_wacht_op_procesregisseur", area.key), 1),
                            with_margin(whole_run("open_wacht_op_overleg", area.key), 1),
                            list));
        }
    }

    void norms() {
        const auto& p = opzet_.parameters.normen;
        line("\nWordt de norm gehaald? (open zaken meegeteld)");
        for (const Area& area : areas_)
            line(fmt::format("  {:<26} {} van de meldingen gewogen binnen {} dagen; {} van de "
                             "casussen overlegd binnen {} dagen",
                             area.name,
                             percentage(whole_run("weging_binnen_norm", area.key)),
                             dutch(p.weging_binnen.value(), 0),
                             percentage(whole_run("overleg_binnen_norm", area.key)),
                             dutch(p.overleg_binnen.value(), 0)));
    }

    void certainty() {
        line("\nHoe zeker is dit?");
        line(
            "  De marges zeggen hoe nauwkeurig het gemiddelde over veel nagespeelde jaren is; één");
        line("  jaar kan verder afwijken (\"in 9 van de 10 jaren\"). Zij zeggen niets over de");
        line(fmt::format("  aannames: {}.", origin_words(certainty_, "het scenario")));
        if (certainty_.fte_range)
            line(fmt::format(
                "  Alleen al de minuten per taak: staan die alle op hun laagste of alle "
                "op hun hoogste\n  aanname, dan vraagt het werk {} tot {} fte.",
                dutch(certainty_.fte_range->first, 1),
                dutch(certainty_.fte_range->second, 1)));
        line("  Herhaalmeldingen, recidive, verzuim, verloop en vast werk worden alleen nagespeeld "
             "als");
        line("  het scenario ze geeft. De fte zijn dus die voor dit werk.");
    }

    const casus::Opzet& opzet_;
    const analysis::Results& results_;
    const analysis::Werklast& werklast_;
    const Certainty& certainty_;
    std::vector<std::int32_t> years_;
    std::vector<Area> areas_;
    std::optional<std::int32_t> year_;
    std::string text_;
};

} // namespace

std::string summary(const casus::Opzet& opzet,
                    const analysis::Results& results,
                    const analysis::Werklast& werklast,
                    const Certainty& certainty,
                    const std::vector<std::string>& warnings) {
    return Summary(opzet, results, werklast, certainty).text(warnings);
}

} // namespace ketenplan::runner
