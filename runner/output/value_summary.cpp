#include "output/dutch.hpp"
#include "output/value_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>

namespace ketenplan::runner {

namespace {

using analysis::AtPrice;
using analysis::FrontierPlace;
using analysis::InformationValue;
using analysis::OverDraws;
using analysis::Standing;

constexpr std::size_t most_prices_shown = 6;
constexpr std::size_t most_parameters_shown = 10;

std::string euro(double value) {
    return dutch(value, decimals_for(value));
}

/// What a unit of effect may cost: as it was asked for, mostly a whole amount.
std::string price_text(double price) {
    return dutch(price, price == std::floor(price) ? 0 : decimals_for(price));
}

class ValueText {
public:
    explicit ValueText(const ValueStudy& study) : study_(study) {}

    std::string text(const std::vector<std::string>& warnings) {
        line(study_.name + ": welke keuze loont, hoe zeker is dat, en wat is meer weten waard?");
        line(fmt::format("{} trekkingen van {} strategieën. Kosten in euro; effect in {} (meer is "
                         "beter).",
                         dutch(static_cast<double>(table().draws()), 0),
                         table().strategies.size(),
                         study_.unit));
        if (!warnings.empty())
            line("\nLet op:");
        for (const std::string& warning : warnings)
            line("  ! " + warning);
        strategies();
        places();
        choice();
        certainty();
        if (!table().parameters.empty())
            parameters();
        if (!study_.studies.empty())
            studies();
        reading();
        return text_;
    }

private:
    [[nodiscard]] const analysis::PsaTable& table() const { return study_.table(); }
    [[nodiscard]] const std::string& name(std::size_t s) const { return table().strategies[s]; }
    void line(const std::string& what) { fmt::format_to(back_inserter(text_), "{}\n", what); }

    [[nodiscard]] std::string per_unit(double price) const {
        return fmt::format("{} euro per {}", price_text(price), study_.unit);
    }

    static std::string with_spread(const OverDraws& quantity) {
        const double size = quantity.mean.mean;
        return fmt::format("{:>24}   {:>26}",
                           with_margin(quantity.mean, decimals_for(size)),
                           fmt::format("{} tot {}",
                                       dutch(quantity.spread.low, decimals_for(size)),
                                       dutch(quantity.spread.high, decimals_for(size))));
    }

    void strategies() {
        line("\nWat kost het en wat levert het op?");
        line(fmt::format(
            "  {:<24}{:>24}   {:>26}", "", "verwacht (± 95%-marge)", "95% van de trekkingen"));
        for (std::size_t s = 0; s < table().strategies.size(); ++s) {
            line(fmt::format("  {:<24}{}", name(s) + ", kosten", with_spread(study_.costs[s])));
            line(fmt::format("  {:<24}{}", name(s) + ", effect", with_spread(study_.effects[s])));
        }
    }

    void places() {
        line("\nWelke strategieën komen in aanmerking?");
        const auto on = study_.frontier();
        for (const std::size_t s : on)
            line(fmt::format("  {}: {}", name(s), on_frontier(study_.places[s])));
        for (std::size_t s = 0; s < table().strategies.size(); ++s) {
            if (study_.places[s].standing != Standing::frontier)
                line(fmt::format("  {}: {}", name(s), off_frontier(s, study_.places[s])));
        }
    }

    [[nodiscard]] std::string on_frontier(const FrontierPlace& place) const {
        if (!place.before)
            return "de goedkoopste";
        return fmt::format("{} euro meer dan {} voor {} {} meer, dus {}",
                           euro(place.extra_cost),
                           name(*place.before),
                           dutch(place.extra_effect, decimals_for(place.extra_effect)),
                           study_.unit,
                           per_unit(place.icer));
    }

    /// In which share of the draws it costs no less and does no more than `other`.
    [[nodiscard]] double share_dominated(std::size_t s, std::size_t other) const {
        std::size_t so = 0;
        for (std::size_t draw = 0; draw < table().draws(); ++draw) {
            if (table().costs[s][draw] >= table().costs[other][draw] &&
                table().effects[s][draw] <= table().effects[other][draw])
                ++so;
        }
        return static_cast<double>(so) / static_cast<double>(table().draws());
    }

    [[nodiscard]] std::string off_frontier(std::size_t s, const FrontierPlace& place) const {
        if (place.standing == Standing::dominated)
            return fmt::format(
                "valt af (gedomineerd): naar verwachting niet goedkoper en niet beter "
                "dan {}, en zo is het in {}% van de trekkingen",
                name(*place.before),
                dutch(100.0 * share_dominated(s, *place.before), 0));
        return fmt::format("valt af (uitgebreid gedomineerd): deels {} en deels {} geeft voor "
                           "hetzelfde geld meer",
                           name(*place.before),
                           name(*place.after));
    }

    void choice() {
        line("\nWat is de beste keuze, naar wat een eenheid effect mag kosten?");
        const auto on = study_.frontier();
        for (std::size_t i = 0; i < on.size(); ++i) {
            const bool last = i + 1 == on.size();
            const double until = last ? 0.0 : study_.places[on[i + 1]].icer;
            const double from = study_.places[on[i]].icer;
            std::string when = "bij elke prijs";
            if (i == 0 && !last)
                when = fmt::format("tot {}", per_unit(until));
            else if (i > 0)
                when = last ? fmt::format("vanaf {}", per_unit(from))
                            : fmt::format("van {} tot {}", euro(from), per_unit(until));
            line(fmt::format("  {}: {}", when, name(on[i])));
        }
    }

