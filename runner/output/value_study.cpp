#include "output/value_report.hpp"

#include <algorithm>

namespace ketenplan::runner {

std::size_t ValueStudy::focus() const {
    const auto worth = [](const analysis::AtPrice& at) {
        return at.evpi().mean;
    };
    return static_cast<std::size_t>(std::ranges::max_element(prices, {}, worth) - prices.begin());
}

std::vector<std::size_t> ValueStudy::frontier() const {
    std::vector<std::size_t> on;
    for (std::size_t s = 0; s < places.size(); ++s) {
        if (places[s].standing == analysis::Standing::frontier)
            on.push_back(s);
    }
    std::ranges::sort(on, {}, [&](std::size_t s) { return costs[s].mean.mean; });
    return on;
}

ValueStudy value_study(const PsaInput& input,
                       const std::vector<double>& prices,
                       std::vector<ValuedStudy> studies) {
    const analysis::PsaTable& table = input.table;
    ValueStudy study;
    study.input = &input;
    study.studies = std::move(studies);
    std::vector<double> mean_costs;
    std::vector<double> mean_effects;
    for (std::size_t s = 0; s < table.strategies.size(); ++s) {
        study.costs.push_back(analysis::over_draws(table.costs[s]));
        study.effects.push_back(analysis::over_draws(table.effects[s]));
        mean_costs.push_back(study.costs.back().mean.mean);
        mean_effects.push_back(study.effects.back().mean.mean);
    }
    study.places = analysis::efficiency_frontier(mean_costs, mean_effects);
    for (const double price : prices)
        study.prices.push_back(analysis::value_at(table, price));
    for (std::size_t p = 0; p < table.parameters.size(); ++p) {
        const analysis::Foreknowledge knowledge(table, p);
        auto& values = study.parameters.emplace_back();
        for (const double price : prices)
            values.push_back(analysis::evppi(knowledge, price));
        for (ValuedStudy& of : study.studies) {
            if (of.parameter != p)
                continue;
            for (const double price : prices)
                of.values.push_back(analysis::evsi(knowledge, price, of.persons, of.prior));
        }
    }
    return study;
}

} // namespace ketenplan::runner
