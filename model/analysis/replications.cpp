#include "analysis/replications.hpp"

#include "analysis/run_errors.hpp"
#include "engine/defect.hpp"
#include "engine/fingerprint.hpp"

#include <algorithm>
#include <numeric>

namespace ketenplan::analysis {

std::size_t Sequential::run(std::size_t count, const std::function<void(std::size_t)>& job) {
    for (std::size_t i = 0; i < count; ++i)
        job(i);
    return count;
}

Results::Results(std::vector<Column> columns, std::size_t replications)
    : columns_(std::move(columns)), rows_(replications), fingerprints_(replications),
      events_(replications) {}

std::span<double> Results::new_row(std::size_t replication) {
    rows_[replication].resize(columns_.size());
    return rows_[replication];
}

std::span<const double> Results::row(std::size_t replication) const {
    return rows_[replication];
}

std::vector<double> Results::values(std::size_t column) const {
    std::vector<double> values(replications());
    for (std::size_t r = 0; r < values.size(); ++r)
        values[r] = row(r)[column];
    return values;
}

void Results::set_run(std::size_t replication, std::uint64_t fingerprint, std::uint64_t events) {
    fingerprints_[replication] = fingerprint;
    events_[replication] = events;
}

RunMark Results::run(std::size_t replication) const {
    return {fingerprints_[replication], events_[replication]};
}

void Results::resize(std::size_t replications) {
    rows_.resize(replications);
    fingerprints_.resize(replications);
    events_.resize(replications);
}

void Results::take_over(const Results& other, std::size_t count) {
    const std::size_t before = replications();
    const std::size_t until = std::min(count, other.replications());
    if (until <= before)
        return;
    engine::ensure(columns_.size() == other.columns_.size(), "results of another study are taken");
    resize(until);
    for (std::size_t r = before; r < until; ++r) {
        rows_[r] = other.rows_[r];
        fingerprints_[r] = other.fingerprints_[r];
        events_[r] = other.events_[r];
    }
}

std::uint64_t Results::fingerprint() const {
    engine::Fingerprint digest;
    for (const std::uint64_t one : fingerprints_)
        digest.add(one);
    return digest.value();
}

std::uint64_t Results::events() const {
    return std::accumulate(events_.begin(), events_.end(), std::uint64_t{0});
}

Results
replicate(const casus::Opzet& opzet, std::uint32_t seed, std::size_t count, Executor& executor) {
    Results results(columns_of(opzet), 0);
    replicate_more(results, opzet, seed, count, executor);
    return results;
}

void replicate_more(Results& results,
                    const casus::Opzet& opzet,
                    std::uint32_t seed,
                    std::size_t count,
                    Executor& executor) {
    const std::size_t before = results.replications();
    if (count <= before)
        return;
    results.resize(count);
    const std::size_t done = executor.run(count - before, [&](std::size_t job) {
        const std::size_t r = before + job;
        const engine::ReplicationKey key{seed, static_cast<std::uint32_t>(r)};
        telling_which(key, [&] {
            const casus::Uitkomst outcome = casus::simulate(opzet, {.sleutel = key, .spoor = {}});
            fill_row(opzet, outcome, results.columns(), results.new_row(r));
            results.set_run(r, outcome.vingerafdruk, outcome.gebeurtenissen);
        });
    });
    results.resize(before + done);
}

} // namespace ketenplan::analysis
