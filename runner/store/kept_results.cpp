#include "store/kept_results.hpp"

#include "engine/defect.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace ketenplan::runner {

namespace {

constexpr std::size_t marks = 2; ///< after the values of a replication

// What the first word of a trial's row says is in the others.
constexpr std::uint64_t has_values = 0;
constexpr std::uint64_t has_failed = 1; ///< a character of the reason each

KeptRows::Row row_of(const analysis::TrialValues& trial) {
    if (!trial.failure.empty()) {
        KeptRows::Row row{has_failed};
        for (const char c : trial.failure)
            row.push_back(static_cast<unsigned char>(c));
        return row;
    }
    KeptRows::Row row{has_values};
    for (const std::vector<double>& values : trial.figures)
        std::ranges::copy(bits_of(values), std::back_inserter(row));
    return row;
}

analysis::TrialValues trial_of(std::span<const std::uint64_t> row, std::size_t figures) {
    engine::ensure(!row.empty(), "a kept trial says nothing");
    const auto words = row.subspan(1);
    analysis::TrialValues trial;
    if (row.front() == has_failed) {
        for (const std::uint64_t word : words)
            trial.failure += static_cast<char>(word);
        return trial;
    }
    engine::ensure(figures > 0 && words.size() % figures == 0, "a kept trial of other figures");
    const std::size_t each = words.size() / figures;
    for (std::size_t f = 0; f < figures; ++f)
        trial.figures.push_back(doubles_of(words.subspan(f * each, each)));
    return trial;
}

} // namespace

KeptRows::Rows rows_of(const analysis::Results& results) {
    KeptRows::Rows rows;
    rows.reserve(results.replications());
    for (std::size_t r = 0; r < results.replications(); ++r) {
        KeptRows::Row& row = rows.emplace_back(bits_of(results.row(r)));
        const analysis::RunMark mark = results.run(r);
        row.push_back(mark.fingerprint);
        row.push_back(mark.events);
    }
    return rows;
}

analysis::Results
results_of(const KeptRows::Rows& rows, std::vector<analysis::Column> columns, std::size_t most) {
    const std::size_t width = columns.size();
    analysis::Results results(std::move(columns), std::min(most, rows.size()));
    for (std::size_t r = 0; r < results.replications(); ++r) {
        engine::ensure(rows[r].size() == width + marks, "a kept replication of other columns");
        const auto words = std::span(rows[r]);
        std::ranges::copy(doubles_of(words.first(width)), results.new_row(r).begin());
        results.set_run(r, words[width], words[width + 1]);
    }
    return results;
}

KeptRows::Rows rows_of(std::span<const analysis::TrialValues> trials) {
    KeptRows::Rows rows;
    for (const analysis::TrialValues& trial : trials)
        rows.push_back(row_of(trial));
    return rows;
}

std::vector<analysis::TrialValues> trials_of(const KeptRows::Rows& rows, std::size_t figures) {
    std::vector<analysis::TrialValues> trials;
    for (const KeptRows::Row& row : rows)
        trials.push_back(trial_of(row, figures));
    return trials;
}

} // namespace ketenplan::runner
