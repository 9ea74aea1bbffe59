#include "analysis/paren.hpp"

#include "analysis/run_errors.hpp"
#include "engine/defect.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>
#include <utility>

namespace ketenplan::analysis {

namespace {

void simulate_into(Arm& arm,
                   const casus::Opzet& opzet,
                   std::uint32_t seed,
                   std::size_t replication,
                   Detail detail) {
    const bool months = detail == Detail::months;
    const casus::Uitkomst outcome = casus::simulate(
        opzet,
        {.sleutel = {.seed = seed, .replication = static_cast<std::uint32_t>(replication)},
         .spoor = {},
         .maandreeks = months});
    fill_row(opzet, outcome, arm.years.columns(), arm.years.new_row(replication));
    arm.years.set_run(replication, outcome.vingerafdruk, outcome.gebeurtenissen);
    if (!months)
        return;
    std::vector<double>& row = arm.months.rows[replication];
    row.resize(arm.months.columns.size());
    fill_month_row(outcome, arm.months.columns, row);
}

void resize(std::vector<Arm>& arms, std::size_t replications, Detail detail) {
    for (Arm& arm : arms) {
        arm.years.resize(replications);
        if (detail == Detail::months)
            arm.months.rows.resize(replications);
    }
}

/// Pairs the columns of which `key` is equal.
template <class C, class Key>
std::vector<SharedColumn>
shared(std::span<const C> basis, std::span<const C> variant, const Key& key) {
    std::map<decltype(key(basis[0])), std::size_t> places;
    for (std::size_t v = 0; v < variant.size(); ++v)
        places.emplace(key(variant[v]), v);
    std::vector<SharedColumn> pairs;
    for (std::size_t b = 0; b < basis.size(); ++b) {
        const auto found = places.find(key(basis[b]));
        if (found != places.end())
            pairs.push_back({b, found->second});
    }
    return pairs;
}

} // namespace

std::vector<double> MonthResults::values(std::size_t column) const {
    std::vector<double> values;
    values.reserve(rows.size());
    for (const std::vector<double>& row : rows)
        values.push_back(row[column]);
    return values;
}

std::vector<Arm> empty_arms(std::span<const casus::Opzet* const> arms, Detail detail) {
    std::vector<Arm> outcomes;
    for (const casus::Opzet* opzet : arms) {
        Arm arm{Results(columns_of(*opzet), 0), {}};
        if (detail == Detail::months)
            arm.months.columns = month_columns_of(*opzet);
        outcomes.push_back(std::move(arm));
    }
    return outcomes;
}

void replicate_arms_more(std::vector<Arm>& outcomes,
                         std::span<const casus::Opzet* const> arms,
                         std::uint32_t seed,
                         std::size_t count,
                         Executor& executor,
                         Detail detail) {
    engine::ensure(outcomes.size() == arms.size(), "outcomes of other arms are added to");
    const std::size_t before = outcomes.empty() ? count : outcomes.front().years.replications();
    if (count <= before)
        return;
    resize(outcomes, count, detail);
    const std::size_t done = executor.run(count - before, [&](std::size_t job) {
        const std::size_t r = before + job;
        for (std::size_t a = 0; a < arms.size(); ++a) {
            const engine::ReplicationKey key{seed, static_cast<std::uint32_t>(r)};
            const auto run = [&] {
                simulate_into(outcomes[a], *arms[a], seed, r, detail);
            };
            telling_which(key, run, fmt::format(", variant {}", a));
        }
    });
    resize(outcomes, before + done, detail);
}

std::vector<Arm> replicate_arms(std::span<const casus::Opzet* const> arms,
                                std::uint32_t seed,
                                std::size_t count,
                                Executor& executor,
                                Detail detail) {
    std::vector<Arm> outcomes = empty_arms(arms, detail);
    replicate_arms_more(outcomes, arms, seed, count, executor, detail);
    return outcomes;
}

Paired compare(std::span<const double> basis, std::span<const double> variant) {
    engine::ensure(basis.size() == variant.size(), "unlike numbers of replications are paired");
    std::vector<double> difference(basis.size());
    for (std::size_t r = 0; r < basis.size(); ++r)
        difference[r] = variant[r] - basis[r];
    return {estimate(basis), estimate(variant), estimate(difference)};
}

std::vector<SharedColumn> shared_columns(std::span<const Column> basis,
                                         std::span<const Column> variant) {
    return shared(
        basis, variant, [](const Column& c) { return std::tuple(c.measure, c.cell, c.year); });
}

std::vector<SharedColumn> shared_columns(std::span<const MonthColumn> basis,
                                         std::span<const MonthColumn> variant) {
    return shared(basis, variant, [](const MonthColumn& c) {
        return std::tuple(c.measure, c.cell, c.begin);
    });
}

} // namespace ketenplan::analysis
