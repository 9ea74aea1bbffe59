#include "output/csv.hpp"
#include "output/value_report.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::runner {

namespace {

using analysis::AtPrice;
using analysis::Estimate;
using analysis::FrontierPlace;
using analysis::InformationValue;
using analysis::Interval;
using analysis::Standing;
using analysis::StrategyAtPrice;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::string_view standing_name(Standing standing) {
    switch (standing) {
    case Standing::frontier:
        return "voorkeurslijn";
    case Standing::dominated:
        return "gedomineerd";
    default:
        return "uitgebreid gedomineerd";
    }
}

class ValueTable {
public:
    ValueTable(const ValueStudy& study, DecimalMark mark)
        : study_(study), csv_(mark,
                              {"maat",
                               "strategie",
                               "bereidheid",
                               "eenheid",
                               "waarde",
                               "standaardfout",
                               "laag95",
                               "hoog95",
                               "p2_5",
                               "p97_5"}) {}

    std::string content() {
        for (std::size_t s = 0; s < study_.table().strategies.size(); ++s) {
            row("kosten", s, none, "euro", study_.costs[s].mean, study_.costs[s].spread);
            row("effect", s, none, study_.unit, study_.effects[s].mean, study_.effects[s].spread);
        }
        for (const AtPrice& at : study_.prices) {
            for (std::size_t s = 0; s < at.strategies.size(); ++s)
                of_strategy(at, s);
            chance("kans_beste_keuze", at, at.optimal);
            row("evpi", at.optimal, at.price, "euro", at.evpi());
        }
        return csv_.content();
    }

private:
    void of_strategy(const AtPrice& at, std::size_t s) {
        const StrategyAtPrice& here = at.strategies[s];
        row("nettobaat", s, at.price, "euro", here.net_benefit.mean, here.net_benefit.spread);
        if (s > 0)
            row("extra_nettobaat",
                s,
                at.price,
                "euro",
                here.incremental.mean,
                here.incremental.spread);
        chance("kans_beste", at, s);
        row("verwacht_verlies", s, at.price, "euro", here.expected_loss);
    }

    void
    begin(std::string_view measure, std::size_t strategy, double price, std::string_view unit) {
        csv_.text(measure).text(study_.table().strategies[strategy]).number(price).text(unit);
    }

    void row(std::string_view measure,
             std::size_t strategy,
             double price,
             std::string_view unit,
             const Estimate& e,
             const Interval& spread = {none, none}) {
        begin(measure, strategy, price, unit);
        csv_.number(e.mean)
            .number(e.standard_error)
            .number(e.low)
            .number(e.high)
            .number(spread.low)
            .number(spread.high)
            .end_row();
    }

    void chance(std::string_view measure, const AtPrice& at, std::size_t s) {
        const StrategyAtPrice& here = at.strategies[s];
        begin(measure, s, at.price, "kans");
        csv_.number(here.chance_best)
            .number(none)
            .number(here.chance_interval.low)
            .number(here.chance_interval.high)
            .number(none)
            .number(none)
            .end_row();
    }

    const ValueStudy& study_;
    Csv csv_;
};

} // namespace

Table value_table(const ValueStudy& study, DecimalMark mark) {
    return {"waarde.csv", ValueTable(study, mark).content()};
}

Table strategies_table(const ValueStudy& study, DecimalMark mark) {
    Csv csv(mark,
            {"strategie",
             "kosten",
             "effect",
             "positie",
             "tegenover",
             "en",
             "extra_kosten",
             "extra_effect",
             "euro_per_eenheid_effect"});
    const auto& names = study.table().strategies;
    const auto name = [&](const std::optional<std::size_t>& s) {
        return s ? names[*s] : "";
    };
    for (std::size_t s = 0; s < names.size(); ++s) {
        const FrontierPlace& place = study.places[s];
        csv.text(names[s])
            .number(study.costs[s].mean.mean)
            .number(study.effects[s].mean.mean)
            .text(standing_name(place.standing))
            .text(name(place.before))
            .text(name(place.after))
            .number(place.extra_cost)
            .number(place.extra_effect)
            .number(place.icer)
            .end_row();
    }
    return {"strategieen.csv", csv.content()};
}

Table parameters_value_table(const ValueStudy& study, DecimalMark mark) {
    Csv csv(mark,
            {"parameter",
             "maat",
             "personen",
             "voorkennis",
             "bereidheid",
             "waarde",
             "standaardfout",
             "laag95",
             "hoog95",
             "aandeel_van_evpi"});
    const auto row = [&](const InformationValue& value, const AtPrice& at) {
        csv.number(at.price)
            .number(value.value)
            .number(value.standard_error)
            .number(value.interval.low)
            .number(value.interval.high)
            .number(at.evpi().mean > 0.0 ? value.value / at.evpi().mean : none)
            .end_row();
    };
    const auto& names = study.table().parameters;
    for (std::size_t p = 0; p < names.size(); ++p) {
        for (std::size_t i = 0; i < study.prices.size(); ++i) {
            csv.text(names[p]).text("evppi").number(none).number(none);
            row(study.parameters[p][i], study.prices[i]);
        }
    }
    for (const ValuedStudy& of : study.studies) {
        for (std::size_t i = 0; i < study.prices.size(); ++i) {
            csv.text(names[of.parameter]).text("evsi").number(of.persons).number(of.prior);
            row(of.values[i], study.prices[i]);
        }
    }
    return {"parameters-waarde.csv", csv.content()};
}

} // namespace ketenplan::runner
