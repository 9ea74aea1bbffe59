#include "output/summary.hpp"

#include "analysis/estimates.hpp"
#include "analysis/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace ketenplan::runner {

namespace {

using analysis::Estimate;
using std::back_inserter;

/// A number as the Dutch write it: a comma for decimals, dots between thousands.
std::string dutch(double value, int decimals) {
    if (std::isnan(value))
        return "-";
    std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point < text.size())
        text[point] = ',';
    constexpr std::size_t group = 3;
    for (std::size_t i = point; i > group; i -= group)
        text.insert(i - group, ".");
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return value < 0.0 && !zero ? "-" + text : text;
}

/// How many decimals show a figure to about three digits.
int decimals_for(double value) {
    const double size = std::abs(value);
    if (size >= 100.0)
        return 0;
    return size >= 10.0 ? 1 : 2;
}

/// A margin that rounds to zero is still a margin.
std::string margin(double half_width, int decimals) {
    const double least = std::pow(10.0, -decimals);
    if (half_width > 0.0 && half_width < 0.5 * least)
        return "< " + dutch(least, decimals);
    return dutch(half_width, decimals);
}

std::string with_margin(const Estimate& e, int decimals) {
    if (e.n == 0)
        return "niet voorgekomen";
    return fmt::format("{} (± {})", dutch(e.mean, decimals), margin(e.half_width(), decimals));
}

std::string percentage(const Estimate& e) {
    if (e.n == 0)
        return "niet voorgekomen";
    return fmt::format("{}% (± {})", dutch(100.0 * e.mean, 1), margin(100.0 * e.half_width(), 1));
}

class Summary {
public:
    Summary(const casus::Opzet& opzet,
            const analysis::Results& results,
            const analysis::Werklast& werklast)
        : opzet_(opzet), results_(results), werklast_(werklast),
          years_(analysis::measured_years(opzet)) {
        areas_.push_back({"regio", "hele regio"});
        for (const auto& subregio : opzet.parameters.subregios)
            areas_.push_back({subregio.key, subregio.naam});
    }

    std::string text() {
        title();
        for (const std::int32_t year : years_) {
            year_ = year;
            if (years_.size() > 1)
                line(fmt::format("\n== {} ==", year));
            counts();
            waits();
            staff();
        }
        norms();
        certainty();
        return text_;
    }

private:
    struct Area {
        std::string key;
        std::string name;
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
        constexpr std::array<std::pair<std::string_view, std::string_view>, 8> rows{
            std::pair{"meldingen", "meldingen"},
            std::pair{"geagendeerd", "door een briefing behandeld"},
            std::pair{"gewogen", "gewogen (laatste besluit)"},
            std::pair{"besluit_focus", "  naar focusoverleg"},
            std::pair{"besluit_top60", "  naar Top60"},
            std::pair{"besluit_nazorg", "  naar nazorg"},
            std::pair{"besluit_bilateraal", "  bilateraal"},
            std::pair{"besluit_geen_vervolg", "  geen vervolg"}};
        for (const auto& [measure, label] : rows) {
            const Estimate e = get(measure, "regio");
            line(fmt::format("  {:<32}{:>24}   in 9 van de 10 jaren {} tot {}",
                             label,
                             with_margin(e, 1),
                             dutch(e.p05, 0),
                             dutch(e.p95, 0)));
        }
    }

    void wait_line(const std::string& name, std::string_view measure, const std::string& cell) {
        const Estimate mean = get(fmt::format("{}_gemiddeld", measure), cell);
        const Estimate half = get(fmt::format("{}_p50", measure), cell);
        const Estimate most = get(fmt::format("{}_p90", measure), cell);
        if (mean.n == 0) {
            line(fmt::format("  {:<24} niet voorgekomen", name));
            return;
        }
        line(fmt::format("  {:<24} gemiddeld {} dagen; de helft binnen {}, 9 van de 10 binnen {}",
                         name,
                         with_margin(mean, 1),
                         dutch(half.mean, 1),
                         dutch(most.mean, 1)));
    }

    void waits() {
        line("\nHoe lang wacht een melding op het laatste besluit van de weging?");
        for (const Area& area : areas_)
            wait_line(area.name, "doorlooptijd_weging", area.key);
        line("\nHoe lang wacht een casus, na het besluit, op het casusoverleg?");
        for (const Area& area : areas_)
            wait_line(area.name, "wachttijd_overleg", area.key);
        line("\nHoe lang wacht een casus daarvan op een procesregisseur?");
        for (const Area& area : areas_)
            line(fmt::format("  {:<24} gemiddeld {} dagen",
                             area.name,
                             with_margin(get("wachttijd_procesregisseur_gemiddeld", area.key), 1)));
    }

