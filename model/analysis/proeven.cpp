#include "analysis/proeven.hpp"

#include "engine/defect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ketenplan::analysis {

namespace {

double mean_of(std::span<const double> row, std::span<const std::size_t> columns) {
    double sum = 0.0;
    double years = 0.0;
    for (const std::size_t c : columns) {
        if (std::isnan(row[c]))
            continue;
        sum += row[c];
        years += 1.0;
    }
    return years > 0.0 ? sum / years : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

Cijferlezer::Cijferlezer(const casus::Opzet& opzet, std::span<const Cijfer> cijfers)
    : opzet_(&opzet), columns_(columns_of(opzet)), wanted_(cijfers.size()) {
    for (std::size_t i = 0; i < cijfers.size(); ++i) {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (measures()[columns_[c].measure].name == cijfers[i].maat &&
                columns_[c].cell == cijfers[i].plaats)
                wanted_[i].push_back(c);
        }
        engine::ensure(!wanted_[i].empty(), "a figure that is no outcome of this scenario");
    }
}

std::vector<double> Cijferlezer::lees(const casus::Uitkomst& uitkomst) const {
    std::vector<double> row(columns_.size());
    fill_row(*opzet_, uitkomst, columns_, row);
    std::vector<double> values;
    for (const auto& columns : wanted_)
        values.push_back(mean_of(row, columns));
    return values;
}

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

GesimuleerdeProeven::GesimuleerdeProeven(parameters::Parameters basis,
                                         std::vector<Zoekpost> posten,
                                         double stap,
                                         std::vector<Cijfer> cijfers,
                                         std::uint32_t seed,
                                         std::uint32_t first,
                                         Executor& executor)
    : basis_(std::move(basis)), posten_(std::move(posten)), stap_(stap),
      cijfers_(std::move(cijfers)), seed_(seed), first_(first), executor_(executor) {}

std::size_t GesimuleerdeProeven::maak(const Formatie& formatie, std::size_t count) {
    auto& rows = rows_[formatie];
    const std::size_t before = rows.size();
    if (before >= count)
        return count;
    const casus::Opzet opzet(met_formatie(basis_, posten_, formatie, stap_));
    const Cijferlezer reader(opzet, cijfers_);
    rows.resize(count);
    const std::size_t done = executor_.run(count - before, [&](std::size_t job) {
        const auto replication = first_ + static_cast<std::uint32_t>(before + job);
        try {
            const casus::Uitkomst outcome = casus::simulate(
                opzet, {.sleutel = {.seed = seed_, .replication = replication}, .spoor = {}});
            rows[before + job] = reader.lees(outcome);
        } catch (const engine::Defect& defect) {
            throw engine::Defect(
                fmt::format("{} (zaad {}, replicatie {})", defect.what(), seed_, replication));
        }
    });
    rows.resize(before + done);
    made_ += done;
    return rows.size();
}

std::span<const double> GesimuleerdeProeven::cijfers(const Formatie& formatie,
                                                     std::size_t replication) const {
    return rows_.at(formatie)[replication];
}

} // namespace ketenplan::analysis
