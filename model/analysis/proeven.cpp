#include "analysis/proeven.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace ketenplan::analysis {

parameters::Parameters met_formatie(parameters::Parameters parameters,
                                    std::span<const Zoekpost> posten,
                                    const Formatie& formatie,
                                    double stap) {
    for (std::size_t i = 0; i < posten.size(); ++i) {
        parameters::Post& post = parameters.formatie.posten[posten[i].post];
        post.aanstellingen.clear();
        // Through whole thousandths, so that 19 steps of 0.1 are the 1.9 that a file would say.
        post.fte = units::Fte{std::round(formatie[i] * stap * 1000.0) / 1000.0};
    }
    return parameters;
}

casus::Opzet GesimuleerdeProeven::house(parameters::Parameters scenario,
                                        const Formatie& formatie) const {
    return casus::Opzet(met_formatie(std::move(scenario), opzet_.posten, formatie, opzet_.stap));
}

std::vector<double> GesimuleerdeProeven::drawn_year(const Formatie& formatie,
                                                    engine::ReplicationKey key) const {
    return in_first_that_fits(bron_, key.replication, [&](parameters::Parameters scenario) {
        const casus::Opzet own = house(std::move(scenario), formatie);
        return FigureReader(own, opzet_.cijfers).simulate(key);
    });
}

std::size_t GesimuleerdeProeven::maak(const Formatie& formatie, std::size_t count) {
    auto& rows = rows_[formatie];
    const std::size_t before = rows.size();
    if (before >= count)
        return count;
    std::optional<casus::Opzet> shared; // making one takes time
    if (basis_)
        shared.emplace(house(*basis_, formatie));
    // Aside until all went well: what fails leaves no half-made rows.
    std::vector<std::vector<double>> made(count - before);
    const std::size_t done = executor_.run(made.size(), [&](std::size_t job) {
        const auto replication = opzet_.first + static_cast<std::uint32_t>(before + job);
        const engine::ReplicationKey key{opzet_.seed, replication};
        made[job] = shared ? FigureReader(*shared, opzet_.cijfers).simulate(key)
                           : drawn_year(formatie, key);
    });
    made.resize(done);
    std::ranges::move(made, std::back_inserter(rows));
    made_ += done;
    return rows.size();
}

std::span<const double> GesimuleerdeProeven::cijfers(const Formatie& formatie,
                                                     std::size_t replication) const {
    return rows_.at(formatie)[replication];
}

} // namespace ketenplan::analysis