    void staff() {
        line("\nHoe vol is de formatie, en hoeveel vraagt het werk?");
        line(fmt::format("  {:<34}{:>8}{:>20}{:>18}{:>20}",
                         "rol en plaats",
                         "fte",
                         "bezetting",
                         "gevraagd (fte)",
                         "berekend (fte) *"));
        for (const std::string& cell : analysis::role_cells(opzet_)) {
            const auto computed = std::ranges::find_if(
                werklast_.delen, [&](const analysis::Belasting& b) { return b.cel == cell; });
            line(fmt::format("  {:<34}{:>8}{:>20}{:>18}{:>20}",
                             cell,
                             dutch(get("fte", cell).mean, 2),
                             percentage(get("bezetting", cell)),
                             with_margin(get("fte_gevraagd", cell), 2),
                             dutch(computed->gevraagd, 2)));
        }
        line(
            "  * berekend uit gemiddelden, zonder simulatie; wachten en toeval zitten er niet in.");
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

    void norms() {
        const auto& p = opzet_.parameters.normen;
        line(fmt::format("\nWordt de norm gehaald? (open zaken meegeteld)"));
        for (const Area& area : areas_)
            line(fmt::format("  {:<24} {} van de meldingen gewogen binnen {} dagen; {} van de "
                             "casussen overlegd binnen {} dagen",
                             area.name,
                             percentage(whole_run("weging_binnen_norm", area.key)),
                             dutch(p.weging_binnen.value(), 0),
                             percentage(whole_run("overleg_binnen_norm", area.key)),
                             dutch(p.overleg_binnen.value(), 0)));
    }

    void certainty() {
        line("\nHoe zeker is dit?");
        line("  De marges zeggen hoe nauwkeurig het gemiddelde over veel nagespeelde jaren is; één "
             "jaar");
        line("  kan verder afwijken (\"in 9 van de 10 jaren\"). Beide gelden onder de aannames van "
             "het");
        line("  scenario. Hoeveel die aannames zelf uitmaken staat hier niet in; zie "
             "parameters.csv.");
    }

    const casus::Opzet& opzet_;
    const analysis::Results& results_;
    const analysis::Werklast& werklast_;
    std::vector<std::int32_t> years_;
    std::vector<Area> areas_;
    std::optional<std::int32_t> year_;
    std::string text_;
};

} // namespace

std::string summary(const casus::Opzet& opzet,
                    const analysis::Results& results,
                    const analysis::Werklast& werklast,
                    const std::vector<std::string>& warnings) {
    std::string text = Summary(opzet, results, werklast).text();
    if (!warnings.empty())
        text += "\nLet op:\n";
    for (const std::string& warning : warnings)
        text += "  ! " + warning + "\n";
    return text;
}

std::string workload_text(const casus::Opzet& opzet, const analysis::Werklast& werklast) {
    std::string text = "Wat het huis gemiddeld te doen staat (berekend, niet gesimuleerd):\n";
    const auto out = back_inserter(text);
    for (std::size_t s = 0; s < werklast.meldingen.size(); ++s)
        fmt::format_to(out,
                       "  {}: {} te wegen meldingen per jaar, {} behandelingen in de briefing\n",
                       opzet.parameters.subregios[s].naam,
                       dutch(werklast.meldingen[s], 0),
                       dutch(werklast.agenderingen[s], 0));
    fmt::format_to(out,
                   "\n  {:<34}{:<30}{:>10}{:>10}{:>8}  {}\n",
                   "plaats",
                   "onderdeel",
                   "gevraagd",
                   "ruimte",
                   "vol",
                   "eenheid");
    for (const analysis::Belasting& deel : werklast.delen)
        fmt::format_to(out,
                       "  {:<34}{:<30}{:>10}{:>10}{:>7}%  {}\n",
                       deel.cel,
                       deel.onderdeel,
                       dutch(deel.gevraagd, decimals_for(deel.gevraagd)),
                       dutch(deel.ruimte, decimals_for(deel.ruimte)),
                       dutch(100.0 * deel.verhouding(), 0),
                       deel.eenheid);
    return text;
}

} // namespace ketenplan::runner
