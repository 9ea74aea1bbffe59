#include "output/chart.hpp"
#include "output/dutch.hpp"
#include "output/value_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ketenplan::runner {

namespace {

using analysis::AtPrice;
using analysis::StrategyAtPrice;

constexpr std::array inks{
    Ink::basis, Ink::variant, Ink::verschil, Ink::vierde, Ink::vijfde, Ink::zesde};
constexpr std::size_t most_marked = 3; ///< more values at one place would cover each other

class Figures {
public:
    explicit Figures(const ValueStudy& study) : study_(study), focus_(study.focus()) {
        for (std::size_t s = 0; s < study.table().strategies.size(); ++s)
            shown_.push_back(s);
        if (shown_.size() <= inks.size())
            return;
        const auto chance = [&](std::size_t s) {
            double highest = 0.0;
            for (const AtPrice& at : study.prices)
                highest = std::max(highest, at.strategies[s].chance_best);
            return highest;
        };
        std::ranges::stable_sort(shown_, std::greater{}, chance);
        shown_.resize(inks.size());
        std::ranges::sort(shown_);
    }

    [[nodiscard]] std::string chances() const {
        const AtPrice& at = study_.prices[focus_];
        Chart chart = frame(fmt::format("Bij {} is {} in {}% van de trekkingen de beste keuze",
                                        price(at),
                                        study_.table().strategies[at.optimal],
                                        dutch(100.0 * at.strategies[at.optimal].chance_best, 0)));
        chart.panels = {
            {.heading = "Kans dat een strategie de beste is, in %",
             .lines = lines([](const StrategyAtPrice& s) { return 100.0 * s.chance_best; })}};
        return svg(chart);
    }

    [[nodiscard]] std::string losses() const {
        const AtPrice& at = study_.prices[focus_];
        Chart chart = frame(fmt::format("Alles weten is ten hoogste {} euro waard, bij {}",
                                        dutch(at.evpi().mean, decimals_for(at.evpi().mean)),
                                        price(at)));
        Line all{.label = "alles weten", .ink = Ink::variant, .y = {}, .low = {}, .high = {}};
        for (const AtPrice& here : study_.prices) {
            all.y.push_back(here.evpi().mean);
            all.low.push_back(here.evpi().low);
            all.high.push_back(here.evpi().high);
        }
        chart.panels = {
            {.heading = "Verwacht verlies van elke keuze, in euro",
             .lines = lines([](const StrategyAtPrice& s) { return s.expected_loss.mean; })},
            {.heading = "Wat alles weten waard is, in euro (band: 95%-marge)",
             .lines = {all},
             .height = 150.0}};
        return svg(chart);
    }

private:
    [[nodiscard]] std::string price(const AtPrice& at) const {
        return fmt::format("{} euro per {}", dutch(at.price, decimals_for(at.price)), study_.unit);
    }

    [[nodiscard]] Chart frame(std::string title) const {
        Chart chart;
        chart.title = std::move(title);
        chart.subtitle = study_.name;
        chart.numbers = {fmt::format("wat een {} mag kosten, in euro", study_.unit), {}};
        for (const AtPrice& at : study_.prices)
            chart.numbers->x.push_back(at.price);
        if (shown_.size() <= most_marked)
            chart.marked = focus_;
        if (shown_.size() < study_.table().strategies.size())
            chart.notes.push_back(
                fmt::format("Niet getekend: {} strategieën die nergens vaak de beste zijn.",
                            study_.table().strategies.size() - shown_.size()));
        return chart;
    }

    template <class Height>
    [[nodiscard]] std::vector<Line> lines(const Height& height) const {
        std::vector<Line> lines;
        for (const std::size_t s : shown_) {
            Line line{.label = study_.table().strategies[s],
                      .ink = inks[lines.size()],
                      .y = {},
                      .low = {},
                      .high = {}};
            for (const AtPrice& at : study_.prices)
                line.y.push_back(height(at.strategies[s]));
            lines.push_back(std::move(line));
        }
        return lines;
    }

    const ValueStudy& study_;
    std::size_t focus_;
    std::vector<std::size_t> shown_;
};

} // namespace

std::vector<Table> value_figures(const ValueStudy& study) {
    if (study.prices.size() < 2)
        return {};
    const Figures figures(study);
    return {{"kans-beste.svg", figures.chances()}, {"verlies.svg", figures.losses()}};
}

} // namespace ketenplan::runner
