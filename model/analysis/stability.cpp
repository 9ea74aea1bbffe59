#include "analysis/stability.hpp"

#include "analysis/estimates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ketenplan::analysis {

namespace {

constexpr double growth_noise_limit = 4.0; // standard errors; a chance of 6 in 100,000 per figure
constexpr double relative_growth = 0.02;

struct Growth {
    std::string_view measure;
    std::string_view inflow; ///< what it is held against; empty for none
    std::string_view what;
};

constexpr std::array growths{
    Growth{"groei_open_meldingen", "meldingen", "open meldingen"},
    Growth{"groei_focus", "besluit_focus", "lopende focuscasussen"},
    Growth{"groei_top60", "besluit_top60", "lopende en wachtende Top60-casussen"},
};

constexpr std::array<std::string_view, 5> steady{"doorlooptijd_weging_gemiddeld",
                                                 "wachttijd_overleg_gemiddeld",
                                                 "agenda_lengte_gemiddeld",
                                                 "contacten",
                                                 "wachtlijst_procesregisseur_gemiddeld"};

std::string decimal(double value) {
    std::string text = fmt::format("{:.1f}", value);
    std::ranges::replace(text, '.', ',');
    return text;
}

/// The sum over years of a column's values, per replication and per year of 365.2425 days: the
/// first and last year may be parts.
std::vector<double> per_year(const casus::Opzet& opzet,
                             const Results& results,
                             std::string_view measure,
                             const std::string& cell,
                             const std::vector<std::int32_t>& years) {
    constexpr double seconds_per_year = 365.2425 * 86400.0;
    const double measured =
        static_cast<double>((opzet.einde - opzet.start).count()) / seconds_per_year;
    std::vector<double> sum(results.replications(), 0.0);
    for (const std::int32_t year : years) {
        const auto values = results.values(find_column(results.columns(), measure, cell, year));
        for (std::size_t r = 0; r < sum.size(); ++r)
            sum[r] += values[r] / measured;
    }
    return sum;
}

bool beyond_growth_noise(const Estimate& e) {
    return e.n >= 2 && std::abs(e.mean) > growth_noise_limit * e.standard_error &&
           e.standard_error > 0.0;
}

} // namespace

std::vector<std::string> growing_queues(const casus::Opzet& opzet, const Results& results) {
    std::vector<std::string> sentences;
    const auto years = measured_years(opzet);
    for (const auto& subregio : opzet.parameters.subregios) {
        for (const Growth& growth : growths) {
            const Estimate grown =
                estimate(per_year(opzet, results, growth.measure, subregio.key, years));
            const double inflow =
                estimate(per_year(opzet, results, growth.inflow, subregio.key, years)).mean;
            const double least = std::max(1.0, relative_growth * inflow);
            if (beyond_growth_noise(grown) && grown.mean > least)
                sentences.push_back(fmt::format(
                    "In {} groeit het aantal {} met {} per jaar (bij een instroom van {}): het "
                    "huis "
                    "houdt het niet bij, en wachttijden hangen af van hoe lang er wordt gemeten.",
                    subregio.naam,
                    growth.what,
                    decimal(grown.mean),
                    decimal(inflow)));
        }
    }
    for (const std::string& cell : role_cells(opzet)) {
        const Estimate grown = estimate(per_year(opzet, results, "groei_open_werk", cell, years));
        const double worked = estimate(per_year(opzet, results, "uren_taken", cell, years)).mean;
        if (beyond_growth_noise(grown) && grown.mean > relative_growth * worked)
            sentences.push_back(
                fmt::format("Bij {} groeit het werk dat blijft liggen met {} uur per jaar.",
                            cell,
                            decimal(grown.mean)));
    }
    return sentences;
}

std::vector<std::string> drifting_figures(const casus::Opzet& opzet, const Results& results) {
    std::vector<std::string> sentences;
    const auto years = measured_years(opzet);
    const auto& inflow = opzet.parameters.instroom;
    const bool whole_years = engine::start_of_year(years.front()) == opzet.start &&
                             engine::start_of_year(years.back() + 1) == opzet.einde;
    if (years.size() < 2 || !whole_years || inflow.groei.value() != 0.0 ||
        !inflow.interventies.empty())
        return sentences;
    for (const std::string_view name : steady) {
        const auto column = [&](std::int32_t year) {
            return results.values(find_column(results.columns(), name, "regio", year));
        };
        const auto first = column(years.front());
        const auto last = column(years.back());
        std::vector<double> difference(first.size());
        for (std::size_t r = 0; r < first.size(); ++r)
            difference[r] = last[r] - first[r];
        const Estimate e = estimate(difference);
        const double before = estimate(first).mean;
        // Holidays fall differently each year; that alone moves these figures by a few percent.
        constexpr double calendar_effect = 0.05;
        if (beyond_growth_noise(e) && std::abs(e.mean) > calendar_effect * std::abs(before))
            sentences.push_back(fmt::format(
                "`{}` is in {} {} en in {} {}, zonder dat het scenario dat verklaart: het huis was "
                "bij `start` niet in evenwicht. Neem een langere opwarming of een beginvoorraad.",
                name,
                years.front(),
                decimal(before),
                years.back(),
                decimal(before + e.mean)));
    }
    return sentences;
}

} // namespace ketenplan::analysis
