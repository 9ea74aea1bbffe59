#pragma once

#include "analysis/measures.hpp"
#include "casus/huis.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace ketenplan::analysis {

/// Runs jobs, perhaps on several threads. The model starts no threads of its own: who calls it
/// brings one of these.
class Executor {
public:
    virtual ~Executor() = default;
    /// Calls job(0), job(1), ... job(count - 1), each once, begun in that order. May stop early,
    /// but only between jobs: returns n such that job(0) to job(n - 1) have been done and no
    /// others. Passes on what a job throws.
    virtual std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) = 0;
};

/// The executor that does one job after the other.
class Sequential : public Executor {
public:
    std::size_t run(std::size_t count, const std::function<void(std::size_t)>& job) override;
};

/// What tells that a run was the same run: the digest of its events, and how many there were.
struct RunMark {
    std::uint64_t fingerprint = 0;
    std::uint64_t events = 0;
};

/// The results of a study: a row of numbers per replication, by index, so that the number of
/// threads cannot be seen in them.
class Results {
public:
    Results(std::vector<Column> columns, std::size_t replications);

    [[nodiscard]] std::span<const Column> columns() const { return columns_; }
    [[nodiscard]] std::size_t replications() const { return fingerprints_.size(); }
    /// Makes the row of a replication, to be filled. Different replications may do so at the same
    /// time. Memory is taken here and not before: a long study that is stopped early costs little.
    [[nodiscard]] std::span<double> new_row(std::size_t replication);
    /// One value per column; not a number where nothing was observed.
    [[nodiscard]] std::span<const double> row(std::size_t replication) const;
    /// Every replication's value of one column, in order.
    [[nodiscard]] std::vector<double> values(std::size_t column) const;
    void set_run(std::size_t replication, std::uint64_t fingerprint, std::uint64_t events);
    [[nodiscard]] RunMark run(std::size_t replication) const;
    /// Makes room for so many replications, or forgets what comes after them.
    void resize(std::size_t replications);

    /// Adds replications of `other`, results of the same study, until there are `count` or `other`
    /// has no more.
    void take_over(const Results& other, std::size_t count);

    /// A digest of the event sequences of all replications, in order.
    [[nodiscard]] std::uint64_t fingerprint() const;
    [[nodiscard]] std::uint64_t events() const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<double>> rows_;
    std::vector<std::uint64_t> fingerprints_;
    std::vector<std::uint64_t> events_;
};

/// Simulates replications 0 to `count` - 1 of the study with this seed. When the executor stops
/// early, the results are those of a study with fewer replications. Throws engine::Defect, with the
/// seed and replication in its text, when a run fails.
Results
replicate(const casus::Opzet& opzet, std::uint32_t seed, std::size_t count, Executor& executor);

/// The same, added to `results` of the same study, up to `count` replications in all: what results
/// is what one run of that many gives.
void replicate_more(Results& results,
                    const casus::Opzet& opzet,
                    std::uint32_t seed,
                    std::size_t count,
                    Executor& executor);

} // namespace ketenplan::analysis