    /// A handful of prices, evenly spread over those asked for, with the one of most uncertainty.
    [[nodiscard]] std::vector<std::size_t> shown_prices() const {
        const std::size_t all = study_.prices.size();
        std::vector<std::size_t> shown{study_.focus()};
        const std::size_t most = std::min(all, most_prices_shown);
        for (std::size_t i = 0; i < most; ++i)
            shown.push_back(most == 1 ? 0 : i * (all - 1) / (most - 1));
        std::ranges::sort(shown);
        shown.erase(std::ranges::unique(shown).begin(), shown.end());
        return shown;
    }

    void certainty() {
        line("\nHoe zeker is die keuze, en wat kost de onzekerheid?");
        line(fmt::format("  {:>18}  {:<20}{:>14}{:>26}",
                         "euro per eenheid",
                         "beste keuze",
                         "kans de beste",
                         "alles weten is waard"));
        for (const std::size_t i : shown_prices()) {
            const AtPrice& at = study_.prices[i];
            line(fmt::format("  {:>18}  {:<20}{:>13}%{:>26}",
                             price_text(at.price),
                             name(at.optimal),
                             dutch(100.0 * at.strategies[at.optimal].chance_best, 0),
                             with_margin(at.evpi(), decimals_for(at.evpi().mean))));
        }
        line("  De beste keuze is die met de hoogste verwachte opbrengst; dat is niet altijd die "
             "met "
             "de grootste kans.");
    }

    [[nodiscard]] static std::string with_margin_of(const InformationValue& value) {
        const double half = value.interval.high - value.value;
        if (value.value == 0.0 && half == 0.0) // which does not show that it is worth nothing
            return "geen andere keuze gezien";
        return fmt::format("{} (± {})", euro(value.value), dutch(half, decimals_for(value.value)));
    }

    [[nodiscard]] std::string share_of_all(const InformationValue& value) const {
        const double all = study_.prices[study_.focus()].evpi().mean;
        if (all <= 0.0)
            return "-";
        // Knowing one thing is never worth more than knowing all; its estimate can be, by noise.
        return fmt::format("{}%", dutch(std::min(100.0, 100.0 * value.value / all), 0));
    }

    void parameters() {
        const std::size_t at = study_.focus();
        line(fmt::format("\nWat is meer weten ten hoogste waard? (bij {}, waar de onzekerheid het "
                         "meeste kost)",
                         per_unit(study_.prices[at].price)));
        std::vector<std::size_t> order(table().parameters.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, std::greater{}, [&](std::size_t p) { return study_.parameters[p][at].value; });
        const auto shown = std::span(order).first(std::min(order.size(), most_parameters_shown));
        std::size_t width = 32;
        for (const std::size_t p : shown)
            width = std::max(width, table().parameters[p].size() + 8);
        line(
            fmt::format("  {:<{}}{:>26}{:>18}", "", width, "euro (± 95%-marge)", "deel van alles"));
        line(fmt::format(
            "  {:<{}}{:>26}{:>18}",
            "alles",
            width,
            with_margin(study_.prices[at].evpi(), decimals_for(study_.prices[at].evpi().mean)),
            ""));
        for (const std::size_t p : shown) {
            const InformationValue& value = study_.parameters[p][at];
            line(fmt::format("  {:<{}}{:>26}{:>18}",
                             "alleen " + table().parameters[p],
                             width,
                             with_margin_of(value),
                             share_of_all(value)));
        }
        if (order.size() > most_parameters_shown)
            line(fmt::format("  en {} parameters die minder waard zijn (zie parameters-waarde.csv)",
                             order.size() - most_parameters_shown));
    }

    void studies() {
        line("\nWat is nieuw onderzoek ten hoogste waard? (bij dezelfde prijs)");
        for (const ValuedStudy& of : study_.studies) {
            const InformationValue& value = of.values[study_.focus()];
            line(fmt::format("  {} personen volgen voor {}: {} euro, {} van alles weten",
                             count(of.persons),
                             table().parameters[of.parameter],
                             with_margin_of(value),
                             share_of_all(value)));
            line(fmt::format("    (wat men nu weet is {} personen waard{})",
                             count(of.prior),
                             of.prior_from_table ? ", afgeleid uit de spreiding in de tabel" : ""));
        }
        line("  Onderzoek dat meer kost dan dit loont niet; dat minder kost kan lonen.");
    }

    static std::string count(double persons) { return dutch(persons, 0); }

    void reading() {
        line("\nHoe is gerekend?");
        line(
            "  Elke trekking is één manier waarop de wereld in elkaar kan zitten; de opbrengst van "
            "een strategie is");
        line("  daarin prijs x effect - kosten. Wie alles wist koos in elke trekking de beste; wat "
             "dat gemiddeld scheelt is");
        line("  wat alles weten waard is. Bedragen gelden voor één keer kiezen, in de eenheid van "
             "de "
             "tabel: staan daarin");
        line("  kosten per cliënt, vermenigvuldig dan met het aantal cliënten voor wie de keuze "
             "geldt.");
        line("  De marges zeggen hoe nauwkeurig dit aantal trekkingen rekent, niet of de tabel "
             "klopt: onzekerheid die");
        line("  niet in de tabel staat, is hier nul waard.");
    }

    const ValueStudy& study_;
    std::string text_;
};

} // namespace

std::string value_summary(const ValueStudy& study, const std::vector<std::string>& warnings) {
    return ValueText(study).text(warnings);
}

} // namespace ketenplan::runner
